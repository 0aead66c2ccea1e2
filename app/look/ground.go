package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Ground is a plain rectangle in a colour of the theme. It follows the change from
// light to dark by itself.
type Ground struct {
	widget.BaseWidget
	name fyne.ThemeColorName
}

// NewGround makes a rectangle in the theme's colour of that name.
func NewGround(name fyne.ThemeColorName) *Ground {
	g := &Ground{name: name}
	g.ExtendBaseWidget(g)
	return g
}

// SetColour changes the colour.
func (g *Ground) SetColour(name fyne.ThemeColorName) {
	g.name = name
	g.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	rect := canvas.NewRectangle(theme.Color(g.name))
	return &groundRenderer{WidgetRenderer: widget.NewSimpleRenderer(rect), ground: g, rect: rect}
}

type groundRenderer struct {
	fyne.WidgetRenderer
	ground *Ground
	rect   *canvas.Rectangle
}

func (r *groundRenderer) Refresh() {
	r.rect.FillColor = theme.Color(r.ground.name)
	r.rect.Refresh()
}

// Panel puts o on the panel colour.
func Panel(o fyne.CanvasObject) *fyne.Container {
	return container.NewStack(NewGround(theme.ColorNameBackground), o)
}

// Hairline is a horizontal line between two parts of a page.
func Hairline() fyne.CanvasObject { return widget.NewSeparator() }
