package render

import (
	"context"
	"image"
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

func TestEveryPointOfARingIsAsFarFromItsCentre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-85, 85).Draw(t, "lat")}
		metres := rapid.Float64Range(100, 8e6).Draw(t, "radius")
		pieces, sites := (&frame{}).ringLines(at, metres, 240)
		for _, piece := range pieces {
			for i, w := range piece {
				if d, _ := geo.Inverse(at, w.LonLat()); math.Abs(d-metres) > 1e-3*math.Max(1, metres*1e-6) {
					t.Fatalf("%v lies %.4f m from the centre, want %.4f", w.LonLat(), d, metres)
				}
				if i > 0 && math.Abs(w.X-piece[i-1].X) > 0.5 {
					t.Fatalf("the ring jumps from %v to %v", piece[i-1], w)
				}
			}
		}
		if len(pieces) > 0 && len(sites) == 0 {
			t.Skip() // all but slivers lies beyond the map
		}
	})
}

func ringScene(at orb.Point, km ...float64) *scene.Scene {
	r := scene.Rings{At: at, Name: "Kyiv"}
	for _, k := range km {
		r.Radii = append(r.Radii, scene.Radius{Metres: k * 1000, Label: "R"})
	}
	return &scene.Scene{Rings: []scene.Rings{r}}
}

// A ring is drawn where its points are: on both sides of the date line too, and
// around a pole.
func TestRingsAreDrawnWhereTheyAre(t *testing.T) {
	for _, c := range []struct {
		name   string
		at     orb.Point
		km     float64
		centre orb.Point // of the view
		across float64   // degrees
	}{
		{"in Europe", orb.Point{30.5, 50.4}, 300, orb.Point{30.5, 50.4}, 20},
		{"across the date line", orb.Point{179.5, 52}, 300, orb.Point{-179.5, 52}, 20},
		{"around the pole", orb.Point{40, 88}, 900, orb.Point{40, 81}, 60},
		{"seen close", orb.Point{30.5, 50.4}, 500, orb.Point{30.5, 54.894}, 0.01},
	} {
		const w, h = 500, 400
		v := geo.View{Center: geo.Project(c.centre), Scale: w * 360 / c.across, Width: w, Height: h}
		dst := image.NewRGBA(image.Rect(0, 0, w, h))
		r := New(nil)
		if _, err := r.Render(context.Background(), dst, Request{View: v, Scene: ringScene(c.at, c.km), PixelRatio: 1}); err != nil {
			t.Fatal(err)
		}
		plain := image.NewRGBA(dst.Rect)
		if _, err := r.Render(context.Background(), plain, Request{View: v, PixelRatio: 1}); err != nil {
			t.Fatal(err)
		}
		seen := 0
		for bearing := 0.0; bearing < 360; bearing += 0.01 {
			p, _ := geo.Direct(c.at, c.km*1000, bearing)
			x, y := v.ToPixel(geo.Project(p))
			if x < 1 || y < 1 || x >= w-1 || y >= h-1 || math.Abs(p[1]) > geo.MaxLatitude {
				continue
			}
			seen++
			if dst.RGBAAt(int(x), int(y)) == plain.RGBAAt(int(x), int(y)) {
				t.Fatalf("%s: nothing is drawn at bearing %.2f (%.0f, %.0f)", c.name, bearing, x, y)
			}
		}
		if seen < 5 {
			t.Errorf("%s: the view shows %d points of the ring; the case is wrong", c.name, seen)
		}
	}
}

// From afar only the widest ring of a centre is labelled, from closer each.
func TestSmallRingsLeaveTheirLabelsOut(t *testing.T) {
	for _, c := range []struct {
		across float64 // degrees
		want   int
	}{{60, 1}, {12, 3}} {
		const w, h = 800, 600
		s := &scene.Scene{Rings: []scene.Rings{{At: orb.Point{30, 50}, Radii: []scene.Radius{
			{Metres: 100e3, Label: "100 km"}, {Metres: 200e3, Label: "200 km"}, {Metres: 300e3, Label: "300 km"},
		}}}}
		d, err := New(nil).lay(image.Rect(0, 0, w, h), Request{
			View:  geo.View{Center: geo.Project(orb.Point{30, 50}), Scale: w * 360 / c.across, Width: w, Height: h},
			Scene: s, PixelRatio: 1,
		}, &Hits{})
		if err != nil {
			t.Fatal(err)
		}
		got := 0
		for _, g := range d.groups {
			if g.name == "labels" {
				got += len(g.items)
			}
		}
		if got != c.want {
			t.Errorf("%v degrees across: %d labels, want %d", c.across, got, c.want)
		}
	}
}
