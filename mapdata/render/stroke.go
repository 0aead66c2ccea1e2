package render

import "math"

// pen is how a line is drawn.
type pen struct {
	width float32   // pixels
	dash  []float32 // lengths of dash, gap, dash … in pixels; nil for none
	round bool      // round caps; joins are always round but for tiny turns
}

// stroker turns lines into outlines to be filled: one outline around each open
// line, two around each closed one, never a patch for each segment, so no coverage
// is counted twice where segments meet.
type stroker struct {
	out  *path
	half float32
	cap  bool // round
	// the two sides of the current line
	left, right []point
	dashed      path
	clean       []point
}

// stroke appends the outline of p, drawn with the pen, to out. It is to be filled
// by the non-zero rule.
func (s *stroker) stroke(p *path, pn pen, out *path) {
	s.out, s.half, s.cap = out, pn.width/2, pn.round
	if len(pn.dash) > 0 {
		s.dashed.reset()
		dashes(p, pn.dash, &s.dashed)
		p = &s.dashed
	}
	p.each(s.line)
}

// line outlines one polyline.
func (s *stroker) line(pts []point, closed bool) {
	pts = s.distinct(pts, closed)
	if len(pts) == 1 {
		if s.cap {
			s.out.circle(pts[0].x, pts[0].y, s.half, false)
		}
		return
	}
	n := len(pts)
	s.left, s.right = s.left[:0], s.right[:0]
	segments := n - 1
	if closed {
		segments = n
	}
	first := direction(pts[0], pts[1])
	last := first
	for i := range segments {
		a, b := pts[i], pts[(i+1)%n]
		d := direction(a, b)
		if i > 0 {
			s.join(a, last, d)
		} else if !closed {
			s.both(a, d)
		}
		last = d
	}
	if closed {
		s.join(pts[0], last, first)
		s.emit(s.left, false)
		s.emit(s.right, true)
		return
	}
	end := pts[n-1]
	s.both(end, last)
	// Down the left side, around the end, up the right side, around the start.
	out := s.out
	out.pts = append(out.pts, s.left...)
	if s.cap {
		s.arc(end, last.turned(), -math.Pi)
	}
	for i := len(s.right) - 1; i >= 0; i-- {
		out.pts = append(out.pts, s.right[i])
	}
	if s.cap {
		s.arc(pts[0], first.turned().scale(-1), -math.Pi)
	}
	out.end(true)
}

func (s *stroker) emit(pts []point, backwards bool) {
	if !backwards {
		s.out.pts = append(s.out.pts, pts...)
	} else {
		for i := len(pts) - 1; i >= 0; i-- {
			s.out.pts = append(s.out.pts, pts[i])
		}
	}
	s.out.end(true)
}

// both puts the points square to direction d beside a on both sides.
func (s *stroker) both(a point, d vec) {
	o := d.turned().scale(s.half)
	s.left = append(s.left, point{a.x + o.x, a.y + o.y})
	s.right = append(s.right, point{a.x - o.x, a.y - o.y})
}

// join rounds the corner at a between directions d and e.
func (s *stroker) join(a point, d, e vec) {
	cross, dot := d.x*e.y-d.y*e.x, d.x*e.x+d.y*e.y
	if dot > 0.9 { // a slight turn: one mitred point each side
		m := vec{d.x + e.x, d.y + e.y}
		k := s.half / (1 + dot)
		o := m.turned().scale(k)
		s.left = append(s.left, point{a.x + o.x, a.y + o.y})
		s.right = append(s.right, point{a.x - o.x, a.y - o.y})
		return
	}
	angle := math.Atan2(float64(cross), float64(dot))
	steps := max(1, int(math.Abs(angle)/math.Pi*float64(arcSteps(s.half))/2))
	from := d.turned()
	outer, inner := &s.right, &s.left
	if angle < 0 {
		outer, inner = &s.left, &s.right
	} else {
		from = from.scale(-1)
	}
	for i := range steps + 1 {
		sin, cos := math.Sincos(angle * float64(i) / float64(steps))
		o := vec{from.x*float32(cos) - from.y*float32(sin), from.x*float32(sin) + from.y*float32(cos)}.scale(s.half)
		*outer = append(*outer, point{a.x + o.x, a.y + o.y})
	}
	// The inner side runs through the corner: short segments cannot turn it inside
	// out then.
	di, ei := d.turned().scale(s.half), e.turned().scale(s.half)
	if angle > 0 {
		*inner = append(*inner, point{a.x + di.x, a.y + di.y}, a, point{a.x + ei.x, a.y + ei.y})
	} else {
		*inner = append(*inner, point{a.x - di.x, a.y - di.y}, a, point{a.x - ei.x, a.y - ei.y})
	}
}

// arc adds the points of an arc around a, from its direction through an angle,
// without the ends.
func (s *stroker) arc(a point, from vec, angle float64) {
	n := max(3, arcSteps(s.half)/2)
	for i := 1; i < n; i++ {
		sin, cos := math.Sincos(angle * float64(i) / float64(n))
		o := vec{from.x*float32(cos) - from.y*float32(sin), from.x*float32(sin) + from.y*float32(cos)}.scale(s.half)
		s.out.add(a.x+o.x, a.y+o.y)
	}
}

// distinct drops points that repeat the one before.
func (s *stroker) distinct(pts []point, closed bool) []point {
	s.clean = s.clean[:0]
	for _, p := range pts {
		if n := len(s.clean); n == 0 || far(s.clean[n-1], p) {
			s.clean = append(s.clean, p)
		}
	}
	if n := len(s.clean); closed && n > 1 && !far(s.clean[0], s.clean[n-1]) {
		s.clean = s.clean[:n-1]
	}
	return s.clean
}

func far(a, b point) bool {
	dx, dy := a.x-b.x, a.y-b.y
	return dx*dx+dy*dy > 1e-6
}

// vec is a direction.
type vec struct{ x, y float32 }

func direction(a, b point) vec {
	dx, dy := b.x-a.x, b.y-a.y
	l := float32(math.Sqrt(float64(dx*dx + dy*dy)))
	if l == 0 {
		return vec{1, 0}
	}
	return vec{dx / l, dy / l}
}

func (v vec) turned() vec         { return vec{-v.y, v.x} }
func (v vec) scale(f float32) vec { return vec{v.x * f, v.y * f} }

// dashes cuts the lines of p into dashes. The pattern begins anew with each line.
func dashes(p *path, pattern []float32, out *path) {
	total := float32(0)
	for _, d := range pattern {
		total += d
	}
	if !(total > 0.05) { // no pattern to speak of
		out.appendPath(p, 0, 0)
		return
	}
	p.each(func(pts []point, closed bool) {
		n := len(pts)
		if closed && n > 2 {
			n++
		}
		k, left, on := 0, pattern[0], true
		out.add(pts[0].x, pts[0].y)
		for i := 1; i < n; i++ {
			a, b := pts[i-1], pts[i%len(pts)]
			length := float32(math.Hypot(float64(b.x-a.x), float64(b.y-a.y)))
			done := float32(0)
			for length-done > left {
				done += left
				t := done / length
				x, y := a.x+(b.x-a.x)*t, a.y+(b.y-a.y)*t
				if on {
					out.add(x, y)
					out.end(false)
				}
				on = !on
				if on {
					out.add(x, y)
				}
				k = (k + 1) % len(pattern)
				left = max(pattern[k], 1e-3)
			}
			left -= length - done
			if on {
				out.add(b.x, b.y)
			}
		}
		if on {
			out.end(false)
		} else {
			out.abandon()
		}
	})
}
