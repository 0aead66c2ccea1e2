package eventlist

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Events are marked to be edited together: with Insert, or a click with Ctrl held. What
// the list does not show any more is not marked either.

// Marked are the ids of the marked events that the list shows, in its order.
func (l *List) Marked() []string {
	var at []int
	for id := range l.marks {
		if i := l.index(id); i >= 0 {
			at = append(at, i)
		}
	}
	slices.Sort(at)
	out := make([]string, len(at))
	for n, i := range at {
		r, _ := l.content.Rows.At(i)
		out[n] = r.ID
	}
	return out
}

// Unmark takes all marks away.
func (l *List) Unmark() {
	if len(l.marks) > 0 {
		l.marks = nil
		l.state()
		l.list.Refresh()
	}
}

// mark marks an event, or takes its mark away.
func (l *List) toggleMark(id string) {
	if id == "" {
		return
	}
	if l.marks == nil {
		l.marks = map[string]bool{}
	}
	if l.marks[id] {
		delete(l.marks, id)
	} else {
		l.marks[id] = true
	}
	l.state()
	l.list.Refresh()
}

// markHere is Insert: it marks the selected event and goes on to the next.
func (l *List) markHere() {
	at := l.index(l.chosen)
	if at < 0 {
		return
	}
	l.toggleMark(l.chosen)
	if at+1 < l.len() {
		l.list.Select(at + 1)
	}
}

// MouseDown implements desktop.Mouseable: a tap does not tell which keys are held.
func (r *row) MouseDown(e *desktop.MouseEvent) {
	r.ctrl = e.Modifier&(fyne.KeyModifierShortcutDefault|fyne.KeyModifierControl) != 0
}

// MouseUp implements desktop.Mouseable.
func (r *row) MouseUp(*desktop.MouseEvent) {}
