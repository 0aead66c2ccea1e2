package entry

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

// bringBackKey is the key of the form that brings back what was removed last, with
// Ctrl+Shift.
const bringBackKey = fyne.KeyU

// gone is a row that was removed from the form.
type gone struct {
	said    string // names it
	section string
	undo    func()
	moved   bool // it is still there, and was moved
}

// removePart takes parts of the event out of the form, with what was quoted for them.
func (f *Form) removePart(s *section, said string, ids ...string) {
	f.hasGone(gone{said: said, section: s.name, undo: f.d.Remove(ids...)})
}

// dropRow takes a row to which nothing points out of one of the draft's lists.
func dropRow[T any](s *section, said string, list *[]*T, row *T) {
	s.f.hasGone(gone{said: said, section: s.name, undo: draft.Drop(list, row)})
}

// hasGone shows the form without a row, and how the row comes back.
func (f *Form) hasGone(g gone) {
	f.removals = append(f.removals, g)
	f.showGone()
	f.showWithout(g)
}

// showWithout makes anew what may speak of a row that has gone or come back, and goes to
// its section.
func (f *Form) showWithout(g gone) {
	for _, s := range f.sections {
		if s.built && s.grow != nil && s.name != g.section {
			s.rebuild()
		}
	}
	if f.weapons != nil {
		text, _ := f.d.Listed(draft.Weapons)
		f.weapons.Set(text)
	}
	for _, s := range f.sections {
		if s.name == g.section {
			s.unfold(true)
			f.removed(s)
		}
	}
}

// bringBack puts the row back that was removed last; true: there was one.
func (f *Form) bringBack() bool {
	n := len(f.removals)
	if n == 0 {
		return false
	}
	g := f.removals[n-1]
	f.removals = f.removals[:n-1]
	g.undo()
	f.showGone()
	f.showWithout(g)
	return true
}

// showGone says in the line above the keys what was removed last.
func (f *Form) showGone() {
	f.goneLine.Objects = nil
	if n := len(f.removals); n > 0 {
		did, back := "Removed ", "Bring back"
		if f.removals[n-1].moved {
			did, back = "Moved ", "Put back"
		}
		l := widget.NewLabel(did + f.removals[n-1].said + ".")
		l.Truncation = fyne.TextTruncateEllipsis
		button := field.NewButton(back+"  Ctrl+Shift+"+string(bringBackKey), field.Plain, func() { f.bringBack() })
		f.goneLine.Objects = []fyne.CanvasObject{container.New(inset{}, container.NewBorder(nil, nil, nil, container.NewCenter(button), l))}
	}
	f.goneLine.Refresh()
	f.content.Refresh()
}

// said names a part of the event by its own words, or by its sort where it has none.
func (f *Form) said(id string) string {
	for _, o := range f.partOptions() {
		if o.Value == id && strings.TrimSpace(o.Text) != "" {
			sort, _, _ := strings.Cut(o.Detail, ",")
			return "the " + sort + " “" + strings.TrimSpace(o.Text) + "”"
		}
	}
	return "an empty row"
}
