package entry

import (
	"time"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/field"
)

// canvas is the one that shows the form; nil before it was first drawn.
func (f *Form) canvas() fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(f.content)
}

// The driver knows the canvas of what it has drawn. A form that was just shown is
// tried again for a second.
const (
	focusAgain = 40 * time.Millisecond
	focusTries = 25
)

// focus puts the cursor into a field of the form.
func (f *Form) focus(w fyne.Focusable) { f.tryFocus(w, f.opening, focusTries) }

func (f *Form) tryFocus(w fyne.Focusable, opening, tries int) {
	switch c := f.canvas(); {
	case opening != f.opening:
	case c != nil:
		c.Focus(w)
	case tries > 0:
		f.deps.After(focusAgain, func() { f.tryFocus(w, opening, tries-1) })
	}
}

// Focus puts the cursor into the form: where it was, or into the kind while none
// is chosen, else into the title.
func (f *Form) Focus() {
	switch {
	case f.d == nil:
	case f.asking != nil:
		f.focus(f.asking)
	case f.last != nil && f.panel.holds(f.last):
		f.focus(f.last)
	case f.d.Kind == "":
		f.focus(f.kind)
	default:
		f.focus(f.title)
	}
}

// holdsFocus reports whether the focus is on one of the form's own widgets.
func (f *Form) holdsFocus(c fyne.Canvas) bool {
	switch w := c.Focused().(type) {
	case *question:
		return w == f.asking
	case *radar:
		return w == f.radar
	case interface{ HostedBy(field.Host) bool }:
		return f.panel != nil && w.HostedBy(f.panel)
	}
	return false
}
