package mapview

import (
	"image"
	"math"

	"fyne.io/fyne/v2"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
)

// margin is how far the picture reaches beyond what is seen, in device pixels on
// each side: room for a drag before a new picture has to be there.
const margin = 256

// want has a picture drawn if the one that is there, or on its way, does not do.
func (m *MapView) want() {
	if m.view.Width == 0 {
		return
	}
	req := render.Request{
		View: m.withMargin(), Scene: m.scene, Theme: m.theme, POV: m.pov, Language: m.names, PixelRatio: m.ratio,
		Visible: image.Rect(margin, margin, margin+m.view.Width, margin+m.view.Height), Legend: m.legendSpec(),
		Covered: m.parts.legend.covers(),
	}
	if a := m.asked; a != nil && a.View.Scale == req.View.Scale &&
		a.View.Width == req.View.Width && a.View.Height == req.View.Height &&
		a.Scene == req.Scene && a.Theme == req.Theme && a.POV == req.POV && a.Language == req.Language && a.PixelRatio == req.PixelRatio &&
		sameSpec(a.Legend, req.Legend) && a.Covered == req.Covered && m.covers(a.View, margin/3) &&
		// A legend is that of what is seen when the map has come to rest.
		(req.Legend == nil || m.dragging || a.View.Center == req.View.Center) {
		return
	}
	m.asked = &req
	m.studio.ask(req)
}

func (m *MapView) withMargin() geo.View {
	v := m.view
	v.Width += 2 * margin
	v.Height += 2 * margin
	return v
}

// covers reports whether a picture of view p reaches around all that is seen, and
// slack pixels beyond.
func (m *MapView) covers(p geo.View, slack float64) bool {
	x, y, w, h, _ := m.lies(p)
	return x <= -slack && y <= -slack &&
		x+w >= float64(m.view.Width)+slack && y+h >= float64(m.view.Height)+slack
}

// lies tells where a picture of view p lies in the present view, in device
// pixels, and how much it is enlarged.
func (m *MapView) lies(p geo.View) (x, y, w, h, enlarged float64) {
	enlarged = m.view.Scale / p.Scale
	w, h = float64(p.Width)*enlarged, float64(p.Height)*enlarged
	c := p.Center.Near(m.view.Center.X)
	x = (c.X-m.view.Center.X)*m.view.Scale + (float64(m.view.Width)-w)/2
	y = (c.Y-m.view.Center.Y)*m.view.Scale + (float64(m.view.Height)-h)/2
	if enlarged == 1 {
		// Off the pixel grid the whole picture would be blurred.
		x, y = math.Round(x), math.Round(y)
	}
	return x, y, w, h, enlarged
}

// place puts the picture where it belongs in the present view.
func (m *MapView) place() {
	if m.pic == nil {
		return
	}
	x, y, w, h, _ := m.lies(m.pic.req.View)
	img := m.parts.image
	r := m.ratio
	img.Move(fyne.NewPos(float32(x/r), float32(y/r)))
	if size := fyne.NewSize(float32(w/r), float32(h/r)); size != img.Size() {
		img.Resize(size)
	}
	m.parts.showGround(!m.covers(m.pic.req.View, 0))
}

// show puts up a picture that the studio has finished.
func (m *MapView) show(p *picture) {
	defer m.frame("show")()
	old := m.pic
	m.pic = p
	img := m.parts.image
	img.Image = p.img
	m.place()
	img.Show()
	img.Refresh()
	if old != nil {
		m.studio.release(old.img)
	}
	m.showLegend(p)
	m.problem(p.err)
	m.hover()
}

// problem tells that a picture could not be drawn whole.
func (m *MapView) problem(err error) {
	if had := m.parts.problem; err != nil && (had == nil || had.Error() != err.Error()) {
		m.log.Error("drawing the map failed", "err", err)
	}
	m.parts.setProblem(err)
}

// hits lists what lies at a position of the widget, one entry an event, topmost
// first.
func (m *MapView) hits(pos fyne.Position) []render.Hit {
	if m.pic == nil || m.pic.hits == nil {
		return nil
	}
	px, py := m.inPicture(pos)
	var out []render.Hit
	seen := map[string]bool{}
	for _, h := range m.pic.hits.At(px, py, reach*m.ratio) {
		if !seen[h.ID.Event] {
			seen[h.ID.Event] = true
			out = append(out, h)
		}
	}
	return out
}

// inPicture is the pixel of the picture at a position of the widget.
func (m *MapView) inPicture(pos fyne.Position) (px, py float64) {
	x, y, _, _, enlarged := m.lies(m.pic.req.View)
	return (float64(pos.X)*m.ratio - x) / enlarged, (float64(pos.Y)*m.ratio - y) / enlarged
}

// reach is how near to a mark a click counts for it, in device-independent pixels.
const reach = 4

// at is the place on the map at a position of the widget.
func (m *MapView) at(pos fyne.Position) geo.World {
	return m.view.FromPixel(float64(pos.X)*m.ratio, float64(pos.Y)*m.ratio)
}

// middle is the widget's centre.
func (m *MapView) middle() fyne.Position {
	s := m.Size()
	return fyne.NewPos(s.Width/2, s.Height/2)
}
