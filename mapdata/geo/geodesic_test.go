package geo

import (
	"bufio"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// facts reads a table of testdata: fields separated by commas, # for comments.
func facts(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows [][]string
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := strings.TrimSpace(s.Text()); line != "" && line[0] != '#' {
			rows = append(rows, strings.Split(line, ","))
		}
	}
	if len(rows) == 0 {
		t.Fatalf("%s holds no facts", name)
	}
	return rows
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// angle is the difference of two bearings or longitudes in degrees.
func angle(a, b float64) float64 { return math.Abs(math.Remainder(a-b, 360)) }

func TestGeodesicsAgreeWithPublishedOnes(t *testing.T) {
	for _, row := range facts(t, "geodesics.csv") {
		var x [7]float64
		for i := range x {
			x[i] = number(t, row[i])
		}
		a, b := orb.Point{x[1], x[0]}, orb.Point{x[4], x[3]}
		m, bearing := Inverse(a, b)
		if math.Abs(m-x[6]) > 1e-6 || angle(bearing, x[2]) > 1e-10 {
			t.Errorf("Inverse(%v, %v) = %.9f m, %.12f°; want %.9f, %.12f", a, b, m, bearing, x[6], x[2])
		}
		to, arriving := Direct(a, x[6], x[2])
		if math.Abs(to[1]-b[1]) > 1e-11 || angle(to[0], b[0]) > 1e-11 || angle(arriving, x[5]) > 1e-10 {
			t.Errorf("Direct(%v, %v, %v) = %v, %v; want %v, %v", a, x[6], x[2], to, arriving, b, x[5])
		}
	}
}

// Cases that are known to be hard: nearly opposite points, the equator, poles,
// very short lines.
func TestInverseInHardCases(t *testing.T) {
	for _, c := range []struct {
		lat1, lon1, lat2, lon2 float64
		metres, within         float64
		bearing                float64 // NaN: not checked
	}{
		{-30, 0, 29.9, 179.8, 19989832.827610, 1e-6, 161.890524736}, // Karney 2013, table 5
		{88.202499451857, 0, -88.202499451857, 179.981022032992859592, 20003898.214, 5e-4, math.NaN()},
		{89.262080389218, 0, -89.262080389218, 179.992207982775375662, 20003925.854, 5e-4, math.NaN()},
		{89.333123580033, 0, -89.333123580032997687, 179.99295812360148422, 20003926.881, 5e-4, math.NaN()},
		{56.320923501171, 0, -56.320923501171, 179.664747671772880215, 19993558.287, 5e-4, math.NaN()},
		{52.784459512564, 0, -52.784459512563990912, 179.634407464943777557, 19991596.095, 5e-4, math.NaN()},
		{48.522876735459, 0, -48.52287673545898293, 179.599720456223079643, 19989144.774, 5e-4, math.NaN()},
		{36.493349428792, 0, 36.49334942879201, 0.0000008, 0.072, 5e-4, math.NaN()},
		{0, 0, 0, 179, 19926188.852, 1e-3, 90},
		{0, 0, 0, 179.5, 19980861.902, 1e-2, 55.96650},
		{0, 0, 0, 180, 20003931.459, 1e-3, 0},
		{0, 0, 1, 180, 19893357, 0.5, 0},
		{0, 539, 0, 181, 222638.98, 0.01, 90},
		{90, 10, -90, 77, 20003931.459, 1e-3, math.NaN()},
		{90, 10, 0, 77, 10001965.729, 1e-3, math.NaN()},
		{50, 30, 50, 30, 0, 0, 0},
		{40.6, -73.8, 49.01666667, 2.55, 5853226, 0.5, 53.47022},
	} {
		m, b := Inverse(orb.Point{c.lon1, c.lat1}, orb.Point{c.lon2, c.lat2})
		if !(math.Abs(m-c.metres) <= c.within) {
			t.Errorf("from %v %v to %v %v: %.6f m, want %.6f", c.lat1, c.lon1, c.lat2, c.lon2, m, c.metres)
		}
		if !math.IsNaN(c.bearing) && angle(b, c.bearing) > 1e-5 {
			t.Errorf("from %v %v to %v %v: bearing %.6f, want %.6f", c.lat1, c.lon1, c.lat2, c.lon2, b, c.bearing)
		}
	}
}

func drawPoint(t *rapid.T, name string, maxLat float64) orb.Point {
	return orb.Point{
		rapid.Float64Range(-180, 179.999999).Draw(t, name+" lon"),
		rapid.Float64Range(-maxLat, maxLat).Draw(t, name+" lat"),
	}
}

func TestDirectUndoesInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawPoint(t, "a", 89.9), drawPoint(t, "b", 89.9)
		m, bearing := Inverse(a, b)
		got, _ := Direct(a, m, bearing)
		if d, _ := Inverse(got, b); d > 1e-4 {
			t.Fatalf("%.9f m at %.9f° from %v is %v, %.6f m from %v", m, bearing, a, got, d, b)
		}
		if back, _ := Inverse(b, a); math.Abs(back-m) > 1e-6 {
			t.Fatalf("%v m there and %v m back", m, back)
		}
	})
}

func BenchmarkInverse(b *testing.B) {
	for b.Loop() {
		Inverse(orb.Point{30.52, 50.45}, orb.Point{-77.04, 38.9})
	}
}
