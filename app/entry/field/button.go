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
	icon    fyne.Resource // in place of the text
	tone    Tone
	tap     func()
	hovered bool
}

// Tone is how much a button asks to be seen.
type Tone int

// The tones: like a link, filled with the accent, or grey like small print.
const (
	Plain Tone = iota
	Strong
	Quiet
)

// NewButton returns a button with a word on it.
func NewButton(text string, tone Tone, tap func()) *Button {
	b := &Button{text: text, tone: tone, tap: tap}
	b.ExtendBaseWidget(b)
	return b
}

// NewIcon returns a small quiet button with an icon.
func NewIcon(icon fyne.Resource, tap func()) *Button {
	b := &Button{icon: icon, tone: Quiet, tap: tap}
	b.ExtendBaseWidget(b)
	return b
}

// SetText changes the word.
func (b *Button) SetText(s string) {
	b.text = s
	b.Refresh()
}

// SetTone changes how much the button asks to be seen.
func (b *Button) SetTone(t Tone) {
	b.tone = t
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
	r := &buttonRenderer{
		b: b, back: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", nil), icon: widget.NewIcon(nil),
	}
	r.Refresh()
	return r
}

type buttonRenderer struct {
	b    *Button
	back *canvas.Rectangle
	text *canvas.Text
	icon *widget.Icon
}

func (r *buttonRenderer) Destroy() {}
func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.text, r.icon}
}

func (r *buttonRenderer) pad() float32 {
	p := r.b.Theme().Size(theme.SizeNameInnerPadding)
	if r.b.tone == Strong {
		return 2 * p
	}
	return p
}

const iconSize = 16

func (r *buttonRenderer) MinSize() fyne.Size {
	if r.b.icon != nil {
		return fyne.NewSize(iconSize+6, iconSize+6)
	}
	t := r.text.MinSize()
	return fyne.NewSize(t.Width+2*r.pad(), t.Height+r.b.Theme().Size(theme.SizeNameInnerPadding)*1.5)
}

func (r *buttonRenderer) Layout(s fyne.Size) {
	m := r.MinSize()
	if r.b.icon != nil { // beside the first line of a field that may have several
		first := min(s.Height, r.b.Theme().Size(theme.SizeNameText)+18)
		r.back.Move(fyne.NewPos(0, (first-m.Height)/2))
		r.back.Resize(m)
		r.icon.Move(fyne.NewPos(3, (first-iconSize)/2))
		r.icon.Resize(fyne.NewSquareSize(iconSize))
		return
	}
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
	if r.b.icon != nil {
		r.icon.SetResource(theme.NewColoredResource(r.b.icon, theme.ColorNamePlaceHolder))
	}
	switch {
	case r.b.tone == Strong:
		r.text.TextSize = th.Size(theme.SizeNameText)
		r.text.Color, r.back.FillColor = th.Color(theme.ColorNameForegroundOnPrimary, v), th.Color(theme.ColorNamePrimary, v)
	case r.b.hovered:
		r.back.FillColor = th.Color(theme.ColorNameHover, v)
	case r.b.tone == Quiet:
		r.text.Color = th.Color(theme.ColorNamePlaceHolder, v)
	}
	r.Layout(r.b.Size())
	r.back.Refresh()
	r.text.Refresh()
}
