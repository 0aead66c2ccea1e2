package look

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// BarlessEntry takes the scroll bar from a text field of one line, whose renderer r is:
// it would lie over the lower half of a text that is longer than the field. The text
// still scrolls with the cursor; the wheel is left to what the field stands in.
//
// The field goes on moving its text by the scroll that it has, which is only not shown:
// the text is, clipped to the same size. (A theme of its own for the scroll would do
// too, but Fyne then forgets the sizes of all texts, each time.)
func BarlessEntry(r fyne.WidgetRenderer) fyne.WidgetRenderer {
	objects := slices.Clone(r.Objects())
	for i, o := range objects {
		if s, ok := o.(*container.Scroll); ok && s.Content != nil {
			b := &barless{WidgetRenderer: r, scroll: s, clip: container.NewClip(s.Content), objects: objects}
			objects[i] = b.clip
			return b
		}
	}
	return r
}

type barless struct {
	fyne.WidgetRenderer
	scroll  *container.Scroll
	clip    *container.Clip
	objects []fyne.CanvasObject
}

func (b *barless) Objects() []fyne.CanvasObject { return b.objects }

func (b *barless) Layout(s fyne.Size) {
	b.WidgetRenderer.Layout(s)
	b.place()
}

func (b *barless) Refresh() {
	b.WidgetRenderer.Refresh()
	b.place()
}

func (b *barless) place() {
	b.clip.Move(b.scroll.Position())
	b.clip.Resize(b.scroll.Size())
}
