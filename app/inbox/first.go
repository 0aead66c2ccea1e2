package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
)

// first is the button of the empty state. It has the keyboard while there is no list
// to have it, and takes the panel's keys.
type first struct {
	widget.Button
	p *Panel
}

func newFirst(p *Panel) *first {
	f := &first{p: p}
	f.Text, f.Icon, f.Importance = "Add an item …", look.UIIcon("add"), widget.HighImportance
	f.OnTapped = func() { p.Add(Draft{How: "typed in"}) }
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey implements fyne.Focusable.
func (f *first) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		f.OnTapped()
	default:
		f.p.typedKey(e)
	}
}

// TypedRune implements fyne.Focusable.
func (f *first) TypedRune(r rune) { f.p.typedRune(r) }

// TypedShortcut implements fyne.Shortcutable.
func (f *first) TypedShortcut(s fyne.Shortcut) { f.p.typedShortcut(s) }
