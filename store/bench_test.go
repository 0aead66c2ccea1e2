package store_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"sitmap/store"
	"sitmap/store/storetest"
)

// many is how many events a large store has: SITMAP_BENCH_EVENTS, or few enough for
// a quick run.
func many(b *testing.B) int {
	b.Helper()
	s := os.Getenv("SITMAP_BENCH_EVENTS")
	if s == "" {
		return 10_000
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		b.Fatalf("SITMAP_BENCH_EVENTS: %v", err)
	}
	return n
}

// large makes the large store once for all benchmarks that read it.
func large(b *testing.B) string {
	b.Helper()
	dir := os.Getenv("SITMAP_BENCH_DIR")
	if dir == "" {
		dir = b.TempDir()
	}
	path := filepath.Join(dir, "large-"+strconv.Itoa(many(b))+".gpkg")
	if _, err := os.Stat(path); err == nil {
		return path
	}
	s, err := store.Create(b.Context(), path, store.Options{User: "bench"})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := s.Add(b.Context(), storetest.Stream(1, many(b)), "", "", nil); err != nil {
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

func open(b *testing.B, path string) *store.Store {
	b.Helper()
	s, err := store.Open(context.Background(), path, store.Options{User: "bench"})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// BenchmarkAdd adds many events to a new store, through the schema as it is.
func BenchmarkAdd(b *testing.B) {
	n := many(b)
	for range b.N {
		path := filepath.Join(b.TempDir(), "add.gpkg")
		s, err := store.Create(b.Context(), path, store.Options{User: "bench"})
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		if _, err := s.Add(b.Context(), storetest.Stream(1, n), "", "", nil); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(start).Seconds(), "s/add")
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(info.Size())/float64(n), "bytes/event")
		b.ReportMetric(float64(info.Size())/1e6, "MB")
	}
}

// BenchmarkOpen opens and closes a large store.
func BenchmarkOpen(b *testing.B) {
	path := large(b)
	b.ResetTimer()
	for range b.N {
		s := open(b, path)
		if _, err := s.Head(b.Context()); err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCheck proves a large store.
func BenchmarkCheck(b *testing.B) {
	s := open(b, large(b))
	defer s.Close()
	b.ResetTimer()
	for range b.N {
		r, err := s.Check(b.Context(), nil)
		if err != nil || !r.OK() {
			b.Fatal(r.Problems, err)
		}
	}
}

// BenchmarkEvents reads all events of a large store, whole.
func BenchmarkEvents(b *testing.B) {
	s := open(b, large(b))
	defer s.Close()
	b.ResetTimer()
	for range b.N {
		for _, err := range s.Events(b.Context(), store.Filter{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkSearch looks for a rare word in a large store.
func BenchmarkSearch(b *testing.B) {
	s := open(b, large(b))
	defer s.Close()
	b.ResetTimer()
	for range b.N {
		for _, err := range s.Events(b.Context(), store.Filter{Text: "kharkiv 4711"}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkSave saves one event, over and over, in an empty and in a large store, and
// as the first after a large one was opened: what is measured is one committed change.
func BenchmarkSave(b *testing.B) {
	var e store.Event
	for x := range storetest.Stream(2, 1) {
		e = x
	}
	save := func(b *testing.B, s *store.Store, i int) time.Duration {
		e.ID = storetest.ID(9, int(time.Now().UnixNano())&(1<<47-1))
		e.Title = "Saved " + strconv.Itoa(i)
		start := time.Now()
		if _, err := s.Save(b.Context(), store.Action{Put: []store.Put{{Event: &e}}}); err != nil {
			b.Fatal(err)
		}
		return time.Since(start)
	}
	report := func(b *testing.B, took []time.Duration) {
		slices.Sort(took)
		for name, share := range map[string]int{"ms/p50": 50, "ms/p99": 99, "ms/most": 100} {
			b.ReportMetric(took[(len(took)-1)*share/100].Seconds()*1000, name)
		}
	}
	one := func(b *testing.B, s *store.Store) {
		defer s.Close()
		took := make([]time.Duration, 0, b.N)
		b.ResetTimer()
		for i := range b.N {
			took = append(took, save(b, s, i))
		}
		report(b, took)
	}
	b.Run("empty", func(b *testing.B) {
		s, err := store.Create(b.Context(), filepath.Join(b.TempDir(), "save.gpkg"), store.Options{User: "bench"})
		if err != nil {
			b.Fatal(err)
		}
		one(b, s)
	})
	b.Run("large", func(b *testing.B) { one(b, open(b, large(b))) })
	b.Run("reopened", func(b *testing.B) {
		path := large(b)
		took := make([]time.Duration, 0, b.N)
		b.ResetTimer()
		for i := range b.N {
			s := open(b, path)
			took = append(took, save(b, s, i))
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
		}
		report(b, took)
	})
}

// BenchmarkPast looks for the events of a day ago in a large store, of which a hundred
// were changed since: what is measured beside the search is the way back.
func BenchmarkPast(b *testing.B) {
	s := open(b, large(b))
	defer s.Close()
	head, err := s.Head(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for i := range 100 {
		e, err := s.Event(b.Context(), storetest.ID(1, i))
		if err != nil {
			b.Fatal(err)
		}
		e.Value.Summary = "Changed " + strconv.Itoa(int(time.Now().UnixNano()))
		if _, err := s.Save(b.Context(), store.Action{Put: []store.Put{{Event: &e.Value, Base: e.Revision}}}); err != nil {
			b.Fatal(err)
		}
	}
	b.ResetTimer()
	for range b.N {
		p, err := s.At(b.Context(), head.Seq)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := p.EventNumbers(b.Context(), store.Filter{Text: "kharkiv 4711"}); err != nil {
			b.Fatal(err)
		}
	}
}
