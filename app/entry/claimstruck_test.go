package entry

import (
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/store"
)

// A value that was replaced is kept in the table as replaced: struck through, with what
// became of it below, and the figure above counts what stands alone. So it is when the
// form stays open after the answer, and when the event is opened again.
func TestReplacedClaimsAreStruckThrough(t *testing.T) {
	for key, want := range map[string]string{
		"u": "was ≥1, replaced by ≥2",
		"s": "was ≥1, replaced by ≥2: the source has corrected itself",
		"o": "",
	} {
		b := newBench(t)
		b.form.Edit(store.Stored[store.Event]{Value: stroke(), Revision: 1})
		b.form.focus(b.form.grid.lines[0].cells[0])
		b.press(fyne.KeyBackspace)
		b.write("2")
		b.press(fyne.KeyTab)
		if said := b.form.grid.lines[0].row.Message(); said != "was ≥1; saving asks why" {
			t.Errorf("before the answer the line says %q", said)
		}
		b.store.fail = errors.New("the disk is full")
		b.ctrl(fyne.KeyReturn)
		b.write(key)
		check := func(when string) {
			t.Helper()
			g := b.form.grid
			stood := g.lines[0]
			if f := g.figures.shown; len(f) != 1 || f[0].value != "≥ 2 killed" {
				t.Errorf("%s, %s: the figure is %+v", key, when, f)
			}
			if stood.cells[0].Text != "≥2" || stood.strikes[0].on || stood.row.Message() != "" {
				t.Errorf("%s, %s: what stands says %q, struck %v, below it %q", key, when, stood.cells[0].Text, stood.strikes[0].on, stood.row.Message())
			}
			if want == "" {
				return
			}
			i := slices.IndexFunc(g.lines, func(r *gridRow) bool { return r.cells[0].Text == "≥1" })
			if i < 0 {
				t.Fatalf("%s, %s: what was replaced is not shown", key, when)
			}
			if gone := g.lines[i]; !gone.strikes[0].on || gone.row.Message() != want {
				t.Errorf("%s, %s: what was replaced is struck %v and says %q, want %q", key, when, gone.strikes[0].on, gone.row.Message(), want)
			}
		}
		check("after the answer")
		b.store.fail = nil
		b.press(fyne.KeyEscape)
		b.ctrl(fyne.KeyReturn)
		e := b.only(t)
		b.form.Edit(store.Stored[store.Event]{Value: e, Revision: 2})
		check("opened again")
	}
}

// A claim whose state is set by hand is struck through at once.
func TestARejectedClaimIsStruckThrough(t *testing.T) {
	b := newBench(t)
	b.form.Edit(store.Stored[store.Event]{Value: stroke(), Revision: 1})
	r := b.form.grid.lines[0]
	c := r.Cells[0]
	c.State, c.Why = "rejected", "an old photograph"
	b.form.changed()
	if !r.strikes[0].on || r.row.Message() != "was ≥1, rejected: an old photograph" || len(b.form.grid.figures.shown) != 0 {
		t.Errorf("struck %v, %q, figures %+v", r.strikes[0].on, r.row.Message(), b.form.grid.figures.shown)
	}
}
