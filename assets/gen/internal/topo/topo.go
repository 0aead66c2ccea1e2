// Package topo turns areas that share borders into arcs: stretches of border
// with one area on either side. Whatever is done to an arc is done to both
// areas alike, so simplified neighbours still fit without gaps.
package topo

import "fmt"

// Unit is the number of decimal degrees' parts in a Point: 1e-5 of a degree.
const Unit = 1e5

// Point is a longitude and latitude in 1e-5 degrees. Integers make points of
// neighbouring areas equal or not, with nothing in between.
type Point struct{ X, Y int32 }

// Ring is a closed outline; the last point is not repeated.
type Ring []Point

// Shape is the rings of one area: outlines and holes in any order, as long as
// each hole winds against its outline.
type Shape []Ring

// Arc is a stretch of border. Left and Right are numbers of areas, counted from
// 1; 0 is outside of all. A closed arc repeats its first point.
type Arc struct {
	Points      []Point
	Left, Right int
	// Seam marks a stretch that is no border but an edge of the map: the date
	// line and the south pole. It closes areas and is not drawn.
	Seam bool
}

// Closed reports whether the arc is a ring by itself.
func (a Arc) Closed() bool { return a.Points[0] == a.Points[len(a.Points)-1] }

// Area is twice the signed area of the ring, positive where it winds
// anticlockwise.
func (r Ring) Area() int64 {
	var sum int64
	for i, p := range r {
		q := r[(i+1)%len(r)]
		sum += int64(p.X)*int64(q.Y) - int64(q.X)*int64(p.Y)
	}
	return sum
}

// Build finds the arcs of areas whose outlines wind anticlockwise and whose
// holes wind clockwise, so that the area lies to the left. Areas that overlap
// are an error, for then an arc has two areas on one side.
func Build(shapes []Shape) ([]Arc, error) {
	nodes := findNodes(shapes)
	index := map[arcKey]int{}
	var arcs []Arc
	for i, shape := range shapes {
		for _, ring := range shape {
			for _, points := range cut(ring, nodes) {
				points, reversed := canonical(points)
				key := keyOf(points)
				at, known := index[key]
				if !known {
					at = len(arcs)
					index[key] = at
					arcs = append(arcs, Arc{Points: points, Seam: isSeam(points[0], points[1])})
				}
				side := &arcs[at].Left
				if reversed {
					side = &arcs[at].Right
				}
				if *side != 0 {
					p := points[0]
					return nil, fmt.Errorf("areas %d and %d overlap at %.5f,%.5f", *side, i+1, float64(p.X)/Unit, float64(p.Y)/Unit)
				}
				*side = i + 1
			}
		}
	}
	return arcs, nil
}

// findNodes gives the points at which arcs end: where three or more areas
// meet, counting the outside, and where a seam begins.
func findNodes(shapes []Shape) map[Point]bool {
	type pair struct{ a, b Point }
	seen := map[Point]pair{}
	nodes := map[Point]bool{}
	for _, shape := range shapes {
		for _, ring := range shape {
			for i, p := range ring {
				a, b := ring[(i+len(ring)-1)%len(ring)], ring[(i+1)%len(ring)]
				if isSeam(a, p) != isSeam(p, b) {
					nodes[p] = true
				}
				if less(b, a) {
					a, b = b, a
				}
				if was, ok := seen[p]; !ok {
					seen[p] = pair{a, b}
				} else if was != (pair{a, b}) {
					nodes[p] = true
				}
			}
		}
	}
	return nodes
}

// isSeam reports whether the segment lies on the edge of the map.
func isSeam(a, b Point) bool {
	const half, quarter = 180 * Unit, 90 * Unit
	return a.X == b.X && (a.X == half || a.X == -half) || a.Y == b.Y && a.Y <= -quarter
}

// cut divides a ring at the nodes. A ring without any becomes one closed arc
// that starts at its least point, wherever the ring began.
func cut(ring Ring, nodes map[Point]bool) [][]Point {
	start := -1
	for i, p := range ring {
		if nodes[p] {
			start = i
			break
		}
	}
	if start < 0 {
		start = 0
		for i, p := range ring {
			if less(p, ring[start]) {
				start = i
			}
		}
	}
	var arcs [][]Point
	points := []Point{ring[start]}
	for i := 1; i <= len(ring); i++ {
		p := ring[(start+i)%len(ring)]
		points = append(points, p)
		if nodes[p] || i == len(ring) {
			arcs = append(arcs, points)
			points = []Point{p}
		}
	}
	return arcs
}

// arcKey tells arcs apart by their ends and the points next to them: no two
// arcs share a segment without sharing all.
type arcKey struct {
	first, second, beforeLast, last Point
	n                               int
}

func keyOf(p []Point) arcKey {
	n := len(p)
	return arcKey{p[0], p[1], p[n-2], p[n-1], n}
}

// canonical gives the arc the direction in which it is kept.
func canonical(p []Point) (points []Point, reversed bool) {
	n := len(p)
	if p[0] != p[n-1] && less(p[n-1], p[0]) || p[0] == p[n-1] && less(p[n-2], p[1]) {
		return reverse(p), true
	}
	return p, false
}

func reverse(p []Point) []Point {
	r := make([]Point, len(p))
	for i, q := range p {
		r[len(p)-1-i] = q
	}
	return r
}

func less(a, b Point) bool { return a.X < b.X || a.X == b.X && a.Y < b.Y }
