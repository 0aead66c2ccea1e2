package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// A dialog is modal: while one stands, the window's own keys rest, Escape puts it
// away and Enter says yes. Fyne does none of that.

// show shows a dialog that Escape closes.
func (d *desk) show(dlg dialog.Dialog) {
	d.dialogs = append(d.dialogs, dlg)
	dlg.SetOnClosed(func() {
		d.status.Hint("") // that of a button that went with the dialog
		for i, other := range d.dialogs {
			if other == dlg {
				d.dialogs = append(d.dialogs[:i], d.dialogs[i+1:]...)
				break
			}
		}
	})
	dlg.Show()
}

// modal reports whether something stands before the window that must be answered
// first.
func (d *desk) modal() bool { return d.win.Canvas().Overlays().Top() != nil }

// escape puts the topmost dialog away.
func (d *desk) escape() {
	if n := len(d.dialogs); n > 0 {
		d.dialogs[n-1].Hide()
		return
	}
	if top := d.win.Canvas().Overlays().Top(); top != nil {
		top.Hide()
	}
}

// confirm answers the topmost dialog with yes, where it asks something.
func (d *desk) confirm() {
	n := len(d.dialogs)
	if n == 0 {
		return
	}
	if ask, ok := d.dialogs[n-1].(interface{ Confirm() }); ok {
		ask.Confirm()
		return
	}
	d.dialogs[n-1].Hide()
}

// resting does nothing while a dialog stands.
func (d *desk) resting(do func()) func() {
	return func() {
		if !d.modal() {
			do()
		}
	}
}

// field is an entry of a dialog: Escape closes the dialog.
type field struct {
	widget.Entry
	escape  func()
	focused func() // where the dialog scrolls to it; may be nil
}

func (d *desk) newField(text string) *field {
	f := &field{escape: d.escape}
	f.Text = text
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		f.escape()
		return
	}
	f.Entry.TypedKey(e)
}

// FocusGained implements fyne.Focusable.
func (f *field) FocusGained() {
	f.Entry.FocusGained()
	if f.focused != nil {
		f.focused()
	}
}

// choice is a field with proposals.
type choice struct {
	widget.SelectEntry
	escape  func()
	focused func() // as of a field
}

// FocusGained implements fyne.Focusable.
func (c *choice) FocusGained() {
	c.SelectEntry.FocusGained()
	if c.focused != nil {
		c.focused()
	}
}

func (d *desk) newChoice(text string, proposals []string) *choice {
	c := &choice{escape: d.escape}
	c.ExtendBaseWidget(c)
	c.SetOptions(proposals)
	c.SetText(text)
	return c
}

// TypedKey implements fyne.Focusable.
func (c *choice) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		c.escape()
		return
	}
	c.SelectEntry.TypedKey(e)
}
