package gazetteer

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// tree is a k-d tree of the cities and sites as points on the unit sphere, where
// neither the date line nor the poles need care. It is a sorted array: the
// middle of each stretch divides it along one axis.
type tree struct{ nodes []node }

type node struct {
	at    [3]float64
	place int32
}

func newTree(l *list) *tree {
	t := &tree{nodes: make([]node, 0, len(l.places))}
	for i := range l.places {
		if r := &l.places[i]; r.class == city || r.class == site {
			t.nodes = append(t.nodes, node{onSphere(r.point()), int32(i)})
		}
	}
	divide(t.nodes, 0)
	return t
}

func divide(nodes []node, axis int) {
	if len(nodes) < 2 {
		return
	}
	slices.SortFunc(nodes, func(a, b node) int {
		return cmp.Or(cmp.Compare(a.at[axis], b.at[axis]), cmp.Compare(a.place, b.place))
	})
	m := len(nodes) / 2
	divide(nodes[:m], (axis+1)%3)
	divide(nodes[m+1:], (axis+1)%3)
}

func onSphere(p orb.Point) [3]float64 {
	sinLon, cosLon := math.Sincos(p[0] * math.Pi / 180)
	sinLat, cosLat := math.Sincos(p[1] * math.Pi / 180)
	return [3]float64{cosLat * cosLon, cosLat * sinLon, sinLat}
}

// nearest finds the place nearest to p.
func (t *tree) nearest(p orb.Point) (place int32, ok bool) {
	if math.IsNaN(p[0]) || math.IsInf(p[0], 0) || !(p[1] >= -90 && p[1] <= 90) || len(t.nodes) == 0 {
		return 0, false
	}
	s := nearestSearch{from: onSphere(p), least: math.Inf(1)}
	s.visit(t.nodes, 0)
	return s.place, true
}

type nearestSearch struct {
	from  [3]float64
	least float64 // squared length of the chord to the nearest so far
	place int32
}

func (s *nearestSearch) visit(nodes []node, axis int) {
	if len(nodes) == 0 {
		return
	}
	m := len(nodes) / 2
	n := &nodes[m]
	d := 0.0
	for k := range n.at {
		d += (n.at[k] - s.from[k]) * (n.at[k] - s.from[k])
	}
	if d < s.least || d == s.least && n.place < s.place {
		s.least, s.place = d, n.place
	}
	off := s.from[axis] - n.at[axis]
	here, there := nodes[:m], nodes[m+1:]
	if off > 0 {
		here, there = there, here
	}
	s.visit(here, (axis+1)%3)
	if off*off <= s.least {
		s.visit(there, (axis+1)%3)
	}
}
