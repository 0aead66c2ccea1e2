package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// findEntry is the filter's field: Escape clears it, Enter and the down arrow go to
// the list.
type findEntry struct {
	widget.Entry
	toList func()
}

func newFindEntry(changed func(string), toList func()) *findEntry {
	f := &findEntry{toList: toList}
	f.PlaceHolder = "Find: words in any spelling (Ctrl+F)"
	f.OnChanged = changed
	f.OnSubmitted = func(string) { toList() }
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey implements fyne.Focusable.
func (f *findEntry) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		if f.Text == "" {
			f.toList()
		} else {
			f.empty()
		}
	case fyne.KeyDown, fyne.KeyF6:
		f.toList()
	default:
		f.Entry.TypedKey(e)
	}
}

// empty takes all that was typed away, as keys do: Fyne's SetText leaves what was
// selected selected, and the letter typed next would be lost to the one behind it.
func (f *findEntry) empty() {
	f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
}
