package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// cross marks the map's middle while a place is picked: Enter takes that place.
type cross struct {
	object *fyne.Container
	bars   [4]*canvas.Rectangle
}

func newCross() *cross {
	c := &cross{object: container.NewWithoutLayout()}
	for i := range c.bars {
		c.bars[i] = canvas.NewRectangle(theme.Color(theme.ColorNamePrimary))
		c.object.Add(c.bars[i])
	}
	c.object.Hide()
	return c
}

// layout leaves the very middle open, to see what is there.
func (c *cross) layout(size fyne.Size) {
	const open, long, thick = 5, 12, 2
	x, y := size.Width/2, size.Height/2
	place := func(i int, left, top, w, h float32) {
		c.bars[i].Move(fyne.NewPos(left, top))
		c.bars[i].Resize(fyne.NewSize(w, h))
	}
	place(0, x-open-long, y-thick/2, long, thick)
	place(1, x+open, y-thick/2, long, thick)
	place(2, x-thick/2, y-open-long, thick, long)
	place(3, x-thick/2, y+open, thick, long)
}

func (c *cross) refresh() {
	for _, b := range c.bars {
		b.FillColor = theme.Color(theme.ColorNamePrimary)
		b.Refresh()
	}
}
