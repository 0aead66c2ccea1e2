package topo

import "slices"

// Dissolve joins areas into groups: group gives the new number of an area (0 is
// outside and stays it). Arcs inside a group vanish, and what they divided is
// joined again.
func Dissolve(arcs []Arc, group func(area int) int) []Arc {
	number := func(area int) int {
		if area == 0 {
			return 0
		}
		return group(area)
	}
	var kept []Arc
	for _, a := range arcs {
		a.Left, a.Right = number(a.Left), number(a.Right)
		if a.Left != a.Right {
			kept = append(kept, a)
		}
	}
	return join(kept)
}

// end is one end of an arc.
type end struct {
	arc  int
	tail bool // the last point, not the first
}

// join merges arcs that meet where nothing else does.
func join(arcs []Arc) []Arc {
	at := map[Point][]end{}
	for i, a := range arcs {
		if !a.Closed() {
			at[a.Points[0]] = append(at[a.Points[0]], end{i, false})
			at[a.Points[len(a.Points)-1]] = append(at[a.Points[len(a.Points)-1]], end{i, true})
		}
	}
	used := make([]bool, len(arcs))
	var out []Arc
	for i := range arcs {
		if used[i] {
			continue
		}
		used[i] = true
		a := arcs[i]
		a.Points = slices.Clone(a.Points)
		// Grow forwards, then turn round and grow the other way.
		for range 2 {
			for !a.Closed() {
				next, ok := follow(arcs, at, used, a)
				if !ok {
					break
				}
				a.Points = append(a.Points, next[1:]...)
			}
			a.Points = reverse(a.Points)
			a.Left, a.Right = a.Right, a.Left
		}
		out = append(out, a)
	}
	// A closed arc may have been closed at any of its points.
	for i := range out {
		if out[i].Closed() {
			out[i] = settle(out[i], at)
		}
	}
	return out
}

// follow gives the points that continue the arc beyond its last point.
func follow(arcs []Arc, at map[Point][]end, used []bool, a Arc) ([]Point, bool) {
	ends := at[a.Points[len(a.Points)-1]]
	if len(ends) != 2 {
		return nil, false
	}
	for _, e := range ends {
		b := arcs[e.arc]
		if used[e.arc] || b.Seam != a.Seam {
			continue
		}
		points, left, right := b.Points, b.Left, b.Right
		if e.tail {
			points, left, right = reverse(points), right, left
		}
		if left != a.Left || right != a.Right {
			continue
		}
		used[e.arc] = true
		return points, true
	}
	return nil, false
}

// settle turns a closed arc so that it starts at its least point, unless other
// arcs are tied to where it starts.
func settle(a Arc, at map[Point][]end) Arc {
	if len(at[a.Points[0]]) > 2 {
		return a
	}
	ring := a.Points[:len(a.Points)-1]
	least := 0
	for i, p := range ring {
		if less(p, ring[least]) {
			least = i
		}
	}
	points := append(slices.Clone(ring[least:]), ring[:least]...)
	a.Points = append(points, points[0])
	return a
}
