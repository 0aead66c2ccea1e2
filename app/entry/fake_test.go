package entry

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/paulmach/orb"

	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// fakeStore keeps events in memory and refuses what it is told to refuse.
type fakeStore struct {
	events map[string]store.Stored[store.Event]
	saves  []store.Action
	fail   error
}

var actorRussia = store.Actor{ID: "actor-russia", Name: "Russia", Kind: "state", Aliases: []string{"Россия"}}

var actorTrump = store.Actor{
	ID: "actor-trump", Name: "Donald Trump", Kind: "person", Aliases: []string{"Trump"},
	Seat: &store.Seat{Name: "Washington", GeonameID: 4140963, Country: "US", Admin1: "US-DC", Geometry: store.Geometry{Geometry: orb.Point{-77.03637, 38.89511}}},
}

var outletDaily = store.Outlet{ID: "outlet-daily", Name: "Kharkiv Daily", Kind: "newspaper", Reliability: "B"}

var itemNight = store.Item{ID: "item-night", Title: "Night of drones", Published: "2025-07-04", Outlet: &outletDaily}

func (s *fakeStore) Kinds(context.Context) ([]store.Kind, error) {
	return []store.Kind{
		{Code: "strike", Name: "Strike", Form: store.FormStrike, Key: "s"},
		{Code: "talks", Name: "Talks", Form: store.FormMeeting, Key: "t"},
		{Code: "call", Name: "Call", Form: store.FormCall, Key: "c"},
		{Code: "statement", Name: "Statement", Form: store.FormStatement, Key: "m"},
		{Code: "aid", Name: "Aid", Form: store.FormTransfer, Key: "a"},
		{Code: "other", Name: "Other", Form: store.FormGeneral, Key: "o"},
	}, nil
}

func (s *fakeStore) Terms(_ context.Context, vocabulary string) ([]store.Term, error) {
	names := map[string]string{
		vocMeasure:   "killed=killed,wounded=wounded,launched=launched,shot_down=shot down,buildings_damaged=buildings damaged",
		vocPhase:     "considered,announced,postponed,held,cancelled",
		vocPlaceRole: "scene,target,launch,venue,seat,origin,destination",
		vocPartyRole: "attacker,target,participant,host,speaker,donor,recipient",
		vocRelation:  "part of,follows,responds to,same as,contradicts",
		vocActorKind: "person,state,organisation,armed group,unnamed",
		vocWeapon:    "Shahed-136,Iskander",
	}[vocabulary]
	var out []store.Term
	for w := range strings.SplitSeq(names, ",") {
		code, name, ok := strings.Cut(w, "=")
		if !ok {
			name = code
		}
		if code != "" {
			out = append(out, store.Term{Vocabulary: vocabulary, Code: code, Name: name})
		}
	}
	return out, nil
}

func stored[T any](values ...T) (out []store.Stored[T], err error) {
	for _, v := range values {
		out = append(out, store.Stored[T]{Value: v, Revision: 1})
	}
	return out, nil
}

func (s *fakeStore) Actors(context.Context) ([]store.Stored[store.Actor], error) {
	return stored(actorTrump, actorRussia)
}

func (s *fakeStore) Outlets(context.Context) ([]store.Stored[store.Outlet], error) {
	return stored(outletDaily)
}

func (s *fakeStore) Items(context.Context) ([]store.Stored[store.Item], error) {
	return stored(itemNight)
}

func (s *fakeStore) SeriesList(context.Context) ([]store.InSeries, error) {
	return []store.InSeries{{ID: "series-istanbul", Name: "Istanbul talks"}}, nil
}

func (s *fakeStore) Event(_ context.Context, id string) (store.Stored[store.Event], error) {
	e, ok := s.events[id]
	if !ok {
		return e, store.ErrNotFound
	}
	return e, nil
}

func (s *fakeStore) Events(_ context.Context, f store.Filter) iter.Seq2[store.Stored[store.Event], error] {
	return func(yield func(store.Stored[store.Event], error) bool) {
		for _, id := range slices.Sorted(mapKeys(s.events)) {
			if e := s.events[id]; strings.Contains(folded(e.Value.Title), folded(f.Text)) && !yield(e, nil) {
				return
			}
		}
	}
}

func mapKeys[V any](m map[string]V) iter.Seq[string] {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func (s *fakeStore) Save(_ context.Context, a store.Action) (store.Change, error) {
	if s.fail != nil {
		return store.Change{}, s.fail
	}
	s.saves = append(s.saves, a)
	return store.Change{}, nil
}

// fakeGazetteer knows three places, in several spellings.
type fakeGazetteer struct{}

var gazetteerPlaces = []struct {
	spellings []string
	place     gazetteer.Place
}{
	{[]string{"Kharkiv", "Kharkov", "Харків", "Харьков"}, gazetteer.Place{
		GeonameID: 706483, Name: "Kharkiv", Country: "UA", CountryName: "Ukraine", Admin1: "UA-63", Admin1Name: "Kharkiv Oblast",
		At: orb.Point{36.25272, 49.98081}, Population: 1433886, Class: gazetteer.ClassCity, RadiusM: 11800,
	}},
	{[]string{"Kyiv", "Kiev", "Київ", "Киев"}, gazetteer.Place{
		GeonameID: 703448, Name: "Kyiv", Country: "UA", CountryName: "Ukraine", Admin1: "UA-30", Admin1Name: "Kyiv City",
		At: orb.Point{30.5238, 50.45466}, Population: 2797553, Class: gazetteer.ClassCity, RadiusM: 12000,
	}},
	{[]string{"Istanbul", "İstanbul"}, gazetteer.Place{
		GeonameID: 745044, Name: "Istanbul", Country: "TR", CountryName: "Türkiye", Admin1: "TR-34", Admin1Name: "Istanbul",
		At: orb.Point{28.94966, 41.01384}, Population: 15701602, Class: gazetteer.ClassCity, RadiusM: 20000,
	}},
}

func (fakeGazetteer) Search(q string, _ *orb.Point, limit int) []gazetteer.Match {
	var out []gazetteer.Match
	for _, p := range gazetteerPlaces {
		for _, s := range p.spellings {
			if strings.HasPrefix(folded(s), folded(q)) && len(out) < limit {
				out = append(out, gazetteer.Match{Place: p.place, Matched: s})
				break
			}
		}
	}
	return out
}

func (fakeGazetteer) ByID(id int64) (gazetteer.Place, bool) {
	for _, p := range gazetteerPlaces {
		if p.place.GeonameID == id {
			return p.place, true
		}
	}
	return gazetteer.Place{}, false
}

func (fakeGazetteer) Nearest(orb.Point) (gazetteer.Place, float64, bool) {
	return gazetteerPlaces[0].place, 3000, true
}

func (fakeGazetteer) CountryName(code string) string {
	return map[string]string{"UA": "Ukraine", "TR": "Türkiye", "US": "United States"}[code]
}

func (fakeGazetteer) Admin1Name(code string) string {
	return map[string]string{"UA-63": "Kharkiv Oblast", "UA-30": "Kyiv City", "TR-34": "Istanbul"}[code]
}

func newIDs() func() string {
	n := 0
	return func() string { n++; return fmt.Sprintf("id-%d", n) }
}

var testNow = time.Date(2025, 7, 5, 9, 0, 0, 0, time.UTC)
