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
	i := fyne.NewMenuItem(name, m.d.resting(do))
	m.labels[i] = label{name, keys}
	if keys != "" {
		i.Shortcut = silent{parseKeys(keys)}
	}
	return i
}

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
		}
		keys = rest
	}
	names := map[string]fyne.KeyName{"Backspace": fyne.KeyBackspace, "Tab": fyne.KeyTab}
	name := fyne.KeyName(keys)
	if n, ok := names[keys]; ok {
		name = n
	}
	return &desktop.CustomShortcut{KeyName: name, Modifier: mod}
}

// tabStop is how far apart Fyne's tab stops are, in device-independent pixels.
const tabStop = 40

// align writes the entries of a menu with their keys in a column of their own.
func (m *menus) align(menu *fyne.Menu) {
	width := func(s string) float32 { return fyne.MeasureText(s, theme.TextSize(), fyne.TextStyle{}).Width }
	stop := func(x float32) int { return int(math.Floor(float64(x / tabStop))) }
	column := 0
	for _, i := range menu.Items {
		if l, ok := m.labels[i]; ok && l.keys != "" {
			column = max(column, stop(width(l.name)+16)+1)
		}
	}
	for _, i := range menu.Items {
		l, ok := m.labels[i]
		if !ok {
			continue
		}
		i.Label = l.name
		if l.keys != "" {
			i.Label += strings.Repeat("\t", column-stop(width(l.name))) + l.keys
		}
	}
}
