package render

import (
	"image/color"
	"math"
	"slices"
	"testing"
)

// What the heat map looks like on a ground goes one way in lightness, in steps that look
// alike, so that it is read in grey and by those who see no hues.
func TestHeatGoesEvenlyFromFewToMany(t *testing.T) {
	for _, theme := range []Theme{Light, Dark, Print} {
		p := theme.palette()
		ramp := heatRamps()[p]
		for name, ground := range map[string]color.NRGBA{"land": p.land[0], "sea": p.sea} {
			light := make([]float64, 256)
			for i, v := range ramp {
				c := unmixed(v)
				blend := func(a, b uint8) uint8 {
					return uint8(math.Round(float64(a) + (float64(b)-float64(a))*float64(c.A)/255))
				}
				light[i], _, _ = toOKLab(color.NRGBA{blend(ground.R, c.R), blend(ground.G, c.G), blend(ground.B, c.B), 255})
			}
			whole := light[255] - light[0]
			if math.Abs(whole) < 0.35 {
				t.Errorf("%s, on %s: the ramp covers a lightness of %.2f only", theme, name, whole)
			}
			const part = 32
			for i := part; i < 256; i += part {
				step := (light[i] - light[i-part]) / whole * 255 / part
				if step < 0.25 || step > 2.2 {
					t.Errorf("%s, on %s: between %d and %d it changes %.2f times as much as on average", theme, name, i-part, i, step)
				}
			}
		}
	}
}

func TestHeatsLegendCounts(t *testing.T) {
	for most, want := range map[float64][]float64{1: {1}, 5: {5, 1}, 10: {10, 1}, 200: {200, 100, 10, 1}, 10_000: {10_000, 1000, 100, 10, 1}} {
		if got := heatTicks(most); !slices.Equal(got, want) {
			t.Errorf("up to %v: %v, want %v", most, got, want)
		}
	}
}
