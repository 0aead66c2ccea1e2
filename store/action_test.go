package store_test

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sitmap/store"
	"sitmap/store/storetest"
)

func TestSaveCreatesAndUpdates(t *testing.T) {
	s := scratch(t)
	e := simple(0, "Strike on Kharkiv")
	c := save(t, s, e, 0)
	if c.Seq != 1 || c.Reason != store.ReasonNew || c.By != "Olha" || len(c.Hash) != 64 {
		t.Errorf("first change: %+v", c)
	}
	last := c.Items[len(c.Items)-1]
	if last.Entity != store.EntityEvent || last.ID != e.ID || last.Title != e.Title || last.Revision != 1 {
		t.Errorf("its last item: %+v", last)
	}
	e.Title = "Strike on Kharkiv, corrected"
	if c := save(t, s, e, 1); c.Reason != store.ReasonUpdate || len(c.Items) != 1 {
		t.Errorf("second change: %+v", c)
	}
	if c := save(t, s, e, 2); c.Seq != 0 {
		t.Errorf("saving what is as it was made change %d", c.Seq)
	}
	got := get(t, s, e.ID)
	if got.Revision != 2 || got.By != "Olha" || got.Deleted || got.Recorded.IsZero() || got.Value.Title != e.Title {
		t.Errorf("stored: %+v", got)
	}
	mustCheck(t, s)
}

// TestSaveMakesIDs also asserts that the caller's event stays as it is.
func TestSaveMakesIDs(t *testing.T) {
	s := scratch(t)
	e := simple(0, "Without ids")
	e.ID, e.Places[0].ID, e.Parties[0].ID = "", "", ""
	e.Claims, e.Citations = nil, nil
	e.Parties[0].Actor = store.Actor{Name: "Somebody"}
	before := mustEncode(t, e)
	c := save(t, s, e, 0)
	if !bytes.Equal(before, mustEncode(t, e)) {
		t.Error("the caller's event was changed")
	}
	got := get(t, s, c.Items[len(c.Items)-1].ID).Value
	if got.Places[0].ID == "" || got.Parties[0].ID == "" || got.Parties[0].Actor.ID == "" {
		t.Errorf("ids are missing: %s", mustEncode(t, got))
	}
	again := simple(1, "The same somebody")
	again.Parties[0].Actor = store.Actor{Name: "Somebody"}
	save(t, s, again, 0)
	if one, two := got.Parties[0].Actor.ID, get(t, s, again.ID).Value.Parties[0].Actor.ID; one != two {
		t.Errorf("an actor matched by name is %s, then %s", one, two)
	}
	third := simple(2, "Another of that name")
	third.Parties[0].Actor = store.Actor{Name: "Somebody", Kind: "person"}
	save(t, s, third, 0)
	if one, two := got.Parties[0].Actor.ID, get(t, s, third.ID).Value.Parties[0].Actor.ID; one == two {
		t.Error("an actor of another kind was taken for the same")
	}
}

func TestSaveRefuses(t *testing.T) {
	s := scratch(t)
	e := simple(0, "There")
	save(t, s, e, 0)
	other := simple(1, "Not there")
	changed := e
	changed.Title = "Changed"
	for name, tt := range map[string]struct {
		action store.Action
		want   error
	}{
		"created twice":       {store.Action{Put: []store.Put{{Event: &changed}}}, store.ErrExists},
		"updated, not there":  {store.Action{Put: []store.Put{{Event: &other, Base: 3}}}, store.ErrNotFound},
		"deleted, not there":  {store.Action{Delete: []store.Delete{{Entity: store.EntityEvent, ID: other.ID}}}, store.ErrNotFound},
		"actor in use":        {store.Action{Delete: []store.Delete{{Entity: store.EntityActor, ID: e.Parties[0].Actor.ID}}}, store.ErrConflict},
		"kind in use":         {store.Action{Delete: []store.Delete{{Entity: store.EntityKind, ID: e.Kind}}}, store.ErrConflict},
		"no record":           {store.Action{Put: []store.Put{{}}}, store.ErrInvalid},
		"stale":               {store.Action{Put: []store.Put{{Event: &changed, Base: 7}}}, store.ErrConflict},
		"unknown entity":      {store.Action{Delete: []store.Delete{{Entity: "dragon", ID: "x"}}}, store.ErrInvalid},
		"kind there already":  {store.Action{Put: []store.Put{{Kind: &store.Kind{Code: "strike", Name: "x", Colour: "#000000", Form: store.FormStrike}}}}, store.ErrExists},
		"reason of the store": {store.Action{Reason: store.ReasonUndo, Put: []store.Put{{Event: &other}}}, store.ErrInvalid},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := s.Save(context.Background(), tt.action)
			if !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
	if head, err := s.Head(context.Background()); err != nil || head.Seq != 1 {
		t.Errorf("refusals left a change: %+v, %v", head, err)
	}
}

// TestConflict is two windows on one file.
func TestConflict(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "s.gpkg")
	olha := create(t, path, "Olha")
	defer olha.Close()
	mine := reopen(t, path, store.Options{User: "Petro"})
	e := simple(0, "Strike on Kharkiv")
	save(t, mine, e, 0)

	theirs := get(t, olha, e.ID)
	theirs.Value.Title = "Strike on Kharkiv’s port"
	theirs.Value.Claims = nil
	save(t, olha, theirs.Value, theirs.Revision)

	e.Summary = "what I wrote meanwhile"
	_, err := mine.Save(context.Background(), store.Action{Put: []store.Put{{Event: &e, Base: 1}}})
	var c *store.ConflictError
	if !errors.As(err, &c) || !errors.Is(err, store.ErrConflict) {
		t.Fatalf("got %v", err)
	}
	if diff := cmp.Diff([]string{"title", "claims"}, c.Fields); diff != "" {
		t.Error(diff)
	}
	if c.By != "Olha" || c.Current.Revision != 2 || c.Current.Value.Title != theirs.Value.Title {
		t.Errorf("conflict: %+v", c)
	}
	if text := err.Error(); !strings.HasPrefix(text, "‘Strike on Kharkiv’s port’ was changed by Olha on ") || !strings.HasSuffix(text, ": title, claims") {
		t.Errorf("the sentence is %q", text)
	}
	if e.Summary != "what I wrote meanwhile" {
		t.Error("the caller's work is lost")
	}
	save(t, mine, e, c.Current.Revision)
}

func TestInlineRecordsFollowTheEvent(t *testing.T) {
	s := scratch(t)
	e := simple(0, "One")
	save(t, s, e, 0)
	two := simple(1, "Two")
	two.Parties[0].Actor = e.Parties[0].Actor
	save(t, s, two, 0)

	stored := get(t, s, e.ID)
	stored.Value.Parties[0].Actor.Aliases = []string{"Нова назва"}
	c := save(t, s, stored.Value, stored.Revision)
	if len(c.Items) != 1 || c.Items[0].Entity != store.EntityActor {
		t.Errorf("a new alias is a change of the actor alone: %+v", c.Items)
	}
	if got := get(t, s, two.ID); got.Revision != 1 || !slices.Contains(got.Value.Parties[0].Actor.Aliases, "Нова назва") {
		t.Errorf("the other event has %+v", got.Value.Parties[0].Actor)
	}
	if got := titles(t, s, store.Filter{Text: "нова"}); len(got) != 2 {
		t.Errorf("found by the new alias: %v", got)
	}
	// An older copy of the actor elsewhere in the event does not win.
	both := get(t, s, e.ID)
	old := both.Value.Parties[0].Actor
	both.Value.Parties = append(both.Value.Parties, store.Party{Role: "target", Actor: old})
	both.Value.Parties[0].Actor.Note = "edited here"
	save(t, s, both.Value, both.Revision)
	if got := get(t, s, e.ID).Value.Parties; got[0].Actor.Note != "edited here" || got[1].Actor.Note != "edited here" {
		t.Errorf("parties: %+v", got)
	}
	mustCheck(t, s)
}

func TestAdd(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	var seen int64
	n := some(700)
	r, err := s.Add(ctx, storetest.Stream(1, n), store.ReasonImported, "a file", func(done, _ int64) { seen = done })
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Added) != n || r.Change.Seq != 1 || r.Change.Reason != store.ReasonImported || seen != int64(n) {
		t.Errorf("added %d, change %+v, progress %d", len(r.Added), r.Change, seen)
	}
	if r, err = s.Add(ctx, storetest.Stream(1, n+1), "", "", nil); err != nil || len(r.Added) != 1 || r.Unchanged != n {
		t.Errorf("again: %d added, %d unchanged, %v", len(r.Added), r.Unchanged, err)
	}
	before := encodeAll(t, s)

	var changed, fresh, actor store.Event
	for e := range storetest.Stream(1, 1) {
		changed, fresh, actor = e, e, e
	}
	changed.Title = "Changed"
	fresh.ID, fresh.Title = storetest.ID(1, 9999), "Fresh"
	actor.ID, actor.Parties = storetest.ID(1, 9998), slices.Clone(actor.Parties)
	actor.Parties[0].Actor.Note = "not as in the store"
	_, err = s.Add(ctx, list(fresh, changed), "", "", nil)
	if !errors.Is(err, store.ErrDifferent) || !strings.Contains(err.Error(), "‘Changed’") {
		t.Errorf("other content: %v", err)
	}
	_, err = s.Add(ctx, list(fresh, actor), "", "", nil)
	if !errors.Is(err, store.ErrDifferent) || !strings.Contains(err.Error(), actor.Parties[0].Actor.Name) {
		t.Errorf("other actor: %v", err)
	}
	failing := errors.New("line 2 is broken")
	_, err = s.Add(ctx, func(yield func(store.Event, error) bool) {
		if yield(fresh, nil) {
			yield(store.Event{}, failing)
		}
	}, "", "", nil)
	if !errors.Is(err, failing) {
		t.Errorf("a failing sequence: %v", err)
	}
	if !bytes.Equal(before, encodeAll(t, s)) {
		t.Error("a refused import left something behind")
	}
	mustCheck(t, s)
}

// TestAddAgainAfterUndo imports a file anew whose import was undone.
func TestAddAgainAfterUndo(t *testing.T) {
	ctx := context.Background()
	s := scratch(t)
	if _, err := s.Add(ctx, storetest.Stream(1, 10), "", "", nil); err != nil {
		t.Fatal(err)
	}
	want := encodeAll(t, s)
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	r, err := s.Add(ctx, storetest.Stream(1, 10), "", "", nil)
	if err != nil || len(r.Added) != 10 {
		t.Fatalf("%+v, %v", r, err)
	}
	if !bytes.Equal(want, encodeAll(t, s)) {
		t.Error("something else came back")
	}
	mustCheck(t, s)
}

func TestAddCancelled(t *testing.T) {
	s := scratch(t)
	ctx, cancel := context.WithCancel(context.Background())
	_, err := s.Add(ctx, func(yield func(store.Event, error) bool) {
		for e := range storetest.Stream(1, 100) {
			if !yield(e, nil) {
				return
			}
			cancel()
		}
	}, "", "", nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if got := titles(t, s, store.Filter{}); len(got) != 0 {
		t.Errorf("%d events were added", len(got))
	}
	save(t, s, simple(0, "Afterwards"), 0)
}

func TestDeleteAndOrder(t *testing.T) {
	ctx := context.Background()
	s := scratch(t)
	for i, w := range []store.When{
		{},
		{Earliest: date(2025, time.July, 4)},
		{Earliest: date(2025, time.July, 4), Latest: date(2025, time.July, 5)},
		{Earliest: date(1960, time.January, 1)},
		{Latest: date(1950, time.January, 1)},
	} {
		e := simple(i, string(rune('a'+i)))
		e.When = w
		save(t, s, e, 0)
	}
	if got := strings.Join(titles(t, s, store.Filter{}), ""); got != "dcbea" {
		t.Errorf("order %q", got)
	}
	id := simple(2, "").ID
	if _, err := s.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityEvent, ID: id, Base: 1}}}); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(titles(t, s, store.Filter{}), ""); got != "dbea" {
		t.Errorf("after deleting one: %q", got)
	}
	if e := get(t, s, id); !e.Deleted || e.Value.Title != "c" {
		t.Errorf("the deleted one: %+v", e)
	}
	if got := titles(t, s, store.Filter{IDs: []string{id, simple(0, "").ID}}); !slices.Equal(got, []string{"a"}) {
		t.Errorf("by id: %v", got)
	}
	mustCheck(t, s)
}
