package store_test

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"sitmap/store"
	"sitmap/store/storetest"
)

const walPage = 4096 + 24 // a page in the log, with its header

func saveMany(t *testing.T, s *store.Store, from, n int) {
	t.Helper()
	for i := range n {
		e := simple(from, "Saved "+strconv.Itoa(from+i))
		e.ID = storetest.ID(8, from+i)
		if _, err := s.Save(t.Context(), store.Action{Put: []store.Put{{Event: &e}}}); err != nil {
			t.Fatal(err)
		}
	}
}

// What the log had is in the file once it is folded in: the file alone then holds it,
// while the store stays open and is written to.
func TestLogIsFoldedIntoTheFile(t *testing.T) {
	ctx, dir := t.Context(), t.TempDir()
	s, err := store.Create(ctx, filepath.Join(dir, "s.gpkg"), store.Options{User: "tester"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	saveMany(t, s, 0, 5)
	if err := s.FoldLog(ctx); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	alone := filepath.Join(dir, "alone.gpkg")
	if err := os.WriteFile(alone, content, 0o644); err != nil {
		t.Fatal(err)
	}
	saveMany(t, s, 5, 1)
	c, err := store.Open(ctx, alone, store.Options{User: "tester"})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	n := 0
	for _, err := range c.Events(ctx, store.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 5 {
		t.Errorf("the file alone has %d events, want 5", n)
	}
	mustCheck(t, c)
}

// A long log begins anew, however many saves follow one another.
func TestLogDoesNotGrow(t *testing.T) {
	ctx := t.Context()
	s, err := store.Create(ctx, filepath.Join(t.TempDir(), "s.gpkg"), store.Options{User: "tester"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	size := func() int64 {
		info, err := os.Stat(s.Path() + "-wal")
		if err != nil {
			t.Fatal(err)
		}
		return info.Size() / walPage
	}
	n := 0
	fill := func() { // one round of saves that a log is long by
		for ; size() < store.LongLog; n += 10 {
			saveMany(t, s, n, 10)
		}
	}
	fill()
	rounds := n
	for range 3 {
		if err := s.FoldLog(ctx); err != nil {
			t.Fatal(err)
		}
		saveMany(t, s, n, rounds/2)
		n += rounds / 2
	}
	if got := size(); got > store.LongLog*3/2 {
		t.Errorf("the log has grown to %d pages", got)
	}
	mustCheck(t, s)
}

// Many events leave one segment of the full-text index, and saves few and small ones.
func TestFullTextIsMerged(t *testing.T) {
	ctx := t.Context()
	s, err := store.Create(ctx, filepath.Join(t.TempDir(), "s.gpkg"), store.Options{User: "tester"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Add(ctx, storetest.Stream(1, 5000), "", "", nil); err != nil {
		t.Fatal(err)
	}
	segments := func(most int, after string) {
		t.Helper()
		if n, err := s.Segments(ctx); err != nil || n > most {
			t.Errorf("%s the index has %d segments (%v), want %d", after, n, err, most)
		}
	}
	segments(1, "after many were added")
	saveMany(t, s, 0, 70)
	segments(1+7+7, "after 70 saves") // of one and of eight saves; and one of 64
	mustCheck(t, s)
}
