package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Named sets a field's name before it, in a column that all rows of a form share; width
// is that column's, in device-independent pixels. The name is no Tab stop.
func Named(width float32, name string, field fyne.CanvasObject) fyne.CanvasObject {
	l := widget.NewLabel(name)
	l.Importance = widget.LowImportance
	return container.New(nameBefore{width}, l, field)
}

// nameBefore sets a name and what it names side by side.
type nameBefore struct{ width float32 }

// Layout implements fyne.Layout.
func (n nameBefore) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(n.width, o[0].MinSize().Height))
	o[0].Move(fyne.Position{})
	o[1].Resize(fyne.NewSize(max(0, size.Width-n.width), size.Height))
	o[1].Move(fyne.NewPos(n.width, 0))
}

// MinSize implements fyne.Layout.
func (n nameBefore) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(n.width+b.Width, max(a.Height, b.Height))
}
