package render

import (
	"math"

	"sitmap/mapdata/geo"
)

// seams says which sides of an outline, each from the point of its number on, are none
// on the ground: they run along the date line, where maps are cut, or lead to a pole and
// around it, by which what holds the pole is closed. Nil: all are there.
func (f *frame) seams(ring []geo.World) []bool {
	n := len(ring)
	var out []bool
	side := func(i int) {
		if out == nil {
			out = make([]bool, n)
		}
		out[i] = true
	}
	for i, a := range ring {
		b := ring[(i+1)%n]
		switch {
		case a.X == b.X && a.X == math.Trunc(a.X):
			side(i)
		case f.chart != nil && atPole(a) && atPole(b):
			side(i)
			if math.Abs(a.X-b.X) > 0.999 { // all around it
				side((i + n - 1) % n)
				side((i + 1) % n)
			}
		}
	}
	return out
}

func atPole(w geo.World) bool { return math.Abs(w.Y-0.5) > 2 }

// withoutSeams appends the sides of a ring that are there on the ground to p.
func (f *frame) withoutSeams(p *path, ring []geo.World, seams []bool, shift float64) {
	n := len(ring)
	seam := func(i int) bool { return seams != nil && seams[i%n] }
	first := 0 // the point after a seam, so that no run is cut in two
	for i := range ring {
		if seam(i + n - 1) {
			first = i
			break
		}
	}
	run := []geo.World{ring[first]}
	for i := first; i < first+n; i++ {
		if seam(i) {
			f.line(p, run, shift)
			run = run[:0]
		}
		run = append(run, ring[(i+1)%n])
	}
	f.line(p, run, shift)
}
