package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// shortcuts gives the window the keys that stand in no menu.
func (d *desk) shortcuts() {
	c := d.win.Canvas()
	toForm := func(s fyne.Shortcut) {
		if d.writing {
			d.form.TypedShortcut(s)
		}
	}
	confirm := func(s fyne.Shortcut) {
		if b := d.shelf.shown; b != nil && !d.modal() {
			b.confirm()
			return
		}
		toForm(s)
	}
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierControl}, confirm)
		c.AddShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}, toForm)
	}
	for k := 'A'; k <= 'Y'; k++ { // Z is redo's
		c.AddShortcut(&desktop.CustomShortcut{
			KeyName: fyne.KeyName(k), Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift,
		}, toForm)
	}
	c.SetOnTypedKey(d.typedKey)
	c.SetOnTypedRune(func(r rune) {
		if r == '/' && !d.modal() {
			d.find()
		}
	})
}

// typedKey takes the keys that nothing else wants.
func (d *desk) typedKey(e *fyne.KeyEvent) {
	if d.modal() {
		switch e.Name {
		case fyne.KeyEscape:
			d.escape()
		case fyne.KeyReturn, fyne.KeyEnter:
			d.confirm()
		}
		return
	}
	switch e.Name {
	case fyne.KeyF6:
		d.nextPanel()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
		d.focusList()
		d.list.Focusable().TypedKey(e)
	case fyne.KeyReturn, fyne.KeyEnter:
		d.editSelected()
	case fyne.KeyDelete:
		d.removeSelected()
	case fyne.KeyEscape:
		if d.writing {
			d.form.Leave()
			return
		}
		d.selectEvent("")
	}
}

// typist is a field that can undo typing of its own.
type typist interface {
	Undo()
	Redo()
}

// typedUndo is Ctrl+Z: in a field it undoes the typing, elsewhere the newest change
// of the store.
func (d *desk) typedUndo() {
	if t, ok := d.win.Canvas().Focused().(typist); ok {
		t.Undo()
		return
	}
	if d.modal() || d.open == nil {
		return
	}
	if !d.open.undo {
		d.status.Say("%s.", d.menus.undoName)
		return
	}
	d.undo()
}

// typedDelete is Ctrl+Backspace: in a field it deletes the word before the cursor,
// elsewhere the selected event.
func (d *desk) typedDelete() {
	if t, ok := d.win.Canvas().Focused().(interface {
		typist
		fyne.Shortcutable
	}); ok {
		t.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyBackspace, Modifier: fyne.KeyModifierShortcutDefault})
		return
	}
	if !d.modal() {
		d.removeSelected()
	}
}

func (d *desk) typedRedo() {
	if t, ok := d.win.Canvas().Focused().(typist); ok {
		t.Redo()
		return
	}
	if d.modal() || d.open == nil {
		return
	}
	if !d.open.redo {
		d.status.Say("%s.", d.menus.redoName)
		return
	}
	d.redo()
}
