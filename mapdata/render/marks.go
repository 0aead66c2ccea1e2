package render

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// placedMark is a mark and where it is drawn: at its place, or fanned out beside
// it where several marks share one.
type placedMark struct {
	mark   *scene.Mark
	anchor point // its place
	at     point // where it is drawn
	radius float32
	// covered says that later marks hide it altogether.
	covered bool
	unknown bool // what marks are sized by is not known of it
}

// most marks for which overlaps are resolved by fanning out: a picture fuller
// than that is a matter of clusters, not of leader lines.
const maxFanned = 600

// placeMarks gives the marks in view in drawing order: lower ranks first, selected
// ones last.
func (l *sceneLayout) placeMarks() []placedMark {
	var out []placedMark
	marks := l.scene.Marks
	for i := range marks {
		m := &marks[i]
		size, unknown := l.sizeOf(m)
		// A whole, even number of pixels keeps rings crisp.
		size = 2 * float32(math.Round(float64(size*l.ratio)/2))
		w := l.place(m.At)
		first, last := l.shifts(geo.Rect{Min: w, Max: w})
		for k := first; k <= last; k++ {
			p := l.px(w, float64(k))
			out = append(out, placedMark{mark: m, anchor: p, at: p, radius: size / 2, unknown: unknown})
		}
	}
	inOrder := func(a, b placedMark) int {
		if l.scene.By != nil && a.radius != b.radius { // lest large ones hide small ones
			return cmp.Compare(b.radius, a.radius)
		}
		if a.mark.Selected != b.mark.Selected {
			if b.mark.Selected {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.mark.Rank, b.mark.Rank)
	}
	if !slices.IsSortedFunc(out, inOrder) {
		slices.SortStableFunc(out, inOrder)
	}
	if len(out) <= maxFanned {
		fanOut(out)
	}
	return out
}

// fanOut moves marks that would hide each other onto a ring around their common
// anchor. The order around it follows from the marks, not from the view, so that
// it stays while panning.
func fanOut(marks []placedMark) {
	order := make([]int, len(marks))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool {
		a, b := marks[order[i]], marks[order[j]]
		if a.mark.Rank != b.mark.Rank {
			return a.mark.Rank > b.mark.Rank
		}
		if a.mark.ID.Event != b.mark.ID.Event {
			return a.mark.ID.Event < b.mark.ID.Event
		}
		return a.mark.ID.Part < b.mark.ID.Part
	})
	type cluster struct {
		anchor  point
		members []int
	}
	var clusters []*cluster
	for _, i := range order {
		m := marks[i]
		var home *cluster
		for _, c := range clusters {
			near := 0.8 * (m.radius + marks[c.members[0]].radius) / 2 * 2
			if dist(c.anchor, m.anchor) < near*0.75 {
				home = c
				break
			}
		}
		if home == nil {
			clusters = append(clusters, &cluster{m.anchor, []int{i}})
			continue
		}
		home.members = append(home.members, i)
	}
	for _, c := range clusters {
		if len(c.members) > 1 {
			spread(marks, c.anchor, c.members)
		}
	}
}

// spread puts the members of a cluster around its anchor, on rings of six, twelve
// and so on; two stand side by side, three or more begin at the top.
func spread(marks []placedMark, anchor point, members []int) {
	size := float32(0)
	for _, i := range members {
		size = max(size, marks[i].radius*2)
	}
	step := size * 1.16
	for ring, i := 1, 0; i < len(members); ring++ {
		n := min(6*ring, len(members)-i)
		if ring == 1 && len(members) <= 8 {
			n = len(members)
		}
		radius := step * float32(ring)
		// Few marks need no wide ring: only so much that neighbours do not touch.
		if need := step / 2 / float32(math.Sin(math.Pi/float64(max(n, 2)))); ring == 1 {
			radius = max(need, size*0.62)
		}
		start := -math.Pi / 2
		if n == 2 && ring == 1 {
			start = -math.Pi
		}
		for k := range n {
			sin, cos := math.Sincos(start + 2*math.Pi*float64(k)/float64(n))
			m := &marks[members[i]]
			m.at = point{anchor.x + radius*float32(cos), anchor.y + radius*float32(sin)}
			i++
		}
	}
}

func dist(a, b point) float32 {
	return float32(math.Hypot(float64(a.x-b.x), float64(a.y-b.y)))
}

// drawMarks puts leader lines and marks into the drawing.
func (l *sceneLayout) drawMarks(marks []placedMark) {
	l.out.begin("leaders", l.rect)
	under, lines, dots := &path{}, &path{}, &path{}
	for _, m := range marks {
		if m.at == m.anchor {
			continue
		}
		for _, p := range []*path{under, lines} {
			p.add(m.anchor.x, m.anchor.y)
			p.add(m.at.x, m.at.y)
			p.end(false)
		}
		dots.circle(m.anchor.x, m.anchor.y, 2*l.ratio, false)
	}
	l.out.stroke(under, pen{width: 3 * l.ratio, round: true}, alpha(l.colour.paper, 0.8))
	l.out.stroke(lines, pen{width: 1 * l.ratio}, l.colour.leader)
	l.out.fill(dots, plain(l.colour.leader))

	l.out.begin("marks", l.rect)
	l.uncovered(marks)
	known := map[markKey]*symbol{}
	for i := range marks {
		m := &marks[i]
		l.hits.addMark(*m)
		if m.covered {
			continue
		}
		key := markKey{m.mark.Icon, m.mark.Colour, m.mark.Fill, m.radius * 2, m.mark.Selected, l.colour}
		var s *symbol
		if m.unknown {
			s = l.symbols.unknownMark(key)
		} else if s = known[key]; s == nil {
			s = l.symbols.mark(key)
			known[key] = s
		}
		l.out.put(&symbolItem{symbol: s, x: m.at.x, y: m.at.y})
	}
}

// uncovered marks those of very many marks that later ones hide altogether. Cells
// of a few pixels that lie within a disc are full; a mark whose cells are all full
// is not seen.
func (l *sceneLayout) uncovered(marks []placedMark) {
	if len(marks) <= maxFanned {
		return
	}
	const cell = 4
	view := l.box()
	cols, rows := int(view.width())/cell+1, int(view.height())/cell+1
	full := make([]bool, cols*rows)
	for i := len(marks) - 1; i >= 0; i-- {
		m := &marks[i]
		outer := m.radius * (1 + 3.2/markSize)
		x, y := m.at.x-view.x0, m.at.y-view.y0
		c0, c1 := max(0, int(x-outer)/cell), min(cols-1, int(x+outer)/cell)
		r0, r1 := max(0, int(y-outer)/cell), min(rows-1, int(y+outer)/cell)
		m.covered = !m.mark.Selected
		for r := r0; r <= r1; r++ {
			for c := c0; c <= c1; c++ {
				if full[r*cols+c] {
					continue
				}
				m.covered = false
				// The cell's far corner within the disc?
				dx := max(float32(c+1)*cell-x, x-float32(c)*cell)
				dy := max(float32(r+1)*cell-y, y-float32(r)*cell)
				if dx*dx+dy*dy < (m.radius-1)*(m.radius-1) {
					full[r*cols+c] = true
				}
			}
		}
	}
}
