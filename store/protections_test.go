package store_test

import (
	"testing"
	"time"

	"sitmap/store"
)

func TestProtectionsAreThoseOfTheEvents(t *testing.T) {
	s := scratch(t)
	want := map[string]store.Protection{}
	for i, p := range []store.Protection{{}, {TLP: "RED"}, {Embargo: time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)}, {DoNotPublish: true}} {
		e := simple(i, "event")
		e.Protection = p
		save(t, s, e, 0)
		want[e.ID] = p
	}
	numbers, err := s.EventNumbers(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.Protections(t.Context(), append(numbers, 999))
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d protections, %v", len(got), err)
	}
	for _, p := range got {
		w, ok := want[p.ID]
		if !ok || p.TLP != w.TLP || !p.Embargo.Equal(w.Embargo) || p.DoNotPublish != w.DoNotPublish {
			t.Errorf("%s has %+v, want %+v", p.ID, p.Protection, w)
		}
	}
}
