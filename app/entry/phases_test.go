package entry

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// Talks are announced, postponed and held, by keyboard alone: each step has its date and
// its source, and what was planned stays apart from what came of it.
func TestPhasesByKeyboard(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("t")
	b.write("Third round")
	for _, step := range [][3]string{
		{"announ", "20 June 2025", "Ministry"},      // of no title that is known: a new source
		{"postp", "28 June 2025", "night of d"},     // one of the store
		{"held", "2 July 2025 14:00 Istanbul", "1"}, // one of the event
	} {
		b.ctrlShift(fyne.KeyH)
		b.write(step[0])
		b.press(fyne.KeyTab)
		b.write(step[1])
		b.press(fyne.KeyTab)
		b.write(step[2])
		b.press(fyne.KeyReturn)
	}
	b.ctrlShift(fyne.KeyW)
	b.write("2 July 2025 14:00 Istanbul")
	b.press(fyne.KeyTab)
	b.write("30 June 2025")
	b.ctrl(fyne.KeyReturn)
	got := b.only(t)
	var titles []string
	for _, q := range got.Citations {
		titles = append(titles, q.Item.Title)
	}
	if len(titles) != 2 || titles[0] != "Ministry" || titles[1] != itemNight.Title {
		t.Fatalf("the sources are %q", titles)
	}
	for i, want := range []struct{ phase, day, cites string }{
		{"announced", "2025-06-20", got.Citations[0].ID},
		{"postponed", "2025-06-28", got.Citations[1].ID},
		{"held", "2025-07-02", got.Citations[0].ID},
	} {
		p := got.Phases[i]
		if p.Phase != want.phase || p.At.Latest.Add(-1).Format("2006-01-02") != want.day || strings.Join(p.Citations, "|") != want.cites {
			t.Errorf("step %d is %+v, not %+v", i, p, want)
		}
	}
	if got.When.Text != "2 July 2025 14:00 Istanbul" || got.Planned.Text != "30 June 2025" {
		t.Errorf("it was on %q, planned for %q", got.When.Text, got.Planned.Text)
	}
}

// Left with Tab, the title makes a source as well; the cursor goes on to a field that is
// there. A number that no source has is said.
func TestSourcesOfAPhase(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("t")
	b.ctrlShift(fyne.KeyH)
	b.write("held")
	b.press(fyne.KeyTab)
	b.press(fyne.KeyTab)
	row := b.form.rows[draft.Path("phase", b.form.d.Phases[0].ID, "citations")]
	b.write("7")
	if !strings.Contains(row.Message(), "There is no source 7 yet.") {
		t.Errorf("of a source that is not there it says %q", row.Message())
	}
	b.press(fyne.KeyBackspace)
	b.write("A report")
	b.press(fyne.KeyTab)
	b.elapse()
	if w := b.w.Canvas().Focused(); w == nil || !b.form.panel.holds(w) {
		t.Errorf("the cursor is in %T", w)
	}
	if !strings.Contains(row.Message(), "A report") {
		t.Errorf("of its source it says %q", row.Message())
	}
	b.form.d.NameItem(&b.form.d.Citations[0].Item, "A better title", b.form.deps.NewID)
	b.form.changed()
	if !strings.Contains(row.Message(), "A better title") {
		t.Errorf("of a source that got another title it says %q", row.Message())
	}
	b.form.d.NameItem(&b.form.d.Citations[0].Item, "A report", b.form.deps.NewID)
	e, _ := b.form.d.Event(b.form.reader())
	if len(e.Citations) != 1 || e.Citations[0].Item.Title != "A report" || strings.Join(e.Phases[0].Citations, "|") != e.Citations[0].ID {
		t.Errorf("citations %+v of %+v", e.Citations, e.Phases)
	}
}
