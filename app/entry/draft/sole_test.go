package draft

import (
	"slices"
	"testing"

	"sitmap/store"
)

// What rests on the one source, a phase, a figure, an outcome, a place, a time, keeps it
// when another is added; what rests on none, or comes later, does not get it.
func TestWhatRestsOnTheOneSourceKeepsIt(t *testing.T) {
	n := 0
	id := func() string { n++; return "id" + string(rune('a'+n)) }
	d := From(store.Event{Kind: "talks", Title: "t"}, 0, id)
	d.KeepSole()
	add := func(title string) *Citation {
		q := &Citation{ID: id(), About: "event"}
		d.Citations = append(d.Citations, q)
		d.KeepSole() // an empty row is no source
		d.NameItem(&q.Item, title, id)
		d.KeepSole()
		return q
	}
	first := add("One")
	announced := &Phase{ID: id(), Phase: "announced"}
	bare := &Phase{ID: id(), Phase: "considered", Cites: Cites{Nothing: true}}
	empty := &Phase{ID: id()}
	d.Phases = append(d.Phases, announced, bare, empty)
	for _, c := range []*Claim{
		{About: "measure", Measure: "killed", Figure: "3"},
		{About: "outcome", Value: "no progress"},
		{About: "place", Value: "the depot"},
		{About: "when", When: When{Text: "3 July 2025"}},
	} {
		c.ID = id()
		d.Claims = append(d.Claims, c)
	}
	d.KeepSole()
	add("Two")
	later := &Phase{ID: id(), Phase: "postponed"}
	d.Phases = append(d.Phases, later)
	d.KeepSole()
	e, problems := d.Event(Reader{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if len(e.Phases) != 3 || !slices.Equal(e.Phases[0].Citations, []string{first.ID}) || len(e.Phases[1].Citations)+len(e.Phases[2].Citations) > 0 {
		t.Errorf("phases %+v", e.Phases)
	}
	for _, c := range e.Claims {
		if !slices.Equal(c.Citations, []string{first.ID}) {
			t.Errorf("the claim about the %s rests on %q", c.About, c.Citations)
		}
	}
	if len(e.Claims) != 4 {
		t.Errorf("%d claims", len(e.Claims))
	}
}
