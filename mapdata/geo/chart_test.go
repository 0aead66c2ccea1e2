package geo

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// bounds that pictures are made of.
func someBounds() map[string]orb.Bound {
	return map[string]orb.Bound{
		"world":       {Min: orb.Point{-180, -60}, Max: orb.Point{180, 78}},
		"calls":       {Min: orb.Point{-80, 20}, Max: orb.Point{60, 65}},
		"Ukraine":     {Min: orb.Point{22, 44}, Max: orb.Point{41, 53}},
		"Bering":      {Min: orb.Point{165, 50}, Max: orb.Point{-160, 72}},
		"Arctic":      {Min: orb.Point{-180, 60}, Max: orb.Point{180, 90}},
		"Antarctica":  {Min: orb.Point{-180, -90}, Max: orb.Point{180, -62}},
		"equator":     {Min: orb.Point{-20, -25}, Max: orb.Point{60, 25}},
		"south":       {Min: orb.Point{-75, -56}, Max: orb.Point{-40, -20}},
		"whole globe": {Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}},
	}
}

// TestAllOfABoundIsSeen: every place of it stands in the picture, and the picture is
// no larger than need be.
func TestAllOfABoundIsSeen(t *testing.T) {
	for name, b := range someBounds() {
		for _, p := range Projections() {
			c := FitChart(p, b, 800, 450, 20)
			east := b.Max[0]
			if east < b.Min[0] {
				east += 360
			}
			x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
			for i := range 101 {
				for j := range 101 {
					lat := b.Min[1] + (b.Max[1]-b.Min[1])*float64(j)/100
					at, ok := c.ToPixel(orb.Point{b.Min[0] + (east-b.Min[0])*float64(i)/100, lat})
					if !ok {
						if p == WebMercator && math.Abs(lat) > MaxLatitude || p == Conic && math.Abs(lat) > 84 {
							continue // they have no poles, or only one
						}
						t.Errorf("%s, %v: latitude %v is not drawn", name, p, lat)
						continue
					}
					x0, y0, x1, y1 = math.Min(x0, at.X), math.Min(y0, at.Y), math.Max(x1, at.X), math.Max(y1, at.Y)
				}
			}
			if x0 < 19.4 || y0 < 19.4 || x1 > 780.6 || y1 > 430.6 {
				t.Errorf("%s, %v: it reaches from %.1f, %.1f to %.1f, %.1f", name, p, x0, y0, x1, y1)
			}
			if x1-x0 < 720 && y1-y0 < 390 {
				t.Errorf("%s, %v: it is only %.1f × %.1f large", name, p, x1-x0, y1-y0)
			}
		}
	}
}

// TestPixelsAndPlaces: a pixel's place stands at that pixel, and lies within reach.
func TestPixelsAndPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := someChart(t)
		// Just on the edge a place may stand on either side of the map.
		x, y := rapid.Float64Range(0.01, float64(c.Width)-0.01).Draw(t, "x"), rapid.Float64Range(0, float64(c.Height)).Draw(t, "y")
		p, ok := c.FromPixel(x, y)
		if !ok {
			return
		}
		at, ok := c.ToPixel(p)
		if !ok || math.Hypot(at.X-x, at.Y-y) > 0.01 {
			t.Fatalf("%v of %v, %v stands at %v, %v", p, x, y, at, ok)
		}
		r := c.Reach(0)
		r.Min.X, r.Max.X = r.Min.X-2*slit, r.Max.X+2*slit
		if w := ProjectFar(p); !r.Contains(w.Near((r.Min.X + r.Max.X) / 2)) {
			t.Fatalf("%v (%v) is in the picture but not within reach %v", p, w, r)
		}
	})
}

func someChart(t *rapid.T) *Chart {
	var names []string
	for name := range someBounds() {
		names = append(names, name)
	}
	// A map has no order.
	names = sortedStrings(names)
	b := someBounds()[rapid.SampledFrom(names).Draw(t, "bound")]
	p := rapid.SampledFrom(Projections()).Draw(t, "projection")
	return FitChart(p, b, 400, 250, 0).Resize(rapid.IntRange(100, 500).Draw(t, "width"), 300)
}

func TestASinglePlaceIsShownWithItsCity(t *testing.T) {
	for _, p := range Projections() {
		c := FitChart(p, orb.Bound{Min: orb.Point{30.5, 50.4}, Max: orb.Point{30.5, 50.4}}, 800, 600, 0)
		a, okA := c.FromPixel(0, 300)
		b, okB := c.FromPixel(800, 300)
		d, _ := Inverse(a, b)
		if !okA || !okB || d < 30e3 || d > 150e3 {
			t.Errorf("%v: the picture is %v m wide", p, d)
		}
	}
}

func TestUnusableBoundsShowTheWorld(t *testing.T) {
	for _, b := range []orb.Bound{
		{Min: orb.Point{0, 1}, Max: orb.Point{0, -1}},
		{Min: orb.Point{math.NaN(), 0}, Max: orb.Point{1, 1}},
		{Min: orb.Point{0, 0}, Max: orb.Point{math.Inf(1), 1}},
	} {
		for _, p := range Projections() {
			c := FitChart(p, b, 800, 600, 0)
			if at, ok := c.ToPixel(orb.Point{30, 50}); !ok || !(at.X > 0 && at.X < 800 && at.Y > 0 && at.Y < 600) {
				t.Errorf("%v, %v: Kyiv stands at %v", b, p, at)
			}
		}
	}
}
