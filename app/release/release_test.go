package release_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sitmap/app/release"
	"sitmap/store"
)

var now = time.Date(2025, 7, 5, 12, 0, 0, 0, time.UTC)

func TestPublishable(t *testing.T) {
	for _, tt := range []struct {
		p    store.Protection
		want bool
	}{
		{store.Protection{}, true},
		{store.Protection{TLP: "CLEAR"}, true},
		{store.Protection{TLP: "GREEN"}, true},
		{store.Protection{TLP: "AMBER"}, false},
		{store.Protection{TLP: "AMBER+STRICT"}, false},
		{store.Protection{TLP: "RED"}, false},
		{store.Protection{TLP: "whatever comes later"}, false},
		{store.Protection{DoNotPublish: true}, false},
		{store.Protection{Embargo: now.Add(time.Second)}, false},
		{store.Protection{Embargo: now}, true},
		{store.Protection{TLP: "GREEN", Embargo: now.Add(-time.Hour), DoNotPublish: true}, false},
	} {
		if got := release.Publishable(tt.p, now); got != tt.want {
			t.Errorf("%+v: %v", tt.p, got)
		}
	}
}

func TestRelease(t *testing.T) {
	red := store.Protection{TLP: "RED"}
	ministry := store.Actor{Name: "ministry"}
	agent := store.Actor{Name: "agent", Protection: red}
	e := store.Event{
		Title: "t",
		Citations: []store.Citation{
			{ID: "open", Item: store.Item{ID: "a", Title: "Paper"}},
			{ID: "secret", Item: store.Item{ID: "b", Title: "Leak", Protection: red}},
		},
		Parties: []store.Party{{ID: "1", Actor: ministry}, {ID: "2", Actor: agent}, {ID: "3", Actor: store.Actor{Name: "cover", ActsFor: &agent}}},
		Claims: []store.Claim{
			{ID: "both", Citations: []string{"open", "secret"}},
			{ID: "only secret", Citations: []string{"secret"}},
			{ID: "uncited"},
			{ID: "by the agent", AccordingTo: &agent},
		},
		Phases: []store.Phase{{ID: "secret", Citations: []string{"secret"}}, {ID: "open", Citations: []string{"open"}}},
	}
	before := len(e.Citations) + len(e.Parties) + len(e.Claims) + len(e.Phases)
	withheld := map[string]bool{}
	got, ok := release.Rule{Now: now}.Event(e, withheld)
	if !ok {
		t.Fatal("the event is held back")
	}
	var ids []string
	for _, c := range got.Citations {
		ids = append(ids, c.ID)
	}
	for _, p := range got.Parties {
		ids = append(ids, p.ID)
	}
	for _, c := range got.Claims {
		ids = append(ids, c.ID)
	}
	for _, p := range got.Phases {
		ids = append(ids, p.ID)
	}
	if diff := cmp.Diff([]string{"open", "1", "both", "uncited", "open"}, ids); diff != "" {
		t.Errorf("released (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]bool{"b": true}, withheld); diff != "" {
		t.Errorf("withheld items (-want +got):\n%s", diff)
	}
	if len(e.Citations)+len(e.Parties)+len(e.Claims)+len(e.Phases) != before || e.Citations[1].ID != "secret" {
		t.Error("the caller's event was changed")
	}
	e.Protection = red
	if _, ok := (release.Rule{Now: now}).Event(e, withheld); ok {
		t.Error("a protected event is let through")
	}
}

// TestReleaseIsWhole: what is left names nothing that is gone, and a record is judged
// by its protection of today as well.
func TestReleaseIsWhole(t *testing.T) {
	low := 3.0
	e := store.Event{
		ID: "e", Title: "t",
		Parties: []store.Party{{ID: "agent", Actor: store.Actor{ID: "x"}}},
		Claims: []store.Claim{
			{ID: "old", About: "measure", Low: &low, SupersededBy: "new", Citations: []string{"open", "about agent"}},
			{ID: "new", About: "measure", Low: &low, AccordingTo: &store.Actor{ID: "x"}},
			{ID: "who", About: "party", Part: "agent"},
		},
		Headlines: []store.Headline{{Measure: "killed", Claim: "new"}, {Measure: "wounded", Rule: "newest"}},
		Citations: []store.Citation{
			{ID: "open", About: "event", Item: store.Item{ID: "a"}},
			{ID: "about agent", About: "agent", Item: store.Item{ID: "a"}, Quote: "the agent said"},
		},
	}
	rule := release.Rule{Now: now, Also: map[string]store.Protection{"x": {TLP: "RED"}}}
	got, ok := rule.Event(e, nil)
	if !ok {
		t.Fatal("the event is held back")
	}
	want := store.Event{
		ID: "e", Title: "t", Parties: []store.Party{},
		Claims: []store.Claim{
			{ID: "old", About: "measure", Low: &low, State: store.Superseded, Citations: []string{"open"}},
			{ID: "who", About: "party"},
		},
		Headlines: []store.Headline{{Measure: "wounded", Rule: "newest"}},
		Citations: e.Citations[:1], Phases: nil,
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("released (-want +got):\n%s", diff)
	}
	rule.Also["e"] = store.Protection{DoNotPublish: true}
	if _, ok := rule.Event(e, nil); ok {
		t.Error("an event that is protected by now is let through")
	}
}

// Where the phase that the thing is in rests on protected items alone, no older one is
// left to be taken for it, and what nothing says to have taken place is planned.
func TestAHiddenPhaseLeavesNoOlderOneCurrent(t *testing.T) {
	day := func(d int) store.When {
		at := time.Date(2025, 7, d, 0, 0, 0, 0, time.UTC)
		return store.When{Earliest: at, Latest: at.AddDate(0, 0, 1)}
	}
	phase := func(code string, d int, cited ...string) store.Phase {
		return store.Phase{ID: code, Phase: code, At: day(d), Citations: cited}
	}
	when, planned := day(3), day(2)
	for _, x := range []struct {
		name         string
		phases       []store.Phase
		planned      store.When
		left         []string
		when, plan   store.When
		hides, atAll bool
	}{
		{"postponed in secret", []store.Phase{phase("announced", 1, "open"), phase("postponed", 2, "secret")}, store.When{}, nil, store.When{}, when, true, true},
		{"and planned otherwise", []store.Phase{phase("announced", 1, "open"), phase("postponed", 2, "secret")}, planned, nil, store.When{}, planned, true, true},
		{"held in secret", []store.Phase{phase("announced", 1, "open"), phase("held", 3, "secret")}, store.When{}, nil, store.When{}, when, true, true},
		{"nothing but a secret phase", []store.Phase{phase("postponed", 2, "secret")}, store.When{}, nil, store.When{}, when, true, true},
		{"paused in secret", []store.Phase{phase("delivered", 1, "open"), phase("paused", 2, "secret")}, store.When{}, nil, when, store.When{}, true, true},
		{"an older secret", []store.Phase{phase("considered", 1, "secret"), phase("announced", 2, "open")}, store.When{}, []string{"announced"}, when, store.When{}, false, true},
		{"one that is still to come", []store.Phase{phase("announced", 1, "open"), phase("held", 9, "secret")}, store.When{}, []string{"announced"}, when, store.When{}, false, true},
		{"known from both", []store.Phase{phase("announced", 1, "open"), phase("postponed", 2, "secret", "open")}, store.When{}, []string{"announced", "postponed"}, when, store.When{}, false, true},
	} {
		e := store.Event{
			ID: "e", Title: "Talks", When: when, Planned: x.planned, Phases: x.phases,
			Citations: []store.Citation{
				{ID: "open", Item: store.Item{ID: "a", Title: "Paper"}},
				{ID: "secret", Item: store.Item{ID: "b", Title: "Leak", Protection: store.Protection{DoNotPublish: true}}},
			},
		}
		r := release.Rule{Now: now}
		got, ok := r.Event(e, nil)
		var left []string
		for _, p := range got.Phases {
			left = append(left, p.ID)
		}
		if diff := cmp.Diff(x.left, left); diff != "" || ok != x.atAll {
			t.Errorf("%s: phases (-want +got):\n%s", x.name, diff)
		}
		if got.When != x.when || got.Planned != x.plan || r.HidesPhase(e) != x.hides {
			t.Errorf("%s: when %v, planned %v, hidden %v", x.name, got.When, got.Planned, r.HidesPhase(e))
		}
		if len(e.Phases) != len(x.phases) || e.When != when {
			t.Errorf("%s: the event itself was changed", x.name)
		}
	}
}
