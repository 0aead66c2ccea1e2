package entry

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// in puts the cursor into the first field of a row, by its path.
func (b *bench) in(part, id, field string) {
	b.t.Helper()
	r := b.form.rows[draft.Path(part, id, field)]
	if r == nil {
		b.t.Fatalf("there is no field for the %s of the %s", field, part)
	}
	b.form.focus(firstFocusable(r.Object))
}

// landed saves with Ctrl+Enter and reads from the store what was saved.
func (b *bench) landed(st *store.Store) store.Event {
	b.t.Helper()
	before := len(b.saved)
	b.ctrl(fyne.KeyReturn)
	if len(b.saved) != before+1 {
		said := ""
		if b.form.asking != nil {
			said = b.form.asking.text
		}
		b.t.Fatalf("not saved: %v %s", b.form.problems, said)
	}
	e, err := st.Event(context.Background(), b.saved[before])
	if err != nil {
		b.t.Fatal(err)
	}
	return e.Value
}

func (b *bench) source(title, outlet, published string) {
	b.ctrlShift(fyne.KeyS)
	b.write(title)
	b.press(fyne.KeyTab)
	b.write(outlet)
	b.press(fyne.KeyTab)
	b.write(published)
}

// phase adds a step: what, when, by which sources.
func (b *bench) phase(what, at, sources string) {
	b.ctrlShift(fyne.KeyH)
	b.write(what)
	b.press(fyne.KeyTab)
	b.write(at)
	b.press(fyne.KeyTab)
	b.write(sources)
}

// phasesOf are the steps in short: what, on which day, by which items.
func phasesOf(e store.Event) []string {
	var out []string
	for _, p := range e.Phases {
		var items []string
		for _, id := range p.Citations {
			for _, q := range e.Citations {
				if q.ID == id {
					items = append(items, q.Item.Title)
				}
			}
		}
		out = append(out, fmt.Sprintf("%s %s [%s]", p.Phase, p.At.Text, strings.Join(items, "|")))
	}
	return out
}

// Talks that were announced and then postponed: both steps stay, each with its source,
// and what was planned never looks held.
func TestTalksAnnouncedAndPostponedIntoTheStore(t *testing.T) {
	b, st := realBench(t)
	b.form.New(store.Event{})
	b.write("t")
	b.ctrlShift(fyne.KeyW)
	b.press(fyne.KeyTab)
	b.write("10 July 2025")
	b.ctrlShift(fyne.KeyP)
	b.write("Istanbul")
	b.press(fyne.KeyReturn)
	b.ctrlShift(fyne.KeyA)
	b.write("First delegation")
	b.ctrlShift(fyne.KeyA)
	b.write("Second delegation")
	b.source("Invitation", "Foreign ministry", "3 July 2025")
	b.source("Second letter", "Foreign ministry", "8 July 2025")
	b.phase("ann", "3 July 2025", "1")
	b.phase("postp", "8 July 2025", "2")
	e := b.landed(st)
	same(t, phasesOf(e), "announced 3 July 2025 [Invitation]", "postponed 8 July 2025 [Second letter]")
	if !e.When.IsZero() || e.Planned.Precision != store.Day || e.Planned.Text != "10 July 2025" || e.Planned.Zone != "Europe/Istanbul" {
		t.Errorf("when %+v, planned %+v", e.When, e.Planned)
	}
	if len(e.Places) != 1 || e.Places[0].Role != "venue" || e.Places[0].Country != "TR" || len(e.Parties) != 2 || e.Parties[1].Role != "participant" {
		t.Errorf("places %+v, parties %+v", e.Places, e.Parties)
	}
	if e.Title != "Talks in Istanbul: First delegation, Second delegation" || e.Citations[0].Item.Outlet.ID != e.Citations[1].Item.Outlet.ID {
		t.Errorf("%q, cited %+v", e.Title, e.Citations)
	}
}

func TestStatementIntoTheStore(t *testing.T) {
	b, st := realBench(t)
	b.form.New(store.Event{})
	b.write("m")
	b.ctrlShift(fyne.KeyW)
	b.write("4 July 2025 11:30 Kyiv")
	b.ctrlShift(fyne.KeyA)
	b.write("Spokesman of the ministry")
	b.ctrlShift(fyne.KeyT)
	b.write("ceasefire, prisoners")
	b.source("Briefing of 4 July", "Ministry", "4 July 2025")
	b.press(fyne.KeyTab)
	b.write("We are ready to talk.")
	e := b.landed(st)
	if e.Title != "Statement by Spokesman of the ministry" || len(e.Parties) != 1 || e.Parties[0].Role != "speaker" {
		t.Errorf("%q, parties %+v", e.Title, e.Parties)
	}
	if strings.Join(e.Topics, "|") != "ceasefire|prisoners" || e.Citations[0].Quote != "We are ready to talk." || e.When.Precision != store.Minute {
		t.Errorf("topics %q, cited %+v, when %+v", e.Topics, e.Citations, e.When)
	}
	if len(e.Places) != 0 || len(e.Claims) != 0 {
		t.Errorf("places %+v, claims %+v", e.Places, e.Claims)
	}
}

// A delivery that was announced, paused and resumed keeps all three.
func TestTransferIntoTheStore(t *testing.T) {
	b, st := realBench(t)
	b.form.New(store.Event{})
	b.write("a")
	b.ctrlShift(fyne.KeyA)
	b.write("Donor state")
	b.ctrlShift(fyne.KeyA)
	b.write("Recipient state")
	b.source("Package announced", "Defence ministry", "1 July 2025")
	b.phase("ann", "1 July 2025", "")
	b.phase("pau", "2 July 2025", "")
	b.phase("res", "8 July 2025", "")
	b.ctrlShift(fyne.KeyC)
	b.write("2 launchers")
	e := b.landed(st)
	same(t, phasesOf(e), "announced 1 July 2025 [Package announced]", "paused 2 July 2025 [Package announced]", "resumed 8 July 2025 [Package announced]")
	same(t, claimsOf(e), "delivered launchers: 2 [Package announced]")
	if e.Title != "Aid from Donor state to Recipient state" || e.Parties[0].Role != "donor" || e.Parties[1].Role != "recipient" {
		t.Errorf("%q, parties %+v", e.Title, e.Parties)
	}
}

// How a place was found stands with it, and its precision set by hand.
func TestGeolocationNoteIntoTheStore(t *testing.T) {
	b, st := realBench(t)
	b.form.New(store.Event{})
	b.write("o")
	b.coordinates("49.98081, 36.25272")
	b.ctrl(fyne.KeyM)
	id := b.form.d.Places[0].ID
	b.in("place", id, "precision")
	b.write("vici")
	b.press(fyne.KeyTab)
	b.write("300 m")
	b.in("place", id, "assumed")
	b.write(" ")
	b.in("place", id, "note")
	b.write("by the chimney in the video; checked by the second desk")
	b.in("place", id, "name")
	b.write("The boiler house")
	p := b.landed(st).Places
	if len(p) != 1 || p[0].Precision != store.PlaceVicinity || p[0].RadiusM != 300 || !p[0].Assumed || p[0].Country != "UA" ||
		p[0].Note != "by the chimney in the video; checked by the second desk" || p[0].Name != "The boiler house" {
		t.Errorf("places %+v", p)
	}
}
