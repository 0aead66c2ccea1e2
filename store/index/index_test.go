package index_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/store"
	"sitmap/store/index"
	"sitmap/store/index/indextest"
)

func create(t *testing.T) *store.Store {
	t.Helper()
	st, err := store.Create(context.Background(), filepath.Join(t.TempDir(), "s.gpkg"), store.Options{User: "tester"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	return st
}

// lines writes columns down, an event a line.
func lines(c *index.Columns) string {
	var b strings.Builder
	for _, e := range events(c) {
		p, placed := e.Point()
		fmt.Fprintf(&b, "%s %s", e.ID.String()[34:], e.Kind)
		for _, t := range []time.Time{e.Earliest, e.Latest} {
			if t.IsZero() {
				b.WriteString(" -")
			} else {
				b.WriteString(t.Format(" 02T15:04"))
			}
		}
		fmt.Fprintf(&b, " on=%s %s", e.Day, e.State.Assessment())
		for _, f := range []struct {
			flag index.State
			name string
		}{{index.Draft, "draft"}, {index.Protected, "protected"}} {
			if e.State&f.flag != 0 {
				b.WriteString(" " + f.name)
			}
		}
		if placed {
			fmt.Fprintf(&b, " %.4f,%.4f %s %gm %s", p[0], p[1], e.Precision, e.RadiusM, e.Country)
		}
		fmt.Fprintf(&b, " %g %g\n", e.Killed, e.Launched)
	}
	return b.String()
}

func tiny() []store.Event {
	at := func(day, hour int) time.Time { return time.Date(2025, 7, day, hour, 0, 0, 0, time.UTC) }
	one, three, many := 1.0, 3.0, 539.0
	id := func(n int) string { return fmt.Sprintf("00000000-0000-7000-8000-0000000000%02d", n) }
	point := func(lon, lat float64) store.Geometry { return store.Geometry{Geometry: orb.Point{lon, lat}} }
	return []store.Event{
		{
			ID: id(1), Kind: "strike", Title: "Kyiv", Review: store.Reviewed, ReviewedBy: "a", Assessment: store.Corroborated,
			When:   store.When{Earliest: at(3, 19), Latest: at(4, 3), Precision: store.PartOfDay, Zone: "Europe/Kyiv"},
			Places: []store.Place{{ID: id(11), Role: "launch", Geometry: point(40, 52)}, {ID: id(12), Role: "target", Country: "UA", Geometry: point(30.5238, 50.4547), Precision: store.PlaceLocality, RadiusM: 12000}},
			Claims: []store.Claim{
				{ID: id(21), About: "measure", Measure: "killed", Of: "civilians", Qualifier: "at least", Low: &one},
				{ID: id(22), About: "measure", Measure: "killed", Of: "civilians", Low: &three, High: &three, AccordingTo: &store.Actor{ID: id(31), Name: "Hospital", Kind: "organisation"}},
				{ID: id(23), About: "measure", Measure: "launched", Low: &many, High: &many, Scope: store.Scope{Country: "UA"}},
			},
		},
		{ID: id(2), Kind: "call", Title: "Call", When: store.When{Earliest: at(3, 14), Precision: store.Minute}, Protection: store.Protection{TLP: "AMBER"}},
		{ID: id(3), Kind: "aid", Title: "Some day", When: store.When{Text: "early July", Precision: store.Unknown}},
		{
			ID: id(4), Kind: "strike", Title: "Wave", When: store.When{Earliest: at(3, 19), Latest: at(4, 3), Precision: store.PartOfDay, Zone: "Asia/Kamchatka", CountsOn: "2025-07-03"},
			Places: []store.Place{{ID: id(13), Role: "scene", Country: "RU", Geometry: point(179.9, 65), Precision: store.PlaceCountry}},
			Claims: []store.Claim{{ID: id(24), About: "measure", Measure: "launched", Low: &many, High: &many}, {ID: id(25), About: "measure", Measure: "killed", Qualifier: "none reported"}},
		},
	}
}

func add(t *testing.T, st *store.Store, list []store.Event) store.Change {
	t.Helper()
	r, err := st.Add(context.Background(), func(yield func(store.Event, error) bool) {
		for _, e := range list {
			if !yield(e, nil) {
				return
			}
		}
	}, store.ReasonNew, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	return r.Change
}

func wantLines(t *testing.T, c *index.Columns, want string) {
	t.Helper()
	if diff := cmp.Diff(strings.TrimLeft(want, "\n"), lines(c)); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
}

const tinyLines = `
02 call 03T14:00 - on=2025-07-03 reported draft protected NaN NaN
01 strike 03T19:00 04T03:00 on=2025-07-04 corroborated 30.5238,50.4547 locality 12000m UA 1 NaN
04 strike 03T19:00 04T03:00 on=2025-07-03 reported draft 179.9000,65.0000 country 0m RU NaN 539
03 aid - - on= reported draft NaN NaN
`

func TestTheColumnsOfATinyStore(t *testing.T) {
	st := create(t)
	x, err := index.Build(context.Background(), st, nil)
	if err != nil {
		t.Fatal(err)
	}
	wantLines(t, x.Columns(), "")
	add(t, st, tiny())
	if changed, err := x.Refresh(context.Background(), nil); err != nil || !changed {
		t.Fatal(changed, err)
	}
	wantLines(t, x.Columns(), tinyLines)
	y, err := index.Build(context.Background(), st, nil)
	if err != nil {
		t.Fatal(err)
	}
	wantLines(t, y.Columns(), tinyLines)
	if y.Columns().Head() != x.Columns().Head() {
		t.Fatalf("heads %v and %v", x.Columns().Head(), y.Columns().Head())
	}
}

func TestColumnsFollowSavesDeletionsAndUndo(t *testing.T) {
	ctx := context.Background()
	st := create(t)
	add(t, st, tiny())
	x, err := index.Build(ctx, st, nil)
	if err != nil {
		t.Fatal(err)
	}
	refresh := func(want bool) {
		t.Helper()
		if changed, err := x.Refresh(ctx, nil); err != nil || changed != want {
			t.Fatal(changed, err)
		}
	}
	refresh(false)
	before := x.Columns()
	call := tiny()[1]
	call.Kind, call.When.Earliest = "visit", call.When.Earliest.Add(24*time.Hour)
	_, err = st.Save(ctx, store.Action{
		Put:    []store.Put{{Base: 1, Event: &call}},
		Delete: []store.Delete{{Entity: store.EntityEvent, ID: tiny()[0].ID}},
	})
	if err != nil {
		t.Fatal(err)
	}
	refresh(true)
	wantLines(t, x.Columns(), `
04 strike 03T19:00 04T03:00 on=2025-07-03 reported draft 179.9000,65.0000 country 0m RU NaN 539
02 visit 04T14:00 - on=2025-07-04 reported draft protected NaN NaN
03 aid - - on= reported draft NaN NaN
`)
	wantLines(t, before, tinyLines)
	if _, err := st.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	refresh(true)
	wantLines(t, x.Columns(), tinyLines)
	found, err := st.EventNumbers(ctx, store.Filter{Text: "kyiv"})
	if err != nil {
		t.Fatal(err)
	}
	if s := x.Columns().Select(index.Filter{Within: x.Columns().Numbers(found)}); s.Len() != 1 {
		t.Fatalf("a search finds %d events", s.Len())
	}
}

func TestColumnsOfAStoreAreThoseOfItsEvents(t *testing.T) {
	ctx := context.Background()
	st := create(t)
	if _, err := st.Add(ctx, indextest.Events(9, 2500), store.ReasonImported, "", nil); err != nil {
		t.Fatal(err)
	}
	x, err := index.Build(ctx, st, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := events(index.New(indextest.Rows(9, 2500), index.Head{}))
	if diff := cmp.Diff(want, events(x.Columns()), cmpopts.EquateNaNs()); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	i := 0
	for e, err := range st.Events(ctx, store.Filter{}) {
		if err != nil || e.Value.ID != want[i].ID.String() {
			t.Fatalf("the list's event %d is %s, the columns' %s: %v", i, e.Value.ID, want[i].ID, err)
		}
		i++
	}
}

func TestOpeningFromAFileAndNotFromAStaleOne(t *testing.T) {
	ctx := context.Background()
	st := create(t)
	path, dir := st.Path(), t.TempDir()
	add(t, st, tiny())
	x, err := index.Open(ctx, st, index.Options{Dir: dir}, nil)
	if err != nil || x.FromFile() {
		t.Fatal(x.FromFile(), err)
	}
	closeAndSave := func() {
		t.Helper()
		if err := st.Close(); err != nil {
			t.Fatal(err)
		}
		if err := x.Save(dir); err != nil {
			t.Fatal(err)
		}
	}
	reopen := func(fromFile bool) {
		t.Helper()
		stamp, err := index.StampOf(path)
		if err != nil {
			t.Fatal(err)
		}
		if st, err = store.Open(ctx, path, store.Options{User: "tester"}); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = st.Close() })
		if x, err = index.Open(ctx, st, index.Options{Dir: dir, Stamp: stamp}, nil); err != nil {
			t.Fatal(err)
		}
		if x.FromFile() != fromFile {
			t.Fatalf("opened from the file: %v", x.FromFile())
		}
	}
	closeAndSave()
	reopen(true)
	wantLines(t, x.Columns(), tinyLines)
	closeAndSave()
	reopen(true)
	if _, err := st.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	reopen(false)
	wantLines(t, x.Columns(), "")
	closeAndSave()
	// Written to by a program that leaves the history alone.
	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(path, later, later); err != nil {
		t.Fatal(err)
	}
	reopen(false)
}

func TestBuildingEndsWithItsContext(t *testing.T) {
	st := create(t)
	add(t, st, tiny())
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := index.Build(ctx, st, nil); err == nil {
		t.Fatal("a cancelled build is none")
	}
}

// TestReadersSeeOneState reads from several goroutines while others apply changes:
// each sees columns that are all of one state. It is for the race detector.
func TestReadersSeeOneState(t *testing.T) {
	ctx := context.Background()
	st := create(t)
	add(t, st, slices.Collect(first(indextest.Events(3, 300))))
	x, err := index.Build(ctx, st, nil)
	if err != nil {
		t.Fatal(err)
	}
	var work sync.WaitGroup
	done := make(chan struct{})
	for range 3 {
		work.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				c := x.Columns()
				s := c.Select(index.Filter{Without: index.Protected})
				if n := c.All().Len(); n != c.Len() {
					t.Errorf("%d of %d events", n, c.Len())
				}
				counts := s.Counts()
				sum := counts.NoDay
				for _, d := range counts.Days {
					sum += d.Events
				}
				if sum != s.Len() {
					t.Errorf("%d events are counted, %d selected", sum, s.Len())
				}
				placed := 0
				c.Visit(geo.Rect{Max: geo.World{X: 1, Y: 1}}, nil, index.Share{}, func(b index.Block) bool {
					placed += len(b.Rank)
					return true
				})
				if placed != c.Placed() {
					t.Errorf("%d are seen, %d placed", placed, c.Placed())
				}
				if e := events(c); len(e) > 0 {
					if _, ok := c.RankOfID(e[0].ID); !ok {
						t.Errorf("event %s is not found", e[0].ID)
					}
				}
			}
		})
	}
	for i := range 30 {
		for e, err := range indextest.Events(uint64(100+i), 3) {
			if err != nil {
				t.Fatal(err)
			}
			if _, err := st.Save(ctx, store.Action{Put: []store.Put{{Event: &e}}}); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := x.Refresh(ctx, nil); err != nil {
			t.Fatal(err)
		}
		if i%5 == 0 {
			if _, err := st.Undo(ctx); err != nil {
				t.Fatal(err)
			}
		}
	}
	close(done)
	work.Wait()
}

// first drops the errors of a sequence.
func first(in func(func(store.Event, error) bool)) func(func(store.Event) bool) {
	return func(yield func(store.Event) bool) {
		in(func(e store.Event, _ error) bool { return yield(e) })
	}
}
