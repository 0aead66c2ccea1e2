package field

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Button is a small word to click on. It is outside the Tab order, which is for
// what can be typed in: whatever it does has a shortcut as well.
type Button struct {
	widget.BaseWidget
	text    string
	strong  bool
	tap     func()
	hovered bool
}

// NewButton returns a button; strong ones are filled with the accent.
func NewButton(text string, strong bool, tap func()) *Button {
	b := &Button{text: text, strong: strong, tap: tap}
	b.ExtendBaseWidget(b)
	return b
}

// SetText changes the word.
func (b *Button) SetText(s string) {
	b.text = s
	b.Refresh()
}

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(*fyne.PointEvent) { b.tap() }

// Cursor implements desktop.Cursorable.
func (b *Button) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() {
	b.hovered = false
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b: b, back: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type buttonRenderer struct {
	b    *Button
	back *canvas.Rectangle
	text *canvas.Text
}

func (r *buttonRenderer) Destroy()                     {}
func (r *buttonRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back, r.text} }

func (r *buttonRenderer) pad() float32 {
	p := r.b.Theme().Size(theme.SizeNameInnerPadding)
	if r.b.strong {
		return 2 * p
	}
	return p
}

func (r *buttonRenderer) MinSize() fyne.Size {
	t := r.text.MinSize()
	return fyne.NewSize(t.Width+2*r.pad(), t.Height+r.b.Theme().Size(theme.SizeNameInnerPadding)*1.5)
}

func (r *buttonRenderer) Layout(s fyne.Size) {
	m := r.MinSize()
	r.back.Move(fyne.NewPos(0, (s.Height-m.Height)/2))
	r.back.Resize(fyne.NewSize(s.Width, m.Height))
	t := r.text.MinSize()
	r.text.Move(fyne.NewPos((s.Width-t.Width)/2, (s.Height-t.Height)/2))
	r.text.Resize(t)
}

func (r *buttonRenderer) Refresh() {
	th, v := r.b.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.text.Text, r.text.TextSize = r.b.text, th.Size(theme.SizeNameCaptionText)
	r.text.Color, r.back.FillColor = th.Color(theme.ColorNamePrimary, v), color.Color(color.Transparent)
	r.back.CornerRadius = th.Size(theme.SizeNameButtonRadius)
	if r.b.strong {
		r.text.TextSize = th.Size(theme.SizeNameText)
		r.text.Color, r.back.FillColor = th.Color(theme.ColorNameForegroundOnPrimary, v), th.Color(theme.ColorNamePrimary, v)
	} else if r.b.hovered {
		r.back.FillColor = th.Color(theme.ColorNameHover, v)
	}
	r.Layout(r.b.Size())
	r.back.Refresh()
	r.text.Refresh()
}
