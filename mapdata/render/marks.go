package render

import (
	"cmp"
	"math"
	"slices"

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
	unknown bool       // what marks are sized by is not known of it
	plated  bool       // it stands on an opened stack's plate, which needs no lines
	stack   *markStack // what it stands for, if it is many
}

// maxFanned is for how many marks overlaps are resolved: a picture fuller than that is
// a matter of points.
const maxFanned = 2500

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
		out = l.separate(out)
	}
	return out
}

// spread puts the members of a cluster around its anchor: up to mostFanned on one ring,
// more on several, each as full as the others. Two stand side by side, three or more
// begin at the top. It gives the radius of the circle that they take.
func spread(marks []placedMark, anchor point, members []int) (taken float32) {
	size := float32(0)
	for _, i := range members {
		size = max(size, marks[i].radius*2)
	}
	put := func(i int, radius float32, angle float64) {
		sin, cos := math.Sincos(angle)
		marks[i].at = point{anchor.x + radius*float32(cos), anchor.y + radius*float32(sin)}
	}
	if len(members) <= mostFanned {
		radius, angles := ringOf(marks, members)
		for k, i := range members {
			put(i, radius, angles[k])
		}
		return radius + size*0.75
	}
	step := size * 1.16
	rings := 1
	for 3*rings*(rings+1) < len(members) {
		rings++
	}
	done := 0
	for ring := 1; ring <= rings; ring++ {
		// As many as there is room for in proportion, all after the last ring.
		end := len(members) * ring * (ring + 1) / (rings * (rings + 1))
		for k := done; k < end; k++ {
			turn := (float64(k-done) + 0.5*float64(ring%2)) / float64(end-done)
			put(members[k], step*float32(ring), 2*math.Pi*turn-math.Pi/2)
		}
		done = end
	}
	return step*float32(rings) + size*0.75
}

// ringOf gives the radius and the angles at which marks stand around a place, each
// with as much of the ring as its size needs, and no wider a ring than that.
func ringOf(marks []placedMark, members []int) (radius float32, angles []float64) {
	const gap = 1.16
	total := float32(0)
	for _, i := range members {
		total += marks[i].radius
		radius = max(radius, marks[i].radius*1.24)
	}
	angles = make([]float64, len(members))
	at := -math.Pi / 2
	if len(members) == 2 {
		at = -math.Pi
	}
	for k, i := range members {
		if k > 0 {
			at += math.Pi * float64((marks[i].radius+marks[members[k-1]].radius)/total)
		}
		angles[k] = at
	}
	for apart := false; !apart; {
		apart = true
		for k, i := range members {
			next := (k + 1) % len(members)
			chord := 2 * radius * float32(math.Abs(math.Sin((angles[next]-angles[k])/2)))
			if chord < (marks[i].radius+marks[members[next]].radius)*gap-0.01 {
				apart = false
			}
		}
		if !apart {
			radius *= 1.04
		}
	}
	return radius, angles
}

func dist(a, b point) float32 {
	return float32(math.Hypot(float64(a.x-b.x), float64(a.y-b.y)))
}

// drawMarks puts leader lines and marks into the drawing.
func (l *sceneLayout) drawMarks(marks []placedMark) {
	l.out.begin("leaders", l.rect)
	under, lines, dots := &path{}, &path{}, &path{}
	for _, m := range marks {
		if m.at == m.anchor || m.plated {
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
	l.drawFans()
	l.drawStacks(marks)
	l.uncovered(marks)
	known := map[markKey]*symbol{}
	for i := range marks {
		m := &marks[i]
		if m.stack != nil {
			continue
		}
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
