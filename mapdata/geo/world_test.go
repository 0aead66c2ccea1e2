package geo

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func TestProjectKnownPlaces(t *testing.T) {
	for _, c := range []struct {
		p orb.Point
		w World
	}{
		{orb.Point{0, 0}, World{0.5, 0.5}},
		{orb.Point{-180, MaxLatitude}, World{0, 0}},
		{orb.Point{180, -MaxLatitude}, World{1, 1}},
		{orb.Point{90, 90}, World{0.75, 0}},
		{orb.Point{190, 0}, World{190./360 + 0.5, 0.5}}, // runs on beyond the date line
	} {
		if got := Project(c.p); math.Abs(got.X-c.w.X) > 1e-12 || math.Abs(got.Y-c.w.Y) > 1e-12 {
			t.Errorf("Project(%v) = %v, want %v", c.p, got, c.w)
		}
	}
}

func TestProjectionRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPoint(t, "p", 85)
		got := Project(p).LonLat()
		if math.Abs(got[0]-p[0]) > 1e-9 || math.Abs(got[1]-p[1]) > 1e-9 {
			t.Fatalf("%v comes back as %v", p, got)
		}
	})
}

func TestWrapLongitude(t *testing.T) {
	for in, want := range map[float64]float64{0: 0, 180: -180, -180: -180, 190: -170, -190: 170, 540: -180, 359: -1} {
		if got := WrapLongitude(in); math.Abs(got-want) > 1e-9 {
			t.Errorf("WrapLongitude(%v) = %v, want %v", in, got, want)
		}
	}
}

func TestRect(t *testing.T) {
	r := EmptyRect()
	if !r.Empty() {
		t.Error("the empty rectangle is not empty")
	}
	r = r.Extend(World{0.2, 0.3}).Extend(World{0.4, 0.1})
	if r.Empty() || !r.Contains(World{0.3, 0.2}) || r.Contains(World{0.5, 0.2}) {
		t.Errorf("%v holds the wrong positions", r)
	}
	if !r.Intersects(Rect{World{0.4, 0.3}, World{1, 1}}) || r.Intersects(Rect{World{0.41, 0}, World{1, 1}}) {
		t.Error("rectangles meet wrongly")
	}
}
