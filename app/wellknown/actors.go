package wellknown

import (
	"slices"
	"strings"
	"unicode"

	"github.com/paulmach/orb"

	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// Gazetteer knows seats by their ids, and countries by their names in all scripts; see
// [gazetteer.Gazetteer].
type Gazetteer interface {
	ByID(id int64) (gazetteer.Place, bool)
	Named(name string, limit int) []gazetteer.Place
	Names(id int64) []string
}

// The kinds of actor, codes of the vocabulary "actor kind".
const (
	kindState  = "state"
	kindPerson = "person"
)

// Actors are all of the list as a store would have them, without ids: states first, then
// people, then bodies, each with its aliases, its seat and whom it acts for. Of countries
// the gazetteer gives the names in other scripts. g may be nil: seats are left out then.
func Actors(g Gazetteer) []store.Actor {
	var out []store.Actor
	byName := map[string]*store.Actor{}
	add := func(a store.Actor) {
		out = append(out, a)
		byName[a.Name] = &a
	}
	capital := map[string]int64{}
	for _, s := range States() {
		add(store.Actor{Name: s.Name, Kind: kindState, Aliases: aliases(s.Name, s.Names, countryNames(g, s)), Seat: seat(g, s.Capital)})
		capital[s.Name] = s.Capital
	}
	for _, b := range Bodies() {
		add(store.Actor{Name: b.Name, Kind: b.Kind, Aliases: aliases(b.Name, b.Aliases), Seat: seat(g, b.Seat), ActsFor: copied(byName[b.For])})
		capital[b.Name] = b.Seat
	}
	for _, p := range People() {
		also := p.Aliases
		if p.Surname != "" {
			also = append([]string{p.Surname}, also...)
		}
		add(store.Actor{
			Name: p.Name, Kind: kindPerson, Aliases: aliases(p.Name, also), Seat: seat(g, capital[p.For]), ActsFor: copied(byName[p.For]),
			Note: p.Office + " (as of " + p.AsOf + ").",
		})
	}
	return out
}

func copied(a *store.Actor) *store.Actor {
	if a == nil {
		return nil
	}
	b := *a
	return &b
}

// aliases are names but for the one it has as its own, each once.
func aliases(own string, lists ...[]string) (out []string) {
	seen := map[string]bool{own: true}
	for _, n := range slices.Concat(lists...) {
		if !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return out
}

// countryNames are the gazetteer's for a state. Codes of two and three letters, which it
// may have too, are left out: who types them means something else.
func countryNames(g Gazetteer, s State) []string {
	if g == nil {
		return nil
	}
	for _, name := range append([]string{s.Name}, s.Names...) {
		for _, p := range g.Named(name, 40) {
			if p.Class == gazetteer.ClassCountry && p.Country == s.Code {
				return slices.DeleteFunc(g.Names(p.GeonameID), func(n string) bool {
					// Han characters no font of the program draws.
					return len(n) <= 3 || strings.Contains(n, ", ") || strings.ContainsFunc(n, func(r rune) bool { return unicode.Is(unicode.Han, r) })
				})
			}
		}
	}
	return nil
}

func seat(g Gazetteer, id int64) *store.Seat {
	if g == nil || id == 0 {
		return nil
	}
	p, ok := g.ByID(id)
	if !ok {
		return nil
	}
	return &store.Seat{Name: p.Name, GeonameID: p.GeonameID, Country: p.Country, Admin1: p.Admin1, Geometry: store.Geometry{Geometry: orb.Point(p.At)}}
}
