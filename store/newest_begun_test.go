package store_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"sitmap/store"
	"sitmap/store/storetest"
)

// What is read of an event to look for the beginning of a word must be what the index
// has of it, or the two would find different events.
func TestTextsThatAreReadAreThoseOfTheIndex(t *testing.T) {
	dir, i := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		i++
		s := quick(rt, filepath.Join(dir, itoa(i)+".gpkg"), store.Options{})
		defer s.Close()
		e := storetest.NewWorld(rt).Event(rt)
		if _, err := s.Save(t.Context(), store.Action{Put: []store.Put{{Event: &e}}}); err != nil {
			rt.Fatal(err)
		}
		read, indexed, err := s.Texts(t.Context())
		if err != nil {
			rt.Fatal(err)
		}
		if d := cmp.Diff(indexed, read, cmpopts.EquateEmpty()); d != "" {
			rt.Error(d)
		}
	})
}

// Whichever way the newest are found, they are those that the index has.
func TestNewestAreThoseOfTheIndex(t *testing.T) {
	ctx := t.Context()
	s, err := store.Create(ctx, filepath.Join(t.TempDir(), "s.gpkg"), store.Options{User: "tester"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	random := rand.New(rand.NewPCG(3, 4))
	// Few words begin with "str", many with "no"; one is in old events alone.
	few := []string{"strike", "Striking", "stříbro", "strait", "Ставка", "ставлення", "北京市", "北方"}
	const all = 2400
	i := 0
	_, err = s.Add(ctx, func(yield func(store.Event, error) bool) {
		for e := range storetest.Stream(5, all) {
			e.Kind, e.Title, e.Summary = "other", "Report", fmt.Sprintf("no%d", random.IntN(400))
			switch {
			case i < 600:
				e.Title, e.Tags = "Oldest strong "+few[random.IntN(len(few))], []string{"rare " + fmt.Sprint(i%97)}
			case random.IntN(40) == 0:
				e.Title = few[random.IntN(len(few))] + " report"
			}
			if i++; !yield(e, nil) {
				return
			}
		}
	}, "", "", nil)
	if err != nil {
		t.Fatal(err)
	}
	var gone []store.Delete
	for range 300 {
		gone = append(gone, store.Delete{Entity: store.EntityEvent, ID: storetest.ID(1, random.IntN(all))})
	}
	for _, d := range gone {
		_, _ = s.Save(ctx, store.Action{Delete: []store.Delete{d}}) // some are gone already
	}
	edited, err := s.Event(ctx, storetest.ID(1, 7))
	if err != nil {
		t.Fatal(err)
	}
	edited.Value.Title, edited.Value.Summary = "Strikingly edited", ""
	if _, err := s.Save(ctx, store.Action{Put: []store.Put{{Event: &edited.Value, Base: edited.Revision}}}); err != nil && !edited.Deleted {
		t.Fatal(err)
	}
	for _, text := range []string{
		"s", "st", "str", "stri", "strike", "striking", "strikingly", "strong", "oldest s", "old", "report", "rep", "report str", "strike rep", "strike olde",
		"no", "no1", "no12", "no123", "n", "1", "12", "rare 9", "oldest rare 9", "ставк", "ста", "北", "北京", "北京 rep", "oldest 北", "kharkiv odes", "zz", "report zz", "z", "other", "oth", "0", "9",
	} {
		for _, limit := range []int{1, 16, 40, 500} {
			want, err := s.NewestPlainly(ctx, text, limit)
			if err != nil {
				t.Fatal(err)
			}
			got, err := s.NewestNumbers(ctx, text, limit)
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
				t.Errorf("the newest %d of %q: %s", limit, text, d)
			}
		}
	}
}
