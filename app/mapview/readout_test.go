package mapview

import (
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/mapdata/render"
)

func TestRoundLength(t *testing.T) {
	for limit, want := range map[float64]float64{1: 1, 1.9: 1, 2: 2, 4.99: 2, 5: 5, 999: 500, 123456: 100000, 0.3: 0.2} {
		if got := render.RoundLength(limit); !near(got, want, want*1e-9) {
			t.Errorf("roundLength(%v) = %v, want %v", limit, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.Float64Range(0.01, 4e7).Draw(t, "limit")
		if got := render.RoundLength(limit); got > limit*(1+1e-9) || got < limit/2.6 {
			t.Fatalf("roundLength(%v) = %v", limit, got)
		}
	})
	for _, bad := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if got := render.RoundLength(bad); got != 1 {
			t.Errorf("roundLength(%v) = %v", bad, got)
		}
	}
}

func TestScaleBarIsTrue(t *testing.T) {
	d := newDesk(t)
	for _, b := range []orb.Bound{
		{Min: orb.Point{30.4, 50.3}, Max: orb.Point{30.7, 50.5}},
		{Min: orb.Point{20, 44}, Max: orb.Point{40, 53}},
		{Min: orb.Point{-80, 20}, Max: orb.Point{60, 65}},
	} {
		d.m.FitTo(b)
		r := d.m.parts.readout
		if wide := b.Max[1]-b.Min[1] > 5; wide {
			if r.scale.Text != "" || r.bar.Visible() {
				t.Errorf("%v: a bar says %q where the scale varies by more than a tenth", b, r.scale.Text)
			}
			continue
		}
		number, unit, _ := strings.Cut(r.scale.Text, " ")
		metres := map[string]float64{"m": 1, "km": 1000}[unit] * atof(t, strings.ReplaceAll(number, ",", ""))
		want := metres / d.m.view.MetresPerPixel(deskHeight/2)
		if !near(float64(r.length), want, 0.01) || r.length > barLimit || r.length < barLimit/3 {
			t.Errorf("%v: %q is %v long, want %v", b, r.scale.Text, r.length, want)
		}
	}
}

func TestLengthText(t *testing.T) {
	for metres, want := range map[float64]string{0.5: "50 cm", 20: "20 m", 500: "500 m", 2000: "2 km", 500000: "500 km", 1e6: "1,000 km", 2e6: "2,000 km"} {
		if got := render.LengthText(metres); got != want {
			t.Errorf("%v m: %q, want %q", metres, got, want)
		}
	}
}

func TestDegreesTextIsAsExactAsAPixel(t *testing.T) {
	p := orb.Point{30.523812345, -50.4547}
	for pixel, want := range map[float64]string{
		1.4: "-50.5, 30.5", 0.05: "-50.45, 30.52", 0.0001: "-50.4547, 30.5238", 1e-9: "-50.454700, 30.523812",
	} {
		if got := degreesText(p, pixel); got != want {
			t.Errorf("a pixel of %v°: %q, want %q", pixel, got, want)
		}
	}
}

func TestDegreesTextHasNoNegativeZero(t *testing.T) {
	for p, want := range map[orb.Point]string{
		{-0.02, 56.8}: "56.8, 0.0", {-0.05, -0.049}: "0.0, 0.0", {-0.06, 0.06}: "0.1, -0.1", {math.Copysign(0, -1), -3}: "-3.0, 0.0",
	} {
		if got := degreesText(p, 1); got != want {
			t.Errorf("%v: %q, want %q", p, got, want)
		}
	}
}

func atof(t *testing.T, s string) float64 {
	t.Helper()
	v := 0.0
	for _, r := range s {
		v = v*10 + float64(r-'0')
	}
	return v
}
