package pdf

import (
	"math"
	"strconv"
)

// tracer writes a shape's lines as operators.
type tracer struct {
	*canvas
	bounds bounds // pixels of the picture, once measured
	follow bool
}

type bounds struct{ x0, y0, x1, y1 float64 }

// measure makes the tracer find the bounds of what it traces.
func (t *tracer) measure() {
	t.follow = true
	t.bounds = bounds{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
}

func (t *tracer) at(x, y float64) {
	if t.follow {
		b := &t.bounds
		b.x0, b.y0, b.x1, b.y1 = math.Min(b.x0, x), math.Min(b.y0, y), math.Max(b.x1, x), math.Max(b.y1, y)
	}
	t.number(x * t.scale)
	t.number(t.pageHeight - y*t.scale)
}

// MoveTo begins a line.
func (t *tracer) MoveTo(x, y float64) {
	t.at(x, y)
	t.raw("m\n")
}

// LineTo draws a straight line.
func (t *tracer) LineTo(x, y float64) {
	t.at(x, y)
	t.raw("l\n")
}

// CurveTo draws a cubic curve.
func (t *tracer) CurveTo(x1, y1, x2, y2, x, y float64) {
	t.at(x1, y1)
	t.at(x2, y2)
	t.at(x, y)
	t.raw("c\n")
}

// Close ends a line where it began.
func (t *tracer) Close() { t.raw("h\n") }

// number writes a length in points, to a hundredth, and a space.
func (c *canvas) number(v float64) { c.digits(v, 100) }

// digits writes a number rounded to one part in a unit, and a space.
func (c *canvas) digits(v, unit float64) {
	c.buf = append(appendNumber(c.buf, v, unit), ' ')
}

func appendNumber(b []byte, v, unit float64) []byte {
	n := int64(math.Round(v * unit))
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	u := int64(unit)
	b = strconv.AppendInt(b, n/u, 10)
	rest := n % u
	if rest == 0 {
		return b
	}
	b = append(b, '.')
	for rest > 0 {
		u /= 10
		b = append(b, byte('0'+rest/u))
		rest %= u
	}
	return b
}
