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

func TestBulkEdit(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	var ids []string
	for i := range 4 {
		e := simple(i, "Event "+itoa(i))
		if i == 0 {
			e.Tags = []string{"kept", "old"}
		}
		ids = append(ids, e.ID)
		save(t, s, e, 0)
	}
	if _, err := s.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityEvent, ID: ids[3]}}}); err != nil {
		t.Fatal(err)
	}
	before := dump(t, s)
	b := store.Bulk{Tag: []string{"kept", "new"}, Untag: []string{"old"}, Assessment: store.Confirmed, Protection: &store.Protection{TLP: "AMBER"}}
	preview, err := s.PreviewBulk(ctx, ids, b)
	if err != nil {
		t.Fatal(err)
	}
	if dump(t, s) != before {
		t.Error("a preview changes something")
	}
	if len(preview) != 3 || preview[0].Title != "Event 0" {
		t.Fatalf("the preview: %+v", preview)
	}
	want := []string{"tag “old” is taken away", "tag “new” is set", "assessment reported becomes confirmed", "protection none becomes TLP:AMBER"}
	if !slices.Equal(preview[0].What, want) {
		t.Errorf("of the first: %q", preview[0].What)
	}
	c, err := s.ApplyBulk(ctx, preview, b, "", "after the review", nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Items) != 3 || c.Reason != store.ReasonUpdate || c.Note != "after the review" {
		t.Errorf("the change: %+v", c)
	}
	e := get(t, s, ids[0]).Value
	if !slices.Equal(e.Tags, []string{"kept", "new"}) || e.Assessment != store.Confirmed || e.Protection.TLP != "AMBER" {
		t.Errorf("the event: %s", mustEncode(t, e))
	}
	if again, err := s.PreviewBulk(ctx, ids, b); err != nil || len(again) != 0 {
		t.Errorf("again it would change %+v, %v", again, err)
	}
	mustCheck(t, s)
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if e := get(t, s, ids[0]).Value; !slices.Equal(e.Tags, []string{"kept", "old"}) || e.Assessment == store.Confirmed {
		t.Errorf("after one undo: %s", mustEncode(t, e))
	}
	// What was changed since the preview is not overwritten, and nothing else is changed.
	preview, err = s.PreviewBulk(ctx, ids, b)
	if err != nil {
		t.Fatal(err)
	}
	now := get(t, s, ids[2])
	now.Value.Title = "Meanwhile"
	save(t, s, now.Value, now.Revision)
	before = dump(t, s)
	var conflict *store.ConflictError
	if _, err := s.ApplyBulk(ctx, preview, b, "", "", nil); !errors.As(err, &conflict) || conflict.ID != ids[2] {
		t.Errorf("after a change by another: %v", err)
	}
	if dump(t, s) != before {
		t.Error("part of a refused edit was carried out")
	}
}

func TestBulkEditOfActors(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	e := simple(0, "Strike")
	save(t, s, e, 0)
	other := store.Actor{ID: storetest.ID(0xd02, 1), Name: "Other"}
	if _, err := s.Save(ctx, store.Action{Put: []store.Put{{Actor: &other}}}); err != nil {
		t.Fatal(err)
	}
	b := store.Bulk{ActorFrom: e.Parties[0].Actor.ID, ActorTo: other.ID}
	preview, err := s.PreviewBulk(ctx, []string{e.ID}, b)
	if err != nil || len(preview) != 1 || preview[0].What[0] != "the actor is replaced in one place" {
		t.Fatalf("the preview: %+v, %v", preview, err)
	}
	if _, err := s.ApplyBulk(ctx, preview, b, store.ReasonOurError, "it was another", nil); err != nil {
		t.Fatal(err)
	}
	if got := get(t, s, e.ID).Value.Parties[0].Actor.Name; got != "Other" {
		t.Errorf("the party is %s", got)
	}
	b.ActorTo = storetest.ID(0xd02, 9)
	b.ActorFrom = other.ID
	preview, _ = s.PreviewBulk(ctx, []string{e.ID}, b)
	if _, err := s.ApplyBulk(ctx, preview, b, "", "", nil); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("by one who is not there: %v", err)
	}
}

func TestBulkRefuses(t *testing.T) {
	t.Parallel()
	s := scratch(t)
	for says, b := range map[string]store.Bulk{
		"why the events are retracted must be said": {Assessment: store.Retracted},
		"name both":                        {ActorFrom: "a"},
		"cannot be set and taken away":     {Tag: []string{"a"}, Untag: []string{"a"}},
		"by whom the events were reviewed": {Review: store.Reviewed},
	} {
		if _, err := s.PreviewBulk(context.Background(), nil, b); !errors.Is(err, store.ErrInvalid) || !strings.Contains(err.Error(), says) {
			t.Errorf("%v; want “%s”", err, says)
		}
	}
	if _, err := s.PreviewBulk(context.Background(), []string{"x"}, store.Bulk{Tag: []string{"a"}}); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an event that is not there: %v", err)
	}
}
