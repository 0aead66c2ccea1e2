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

// TestLookBackGivenUp: what was shown stays, with what others have changed meanwhile,
// and nothing of the past among it.
func TestLookBackGivenUp(t *testing.T) {
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "s.gpkg"), store.Options{User: "olha"})
	if err != nil {
		t.Fatal(err)
	}
	a := strikeAt("a", "Kyiv hit", "Kyiv", 30.5, 50.4)
	a.Places[0].ID = uid("c")
	if _, err := st.Save(t.Context(), store.Action{Put: []store.Put{{Event: &a}}}); err != nil {
		t.Fatal(err)
	}
	past, err := MomentOf(1).Open(t.Context(), st)
	if err != nil {
		t.Fatal(err)
	}
	s := New(st, Config{Go: func(f func()) { f() }})
	t.Cleanup(func() { _ = s.Close() })
	for i, title := range []string{"Kyiv hit, corrected", "Kyiv hit, corrected again"} {
		a.Title = title
		if _, err := st.Save(t.Context(), store.Action{Put: []store.Put{{Event: &a, Base: int64(i + 1)}}}); err != nil {
			t.Fatal(err)
		}
		s.mu.Lock()
		s.cache.put(1, Row{Title: "Kyiv hit"}) // as the list has rows read while the past is on its way
		s.mu.Unlock()
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := s.LookBack(ctx, past); !errors.Is(err, context.Canceled) {
			t.Fatalf("given up: %v", err)
		}
		if s.AsKnownAt() != nil || !s.Index().Of(st) || s.Total() != 1 || row(s, 0).Title != title {
			t.Errorf("it shows %q of %d events, as known at %v", row(s, 0).Title, s.Total(), s.AsKnownAt())
		}
		if r, ok := s.cached(1); ok {
			t.Errorf("the list still has %q", r.Title)
		}
	}
	if err := s.LookBack(t.Context(), past); err != nil || row(s, 0).Title != "Kyiv hit" {
		t.Errorf("then the past is %q, %v", row(s, 0).Title, err)
	}
}
