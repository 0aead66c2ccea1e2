package mapview

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/paulmach/orb"
)

// The shading of an area that is measured: lines across it, in device-independent pixels.
// A filled shape would be a picture of its own over the whole map.
const (
	shadeStep  = 7
	shadeWidth = 1
	shadeAlpha = 0x38
	mostShades = 400
)

// showShade shades the polygon that is measured.
func (s *sketch) showShade(m *MapView) {
	n := 0
	if t := &m.tool; t.kind == AreaTool && m.view.Width > 0 {
		body, _ := s.ink()
		body.A = shadeAlpha
		for _, k := range shades(outlineOf(m, m.figures()), float64(m.view.Width), float64(m.view.Height), shadeStep*m.ratio) {
			if n == mostShades {
				break
			}
			if n == len(s.shade.Objects) {
				s.shade.Add(canvas.NewLine(body))
			}
			l := s.shade.Objects[n].(*canvas.Line)
			n++
			r := m.ratio
			l.Position1, l.Position2 = fyne.NewPos(float32(k[0]/r), float32(k[2]/r)), fyne.NewPos(float32(k[1]/r), float32(k[2]/r))
			l.StrokeColor, l.StrokeWidth = body, shadeWidth
			l.Hidden = false
			canvas.Refresh(l)
		}
	}
	for i := n; i < s.shaded; i++ {
		s.shade.Objects[i].Hide()
	}
	s.shaded = n
}

// outlineOf is a polygon of geodesics in pixels of the view; nil where it is none, or runs
// around a pole.
func outlineOf(m *MapView, points []orb.Point) [][2]float64 {
	if len(points) < 3 {
		return nil
	}
	var out [][2]float64
	shift := 0.0
	for i, p := range points {
		edge := geodesicPixels(m, p, points[(i+1)%len(points)])
		if len(edge) == 0 {
			continue
		}
		if len(out) > 0 { // goes on where the edge before ended, over the date line too
			shift = m.view.Scale * math.Round((out[len(out)-1][0]-edge[0][0])/m.view.Scale)
		}
		for _, q := range edge {
			out = append(out, [2]float64{q[0] + shift, q[1]})
		}
	}
	if len(out) == 0 || math.Abs(out[len(out)-1][0]-out[0][0]) > m.view.Scale/2 {
		return nil
	}
	return out
}

// shades are the level lines within a polygon, a step apart, cut to a picture of width and
// height: from x, to x, y. They are tied to the picture, so that they do not flicker while
// the polygon grows.
func shades(outline [][2]float64, width, height, step float64) (out [][3]float64) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, p := range outline {
		low, high = math.Min(low, p[1]), math.Max(high, p[1])
	}
	for y := math.Max(0, math.Ceil(low/step)*step) + step/2; y < math.Min(height, high); y += step {
		var at []float64
		a := outline[len(outline)-1]
		for _, b := range outline {
			if (a[1] <= y) != (b[1] <= y) {
				at = append(at, a[0]+(y-a[1])/(b[1]-a[1])*(b[0]-a[0]))
			}
			a = b
		}
		slices.Sort(at)
		for i := 1; i < len(at); i += 2 {
			if from, to := math.Max(0, at[i-1]), math.Min(width, at[i]); to > from {
				out = append(out, [3]float64{from, to, y})
			}
		}
	}
	return out
}
