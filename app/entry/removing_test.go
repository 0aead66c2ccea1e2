package entry

import (
	"encoding/json"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"sitmap/store"
)

// quotedParts is an event of which every part has words of a source for itself: bound to a
// source that stands alone, and as the only citation of another.
func quotedParts() store.Event {
	e := stroke()
	e.Fields = map[string]json.RawMessage{"weapons": json.RawMessage(`["Iskander"]`)}
	e.Phases = []store.Phase{{ID: "h1", Phase: "announced"}}
	e.Parties[0].Place = "p1"
	e.Headlines = []store.Headline{{Measure: "killed", Claim: "c1"}}
	other := store.Item{ID: "item-other", Title: "Another report"}
	for _, about := range []string{"p1", "y1", "h1", "c1", "fields.weapons"} {
		e.Citations = append(e.Citations,
			store.Citation{ID: "bound-" + about, About: about, Item: itemNight, Quote: "words"})
	}
	e.Citations = append(e.Citations, store.Citation{ID: "q2", About: "p1", Item: other, Quote: "of its own"})
	e.Claims[0].Part = "p1"
	e.Claims[0].Citations = []string{"q1", "bound-c1"}
	return e
}

// dangling are the citations, claims, parties and rules that speak of parts that the
// event does not have.
func dangling(e store.Event) (out []string) {
	ids := []string{"", "event"}
	for _, p := range e.Places {
		ids = append(ids, p.ID)
	}
	for _, p := range e.Parties {
		ids = append(ids, p.ID)
	}
	for _, p := range e.Phases {
		ids = append(ids, p.ID)
	}
	for _, c := range e.Claims {
		ids = append(ids, c.ID)
	}
	if e.Fields["weapons"] != nil {
		ids = append(ids, "fields.weapons")
	}
	var cited []string
	for _, q := range e.Citations {
		cited = append(cited, q.ID)
		if !slices.Contains(ids, q.About) {
			out = append(out, q.ID)
		}
	}
	for _, c := range e.Claims {
		if !slices.Contains(ids, c.Part) || slices.ContainsFunc(c.Citations, func(q string) bool { return !slices.Contains(cited, q) }) {
			out = append(out, c.ID)
		}
	}
	for _, p := range e.Parties {
		if !slices.Contains(ids, p.Place) {
			out = append(out, p.ID)
		}
	}
	for _, h := range e.Headlines {
		if !slices.Contains(ids, h.Claim) {
			out = append(out, h.Measure)
		}
	}
	return out
}

// What is removed takes its quotes along, and nothing of the event speaks of it any
// more; brought back, the event is as it was.
func TestRemovedPartsTakeTheirQuotesAlong(t *testing.T) {
	for _, part := range []struct {
		name string
		key  fyne.KeyName // of its section
		id   string
	}{
		{"place", fyne.KeyP, "p1"},
		{"party", fyne.KeyA, "y1"},
		{"phase", fyne.KeyH, "h1"},
		{"claim", fyne.KeyC, "c1"},
		{"source", fyne.KeyS, "q1"},
	} {
		t.Run(part.name, func(t *testing.T) {
			b := newBench(t)
			e := quotedParts()
			b.form.Edit(store.Stored[store.Event]{Value: e, Revision: 1})
			b.ctrlShift(part.key)
			w := b.form.mainFields[part.id]
			if part.name == "claim" {
				w = b.form.grid.lines[0].cells[0]
			}
			b.w.Canvas().Focus(w)
			b.ctrlShift(fyne.KeyDelete)

			got, problems := b.form.d.Event(b.form.reader())
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			if left := dangling(got); len(left) > 0 {
				t.Errorf("without its part still: %v", left)
			}
			of := slices.IndexFunc(got.Citations, func(q store.Citation) bool { return q.ID == "q2" })
			if of < 0 || part.name == "place" && got.Citations[of].About != "event" {
				t.Errorf("the other report's only citation is %+v", got.Citations)
			}
			if len(got.Citations) != len(e.Citations)-1 {
				t.Errorf("%d citations of %d are left", len(got.Citations), len(e.Citations))
			}

			b.ctrlShift(fyne.KeyU)
			back, _ := b.form.d.Event(b.form.reader())
			if d := cmp.Diff(e, back); d != "" {
				t.Errorf("brought back it differs: %s", d)
			}
			if b.form.Dirty() || len(b.form.goneLine.Objects) != 0 {
				t.Error("the form does not say that all is as it was")
			}
			if b.form.bringBack() {
				t.Error("something comes back twice")
			}
		})
	}
}

// A weapon that is taken out of its field takes its quote along as well, and typing it
// again brings the quote back.
func TestEmptiedFieldsTakeTheirQuotesAlong(t *testing.T) {
	b := newBench(t)
	b.form.Edit(store.Stored[store.Event]{Value: quotedParts(), Revision: 1})
	b.w.Canvas().Focus(b.form.weapons)
	for range "Iskander" {
		b.press(fyne.KeyBackspace)
	}
	got, _ := b.form.d.Event(b.form.reader())
	if left := dangling(got); len(left) > 0 || got.Fields["weapons"] != nil {
		t.Fatalf("weapons %s, without their part: %v", got.Fields["weapons"], left)
	}
	b.write("Shahed-136")
	got, _ = b.form.d.Event(b.form.reader())
	if !slices.ContainsFunc(got.Citations, func(q store.Citation) bool { return q.About == "fields.weapons" }) {
		t.Fatal("the quote is lost")
	}
}

// A new row whose words were taken out again is no part of the event: what was quoted
// for it is not saved.
func TestQuotesOfEmptiedRowsAreNotSaved(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "strike", Title: "A strike"})
	b.ctrlShift(fyne.KeyP)
	b.write("Nowhere")
	b.form.Take(Excerpt{Item: itemNight, Words: "Nowhere", Quote: "It struck Nowhere.", Use: UseLast})
	place := b.form.d.Places[0]
	if e, _ := b.form.d.Event(b.form.reader()); len(e.Citations) < 1 {
		t.Fatalf("no words were quoted: %+v", e.Citations)
	}
	b.w.Canvas().Focus(b.form.mainFields[place.ID])
	for len(place.Name) > 0 {
		b.press(fyne.KeyBackspace)
	}
	place.Coordinates, place.Country, place.Admin1, place.GeonameID, place.Radius = "", "", "", "", ""
	e, _ := b.form.d.Event(b.form.reader())
	if left := dangling(e); len(left) > 0 || len(e.Places) > 0 {
		t.Fatalf("places %+v, without their part: %v", e.Places, left)
	}
}
