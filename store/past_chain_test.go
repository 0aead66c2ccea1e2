package store_test

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sitmap/store"
	"sitmap/store/storetest"
)

// TestPastChains: who pointed to whom and where each stood in its series is found of
// every past as it was found when that was the present.
func TestPastChains(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	type answers struct {
		to     map[string][]store.PointsHere
		series map[string]*store.SeriesPlace
	}
	for seed := range uint64(2) {
		dice := rand.New(rand.NewPCG(seed, 0))
		s := scratch(t)
		series := store.InSeries{ID: storetest.ID(0xabc, 1), Name: "Istanbul talks"}
		var ids []string
		for i := range 5 {
			ids = append(ids, storetest.ID(0xdef, i+1))
		}
		ask := func(from interface {
			RelationsTo(ctx context.Context, event string) ([]store.PointsHere, error)
			SeriesPlace(ctx context.Context, event string) (*store.SeriesPlace, error)
			Event(ctx context.Context, id string) (store.Stored[store.Event], error)
		},
		) answers {
			a := answers{map[string][]store.PointsHere{}, map[string]*store.SeriesPlace{}}
			for _, id := range ids {
				if e, err := from.Event(ctx, id); err != nil || e.Deleted {
					continue // not there, or not any more
				}
				var err error
				if a.to[id], err = from.RelationsTo(ctx, id); err != nil {
					t.Fatal(err)
				}
				if a.series[id], err = from.SeriesPlace(ctx, id); err != nil {
					t.Fatal(err)
				}
			}
			return a
		}
		var were []answers
		for range 30 {
			id := ids[dice.IntN(len(ids))]
			now, err := s.Event(ctx, id)
			there := err == nil && !now.Deleted
			var a store.Action
			if there && dice.IntN(4) == 0 {
				a.Delete = []store.Delete{{Entity: store.EntityEvent, ID: id}}
			} else {
				e := store.Event{ID: id, Kind: "talks", Title: string(rune('A' + dice.IntN(3)))}
				if day := dice.IntN(4); day > 0 {
					e.When.Earliest = time.Date(2024+day, 7, 1, 0, 0, 0, 0, time.UTC)
				}
				if dice.IntN(2) == 0 {
					e.Assessment, e.AssessmentNote = store.Retracted, "a hoax"
				}
				if dice.IntN(2) == 0 {
					e.Series = &series
				}
				if dice.IntN(2) == 0 {
					e.Relations = []store.Relation{{Type: "follows", Event: ids[dice.IntN(len(ids))]}}
				}
				a.Put = []store.Put{{Event: &e, Base: now.Revision}}
			}
			before, err := s.Head(ctx)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Save(ctx, a); err != nil {
				continue // as an event that is related to itself
			}
			if after, err := s.Head(ctx); err != nil {
				t.Fatal(err)
			} else if after.Seq > before.Seq {
				were = append(were, ask(s))
			}
		}
		for i, want := range were {
			past, err := s.At(ctx, int64(i+1))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, ask(past), cmp.AllowUnexported(answers{})); d != "" {
				t.Fatalf("after change %d of %d it was otherwise (-was +read):\n%s", i+1, len(were), d)
			}
		}
	}
}
