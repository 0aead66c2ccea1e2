package render

import (
	"math"

	"sitmap/mapdata/geo"
)

// The zoom from which outlines are rounded: there the data's vertices are some ten
// pixels apart, and their corners would be seen as such.
const smoothFrom = 8

// smooths says whether outlines are rounded.
func (f *frame) smooths() bool { return f.zoom() >= smoothFrom }

// smooth puts points between those of a line, or of a closed ring, so that it runs
// through all of its points without corners (centripetal Catmull and Rom): only where it
// is near the picture, for the whole of it would be millions. What a stretch looks like
// does not depend on what is in sight. The result is valid until the next call with the
// same scratch.
func (f *frame) smooth(scratch []geo.World, pts []geo.World, shift float64, closed bool) []geo.World {
	n := len(pts)
	if n < 3 {
		return append(scratch, pts...)
	}
	at := func(i int) geo.World {
		switch {
		case closed:
			return pts[(i+n)%n]
		case i < 0: // beyond its ends a line goes on straight
			return geo.World{X: 2*pts[0].X - pts[1].X, Y: 2*pts[0].Y - pts[1].Y}
		case i >= n:
			return geo.World{X: 2*pts[n-1].X - pts[n-2].X, Y: 2*pts[n-1].Y - pts[n-2].Y}
		}
		return pts[i]
	}
	if f.chart != nil {
		shift = f.turns(boundOf(pts))
	}
	last := n - 1
	if closed {
		last = n
	}
	for i := range last {
		a, b := at(i), at(i+1)
		scratch = append(scratch, a)
		// The curve leaves the stretch's box by less than its length.
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		if math.Max(a.X, b.X)+shift+length < f.around.Min.X || math.Min(a.X, b.X)+shift-length > f.around.Max.X ||
			math.Max(a.Y, b.Y)+length < f.around.Min.Y || math.Min(a.Y, b.Y)-length > f.around.Max.Y {
			continue
		}
		parts := int(min(24, length*f.finest/(4*float64(f.ratio))))
		if parts < 2 {
			continue
		}
		scratch = curve(scratch, at(i-1), a, b, at(i+2), parts)
	}
	if !closed {
		scratch = append(scratch, pts[n-1])
	}
	return scratch
}

// curve appends the points between b and c of the curve through a, b, c and d.
func curve(out []geo.World, a, b, c, d geo.World, parts int) []geo.World {
	knot := func(p, q geo.World) float64 { return math.Sqrt(math.Hypot(q.X-p.X, q.Y-p.Y)) }
	t1 := knot(a, b)
	t2 := t1 + knot(b, c)
	t3 := t2 + knot(c, d)
	if t1 == 0 || t2 == t1 || t3 == t2 {
		return out
	}
	mix := func(p, q geo.World, t, from, to float64) geo.World {
		u := (t - from) / (to - from)
		return geo.World{X: p.X + u*(q.X-p.X), Y: p.Y + u*(q.Y-p.Y)}
	}
	for i := 1; i < parts; i++ {
		t := t1 + (t2-t1)*float64(i)/float64(parts)
		p, q, r := mix(a, b, t, 0, t1), mix(b, c, t, t1, t2), mix(c, d, t, t2, t3)
		out = append(out, mix(mix(p, q, t, 0, t2), mix(q, r, t, t1, t3), t, t1, t2))
	}
	return out
}
