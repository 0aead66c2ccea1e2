package render

import (
	"math"
	"slices"
	"sort"

	"github.com/paulmach/orb"

	"sitmap/mapdata/scene"
)

// Marks that would hide each other are resolved: up to mostFanned of them stand
// around their place, each with a line to it; more are a stack, a ring that says how
// many of which kind, as that of a cluster. A stack is opened by [scene.Scene].Open:
// then all stand around the place on a plate.
const mostFanned = 8

// markStack is what a stack stands for.
type markStack struct {
	cluster
	members []*scene.Mark
	min     orb.Point
	max     orb.Point
}

// fan is an opened stack's plate.
type fan struct {
	at     point
	radius float32
}

// separate moves marks apart that would hide each other, or puts them into stacks. The
// order around a place follows from the marks, not from the view, so that it stays while
// panning.
func (l *sceneLayout) separate(marks []placedMark) []placedMark {
	type cluster struct {
		anchor  point
		members []int
	}
	var clusters []cluster
	widest := float32(1)
	for i := range marks {
		widest = max(widest, marks[i].radius)
	}
	// Clusters are looked up in squares as wide as they reach.
	type square struct{ x, y int32 }
	side := 1.2 * widest
	grid := map[square][]int{}
	for _, i := range byMerit(marks) {
		m := &marks[i]
		q := square{int32(floor(m.anchor.x / side)), int32(floor(m.anchor.y / side))}
		home := -1
		for dy := int32(-1); dy <= 1; dy++ {
			for dx := int32(-1); dx <= 1; dx++ {
				for _, c := range grid[square{q.x + dx, q.y + dy}] {
					near := 0.6 * (m.radius + marks[clusters[c].members[0]].radius)
					if dist(clusters[c].anchor, m.anchor) < near && (home < 0 || c < home) {
						home = c
					}
				}
			}
		}
		if home < 0 {
			grid[q] = append(grid[q], len(clusters))
			clusters = append(clusters, cluster{m.anchor, []int{i}})
			continue
		}
		clusters[home].members = append(clusters[home].members, i)
	}
	gone := map[int]bool{}
	var stacks []placedMark
	for _, c := range clusters {
		n := len(c.members)
		switch {
		case n == 1:
		case n <= mostFanned:
			spread(marks, c.anchor, c.members)
		case l.opened(&marks[c.members[0]]):
			shown := min(n, maxOpened)
			radius := spread(marks, c.anchor, c.members[:shown])
			l.fans = append(l.fans, fan{c.anchor, radius})
			for _, i := range c.members[:shown] {
				marks[i].plated = true
			}
			if shown < n {
				stacks = append(stacks, l.stack(marks, c.anchor, c.members[shown:], gone))
			}
		default:
			s := l.stack(marks, c.anchor, slices.DeleteFunc(slices.Clone(c.members), func(i int) bool { return marks[i].mark.Selected }), gone)
			stacks = append(stacks, s)
			beside := float32(0)
			for _, i := range c.members {
				if m := &marks[i]; m.mark.Selected {
					beside += s.radius + m.radius + 5*l.ratio
					m.at = point{c.anchor.x + beside, c.anchor.y}
				}
			}
		}
	}
	if len(stacks) == 0 {
		return marks
	}
	out := stacks // beneath the others
	for i, m := range marks {
		if !gone[i] {
			out = append(out, m)
		}
	}
	return out
}

// byMerit orders marks by rank, and of equal ranks by their ids.
func byMerit(marks []placedMark) []int {
	order := make([]int, len(marks))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool {
		a, b := marks[order[i]].mark, marks[order[j]].mark
		if a.Rank != b.Rank {
			return a.Rank > b.Rank
		}
		if a.ID.Event != b.ID.Event {
			return a.ID.Event < b.ID.Event
		}
		return a.ID.Part < b.ID.Part
	})
	return order
}

// opened says whether a mark's stack is open.
func (l *sceneLayout) opened(m *placedMark) bool {
	const slack = 1e-5 // degrees
	o := l.scene.Open
	return o != nil && m.mark.At[0] >= o.Min[0]-slack && m.mark.At[0] <= o.Max[0]+slack &&
		m.mark.At[1] >= o.Min[1]-slack && m.mark.At[1] <= o.Max[1]+slack
}

// stack makes marks into one; they are gone.
func (l *sceneLayout) stack(marks []placedMark, anchor point, members []int, gone map[int]bool) placedMark {
	kinds := l.ringKinds()
	s := &markStack{cluster: cluster{n: len(members), kinds: make([]int32, len(kinds))}}
	s.min, s.max = orb.Point{math.Inf(1), math.Inf(1)}, orb.Point{math.Inf(-1), math.Inf(-1)}
	for _, i := range members {
		gone[i] = true
		m := marks[i].mark
		s.members = append(s.members, m)
		s.cluster.kinds[kindOf(m, kinds)]++
		for k := range 2 {
			s.min[k], s.max[k] = min(s.min[k], m.At[k]), max(s.max[k], m.At[k])
		}
	}
	at := point{floor(anchor.x + 0.5), floor(anchor.y + 0.5)}
	return placedMark{mark: s.members[0], anchor: at, at: at, radius: ringRadius(s.n) * l.ratio, stack: s}
}

// ringKinds are the kinds of the scene's stacks; the last are all others.
func (l *sceneLayout) ringKinds() []scene.KindStyle {
	if l.stacked == nil {
		l.stacked = append(slices.Clone(l.scene.Kinds), scene.KindStyle{Icon: "other", Name: "Other", Colour: rgb(0x525d6b)})
	}
	return l.stacked
}

// kindOf is a mark's place among kinds: by icon and colour, or by icon where its colour
// says something else.
func kindOf(m *scene.Mark, kinds []scene.KindStyle) int {
	same := len(kinds) - 1
	for i, k := range kinds {
		if k.Icon != m.Icon {
			continue
		}
		if k.Colour == m.Colour {
			return i
		}
		if same == len(kinds)-1 {
			same = i
		}
	}
	return same
}

// hit tells of a stack.
func (s *markStack) hit(kinds []scene.KindStyle) Hit {
	const least = 5e-5 // degrees, some metres: nearer ones are not taken apart by zooming
	return Hit{
		Name: s.name(kinds), Count: s.n, Bound: orb.Bound{Min: s.min, Max: s.max},
		Fan: s.max[0]-s.min[0] < least && s.max[1]-s.min[1] < least,
	}
}

// drawFans draws the plates of opened stacks.
func (l *sceneLayout) drawFans() {
	for _, f := range l.fans {
		p := &path{}
		p.circle(f.at.x, f.at.y, f.radius, false)
		l.out.fill(p, plain(alpha(l.colour.paper, 0.86)))
		l.out.stroke(p, pen{width: 1 * l.ratio}, alpha(l.colour.leader, 0.45))
		dot := &path{}
		dot.circle(f.at.x, f.at.y, 2.4*l.ratio, false)
		l.out.fill(dot, plain(l.colour.leader))
	}
}

// drawStacks draws the rings of stacks.
func (l *sceneLayout) drawStacks(marks []placedMark) {
	var rings []placedCluster
	for i := range marks {
		if m := &marks[i]; m.stack != nil {
			rings = append(rings, placedCluster{&m.stack.cluster, m.at, m.radius})
			l.hits.stacks = append(l.hits.stacks, hitStack{m.at, m.radius, m.stack.hit(l.ringKinds())})
		}
	}
	if len(rings) > 0 {
		drawRings(l.out, l.set, l.colour, l.ratio, l.ringKinds(), rings)
	}
}
