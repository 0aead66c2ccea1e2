package situation

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/mapdata/scene"
)

func marksAt(lons ...float64) *scene.Scene {
	s := &scene.Scene{}
	for _, l := range lons {
		s.Marks = append(s.Marks, scene.Mark{At: orb.Point{l, 10}})
	}
	return s
}

func TestSceneBound(t *testing.T) {
	tests := []struct {
		name       string
		s          *scene.Scene
		west, east float64
	}{
		{"one", marksAt(30), 30, 30},
		{"two", marksAt(30, -77), -77, 30},
		{"across the date line", marksAt(170, -175), 170, -175},
		{"a country in parts", &scene.Scene{Areas: []scene.Area{{
			Geometry: orb.MultiPolygon{{square(27, 50)[0][0]}, {square(160, 60)[0][0]}, {square(-180, 60)[0][0]}},
		}}}, 27, -170},
		{"a disc over the date line", &scene.Scene{Discs: []scene.Disc{{At: orb.Point{180, 0}, RadiusM: 111_319.5}}}, 179, -179},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, ok := SceneBound(tt.s)
			if !ok || math.Abs(b.Min[0]-tt.west) > 0.01 || math.Abs(b.Max[0]-tt.east) > 0.01 {
				t.Errorf("%v, %v; want %v to %v", b, ok, tt.west, tt.east)
			}
		})
	}
	if b, ok := SceneBound(&scene.Scene{}); ok || b.Min[1] <= b.Max[1] {
		t.Errorf("nothing is bounded by %v", b)
	}
}

func TestSceneBoundHoldsEveryMark(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lons := rapid.SliceOfN(rapid.Float64Range(-180, 180), 1, 8).Draw(t, "lons")
		b, ok := SceneBound(marksAt(lons...))
		if !ok {
			t.Fatal("no bound")
		}
		for _, l := range lons {
			in := l >= b.Min[0] && l <= b.Max[0]
			if b.Min[0] > b.Max[0] {
				in = l >= b.Min[0] || l <= b.Max[0]
			}
			if !in && l != 180 { // 180° is -180°
				t.Fatalf("%v is not in %v", l, b)
			}
		}
	})
}
