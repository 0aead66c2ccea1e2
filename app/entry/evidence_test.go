package entry

import (
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/store"
)

// What is no figure stands in the table below the measures: when, where, who, with
// which outcome, in which phase, at which position.
func TestClaimsThatAreNoFiguresIntoTheStore(t *testing.T) {
	b, st := realBench(t)
	b.form.New(store.Event{})
	b.write("s")
	b.write("Strike")
	b.ctrlShift(fyne.KeyS)
	b.write("Post")
	for _, c := range [][2]string{
		{"when", "3 July 2025 22:00 Kyiv"},
		{"place", "a depot in the north"},
		{"party", "an unnamed group"},
		{"outcome", "a fire"},
		{"phase", "under way"},
		{"position", "6"},
	} {
		b.form.focus(b.form.grid.add)
		b.write(c[0])
		b.press(fyne.KeyTab)
		b.write(c[1])
	}
	e := b.landed(st)
	same(t, claimsOf(e),
		"when:  [Post]", "place: a depot in the north [Post]", "party: an unnamed group [Post]",
		"outcome: a fire [Post]", "phase: under way [Post]", "position: 6 [Post]")
	if w := e.Claims[0].When; w.Text != "3 July 2025 22:00 Kyiv" || w.Precision != store.Minute || w.Earliest.UTC().Hour() != 19 {
		t.Errorf("the claimed time is %+v", w)
	}
	if figures := store.Figures(e); len(figures) != 0 {
		t.Errorf("figures are made of them: %+v", figures)
	}
}

// A cell opens to all that belongs to a claim, and all of it lands in the store.
func TestEverythingOfAClaimIntoTheStore(t *testing.T) {
	b, st := realBench(t)
	b.form.New(store.Event{})
	b.write("s")
	b.write("Strike")
	b.ctrlShift(fyne.KeyS)
	b.write("Post")
	b.ctrlShift(fyne.KeyC)
	b.write("12-15")
	b.ctrl(fyne.KeyM)
	id := b.form.grid.lines[0].Cells[0].ID
	type entry struct{ field, text string }
	for _, x := range []entry{
		{"according to", "Rescue service"},
		{"as of", "4 July 2025 10:00 Kyiv"},
		{"quote", "up to fifteen people"},
		{"page", "p. 2"},
		{"scope", "the whole region"},
		{"scope country", "UA"},
		{"state", "rejected"},
		{"why", "counted twice"},
		{"note", "see the second page"},
	} {
		b.in("claim", id, x.field)
		b.write(x.text)
		switch x.field {
		case "page":
			b.press(fyne.KeyTab)
			b.write("translated by us")
		case "scope country":
			b.press(fyne.KeyTab)
			b.write("UA-63")
		}
	}
	e := b.landed(st)
	if len(e.Claims) != 1 {
		t.Fatalf("claims %+v", e.Claims)
	}
	c := e.Claims[0]
	if *c.Low != 12 || *c.High != 15 || c.AccordingTo.Name != "Rescue service" || c.AsOf.Earliest.UTC().Hour() != 7 ||
		c.Scope.Text != "the whole region" || c.Scope.Country != "UA" || c.Scope.Admin1 != "UA-63" ||
		c.State != store.Rejected || c.Why != "counted twice" || c.Note != "see the second page" {
		t.Errorf("the claim is %+v", c)
	}
	q := e.Citations[len(e.Citations)-1]
	if q.About != c.ID || q.Quote != "up to fifteen people" || q.Page != "p. 2" || q.Translation != "translated by us" {
		t.Errorf("it is cited as %+v", q)
	}
	if figures := store.Figures(e); len(figures) != 0 {
		t.Errorf("what was rejected is counted: %+v", figures)
	}
}

// An item and its outlet are described where they are cited, and found again in the
// next event.
func TestItemsAndOutletsIntoTheStore(t *testing.T) {
	b, st := realBench(t)
	b.form.New(store.Event{})
	b.write("o")
	b.write("First")
	b.source("Night report", "Regional paper", "4 July 2025")
	b.ctrl(fyne.KeyM)
	q := b.form.d.Citations[0]
	item, outlet := q.Item.Key, b.form.d.Items[q.Item.Key].Outlet.Key
	b.in("citation", q.ID, "credibility") // behind the page
	b.press(fyne.KeyTab)
	b.write("2")
	for _, x := range [][3]string{
		{"item", "author", "Own correspondent"},
		{"item", "url", "https://paper.example/night"},
		{"outlet", "reliability", "B"},
		{"outlet", "party", "no"},
	} {
		b.in(x[0], map[string]string{"item": item, "outlet": outlet}[x[0]], x[1])
		b.write(x[2])
	}
	first := b.landed(st)
	got := first.Citations[0]
	if got.Credibility != 2 || got.Item.Author != "Own correspondent" || got.Item.URL != "https://paper.example/night" || got.Item.Published != "2025-07-04" ||
		got.Item.Outlet.Reliability != "B" || got.Item.Outlet.PartyToConflict == nil || *got.Item.Outlet.PartyToConflict {
		t.Errorf("cited %+v by %+v", got, got.Item.Outlet)
	}

	b.form.New(store.Event{})
	b.write("o")
	b.write("Second")
	b.ctrlShift(fyne.KeyS)
	b.write("night rep")
	b.press(fyne.KeyReturn)
	b.source("Morning report", "Regional paper", "5 July 2025")
	second := b.landed(st)
	if len(second.Citations) != 2 || second.Citations[0].Item.ID != got.Item.ID || second.Citations[1].Item.ID == got.Item.ID ||
		second.Citations[1].Item.Outlet.ID != got.Item.Outlet.ID {
		t.Errorf("cited %+v", second.Citations)
	}
}

// The rule of a headline is chosen, or a claim pinned with its reason.
func TestHeadlinesIntoTheStore(t *testing.T) {
	b, st := realBench(t)
	twoSources(b)
	for _, voice := range []string{"3 Mayor", "7 Hospital"} {
		b.ctrlShift(fyne.KeyC)
		b.write(voice[:1])
		b.press(fyne.KeyUp)
		b.write(voice[2:])
	}
	b.ctrlShift(fyne.KeyL)
	b.write("killed")
	b.press(fyne.KeyTab, fyne.KeyTab)
	b.write("high")
	e := b.landed(st)
	if f := store.Figures(e); len(f) != 1 || f[0].Rule != store.RuleHighest || f[0].Text() != "7 killed (Hospital)" {
		t.Errorf("figures %+v", f)
	}

	stored, err := st.Event(t.Context(), e.ID)
	if err != nil {
		t.Fatal(err)
	}
	b.form.Edit(stored)
	b.ctrlShift(fyne.KeyL) // an empty row is added behind the one there is
	b.ctrlShift(fyne.KeyDelete)
	b.ctrlShift(fyne.KeyDelete)
	b.form.Focus() // nothing is left in the section
	b.ctrlShift(fyne.KeyL)
	b.write("killed")
	b.ctrl(fyne.KeyM)
	b.in("headline", "0", "claim")
	b.write("3 killed (Mayor)")
	b.in("headline", "0", "reason")
	b.write("the only one who was there")
	if f := store.Figures(b.landed(st)); len(f) != 1 || !f[0].Pinned || f[0].Reason != "the only one who was there" || f[0].Text() != "3 killed (Mayor)" {
		t.Errorf("figures %+v", f)
	}
}
