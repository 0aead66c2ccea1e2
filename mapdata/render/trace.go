package render

import "math"

// Tracer follows the lines of a shape.
type Tracer interface {
	MoveTo(x, y float64)
	LineTo(x, y float64)
	CurveTo(x1, y1, x2, y2, x, y float64) // cubic, two control points
	Close()
}

// Shape is one or more lines, open or closed.
type Shape struct{ p *path }

// Trace follows all lines of the shape. Circles are told as curves.
func (s Shape) Trace(to Tracer) {
	s.p.each(func(pts []point, closed bool) {
		if c, ok := circleOf(pts, closed); ok {
			c.trace(to)
			return
		}
		to.MoveTo(float64(pts[0].x), float64(pts[0].y))
		for _, p := range pts[1:] {
			to.LineTo(float64(p.x), float64(p.y))
		}
		if closed {
			to.Close()
		}
	})
}

// Circle is a whole circle.
type Circle struct {
	X, Y, R float64
	Hole    bool // it winds the other way
}

// Circles gives the circles that the shape is made of; nil where any of it is
// something else.
func (s Shape) Circles() []Circle {
	var out []Circle
	all := true
	s.p.each(func(pts []point, closed bool) {
		c, ok := circleOf(pts, closed)
		all = all && ok
		out = append(out, c)
	})
	if !all {
		return nil
	}
	return out
}

// circleOf finds the circle that a polygon stands for, if its corners lie on one
// at equal steps.
func circleOf(pts []point, closed bool) (Circle, bool) {
	n := len(pts)
	if !closed || n < 12 {
		return Circle{}, false
	}
	var x, y float64
	for _, p := range pts {
		x, y = x+float64(p.x), y+float64(p.y)
	}
	c := Circle{X: x / float64(n), Y: y / float64(n)}
	away := func(p point) float64 { return math.Hypot(float64(p.x)-c.X, float64(p.y)-c.Y) }
	c.R = away(pts[0])
	slack := 1e-3 * (c.R + 1)
	step := 2 * c.R * math.Sin(math.Pi/float64(n))
	for i, p := range pts {
		q := pts[(i+1)%n]
		d := math.Hypot(float64(p.x-q.x), float64(p.y-q.y))
		if math.Abs(away(p)-c.R) > slack || math.Abs(d-step) > slack {
			return Circle{}, false
		}
	}
	a, b := pts[0], pts[1]
	c.Hole = (float64(a.x)-c.X)*(float64(b.y)-c.Y)-(float64(a.y)-c.Y)*(float64(b.x)-c.X) < 0
	return c, true
}

// trace tells a circle as four curves, which leave it by no more than 0.03 % of
// its radius.
func (c Circle) trace(to Tracer) {
	const k = 0.5522847498
	r, turn := c.R, 1.0
	if c.Hole {
		turn = -1
	}
	at := func(x, y float64) (float64, float64) { return c.X + x*r, c.Y + y*r*turn }
	to.MoveTo(at(1, 0))
	for _, q := range [][6]float64{
		{1, k, k, 1, 0, 1}, {-k, 1, -1, k, -1, 0}, {-1, -k, -k, -1, 0, -1}, {k, -1, 1, -k, 1, 0},
	} {
		x1, y1 := at(q[0], q[1])
		x2, y2 := at(q[2], q[3])
		x, y := at(q[4], q[5])
		to.CurveTo(x1, y1, x2, y2, x, y)
	}
	to.Close()
}

// Trace follows the outline of a letter, in the picture.
func (g Glyph) Trace(to Tracer) {
	s := float64(g.scale)
	i := 0
	at := func(k int) (x, y float64) {
		p := g.outline.pts[i+k]
		return g.X + float64(p.x)*s, g.Y - float64(p.y)*s
	}
	var x, y float64
	open := false
	for _, v := range g.outline.verbs {
		switch v {
		case moveTo:
			if open {
				to.Close()
			}
			open = true
			x, y = at(0)
			to.MoveTo(x, y)
			i++
		case lineTo:
			x, y = at(0)
			to.LineTo(x, y)
			i++
		case quadTo:
			bx, by := at(0)
			ex, ey := at(1)
			to.CurveTo(x+(bx-x)*2/3, y+(by-y)*2/3, ex+(bx-ex)*2/3, ey+(by-ey)*2/3, ex, ey)
			x, y = ex, ey
			i += 2
		case cubicTo:
			x1, y1 := at(0)
			x2, y2 := at(1)
			x, y = at(2)
			to.CurveTo(x1, y1, x2, y2, x, y)
			i += 3
		}
	}
	if open {
		to.Close()
	}
}
