package basemap

import (
	"cmp"
	"slices"

	"sitmap/mapdata/geo"
)

// halfArc is an arc walked so that the area it bounds lies to its left.
type halfArc struct {
	group    int32
	from, to int32
	arc      int32
	reversed bool
}

// stitch gives the rings of areas: group says to which area (0 … groups-1, or
// none) each unit belongs. Arcs inside an area vanish. An outline winds against
// its holes, so even-odd and non-zero filling agree.
func (t *topology) stitch(groups int, group func(unit int32) int32) [][]Ring {
	number := make([]int32, len(t.units))
	for i := range number {
		number[i] = group(int32(i))
	}
	of := func(unit int32) int32 {
		if unit == none {
			return none
		}
		return number[unit]
	}
	var halves []halfArc
	for i, a := range t.arcs {
		l, r := of(a.left), of(a.right)
		if l == r {
			continue
		}
		if l != none {
			halves = append(halves, halfArc{l, a.from, a.to, int32(i), false})
		}
		if r != none {
			halves = append(halves, halfArc{r, a.to, a.from, int32(i), true})
		}
	}
	slices.SortFunc(halves, func(a, b halfArc) int {
		return cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(a.from, b.from), cmp.Compare(a.arc, b.arc))
	})
	rings := make([][]Ring, groups)
	w := walker{t: t, first: make([]int32, t.nodes), depth: make([]int32, t.nodes)}
	for start := 0; start < len(halves); {
		end := start
		for end < len(halves) && halves[end].group == halves[start].group {
			end++
		}
		rings[halves[start].group] = w.rings(halves[start:end])
		start = end
	}
	return rings
}

// walker follows the half-arcs of one area after another.
type walker struct {
	t *topology
	// first is, for each node, one more than the number of the first unused
	// half-arc that leaves it; depth is one more than the node's place on the
	// path walked.
	first, depth []int32
}

// rings walks each half-arc once. Where the walk comes back to a node that it
// has passed, what lies between is a ring: so areas that touch themselves at a
// point give simple rings.
func (w *walker) rings(halves []halfArc) []Ring {
	for i := len(halves) - 1; i >= 0; i-- {
		w.first[halves[i].from] = int32(i + 1)
	}
	var rings []Ring
	var path []int
	used := make([]bool, len(halves))
	for start := range halves {
		for at := start; at >= 0 && !used[at]; {
			used[at] = true
			h := halves[at]
			w.depth[h.from] = int32(len(path) + 1)
			path = append(path, at)
			if d := w.depth[h.to]; d > 0 {
				rings = append(rings, w.ring(halves, path[d-1:]))
				for _, i := range path[d-1:] {
					w.depth[halves[i].from] = 0
				}
				path = path[:d-1]
			}
			at = w.next(halves, used, h.to)
		}
		// Closed boundaries leave nothing over; a damaged file might.
		for _, i := range path {
			w.depth[halves[i].from] = 0
		}
		path = path[:0]
	}
	for _, h := range halves {
		w.first[h.from] = 0
	}
	return rings
}

// next gives an unused half-arc that leaves the node, or -1.
func (w *walker) next(halves []halfArc, used []bool, node int32) int {
	for i := int(w.first[node]) - 1; i >= 0 && i < len(halves) && halves[i].from == node; i++ {
		if !used[i] {
			w.first[node] = int32(i + 1)
			return i
		}
	}
	return -1
}

func (w *walker) ring(halves []halfArc, path []int) Ring {
	n := 0
	for _, i := range path {
		n += len(w.t.arcs[halves[i].arc].points) - 1
	}
	ring := make(Ring, 0, n)
	for _, i := range path {
		points := w.t.arcs[halves[i].arc].points
		if halves[i].reversed {
			for j := len(points) - 1; j > 0; j-- {
				ring = append(ring, points[j])
			}
		} else {
			ring = append(ring, points[:len(points)-1]...)
		}
	}
	return ring
}

// area is twice the signed area of the ring in world units. Y grows southwards:
// an outline, anticlockwise on the ground, is negative.
func (r Ring) area() float64 {
	var sum float64
	p := r[len(r)-1]
	for _, q := range r {
		sum += p.X*q.Y - q.X*p.Y
		p = q
	}
	return sum
}

// contains reports whether the point lies within the ring.
func (r Ring) contains(w geo.World) bool {
	in := false
	a := r[len(r)-1]
	for _, b := range r {
		if (a.Y > w.Y) != (b.Y > w.Y) && w.X < (b.X-a.X)*(w.Y-a.Y)/(b.Y-a.Y)+a.X {
			in = !in
		}
		a = b
	}
	return in
}

func boundOf(rings []Ring) geo.Rect {
	bound := geo.EmptyRect()
	for _, r := range rings {
		for _, w := range r {
			bound = bound.Extend(w)
		}
	}
	return bound
}

// islands divides rings into pieces: each an outline with its holes.
func islands(rings []Ring) [][]Ring {
	var pieces [][]Ring
	var bounds []geo.Rect
	var sizes []float64
	for _, r := range rings {
		if a := r.area(); a < 0 {
			pieces = append(pieces, []Ring{r})
			bounds = append(bounds, boundOf(pieces[len(pieces)-1]))
			sizes = append(sizes, -a)
		}
	}
	for _, r := range rings {
		if r.area() < 0 {
			continue
		}
		// A hole belongs to the smallest outline around it.
		best := -1
		for i, piece := range pieces {
			if bounds[i].Contains(r[0]) && (best < 0 || sizes[i] < sizes[best]) && (piece[0].contains(r[0]) || piece[0].contains(r[len(r)/2])) {
				best = i
			}
		}
		if best >= 0 {
			pieces[best] = append(pieces[best], r)
		}
	}
	return pieces
}
