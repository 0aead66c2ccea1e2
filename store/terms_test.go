package store_test

import (
	"slices"
	"testing"

	"sitmap/store"
)

func TestSpellingsFindWhatTheTextDoesNotSay(t *testing.T) {
	s := scratch(t)
	named, placed, other := simple(0, "Strike on Kyiv"), simple(1, "Strike on the capital"), simple(2, "Strike on Kyivske")
	for i, e := range []*store.Event{&named, &placed, &other} {
		e.Summary, e.Places[0].Name, e.Places[0].GeonameID = "", "", int64(100+i)
	}
	for _, e := range []store.Event{named, placed, other} {
		save(t, s, e, 0)
	}
	kiev := store.Spelling{Words: "Kiev", Names: []string{"Kyiv", "—"}, GeonameIDs: []int64{101}}
	york := store.Spelling{Words: "New York", GeonameIDs: []int64{102}}
	for _, c := range []struct {
		text      string
		spellings []store.Spelling
		want      []string
	}{
		{"kiev", nil, nil},
		{"kiev", []store.Spelling{kiev}, []string{named.Title, placed.Title}},
		{"KIÉV strike", []store.Spelling{kiev}, []string{named.Title, placed.Title}},
		{"kiev capital", []store.Spelling{kiev}, []string{placed.Title}},
		{"kiev drones!", []store.Spelling{kiev}, nil},
		{"strike, new york", []store.Spelling{york}, []string{other.Title}},
		{"york new", []store.Spelling{york}, nil},
		{"new york", []store.Spelling{york, {Words: "york", GeonameIDs: []int64{100}}}, []string{other.Title}},
		{"strike", []store.Spelling{kiev}, []string{named.Title, placed.Title, other.Title}},
		{"…", []store.Spelling{{Words: "…", GeonameIDs: []int64{100}}}, nil},
	} {
		got := titles(t, s, store.Filter{Text: c.text, Spellings: c.spellings})
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%q with %v finds %q, want %q", c.text, c.spellings, got, c.want)
		}
	}
}
