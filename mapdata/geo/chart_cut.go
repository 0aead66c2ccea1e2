package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Ring gives the pieces of a closed outline that are near the picture, as closed
// outlines in pixels: cut at the projection's edges and at a margin, in pixels, around
// the picture, with corners put in where straight lines of the map are curves. Filled
// together, by either rule, they fill what the outline encloses in the picture. The
// last point of the outline is not repeated; its X may run beyond [0, 1), and where it
// surrounds a pole it has to be closed along the edge of the world: a Y of just 0 or 1
// stands for the pole. The slice given to emit is used again.
func (c *Chart) Ring(ring []World, margin float64, emit func([]Pixel)) {
	if len(ring) < 3 {
		return
	}
	d := c.domain()
	b := EmptyRect()
	for _, w := range ring {
		b = b.Extend(c.pole(w))
	}
	if b.Max.Y < d.Min.Y || b.Min.Y > d.Max.Y {
		return
	}
	s := newBender(c, margin)
	var in, out []World
	for k := math.Ceil(d.Min.X - b.Max.X); k <= math.Floor(d.Max.X-b.Min.X); k++ {
		in = in[:0]
		for _, w := range ring {
			w = c.pole(w)
			in = append(in, World{w.X + k, w.Y})
		}
		cut := func(inside func(World) float64) {
			out = cutHalf(out[:0], in, inside)
			in, out = out, in
		}
		if b.Min.X+k < d.Min.X {
			cut(func(w World) float64 { return w.X - d.Min.X })
		}
		if b.Max.X+k > d.Max.X {
			cut(func(w World) float64 { return d.Max.X - w.X })
		}
		if b.Min.Y < d.Min.Y {
			cut(func(w World) float64 { return w.Y - d.Min.Y })
		}
		if b.Max.Y > d.Max.Y {
			cut(func(w World) float64 { return d.Max.Y - w.Y })
		}
		if len(in) < 3 {
			continue
		}
		s.begin(in[0])
		for _, w := range in[1:] {
			s.to(w)
		}
		s.to(in[0])
		if px := s.cutToPicture(s.out[:len(s.out)-1]); len(px) >= 3 {
			emit(px)
		}
	}
}

// pole puts a point on the edge of the world where it belongs.
func (c *Chart) pole(w World) World {
	if c.Projection == WebMercator {
		return w
	}
	switch w.Y {
	case 0:
		w.Y = c.far.Min.Y
	case 1:
		w.Y = c.far.Max.Y
	}
	return w
}

// cutHalf keeps what of a closed outline lies inside of an edge (Sutherland and
// Hodgman); inside tells how far inside a position is.
func cutHalf[P World | Pixel](out, in []P, inside func(P) float64) []P {
	for i, a := range in {
		b := in[(i+1)%len(in)]
		da, db := inside(a), inside(b)
		if da >= 0 {
			out = append(out, a)
		}
		if (da < 0) != (db < 0) {
			out = append(out, between(a, b, da/(da-db)))
		}
	}
	return out
}

func between[P World | Pixel](a, b P, t float64) P {
	type pair struct{ X, Y float64 }
	p, q := pair(a), pair(b)
	return P(pair{p.X + t*(q.X-p.X), p.Y + t*(q.Y-p.Y)})
}

// Line is [Chart.Ring] for an open line: it gives the parts that are near the picture.
func (c *Chart) Line(line []World, margin float64, emit func([]Pixel)) {
	if len(line) < 2 {
		return
	}
	d := c.domain()
	b := EmptyRect()
	for _, w := range line {
		b = b.Extend(w)
	}
	if b.Max.Y < d.Min.Y || b.Min.Y > d.Max.Y {
		return
	}
	s := newBender(c, margin)
	for k := math.Ceil(d.Min.X - b.Max.X); k <= math.Floor(d.Max.X-b.Min.X); k++ {
		started := false
		for i := 1; i < len(line); i++ {
			a, b := World{line[i-1].X + k, line[i-1].Y}, World{line[i].X + k, line[i].Y}
			t0, t1, seen := cutSegment(a, b, d)
			if !seen {
				if started {
					s.parts(emit)
				}
				started = false
				continue
			}
			if t0 > 0 || !started {
				if started {
					s.parts(emit)
				}
				s.begin(between(a, b, t0))
				started = true
			}
			if t1 < 1 {
				s.to(between(a, b, t1))
				s.parts(emit)
				started = false
			} else {
				s.to(b)
			}
		}
		if started {
			s.parts(emit)
		}
	}
}

// cutSegment gives the part of a segment that lies in a rectangle (after Liang and
// Barsky); false where there is none.
func cutSegment(a, b World, r Rect) (t0, t1 float64, ok bool) {
	t0, t1 = 0, 1
	for _, side := range [4][2]float64{
		{a.X - b.X, a.X - r.Min.X}, {b.X - a.X, r.Max.X - a.X}, {a.Y - b.Y, a.Y - r.Min.Y}, {b.Y - a.Y, r.Max.Y - a.Y},
	} {
		step, room := side[0], side[1]
		switch {
		case step == 0 && room < 0:
			return 0, 0, false
		case step < 0:
			t0 = math.Max(t0, room/step)
		case step > 0:
			t1 = math.Min(t1, room/step)
		}
	}
	return t0, t1, t0 < t1
}

// Edge is [Chart.Ring] for the outline of all that the projection draws.
func (c *Chart) Edge(margin float64, emit func([]Pixel)) {
	d := c.domain()
	c.Ring([]World{d.Min, {d.Max.X, d.Min.Y}, d.Max, {d.Min.X, d.Max.Y}}, margin, emit)
}

// Rim is [Chart.Line] for where the map ends: the outline of all that it draws, without
// the meridian at which shapes are cut where the map goes on across it.
func (c *Chart) Rim(margin float64, emit func([]Pixel)) {
	d := c.domain()
	if !c.Seamless() {
		c.Line([]World{d.Min, {d.Max.X, d.Min.Y}, d.Max, {d.Min.X, d.Max.Y}, d.Min}, margin, emit)
		return
	}
	if p, ok := c.plane.(equalAreaPlane); ok {
		// Past the place opposite of the middle, closely on both sides.
		const past = 1e-3
		y := ProjectFar(orb.Point{0, -p.on.fromAuthalic(p.beta1) * 180 / math.Pi}).Y
		for _, x := range []float64{d.Min.X, d.Max.X} {
			c.Line([]World{{x, math.Max(d.Min.Y, y-past)}, {x, math.Min(d.Max.Y, y+past)}}, margin, emit)
		}
		return
	}
	for _, y := range []float64{c.north, c.south} {
		if y != c.far.Min.Y && y != c.far.Max.Y { // there is a pole
			c.Line([]World{{d.Min.X, y}, {d.Max.X, y}}, margin, emit)
		}
	}
}
