package store_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"sitmap/store"
	"sitmap/store/storetest"
)

func itoa(n int) string { return strconv.Itoa(n) }

// tb is what a test and a rapid check have in common.
type tb interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

func create(t testing.TB, path, user string) *store.Store {
	t.Helper()
	s, err := store.Create(context.Background(), path, store.Options{User: user})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// empty is the file of an empty store, made once: tests that need many stores begin
// with copies.
var empty = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "sitmap-store-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	s, err := store.Create(context.Background(), filepath.Join(dir, "empty.gpkg"), store.Options{})
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(dir, "empty.gpkg"))
})

// quick is a new store made from a copy.
func quick(t tb, path string, o store.Options) *store.Store {
	t.Helper()
	b, err := empty()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// scratch is a new store in a folder of its own, closed with the test.
func scratch(t testing.TB) *store.Store {
	t.Helper()
	s := create(t, filepath.Join(t.TempDir(), "s.gpkg"), "Olha")
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func reopen(t testing.TB, path string, o store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func mustEncode(t tb, e store.Event) []byte {
	t.Helper()
	b, err := store.EncodeEvent(e)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func mustCheck(t tb, s *store.Store) store.Report {
	t.Helper()
	r, err := s.Check(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if !r.OK() {
		t.Fatalf("the check found %v", r.Problems)
	}
	return r
}

// save puts one event and returns the change.
func save(t tb, s *store.Store, e store.Event, base int64) store.Change {
	t.Helper()
	c, err := s.Save(context.Background(), store.Action{Put: []store.Put{{Event: &e, Base: base}}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func get(t tb, s *store.Store, id string) store.Stored[store.Event] {
	t.Helper()
	e, err := s.Event(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// titles of the events that pass f, in order.
func titles(t tb, s *store.Store, f store.Filter) []string {
	t.Helper()
	var list []string
	for e, err := range s.Events(context.Background(), f) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, e.Value.Title)
	}
	return list
}

// simple is the n-th of a stream of modest events, with a title of its own.
func simple(n int, title string) store.Event {
	i := 0
	for e := range storetest.Stream(7, n+1) {
		if i == n {
			e.Title = title
			return e
		}
		i++
	}
	return store.Event{}
}

// shell does what an outsider does with the sqlite3 shell.
func shell(t testing.TB, path, query string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(query); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
