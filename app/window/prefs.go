package window

import (
	"slices"

	"fyne.io/fyne/v2"

	"sitmap/app/look"
)

// prefs is what the window remembers from one day to the next.
type prefs struct{ fyne.Preferences }

// The names of the preferences.
const (
	prefTheme   = "theme"
	prefRecent  = "recent"
	prefLast    = "last"
	prefList    = "list.width"
	prefRight   = "right.width"
	prefNoList  = "list.folded"
	prefNoRight = "right.folded"
	prefWidth   = "window.width"
	prefHeight  = "window.height"
	prefFolder  = "export.folder"
)

// manyRecent is how many stores the menu remembers.
const manyRecent = 8

func (p prefs) theme() look.Choice { return look.Choice(p.String(prefTheme)) }

// recent are the paths of the stores that were opened, newest first.
func (p prefs) recent() []string { return p.StringList(prefRecent) }

// opened notes that a store was opened.
func (p prefs) opened(path string) {
	list := slices.DeleteFunc(slices.Clone(p.recent()), func(s string) bool { return s == path })
	list = append([]string{path}, list...)
	if len(list) > manyRecent {
		list = list[:manyRecent]
	}
	p.SetStringList(prefRecent, list)
	p.SetString(prefLast, path)
}

// forget takes a store that is no longer there off the list.
func (p prefs) forget(path string) {
	p.SetStringList(prefRecent, slices.DeleteFunc(slices.Clone(p.recent()), func(s string) bool { return s == path }))
	if p.String(prefLast) == path {
		p.SetString(prefLast, "")
	}
}

// width is a remembered width within sane limits, in device-independent pixels.
func (p prefs) width(name string, fallback, least, most float64) float32 {
	return float32(min(max(p.FloatWithFallback(name, fallback), least), most))
}
