package mapview

import (
	"bytes"
	"image"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/mapdata/render"
)

// legends are hits that bring a legend along; those of a [render.Renderer] do.
type legends interface{ Legend() *render.Legend }

// legend explains what is seen, at the upper left, where maps of the world are emptiest.
// Its picture is drawn with that of the map, by the same code as on exported pictures,
// and changes when the map is crisp. It takes clicks, and leaves drags and the wheel to
// the map.
type legend struct {
	widget.BaseWidget
	m      *MapView
	back   *canvas.Rectangle
	title  *canvas.Text
	fold   *look.Button
	image  *canvas.Image
	none   *canvas.Text // says that there is no room for it
	texts  []string
	full   image.Point // size of the picture, in device pixels
	folded bool
	hidden bool
	opened bool // unfolded by hand where there is little room
}

var (
	_ fyne.Tappable     = (*legend)(nil)
	_ desktop.Hoverable = (*legend)(nil)
)

// Sizes of the legend, in device-independent pixels.
const (
	legendPad   = 10
	legendHead  = 24
	legendMost  = 560 // width of all its columns
	legendFoot  = 42  // kept free below it, for scale and position
	legendTight = 480 // width of a map that it would hide the better part of
)

const noRoom = "No room for it here"

func newLegend(m *MapView) *legend {
	l := &legend{
		m: m, hidden: true, back: canvas.NewRectangle(color.Transparent), title: canvas.NewText("Legend", color.Black),
		image: &canvas.Image{ScaleMode: canvas.ImageScaleFastest}, none: canvas.NewText("", color.Black),
	}
	l.back.CornerRadius, l.back.StrokeWidth = 4, 1
	l.fold = look.NewButton("", look.UIIcon("collapse"), "", (*buttonHint)(m), func() { m.FoldLegend(!l.shut()) }).Quiet()
	l.ExtendBaseWidget(l)
	l.Hide()
	return l
}

// SetLegend shows the legend, folded or not, or hides it; at first there is none.
func (m *MapView) SetLegend(show, folded bool) {
	l := m.parts.legend
	l.hidden, l.folded = !show, folded
	l.update()
	m.want()
	m.legendChanged()
}

// FoldLegend leaves of the legend its title alone, or unfolds it.
func (m *MapView) FoldLegend(fold bool) {
	m.parts.legend.opened = !fold
	m.SetLegend(m.LegendShown(), fold)
}

// LegendShown reports whether the legend is shown, folded or not.
func (m *MapView) LegendShown() bool { return !m.parts.legend.hidden }

// LegendFolded reports whether it was folded by hand, so that its title alone is shown.
// For want of room it may be folded all the same.
func (m *MapView) LegendFolded() bool { return m.parts.legend.folded }

// shut reports whether the title alone is shown: folded by hand, or for want of room
// until it is unfolded by hand.
func (l *legend) shut() bool { return l.folded || l.tight() && !l.opened }

func (l *legend) tight() bool {
	return l.m.view.Width > 0 && float64(l.m.view.Width)/l.m.ratio < legendTight
}

// resized folds it on a map that has become narrow, and unfolds it where there is room
// again.
func (l *legend) resized() {
	if !l.tight() {
		l.opened = false
	}
	l.update()
}

func (m *MapView) legendChanged() {
	if m.OnLegend != nil {
		m.OnLegend(m.LegendShown(), m.LegendFolded())
	}
}

// legendSpec is how large the legend may be that is drawn with the next picture; nil
// where none is to be seen.
func (m *MapView) legendSpec() *render.LegendSpec {
	l := m.parts.legend
	if l.hidden || l.shut() {
		return nil
	}
	w := min(float64(legendMost), 0.6*float64(m.view.Width)/m.ratio) - 2*legendPad
	h := float64(m.view.Height)/m.ratio - edge - legendFoot - legendHead - legendPad
	return &render.LegendSpec{Width: int(w * m.ratio), Height: int(h * m.ratio)}
}

// covers is the part of a picture, with its margin, that the legend stands over.
func (l *legend) covers() image.Rectangle {
	if !l.Visible() {
		return image.Rectangle{}
	}
	at, size, r := l.Position(), l.Size(), float32(l.m.ratio)
	px := func(v float32) int { return margin + int(v*r+0.5) }
	return image.Rect(px(at.X), px(at.Y), px(at.X+size.Width), px(at.Y+size.Height))
}

func sameSpec(a, b *render.LegendSpec) bool {
	return a == b || a != nil && b != nil && *a == *b
}

// showLegend takes the legend that came with a picture.
func (m *MapView) showLegend(p *picture) {
	l := m.parts.legend
	if p.req.Legend == nil || !m.crisp(p.req) {
		return
	}
	var made *render.Legend
	if has, ok := p.hits.(legends); ok {
		made = has.Legend()
	}
	if made == nil {
		made = &render.Legend{}
	}
	var was *image.RGBA
	if had, ok := l.image.Image.(*image.RGBA); ok {
		was = had
	}
	if slices.Equal(made.Texts, l.texts) && sameImage(was, made.Image) {
		return
	}
	l.texts = made.Texts
	l.full = image.Point{}
	l.image.Image = nil
	if made.Image != nil {
		l.image.Image, l.full = made.Image, made.Image.Rect.Size()
		l.image.Refresh()
	}
	l.update()
	m.makeRoom()
	m.want() // labels beneath it have to stand elsewhere
}

func sameImage(a, b *image.RGBA) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Rect == b.Rect && bytes.Equal(a.Pix, b.Pix)
}

// update lays the legend out for what it has to show.
func (l *legend) update() {
	if l.hidden || !l.shut() && len(l.texts) == 0 {
		l.Hide()
		return
	}
	open := !l.shut()
	if open {
		l.fold.SetIcon(look.UIIcon("collapse"))
		l.fold.SetHint("Fold the legend; L hides it")
	} else {
		l.fold.SetIcon(look.UIIcon("expand"))
		l.fold.SetHint("Unfold the legend; L hides it")
	}
	shown(l.image, open && l.full != image.Point{})
	l.none.Text = ""
	if open && l.full == (image.Point{}) {
		l.none.Text = noRoom
	}
	shown(l.none, l.none.Text != "")
	head := l.title.MinSize()
	side := float32(legendHead)
	size := fyne.NewSize(legendPad+head.Width+legendPad+side, side)
	switch {
	case l.image.Visible():
		r := float32(l.m.ratio)
		w, h := float32(l.full.X)/r, float32(l.full.Y)/r
		l.image.Move(fyne.NewPos(legendPad, side))
		l.image.Resize(fyne.NewSize(w, h))
		size = fyne.NewSize(max(size.Width, w+2*legendPad), side+h+legendPad/2)
	case l.none.Visible():
		n := l.none.MinSize()
		l.none.Move(fyne.NewPos(legendPad, side))
		l.none.Resize(n)
		size = fyne.NewSize(max(size.Width, n.Width+2*legendPad), side+n.Height+legendPad)
	}
	l.title.Move(fyne.NewPos(legendPad, (side-head.Height)/2))
	l.title.Resize(head)
	l.fold.Resize(fyne.NewSquareSize(side))
	l.fold.Move(fyne.NewPos(size.Width-side, 0))
	l.back.Resize(size)
	l.Resize(size)
	l.place()
	l.Show()
	canvas.Refresh(l)
}

// place puts the legend into its corner, below the bar of a tool where that reaches so
// far.
func (l *legend) place() {
	y := float32(edge)
	if b := l.m.parts.bar.object; b.Visible() && b.Position().X < edge+l.Size().Width+edge {
		y += b.Size().Height + edge
	}
	if at := fyne.NewPos(edge, y); at != l.Position() {
		l.Move(at)
	}
}

// restyle takes the colours of the theme.
func (l *legend) restyle() {
	p := look.Current()
	l.back.FillColor, l.back.StrokeColor = l.m.theme.Page(), p.Rule
	l.title.Color, l.none.Color = p.Text, p.Muted
	l.title.TextStyle = fyne.TextStyle{Bold: true}
	l.title.TextSize, l.none.TextSize = theme.Size(theme.SizeNameCaptionText), theme.Size(theme.SizeNameCaptionText)
	l.update()
}

// CreateRenderer implements fyne.Widget.
func (l *legend) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{Objects: []fyne.CanvasObject{l.back, l.image, l.none, l.title, l.fold}})
}

// Tapped folds and unfolds by the title; the rest of the legend is no part of the map.
func (l *legend) Tapped(e *fyne.PointEvent) {
	if e.Position.Y <= legendHead {
		l.m.FoldLegend(!l.shut())
	}
}

// MouseIn takes the pointer off the map.
func (l *legend) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (l *legend) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (l *legend) MouseOut() {}

// AccessibilityLabel is what a screen reader says.
func (l *legend) AccessibilityLabel() string {
	text := "Legend"
	for _, t := range l.texts {
		text += "\n" + t
	}
	return text
}
