package gazetteer

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func TestNearest(t *testing.T) {
	for _, tt := range []struct {
		at      orb.Point
		name    string
		maximum float64 // metres
	}{
		{orb.Point{30.5238, 50.4547}, "Kyiv", 100},
		{orb.Point{33.52, 44.60}, "Sevastopol", 3000},
		{orb.Point{-77.0563, 38.8719}, "Pentagon", 100},
		{orb.Point{29.0003, 41.0392}, "Dolmabahçe Palace", 100},
		{orb.Point{36.2304 + 360, 49.9935}, "Kharkiv", 3000}, // once around
	} {
		p, metres, ok := builtInList.Nearest(tt.at)
		if !ok || p.Name != tt.name || metres > tt.maximum {
			t.Errorf("%v: %s at %.0f m, want %s", tt.at, p.Name, metres, tt.name)
		}
	}
	for _, at := range []orb.Point{{math.NaN(), 0}, {0, math.NaN()}, {0, 91}, {math.Inf(1), 0}} {
		if p, _, ok := builtInList.Nearest(at); ok {
			t.Errorf("%v: found %s", at, p.Name)
		}
	}
}

func TestNearestIsNearest(t *testing.T) {
	l := builtInList.list()
	rapid.Check(t, func(t *rapid.T) {
		from := orb.Point{
			rapid.Float64Range(-180, 180).Draw(t, "longitude"),
			rapid.Float64Range(-90, 90).Draw(t, "latitude"),
		}
		got, _, ok := builtInList.Nearest(from)
		if !ok {
			t.Fatal("nothing found")
		}
		least := math.Inf(1)
		for i := range l.places {
			if r := &l.places[i]; r.class == city || r.class == site {
				least = min(least, roughKM(from[0], from[1], r.point()))
			}
		}
		if d := roughKM(from[0], from[1], got.At); d > least+1e-6 {
			t.Fatalf("%s is %.3f km away, another place %.3f km", got.Name, d, least)
		}
	})
}
