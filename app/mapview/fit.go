package mapview

import (
	"image"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// fitMargin is left around what is fitted, in device-independent pixels: room for
// symbols and labels at its edge.
const fitMargin = 64

// fitAcross is how many metres of ground what is fitted shows at least, across the
// shorter side of the map.
const fitAcross = 300e3

// FitTo shows a bound with some room around it, as soon as the widget has a size.
// It stays fitted when the size changes, until the map is moved.
func (m *MapView) FitTo(b orb.Bound) {
	m.wanted = nil
	if m.view.Width > 0 {
		m.move("fit", m.fit(b))
	}
	m.fitted, m.roomed = &b, false
}

// crowded is how much smaller than on the whole map a bound may be shown beside the
// legend; were it smaller still, the legend had better lie over it.
const crowded = 0.6

// fit is the view that shows a bound, clear of the legend where there is room enough
// beside or below it.
func (m *MapView) fit(b orb.Bound) geo.View {
	whole := image.Rect(0, 0, m.view.Width, m.view.Height)
	v := m.fitWithin(b, whole)
	l := m.parts.legend.covers()
	if l.Empty() || b.Min[1] > b.Max[1] {
		return v
	}
	l = l.Sub(image.Pt(margin, margin))
	if !beneath(v, b, l) {
		return v
	}
	beside, below := whole, whole
	beside.Min.X, below.Min.Y = l.Max.X, l.Max.Y
	best := v
	best.Scale *= crowded
	for _, room := range []image.Rectangle{below, beside} {
		if room.Empty() {
			continue
		}
		if in := m.fitWithin(b, room); in.Scale >= best.Scale && !beneath(in, b, l) {
			best, v = in, in
		}
	}
	return v
}

// fitWithin is the view that shows a bound in a part of the map, given in device pixels.
func (m *MapView) fitWithin(b orb.Bound, room image.Rectangle) geo.View {
	w, h := room.Dx(), room.Dy()
	v := geo.Fit(b, w, h, min(fitMargin*m.ratio, float64(min(w, h))/4))
	// One event alone would fill the map with the disc around it: keep as much of
	// the country in sight as tells the reader where that is.
	x, y := float64(w)/2, float64(h)/2
	across := v.MetresPerPixel(y) * float64(min(w, h))
	if across > 0 && across < fitAcross {
		v = v.ZoomAt(x, y, across/fitAcross)
	}
	v.Width, v.Height = m.view.Width, m.view.Height
	middle := room.Min.Add(room.Max)
	return v.Pan(float64(middle.X-v.Width)/2, float64(middle.Y-v.Height)/2)
}

// pixels is where a bound lies on a view, in its pixels, in the world nearest the middle.
func pixels(v geo.View, b orb.Bound) (x0, y0, x1, y1 float64) {
	if b.Min[0] > b.Max[0] {
		b.Max[0] += 360
	}
	nw, se := geo.Project(orb.Point{b.Min[0], b.Max[1]}), geo.Project(orb.Point{b.Max[0], b.Min[1]})
	middle := geo.Project(b.Center()).Near(v.Center.X).X
	half := (se.X - nw.X) / 2
	x0, y0 = pixel(v, geo.World{X: middle - half, Y: nw.Y})
	x1, y1 = pixel(v, geo.World{X: middle + half, Y: se.Y})
	return x0, y0, x1, y1
}

// beneath reports whether a bound reaches, on a view, into a part of it that is covered.
func beneath(v geo.View, b orb.Bound, covered image.Rectangle) bool {
	x0, y0, x1, y1 := pixels(v, b)
	return x0 < float64(covered.Max.X) && x1 > float64(covered.Min.X) && y0 < float64(covered.Max.Y) && y1 > float64(covered.Min.Y)
}

// makeRoom fits again what is fitted when the legend for it has come; once, for another
// view may have another legend.
func (m *MapView) makeRoom() {
	if m.fitted == nil || m.roomed || m.view.Width == 0 {
		return
	}
	b := m.fitted
	m.move("fit", m.fit(*b))
	m.fitted, m.roomed = b, true
}

// Fit shows what OnFit tells.
func (m *MapView) Fit() {
	b := orb.Bound{Min: orb.Point{0, 1}, Max: orb.Point{0, -1}}
	if m.OnFit != nil {
		b = m.OnFit()
	}
	m.FitTo(b)
}

// Reveal moves the map just so far that a bound is in sight; one that is too large
// for the view is fitted.
func (m *MapView) Reveal(b orb.Bound) {
	if m.view.Width == 0 || b.Min[1] > b.Max[1] {
		return
	}
	margin := fitMargin * m.ratio
	w, h := float64(m.view.Width), float64(m.view.Height)
	x0, y0, x1, y1 := pixels(m.view, b)
	if x1-x0 > w-2*margin || y1-y0 > h-2*margin {
		if x1 < 0 || y1 < 0 || x0 > w || y0 > h {
			m.FitTo(b)
		}
		return
	}
	m.move("reveal", m.view.Pan(intoRange(x0, x1, margin, w-margin), intoRange(y0, y1, margin, h-margin)))
}

// pixel is View.ToPixel without its choice among repeated worlds.
func (m *MapView) pixel(w geo.World) (x, y float64) { return pixel(m.view, w) }

func pixel(v geo.View, w geo.World) (x, y float64) {
	return (w.X-v.Center.X)*v.Scale + float64(v.Width)/2, (w.Y-v.Center.Y)*v.Scale + float64(v.Height)/2
}

// intoRange is how far a span has to be moved to lie within limits.
func intoRange(a, b, low, high float64) float64 {
	switch {
	case a < low:
		return low - a
	case b > high:
		return high - b
	}
	return 0
}
