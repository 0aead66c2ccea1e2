package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sitmap/store"
	"sitmap/store/storetest"
)

// state is what a store and a past of it have in common.
type state interface {
	Events(context.Context, store.Filter) iter.Seq2[store.Stored[store.Event], error]
	EventNumbers(context.Context, store.Filter) ([]int64, error)
	EventRows(ctx context.Context, readers int, p store.Progress, take func(int, []store.EventRow, int64) error) (store.Change, error)
	Actors(context.Context) ([]store.Stored[store.Actor], error)
	Outlets(context.Context) ([]store.Stored[store.Outlet], error)
	Items(context.Context) ([]store.Stored[store.Item], error)
	SeriesList(context.Context) ([]store.InSeries, error)
	Kinds(context.Context) ([]store.Kind, error)
	Terms(context.Context, string) ([]store.Term, error)
	Definitions(context.Context, store.Entity) ([]store.Stored[store.Definition], error)
	Setting(context.Context, string) (string, error)
	CitedItems(context.Context, func(int64) bool, int) ([]store.Item, bool, error)
}

// words that searches of a dump look for: some are part of titles, some of actors'
// names, some are beginnings.
var dumpWords = []string{"alpha", "be", "gamma delta", "київ", "京"}

// dump is all that a state says.
func dump(t tb, s state) string {
	t.Helper()
	ctx := context.Background()
	var b strings.Builder
	say := func(what string, v any, err error) {
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		fmt.Fprintf(&b, "%s: %+v\n", what, v)
	}
	for e, err := range s.Events(ctx, store.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "event %d %v %s %s\n", e.Revision, e.Recorded, e.By, mustEncode(t, e.Value))
	}
	for _, w := range dumpWords {
		f := store.Filter{Text: w, Spellings: []store.Spelling{{Words: "be", Names: []string{"gamma"}, GeonameIDs: []int64{703448}}}}
		numbers, err := s.EventNumbers(ctx, f)
		say("found "+w, numbers, err)
	}
	var mu sync.Mutex
	rows := map[int64]string{}
	_, err := s.EventRows(ctx, 2, nil, func(_ int, list []store.EventRow, _ int64) error {
		mu.Lock()
		defer mu.Unlock()
		if !slices.IsSortedFunc(list, func(a, b store.EventRow) int { return int(a.Number - b.Number) }) {
			return errors.New("the rows do not ascend")
		}
		for _, r := range list {
			rows[r.Number] = fmt.Sprintf("%+v", r)
		}
		return nil
	})
	say("rows", rows, err)
	each := func(what string, list any, err error) {
		text, bad := json.Marshal(list)
		say(what, string(text), errors.Join(err, bad))
	}
	actors, err := s.Actors(ctx)
	each("actors", actors, err)
	outlets, err := s.Outlets(ctx)
	each("outlets", outlets, err)
	items, err := s.Items(ctx)
	each("items", items, err)
	cited, more, err := s.CitedItems(ctx, func(n int64) bool { return rows[n] != "" }, 2)
	ids := []string{}
	for _, it := range cited {
		ids = append(ids, it.ID)
	}
	say("cited", ids, err)
	say("more", more, nil)
	series, err := s.SeriesList(ctx)
	say("series", series, err)
	kinds, err := s.Kinds(ctx)
	say("kinds", kinds, err)
	terms, err := s.Terms(ctx, store.VocabularyOutcome)
	each("terms", terms, err)
	views, err := s.Definitions(ctx, store.EntityView)
	each("views", views, err)
	pov, err := s.Setting(ctx, "pov")
	say("pov", pov, err)
	return b.String()
}

// same compares what a past says with what was said then, line by line.
func same(t tb, seq int64, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("as known at change %d:\n%s\nas it was:\n%s", seq, g[i], w[i])
		}
	}
	if len(g) != len(w) {
		t.Fatalf("as known at change %d there are %d lines, there were %d", seq, len(g), len(w))
	}
}

// TestPastIsWhatWas makes random histories and compares every earlier moment, as it is
// read from the finished store, with what the store said then.
func TestPastIsWhatWas(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		s := quick(rt, filepath.Join(dir, "p"+itoa(n)+".gpkg"), store.Options{User: "Olha"})
		defer s.Close()
		world := storetest.NewWorld(rt)
		words := []string{"alpha", "beta", "gamma delta", "Київ", "東京都"}
		word := func(rt *rapid.T) string { return rapid.SampledFrom(words).Draw(rt, "word") }
		var ids []string
		were := map[int64]string{}
		early, _ := s.At(ctx, 1)
		note := func(c store.Change, err error) {
			rt.Helper()
			if err != nil && !errors.Is(err, store.ErrNoUndo) && !errors.Is(err, store.ErrConflict) {
				rt.Fatal(err)
			}
			if c.Seq != 0 {
				were[c.Seq] = dump(rt, s)
				if early == nil {
					early, _ = s.At(ctx, c.Seq)
				}
			}
		}
		some := func(rt *rapid.T, f func(store.Stored[store.Event])) {
			if len(ids) > 0 {
				f(get(rt, s, rapid.SampledFrom(ids).Draw(rt, "id")))
			}
		}
		steps := map[string]func(*rapid.T){
			"new": func(rt *rapid.T) {
				e := world.Event(rt)
				e.Title = word(rt)
				ids = append(ids, e.ID)
				c, err := s.Save(ctx, store.Action{Put: []store.Put{{Event: &e}}})
				note(c, err)
			},
			"edit": func(rt *rapid.T) {
				some(rt, func(e store.Stored[store.Event]) {
					e.Value.Title, e.Value.Claims, e.Value.Headlines = word(rt), nil, nil
					for i := range e.Value.Citations {
						e.Value.Citations[i].About = ""
					}
					if len(e.Value.Citations) > 0 && rapid.Bool().Draw(rt, "uncite") {
						e.Value.Citations, e.Value.Phases = nil, nil
					}
					c, err := s.Save(ctx, store.Action{Put: []store.Put{{Event: &e.Value, Base: e.Revision}}})
					note(c, err)
				})
			},
			"delete": func(rt *rapid.T) {
				some(rt, func(e store.Stored[store.Event]) {
					if !e.Deleted {
						c, err := s.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityEvent, ID: e.Value.ID}}})
						note(c, err)
					}
				})
			},
			"rename": func(rt *rapid.T) {
				actors, err := s.Actors(ctx)
				if err != nil || len(actors) == 0 {
					return
				}
				a := rapid.SampledFrom(actors).Draw(rt, "actor")
				a.Value.Name, a.Value.ActsFor = word(rt), nil
				c, err := s.Save(ctx, store.Action{Put: []store.Put{{Actor: &a.Value, Base: a.Revision}}})
				note(c, err)
			},
			"redate": func(rt *rapid.T) {
				items, err := s.Items(ctx)
				if err != nil || len(items) == 0 {
					return
				}
				it := rapid.SampledFrom(items).Draw(rt, "item")
				it.Value.Published = rapid.SampledFrom([]string{"2025-07-01", "2025-07-09"}).Draw(rt, "published")
				if it.Value.Outlet != nil {
					it.Value.Outlet.Name = word(rt)
				}
				c, err := s.Save(ctx, store.Action{Put: []store.Put{{Item: &it.Value, Base: it.Revision}}})
				note(c, err)
			},
			"set": func(rt *rapid.T) {
				c, err := s.SetSetting(ctx, "pov", word(rt))
				note(c, err)
				c, err = s.Save(ctx, store.Action{Put: []store.Put{{Term: &store.Term{Vocabulary: store.VocabularyOutcome, Code: "o", Name: word(rt)}, Base: 0}}})
				if !errors.Is(err, store.ErrExists) {
					note(c, err)
				}
				c, err = s.Save(ctx, store.Action{Put: []store.Put{{Definition: &store.Definition{Entity: store.EntityView, Name: word(rt), Body: []byte("{}")}}}})
				note(c, err)
			},
			"undo": func(*rapid.T) {
				c, err := s.Undo(ctx)
				note(c, err)
			},
			"redo": func(*rapid.T) {
				c, err := s.Redo(ctx)
				note(c, err)
			},
			// One that was opened long ago sees what was recorded since.
			"look back": func(rt *rapid.T) {
				if early == nil {
					return
				}
				head, _ := early.Head(ctx)
				same(rt, head.Seq, dump(rt, early), were[head.Seq])
			},
		}
		names := slices.Sorted(maps.Keys(steps))
		for range rapid.IntRange(1, 9).Draw(rt, "steps") {
			steps[rapid.SampledFrom(append(names, "new", "edit", "edit")).Draw(rt, "step")](rt)
		}
		for seq, want := range were {
			p, err := s.At(ctx, seq)
			if err != nil {
				rt.Fatal(err)
			}
			same(rt, seq, dump(rt, p), want)
		}
	})
}

func TestAsKnownAtTakesMoments(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	now := date(2025, time.July, 4)
	s := quick(t, filepath.Join(t.TempDir(), "s.gpkg"), store.Options{User: "Olha", Clock: func() time.Time { return now }})
	defer s.Close()
	if _, err := s.At(ctx, 1); !errors.Is(err, store.ErrNotFound) || !strings.Contains(err.Error(), "no history") {
		t.Errorf("an empty store: %v", err)
	}
	if _, err := s.AsKnownAt(ctx, now); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an empty store: %v", err)
	}
	e := simple(0, "First")
	save(t, s, e, 0)
	now = date(2025, time.July, 6)
	e.Title = "Second"
	save(t, s, e, 1)
	for _, x := range []struct {
		at   time.Time
		want string
	}{
		{date(2025, time.July, 4), "First"},
		{date(2025, time.July, 5), "First"},
		{date(2025, time.July, 6).Add(-time.Millisecond), "First"},
		{date(2025, time.July, 6), "Second"},
		{date(2026, time.July, 6), "Second"},
	} {
		p, err := s.AsKnownAt(ctx, x.at)
		if err != nil {
			t.Fatal(err)
		}
		got, err := p.Event(ctx, e.ID)
		if err != nil || got.Value.Title != x.want {
			t.Errorf("at %v: %q, %v; want %q", x.at, got.Value.Title, err, x.want)
		}
		if !p.Moment().Equal(x.at) {
			t.Errorf("the moment is %v, want %v", p.Moment(), x.at)
		}
	}
	_, err := s.AsKnownAt(ctx, date(2025, time.July, 3))
	if !errors.Is(err, store.ErrNotFound) || !strings.Contains(err.Error(), "the first change of s.gpkg was made on 4 July 2025, 00:00:00 UTC") {
		t.Errorf("before the first change: %v", err)
	}
	for _, seq := range []int64{0, -1, 3, math.MaxInt64} {
		if _, err := s.At(ctx, seq); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("change %d: %v", seq, err)
		}
	}
	p, err := s.At(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	later := simple(1, "Later")
	save(t, s, later, 0)
	if _, err := p.Event(ctx, later.ID); !errors.Is(err, store.ErrNotFound) || !strings.Contains(err.Error(), "was not in s.gpkg then") {
		t.Errorf("an event that came later: %v", err)
	}
}

// TestProtectionHoldsInThePast: what is protected today stays so in what was known
// before.
func TestProtectionHoldsInThePast(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	e := simple(0, "Strike")
	first := save(t, s, e, 0)
	it := e.Citations[0].Item
	it.Protection.DoNotPublish = true
	if _, err := s.Save(ctx, store.Action{Put: []store.Put{{Item: &it, Base: 1}}}); err != nil {
		t.Fatal(err)
	}
	p, err := s.At(ctx, first.Seq)
	if err != nil {
		t.Fatal(err)
	}
	got, err := p.ProtectedSince(ctx)
	if err != nil || len(got) != 1 || !got[it.ID].DoNotPublish {
		t.Errorf("protected since: %v, %v", got, err)
	}
	guarded, err := p.GuardedFigures(ctx)
	if err != nil || len(guarded) != 1 {
		t.Errorf("guarded figures: %v, %v", guarded, err)
	}
	// And the other way round: the source was protected then, and is no longer.
	p, err = s.At(ctx, 2)
	if err != nil {
		t.Fatal(err)
	}
	it.Protection.DoNotPublish = false
	if _, err := s.Save(ctx, store.Action{Put: []store.Put{{Item: &it, Base: 2}}}); err != nil {
		t.Fatal(err)
	}
	if guarded, err := p.GuardedFigures(ctx); err != nil || len(guarded) != 1 {
		t.Errorf("figures of a source that was guarded: %v, %v", guarded, err)
	}
}
