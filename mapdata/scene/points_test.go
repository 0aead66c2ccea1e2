package scene_test

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
	"sitmap/mapdata/scene/strewn"
)

func TestFixedPointKeepsPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := geo.World{X: rapid.Float64Range(-2, 3).Draw(t, "x"), Y: rapid.Float64Range(0, 1).Draw(t, "y")}
		x, y := scene.ToFixed(w)
		if x < 0 || y < 0 {
			t.Fatalf("%v is %d, %d", w, x, y)
		}
		got := scene.FromFixed(x, y)
		if math.Abs(got.X-(w.X-math.Floor(w.X))) > 2e-9 || math.Abs(got.Y-w.Y) > 2e-9 {
			t.Fatalf("%v comes back as %v", w, got)
		}
	})
}

func TestStrewnPointsAreAlwaysTheSame(t *testing.T) {
	b := orb.Bound{Min: orb.Point{-20, 30}, Max: orb.Point{60, 72}}
	p, q := strewn.Points(5000, b, 1), strewn.Points(5000, b, 1)
	if p.Len() != 5000 || q.Len() != 5000 {
		t.Fatalf("there are %d and %d points", p.Len(), q.Len())
	}
	last, number := uint64(0), 0
	for i := range p.Blocks {
		a, c := &p.Blocks[i], &q.Blocks[i]
		if a.First != number {
			t.Errorf("block %d begins at %d, want %d", i, a.First, number)
		}
		number += len(a.X)
		for j := range a.X {
			if a.X[j] != c.X[j] || a.Y[j] != c.Y[j] || a.Kind[j] != c.Kind[j] || a.Rank[j] != c.Rank[j] {
				t.Fatalf("point %d of block %d differs", j, i)
			}
			if a.X[j] < a.MinX || a.X[j] > a.MaxX || a.Y[j] < a.MinY || a.Y[j] > a.MaxY {
				t.Fatalf("point %d lies outside its block", j)
			}
			key := scene.Morton(a.X[j], a.Y[j])
			if key < last {
				t.Fatalf("point %d of block %d is out of order", j, i)
			}
			last = key
			if !a.Kept(j) {
				t.Fatalf("point %d is left out", j)
			}
		}
	}
}
