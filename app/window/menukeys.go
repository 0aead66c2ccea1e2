package window

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// label is what an entry of a menu is called and which keys do the same.
type label struct{ name, keys string }

// item makes an entry. keys, such as "Ctrl+Shift+Z", work in the whole window: Fyne
// grants that only to what stands in the main menu.
func (m *menus) item(name, keys string, do func()) *fyne.MenuItem {
	do = m.d.resting(do)
	i := fyne.NewMenuItem(name, do)
	m.labels[i] = label{name, keys}
	if keys != "" {
		s := parseKeys(keys)
		i.Shortcut = silent{s}
		i.Action = func() {
			if i.Disabled { // Fyne calls it all the same when its keys are pressed
				m.d.passOn(s)
				return
			}
			do()
		}
	}
	return i
}

// passOn gives a shortcut that the menu was offered first to what has the focus.
func (d *desk) passOn(s fyne.Shortcut) {
	if to, ok := d.win.Canvas().Focused().(fyne.Shortcutable); ok {
		to.TypedShortcut(s)
	}
}

// hint has an entry name a key that works on the map alone, while that has the focus.
func (m *menus) hint(i *fyne.MenuItem, key string) { m.labels[i] = label{m.labels[i].name, key} }

// sub makes an entry that opens a menu of its own.
func (m *menus) sub(name string, items ...*fyne.MenuItem) *fyne.MenuItem {
	i := fyne.NewMenuItem(name, nil)
	i.ChildMenu = fyne.NewMenu("", items...)
	m.labels[i] = label{name: name}
	return i
}

// hidden is a separator that has keys do something which no entry stands for.
func (m *menus) hidden(keys string, do func()) *fyne.MenuItem {
	i := fyne.NewMenuItemSeparator()
	i.Shortcut, i.Action = silent{parseKeys(keys)}, do
	return i
}

// silent is a shortcut of which Fyne shows nothing: it writes keys beside an entry
// so pale that they cannot be read. [menus.align] writes them instead.
type silent struct{ s fyne.Shortcut }

// ShortcutName implements fyne.Shortcut.
func (s silent) ShortcutName() string { return s.s.ShortcutName() }

// parseKeys reads "Ctrl+Shift+Z" as the shortcut that Fyne's driver makes of these
// keys.
func parseKeys(keys string) fyne.Shortcut {
	switch keys {
	case "Ctrl+Z":
		return &fyne.ShortcutUndo{}
	case "Ctrl+Y":
		return &fyne.ShortcutRedo{}
	}
	var mod fyne.KeyModifier
	for {
		word, rest, ok := strings.Cut(keys, "+")
		if !ok || rest == "" {
			break
		}
		switch word {
		case "Ctrl":
			mod |= fyne.KeyModifierShortcutDefault
		case "Shift":
			mod |= fyne.KeyModifierShift
		case "Alt":
			mod |= fyne.KeyModifierAlt
		}
		keys = rest
	}
	names := map[string]fyne.KeyName{"Backspace": fyne.KeyBackspace, "Tab": fyne.KeyTab, "Left": fyne.KeyLeft, "Right": fyne.KeyRight}
	name := fyne.KeyName(keys)
	if n, ok := names[keys]; ok {
		name = n
	}
	return &desktop.CustomShortcut{KeyName: name, Modifier: mod}
}

// tabStop is how far apart Fyne's tab stops are, in device-independent pixels.
const tabStop = 40

func width(s string) float32 {
	return fyne.MeasureText(s, theme.TextSize(), fyne.TextStyle{}).Width
}

// align writes the entries of a menu with their keys in a column of their own.
func (m *menus) align(menu *fyne.Menu) {
	column := 0
	for _, i := range menu.Items {
		if l, ok := m.labels[i]; ok && l.keys != "" {
			column = max(column, stopBefore(width(l.name)+16)+1)
		}
	}
	for _, i := range menu.Items {
		if l, ok := m.labels[i]; ok {
			i.Label = l.name
			if l.keys != "" {
				i.Label += gap(l.name, l.keys, column) + l.keys
			}
		}
	}
}

// stopBefore is the number of the tab stop at x or left of it.
func stopBefore(x float32) int { return int(math.Floor(float64(x / tabStop))) }

// gap leads from the end of a name to the tab stop where its keys begin. Fyne 2.8 draws a text of several
// scripts in pieces and, where a tab stands in any but the first, draws the wrong
// ones over each other: there spaces lead to the stop, or half a space beside it.
func gap(name, keys string, column int) string {
	if oneScript(name) {
		return strings.Repeat("\t", column-stopBefore(width(name)))
	}
	// How wide a space is depends on the script that it follows.
	end := func(spaces int) float32 { return width(name+strings.Repeat(" ", spaces)+keys) - width(keys) }
	const many = 16
	space := (end(2+many) - end(2)) / many
	if space <= 0 {
		return "  "
	}
	missing := float64((float32(column*tabStop) - end(2)) / space)
	return strings.Repeat(" ", 2+max(0, int(math.Round(missing))))
}

// oneScript reports whether Fyne draws a text in one piece, as Latin letters and
// the signs that go with them.
func oneScript(s string) bool {
	for _, r := range s {
		if r > 0x24f && (r < 0x2010 || r > 0x2026) {
			return false
		}
	}
	return true
}
