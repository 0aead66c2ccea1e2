package topo

import "math"

// Bound gives the least and greatest coordinates of the ring.
func (r Ring) Bound() (minX, minY, maxX, maxY int32) {
	minX, minY, maxX, maxY = math.MaxInt32, math.MaxInt32, math.MinInt32, math.MinInt32
	for _, p := range r {
		minX, maxX = min(minX, p.X), max(maxX, p.X)
		minY, maxY = min(minY, p.Y), max(maxY, p.Y)
	}
	return minX, minY, maxX, maxY
}

// Contains reports whether the point lies within the ring.
func (r Ring) Contains(p Point) bool {
	in := false
	a := r[len(r)-1]
	for _, b := range r {
		if (a.Y > p.Y) != (b.Y > p.Y) && int64(p.X-a.X)*int64(b.Y-a.Y) < int64(b.X-a.X)*int64(p.Y-a.Y) == (b.Y > a.Y) {
			in = !in
		}
		a = b
	}
	return in
}

// Distance is how far the point is from the ring's outline, in the unit of its
// coordinates.
func (r Ring) Distance(p Point) float64 {
	best := math.Inf(1)
	a := r[len(r)-1]
	for _, b := range r {
		dx, dy := float64(b.X-a.X), float64(b.Y-a.Y)
		px, py := float64(p.X-a.X), float64(p.Y-a.Y)
		t := 0.0
		if n := dx*dx + dy*dy; n > 0 {
			t = math.Max(0, math.Min(1, (px*dx+py*dy)/n))
		}
		best = math.Min(best, math.Hypot(px-t*dx, py-t*dy))
		a = b
	}
	return best
}
