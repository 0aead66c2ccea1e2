package entry

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

// addPath is where what stands in the last line of the table is complained of.
var addPath = draft.Path("claim", "new", "measure")

// addLine is the empty line at the end: naming a measure in it makes a line of it.
func (g *claimGrid) addLine() fyne.CanvasObject {
	g.add = newAdder(g)
	row := field.NewRowOf(func(message fyne.CanvasObject) *fyne.Container {
		return container.New(addLineLayout{}, g.add, message)
	})
	g.add.row = row
	g.f.rows[addPath], g.f.fields[addPath] = row, g.add
	return row.Object
}

// adder is the field of the last line. Tab goes to a cell of the line that it makes.
// What names nothing that can be claimed stays in it, and keeps the event from being
// saved: it may be a figure that was meant for a cell.
type adder struct {
	field.Complete
	g   *claimGrid
	row *field.Row
}

func newAdder(g *claimGrid) *adder {
	a := &adder{g: g}
	field.SetUpComplete(&a.Complete, a, g.f.panel, g.f.searchSubjects)
	a.PlaceHolder = "where, who, a measure …"
	a.OnPick = func(o field.Option) {
		if s, ok := g.picked(o); ok {
			a.take(s)
		}
	}
	a.OnTyped = func(string) {
		g.f.touched(addPath)
		if said := a.goesTo(); a.row.Message() != said {
			a.row.SetHint(said)
			g.f.relayout()
		}
	}
	// A measure that is new is added where it is chosen, not where the field is left.
	a.Leaving = func(typed string, lines []field.Option) int {
		return slices.IndexFunc(lines, func(o field.Option) bool {
			s, known := o.Value.(subject)
			return known && (folded(o.Text) == folded(typed) || s == g.f.subjectOf(typed))
		})
	}
	a.OnLeave = func() { a.take(g.f.subjectOf(a.Text)) }
	a.ExtendBaseWidget(a)
	return a
}

// take makes a line and goes to a cell of it if the cursor is still here.
func (a *adder) take(s subject) {
	if s.blank() || a.g.f.d == nil || a.g.f.grid != a.g {
		return
	}
	if p := a.doubt(); s.unknown && p != "" {
		a.g.f.complain(addPath, p)
		return
	}
	a.Set("")
	a.row.SetHint("")
	r := a.g.addRow(nil, s)
	a.g.f.changed()
	if a.Focused() {
		a.g.f.focus(r.cells[a.g.towards()])
	}
}

// doubt says what is wrong with a text that is left in the field; "": nothing is.
func (a *adder) doubt() string {
	text := strings.TrimSpace(a.Text)
	switch f := a.g.f; {
	case text == "" || !f.subjectOf(text).unknown:
		return ""
	case f.isFigure(text):
		return fmt.Sprintf("“%s” is a figure: it belongs into a cell, beside what it counts. Empty this field.", text)
	default:
		return fmt.Sprintf("“%s” is no measure yet: choose it from the list (↓) to add it, or empty this field.", text)
	}
}

// goesTo says in which source's column the cursor will land.
func (a *adder) goesTo() string {
	if strings.TrimSpace(a.Text) == "" || len(a.g.columns) < 2 {
		return ""
	}
	n := a.g.towards()
	why := "the first source"
	if a.g.worked != nil && a.g.columns[n].First() == a.g.worked {
		why = "the source last worked in"
	}
	return "The cursor goes to " + a.g.title(n) + ", " + why + "."
}

// AcceptsTab implements fyne.Tabbable.
func (a *adder) AcceptsTab() bool { return a.Text != "" && (a.Listing() || a.doubt() == "") }

// TypedKey implements fyne.Focusable.
func (a *adder) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyTab && a.Listing():
		a.Complete.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	case k.Name == fyne.KeyTab, a.Text != "" && !a.Listing() && k.Name == fyne.KeyReturn:
		a.take(a.g.f.subjectOf(a.Text))
	default:
		a.Complete.TypedKey(k)
	}
}

// towards is the column where the cursor goes in a new line: that of the source whose
// cells were last worked in, else the first.
func (g *claimGrid) towards() int {
	for n, c := range g.columns {
		if q := c.First(); q != nil && q == g.worked {
			return n
		}
	}
	return 0
}

// keep takes over from a table that is made anew what stands in its last line, and where
// the cursor was.
func (g *claimGrid) keep(was *claimGrid) {
	if was != nil && was.add != nil {
		g.add.Set(was.add.Text)
		g.worked = was.worked
	}
}
