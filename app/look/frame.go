package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Framed puts the frame of an entry around o: Fyne's select has none, and looks
// like plain text among fields.
func Framed(o fyne.CanvasObject) *fyne.Container {
	f := &frame{}
	f.ExtendBaseWidget(f)
	return container.NewStack(o, f)
}

// frame is an empty rectangle with the border of an entry. It takes no part in what
// the pointer does, and follows the change from light to dark by itself.
type frame struct{ widget.BaseWidget }

// CreateRenderer implements fyne.Widget.
func (f *frame) CreateRenderer() fyne.WidgetRenderer {
	r := &frameRenderer{rect: canvas.NewRectangle(color.Transparent)}
	r.WidgetRenderer = widget.NewSimpleRenderer(r.rect)
	r.style()
	return r
}

type frameRenderer struct {
	fyne.WidgetRenderer
	rect *canvas.Rectangle
}

func (r *frameRenderer) style() {
	r.rect.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	r.rect.StrokeWidth = theme.Size(theme.SizeNameInputBorder)
	r.rect.CornerRadius = theme.Size(theme.SizeNameInputRadius)
}

// Refresh implements fyne.WidgetRenderer.
func (r *frameRenderer) Refresh() {
	r.style()
	r.rect.Refresh()
}
