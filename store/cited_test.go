package store_test

import (
	"slices"
	"testing"

	"sitmap/store"
)

func TestEventsNumberedComeInTheOrderAskedFor(t *testing.T) {
	s := scratch(t)
	for i, title := range []string{"first", "second", "third"} {
		save(t, s, simple(i, title), 0)
	}
	numbers, err := s.EventNumbers(t.Context(), store.Filter{})
	if err != nil || len(numbers) != 3 {
		t.Fatalf("numbers %v, %v", numbers, err)
	}
	slices.Reverse(numbers)
	if _, err := s.Undo(t.Context()); err != nil { // the third is gone
		t.Fatal(err)
	}
	got, err := s.EventsNumbered(t.Context(), append(numbers, 999))
	if err != nil || len(got) != 2 {
		t.Fatalf("%d events, %v", len(got), err)
	}
	at := map[int64]string{}
	for _, e := range got {
		at[e.Number] = e.Value.Title
	}
	var order []int64
	for _, n := range numbers {
		if _, ok := at[n]; ok {
			order = append(order, n)
		}
	}
	if got[0].Number != order[0] || got[1].Number != order[1] || at[order[0]] == at[order[1]] {
		t.Errorf("events %v in the order %d, %d; want %v", at, got[0].Number, got[1].Number, order)
	}
}

// citing is an event that cites an item.
func citing(n int, title, item string, p store.Protection) store.Event {
	e := simple(n, title)
	e.Citations = []store.Citation{{About: "event", Item: store.Item{Title: item, Protection: p}}}
	e.Claims = nil
	e.Phases = nil
	return e
}

func TestCitedItemsAreThoseOfTheEventsAskedFor(t *testing.T) {
	s := scratch(t)
	save(t, s, citing(0, "one", "Report A", store.Protection{}), 0)
	save(t, s, citing(1, "two", "Report B", store.Protection{TLP: "AMBER"}), 0)
	save(t, s, citing(2, "three", "Report C", store.Protection{}), 0)
	number := map[string]int64{}
	all, err := s.EventNumbers(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	events, err := s.EventsNumbered(t.Context(), all)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range events {
		number[e.Value.Title] = e.Number
	}
	titles := func(limit int, of ...string) ([]string, bool) {
		items, more, err := s.CitedItems(t.Context(), func(n int64) bool {
			return slices.ContainsFunc(of, func(title string) bool { return number[title] == n })
		}, limit)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, it := range items {
			out = append(out, it.Title)
		}
		return out, more
	}
	if got, more := titles(10, "one", "two"); !slices.Equal(got, []string{"Report A", "Report B"}) || more {
		t.Errorf("of two: %v, more %v", got, more)
	}
	if got, more := titles(1, "three", "two"); !slices.Equal(got, []string{"Report B"}) || !more {
		t.Errorf("one of two: %v, more %v", got, more)
	}
	if got, more := titles(10); len(got) > 0 || more {
		t.Errorf("of none: %v, more %v", got, more)
	}
	guarded, err := s.GuardedFigures(t.Context())
	if err != nil || len(guarded) != 1 || !guarded[number["two"]] {
		t.Errorf("figures that may not be told: %v of %v, %v", guarded, number, err)
	}
}
