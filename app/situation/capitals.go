package situation

import (
	"strings"
	"sync"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// Capitals looks up the seat of a state: its capital, found by the state's name
// or one of its aliases. Other actors have no seat that could be assumed. It is
// safe for concurrent use.
func Capitals(base *basemap.Basemap, names *gazetteer.Gazetteer, pov string) SeatLookup {
	var (
		mu    sync.Mutex
		known = map[string]*store.Seat{} // by country code; nil: no capital
		code  = map[string]string{}      // country code by name
	)
	countryOf := func(name string) string {
		key := strings.ToLower(name)
		if c, ok := code[key]; ok {
			return c
		}
		code[key] = ""
		for _, m := range names.Search(name, nil, 5) {
			if m.Place.Class == gazetteer.ClassCountry && strings.EqualFold(m.Matched, name) {
				code[key] = m.Place.Country
				break
			}
		}
		return code[key]
	}
	return func(a store.Actor) (store.Seat, bool) {
		if a.Kind != "state" {
			return store.Seat{}, false
		}
		mu.Lock()
		defer mu.Unlock()
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			country := countryOf(name)
			if country == "" {
				continue
			}
			seat, ok := known[country]
			if !ok {
				seat = capital(base, country, pov)
				known[country] = seat
			}
			if seat != nil {
				return *seat, true
			}
		}
		return store.Seat{}, false
	}
}

// capital finds the capital of a country among the base map's places.
func capital(base *basemap.Basemap, country, pov string) *store.Seat {
	layers, err := base.Layers(basemap.Fine, pov)
	if err != nil {
		return nil // a line less on the map; the map itself reports the error
	}
	for _, p := range layers.Places {
		if p.Capital && p.Country == country {
			return &store.Seat{
				Name: p.Name, GeonameID: p.GeonameID, Country: p.Country, Admin1: p.Admin1,
				Geometry: store.Geometry{Geometry: p.At.LonLat()},
			}
		}
	}
	return nil
}
