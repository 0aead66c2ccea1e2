package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// field is a text that is told once it is done: on Enter, or when the keyboard goes
// elsewhere. What cannot be taken is marked and stays to be mended; Escape takes the
// typing back.
type field struct {
	widget.Entry
	kept    string // what is in the store
	done    func(text string) bool
	focused bool
}

func newField(placeholder string, done func(text string) bool) *field {
	f := &field{done: done}
	f.SetPlaceHolder(placeholder)
	f.OnSubmitted = func(string) { f.finish() }
	f.ExtendBaseWidget(f)
	return f
}

// show sets the text, unless it is being typed.
func (f *field) show(text string) {
	same := f.kept == text
	f.kept = text
	if f.focused && f.Text != text || same && f.Text == text {
		return
	}
	f.SetText(text)
	f.SetValidationError(nil)
}

func (f *field) finish() {
	if f.Text == f.kept {
		f.SetValidationError(nil)
		return
	}
	if text := f.Text; f.done(text) {
		f.kept = text
		f.SetValidationError(nil)
		return
	}
	f.SetValidationError(errNotTaken)
}

// FocusGained implements fyne.Focusable.
func (f *field) FocusGained() {
	f.focused = true
	f.Entry.FocusGained()
}

// FocusLost implements fyne.Focusable.
func (f *field) FocusLost() {
	f.focused = false
	f.Entry.FocusLost()
	f.finish()
}

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		f.SetText(f.kept)
		f.SetValidationError(nil)
		return
	}
	f.Entry.TypedKey(e)
}
