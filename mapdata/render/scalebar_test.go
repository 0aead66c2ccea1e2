package render

import (
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

func TestScaleBarIsTrueWhereItSaysSo(t *testing.T) {
	for _, c := range []struct {
		name  string
		bound orb.Bound
		want  string // how its text ends; "" for no bar
	}{
		{"a city", orb.Bound{Min: orb.Point{30, 50}, Max: orb.Point{31, 51}}, "0 km"},
		{"a country", orb.Bound{Min: orb.Point{22, 44}, Max: orb.Point{41, 53}}, " at 49° N"},
		{"the south", orb.Bound{Min: orb.Point{-75, -50}, Max: orb.Point{-40, -20}}, " at 36° S"},
		{"the tropics", orb.Bound{Min: orb.Point{0, -30}, Max: orb.Point{40, 30}}, " at the equator"},
		{"the world", orb.Bound{Min: orb.Point{-180, -60}, Max: orb.Point{180, 78}}, ""},
	} {
		v := geo.Fit(c.bound, 1000, 1000, 0)
		m, text, ok := scaleOf(v, 200)
		if ok != (c.want != "") || !strings.HasSuffix(text, c.want) {
			t.Errorf("%s: %q, %v, want %q", c.name, text, ok, c.want)
		}
		if !ok {
			continue
		}
		px := m / v.MetresPerPixel(500)
		a, b := v.FromPixel(500-px/2, 500), v.FromPixel(500+px/2, 500)
		// A great circle is shorter than the parallel that the bar lies on.
		if got, _ := geo.Inverse(a.LonLat(), b.LonLat()); got < m*0.99 || got > m*1.001 || px > 200 || px < 60 {
			t.Errorf("%s: a bar of %v px says %v m but is %v m", c.name, px, m, got)
		}
	}
}

func TestDistancesAreWritten(t *testing.T) {
	for metres, want := range map[float64]string{0.5: "50 cm", 20: "20 m", 5000: "5 km", 5e5: "500 km", 1e6: "1,000 km", 2e6: "2,000 km"} {
		if got := distanceText(metres); got != want {
			t.Errorf("%v m: %q, want %q", metres, got, want)
		}
	}
}
