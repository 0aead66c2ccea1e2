//go:build e2e

package e2e

import (
	"strings"
	"testing"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// kill -9 in the middle of the claims' table: the form is offered again with all that
// had been typed, but for at most the last moment of it, and is saved.
func TestKilledInTheMiddleOfAForm(t *testing.T) {
	h, s := newHome(t), newScreen(t, "1280x800")
	db := h.path("s.gpkg")
	h.emptyStore(db)
	w := h.open(s, "--db", db)
	w.painted()

	w.newEvent("s")
	w.text("Half a strike")
	w.cite(source{"Wire report", "News wire", "4 July 2025"})
	w.cite(source{"Radio bulletin", "City radio", "4 July 2025"})
	w.claims(1, "Rescue service", "12-15", "~40")
	w.claims(2, "Mayor", ">=9", "dozens")
	w.picture("typed")
	w.text(" of Kharkiv") // and that very moment
	w.kill()

	w = h.open(s, "--db", db)
	w.painted()
	w.key("ctrl+n")
	offered := w.writing()
	w.picture("offered")
	w.key("r")
	w.changed(offered, rightPanel, "the draft comes back")
	d, ok := h.kept()
	if !ok {
		t.Fatal("no draft is left")
	}
	w.picture("back")
	checkCells(t, d)
	w.save()

	e, saved := h.events(db)["Half a strike"]
	if !saved {
		t.Fatal("what came back was not saved")
	}
	want := []string{
		"killed 12–15, Rescue service [Wire report]", "killed ≥ 9, Mayor [Radio bulletin]",
		"wounded about 40, Rescue service [Wire report]", "wounded dozens, Mayor [Radio bulletin]",
	}
	got := claimed(e)
	for i, c := range got {
		if before, _, cut := strings.Cut(c, ", Mayor"); cut { // of whom as much was typed as was kept
			got[i] = before + ", Mayor [Radio bulletin]"
		}
	}
	same(t, got, want...)
	eventually(t, "the draft goes once its event is saved", func() bool {
		_, left := h.kept()
		return !left
	})
	h.run("check", "--db", db)
}

// checkCells asserts what the table of a draft holds.
func checkCells(t *testing.T, d draft.Draft) {
	t.Helper()
	if d.Title != "Half a strike" || d.Kind != "strike" {
		t.Errorf("brought back is the %s %q", d.Kind, d.Title)
	}
	var cells []string
	for _, l := range d.Grid().Lines {
		for _, c := range l.Cells {
			if c != nil {
				cells = append(cells, l.Measure+" "+c.Figure)
			}
		}
	}
	same(t, cells, "killed 12-15", "killed >=9", "wounded ~40", "wounded dozens")
	const whole = "Mayor of Kharkiv"
	voice := ""
	for _, q := range d.Citations {
		if a := d.Actors[q.Voice.Key]; a != nil && a.Name != "Rescue service" {
			voice = a.Name
		}
	}
	if !strings.HasPrefix(voice, "Mayor") || !strings.HasPrefix(whole, voice) {
		t.Errorf("of %q came back %q", whole, voice)
	}
}

// claimed are an event's claims in short, in its order: measure, figure, by whom, in
// which items.
func claimed(e store.Event) []string {
	var out []string
	for _, c := range e.Claims {
		s := c.Measure + " " + c.Amount()
		if c.AccordingTo != nil {
			s += ", " + c.AccordingTo.Name
		}
		if c.State != "" && c.State != store.Live {
			s += ", " + string(c.State)
		}
		out = append(out, s+" ["+strings.Join(itemsOf(e, c.Citations), "|")+"]")
	}
	return out
}

// itemsOf are the titles of the items cited.
func itemsOf(e store.Event, citations []string) []string {
	var out []string
	for _, id := range citations {
		for _, q := range e.Citations {
			if q.ID == id {
				out = append(out, q.Item.Title)
			}
		}
	}
	return out
}

func same(t *testing.T, got []string, want ...string) {
	t.Helper()
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}
