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
	var all []orb.Point
	for i := range l.places {
		if r := &l.places[i]; r.class == city || r.class == site {
			all = append(all, r.point())
		}
	}
	chord := func(a, b [3]float64) float64 {
		return math.Sqrt(math.Pow(a[0]-b[0], 2) + math.Pow(a[1]-b[1], 2) + math.Pow(a[2]-b[2], 2))
	}
	rapid.Check(t, func(t *rapid.T) {
		from := orb.Point{
			rapid.Float64Range(-180, 180).Draw(t, "longitude"),
			rapid.Float64Range(-90, 90).Draw(t, "latitude"),
		}
		got, _, ok := builtInList.Nearest(from)
		if !ok {
			t.Fatal("nothing found")
		}
		d := chord(onSphere(from), onSphere(got.At))
		// A sample will do, another for each draw.
		for i := rapid.IntRange(0, 99).Draw(t, "first"); i < len(all); i += 100 {
			if other := chord(onSphere(from), onSphere(all[i])); other < d-1e-12 {
				t.Fatalf("%s is %.6f away, the place at %v %.6f", got.Name, d, all[i], other)
			}
		}
	})
}
