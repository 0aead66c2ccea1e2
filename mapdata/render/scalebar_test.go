package render

import (
	"image"
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// TestScaleBarIsTrueOrLeftOut: a bar is as long as it says at the middle of the map,
// and there is none where the scale varies by more than a tenth.
func TestScaleBarIsTrueOrLeftOut(t *testing.T) {
	all := geo.Projections()
	for _, c := range []struct {
		name  string
		bound orb.Bound
		with  []geo.Projection // that have a bar
	}{
		{"a city", orb.Bound{Min: orb.Point{30, 50}, Max: orb.Point{31, 51}}, all},
		{"a country", orb.Bound{Min: orb.Point{22, 44}, Max: orb.Point{41, 53}}, []geo.Projection{geo.Conic, geo.EqualArea}},
		{"Europe", orb.Bound{Min: orb.Point{-10, 36}, Max: orb.Point{40, 70}}, []geo.Projection{geo.Conic, geo.EqualArea}},
		{"about the equator", orb.Bound{Min: orb.Point{10, -10}, Max: orb.Point{30, 10}}, all},
		{"Arctic", orb.Bound{Min: orb.Point{-180, 70}, Max: orb.Point{180, 90}}, []geo.Projection{geo.Conic, geo.EqualArea}},
		{"the world", orb.Bound{Min: orb.Point{-180, -60}, Max: orb.Point{180, 78}}, nil},
	} {
		for _, p := range all {
			req := Request{View: geo.Fit(c.bound, 1000, 1000, 0), Projection: p, Bound: c.bound, PixelRatio: 1}
			f := req.frame(req.View, image.Rect(100, 50, 1100, 1050))
			m, _, ok := scaleOf(f, 200)
			if want := slices.Contains(c.with, p); ok != want {
				t.Errorf("%s, %v: bar %v, want %v", c.name, p, ok, want)
				continue
			}
			if !ok {
				continue
			}
			perMetre, _ := f.barScale()
			px := m * perMetre
			a, okA := f.lonLat(600-px/2, 550)
			b, okB := f.lonLat(600+px/2, 550)
			// A great circle is shorter than the parallel that the bar may lie on.
			if got, _ := geo.Inverse(a, b); !okA || !okB || got < m*0.99 || got > m*1.01 || px > 200 || px < 60 {
				t.Errorf("%s, %v: a bar of %v px says %v m but is %v m", c.name, p, px, m, got)
			}
		}
	}
}

// What lies beyond the poles in a very tall picture says nothing of how the scale varies.
func TestATallWorldHasNoScaleBar(t *testing.T) {
	for _, p := range geo.Projections() {
		bound := orb.Bound{Min: orb.Point{-180, -60}, Max: orb.Point{180, 78}}
		req := Request{View: geo.Fit(bound, 200, 3000, 0), Projection: p, Bound: bound, PixelRatio: 1}
		f := req.frame(oneWorld(req.View), image.Rect(0, 0, 200, 3000))
		if _, text, ok := scaleOf(f, 100); ok {
			t.Errorf("%v: a bar says %s", p, text)
		}
	}
}

func TestNorthIsFound(t *testing.T) {
	rect := image.Rect(20, 10, 820, 610)
	for _, c := range []struct {
		name  string
		p     geo.Projection
		bound orb.Bound
		up    bool
	}{
		{"Mercator", geo.WebMercator, orb.Bound{Min: orb.Point{-10, 36}, Max: orb.Point{40, 70}}, true},
		{"equirectangular", geo.Equirectangular, orb.Bound{Min: orb.Point{-180, -60}, Max: orb.Point{180, 78}}, true},
		{"a town on a cone", geo.Conic, orb.Bound{Min: orb.Point{30, 50}, Max: orb.Point{31, 51}}, true},
		{"Europe on a cone", geo.Conic, orb.Bound{Min: orb.Point{-10, 36}, Max: orb.Point{40, 70}}, false},
		{"Arctic", geo.EqualArea, orb.Bound{Min: orb.Point{-180, 60}, Max: orb.Point{180, 90}}, false},
	} {
		req := Request{View: geo.Fit(c.bound, 800, 600, 0), Projection: c.p, Bound: c.bound, PixelRatio: 1}
		f := req.frame(req.View, rect)
		if got := f.northUp(); got != c.up {
			t.Errorf("%s: north is up %v", c.name, got)
		}
		// A little further along it lies further north, at the same longitude.
		for _, at := range []point{{420, 300}, {100, 200}, {700, 500}} {
			n, ok := f.northAt(at)
			if !ok {
				if c.name != "Arctic" {
					t.Errorf("%s: no north at %v", c.name, at)
				}
				continue
			}
			a, _ := f.lonLat(float64(at.x), float64(at.y))
			b, _ := f.lonLat(float64(at.x+n.x), float64(at.y+n.y))
			if b[1] <= a[1] || math.Abs(math.Remainder(b[0]-a[0], 360))*math.Cos(a[1]*math.Pi/180) > (b[1]-a[1])/20 {
				t.Errorf("%s: from %v north is %v, which leads to %v", c.name, a, n, b)
			}
		}
	}
}

func TestDistancesAreWritten(t *testing.T) {
	for metres, want := range map[float64]string{0.5: "50 cm", 20: "20 m", 5000: "5 km", 5e5: "500 km", 1e6: "1,000 km", 2e6: "2,000 km"} {
		if got := LengthText(metres); got != want {
			t.Errorf("%v m: %q, want %q", metres, got, want)
		}
	}
}
