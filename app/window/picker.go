package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
)

// picker is a choice of a dialog among few things, each with a code for the program and
// a name for people. Escape closes the dialog.
type picker struct {
	widget.Select
	codes   []string
	escape  func()
	focused func() // as of a field
}

// FocusGained implements fyne.Focusable.
func (p *picker) FocusGained() {
	p.Select.FocusGained()
	if p.focused != nil {
		p.focused()
	}
}

// newPicker makes one of pairs of code and name; changed is called with each new choice
// of the user's.
func (d *desk) newPicker(pairs [][2]string, changed func()) *picker {
	p := &picker{escape: d.escape}
	p.ExtendBaseWidget(p)
	p.set(pairs)
	p.OnChanged = func(string) {
		if changed != nil {
			changed()
		}
	}
	return p
}

// set changes what can be chosen.
func (p *picker) set(pairs [][2]string) {
	p.codes, p.Options = nil, nil
	for _, x := range pairs {
		p.codes, p.Options = append(p.codes, x[0]), append(p.Options, x[1])
	}
	p.Refresh()
}

// code is that of what is chosen; "" for nothing.
func (p *picker) code() string {
	if i := p.SelectedIndex(); i >= 0 && i < len(p.codes) {
		return p.codes[i]
	}
	return ""
}

// choose chooses by the code, if it is among those.
func (p *picker) choose(code string) {
	if i := slices.Index(p.codes, code); i >= 0 {
		p.SetSelectedIndex(i)
	}
}

// TypedKey implements fyne.Focusable.
func (p *picker) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		p.escape()
		return
	}
	p.Select.TypedKey(e)
}

// tick is a switch of a dialog: Escape closes the dialog.
type tick struct {
	widget.Check
	escape  func()
	focused func() // as of a field
}

// FocusGained implements fyne.Focusable.
func (t *tick) FocusGained() {
	t.Check.FocusGained()
	if t.focused != nil {
		t.focused()
	}
}

func (d *desk) newTick(text string, changed func()) *tick {
	t := &tick{escape: d.escape}
	t.Text = text
	t.OnChanged = func(bool) { changed() }
	t.ExtendBaseWidget(t)
	return t
}

// TypedKey implements fyne.Focusable.
func (t *tick) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		t.escape()
		return
	}
	t.Check.TypedKey(e)
}

// labelled is a field with its name before it, in a column that all rows share.
func labelled(name string, field fyne.CanvasObject) fyne.CanvasObject {
	if p, ok := field.(*picker); ok {
		field = look.Framed(p)
	}
	return look.Named(nameWidth, name, field)
}

// nameWidth is the width of the column of names.
const nameWidth = 27 * look.Grid

// follow has a scroll show whichever of its fields has the focus.
func follow(scroll *container.Scroll, fields ...fyne.CanvasObject) {
	for _, o := range fields {
		reveal := func() { scrollTo(scroll, o) }
		switch f := o.(type) {
		case *field:
			f.focused = reveal
		case *choice:
			f.focused = reveal
		case *picker:
			f.focused = reveal
		case *tick:
			f.focused = reveal
		}
	}
}

// scrollTo brings all of an object into sight.
func scrollTo(scroll *container.Scroll, o fyne.CanvasObject) {
	d := fyne.CurrentApp().Driver()
	top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(scroll).Y
	below := top + o.Size().Height + 2*look.Grid - scroll.Size().Height
	switch at := scroll.Offset; {
	case top < 0:
		scroll.ScrollToOffset(fyne.NewPos(at.X, at.Y+top-2*look.Grid))
	case below > 0:
		scroll.ScrollToOffset(fyne.NewPos(at.X, at.Y+below))
	}
}
