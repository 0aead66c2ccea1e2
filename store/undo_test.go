package store_test

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sitmap/store"
	"sitmap/store/storetest"
)

func TestUndoRedo(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "s.gpkg")
	s := create(t, path, "Olha")
	if _, err := s.Undo(ctx); !errors.Is(err, store.ErrNoUndo) {
		t.Errorf("in an empty store: %v", err)
	}
	e := simple(0, "One")
	save(t, s, e, 0)
	e.Title = "Two"
	save(t, s, e, 1)
	// It survives a restart.
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, path, store.Options{User: "Olha"})
	undo, redo, err := s.Undoable(ctx)
	if err != nil || undo == nil || redo != nil || undo.Seq != 2 || undo.Items[0].Title != "Two" {
		t.Fatalf("undoable: %+v, %+v, %v", undo, redo, err)
	}
	c, err := s.Undo(ctx)
	if err != nil || c.Undoes != 2 || c.Reason != store.ReasonUndo {
		t.Fatalf("undo: %+v, %v", c, err)
	}
	if got := get(t, s, e.ID); got.Value.Title != "One" || got.Revision != 3 {
		t.Errorf("after undo: %+v", got)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, s, store.Filter{}); len(got) != 0 {
		t.Errorf("after both: %v", got)
	}
	if actors, err := s.Actors(ctx); err != nil || len(actors) != 0 {
		t.Errorf("the actors it brought stay: %v, %v", actors, err)
	}
	for _, want := range []string{"One", "Two"} {
		if _, err := s.Redo(ctx); err != nil {
			t.Fatal(err)
		}
		if got := titles(t, s, store.Filter{}); !slices.Equal(got, []string{want}) {
			t.Errorf("after redo: %v, want %s", got, want)
		}
	}
	if _, err := s.Redo(ctx); !errors.Is(err, store.ErrNoUndo) {
		t.Errorf("a third redo: %v", err)
	}
	// A new edit clears redo.
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	save(t, s, simple(1, "Another"), 0)
	if _, err := s.Redo(ctx); !errors.Is(err, store.ErrNoUndo) {
		t.Errorf("redo after a new edit: %v", err)
	}
	mustCheck(t, s)

	history, err := s.History(ctx, store.EntityEvent, e.ID)
	if err != nil {
		t.Fatal(err)
	}
	var reasons []string
	for _, c := range history {
		reasons = append(reasons, string(c.Reason))
		if len(c.Items) != 1 || c.Items[0].ID != e.ID {
			t.Errorf("change %d has the items %v", c.Seq, c.Items)
		}
	}
	if got := strings.Join(reasons, " "); got != "new update undo undo redo redo undo" {
		t.Errorf("history: %s", got)
	}
	if it := history[1].Items[0]; !bytes.Contains(it.Before, []byte(`"One"`)) || !bytes.Contains(it.After, []byte(`"Two"`)) {
		t.Errorf("before %s, after %s", it.Before, it.After)
	}
	if it := history[0].Items[0]; it.Before != nil || !bytes.Contains(it.After, []byte(e.Parties[0].Actor.Name)) {
		t.Errorf("before %s, after %s", it.Before, it.After)
	}
	if it := history[3].Items[0]; it.Before == nil || it.After != nil {
		t.Errorf("undone creation: before %s, after %s", it.Before, it.After)
	}
}

func TestUndoOfAnImport(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	if _, err := s.Add(ctx, storetest.Stream(1, some(1500)), store.ReasonImported, "", nil); err != nil {
		t.Fatal(err)
	}
	want := encodeAll(t, s)
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, s, store.Filter{}); len(got) != 0 {
		t.Errorf("%d events stay", len(got))
	}
	mustCheck(t, s)
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := encodeAll(t, s); !bytes.Equal(got, want) {
		t.Error("redo brought back something else")
	}
	mustCheck(t, s)
}

func TestUndoIsRefusedAfterALaterChange(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "s.gpkg")
	mine := create(t, path, "Petro")
	defer mine.Close()
	olha := reopen(t, path, store.Options{User: "Olha"})
	e := simple(0, "Mine")
	save(t, mine, e, 0)
	e.Title = "Hers"
	save(t, olha, e, 1)
	if _, err := mine.Undo(ctx); !errors.Is(err, store.ErrConflict) || !strings.Contains(err.Error(), "‘Hers’ was changed later by Olha") {
		t.Errorf("got %v", err)
	}
	// Each user undoes what is theirs.
	if _, err := olha.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := mine.Undo(ctx); err != nil {
		t.Errorf("after hers was undone: %v", err)
	}
	// What another event uses does not go.
	save(t, mine, e, get(t, mine, e.ID).Revision)
	two := simple(1, "Uses the actor")
	two.Parties[0].Actor = e.Parties[0].Actor
	save(t, olha, two, 0)
	mustCheck(t, mine)
	if _, err := mine.Undo(ctx); err != nil && !errors.Is(err, store.ErrConflict) {
		t.Error(err)
	}
	mustCheck(t, mine)
}

// TestUndoProperties makes random edits, deletions, undos and redos, beside a model
// that keeps every state.
func TestUndoProperties(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		s := quick(rt, filepath.Join(dir, "u"+itoa(n)+".gpkg"), store.Options{User: "Olha"})
		defer s.Close()
		state := func() string { return string(encodeAll(t, s)) }
		past, future := []string{}, []string{}
		now := state()
		world := storetest.NewWorld(rt)
		var ids []string
		did := func() {
			if next := state(); next != now {
				past, future, now = append(past, now), nil, next
			}
		}
		rt.Repeat(map[string]func(*rapid.T){
			"new": func(rt *rapid.T) {
				e := world.Event(rt)
				ids = append(ids, e.ID)
				save(rt, s, e, 0)
				did()
			},
			"edit": func(rt *rapid.T) {
				if len(ids) == 0 {
					rt.Skip("nothing to edit")
				}
				e := get(rt, s, rapid.SampledFrom(ids).Draw(rt, "id"))
				if e.Deleted {
					rt.Skip("deleted")
				}
				e.Value.Title = rapid.StringMatching(`[a-z]{8}`).Draw(rt, "title")
				e.Value.Claims = nil
				e.Value.Headlines = nil
				for i := range e.Value.Citations {
					e.Value.Citations[i].About = ""
				}
				save(rt, s, e.Value, e.Revision)
				did()
			},
			"delete": func(rt *rapid.T) {
				if len(ids) == 0 {
					rt.Skip("nothing to delete")
				}
				e := get(rt, s, rapid.SampledFrom(ids).Draw(rt, "id"))
				if e.Deleted {
					rt.Skip("deleted")
				}
				if _, err := s.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityEvent, ID: e.Value.ID, Base: e.Revision}}}); err != nil {
					rt.Fatal(err)
				}
				did()
			},
			"undo": func(rt *rapid.T) {
				_, err := s.Undo(ctx)
				if len(past) == 0 {
					if !errors.Is(err, store.ErrNoUndo) {
						rt.Fatalf("nothing to undo, yet %v", err)
					}
					return
				}
				if err != nil {
					rt.Fatal(err)
				}
				future = append(future, now)
				now, past = past[len(past)-1], past[:len(past)-1]
			},
			"redo": func(rt *rapid.T) {
				_, err := s.Redo(ctx)
				if len(future) == 0 {
					if !errors.Is(err, store.ErrNoUndo) {
						rt.Fatalf("nothing to redo, yet %v", err)
					}
					return
				}
				if err != nil {
					rt.Fatal(err)
				}
				past = append(past, now)
				now, future = future[len(future)-1], future[:len(future)-1]
			},
			"": func(rt *rapid.T) {
				if got := state(); got != now {
					rt.Fatalf("the store holds\n%s\nwhere the model has\n%s", got, now)
				}
			},
		})
		mustCheck(rt, s)
	})
}
