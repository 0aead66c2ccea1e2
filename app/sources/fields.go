package sources

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// typed is a field: Ctrl+Enter does what the page is for, Escape leaves, Enter in one
// of a single line goes on.
type typed struct {
	widget.Entry
	done, leave func()
	onEnter     func() // nil: the next field
}

func newTyped(holder string, done, leave func()) *typed {
	t := &typed{done: done, leave: leave}
	t.PlaceHolder = holder
	t.ExtendBaseWidget(t)
	return t
}

// AcceptsTab implements fyne.Tabbable: Tab always goes to the next field.
func (t *typed) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (t *typed) TypedKey(e *fyne.KeyEvent) {
	enter := e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter
	switch {
	case e.Name == fyne.KeyEscape:
		t.leave()
	case enter && t.onEnter != nil:
		t.onEnter()
	case enter && !t.MultiLine:
		if c := canvasOf(t); c != nil {
			c.FocusNext()
		}
	default:
		t.Entry.TypedKey(e)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (t *typed) TypedShortcut(s fyne.Shortcut) {
	if isConfirm(s) {
		t.done()
		return
	}
	t.Entry.TypedShortcut(s)
}

func isConfirm(s fyne.Shortcut) bool {
	k, ok := s.(*desktop.CustomShortcut)
	return ok && k.Modifier == fyne.KeyModifierControl && (k.KeyName == fyne.KeyReturn || k.KeyName == fyne.KeyEnter)
}

// choice is a field with a few values: the arrows change it, a letter chooses the first
// value that begins with it.
type choice struct {
	widget.Select
	done, leave func()
}

func newChoice(options []string, done, leave func()) *choice {
	c := &choice{done: done, leave: leave}
	c.Options = options
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey implements fyne.Focusable.
func (c *choice) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		c.leave()
	case fyne.KeyReturn, fyne.KeyEnter:
		if to := canvasOf(c); to != nil {
			to.FocusNext()
		}
	default:
		c.Select.TypedKey(e)
	}
}

// TypedRune implements fyne.Focusable.
func (c *choice) TypedRune(r rune) {
	for i, o := range c.Options {
		if first := []rune(o)[0]; unicode.ToLower(first) == unicode.ToLower(r) {
			c.SetSelectedIndex(i)
			return
		}
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (c *choice) TypedShortcut(s fyne.Shortcut) {
	if isConfirm(s) {
		c.done()
	}
}
