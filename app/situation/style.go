package situation

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"sitmap/mapdata/scene"
	"sitmap/store"
)

// fallbackColour is that of kinds without a readable colour of their own.
var fallbackColour = color.NRGBA{0x52, 0x5d, 0x6b, 0xff}

// kindColour reads a kind's colour, #rrggbb on a light map, and lightens it for a
// dark one.
func kindColour(k store.Kind, dark bool) color.NRGBA {
	c := fallbackColour
	if s := strings.TrimPrefix(k.Colour, "#"); len(s) == 6 {
		if v, err := strconv.ParseUint(s, 16, 32); err == nil {
			c = color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}
		}
	}
	if dark {
		c = lighten(c)
	}
	return c
}

// darkLuminance is the relative luminance (WCAG 2) that a colour needs for a
// contrast of 5 to 1 on the dark map's land, which has about 0.02.
const darkLuminance = 0.30

// lighten mixes a colour with white until it stands out from a dark map; the
// mixture keeps the hue, so the kind is still known by it.
func lighten(c color.NRGBA) color.NRGBA {
	mix := func(t float64) color.NRGBA {
		f := func(v uint8) uint8 { return uint8(math.Round(float64(v) + (255-float64(v))*t)) }
		return color.NRGBA{f(c.R), f(c.G), f(c.B), c.A}
	}
	lo, hi := 0.0, 1.0
	if luminance(c) >= darkLuminance {
		return c
	}
	for range 12 {
		if mid := (lo + hi) / 2; luminance(mix(mid)) < darkLuminance {
			lo = mid
		} else {
			hi = mid
		}
	}
	return mix(hi)
}

// luminance is the relative luminance of WCAG 2.
func luminance(c color.NRGBA) float64 {
	f := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*f(c.R) + 0.7152*f(c.G) + 0.0722*f(c.B)
}

// muted is a colour for what did not take place: grey, with a trace of the kind.
func muted(c color.NRGBA) color.NRGBA {
	g := 0.2126*float64(c.R) + 0.7152*float64(c.G) + 0.0722*float64(c.B)
	f := func(v uint8) uint8 { return uint8(math.Round(0.25*float64(v) + 0.75*g)) }
	return color.NRGBA{f(c.R), f(c.G), f(c.B), c.A}
}

// fill shows how far an event is believed, where that is shown; what was retracted
// never looks as if it still held.
func (b *builder) fill(e store.Event) scene.Fill {
	if f := fillOf(e.Assessment); b.o.Encode.Has(ByAssessment) || f == scene.Crossed {
		return f
	}
	return scene.Solid
}

func fillOf(a store.Assessment) scene.Fill {
	switch a {
	case store.Corroborated, store.Confirmed:
		return scene.Solid
	case store.Disputed:
		return scene.Hatched
	case store.Retracted:
		return scene.Crossed
	default:
		return scene.Hollow
	}
}
