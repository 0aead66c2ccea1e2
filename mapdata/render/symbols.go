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

// unknownMark is the key of a mark whose measure is not known.
type unknownMark struct{ markKey }

// smallMark is the diameter, in pixels, below which an icon in a disc cannot be read:
// the shape that stands for it is drawn instead.
const smallMark = 15

// markSymbol draws a mark: a disc that says the kind by its colour and icon, and
// the assessment by its filling; or, where that would be too small, its shape.
func markSymbol(k markKey, ics *icons) *symbol {
	s := &symbol{key: k}
	c := k.theme.eventColour(k.colour)
	r := k.size / 2
	if shape := scene.IconShape(k.icon); shape != scene.AnyShape && k.size < smallMark {
		if k.selected {
			s.selection(r+1, 0.8, k.theme)
		}
		s.parts = append(s.parts, shapeSymbol(shapeKey{shape, k.colour, k.fill, k.size, k.theme}).parts...)
		return s
	}
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
		s.selection(r, unit, k.theme)
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
		s.add(p, paint{colour: alpha(c, 0.6), hatch: hatch{period: max(3.6, 4.4*unit), width: max(1.4, 1.8*unit)}})
		s.dashedRing(r-line/2, line, c)
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
		c = mix(c, k.theme.paper, crossedPale)
		ink = c
		disc(r, plain(k.theme.paper))
		ring(r, line*0.8, c)
	default:
		disc(r, plain(k.theme.paper))
		ring(r, line, c)
	}
	share := float32(0.62)
	if k.size < 18 { // each pixel tells
		share = 0.68
	}
	icon, evenOdd := ics.get(k.icon).path(0, 0, k.size*share)
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

// dashedRing adds a ring of dashes, as lines and areas that are disputed have: between
// a ring and its icon there is little room for a hatch.
func (s *symbol) dashedRing(r, width float32, c color.NRGBA) {
	ring, out := &path{}, &path{}
	ring.circle(0, 0, r, false)
	step := float32(2 * math.Pi * float64(r) / 8)
	var st stroker
	st.stroke(ring, pen{width: width, dash: []float32{step * 0.66, step * 0.34}}, out)
	s.add(out, plain(c))
}

// selection adds the ring around a selected symbol of a radius.
func (s *symbol) selection(r, unit float32, theme *palette) {
	glow, ring := &path{}, &path{}
	glow.circle(0, 0, r+5*unit, false)
	ring.circle(0, 0, r+4.6*unit, false)
	ring.circle(0, 0, r+2.6*unit, true)
	s.add(glow, plain(alpha(theme.accent, 0.22)))
	s.add(ring, plain(theme.accent))
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
