package look

import (
	"image/color"
	"math"
)

// Contrast is the contrast ratio of two opaque colours, 1 to 21, after WCAG 2.2
// (relative luminance of sRGB).
func Contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// Over is the opaque colour that top gives on an opaque ground.
func Over(top, ground color.NRGBA) color.NRGBA {
	mix := func(t, g uint8) uint8 {
		a := float64(top.A) / 255
		return uint8(math.Round(float64(t)*a + float64(g)*(1-a)))
	}
	return color.NRGBA{R: mix(top.R, ground.R), G: mix(top.G, ground.G), B: mix(top.B, ground.B), A: 0xff}
}

// Readable moves c towards white or black, whichever the ground calls for, until
// it stands out from the ground by the given ratio. A colour that is chosen for
// light paper is thereby fit for a dark window, and keeps its hue.
func Readable(c, ground color.NRGBA, ratio float64) color.NRGBA {
	end := color.NRGBA{A: 0xff}
	if luminance(ground) < 0.18 {
		end = color.NRGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}
	}
	c.A = 0xff
	for step := 0; step <= 20; step++ {
		end.A = uint8(step * 255 / 20)
		if try := Over(end, c); Contrast(try, ground) >= ratio {
			return try
		}
	}
	end.A = 0xff
	return end
}

func luminance(c color.NRGBA) float64 {
	lin := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}
