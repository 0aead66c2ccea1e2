package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"sitmap/app/look"
)

// parts are the few objects that the map consists of.
type parts struct {
	m       *MapView
	ground  *canvas.Rectangle // behind the picture, shown where it does not reach
	image   *canvas.Image
	clip    *container.Clip
	cross   *cross
	readout *readout
	buttons *buttons
	notice  *card // over the middle: there is nothing to see, and why
	hint    *card // at the top: what is being done
	tip     *card // beside the pointer
	bar     *bar  // over the map's top while a tool is in use
	sketch  *sketch
	legend  *legend
	ring    [4]*canvas.Rectangle

	noticeText string
	problem    error
}

func newParts(m *MapView) *parts {
	p := &parts{
		m: m, ground: canvas.NewRectangle(groundColour(m.theme)), image: &canvas.Image{ScaleMode: canvas.ImageScaleFastest},
		cross: newCross(), readout: newReadout(), notice: newCard(), hint: newCard(), tip: newCard(),
		sketch: newSketch(),
	}
	p.image.Hide()
	p.clip = container.NewClip(container.NewWithoutLayout(p.image, p.sketch.object))
	p.buttons = newButtons(m)
	p.bar = newBar(m)
	p.legend = newLegend(m)
	for i := range p.ring {
		p.ring[i] = canvas.NewRectangle(theme.Color(theme.ColorNamePrimary))
		p.ring[i].Hide()
	}
	return p
}

func (p *parts) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{p.ground, p.clip, p.cross.object, p.legend, p.readout.object, p.buttons.object}
	for _, r := range p.ring {
		objects = append(objects, r)
	}
	return append(objects, p.notice.object, p.hint.object, p.bar.object, p.tip.object)
}

// edge is the distance of what lies over the map from the map's edge.
const edge = 8

func (p *parts) layout(size fyne.Size) {
	p.ground.Resize(size)
	p.clip.Resize(size)
	p.cross.layout(size)
	p.buttons.layout(size)
	p.readout.layout(size)
	p.bar.refresh()
	p.legend.place()
	p.layoutCards(size)
	const thick = 2
	for i, r := range p.ring {
		switch i {
		case 0, 1:
			r.Resize(fyne.NewSize(size.Width, thick))
		default:
			r.Resize(fyne.NewSize(thick, size.Height))
		}
	}
	p.ring[1].Move(fyne.NewPos(0, size.Height-thick))
	p.ring[3].Move(fyne.NewPos(size.Width-thick, 0))
}

func (p *parts) layoutCards(size fyne.Size) {
	n := p.notice.size()
	p.notice.object.Move(fyne.NewPos(max(edge, (size.Width-n.Width)/2), max(edge, (size.Height-n.Height)/2)))
	h := p.hint.size()
	p.hint.object.Move(fyne.NewPos(max(edge, (size.Width-h.Width)/2), edge))
}

// showGround shows the colour of the sea beneath a picture that does not reach
// everywhere. It is hidden otherwise, for each full layer costs a frame's time.
func (p *parts) showGround(show bool) {
	if show == p.ground.Visible() {
		return
	}
	if show {
		p.ground.FillColor = groundColour(p.m.theme)
		p.ground.Show()
	} else {
		p.ground.Hide()
	}
}

func (p *parts) showRing(show bool) {
	if show == p.ring[0].Visible() {
		return
	}
	for _, r := range p.ring {
		if show {
			r.Show()
		} else {
			r.Hide()
		}
	}
}

func (p *parts) setNotice(text string) {
	p.noticeText = text
	p.putNotice()
}

func (p *parts) setProblem(err error) {
	p.problem = err
	p.putNotice()
}

// putNotice shows what is amiss before what is missing.
func (p *parts) putNotice() {
	text := p.noticeText
	if p.problem != nil {
		text = look.Sentence(p.problem)
	}
	p.notice.setText(text)
	p.layoutCards(p.m.Size())
}

// refresh takes the colours and sizes of the theme.
func (p *parts) refresh() {
	p.ground.FillColor = groundColour(p.m.theme)
	p.ground.Refresh()
	p.cross.refresh()
	p.readout.refresh()
	p.buttons.refresh()
	p.legend.restyle()
	p.bar.refresh()
	p.sketch.update(p.m)
	for _, c := range []*card{p.notice, p.hint, p.tip} {
		c.refresh()
	}
	for _, r := range p.ring {
		r.FillColor = theme.Color(theme.ColorNamePrimary)
	}
	p.layout(p.m.Size())
}

// CreateRenderer builds what the widget is drawn with.
func (m *MapView) CreateRenderer() fyne.WidgetRenderer {
	m.parts.refresh()
	return &widgetRenderer{m: m, objects: m.parts.objects()}
}

// MinSize is a map on which something can be made out.
func (m *MapView) MinSize() fyne.Size {
	m.ExtendBaseWidget(m)
	return fyne.NewSize(200, 160)
}

type widgetRenderer struct {
	m       *MapView
	objects []fyne.CanvasObject
}

func (r *widgetRenderer) Layout(size fyne.Size) {
	r.m.parts.layout(size)
	r.m.resized(size)
}

func (r *widgetRenderer) MinSize() fyne.Size           { return fyne.NewSize(200, 160) }
func (r *widgetRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *widgetRenderer) Destroy()                     {}

func (r *widgetRenderer) Refresh() {
	r.m.resized(r.m.Size()) // the canvas may have another scale now
	r.m.parts.refresh()
}

// SetNotice shows a few words over the map's middle, "" for none.
func (m *MapView) SetNotice(text string) { m.parts.setNotice(text) }

// buttons are zoom in, zoom out and fit, at the lower right.
type buttons struct {
	object *fyne.Container
	back   *canvas.Rectangle
	all    []fyne.CanvasObject
}

func newButtons(m *MapView) *buttons {
	b := &buttons{back: canvas.NewRectangle(color.Transparent)}
	b.back.CornerRadius = 4
	add := func(icon, hint string, do func()) {
		b.all = append(b.all, look.NewButton("", look.UIIcon(icon), hint, (*buttonHint)(m), do).Quiet())
	}
	add("zoom-in", "Zoom in  (+)", func() { m.Zoom(2) })
	add("zoom-out", "Zoom out  (−)", func() { m.Zoom(0.5) })
	add("fit", "Fit to events  (F)", m.Fit)
	b.object = container.NewWithoutLayout(append([]fyne.CanvasObject{b.back}, b.all...)...)
	return b
}

func (b *buttons) refresh() {
	b.back.FillColor = overMap(look.Current())
	b.object.Refresh()
}

func (b *buttons) layout(size fyne.Size) {
	side := float32(0)
	for _, o := range b.all {
		side = max(side, o.MinSize().Width, o.MinSize().Height)
	}
	whole := fyne.NewSize(side, side*float32(len(b.all)))
	for i, o := range b.all {
		o.Resize(fyne.NewSquareSize(side))
		o.Move(fyne.NewPos(0, side*float32(i)))
	}
	b.back.Resize(whole)
	b.object.Resize(whole)
	b.object.Move(fyne.NewPos(size.Width-whole.Width-edge, size.Height-whole.Height-edge))
}

// buttonHint says what a button does, beside it.
type buttonHint MapView

// Hint shows a button's hint, "" hides it.
func (h *buttonHint) Hint(text string) {
	m := (*MapView)(h)
	if text == "" {
		m.parts.tip.setText("")
		return
	}
	m.parts.tip.setText(text)
	s, b := m.parts.tip.size(), m.parts.buttons.object
	m.parts.tip.object.Move(fyne.NewPos(b.Position().X-s.Width-edge, b.Position().Y+b.Size().Height-s.Height))
}

var (
	_ fyne.Widget         = (*MapView)(nil)
	_ fyne.WidgetRenderer = (*widgetRenderer)(nil)
	_ look.Hinter         = (*buttonHint)(nil)
)
