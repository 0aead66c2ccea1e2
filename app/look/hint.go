package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Hinter shows what the thing under the pointer or the focus does; "" ends it. The
// window's status line is one. Fyne has no tooltips.
type Hinter interface{ Hint(text string) }

// Button is a button that says in the status line what it does, with its keys.
type Button struct {
	widget.Button
	hint string
	to   Hinter
}

// NewButton makes a button; text or icon may be empty, hint and to as well.
func NewButton(text string, icon fyne.Resource, hint string, to Hinter, tapped func()) *Button {
	b := &Button{hint: hint, to: to}
	b.Text, b.Icon, b.OnTapped = text, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// Quiet makes the button one without a ground until the pointer is over it.
func (b *Button) Quiet() *Button {
	b.Importance = widget.LowImportance
	return b
}

// SetHint changes what is said.
func (b *Button) SetHint(hint string) { b.hint = hint }

// AccessibilityLabel is what a screen reader says.
func (b *Button) AccessibilityLabel() string {
	if b.Text != "" {
		return b.Text
	}
	return b.hint
}

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.Button.MouseIn(e)
	b.say(b.hint)
}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() {
	b.Button.MouseOut()
	b.say("")
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() {
	b.Button.FocusGained()
	b.say(b.hint)
}

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() {
	b.Button.FocusLost()
	b.say("")
}

// TypedKey presses the button with Enter too, not with Space alone. Keys that a
// button has no use for go to the window.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(e)
		}
	}
}

func (b *Button) say(text string) {
	if b.to != nil && b.hint != "" {
		b.to.Hint(text)
	}
}
