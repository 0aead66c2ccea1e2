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
	preview, _, err := s.PreviewBulk(ctx, ids, b)
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
	if again, _, err := s.PreviewBulk(ctx, ids, b); err != nil || len(again) != 0 {
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
	preview, _, err = s.PreviewBulk(ctx, ids, b)
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

// What a second person reviewed is not what stands after the edit.
func TestBulkEditMakesReviewedEventsDraftsAgain(t *testing.T) {
	e := store.Event{Review: store.Reviewed, ReviewedBy: "bohdan", Tags: []string{"old"}}
	if got, what := (store.Bulk{Tag: []string{"new"}}).Apply(e); got.Review != store.Draft || got.ReviewedBy != "" || len(what) != 2 {
		t.Errorf("tagged it is %s by %q: %q", got.Review, got.ReviewedBy, what)
	}
	if got, what := (store.Bulk{Tag: []string{"old"}}).Apply(e); got.Review != store.Reviewed || len(what) != 0 {
		t.Errorf("unchanged it is %s: %q", got.Review, what)
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
	preview, _, err := s.PreviewBulk(ctx, []string{e.ID}, b)
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
	preview, _, _ = s.PreviewBulk(ctx, []string{e.ID}, b)
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
		"a review is a change of its own":  {Review: store.Reviewed, ReviewedBy: "olha", Tag: []string{"a"}},
	} {
		if _, _, err := s.PreviewBulk(context.Background(), nil, b); !errors.Is(err, store.ErrInvalid) || !strings.Contains(err.Error(), says) {
			t.Errorf("%v; want “%s”", err, says)
		}
	}
	if _, _, err := s.PreviewBulk(context.Background(), []string{"x"}, store.Bulk{Tag: []string{"a"}}); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an event that is not there: %v", err)
	}
}

// TestBulkReview: a second pair of eyes for many at a time, and not the author's.
func TestBulkReview(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	var ids []string
	for i := range 4 {
		e := simple(i, "Event "+itoa(i))
		ids = append(ids, e.ID)
		save(t, s, e, 0)
	}
	author := get(t, s, ids[0]).By
	other, err := store.Open(ctx, s.Path(), store.Options{User: "bohdan"})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	change := func(i int, alter func(*store.Event)) {
		t.Helper()
		now := get(t, other, ids[i])
		alter(&now.Value)
		if _, err := other.Save(ctx, store.Action{Put: []store.Put{{Event: &now.Value, Base: now.Revision}}}); err != nil {
			t.Fatal(err)
		}
	}
	reviewed := func(e *store.Event) { e.Review, e.ReviewedBy = store.Reviewed, "bohdan" }
	change(1, func(e *store.Event) { e.Summary = "bohdan's" })
	change(2, reviewed)
	titles := func(list []store.BulkChange) (out []string) {
		for _, c := range list {
			out = append(out, c.Title)
		}
		return out
	}
	for who, want := range map[string][2][]string{
		author:   {{"Event 1"}, {"Event 0", "Event 3"}}, // bohdan's review of the third stands
		"bohdan": {{"Event 0", "Event 3"}, {"Event 1"}},
		"marta":  {{"Event 0", "Event 1", "Event 3"}, nil},
	} {
		list, own, err := s.PreviewBulk(ctx, ids, store.Bulk{Review: store.Reviewed, ReviewedBy: who})
		if err != nil || !slices.Equal(titles(list), want[0]) || !slices.Equal(titles(own), want[1]) {
			t.Errorf("%s may review %q and not %q, %v; want %q", who, titles(list), titles(own), err, want)
		}
	}
	b := store.Bulk{Review: store.Reviewed, ReviewedBy: author}
	list, own, _ := s.PreviewBulk(ctx, ids, b)
	before := dump(t, s)
	if _, err := s.ApplyBulk(ctx, append(list, own...), b, "", "", nil); !errors.Is(err, store.ErrConflict) || dump(t, s) != before {
		t.Errorf("the author's own are reviewed: %v", err)
	}
	if _, err := s.ApplyBulk(ctx, list, b, "", "", nil); err != nil {
		t.Fatal(err)
	}
	if e := get(t, s, ids[1]).Value; e.Review != store.Reviewed || e.ReviewedBy != author {
		t.Errorf("reviewed: %+v", e)
	}
	mustCheck(t, s)
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if e := get(t, s, ids[1]).Value; e.Review == store.Reviewed {
		t.Error("one undo does not take it back")
	}
	// A review that others' changes came after is given anew.
	change(2, func(e *store.Event) { e.Summary = "after the review" })
	now := get(t, s, ids[2])
	now.Value.Summary = "the author's, after it"
	save(t, s, now.Value, now.Revision)
	if list, _, err := s.PreviewBulk(ctx, ids[2:3], store.Bulk{Review: store.Reviewed, ReviewedBy: "marta"}); err != nil || len(list) != 1 {
		t.Errorf("of a review that is out of date: %+v, %v", list, err)
	}
}
