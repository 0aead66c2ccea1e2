package situation

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"sitmap/store"
)

// TestLookBack shows list and map as they were known, and comes back.
func TestLookBack(t *testing.T) {
	ctx := context.Background()
	now := time.Date(2025, 7, 4, 12, 0, 0, 0, time.UTC)
	st, err := store.Create(ctx, filepath.Join(t.TempDir(), "s.gpkg"), store.Options{User: "olha", Clock: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	add := func(e store.Event, base int64) {
		t.Helper()
		if _, err := st.Save(ctx, store.Action{Put: []store.Put{{Event: &e, Base: base}}}); err != nil {
			t.Fatal(err)
		}
	}
	a, b := strikeAt("a", "Kyiv hit", "Kyiv", 30.5, 50.4), strikeAt("b", "Sumy hit", "Sumy", 34.8, 50.9)
	a.Places[0].ID, b.Places[0].ID = uid("c"), uid("d")
	add(a, 0)
	add(b, 0)
	now = now.AddDate(0, 0, 1)
	a.Title = "Kyiv hit, corrected"
	add(a, 1)
	if _, err := st.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityEvent, ID: uid("b")}}}); err != nil {
		t.Fatal(err)
	}
	s := New(st, Config{Go: func(f func()) { f() }, Clock: func() time.Time { return now }})
	t.Cleanup(func() { _ = s.Close() })
	told := make(chan struct{}, 1)
	defer s.Subscribe(func() {
		select {
		case told <- struct{}{}:
		default:
		}
	})()
	// The store's own notices are worked off beside the test.
	until := func(what string, ok func() bool) {
		t.Helper()
		for !ok() {
			select {
			case <-told:
			case <-time.After(20 * time.Second):
				t.Fatalf("%s does not come", what)
			}
		}
	}
	titles := func() (list string) {
		for i := range s.Rows().Len() {
			list += row(s, i).Title + "; "
		}
		return list
	}
	until("the present", func() bool { return titles() == "Kyiv hit, corrected; " && s.AsKnownAt() == nil })
	m, err := ParseMoment("2025-07-04")
	if err != nil {
		t.Fatal(err)
	}
	past, err := m.Open(ctx, st)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.LookBack(ctx, past); err != nil {
		t.Fatal(err)
	}
	until("the past", func() bool {
		return titles() == "Kyiv hit; Sumy hit; " && s.AsKnownAt() == past && s.Total() == 2 && len(s.Scene(false).Marks) == 2
	})
	for text, want := range map[string]string{"corrected": "", "sumy": "Sumy hit; "} {
		if err := s.SetFilter(ctx, text); err != nil {
			t.Fatal(err)
		}
		until("what was found then by "+text, func() bool { return titles() == want })
	}
	if err := s.SetFilter(ctx, ""); err != nil {
		t.Fatal(err)
	}
	s.Select(uid("b"))
	until("the selected event", func() bool { e, ok := s.Event(uid("b")); return ok && !e.Deleted })
	var back *LookingBackError
	if _, err := s.Undo(ctx); !errors.As(err, &back) || !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("an undo in the past: %v", err)
	}
	if !s.Index().Of(past) {
		t.Error("the index is of something else than what is shown")
	}
	if err := s.LookBack(ctx, nil); err != nil {
		t.Fatal(err)
	}
	until("the present again", func() bool { return titles() == "Kyiv hit, corrected; " && s.Selected() == "" })
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	until("what was undone", func() bool { return titles() == "Kyiv hit, corrected; Sumy hit; " })
}
