package render

import (
	"image/color"
	"math"

	"sitmap/mapdata/scene"
)

// markSize is the usual diameter of a mark in device-independent pixels.
const markSize = 22

// markKey tells marks apart that look different.
type markKey struct {
	icon     string
	colour   color.NRGBA
	fill     scene.Fill
	size     float32
	selected bool
	theme    *palette
}

// markSymbol draws a mark: a disc that says the kind by its colour and icon, and
// the assessment by its filling.
func markSymbol(k markKey, ics *icons) *symbol {
	s := &symbol{key: k}
	c := k.theme.eventColour(k.colour)
	r := k.size / 2
	unit := k.size / markSize
	disc := func(r float32, paint paint) {
		p := &path{}
		p.circle(0, 0, r, false)
		s.add(p, paint)
	}
	ring := func(outer, width float32, c color.NRGBA) {
		p := &path{}
		p.circle(0, 0, outer, false)
		p.circle(0, 0, outer-width, true)
		s.add(p, plain(c))
	}
	if k.selected {
		disc(r+5*unit, plain(alpha(k.theme.accent, 0.22)))
		ring(r+4.6*unit, 2*unit, k.theme.accent)
	}
	disc(r+1.6*unit, plain(k.theme.paper))
	line := max(1.5, 1.9*unit)
	ink := c
	switch k.fill {
	case scene.Solid:
		disc(r, plain(c))
		ink = k.theme.onColour(c)
	case scene.Hatched:
		disc(r, plain(k.theme.paper))
		p := &path{}
		p.circle(0, 0, r, false)
		s.add(p, paint{colour: alpha(c, 0.42), hatch: hatch{period: 4.2 * unit, width: 1.7 * unit}})
		ring(r, line, c)
		// The icon's surroundings stay clear of the hatch.
		halo := &path{}
		icon, _ := ics.get(k.icon).path(0, 0, k.size*0.6)
		for i := range icon.subs {
			icon.subs[i].closed = true
		}
		var st stroker
		if st.stroke(icon, pen{width: 2.6 * unit}, halo); !halo.empty() {
			s.add(halo, plain(k.theme.paper))
		}
	case scene.Crossed:
		c = mix(c, k.theme.paper, 0.45)
		ink = c
		disc(r, plain(k.theme.paper))
		ring(r, line*0.8, c)
	default:
		disc(r, plain(k.theme.paper))
		ring(r, line, c)
	}
	icon, evenOdd := ics.get(k.icon).path(0, 0, k.size*0.62)
	if !icon.empty() {
		s.parts = append(s.parts, symbolPart{icon, plain(ink), evenOdd})
	}
	if k.fill == scene.Crossed {
		d := r * float32(math.Sqrt2) / 2
		var st stroker
		wide, narrow := &path{}, &path{}
		st.stroke(linePath(point{-d, d}, point{d, -d}), pen{width: 3.6 * unit, round: true}, wide)
		st.stroke(linePath(point{-d, d}, point{d, -d}), pen{width: 1.8 * unit, round: true}, narrow)
		s.add(wide, plain(k.theme.paper))
		s.add(narrow, plain(k.theme.eventText))
	}
	return s
}

type dotKey struct {
	radius  float32
	capital bool
	theme   *palette
}

// citySymbol is a city's dot; a capital's has a ring.
func citySymbol(k dotKey) *symbol {
	s := &symbol{key: k}
	add := func(r float32, c color.NRGBA) {
		p := &path{}
		p.circle(0, 0, r, false)
		s.add(p, plain(c))
	}
	add(k.radius+0.9, k.theme.halo)
	add(k.radius, k.theme.cityDot)
	if k.capital {
		add(k.radius*0.68, k.theme.paper)
		add(k.radius*0.36, k.theme.cityDot)
	}
	return s
}

type endKey struct {
	radius float32
	colour color.NRGBA
	theme  *palette
}

// endSymbol is the small dot at a link's end.
func endSymbol(k endKey) *symbol {
	s := &symbol{key: k}
	add := func(r float32, c color.NRGBA) {
		p := &path{}
		p.circle(0, 0, r, false)
		s.add(p, plain(c))
	}
	add(k.radius*1.55, alpha(k.theme.paper, 0.9))
	add(k.radius, k.colour)
	return s
}
