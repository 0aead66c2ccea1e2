package panel

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/layers"
	"sitmap/app/look"
)

// colours offers colours side by side, and any other as #rrggbb.
type colours struct {
	box    *fyne.Container
	chips  []*chip
	other  *field
	value  layers.Colour
	chosen func(layers.Colour)
}

func newColours(what string, hints look.Hinter, chosen func(layers.Colour)) *colours {
	c := &colours{chosen: chosen}
	row := container.New(&look.Flow{Gap: 3})
	for _, v := range layers.Colours {
		k := &chip{colour: v, hint: what + " " + v.String(), hints: hints, tapped: func() { c.take(v) }}
		k.ExtendBaseWidget(k)
		c.chips = append(c.chips, k)
		row.Add(k)
	}
	c.other = newField("#rrggbb", func(text string) bool {
		var v layers.Colour
		if v.UnmarshalText([]byte(text)) != nil {
			return false
		}
		c.take(v)
		return true
	})
	c.box = container.New(look.Rows{Gap: 3}, row, c.other)
	return c
}

func (c *colours) take(v layers.Colour) {
	if v != c.value {
		c.set(v)
		c.chosen(v)
	}
}

func (c *colours) set(v layers.Colour) {
	c.value = v
	c.other.show(v.String())
	for _, k := range c.chips {
		if on := k.colour == v; on != k.on {
			k.on = on
			k.Refresh()
		}
	}
}

// chip is one of the colours that are offered.
type chip struct {
	widget.BaseWidget
	colour           layers.Colour
	hint             string
	hints            look.Hinter
	on, focused, off bool
	tapped           func()
}

const chipSide = 15

// AccessibilityLabel is what a screen reader says.
func (k *chip) AccessibilityLabel() string { return k.hint }

// Tapped implements fyne.Tappable.
func (k *chip) Tapped(*fyne.PointEvent) { k.press() }

func (k *chip) press() {
	if !k.off {
		k.tapped()
	}
}

// MouseIn implements desktop.Hoverable.
func (k *chip) MouseIn(*desktop.MouseEvent) { k.say(k.hint) }

// MouseMoved implements desktop.Hoverable.
func (k *chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (k *chip) MouseOut() { k.say("") }

// FocusGained implements fyne.Focusable.
func (k *chip) FocusGained() { k.focused = true; k.say(k.hint); k.Refresh() }

// FocusLost implements fyne.Focusable.
func (k *chip) FocusLost() { k.focused = false; k.say(""); k.Refresh() }

// TypedRune implements fyne.Focusable.
func (k *chip) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (k *chip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		k.press()
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(k); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(e)
		}
	}
}

func (k *chip) say(text string) {
	if k.hints != nil {
		k.hints.Hint(text)
	}
}

// CreateRenderer implements fyne.Widget.
func (k *chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{chip: k, rect: canvas.NewRectangle(color.Black)}
	r.Refresh()
	return r
}

type chipRenderer struct {
	chip *chip
	rect *canvas.Rectangle
}

func (r *chipRenderer) Layout(s fyne.Size) { r.rect.Resize(s) }
func (r *chipRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(chipSide) }

func (r *chipRenderer) Refresh() {
	p := look.Current()
	r.rect.FillColor = look.KindColour(r.chip.colour.String(), p)
	r.rect.CornerRadius = 3
	r.rect.StrokeWidth, r.rect.StrokeColor = 0, color.Transparent
	switch {
	case r.chip.focused:
		r.rect.StrokeWidth, r.rect.StrokeColor = 2.5, p.Accent
	case r.chip.on:
		r.rect.StrokeWidth, r.rect.StrokeColor = 2, p.Text
	}
	canvas.Refresh(r.rect)
}

func (r *chipRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *chipRenderer) Destroy()                     {}
