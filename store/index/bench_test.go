package index_test

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/store"
	"sitmap/store/index"
	"sitmap/store/index/indextest"
)

// million is how many events the benchmarks have; -short makes them fewer.
func million() int {
	if testing.Short() {
		return 20_000
	}
	return 1_000_000
}

var generated = sync.OnceValue(func() *index.Columns {
	return index.New(indextest.Rows(1, million()), index.Head{Seq: 1, Hash: "1"})
})

// storeOf is the path of a store with the events. Making it takes minutes, so
// SITMAP_BENCH_STORE may name one to keep; it is made if it is missing.
var storeOf = sync.OnceValues(func() (string, error) {
	path := os.Getenv("SITMAP_BENCH_STORE")
	if path == "" {
		dir, err := os.MkdirTemp("", "sitmap-bench-")
		if err != nil {
			return "", err
		}
		path = filepath.Join(dir, "bench.gpkg")
		made = dir
	} else if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	st, err := store.Create(context.Background(), path, store.Options{User: "bench"})
	if err != nil {
		return "", err
	}
	if _, err := st.Add(context.Background(), indextest.Events(1, million()), store.ReasonImported, "", nil); err != nil {
		return "", err
	}
	return path, st.Close()
})

var made string // folder to be removed

func TestMain(m *testing.M) {
	code := m.Run()
	if made != "" {
		_ = os.RemoveAll(made)
	}
	os.Exit(code)
}

func openBench(b *testing.B) *store.Store {
	b.Helper()
	path, err := storeOf()
	if err != nil {
		b.Fatal(err)
	}
	st, err := store.Open(context.Background(), path, store.Options{User: "bench", ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = st.Close() })
	return st
}

func BenchmarkBuildFromStore(b *testing.B) {
	st := openBench(b)
	for b.Loop() {
		x, err := index.Build(context.Background(), st, nil)
		if err != nil || x.Columns().Len() != million() {
			b.Fatal(err)
		}
	}
}

func BenchmarkBuildFromRows(b *testing.B) {
	rows := indextest.Rows(1, million())
	for b.Loop() {
		index.New(rows, index.Head{})
	}
}

func BenchmarkLoad(b *testing.B) {
	dir := b.TempDir()
	c := generated()
	k := index.Key{Store: "s", Path: "p", Head: c.Head()}
	if err := c.Save(dir, k); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := index.Load(dir, k); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSave(b *testing.B) {
	dir := b.TempDir()
	c := generated()
	for i := 0; b.Loop(); i++ {
		if err := c.Save(dir, index.Key{Store: strconv.Itoa(i), Path: "p", Head: c.Head()}); err != nil {
			b.Fatal(err)
		}
		entries, _ := filepath.Glob(dir + "/*")
		for _, e := range entries {
			_ = os.Remove(e)
		}
	}
}

// east is a box of a good part of the events, month thirty days in the thick of them.
var (
	east  = orb.Bound{Min: orb.Point{34, 46.5}, Max: orb.Point{39, 50.5}}
	month = time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC)
)

func BenchmarkSelect(b *testing.B) {
	c := generated()
	small := orb.Bound{Min: orb.Point{30.4, 50.4}, Max: orb.Point{30.6, 50.5}}
	for _, x := range []struct {
		name   string
		filter index.Filter
	}{
		{"box,30days,2kinds", index.Filter{Box: &east, From: month, To: month.AddDate(0, 0, 30), Kinds: []string{"strike", "clash"}}},
		{"box,2kinds", index.Filter{Box: &east, Kinds: []string{"strike", "clash"}}},
		{"smallbox", index.Filter{Box: &small}},
		{"30days", index.Filter{From: month, To: month.AddDate(0, 0, 30)}},
		{"halftime", index.Filter{From: month.AddDate(-1, 0, 0)}},
		{"2kinds", index.Filter{Kinds: []string{"strike", "talks"}}},
		{"all", index.Filter{}},
	} {
		b.Run(x.name, func(b *testing.B) {
			for b.Loop() {
				b.ReportMetric(float64(c.Select(x.filter).Counts().Events), "events")
			}
		})
	}
}

func BenchmarkVisit(b *testing.B) {
	c := generated()
	world := geo.Rect{Max: geo.World{X: 1, Y: 1}}
	ukraine := geo.Rect{Min: geo.Project(orb.Point{22, 52.5}), Max: geo.Project(orb.Point{41, 44})}
	kyiv := geo.Rect{Min: geo.Project(orb.Point{30.4, 50.5}), Max: geo.Project(orb.Point{30.6, 50.4})}
	half := c.Select(index.Filter{From: month.AddDate(-1, 0, 0)})
	late := c.Apply(indextest.Rows(2, 500), nil, index.Head{Seq: 2})
	for _, x := range []struct {
		name string
		c    *index.Columns
		view geo.Rect
		s    *index.Selection
	}{
		{"world", c, world, nil},
		{"world,selected", c, world, half},
		{"world,edited", late, world, nil},
		{"ukraine", c, ukraine, nil},
		{"kyiv", c, kyiv, nil},
	} {
		b.Run(x.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				n, sum := 0, int32(0)
				x.c.Visit(x.view, x.s, index.Share{}, func(v index.Block) bool {
					for i := range v.X {
						sum += v.X[i] ^ v.Y[i]
					}
					n += len(v.X)
					return true
				})
				b.ReportMetric(float64(n), "events")
			}
		})
	}
}

func BenchmarkApply(b *testing.B) {
	c := generated()
	changed := indextest.Rows(3, 2000)
	for _, n := range []int{1, 100, 2000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				c.Apply(changed[:n], nil, index.Head{Seq: 2})
			}
		})
	}
	b.Run("merge", func(b *testing.B) {
		all := indextest.Rows(3, million()/200)
		for b.Loop() {
			c.Apply(all, nil, index.Head{Seq: 2})
		}
	})
}

func BenchmarkRanks(b *testing.B) {
	s := generated().All()
	for b.Loop() {
		s.Ranks()
	}
}

func BenchmarkSearched(b *testing.B) {
	c := generated()
	var found []int64
	for n := int64(1); n < int64(million()); n += 37 {
		found = append(found, n)
	}
	for b.Loop() {
		c.Select(index.Filter{Within: c.Numbers(found)})
	}
}
