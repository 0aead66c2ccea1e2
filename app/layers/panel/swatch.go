package panel

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/layers"
	"sitmap/app/look"
)

// swatch shows how a layer looks: an area, a line or a marker.
type swatch struct {
	widget.BaseWidget
	layer layers.Layer
}

func newSwatch() *swatch {
	s := &swatch{}
	s.ExtendBaseWidget(s)
	return s
}

func (s *swatch) set(l *layers.Layer) {
	s.layer = *l
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *swatch) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRaster(s.draw))
}

// draw paints the sample in so many pixels.
func (s *swatch) draw(w, h int) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	st := s.layer.Style
	p := look.Current()
	fill, outline := look.KindColour(st.Fill.String(), p), look.KindColour(st.Outline.String(), p)
	unit := float64(w) / swatchSide
	areas, lines := true, false
	if d := s.layer.Data; d != nil {
		areas, lines = d.Shapes.Areas, d.Shapes.Lines
	}
	faint := 1.0
	if s.layer.Hidden {
		faint = 0.45
	}
	width := math.Min(math.Max(st.Width, 0), 3) * unit
	put := func(x, y int, c color.NRGBA, a float64) {
		old := m.NRGBAAt(x, y)
		m.SetNRGBA(x, y, over(old, c, a*faint))
	}
	hatched := func(x, y float64) bool {
		period, thick := 5.0*unit, 1.3*unit
		rise, fall := math.Mod(x+y, period) < thick, math.Mod(x-y+100*period, period) < thick
		switch st.Hatch {
		case "rising":
			return rise
		case "falling":
			return fall
		case "crossed":
			return rise || fall
		case "dense":
			return math.Mod(x+y, period/2) < thick
		}
		return false
	}
	for y := range h {
		for x := range w {
			fx, fy := float64(x)+0.5, float64(y)+0.5
			switch {
			case areas:
				edge := math.Min(math.Min(fx, float64(w)-fx), math.Min(fy, float64(h)-fy))
				if edge < width {
					put(x, y, outline, 1)
					continue
				}
				put(x, y, fill, st.Opacity)
				if hatched(fx, fy) {
					put(x, y, fill, 0.35+0.5*st.Opacity)
				}
			case lines:
				if d := math.Abs(fy - float64(h)/2); d < math.Max(width, unit)/2+0.5 && onDash(st.Dash, fx/unit) {
					put(x, y, outline, math.Min(1, math.Max(width, unit)/2+0.5-d))
				}
			default:
				if d := math.Hypot(fx-float64(w)/2, fy-float64(h)/2) - 5*unit; d < 0.5 {
					put(x, y, fill, math.Min(1, 0.5-d))
				}
			}
		}
	}
	return m
}

func onDash(dash string, x float64) bool {
	switch dash {
	case "dashed":
		return math.Mod(x, 8) < 5
	case "dotted":
		return math.Mod(x, 4) < 2
	case "dash-dotted":
		at := math.Mod(x, 11)
		return at < 5 || at >= 7.5 && at < 8.7
	}
	return true
}

// over lays a colour over one that may be transparent.
func over(under, c color.NRGBA, a float64) color.NRGBA {
	ua := float64(under.A) / 255
	out := a + ua*(1-a)
	if out <= 0 {
		return color.NRGBA{}
	}
	mix := func(u, v uint8) uint8 { return uint8((float64(v)*a+float64(u)*ua*(1-a))/out + 0.5) }
	return color.NRGBA{mix(under.R, c.R), mix(under.G, c.G), mix(under.B, c.B), uint8(out*255 + 0.5)}
}

var _ fyne.Widget = (*swatch)(nil)
