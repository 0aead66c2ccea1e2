package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tone is what a badge or a notice says by its colour, beside its words.
type Tone uint8

// The tones.
const (
	Neutral Tone = iota
	Accented
	Good
	Caution
	Bad
)

// Colour is the colour of the tone in a palette.
func (t Tone) Colour(p Palette) color.NRGBA {
	switch t {
	case Accented:
		return p.Accent
	case Good:
		return p.Success
	case Caution:
		return p.Warning
	case Bad:
		return p.Error
	}
	return p.Muted
}

// wash is a light tint of the tone on the panel, and ink the tone's colour made
// readable on it.
func (t Tone) wash(p Palette) (ground, ink color.NRGBA) {
	c := t.Colour(p)
	ground = Over(withAlpha(c, 0x22), p.Panel)
	return ground, Readable(c, ground, 4.5)
}

// Chip is a badge: a word or two on a tinted ground.
type Chip struct {
	widget.BaseWidget
	text string
	tone Tone
}

// NewChip makes a badge.
func NewChip(text string, tone Tone) *Chip {
	c := &Chip{text: text, tone: tone}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes what the badge says.
func (c *Chip) Set(text string, tone Tone) {
	if c.text == text && c.tone == tone {
		return
	}
	c.text, c.tone = text, tone
	c.Refresh()
}

// Text is what the badge says.
func (c *Chip) Text() string { return c.text }

// AccessibilityLabel is what a screen reader says.
func (c *Chip) AccessibilityLabel() string { return c.text }

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{chip: c, back: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Black)}
	r.back.CornerRadius = 4
	r.Refresh()
	return r
}

type chipRenderer struct {
	chip *Chip
	back *canvas.Rectangle
	text *canvas.Text
}

func (r *chipRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	t := r.text.MinSize()
	r.text.Resize(t)
	r.text.Move(fyne.NewPos((s.Width-t.Width)/2, (s.Height-t.Height)/2))
}

func (r *chipRenderer) MinSize() fyne.Size {
	return r.text.MinSize().AddWidthHeight(3*Grid, Grid/2)
}

func (r *chipRenderer) Refresh() {
	ground, ink := r.chip.tone.wash(Current())
	r.back.FillColor = ground
	r.text.Text, r.text.Color = r.chip.text, ink
	r.text.TextSize = r.chip.Theme().Size(theme.SizeNameCaptionText)
	r.text.TextStyle = StyleFor(r.chip.text, fyne.TextStyle{})
	r.Layout(r.chip.Size())
	r.back.Refresh()
	r.text.Refresh()
}

func (r *chipRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back, r.text} }
func (r *chipRenderer) Destroy()                     {}
