package index_test

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/store"
	"sitmap/store/index"
)

// checkPlaces asks a selection of each of its events where it stands. numbers are those
// of the events in the order of the list.
func checkPlaces(t *rapid.T, c *index.Columns, s *index.Selection, numbers []int64) {
	for i, n := range numbers {
		r, _ := c.RankOfNumber(n)
		if got := s.At(i); got != r {
			t.Fatalf("place %d has rank %d, want %d", i, got, r)
		}
		if at, ok := s.Position(r); !ok || at != i {
			t.Fatalf("event %d stands at %d, %v; want %d", n, at, ok, i)
		}
	}
	rest := c.All().Without(s)
	if rest.Len() != c.Len()-s.Len() {
		t.Fatalf("%d events without %d are %d", c.Len(), s.Len(), rest.Len())
	}
	for e := range rest.Events() {
		if _, ok := s.Position(e.Rank); ok {
			t.Fatalf("event %d has a place among those it is not of", e.Number)
		}
	}
}

// checkCurve looks at all placed events along the curve: just those selected are kept,
// each once, and the selection's bound holds them.
func checkCurve(t *rapid.T, c *index.Columns, m naive, s *index.Selection) {
	bound, any := s.Bound()
	keep := s.Keep()
	kept := 0
	for i, b := range c.Curve() {
		for j, r := range b.Rank {
			e, ok := c.Event(r)
			has := keep[i][j>>6]>>(j&63)&1 != 0
			if has != (ok && s.Has(r)) {
				t.Fatalf("block %d keeps point %d: %v", i, j, has)
			}
			if b.X[j] < b.MinX || b.X[j] > b.MaxX || b.Y[j] < b.MinY || b.Y[j] > b.MaxY {
				t.Fatalf("point %d lies outside of block %d", j, i)
			}
			if !has {
				continue
			}
			kept++
			p, _ := e.Point()
			east := bound.Max[0]
			if bound.Min[0] > east {
				east += 360
			}
			lon := p[0]
			for lon < bound.Min[0] {
				lon += 360
			}
			if lon > east+1e-6 || p[1] < bound.Min[1]-1e-6 || p[1] > bound.Max[1]+1e-6 {
				t.Fatalf("%v lies outside of %v", p, bound)
			}
		}
	}
	want := 0
	for e := range s.Events() {
		if m[e.Number].Placed {
			want++
		}
	}
	if kept != want || any != (want > 0) {
		t.Fatalf("%d points are kept of %d, bounded: %v", kept, want, any)
	}
}

func TestBoundLeavesOutTheWidestGap(t *testing.T) {
	for name, tt := range map[string]struct {
		lons       []float64
		west, east float64
	}{
		"one":               {[]float64{30.5}, 30.5, 30.5},
		"two":               {[]float64{30.5, -77}, -77, 30.5},
		"across the line":   {[]float64{170, -175}, 170, -175},
		"the line itself":   {[]float64{-180, 179}, 179, -180},
		"up to the line":    {[]float64{100, 179.99}, 100, 180},
		"all round, nearly": {[]float64{-120, 0, 119}, -120, 119},
	} {
		t.Run(name, func(t *testing.T) {
			var rows []store.EventRow
			for i, lon := range tt.lons {
				rows = append(rows, store.EventRow{Number: int64(i + 1), Earliest: store.UnknownTime, Latest: store.UnknownTime, Placed: true, Point: orb.Point{lon, 10}})
			}
			b, ok := index.New(rows, index.Head{}).All().Bound()
			apart := func(a, b float64) float64 { return math.Abs(math.Remainder(a-b, 360)) }
			if !ok || apart(b.Min[0], tt.west) > 0.13 || apart(b.Max[0], tt.east) > 0.13 {
				t.Errorf("bound %v, want from %v to %v", b, tt.west, tt.east)
			}
			if crosses := tt.west > tt.east; crosses != (b.Min[0] > b.Max[0]) {
				t.Errorf("bound %v crosses the date line: %v", b, !crosses)
			}
		})
	}
}
