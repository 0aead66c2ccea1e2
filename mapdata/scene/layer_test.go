package scene_test

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

func area(ring []geo.World) float64 {
	sum := 0.0
	a := ring[len(ring)-1]
	for _, b := range ring {
		sum += a.X*b.Y - b.X*a.Y
		a = b
	}
	return sum
}

func TestRingsWindOneWayAndHolesTheOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		west, size := rapid.Float64Range(-400, 300).Draw(t, "west"), rapid.Float64Range(1, 100).Draw(t, "size")
		ring := func(inset float64, name string) orb.Ring {
			r := orb.Ring{{west + inset, inset}, {west + size - inset, inset}, {west + size - inset, 60 - inset}, {west + inset, 60 - inset}, {west + inset, inset}}
			if rapid.Bool().Draw(t, name) {
				r.Reverse()
			}
			return r
		}
		p := orb.Polygon{ring(0, "outer"), ring(size/4, "hole")}
		d := scene.NewLayerData([]orb.Geometry{p})
		s := d.Shapes[0]
		if len(s.Rings) != 2 || area(s.Rings[0]) > 0 || area(s.Rings[1]) < 0 {
			t.Fatalf("%v: areas of %v", p, s.Rings)
		}
		if w := d.Bound.Max.X - d.Bound.Min.X; math.Abs(w-size/360) > 1e-9 {
			t.Fatalf("%v is %v of a world wide", p, w)
		}
	})
}

func TestARingAroundAPoleIsClosedOverIt(t *testing.T) {
	var ring orb.Ring
	for lon := -180.0; lon <= 180; lon += 30 {
		ring = append(ring, orb.Point{lon, -70})
	}
	ring[len(ring)-1] = orb.Point{-180, -70} // as it ends where it began
	d := scene.NewLayerData([]orb.Geometry{orb.Polygon{ring}})
	if got := d.Bound.Max.Y; got < 1 {
		t.Errorf("it ends at %v, within the map", got)
	}
	if w := d.Bound.Max.X - d.Bound.Min.X; math.Abs(w-1) > 1e-9 {
		t.Errorf("it is %v of a world wide", w)
	}
	if len(d.Shapes[0].Edges) != 1 {
		t.Errorf("its outline follows the edge of the map: %v", d.Shapes[0].Edges)
	}
}

func TestTheCutAtTheDateLineHasNoOutline(t *testing.T) {
	d := scene.NewLayerData([]orb.Geometry{orb.MultiPolygon{
		{{{170, 0}, {180, 0}, {180, 10}, {170, 10}, {170, 0}}},
		{{{-180, 0}, {-170, 0}, {-170, 10}, {-180, 10}, {-180, 0}}},
	}})
	edges := d.Shapes[0].Edges
	if len(edges) != 2 {
		t.Fatalf("outlines: %v", edges)
	}
	for _, line := range edges {
		if len(line) != 4 {
			t.Errorf("an outline has %d points: %v", len(line), line)
		}
		for i := 1; i < len(line); i++ {
			if a, b := line[i-1], line[i]; a.X == b.X && (a.X == 0 || a.X == 1) {
				t.Errorf("it runs along the date line: %v", line)
			}
		}
	}
	world := scene.NewLayerData([]orb.Geometry{orb.Polygon{{{-180, -60}, {180, -60}, {180, 60}, {-180, 60}, {-180, -60}}}})
	if w := world.Bound.Max.X - world.Bound.Min.X; w != 1 {
		t.Errorf("a box around the world is %v of it wide", w)
	}
}

func TestEmptyGeometries(t *testing.T) {
	d := scene.NewLayerData([]orb.Geometry{nil, orb.Polygon{}, orb.Polygon{{}}, orb.LineString{{1, 1}}, orb.Collection{}, orb.MultiPoint{}})
	if !d.Bound.Empty() || d.Areas || d.Lines || d.Points {
		t.Errorf("%+v", d)
	}
	for i := range d.Shapes {
		if !d.Shapes[i].Empty() {
			t.Errorf("shape %d: %+v", i, d.Shapes[i])
		}
	}
}
