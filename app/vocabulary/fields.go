package vocabulary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
)

// text is a field of the editor.
type text struct {
	widget.Entry
	p *Page
}

func (p *Page) newText(value, placeholder string, lines int) *text {
	t := &text{p: p}
	t.Text, t.PlaceHolder = value, placeholder
	if lines > 1 {
		t.MultiLine = true
		t.Wrapping = fyne.TextWrapWord
		t.SetMinRowsVisible(lines)
	}
	t.OnChanged = func(string) { p.touched() }
	t.ExtendBaseWidget(t)
	return t
}

// TypedKey implements fyne.Focusable.
func (t *text) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		t.p.escape()
		return
	}
	t.Entry.TypedKey(e)
}

// AcceptsTab implements fyne.Tabbable: Tab always goes to the next field.
func (t *text) AcceptsTab() bool { return false }

// TypedShortcut implements fyne.Shortcutable.
func (t *text) TypedShortcut(s fyne.Shortcut) {
	if !t.p.shortcut(s) {
		t.Entry.TypedShortcut(s)
	}
}

// completed is a field with proposals.
type completed struct {
	widget.SelectEntry
	p *Page
}

func (p *Page) newCompleted(value, placeholder string, proposals []string) *completed {
	c := &completed{p: p}
	c.ExtendBaseWidget(c)
	c.SetOptions(proposals)
	c.PlaceHolder = placeholder
	c.SetText(value)
	c.OnChanged = func(string) { p.touched() }
	return c
}

// TypedKey implements fyne.Focusable.
func (c *completed) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		c.p.escape()
		return
	}
	c.SelectEntry.TypedKey(e)
}

// TypedShortcut implements fyne.Shortcutable.
func (c *completed) TypedShortcut(s fyne.Shortcut) {
	if !c.p.shortcut(s) {
		c.SelectEntry.TypedShortcut(s)
	}
}

// choice is one of few things.
type choice struct {
	widget.Select
	p *Page
}

func (p *Page) newChoice(value string, options []string) *choice {
	c := &choice{p: p}
	c.Options = options
	c.Selected = value
	c.OnChanged = func(string) { p.touched() }
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey implements fyne.Focusable.
func (c *choice) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		c.p.escape()
		return
	}
	c.Select.TypedKey(e)
}

// quiet is small print that the Tab key passes over.
func quiet(text string) *widget.Label {
	l := look.Caption(text)
	l.Selectable = false
	return l
}

// labelled sets a field's name before it.
func labelled(name string, field fyne.CanvasObject) fyne.CanvasObject {
	if c, ok := field.(*choice); ok {
		field = look.Framed(c)
	}
	return look.Named(nameWidth, name, field)
}

const nameWidth = 30 * look.Grid

// sides sets the list at the left, the editor at the right, and a line between.
type sides struct{}

// Layout implements fyne.Layout.
func (sides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left := min(max(size.Width*0.38, 70*look.Grid), 110*look.Grid)
	o[0].Resize(fyne.NewSize(left, size.Height))
	o[0].Move(fyne.Position{})
	o[1].Resize(fyne.NewSize(1, size.Height))
	o[1].Move(fyne.NewPos(left, 0))
	o[2].Resize(fyne.NewSize(max(0, size.Width-left-1), size.Height))
	o[2].Move(fyne.NewPos(left+1, 0))
}

// MinSize implements fyne.Layout.
func (sides) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[2].MinSize()
	return fyne.NewSize(70*look.Grid+b.Width, max(a.Height, b.Height))
}

// shortcut takes the keys of the window, and reports whether s was one.
func (p *Page) shortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierShortcutDefault {
		return false
	}
	switch c.KeyName {
	case fyne.KeyS, fyne.KeyReturn, fyne.KeyEnter:
		p.Save()
	case fyne.KeyN:
		p.New()
	case fyne.KeyF:
		p.focus(p.find)
	case fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6:
		p.Show(int(c.KeyName[0] - '1'))
	default:
		return false
	}
	return true
}

// Shortcuts are those that the page's window gives to it.
func Shortcuts() []fyne.Shortcut {
	var all []fyne.Shortcut
	for _, k := range []fyne.KeyName{
		fyne.KeyS, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyN, fyne.KeyF,
		fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6,
	} {
		all = append(all, &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault})
	}
	return all
}

// TypedShortcut takes a shortcut that nothing with the keyboard wanted.
func (p *Page) TypedShortcut(s fyne.Shortcut) { p.shortcut(s) }
