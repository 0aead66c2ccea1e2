package roster

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Find is the field over a list that narrows it: the arrow down and Enter lead into
// the list, Escape empties the field, and then leaves it.
type Find struct {
	widget.Entry
	list func() // gives the list the keyboard
	// OnKey is told of Escape in an empty field, of Insert and of F6.
	OnKey func(*fyne.KeyEvent)
}

// NewFind makes a field; changed is told every text, list gives the list the keyboard.
func NewFind(holder string, changed func(string), list func()) *Find {
	f := &Find{list: list}
	f.PlaceHolder, f.OnChanged = holder, changed
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey implements fyne.Focusable.
func (f *Find) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		f.list()
	case fyne.KeyEscape:
		if f.Text != "" {
			f.SetText("")
			return
		}
		f.other(e)
	case fyne.KeyInsert, fyne.KeyF6:
		f.other(e)
	default:
		f.Entry.TypedKey(e)
	}
}

func (f *Find) other(e *fyne.KeyEvent) {
	if f.OnKey != nil {
		f.OnKey(e)
	}
}
