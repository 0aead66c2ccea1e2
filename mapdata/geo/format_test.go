package geo

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestRoundLength(t *testing.T) {
	for limit, want := range map[float64]float64{1: 1, 1.9: 1, 2: 2, 4.99: 2, 5: 5, 999: 500, 123456: 100000, 0.3: 0.2} {
		if got := RoundLength(limit); math.Abs(got-want) > want*1e-9 {
			t.Errorf("RoundLength(%v) = %v, want %v", limit, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.Float64Range(0.01, 4e7).Draw(t, "limit")
		if got := RoundLength(limit); got > limit*(1+1e-9) || got < limit/2.6 {
			t.Fatalf("RoundLength(%v) = %v", limit, got)
		}
	})
	for _, bad := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if got := RoundLength(bad); got != 1 {
			t.Errorf("RoundLength(%v) = %v", bad, got)
		}
	}
}

func TestRoundLengthsAreWritten(t *testing.T) {
	for metres, want := range map[float64]string{0.5: "50 cm", 20: "20 m", 500: "500 m", 2000: "2 km", 500000: "500 km", 1e6: "1,000 km", 2e6: "2,000 km"} {
		if got := FormatRoundLength(metres); got != want {
			t.Errorf("%v m: %q, want %q", metres, got, want)
		}
	}
}
