package situation

import (
	"reflect"
	"testing"

	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// known is a gazetteer of a few names.
type known map[string][]gazetteer.Place

func (n known) Named(name string, limit int) []gazetteer.Place {
	return n[name][:min(limit, len(n[name]))]
}

func TestFilterKnowsOtherSpellings(t *testing.T) {
	kyiv, york := gazetteer.Place{GeonameID: 703448, Name: "Kyiv"}, gazetteer.Place{GeonameID: 5128581, Name: "New York City"}
	names := known{
		"Kiev": {kyiv, {GeonameID: 1, Name: "Kyiv"}}, "New York": {york}, "York": {{GeonameID: 2, Name: "York"}}, "o": {kyiv},
	}
	for text, want := range map[string][]store.Spelling{
		"":             nil,
		"drones":       nil,
		"o drones":     nil,
		"drones Kiev ": {{Words: "Kiev", Names: []string{"Kyiv"}, GeonameIDs: []int64{703448, 1}}},
		"New  York Kiev": {
			{Words: "New York", Names: []string{"New York City"}, GeonameIDs: []int64{5128581}},
			{Words: "Kiev", Names: []string{"Kyiv"}, GeonameIDs: []int64{703448, 1}},
		},
	} {
		if got := Filter(text, names); got.Text != text || !reflect.DeepEqual(got.Spellings, want) {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
	if got := Filter("Kiev", nil); got.Spellings != nil {
		t.Errorf("without names: %+v", got)
	}
}
