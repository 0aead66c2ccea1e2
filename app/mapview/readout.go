package mapview

import (
	"fmt"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"github.com/paulmach/orb"

	"sitmap/app/look"
	"sitmap/mapdata/render"
)

// readout is the scale bar and the pointer's position, at the lower left.
type readout struct {
	object *fyne.Container
	back   *canvas.Rectangle
	bar    *canvas.Rectangle
	ticks  [2]*canvas.Rectangle
	scale  *canvas.Text
	where  *canvas.Text
	length float32
}

func newReadout() *readout {
	r := &readout{
		back: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Black),
		scale: canvas.NewText("", color.Black), where: canvas.NewText("", color.Black),
	}
	r.back.CornerRadius = 4
	r.object = container.NewWithoutLayout(r.back, r.bar)
	for i := range r.ticks {
		r.ticks[i] = canvas.NewRectangle(color.Black)
		r.object.Add(r.ticks[i])
	}
	r.object.Add(r.scale)
	r.object.Add(r.where)
	return r
}

// overMap is the ground of what lies on the map for good: the map shines through.
func overMap(p look.Palette) color.Color {
	ground := p.Raised
	ground.A = 0xe4
	return ground
}

// barLimit is how long the scale bar may be, in device-independent pixels.
const barLimit = 120

// update words scale and position anew.
func (r *readout) update(m *MapView) {
	if m.view.Width == 0 {
		return
	}
	mpp := m.view.MetresPerPixel(float64(m.view.Height)/2) * m.ratio
	metres := render.RoundLength(mpp * barLimit)
	length, text := float32(metres/mpp), render.LengthText(metres)
	// Mercator's scale grows towards the poles: where it differs by more than a
	// tenth within the map, there is no bar.
	top, bottom := m.view.MetresPerPixel(0), m.view.MetresPerPixel(float64(m.view.Height))
	if lo, hi := math.Min(top, bottom), math.Max(top, bottom); hi > 1.1*lo || m.view.MetresPerPixel(float64(m.view.Height)/2) > 1.1*lo {
		length, text = 0, "" // no bar would be true
	}
	where := ""
	if m.pointer != nil {
		p := m.at(*m.pointer).LonLat()
		where = degreesText(p, 360/m.view.Scale)
		if m.FormatPointer != nil {
			if text := m.FormatPointer(p); text != "" {
				where = text
			}
		}
	}
	if length == r.length && text == r.scale.Text && where == r.where.Text {
		return
	}
	r.length = length
	if r.scale.Text != text {
		r.scale.Text = text
		r.scale.Refresh()
	}
	if r.where.Text != where {
		r.where.Text = where
		r.where.Refresh()
	}
	r.layout(m.Size())
}

func (r *readout) refresh() {
	p := look.Current()
	r.back.FillColor = overMap(p)
	for _, o := range []*canvas.Rectangle{r.bar, r.ticks[0], r.ticks[1]} {
		o.FillColor = p.Text
		o.Refresh()
	}
	r.scale.Color, r.where.Color = p.Text, p.Muted
	for _, t := range []*canvas.Text{r.scale, r.where} {
		t.TextSize = theme.Size(theme.SizeNameCaptionText)
		t.Refresh()
	}
	r.back.Refresh()
}

func (r *readout) layout(size fyne.Size) {
	const pad, tick, gap = 6, 5, 12
	text := r.scale.MinSize()
	height := text.Height + 2*pad - 4
	x := float32(pad + 2)
	base := height - pad - 2
	r.bar.Move(fyne.NewPos(x, base))
	r.bar.Resize(fyne.NewSize(r.length, 1.5))
	for i, t := range r.ticks {
		t.Move(fyne.NewPos(x+float32(i)*(r.length-1.5), base-tick))
		t.Resize(fyne.NewSize(1.5, tick))
	}
	bar := r.scale.Text != ""
	for _, o := range []fyne.CanvasObject{r.bar, r.ticks[0], r.ticks[1], r.scale} {
		shown(o, bar)
	}
	shown(r.object, bar || r.where.Text != "")
	if bar {
		x += r.length + 8
		r.scale.Move(fyne.NewPos(x, (height-text.Height)/2))
		r.scale.Resize(text)
		x += text.Width
	}
	if r.where.Text != "" {
		if bar {
			x += gap
		}
		w := r.where.MinSize()
		r.where.Move(fyne.NewPos(x, (height-w.Height)/2))
		r.where.Resize(w)
		x += w.Width
	}
	whole := fyne.NewSize(x+pad+2, height)
	r.back.Resize(whole)
	r.object.Resize(whole)
	r.object.Move(fyne.NewPos(edge, size.Height-height-edge))
}

// shown shows or hides an object.
func shown(o fyne.CanvasObject, show bool) {
	if show {
		o.Show()
	} else {
		o.Hide()
	}
}

// covers reports whether a position of the map lies on the pointer's position.
func (r *readout) covers(pos fyne.Position) bool {
	if r.where.Text == "" {
		return false
	}
	at, s := r.object.Position(), r.object.Size()
	return pos.X >= at.X+r.where.Position().X-4 && pos.X <= at.X+s.Width && pos.Y >= at.Y && pos.Y <= at.Y+s.Height
}

// degreesText gives latitude and longitude with as many decimals as a pixel of
// the given width in degrees is worth: more would not be read off the map.
func degreesText(p orb.Point, pixel float64) string {
	decimals := int(math.Max(1, math.Min(6, math.Ceil(-math.Log10(pixel)))))
	half := 0.5 * math.Pow10(-decimals)
	tidy := func(v float64) float64 {
		if math.Abs(v) <= half {
			return 0 // and not -0.0
		}
		return v
	}
	return fmt.Sprintf("%.*f, %.*f", decimals, tidy(p[1]), decimals, tidy(p[0]))
}
