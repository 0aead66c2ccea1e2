package render

import (
	"image/color"
	"math"

	"sitmap/mapdata/scene"
)

// kindShape is the shape of a kind: its own, that of its icon, or one by its place in
// a list.
func kindShape(k scene.KindStyle, place int) scene.Shape {
	if k.Shape != scene.AnyShape {
		return k.Shape
	}
	if s := scene.IconShape(k.Icon); s != scene.AnyShape {
		return s
	}
	return scene.Shape(1 + place%scene.Shapes)
}

// shapePath is a shape around (0, 0), of about the area of a circle of radius r.
func shapePath(s scene.Shape, r float32) *path {
	p := &path{}
	polygon := func(n int, r float32, start float64) {
		for i := range n {
			sin, cos := math.Sincos(start + 2*math.Pi*float64(i)/float64(n))
			p.add(r*float32(cos), r*float32(sin))
		}
		p.end(true)
	}
	star := func(n int, outer, inner float32) {
		for i := range 2 * n {
			at := outer
			if i%2 == 1 {
				at = inner
			}
			sin, cos := math.Sincos(-math.Pi/2 + math.Pi*float64(i)/float64(n))
			p.add(at*float32(cos), at*float32(sin))
		}
		p.end(true)
	}
	corners := func(scale float32, xy ...float32) {
		for i := 0; i < len(xy); i += 2 {
			p.add(xy[i]*scale, xy[i+1]*scale)
		}
		p.end(true)
	}
	const up, right = -math.Pi / 2, 0.0
	switch s {
	case scene.Square:
		polygon(4, 1.24*r, math.Pi/4)
	case scene.Triangle:
		corners(r, 0, -1.3, 1.3, 0.95, -1.3, 0.95)
	case scene.TriangleDown:
		corners(r, 0, 1.3, -1.3, -0.95, 1.3, -0.95)
	case scene.Diamond:
		polygon(4, 1.3*r, up)
	case scene.Star:
		star(5, 1.42*r, 0.66*r)
	case scene.Spark:
		star(4, 1.5*r, 0.58*r)
	case scene.Plus:
		corners(r, -0.45, -1.2, 0.45, -1.2, 0.45, -0.45, 1.2, -0.45, 1.2, 0.45, 0.45, 0.45,
			0.45, 1.2, -0.45, 1.2, -0.45, 0.45, -1.2, 0.45, -1.2, -0.45, -0.45, -0.45)
	case scene.Cross:
		corners(r, 0, -0.6, 0.62, -1.2, 1.2, -0.62, 0.6, 0, 1.2, 0.62, 0.62, 1.2,
			0, 0.6, -0.62, 1.2, -1.2, 0.62, -0.6, 0, -1.2, -0.62, -0.62, -1.2)
	case scene.Hexagon:
		polygon(6, 1.12*r, right)
	case scene.Pentagon:
		polygon(5, 1.18*r, up)
	case scene.Bar:
		corners(r, -1.3, -0.6, 1.3, -0.6, 1.3, 0.6, -1.3, 0.6)
	case scene.Hourglass:
		corners(r, -1.05, -1.15, 1.05, -1.15, 0.35, 0, 1.05, 1.15, -1.05, 1.15, -0.35, 0)
	case scene.Pointer:
		corners(r, -1.3, -0.42, 0.05, -0.42, 0.05, -1.2, 1.35, 0, 0.05, 1.2, 0.05, 0.42, -1.3, 0.42)
	case scene.Bubble:
		corners(r, -1.2, -1.15, 1.2, -1.15, 1.2, 0.5, 0.05, 0.5, -0.95, 1.5, -0.75, 0.5, -1.2, 0.5)
	case scene.Pause:
		corners(r, -1.2, -1.2, -0.2, -1.2, -0.2, 1.2, -1.2, 1.2)
		corners(r, 0.2, -1.2, 1.2, -1.2, 1.2, 1.2, 0.2, 1.2)
	case scene.Halves:
		for _, turn := range []float64{0, math.Pi} {
			const n = 12
			gap := 0.24 * r
			if turn > 0 {
				gap = -gap
			}
			for i := range n + 1 {
				sin, cos := math.Sincos(turn + math.Pi*float64(i)/n)
				p.add(1.05*r*float32(cos), gap+0.98*r*float32(sin))
			}
			p.end(true)
		}
	case scene.House:
		corners(r, 0, -1.25, 1.05, -0.25, 1.05, 1.05, -1.05, 1.05, -1.05, -0.25)
	default:
		p.circle(0, 0, r, false)
	}
	return p
}

// shapeKey tells small symbols apart that look different.
type shapeKey struct {
	shape  scene.Shape
	colour color.NRGBA
	fill   scene.Fill
	size   float32
	theme  *palette
}

// unknownShape is the key of a small symbol whose measure is not known.
type unknownShape struct{ shapeKey }

// crossedPale is how far what was retracted fades into the paper.
const crossedPale = 0.3

// shapeSymbol draws a small symbol: a shape that says the kind, with its colour,
// filled as the assessment has it. An icon would not be read at ten pixels.
func shapeSymbol(k shapeKey) *symbol {
	s := &symbol{key: k}
	c := k.theme.eventColour(k.colour)
	r := k.size / 2
	unit := max(0.7, min(1.4, k.size/11))
	body := shapePath(k.shape, r-0.5*unit)
	line := func(p *path, width float32, c color.NRGBA) {
		var st stroker
		out := &path{}
		st.stroke(p, pen{width: width, round: true}, out)
		s.add(out, plain(c))
	}
	// A rim of the paper's colour sets overlapping symbols apart.
	line(body, 2.2*unit, k.theme.paper)
	switch k.fill {
	case scene.Hollow:
		s.add(body, plain(k.theme.paper))
		line(body, 1.5*unit, c)
	case scene.Hatched:
		s.add(body, plain(k.theme.paper))
		s.add(body, paint{colour: c, hatch: hatch{period: 3.6 * unit, width: 1.6 * unit}})
		line(body, 1.1*unit, c)
	case scene.Crossed:
		s.add(body, plain(k.theme.paper))
		line(body, 1.2*unit, mix(c, k.theme.paper, crossedPale))
		line(linePath(point{-r, r}, point{r, -r}), 2.8*unit, k.theme.paper)
		line(linePath(point{-r, r}, point{r, -r}), 1.3*unit, k.theme.eventText)
	default:
		s.add(body, plain(c))
	}
	return s
}

// notKnown adds a dotted ring: what sizes the symbol is not known, which is not 0.
func (s *symbol) notKnown(radius, unit float32, c color.NRGBA, theme *palette) {
	ring := &path{}
	ring.circle(0, 0, radius, false)
	// As many dots as fit evenly.
	around := 2 * math.Pi * float64(radius)
	step := float32(around / math.Max(8, math.Round(around/float64(3.4*unit))))
	for _, p := range []struct {
		pen    pen
		colour color.NRGBA
	}{
		{pen{width: 2.4 * unit}, theme.paper},
		{pen{width: 1.1 * unit, dash: []float32{step / 2, step / 2}}, c},
	} {
		var st stroker
		out := &path{}
		st.stroke(ring, p.pen, out)
		s.add(out, plain(p.colour))
	}
}

func (s *symbols) shape(k shapeKey) *symbol {
	return s.get(k, func() *symbol { return shapeSymbol(k) })
}

// unknown is a small symbol whose measure is not known.
func (s *symbols) unknown(k shapeKey) *symbol {
	return s.get(unknownShape{k}, func() *symbol {
		y := shapeSymbol(k)
		y.key = unknownShape{k}
		unit := max(0.7, min(1.4, k.size/11))
		y.notKnown(k.size*0.65+1.2*unit, unit, k.theme.eventColour(k.colour), k.theme)
		return y
	})
}
