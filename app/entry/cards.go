package entry

import (
	"slices"

	"fyne.io/fyne/v2"
)

// cards makes the card of each row. The cursor goes to the first row in which
// nothing was typed yet, else to the last.
func cards[T any](rows []*T, blank func(*T) bool, empty string, card func(i int, row *T) (fyne.CanvasObject, fyne.Focusable)) (out []fyne.CanvasObject, to fyne.Focusable) {
	found := false
	for i, r := range rows {
		c, first := card(i, r)
		out = append(out, c)
		if !found {
			to, found = first, blank(r)
		}
	}
	if len(out) == 0 && empty != "" {
		out = append(out, note(empty))
	}
	return out, to
}

// grown adds a row unless an empty one is there already.
func grown[T any](rows []*T, blank func(*T) bool, fresh func() *T) []*T {
	if slices.ContainsFunc(rows, blank) {
		return rows
	}
	return append(rows, fresh())
}

func countFilled[T any](rows []*T, blank func(*T) bool) int {
	n := 0
	for _, r := range rows {
		if !blank(r) {
			n++
		}
	}
	return n
}

// removed shows a section after a row has gone, and leaves the cursor in it.
func (f *Form) removed(s *section) {
	s.rebuild()
	f.changed()
	f.relayout()
	switch c := f.canvas(); {
	case s.first != nil:
		f.focus(s.first)
	case c != nil && f.holdsFocus(c):
		f.last = nil
		c.Unfocus()
	}
}
