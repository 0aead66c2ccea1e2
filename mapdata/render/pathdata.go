package render

import (
	"fmt"
	"math"
	"strconv"
)

// parsePathData reads the d attribute of an SVG path.
func parsePathData(d string) (*outline, error) {
	s := pathScanner{data: d}
	o := &outline{}
	var cur, start, control point
	var last byte
	for {
		cmd, ok := s.command(last)
		if !ok {
			break
		}
		rel := cmd >= 'a'
		from := point{}
		if rel {
			from = cur
		}
		at := func() point { x := s.number(); y := s.number(); return point{from.x + x, from.y + y} }
		reflected := point{2*cur.x - control.x, 2*cur.y - control.y}
		kind := cmd &^ 0x20
		next := control
		switch kind {
		case 'M':
			cur = at()
			start = cur
			o.add(moveTo, cur)
		case 'L':
			cur = at()
			o.add(lineTo, cur)
		case 'H':
			cur.x = from.x + s.number()
			o.add(lineTo, cur)
		case 'V':
			cur.y = from.y + s.number()
			o.add(lineTo, cur)
		case 'C', 'S':
			a := reflected
			if kind == 'C' {
				a = at()
			} else if l := last &^ 0x20; l != 'C' && l != 'S' {
				a = cur
			}
			next = at()
			cur = at()
			o.add(cubicTo, a, next, cur)
		case 'Q', 'T':
			next = reflected
			if kind == 'Q' {
				next = at()
			} else if l := last &^ 0x20; l != 'Q' && l != 'T' {
				next = cur
			}
			cur = at()
			o.add(quadTo, next, cur)
		case 'A':
			rx, ry, turn := s.number(), s.number(), s.number()
			large, sweep := s.flag(), s.flag()
			to := at()
			o.arc(cur, to, rx, ry, turn, large, sweep)
			cur = to
		case 'Z':
			o.add(closing)
			cur = start
		default:
			return nil, fmt.Errorf("an icon's path has the unknown command %q", cmd)
		}
		if kind != 'C' && kind != 'S' && kind != 'Q' && kind != 'T' {
			next = cur
		}
		if s.err != nil {
			return nil, fmt.Errorf("reading an icon's path at character %d: %w", s.pos, s.err)
		}
		control, last = next, cmd
		if kind == 'M' { // further pairs are lines
			last = cmd - 'M' + 'L'
		}
	}
	return o, s.err
}

// pathScanner reads commands and numbers, which may follow each other without
// any space: "M1-.5.5".
type pathScanner struct {
	data string
	pos  int
	err  error
}

func (s *pathScanner) skip() {
	for s.pos < len(s.data) {
		switch s.data[s.pos] {
		case ' ', ',', '\n', '\r', '\t':
			s.pos++
		default:
			return
		}
	}
}

// command gives the next command, or the last one again where numbers follow.
func (s *pathScanner) command(last byte) (byte, bool) {
	s.skip()
	if s.pos >= len(s.data) || s.err != nil {
		return 0, false
	}
	c := s.data[s.pos]
	if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
		s.pos++
		return c, true
	}
	if last == 0 || last&^0x20 == 'Z' {
		s.err = fmt.Errorf("a command is missing")
		return 0, false
	}
	return last, true
}

func (s *pathScanner) number() float32 {
	s.skip()
	i := s.pos
	if i < len(s.data) && (s.data[i] == '-' || s.data[i] == '+') {
		i++
	}
	dot, exponent := false, false
scan:
	for ; i < len(s.data); i++ {
		switch c := s.data[i]; {
		case c >= '0' && c <= '9':
		case c == '.' && !dot && !exponent:
			dot = true
		case (c == 'e' || c == 'E') && !exponent:
			exponent = true
			if i+1 < len(s.data) && (s.data[i+1] == '-' || s.data[i+1] == '+') {
				i++
			}
		default:
			break scan
		}
	}
	v, err := strconv.ParseFloat(s.data[s.pos:i], 32)
	if err != nil && s.err == nil {
		s.err = fmt.Errorf("a number is missing")
	}
	s.pos = i
	return float32(v)
}

// flag reads a 0 or 1, which needs nothing to part it from what follows.
func (s *pathScanner) flag() bool {
	s.skip()
	if s.pos < len(s.data) && (s.data[s.pos] == '0' || s.data[s.pos] == '1') {
		s.pos++
		return s.data[s.pos-1] == '1'
	}
	if s.err == nil {
		s.err = fmt.Errorf("a flag is missing")
	}
	return false
}

// arc adds an elliptical arc as cubics. The conversion from end points to centre
// is that of the SVG specification, appendix B.2.4.
func (o *outline) arc(from, to point, rx32, ry32, turn float32, large, sweep bool) {
	rx, ry := math.Abs(float64(rx32)), math.Abs(float64(ry32))
	if rx == 0 || ry == 0 || from == to {
		o.add(lineTo, to)
		return
	}
	sin, cos := math.Sincos(float64(turn) * math.Pi / 180)
	hx, hy := float64(from.x-to.x)/2, float64(from.y-to.y)/2
	x, y := cos*hx+sin*hy, -sin*hx+cos*hy
	if k := x*x/(rx*rx) + y*y/(ry*ry); k > 1 {
		rx, ry = rx*math.Sqrt(k), ry*math.Sqrt(k)
	}
	q := rx*rx*y*y + ry*ry*x*x
	f := math.Sqrt(math.Max(0, (rx*rx*ry*ry-q)/q))
	if large == sweep {
		f = -f
	}
	cx, cy := f*rx*y/ry, -f*ry*x/rx
	a0 := math.Atan2((y-cy)/ry, (x-cx)/rx)
	a1 := math.Atan2((-y-cy)/ry, (-x-cx)/rx)
	d := a1 - a0
	if sweep && d < 0 {
		d += 2 * math.Pi
	} else if !sweep && d > 0 {
		d -= 2 * math.Pi
	}
	mx, my := float64(from.x+to.x)/2+cos*cx-sin*cy, float64(from.y+to.y)/2+sin*cx+cos*cy
	place := func(u, v float64) point {
		u, v = u*rx, v*ry
		return point{float32(mx + cos*u - sin*v), float32(my + sin*u + cos*v)}
	}
	n := int(math.Ceil(math.Abs(d) / (math.Pi / 2) * 0.999))
	step := d / float64(max(n, 1))
	k := 4.0 / 3 * math.Tan(step/4)
	for i := range max(n, 1) {
		s0, c0 := math.Sincos(a0 + step*float64(i))
		s1, c1 := math.Sincos(a0 + step*float64(i+1))
		end := place(c1, s1)
		if i == n-1 {
			end = to
		}
		o.add(cubicTo, place(c0-k*s0, s0+k*c0), place(c1+k*s1, s1-k*c1), end)
	}
}
