package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Tinted lays something on a ground in a light tint of a tone.
func Tinted(t Tone, content fyne.CanvasObject) fyne.CanvasObject {
	x := &tinted{tone: t, content: content}
	x.ExtendBaseWidget(x)
	return x
}

type tinted struct {
	widget.BaseWidget
	tone    Tone
	content fyne.CanvasObject
}

// CreateRenderer implements fyne.Widget.
func (t *tinted) CreateRenderer() fyne.WidgetRenderer {
	r := &tintedRenderer{t: t, back: canvas.NewRectangle(color.Transparent)}
	r.back.CornerRadius = 3
	r.back.FillColor, _ = t.tone.wash(Current())
	return r
}

type tintedRenderer struct {
	t    *tinted
	back *canvas.Rectangle
}

func (r *tintedRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.t.content.Move(fyne.NewPos(Grid, 0))
	r.t.content.Resize(fyne.NewSize(max(0, size.Width-2*Grid), size.Height))
}

func (r *tintedRenderer) MinSize() fyne.Size { return r.t.content.MinSize().AddWidthHeight(2*Grid, 0) }

func (r *tintedRenderer) Refresh() {
	r.back.FillColor, _ = r.t.tone.wash(Current())
	r.back.Refresh()
	r.t.content.Refresh()
}

func (r *tintedRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.t.content}
}
func (r *tintedRenderer) Destroy() {}
