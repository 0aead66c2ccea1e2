package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
)

// Host is the panel that fields live in.
type Host interface {
	// Shortcut is offered every shortcut before the field itself; true: taken.
	Shortcut(s fyne.Shortcut) bool
	// Escape is Esc in a field that has no use for it.
	Escape()
	// Focus puts the cursor into w, also when w has not been drawn yet.
	Focus(w fyne.Focusable)
	// FocusNext goes on to the next field.
	FocusNext()
	// Reveal scrolls until o can be seen.
	Reveal(o fyne.CanvasObject)
	// ShowList lays a list over the panel, right below o or above it; HideList
	// takes away whichever is shown.
	ShowList(o, list fyne.CanvasObject)
	HideList()
}

// Entry is a text field. Tab leaves it, also where it has several lines; Enter
// leaves it where it has one.
type Entry struct {
	widget.Entry
	Host Host
	// OnLeave is called when the focus goes.
	OnLeave func()
	// Part is the row of the form that the field belongs to; nil: none.
	Part *Part

	self    fyne.Focusable // the widget that embeds this, as the canvas knows it
	focused bool
}

// Part is what can be done with a part of the event from within its fields.
type Part struct {
	Details func() // unfold or fold the rest of it, on Ctrl+M
	Remove  func() // on Ctrl+Shift+Delete
	Pin     func() // keep it for the next event, or no longer, on Ctrl+Shift+K
}

// NewEntry returns a field of one line, or of at least lines lines.
func NewEntry(h Host, lines int) *Entry {
	e := &Entry{Host: h}
	e.setUp(e, lines)
	e.ExtendBaseWidget(e)
	return e
}

func (e *Entry) setUp(self fyne.Focusable, lines int) {
	e.self = self
	e.Wrapping = fyne.TextWrapOff
	e.Scroll = fyne.ScrollHorizontalOnly
	if lines > 1 {
		e.MultiLine = true
		e.Wrapping = fyne.TextWrapWord
		e.Scroll = fyne.ScrollNone
		e.SetMinRowsVisible(lines)
	}
}

// CreateRenderer implements fyne.Widget.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	if e.MultiLine {
		return r
	}
	return look.BarlessEntry(r)
}

// AcceptsTab implements fyne.Tabbable: Tab always goes to the next field.
func (e *Entry) AcceptsTab() bool { return false }

// HostedBy reports whether the field lives in h.
func (e *Entry) HostedBy(h Host) bool { return e.Host == h }

// In reports whether the field belongs to a part of the form.
func (e *Entry) In(p *Part) bool { return p != nil && e.Part == p }

// Focused reports whether the cursor is in the field.
func (e *Entry) Focused() bool { return e.focused }

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.focused = true
	if !e.MultiLine { // go on behind what stands there
		e.CursorColumn = len([]rune(e.Text))
	}
	e.Entry.FocusGained()
	e.Host.Reveal(e.self.(fyne.CanvasObject))
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	if !e.MultiLine && e.CursorColumn > 0 { // show the beginning of what is too long
		e.CursorColumn = 0
		e.Refresh()
	}
	if e.OnLeave != nil {
		e.OnLeave()
	}
}

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape:
		e.Host.Escape()
	case !e.MultiLine && (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter):
		e.Host.FocusNext()
	default:
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if !e.Part.shortcut(s) && !e.Host.Shortcut(s) {
		e.Entry.TypedShortcut(s)
	}
}

func (p *Part) shortcut(s fyne.Shortcut) bool {
	if p == nil {
		return false
	}
	switch {
	case is(s, fyne.KeyM, fyne.KeyModifierShortcutDefault) && p.Details != nil:
		p.Details()
	case is(s, fyne.KeyDelete, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift) && p.Remove != nil:
		p.Remove()
	case is(s, fyne.KeyK, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift) && p.Pin != nil:
		p.Pin()
	default:
		return false
	}
	return true
}

func is(s fyne.Shortcut, key fyne.KeyName, m fyne.KeyModifier) bool {
	c, ok := s.(*desktop.CustomShortcut)
	return ok && c.KeyName == key && c.Modifier == m
}
