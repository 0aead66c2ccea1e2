package storetest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"time"

	"github.com/paulmach/orb"

	"sitmap/store"
)

// Stream yields n modest events from a seed: a strike or the like with a place, an
// attacker, a figure according to somebody, and the item that says so. The same
// seed gives the same events; all seeds give the same ids. A few hundred actors,
// fifty outlets, and an item for every hundred events are shared between them, as
// in a real store.
func Stream(seed uint64, n int) iter.Seq2[store.Event, error] {
	return func(yield func(store.Event, error) bool) {
		g := &stream{rand: rand.New(rand.NewPCG(seed, 0))}
		for i := range n {
			if !yield(g.event(i), nil) {
				return
			}
		}
	}
}

type stream struct {
	rand *rand.Rand
	item store.Item
}

var (
	streamPlaces = []struct {
		name, admin1 string
		at           orb.Point
	}{
		{"Kharkiv", "UA-63", orb.Point{36.2304, 49.9935}},
		{"Kyiv", "UA-30", orb.Point{30.5238, 50.4547}},
		{"Odesa", "UA-51", orb.Point{30.7326, 46.4775}},
		{"Zaporizhzhia", "UA-23", orb.Point{35.1396, 47.8388}},
		{"Kherson", "UA-65", orb.Point{32.6178, 46.6354}},
		{"Sumy", "UA-59", orb.Point{34.8003, 50.9216}},
	}
	streamKinds    = []string{"strike", "strike", "strike", "clash", "movement", "protest"}
	streamMeasures = []string{"killed", "wounded", "buildings_damaged", "shot_down"}
	streamWords    = []string{"drones", "missiles", "artillery", "a depot", "a power station", "the rail yard", "apartment blocks", "the port"}
	streamStart    = time.Date(2022, time.February, 24, 0, 0, 0, 0, time.UTC)
)

func (g *stream) event(i int) store.Event {
	if i%100 == 0 {
		outlet := i / 100 % 50
		g.item = store.Item{
			ID: ID(3, i/100), Title: fmt.Sprintf("Report %d", i/100), Published: "2025-07-04",
			Outlet: &store.Outlet{ID: ID(4, outlet), Name: fmt.Sprintf("Outlet %d", outlet), Reliability: "B"},
		}
	}
	place := streamPlaces[g.rand.IntN(len(streamPlaces))]
	day := streamStart.AddDate(0, 0, g.rand.IntN(1400))
	figure := float64(g.rand.IntN(40))
	attacker, teller := g.rand.IntN(20), g.rand.IntN(200)
	at := orb.Point{place.at[0] + g.rand.Float64() - 0.5, place.at[1] + g.rand.Float64() - 0.5}
	said := store.Actor{ID: ID(5, 1000+teller), Name: fmt.Sprintf("Official %d", teller), Kind: "person"}
	what := streamWords[g.rand.IntN(len(streamWords))]
	return store.Event{
		ID: ID(1, i), Kind: streamKinds[g.rand.IntN(len(streamKinds))],
		Title: fmt.Sprintf("Attack on %s near %s", what, place.name),
		When:  store.When{Earliest: day, Latest: day.AddDate(0, 0, 1), Precision: store.Day},
		Places: []store.Place{{
			ID: ID(2, 4*i), Role: "target", Name: place.name, Country: "UA", Admin1: place.admin1,
			Geometry: store.Geometry{Geometry: at}, Precision: store.PlaceVicinity, RadiusM: 500,
		}},
		Parties: []store.Party{{
			ID: ID(2, 4*i+1), Role: "attacker",
			Actor: store.Actor{ID: ID(5, attacker), Name: fmt.Sprintf("Force %d", attacker), Kind: "armed group"},
		}},
		Claims: []store.Claim{{
			ID: ID(2, 4*i+2), About: "measure", Measure: streamMeasures[g.rand.IntN(len(streamMeasures))],
			Qualifier: "at least", Low: &figure, AccordingTo: &said, Citations: []string{ID(2, 4*i+3)},
		}},
		Citations:   []store.Citation{{ID: ID(2, 4*i+3), About: "event", Item: g.item, Credibility: 3}},
		ExternalIDs: []store.ExternalID{{Dataset: "storetest", ID: fmt.Sprint(i)}},
	}
}

// ID is a UUIDv7 of a sort of record and its number, rising with it.
func ID(sort, n int) string {
	return fmt.Sprintf("0197d1e0-5c00-7%03x-8000-%012x", sort, n)
}
