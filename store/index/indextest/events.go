package indextest

import (
	"encoding/binary"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"
	"github.com/paulmach/orb"

	"sitmap/store"
)

// The span of time that events are spread over, in UTC.
var (
	First = time.Date(2022, 2, 24, 3, 0, 0, 0, time.UTC)
	Last  = time.Date(2025, 7, 5, 0, 0, 0, 0, time.UTC)
)

// center is a place around which events happen.
type center struct {
	name    string
	country string
	at      orb.Point
	spread  float64 // degrees of latitude, one standard deviation
	weight  int
}

var centers = []center{
	{"Kyiv", "UA", orb.Point{30.5238, 50.4547}, 0.12, 60},
	{"Kharkiv", "UA", orb.Point{36.2304, 49.9935}, 0.15, 90},
	{"Kherson", "UA", orb.Point{32.6178, 46.6354}, 0.10, 80},
	{"Zaporizhzhia", "UA", orb.Point{35.1396, 47.8388}, 0.25, 70},
	{"Bakhmut", "UA", orb.Point{37.9977, 48.5955}, 0.20, 130},
	{"Donetsk", "UA", orb.Point{37.8028, 48.0159}, 0.20, 120},
	{"Pokrovsk", "UA", orb.Point{37.1760, 48.2817}, 0.20, 110},
	{"Sumy", "UA", orb.Point{34.8003, 50.9077}, 0.30, 60},
	{"Odesa", "UA", orb.Point{30.7326, 46.4775}, 0.20, 40},
	{"Dnipro", "UA", orb.Point{35.0400, 48.4680}, 0.30, 40},
	{"Mykolaiv", "UA", orb.Point{31.9946, 46.9750}, 0.20, 30},
	{"Lviv", "UA", orb.Point{24.0232, 49.8383}, 0.30, 8},
	{"Sevastopol", "UA", orb.Point{33.5224, 44.5888}, 0.20, 25},
	{"Belgorod", "RU", orb.Point{36.5858, 50.5977}, 0.30, 40},
	{"Kursk", "RU", orb.Point{36.1873, 51.7304}, 0.40, 35},
	{"Moscow", "RU", orb.Point{37.6156, 55.7522}, 0.25, 15},
	{"Rostov", "RU", orb.Point{39.7139, 47.2364}, 0.40, 12},
	{"Warsaw", "PL", orb.Point{21.0118, 52.2298}, 0.8, 8},
	{"Berlin", "DE", orb.Point{13.4105, 52.5244}, 1.2, 9},
	{"Paris", "FR", orb.Point{2.3488, 48.8534}, 1.5, 8},
	{"London", "GB", orb.Point{-0.1257, 51.5085}, 1.0, 7},
	{"Rome", "IT", orb.Point{12.5113, 41.8919}, 1.2, 5},
	{"Istanbul", "TR", orb.Point{28.9497, 41.0138}, 0.8, 7},
	{"Washington", "US", orb.Point{-77.0364, 38.8951}, 0.5, 6},
	{"Anadyr", "RU", orb.Point{177.4961, 64.7337}, 2.5, 1},
	{"Suva", "FJ", orb.Point{178.4415, -18.1416}, 1.5, 1},
}

// kinds of event with how frequent they are.
var kinds = []struct {
	code   string
	weight int
}{
	{"strike", 520},
	{"clash", 300},
	{"statement", 60},
	{"movement", 40},
	{"aid", 25},
	{"protest", 20},
	{"call", 10},
	{"talks", 6},
	{"visit", 6},
	{"sanction", 5},
	{"agreement", 3},
	{"ceasefire", 2},
	{"prisoner exchange", 2},
	{"other", 1},
}

// actor makes an actor with an id of its own.
func actor(n uint64, name string, kind string) store.Actor {
	return store.Actor{ID: seeded(n, 0x5f).String(), Name: name, Kind: kind}
}

var (
	attackers = []store.Actor{actor(1, "Russia", "state"), actor(2, "Ukraine", "state")}
	tellers   = []store.Actor{actor(3, "Ukrainian Air Force", "organisation"), actor(4, "regional administration", "organisation"), actor(5, "ministry of defence", "organisation")}
)

// seeded is a UUID of version 8 that holds two numbers.
func seeded(a, b uint64) uuid.UUID {
	var id uuid.UUID
	binary.BigEndian.PutUint64(id[:], a)
	binary.BigEndian.PutUint64(id[8:], b)
	id[6], id[8] = id[6]&0x0f|0x80, id[8]&0x3f|0x80
	return id
}

// Events yields n events. They come in no order of time, as from an import of
// several files, and pass the validation of a store.
func Events(seed uint64, n int) iter.Seq2[store.Event, error] {
	return func(yield func(store.Event, error) bool) {
		g := &generator{r: rand.New(rand.NewPCG(seed, 0x51746d6170)), seed: seed}
		for i := range n {
			if !yield(g.event(i), nil) {
				return
			}
		}
	}
}

// Rows are those events as rows of a store into which they were added.
func Rows(seed uint64, n int) []store.EventRow {
	rows := make([]store.EventRow, 0, n)
	for e := range Events(seed, n) {
		rows = append(rows, store.RowOf(int64(len(rows)+1), e))
	}
	return rows
}

type generator struct {
	r    *rand.Rand
	seed uint64
	id   uint64
}

// part is the id of a part of an event.
func (g *generator) part() string {
	g.id++
	return seeded(g.seed<<40|g.id, 0xa7).String()
}

func weighted[T any](r *rand.Rand, list []T, weight func(T) int) T {
	total := 0
	for _, x := range list {
		total += weight(x)
	}
	at := r.IntN(total)
	for _, x := range list {
		if at -= weight(x); at < 0 {
			return x
		}
	}
	return list[0]
}

func (g *generator) event(i int) store.Event {
	c := weighted(g.r, centers, func(c center) int { return c.weight })
	kind := weighted(g.r, kinds, func(k struct {
		code   string
		weight int
	},
	) int {
		return k.weight
	}).code
	e := store.Event{
		ID:    seeded(g.r.Uint64(), g.r.Uint64()).String(),
		Kind:  kind,
		Title: fmt.Sprintf("%s %d, %s", kind, i+1, c.name),
		When:  g.when(),
	}
	switch x := g.r.IntN(100); {
	case x < 20:
		e.Review = store.Draft
	case x < 60:
		e.Review, e.ReviewedBy = store.Reviewed, "reviewer"
	}
	switch x := g.r.IntN(100); {
	case x < 45:
		e.Assessment = store.Reported
	case x < 65:
		e.Assessment = store.Corroborated
	case x < 80:
		e.Assessment = store.Confirmed
	case x < 84:
		e.Assessment = store.Disputed
	case x < 85:
		e.Assessment, e.AssessmentNote = store.Retracted, "seen to be another event"
	}
	if g.r.IntN(50) == 0 {
		e.Protection.TLP = []string{"AMBER", "GREEN", "CLEAR"}[g.r.IntN(3)]
	}
	if g.r.IntN(50) != 0 {
		e.Places = []store.Place{g.place(c)}
	}
	if kind == "strike" || kind == "clash" {
		e.Parties = []store.Party{{ID: g.part(), Role: "attacker", Actor: attackers[g.r.IntN(2)]}}
		e.Claims = g.claims()
	}
	return e
}

func (g *generator) when() store.When {
	// More of them later, as more is recorded.
	span := float64(Last.Sub(First) / time.Minute)
	at := First.Add(time.Duration(span*math.Sqrt(g.r.Float64())) * time.Minute)
	day := at.Truncate(24 * time.Hour)
	w := store.When{Zone: "Europe/Kyiv"}
	switch x := g.r.IntN(100); {
	case x < 50:
		w.Earliest, w.Latest, w.Precision = day.Add(-3*time.Hour), day.Add(21*time.Hour), store.Day
	case x < 75:
		w.Earliest, w.Latest, w.Precision = at, at.Add(time.Minute), store.Minute
	case x < 80:
		w.Earliest, w.Precision = at, store.Minute
	case x < 92:
		w.Earliest, w.Latest, w.Precision = day.Add(19*time.Hour), day.Add(27*time.Hour), store.PartOfDay
	case x < 95:
		w.Earliest, w.Latest, w.Precision, w.Zone = day, day.AddDate(0, 0, 7), store.Week, ""
	case x < 97:
		w.Earliest, w.Latest, w.Precision = day, day.AddDate(0, 1, 0), store.Month
	case x < 98:
		w.Latest, w.Precision, w.CountsOn = at, store.Interval, day.Format(time.DateOnly)
	default:
		w = store.When{Precision: store.Unknown}
	}
	return w
}

func (g *generator) place(c center) store.Place {
	lat := max(-84, min(84, c.at[1]+g.r.NormFloat64()*c.spread))
	lon := c.at[0] + g.r.NormFloat64()*c.spread/math.Cos(lat*math.Pi/180)
	if lon >= 180 {
		lon -= 360
	}
	p := store.Place{
		ID: g.part(), Role: "scene", Name: c.name, Country: c.country,
		Geometry: store.Geometry{Geometry: orb.Point{round(lon), round(lat)}},
	}
	switch x := g.r.IntN(100); {
	case x < 30:
		p.Precision = store.PlaceExact
	case x < 40:
		p.Precision, p.RadiusM = store.PlaceVicinity, 200
	case x < 80:
		p.Precision, p.RadiusM = store.PlaceLocality, 5000
	case x < 92:
		p.Precision = store.PlaceDistrict
	case x < 98:
		p.Precision = store.PlaceRegion
	case x < 99:
		p.Precision = store.PlaceCountry
	}
	return p
}

// round keeps six decimals, a tenth of a metre.
func round(x float64) float64 { return math.Round(x*1e6) / 1e6 }

// claims tells of two in five strikes how many were killed or launched, of a few by
// several originators, with a scope, or without a number.
func (g *generator) claims() []store.Claim {
	one := func(measure, of string, low int) store.Claim {
		x := float64(low)
		return store.Claim{ID: g.part(), About: "measure", Measure: measure, Of: of, Low: &x, High: &x}
	}
	few := func() int { return int(g.r.ExpFloat64() * 4) }
	switch x := g.r.IntN(1000); {
	case x < 300:
		return []store.Claim{one("killed", "", few())}
	case x < 340:
		c := one("launched", "drones", 10*few())
		c.AccordingTo = &tellers[0]
		return []store.Claim{c}
	case x < 380:
		return []store.Claim{one("killed", "civilians", few()), one("killed", "soldiers", few()), one("wounded", "", few())}
	case x < 395:
		a, b := one("killed", "", few()), one("killed", "", few())
		a.AccordingTo, b.AccordingTo = &tellers[1], &tellers[2]
		return []store.Claim{a, b}
	case x < 400:
		c := one("launched", "missiles", few())
		c.Scope = store.Scope{Country: "UA"}
		return []store.Claim{c}
	case x < 410:
		return []store.Claim{{ID: g.part(), About: "measure", Measure: "killed", Qualifier: "none reported"}}
	}
	return nil
}
