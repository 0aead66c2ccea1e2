package store_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"sitmap/store"
	"sitmap/store/storetest"
)

// TestMerge merges two actors, two outlets and two items: what named the one names the
// other, what was said of it is kept, and one undo takes it all back.
func TestMerge(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	id := func(n int) string { return storetest.ID(0xd00, n) }
	trump := store.Actor{ID: id(1), Name: "Donald Trump", Kind: "person", Note: "president"}
	donald := store.Actor{
		ID: id(2), Name: "Trump", Aliases: []string{"Трамп"}, Seat: &store.Seat{Name: "Washington"}, Note: "the 47th",
		Protection: store.Protection{TLP: "GREEN"},
	}
	aide := store.Actor{ID: id(3), Name: "an aide", ActsFor: &donald}
	times := store.Outlet{ID: id(4), Name: "New York Times", Reliability: "B"}
	nyt := store.Outlet{ID: id(5), Name: "NYT", Kind: "newspaper", URL: "https://nytimes.com"}
	report := store.Item{ID: id(6), Title: "Report", Outlet: &times, Published: "2025-07-04"}
	again := store.Item{ID: id(7), Title: "Report, updated", Outlet: &nyt, URL: "https://nytimes.com/2", Inbox: "used"}
	e := store.Event{
		ID: id(10), Kind: "call", Title: "Call",
		Parties: []store.Party{
			{ID: id(11), Role: "participant", Actor: trump},
			{ID: id(12), Role: "participant", Actor: donald},
			{ID: id(13), Role: "participant", Actor: aide},
		},
		Claims: []store.Claim{{ID: id(14), About: "party", Part: id(12), AccordingTo: &donald, Citations: []string{id(16)}}},
		Citations: []store.Citation{
			{ID: id(15), About: id(12), Item: report},
			{ID: id(16), About: "event", Item: again, Quote: "they spoke"},
		},
	}
	save(t, s, e, 0)
	dead := simple(3, "Deleted before")
	dead.Parties[0].Actor = donald
	save(t, s, dead, 0)
	if _, err := s.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityEvent, ID: dead.ID}}}); err != nil {
		t.Fatal(err)
	}
	before := dump(t, s)

	plan, err := s.PlanMerge(ctx, store.EntityActor, trump.ID, donald.ID)
	if err != nil {
		t.Fatal(err)
	}
	if plan.Events != 1 || plan.Actors != 1 || plan.KeepTitle != "Donald Trump" || plan.GoneTitle != "Trump" {
		t.Errorf("the plan: %+v", plan)
	}
	want := []string{
		"“Trump” becomes an alias", "“Трамп” becomes an alias", "the seat in Washington is taken over", "its note is added",
		"its stricter protection is taken over",
	}
	if !slices.Equal(plan.Kept, want) {
		t.Errorf("kept: %q", plan.Kept)
	}
	if dump(t, s) != before {
		t.Error("a plan changes something")
	}
	c, err := s.Merge(ctx, store.EntityActor, trump.ID, donald.ID, "one person", nil)
	if err != nil {
		t.Fatal(err)
	}
	if c.Reason != store.ReasonMerged || c.Note != "one person" {
		t.Errorf("the change: %+v", c)
	}
	got := get(t, s, e.ID).Value
	if len(got.Parties) != 2 || got.Parties[0].Actor.ID != trump.ID || got.Parties[1].Actor.ActsFor.ID != trump.ID ||
		got.Claims[0].AccordingTo.Name != "Donald Trump" || got.Claims[0].Part != id(11) || got.Citations[0].About != id(11) {
		t.Errorf("the event: %s", mustEncode(t, got))
	}
	a := got.Parties[0].Actor
	if !slices.Equal(a.Aliases, []string{"Trump", "Трамп"}) || a.Note != "president\nthe 47th" || a.Seat == nil || a.Protection.TLP != "GREEN" {
		t.Errorf("the actor: %+v", a)
	}
	if found := titles(t, s, store.Filter{Text: "трамп"}); len(found) != 1 {
		t.Errorf("by the other's name there are %q", found)
	}
	mustCheck(t, s)
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	undone := get(t, s, e.ID).Value
	if string(mustEncode(t, undone)) != string(mustEncode(t, e)) {
		t.Errorf("undone:\n%s\nwant\n%s", mustEncode(t, undone), mustEncode(t, e))
	}
	mustCheck(t, s)
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}

	// Items of two outlets are two until the outlets are one.
	_, err = s.Merge(ctx, store.EntityItem, report.ID, again.ID, "", nil)
	if !errors.Is(err, store.ErrDifferent) || !strings.Contains(err.Error(), "‘Report’ and ‘Report, updated’ differ in what only one can keep: the outlet (New York Times and NYT)") {
		t.Errorf("items of two outlets: %v", err)
	}
	if _, err := s.Merge(ctx, store.EntityOutlet, times.ID, nyt.ID, "", nil); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Merge(ctx, store.EntityItem, report.ID, again.ID, "", nil); err != nil {
		t.Fatal(err)
	}
	got = get(t, s, e.ID).Value
	it := got.Citations[1].Item
	if it.ID != report.ID || it.Note != "Merged: title also “Report, updated”." || it.URL != "https://nytimes.com/2" || it.Inbox != "used" ||
		it.Outlet.Note != "Merged: name also “NYT”." || it.Outlet.Kind != "newspaper" || it.Outlet.Reliability != "B" {
		t.Errorf("the item: %+v, %+v", it, it.Outlet)
	}
	outlets, err := s.Outlets(ctx)
	if err != nil || slices.ContainsFunc(outlets, func(o store.Stored[store.Outlet]) bool { return o.Value.ID == nyt.ID }) {
		t.Errorf("outlets: %+v, %v", outlets, err)
	}
	mustCheck(t, s)
}

func TestMergeRefuses(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	id := func(n int) string { return storetest.ID(0xd01, n) }
	boss := store.Actor{ID: id(1), Name: "Ministry", Kind: "organisation"}
	voice := store.Actor{ID: id(2), Name: "Spokesman", Kind: "person", ActsFor: &boss}
	other := store.Actor{ID: id(3), Name: "Minister", Kind: "person"}
	for _, a := range []store.Actor{boss, voice, other} {
		if _, err := s.Save(ctx, store.Action{Put: []store.Put{{Actor: &a}}}); err != nil {
			t.Fatal(err)
		}
	}
	before := dump(t, s)
	for _, x := range []struct {
		e          store.Entity
		keep, gone string
		is         error
		says       string
	}{
		{store.EntityActor, id(1), id(1), store.ErrInvalid, "merged with itself"},
		{store.EntityActor, id(1), id(9), store.ErrNotFound, "there is no actor"},
		{store.EntityOutlet, id(1), id(2), store.ErrNotFound, "there is no outlet"},
		{store.EntityEvent, id(1), id(2), store.ErrInvalid, "cannot be merged"},
		{store.EntityActor, id(1), id(2), store.ErrConflict, "one acts for the other"},
		{store.EntityActor, id(2), id(1), store.ErrConflict, "one acts for the other"},
		{store.EntityActor, id(1), id(3), store.ErrDifferent, "the kind (“organisation” and “person”); make them alike first"},
	} {
		if _, err := s.PlanMerge(ctx, x.e, x.keep, x.gone); !errors.Is(err, x.is) || !strings.Contains(err.Error(), x.says) {
			t.Errorf("%s %s: %v; want “%s”", x.keep, x.gone, err, x.says)
		}
		if _, err := s.Merge(ctx, x.e, x.keep, x.gone, "", nil); !errors.Is(err, x.is) {
			t.Errorf("%s %s: %v", x.keep, x.gone, err)
		}
	}
	if dump(t, s) != before {
		t.Error("a refused merge changed something")
	}
}
