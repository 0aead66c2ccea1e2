package wellknown_test

import (
	"regexp"
	"slices"
	"testing"

	"sitmap/app/wellknown"
	"sitmap/mapdata/basemap"
	"sitmap/mapdata/gazetteer"
)

var places = gazetteer.Open()

// Every state that the base map has a capital of is in the list, with that capital, and
// every capital of the list is a place.
func TestStatesHaveTheCapitalsOfTheBaseMap(t *testing.T) {
	layers, err := basemap.New().Layers(basemap.Fine, "un")
	if err != nil {
		t.Fatal(err)
	}
	capitals := map[string][]int64{}
	for _, p := range layers.Places {
		if p.Capital && p.Name != "Vatican City" { // the base map counts it to Italy
			capitals[p.Country] = append(capitals[p.Country], p.GeonameID)
		}
	}
	listed := map[string]bool{}
	for _, s := range wellknown.States() {
		if listed[s.Code] {
			t.Errorf("%s is there twice", s.Code)
		}
		listed[s.Code] = true
		if p, ok := places.ByID(s.Capital); !ok || p.Country != s.Code {
			t.Errorf("%s: the capital is %+v", s.Name, p)
		}
		if places.CountryName(s.Code) == "" {
			t.Errorf("%s is no country of the gazetteer", s.Code)
		}
		if of := capitals[s.Code]; len(of) > 0 && !slices.Contains(of, s.Capital) {
			t.Errorf("%s: the capital is %d, on the base map %d", s.Name, s.Capital, of)
		}
	}
	for code := range capitals {
		if !listed[code] {
			t.Errorf("%s has a capital on the base map and is not in the list", code)
		}
	}
}

// Whoever holds an office held it in a month that is named, and acts for somebody of the
// list; what has a seat has one that is a place.
func TestActorsAreWhole(t *testing.T) {
	month := regexp.MustCompile(`^(January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d$`)
	for _, p := range wellknown.People() {
		if !month.MatchString(p.AsOf) || p.Office == "" {
			t.Errorf("%s: %q as of %q", p.Name, p.Office, p.AsOf)
		}
	}
	seen := map[string]bool{}
	for _, a := range wellknown.Actors(places) {
		if seen[a.Name] || a.ID != "" {
			t.Errorf("%s is there twice, or has an id", a.Name)
		}
		seen[a.Name] = true
		if a.Kind == "person" && (a.ActsFor == nil || a.Seat == nil) || a.Kind == "state" && a.Seat == nil {
			t.Errorf("%s acts for %v and has the seat %v", a.Name, a.ActsFor, a.Seat)
		}
		if slices.Contains(a.Aliases, a.Name) {
			t.Errorf("%s has its name as another too", a.Name)
		}
	}
	for _, b := range wellknown.Bodies() {
		if _, ok := places.ByID(b.Seat); b.Seat != 0 && !ok {
			t.Errorf("%s: the seat %d is no place", b.Name, b.Seat)
		}
	}
}
