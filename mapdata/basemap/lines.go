package basemap

import (
	"slices"

	"sitmap/mapdata/geo"
)

// kind is the layer that an arc belongs to in a point of view.
type kind uint8

const (
	noLine kind = iota
	coastLine
	borderLine
	regionLine
)

// stroke says how an arc is drawn; arcs that follow one another with the same
// stroke become one line, so that dashes run on.
type stroke struct {
	kind  kind
	class BorderClass
	rank  int
}

// lines gives the arcs' lines. No arc is in more than one of them.
func (t *topology) lines(strokes []stroke, want kind) []Line {
	// ends lists, for each node, the arcs of the wanted kind that end there.
	ends := make([][]int32, t.nodes)
	for i, a := range t.arcs {
		if strokes[i].kind == want && a.from != a.to {
			ends[a.from] = append(ends[a.from], int32(i))
			ends[a.to] = append(ends[a.to], int32(i))
		}
	}
	used := make([]bool, len(t.arcs))
	var lines []Line
	for i, a := range t.arcs {
		s := strokes[i]
		if s.kind != want || used[i] {
			continue
		}
		used[i] = true
		points := a.points
		if a.from != a.to {
			tail, joined := t.follow(i, a.to, strokes, ends, used)
			head, joinedHead := t.follow(i, a.from, strokes, ends, used)
			if joined || joinedHead {
				slices.Reverse(head)
				points = slices.Concat(head, points, tail)
			}
		}
		lines = append(lines, Line{Class: s.class, Rank: s.rank, Bound: lineBound(points), Points: points})
	}
	return lines
}

// follow collects the points that continue a line beyond a node, as long as just
// one other arc of the same stroke does.
func (t *topology) follow(at int, node int32, strokes []stroke, ends [][]int32, used []bool) (points []geo.World, joined bool) {
	for {
		there := ends[node]
		if len(there) != 2 {
			return points, joined
		}
		next := int(there[0])
		if next == at {
			next = int(there[1])
		}
		if used[next] || strokes[next] != strokes[at] {
			return points, joined
		}
		used[next], joined = true, true
		a := t.arcs[next]
		if a.from == node {
			points = append(points, a.points[1:]...)
			node = a.to
		} else {
			for i := len(a.points) - 2; i >= 0; i-- {
				points = append(points, a.points[i])
			}
			node = a.from
		}
		at = next
	}
}

func lineBound(points []geo.World) geo.Rect {
	bound := geo.EmptyRect()
	for _, w := range points {
		bound = bound.Extend(w)
	}
	return bound
}
