package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"sitmap/app/look"
)

// card is a few lines of text on a ground of their own. It takes no part in what
// the pointer does.
type card struct {
	object *fyne.Container
	back   *canvas.Rectangle
	texts  []*canvas.Text
	lines  []line
}

// line is a line of a card.
type line struct {
	text   string
	strong bool
	muted  bool
}

const cardPad = 6

func newCard() *card {
	c := &card{back: canvas.NewRectangle(color.Transparent)}
	c.back.CornerRadius = 4
	c.back.StrokeWidth = 1
	c.object = container.NewWithoutLayout(c.back)
	c.object.Hide()
	return c
}

func (c *card) setText(text string) {
	if text == "" {
		c.set(nil)
		return
	}
	c.set([]line{{text: text}})
}

// set shows the lines, none hides the card.
func (c *card) set(lines []line) {
	if equal(lines, c.lines) {
		return
	}
	c.lines = lines
	c.refresh()
}

func equal(a, b []line) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func (c *card) refresh() {
	if len(c.lines) == 0 {
		c.object.Hide()
		return
	}
	p := look.Current()
	c.back.FillColor, c.back.StrokeColor = p.Raised, p.Rule
	for len(c.texts) < len(c.lines) {
		t := canvas.NewText("", p.Text)
		c.texts = append(c.texts, t)
		c.object.Add(t)
	}
	y, width := float32(cardPad), float32(0)
	for i, t := range c.texts {
		if i >= len(c.lines) {
			t.Hide()
			continue
		}
		l := c.lines[i]
		t.Text, t.Color = l.text, p.Text
		t.TextSize = theme.Size(theme.SizeNameText)
		if l.muted {
			t.Color, t.TextSize = p.Muted, theme.Size(theme.SizeNameCaptionText)
		}
		t.TextStyle = look.StyleFor(l.text, fyne.TextStyle{Bold: l.strong})
		size := fyne.MeasureText(t.Text, t.TextSize, t.TextStyle)
		t.Move(fyne.NewPos(cardPad+2, y))
		t.Resize(size)
		y += size.Height
		width = max(width, size.Width)
		t.Show()
		t.Refresh()
	}
	whole := fyne.NewSize(width+2*cardPad+4, y+cardPad)
	c.back.Resize(whole)
	c.back.Refresh()
	c.object.Resize(whole)
	c.object.Show()
}

// size is that of the card as shown; nothing while hidden.
func (c *card) size() fyne.Size {
	if !c.object.Visible() {
		return fyne.Size{}
	}
	return c.object.Size()
}

// text is what the card says, for tests and screen readers.
func (c *card) text() string {
	s := ""
	for i, l := range c.lines {
		if i > 0 {
			s += "\n"
		}
		s += l.text
	}
	return s
}
