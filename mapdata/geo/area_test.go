package geo

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func TestGeodesicsAgreeWithTheTestSet(t *testing.T) {
	for _, row := range facts(t, "geodtest.csv") {
		var x [8]float64
		for i := range x {
			x[i] = number(t, row[i])
		}
		a, b := orb.Point{0, x[0]}, orb.Point{x[3], x[2]}
		g := inverse(a, b)
		if math.Abs(g.metres-x[5]) > 1e-6 {
			t.Errorf("%v to %v: %.7f m, want %.7f", a, b, g.metres, x[5])
		}
		// A bearing is worth no more than the ends say. They are given to some nanometres,
		// which, seen from the other end, are that over the reduced length.
		within := 1e-9 + 5e-9/x[6]*180/math.Pi
		if angle(g.bearing, x[1]) > within {
			t.Errorf("%v to %v: bearing %.12f, want %.12f, off by %.2g", a, b, g.bearing, x[1], angle(g.bearing, x[1]))
		}
		to, arriving := Direct(a, x[5], x[1])
		if off, _ := Inverse(to, b); off > 1e-6 {
			t.Errorf("%v m from %v: %v, %.9f m from %v", x[5], a, to, off, b)
		}
		if math.Abs(b[1]) < 89.9 && angle(arriving, x[4]) > 1e-9 {
			t.Errorf("%v m from %v: arriving %.12f, want %.12f", x[5], a, arriving, x[4])
		}
		// What the bearing is uncertain by turns whole lunes of area.
		if tolerance := 0.2 + within*math.Pi/180*2*authalic2; math.Abs(g.under-x[7]) > tolerance {
			t.Errorf("%v to %v: %.2f m² under the line, want %.2f (±%.2g)", a, b, g.under, x[7], tolerance)
		}
	}
}

func TestAreaUnderPublishedLines(t *testing.T) {
	// The last column of the 20 cases that come with GeographicLib.
	want := []float64{
		12841384694976.432, 61674961290615.615, -6637997720646.717, -121287239862139.744, 97825992354058.708,
		-72445258525585.010, -1311796973197.995, 41071447902810.047, -86143460552774.735, -41845309450093.787,
		4198803992123.548, 10024709850277.476, -3935477535005.785, -9919582785894.853, 42667211366919.534,
		10763055294345.653, 74515122850712.444, -2456961531057.857, 17121631423099.696, 104679964020340.318,
	}
	for i, row := range facts(t, "geodesics.csv") {
		a := orb.Point{number(t, row[1]), number(t, row[0])}
		b := orb.Point{number(t, row[4]), number(t, row[3])}
		if g := inverse(a, b); math.Abs(g.under-want[i]) > 0.1 {
			t.Errorf("%v to %v: %.3f m², want %.3f", a, b, g.under, want[i])
		}
	}
}

// corners makes points of latitude and longitude pairs, as the published cases
// give them.
func corners(latLon ...float64) []orb.Point {
	var out []orb.Point
	for i := 0; i < len(latLon); i += 2 {
		out = append(out, orb.Point{latLon[i+1], latLon[i]})
	}
	return out
}

func TestAreaOfPublishedPolygons(t *testing.T) {
	for _, c := range []struct {
		name              string
		corners           []orb.Point
		perimeter, within float64
		area, areaWithin  float64
	}{
		// The tests of GeographicLib's Planimeter.
		{"around the north pole", corners(89, 0, 89, 90, 89, 180, 89, 270), 631819.8745, 1e-4, 24952305678, 1},
		{"around the south pole", corners(-89, 0, -89, 90, -89, 180, -89, 270), 631819.8745, 1e-4, 24952305678, 1},
		{"across the equator", corners(0, -1, -1, 0, 0, 1, 1, 0), 627598.2731, 1e-4, 24619419146, 1},
		{"an octant", corners(90, 0, 0, 0, 0, 90), 30022685, 1, 63758202715511, 1},
		{"over the pole", corners(89, 0.1, 89, 90.1, 89, -179.9), 539297, 1, 12476152838.5, 1},
		{"there and back", corners(9, -0.00000000000001, 9, 180, 9, 0), 36026861, 1, 0, 1},
		{"there and back", corners(9, 0.00000000000001, 9, 0, 9, 180), 36026861, 1, 0, 1},
		{"there and back", corners(9, 0.00000000000001, 9, 180, 9, 0), 36026861, 1, 0, 1},
		{"there and back", corners(9, -0.00000000000001, 9, 0, 9, 180), 36026861, 1, 0, 1},
		{"twice around the pole", corners(89, -360, 89, -240, 89, -120, 89, 0, 89, 120, 89, 240), 1160741, 1, 32415230256, 1},
		// The examples of its manual.
		{"Antarctica", corners(-63.1, -58, -72.9, -74, -71.9, -102, -74.9, -102, -74.3, -131, -77.5, -163,
			-77.4, 163, -71.7, 172, -65.9, 140, -65.7, 113, -66.6, 88, -66.9, 59, -69.8, 25, -70, -4, -71, -14,
			-77.3, -33, -77.9, -46, -74.7, -61), 16831067.893, 1e-3, 13662703680020.1, 1},
		{"one corner", corners(50, 30), 0, 0, 0, 0},
		{"two corners", corners(50, 30, 51, 30), 222515, 100, 0, 0},
		{"none", nil, 0, 0, 0, 0},
	} {
		area, perimeter := Area(c.corners)
		if !(math.Abs(area-c.area) <= c.areaWithin) || !(math.Abs(perimeter-c.perimeter) <= c.within) {
			t.Errorf("%s: %.2f m², %.5f m; want %.2f, %.5f", c.name, area, perimeter, c.area, c.perimeter)
		}
	}
}

// zone gives the area between the equator and a latitude, per radian of longitude,
// by its closed form.
func zone(lat float64) float64 {
	e := math.Sqrt(eccentricity2)
	s := math.Sin(lat * math.Pi / 180)
	return polar * polar / 2 * (s/(1-eccentricity2*s*s) + math.Atanh(e*s)/e)
}

// The area under any line, by following it in many small steps: nothing of the
// series is in it.
func TestAreaUnderALineByQuadrature(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawPoint(t, "a", 80), drawPoint(t, "b", 80)
		g := inverse(a, b)
		if g.metres > 15e6 { // there the longitude runs too fast for even steps
			t.Skip()
		}
		const n = 4000
		sum, before := 0.0, a
		for i := 1; i <= n; i++ {
			p, _ := Direct(a, g.metres*float64(i)/n, g.bearing)
			mid, _ := Direct(a, g.metres*(float64(i)-0.5)/n, g.bearing)
			// Simpson's rule over the longitude, whose own steps are uneven.
			d1 := math.Remainder(mid[0]-before[0], 360) * math.Pi / 180
			d2 := math.Remainder(p[0]-mid[0], 360) * math.Pi / 180
			sum += d1*(zone(before[1])+zone(mid[1]))/2 + d2*(zone(mid[1])+zone(p[1]))/2
			before = p
		}
		if math.Abs(sum-g.under) > 2e-5*ellipsoidArea/8 {
			t.Fatalf("%v to %v: %.0f m² by quadrature, %.0f by the series", a, b, sum, g.under)
		}
	})
}

func TestAreaDoesNotDependOnWhereOneBegins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 8).Draw(t, "n")
		at := drawPoint(t, "centre", 85)
		radius := rapid.Float64Range(1, 4e6).Draw(t, "radius")
		var ring []orb.Point
		for i := range n {
			p, _ := Direct(at, radius, 360*float64(i)/float64(n))
			ring = append(ring, p)
		}
		area, perimeter := Area(ring)
		turned := append(append([]orb.Point(nil), ring[1:]...), ring[0])
		for i, j := 0, n-1; i < j; i, j = i+1, j-1 {
			turned[i], turned[j] = turned[j], turned[i]
		}
		for i := range turned {
			turned[i][0] += 360
		}
		a2, p2 := Area(turned)
		if math.Abs(area-a2) > 1+1e-9*area || math.Abs(perimeter-p2) > 1e-5 {
			t.Fatalf("%v m², %v m one way, %v m², %v m the other", area, perimeter, a2, p2)
		}
		if area <= 0 || area > math.Pi*radius*radius*1.02 {
			t.Fatalf("%v m² in a circle of %v m", area, radius)
		}
		if Crossed(ring) {
			t.Fatal("the sides of a regular polygon cross")
		}
	})
}

func TestCrossedSides(t *testing.T) {
	for _, c := range []struct {
		corners []orb.Point
		want    bool
	}{
		{corners(0, 0, 1, 1, 0, 1, 1, 0), true},
		{corners(0, 0, 0, 1, 1, 1, 1, 0), false},
		{corners(0, 179, 1, -179, 0, -179, 1, 179), true},
		{corners(0, 0, 1, 1, 2, 0), false},
		{corners(89, 0, 89, 180, 89, 90, 89, 270), true},
		{nil, false},
	} {
		if got := Crossed(c.corners); got != c.want {
			t.Errorf("Crossed(%v) = %v", c.corners, got)
		}
	}
}

// A square of 100 m, and of 1 m: nothing is lost in rounding.
func TestAreaOfSmallSquares(t *testing.T) {
	for _, lat := range []float64{0, 30.5, -50.45, 78} {
		for _, side := range []float64{1, 100, 5000} {
			a := orb.Point{179.9999, lat}
			b, arriving := Direct(a, side, 90)
			c, arriving2 := Direct(b, side, arriving-90)
			d, _ := Direct(c, side, arriving2-90)
			area, _ := Area([]orb.Point{a, b, c, d})
			if math.Abs(area-side*side) > 0.1+2e-6*side*side {
				t.Errorf("square of %v m at %v°: %v m²", side, lat, area)
			}
		}
	}
}
