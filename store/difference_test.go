package store_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"sitmap/store"
)

// TestDifferences: what has become of events since a moment, each with who did it and
// why.
func TestDifferences(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	var e [5]store.Event
	for i := range e {
		e[i] = simple(i, []string{"Same", "Changed", "Gone", "Wrong", "There and back"}[i])
	}
	if _, err := s.Add(ctx, list(e[:]...), "", "", nil); err != nil {
		t.Fatal(err)
	}
	past, err := s.At(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	do := func(a store.Action) {
		t.Helper()
		if _, err := s.Save(ctx, a); err != nil {
			t.Fatal(err)
		}
	}
	edit := func(i int, reason store.Reason, note string, change func(*store.Event)) {
		t.Helper()
		now := get(t, s, e[i].ID)
		change(&now.Value)
		do(store.Action{Reason: reason, Note: note, Put: []store.Put{{Event: &now.Value, Base: now.Revision}}})
	}
	edit(1, store.ReasonCorrected, "the ministry corrected it", func(x *store.Event) { x.Summary = "40 houses"; x.Tags = []string{"new"} })
	do(store.Action{Delete: []store.Delete{{Entity: store.EntityEvent, ID: e[2].ID}}})
	edit(3, store.ReasonOurError, "", func(x *store.Event) { x.Assessment, x.AssessmentNote = store.Retracted, "a hoax" })
	edit(4, "", "", func(x *store.Event) { x.Title = "There" })
	edit(4, "", "", func(x *store.Event) { x.Title = "There and back" })
	come := simple(7, "Come")
	save(t, s, come, 0)

	got, more, err := past.Differences(ctx, nil, 100)
	if err != nil || more {
		t.Fatal(err, more)
	}
	var told []string
	for _, d := range got {
		told = append(told, strings.Join([]string{string(d.Became), d.Title(), strings.Join(d.Fields, "+"), string(d.Reason), d.Note}, "|"))
	}
	want := []string{
		"changed|Changed|summary+tags|source corrected|the ministry corrected it",
		"deleted|Gone||deleted|",
		"retracted|Wrong|assessment+assessment_note|our error|",
		"added|Come||new|",
	}
	if !slices.Equal(told, want) {
		t.Errorf("told %q\nwant %q", told, want)
	}
	if got, more, err := past.Differences(ctx, nil, 2); err != nil || !more || len(got) != 2 {
		t.Errorf("of many: %d, %v, %v", len(got), more, err)
	}
	only := got[3].Number
	if got, _, err := past.Differences(ctx, func(n int64) bool { return n == only }, 9); err != nil || len(got) != 1 || got[0].Became != store.BecameAdded {
		t.Errorf("of one: %v, %v", got, err)
	}
	// What an event names is part of it.
	past, err = s.At(ctx, 7)
	if err != nil {
		t.Fatal(err)
	}
	who := get(t, s, e[0].ID).Value.Parties[0].Actor
	who.Note = "renamed"
	do(store.Action{Put: []store.Put{{Actor: &who, Base: 1}}})
	got, _, err = past.Differences(ctx, nil, 100)
	if err != nil || len(got) == 0 || !slices.Equal(got[0].Fields, []string{"parties"}) || got[0].Reason != "" {
		t.Errorf("after an actor's edit: %+v, %v", got, err)
	}
}

func TestPublicationsKnowTheirEvents(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	before, err := s.Publish(ctx, store.Publication{File: "empty.png", Format: "png"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.PublishedState(ctx, before); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a publication of an empty store: %v", err)
	}
	a, b := simple(0, "A"), simple(1, "B")
	save(t, s, a, 0)
	save(t, s, b, 0)
	of := func(file string, n int, ids ...string) store.Publication {
		t.Helper()
		p, err := s.Publish(ctx, store.Publication{File: file, Format: "png", Events: n, Shown: ids})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	both := of("both.png", 2, b.ID, a.ID, a.ID)
	one := of("one.png", 1, b.ID)
	many := of("many.png", 7000)
	if !both.Listed || !one.Listed || many.Listed {
		t.Errorf("listed: %v, %v, %v", both.Listed, one.Listed, many.Listed)
	}
	if got, err := s.Publication(ctx, " "+strings.ToUpper(both.ID)); err != nil || got.File != "both.png" || !got.Listed || got.Head != 2 {
		t.Errorf("by its id: %+v, %v", got, err)
	}
	if got, err := s.Shown(ctx, both.ID); err != nil || !slices.Equal(got, []int64{1, 2}) {
		t.Errorf("shown: %v, %v", got, err)
	}
	files := func(list []store.Publication) (names []string) {
		for _, p := range list {
			names = append(names, p.File)
		}
		return names
	}
	touching := func(id string, wantShowed, wantLoose []string) {
		t.Helper()
		showed, loose, err := s.PublicationsTouching(ctx, id)
		if err != nil || !slices.Equal(files(showed), wantShowed) || !slices.Equal(files(loose), wantLoose) {
			t.Errorf("touching %s: %v and %v, %v; want %v and %v", id, files(showed), files(loose), err, wantShowed, wantLoose)
		}
	}
	touching(a.ID, []string{"both.png"}, []string{"many.png"})
	touching(b.ID, []string{"one.png", "both.png"}, []string{"many.png"})
	// A later event is in none; nor is one that was deleted in what came afterwards.
	late := simple(2, "Late")
	save(t, s, late, 0)
	touching(late.ID, nil, nil)
	if _, err := s.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityEvent, ID: a.ID}}}); err != nil {
		t.Fatal(err)
	}
	of("later.png", 9000)
	touching(a.ID, []string{"both.png"}, []string{"many.png"})
	if _, _, err := s.PublicationsTouching(ctx, "nobody"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("of no event: %v", err)
	}
	mustCheck(t, s)

	past, err := s.PublishedState(ctx, both)
	if err != nil {
		t.Fatal(err)
	}
	if e, err := past.Event(ctx, a.ID); err != nil || e.Deleted {
		t.Errorf("the event as it was published: %+v, %v", e, err)
	}
	both.HeadHash = strings.Repeat("0", 64)
	if _, err := s.PublishedState(ctx, both); !errors.Is(err, store.ErrCorrupt) || !strings.Contains(err.Error(), "not in the history of s.gpkg") {
		t.Errorf("a state of another history: %v", err)
	}
}
