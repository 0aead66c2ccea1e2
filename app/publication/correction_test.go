package publication_test

import (
	"testing"
	"time"

	"github.com/paulmach/orb"

	"sitmap/app/publication"
	"sitmap/store"
)

func number(x float64) *float64 { return &x }

// TestCorrects: what puts right what was published, and what only adds to it.
func TestCorrects(t *testing.T) {
	killed := func(id string, n float64, state store.ClaimState) store.Claim {
		return store.Claim{ID: id, About: "measure", Measure: "killed", Low: number(n), High: number(n), State: state, AccordingTo: &store.Actor{Name: id}}
	}
	at := store.Place{ID: "p", Name: "Kyiv", Geometry: store.Geometry{Geometry: orb.Point{30.5, 50.4}}}
	day := store.When{Earliest: time.Date(2025, 7, 4, 0, 0, 0, 0, time.UTC), Latest: time.Date(2025, 7, 5, 0, 0, 0, 0, time.UTC)}
	before := store.Event{Title: "A", Kind: "strike", When: day, Places: []store.Place{at}, Claims: []store.Claim{killed("a", 5, ""), {ID: "o", About: "outcome", Value: "none"}}}
	for _, c := range []struct {
		name  string
		alter func(*store.Event)
		want  bool
	}{
		{"nothing", func(*store.Event) {}, false},
		{"another title", func(e *store.Event) { e.Title = "B" }, true},
		{"another kind", func(e *store.Event) { e.Kind = "clash" }, true},
		{"another time", func(e *store.Event) { e.When.Latest = e.When.Latest.Add(time.Hour) }, true},
		{"other words for the time", func(e *store.Event) { e.When.Text = "in the afternoon" }, false},
		{"another point", func(e *store.Event) { e.Places[0].Geometry.Geometry = orb.Point{30.5, 50.5} }, true},
		{"another name of the place", func(e *store.Event) { e.Places[0].Name = "Kiev" }, true},
		{"a place taken away", func(e *store.Event) { e.Places = nil }, true},
		{"a place more", func(e *store.Event) { e.Places = append(e.Places, store.Place{ID: "q"}) }, false},
		{"a note at the place", func(e *store.Event) { e.Places[0].Note = "by the river" }, false},
		{"under an embargo", func(e *store.Event) { e.Protection.Embargo = time.Unix(1, 0) }, true},
		{"TLP:RED", func(e *store.Event) { e.Protection.TLP = "RED" }, true},
		{"TLP:CLEAR", func(e *store.Event) { e.Protection.TLP = "CLEAR" }, false},
		{"a summary", func(e *store.Event) { e.Summary = "More." }, false},
		{"another figure", func(e *store.Event) { e.Claims[0] = killed("a", 7, "") }, true},
		{"a second voice that disagrees", func(e *store.Event) { e.Claims = append(e.Claims, killed("b", 9, "")) }, true},
		{"a new measure", func(e *store.Event) {
			e.Claims = append(e.Claims, store.Claim{ID: "w", About: "measure", Measure: "wounded", Low: number(1), High: number(1)})
		}, false},
		{"a claim withdrawn", func(e *store.Event) { e.Claims[1].State = store.Withdrawn }, true},
		{"a claim taken away", func(e *store.Event) { e.Claims = e.Claims[:1] }, true},
		{"the outcome", func(e *store.Event) { e.Claims[1].Value = "a truce" }, true},
		{"retracted", func(e *store.Event) { e.Assessment = store.Retracted }, true},
		{"confirmed", func(e *store.Event) { e.Assessment = store.Confirmed }, false},
	} {
		after := before
		after.Places = append([]store.Place(nil), before.Places...)
		after.Claims = append([]store.Claim(nil), before.Claims...)
		c.alter(&after)
		if got := publication.Corrects(before, after); got != c.want {
			t.Errorf("%s: corrects %v, want %v", c.name, got, c.want)
		}
	}
}
