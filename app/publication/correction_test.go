package publication_test

import (
	"testing"

	"sitmap/app/publication"
	"sitmap/store"
)

func number(x float64) *float64 { return &x }

// TestCorrects: what puts right what was published, and what only adds to it.
func TestCorrects(t *testing.T) {
	killed := func(id string, n float64, state store.ClaimState) store.Claim {
		return store.Claim{ID: id, About: "measure", Measure: "killed", Low: number(n), High: number(n), State: state, AccordingTo: &store.Actor{Name: id}}
	}
	before := store.Event{Title: "A", Claims: []store.Claim{killed("a", 5, ""), {ID: "o", About: "outcome", Value: "none"}}}
	for _, c := range []struct {
		name  string
		alter func(*store.Event)
		want  bool
	}{
		{"nothing", func(*store.Event) {}, false},
		{"another title", func(e *store.Event) { e.Title = "B" }, false},
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
		after.Claims = append([]store.Claim(nil), before.Claims...)
		c.alter(&after)
		if got := publication.Corrects(before, after); got != c.want {
			t.Errorf("%s: corrects %v, want %v", c.name, got, c.want)
		}
	}
}
