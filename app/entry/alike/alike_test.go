package alike

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/store"
	"sitmap/store/index"
	"sitmap/store/index/indextest"
)

var (
	night   = time.Date(2025, 7, 4, 0, 0, 0, 0, time.UTC)
	kharkiv = orb.Point{36.25, 49.98}
)

func at(p orb.Point, precision store.PlacePrecision, radius float64, country string) store.Place {
	return store.Place{Geometry: store.Geometry{Geometry: p}, Precision: precision, RadiusM: radius, Country: country}
}

func event(n int, kind string, from, to time.Time, p ...store.Place) store.Event {
	return store.Event{ID: fmt.Sprintf("0197d1e0-5c00-7000-8000-%012d", n), Kind: kind, When: store.When{Earliest: from, Latest: to}, Places: p}
}

func TestWhatOverlapsIsAlike(t *testing.T) {
	hour := time.Hour
	exact := at(kharkiv, store.PlaceExact, 0, "UA")
	north := func(metres float64) orb.Point { return orb.Point{kharkiv[0], kharkiv[1] + metres/111_200} }
	for name, c := range map[string]struct {
		event store.Event
		want  bool
	}{
		"the same":                          {event(1, "strike", night, night.Add(hour), exact), true},
		"a clash, entered by the same form": {event(1, "clash", night, night.Add(hour), exact), true},
		"another kind":                      {event(1, "aid", night, night.Add(hour), exact), false},
		"ten minutes later":                 {event(1, "strike", night.Add(70*time.Minute), night.Add(71*time.Minute), exact), false},
		"within the hour":                   {event(1, "strike", night.Add(59*time.Minute), night.Add(60*time.Minute), exact), true},
		"the next day":                      {event(1, "strike", night.Add(24*hour), night.Add(48*hour), exact), false},
		"of unknown time":                   {event(1, "strike", time.Time{}, time.Time{}, exact), false},
		"900 m away, both exact":            {event(1, "strike", night, night.Add(hour), at(north(900), store.PlaceExact, 0, "UA")), true},
		"2 km away, both exact":             {event(1, "strike", night, night.Add(hour), at(north(2000), store.PlaceExact, 0, "UA")), false},
		"9 km from a city of 10 km":         {event(1, "strike", night, night.Add(hour), at(north(9000), store.PlaceLocality, 10_000, "UA")), true},
		"90 km from a region":               {event(1, "strike", night, night.Add(hour), at(north(90_000), store.PlaceRegion, 0, "UA")), true},
		"known to the country":              {event(1, "strike", night, night.Add(hour), at(north(400_000), store.PlaceCountry, 0, "UA")), true},
		"known to another country":          {event(1, "strike", night, night.Add(hour), at(north(400_000), store.PlaceCountry, 0, "RU")), false},
		"without a place":                   {event(1, "strike", night, night.Add(hour)), false},
	} {
		columns := index.New([]store.EventRow{store.RowOf(1, c.event)}, index.Head{})
		d := Draft{ID: "own", Kind: "strike", Kinds: []string{"strike", "clash"}, When: store.When{Earliest: night, Latest: night.Add(hour)}, Places: []store.Place{exact}}
		if got := len(Find(columns, d, 5)) == 1; got != c.want {
			t.Errorf("%s: alike %v", name, got)
		}
	}
}

func TestNothingIsAlikeWithoutATimeOrToItself(t *testing.T) {
	e := event(1, "strike", night, night.Add(time.Hour), at(kharkiv, store.PlaceExact, 0, "UA"))
	columns := index.New([]store.EventRow{store.RowOf(1, e)}, index.Head{})
	d := Draft{ID: "own", Kind: "strike", Kinds: []string{"strike"}, Places: e.Places}
	if got := Find(columns, d, 5); len(got) != 0 {
		t.Errorf("without a time: %v", got)
	}
	d.When = e.When
	d.ID = e.ID
	if got := Find(columns, d, 5); len(got) != 0 {
		t.Errorf("to itself: %v", got)
	}
}

func TestNearestComesFirst(t *testing.T) {
	var rows []store.EventRow
	for i, metres := range []float64{4000, 300, 9000} {
		p := orb.Point{kharkiv[0], kharkiv[1] + metres/111_200}
		rows = append(rows, store.RowOf(int64(i+1), event(i+1, "strike", night, night.Add(time.Hour), at(p, store.PlaceLocality, 10_000, "UA"))))
	}
	d := Draft{Kind: "strike", Kinds: []string{"strike"}, When: store.When{Earliest: night, Latest: night.Add(time.Hour)}, Places: []store.Place{at(kharkiv, store.PlaceExact, 0, "UA")}}
	got := Find(index.New(rows, index.Head{}), d, 2)
	if len(got) != 2 || got[0].Event.Number != 2 || got[1].Event.Number != 1 {
		t.Errorf("found %+v", got)
	}
}

func TestBoxCrossesTheDateLine(t *testing.T) {
	b := boxAround(orb.Point{179.9, 10}, 60_000)
	if b.Min[0] < 179 || b.Max[0] > -179 {
		t.Errorf("%v", b)
	}
	e := event(1, "strike", night, night.Add(time.Hour), at(orb.Point{-179.98, 10}, store.PlaceLocality, 10_000, ""))
	d := Draft{Kind: "strike", Kinds: []string{"strike"}, When: e.When, Places: []store.Place{at(orb.Point{179.98, 10}, store.PlaceExact, 0, "")}}
	if got := Find(index.New([]store.EventRow{store.RowOf(1, e)}, index.Head{}), d, 2); len(got) != 1 {
		t.Errorf("%d found across the date line", len(got))
	}
}

// The nearest are found without measuring all: they must be the same.
func TestNearestAreThoseOfAllMeasured(t *testing.T) {
	columns := index.New(indextest.Rows(3, 20_000), index.Head{})
	rapid.Check(t, func(t *rapid.T) {
		from := indextest.First.Add(time.Duration(rapid.Int64Range(0, int64(indextest.Last.Sub(indextest.First))).Draw(t, "from")))
		d := Draft{
			Kind: "strike", Kinds: []string{"strike", "clash", "statement", "movement"},
			When: store.When{Earliest: from, Latest: from.Add(time.Duration(rapid.Int64Range(0, int64(longest)).Draw(t, "long")))},
		}
		for range rapid.IntRange(0, 3).Draw(t, "places") {
			p := orb.Point{kharkiv[0] + rapid.Float64Range(-3, 3).Draw(t, "lon"), kharkiv[1] + rapid.Float64Range(-3, 3).Draw(t, "lat")}
			precision := rapid.SampledFrom([]store.PlacePrecision{store.PlaceExact, store.PlaceLocality, store.PlaceDistrict, store.PlaceRegion, store.PlaceCountry}).Draw(t, "precision")
			d.Places = append(d.Places, at(p, precision, 0, rapid.SampledFrom([]string{"UA", "RU", ""}).Draw(t, "country")))
		}
		limit := rapid.IntRange(0, 40).Draw(t, "limit")
		got, all := Find(columns, d, limit), Find(columns, d, columns.Len())
		if want := all[:min(limit, len(all))]; !slices.EqualFunc(got, want, same) {
			t.Fatalf("found %v, want %v", got, want)
		}
		var plain []Hit
		spots := d.spots()
		for e := range columns.Select(index.Filter{From: from, To: d.When.Latest, Kinds: d.Kinds}).Events() {
			if h, ok := d.judge(e, spots, from, d.When.Latest, spot.metres); ok {
				plain = append(plain, h)
			}
		}
		if d.When.Latest.Sub(from) >= brief && !slices.EqualFunc(ranked(all), ranked(plain), same) {
			t.Fatalf("found %d, measured %d", len(all), len(plain))
		}
	})
}

// ranked are hits by score and place in the list.
func ranked(hits []Hit) []Hit {
	return slices.SortedFunc(slices.Values(hits), func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.score, b.score), cmp.Compare(a.Event.Rank, b.Event.Rank))
	})
}

func same(a, b Hit) bool {
	return a.Event.Rank == b.Event.Rank && a.score == b.score && (a.ApartM == b.ApartM || math.IsNaN(a.ApartM) && math.IsNaN(b.ApartM))
}

// BenchmarkAlike looks for events like a strike of one night, and of one month, among
// a million.
func BenchmarkAlike(b *testing.B) {
	columns := index.New(indextest.Rows(1, 1_000_000), index.Head{})
	for name, long := range map[string]time.Duration{"night": 8 * time.Hour, "month": 31 * 24 * time.Hour} {
		from := time.Date(2024, 7, 3, 19, 0, 0, 0, time.UTC)
		d := Draft{Kind: "strike", Kinds: []string{"strike", "clash"}, When: store.When{Earliest: from, Latest: from.Add(long)}, Places: []store.Place{at(kharkiv, store.PlaceLocality, 12_000, "UA")}}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Find(columns, d, 11)
			}
		})
	}
}
