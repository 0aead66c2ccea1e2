package render

// labelMark sets a mark's label beside it, where it cannot be read as another mark's. If
// there is no such place, a stem ties it to its own.
func (l *sceneLayout) labelMark(m *placedMark, marks []placedMark) {
	run := l.set.set(m.mark.Label, l.eventStyle(12))
	if run == nil {
		return
	}
	gap := m.radius + 6*l.ratio
	var near []*placedMark
	for i := range marks {
		o := &marks[i]
		reach := run.width + 2*gap + o.radius
		if o != m && abs32(o.at.x-m.at.x) < reach && abs32(o.at.y-m.at.y) < reach {
			near = append(near, o)
		}
	}
	for _, room := range l.rooms(m.at) {
		// Rather across a link than not at all: the halo keeps it legible. But across as
		// little of one as can be.
		const none = 1 << 30
		var best, tied point
		fewest, fewestTied := none, none
		for _, p := range beside(m.at, gap, run) {
			b := run.box(p.x, p.y).grow(1.5 * l.ratio)
			if !b.within(room) || l.cut(b) || !l.placer.free(b, bySymbol|byLabel) {
				continue
			}
			n := l.placer.count(b, byLink)
			if l.mistaken(run.box(p.x, p.y), m, near) {
				if n < fewestTied {
					tied, fewestTied = p, n
				}
				continue
			}
			if n < fewest {
				best, fewest = p, n
			}
			if fewest == 0 {
				break
			}
		}
		e := eventLabel{run: run}
		switch {
		case fewest < none:
			e.x, e.y = best.x, best.y
		case fewestTied < none:
			e.x, e.y = tied.x, tied.y
			e.stem = l.markStem(m, run.box(tied.x, tied.y))
		default:
			continue
		}
		e.anchor = anchorBeside(m.at, e.x, run)
		l.placer.take(run.box(e.x, e.y).grow(1.5*l.ratio), byLabel)
		l.labels = append(l.labels, e)
		return
	}
	l.roomless(box{m.at.x, m.at.y, m.at.x, m.at.y})
}

// mistaken says whether a label in a box would be read as that of another mark: one
// that it is nearer to than to its own, or as near.
func (l *sceneLayout) mistaken(b box, m *placedMark, others []*placedMark) bool {
	own := dist(m.at, b.nearest(m.at)) - m.radius
	for _, o := range others {
		if dist(o.at, b.nearest(o.at))-o.radius < own+2*l.ratio {
			return true
		}
	}
	return false
}

// markStem is a line from a mark's rim to its label.
func (l *sceneLayout) markStem(m *placedMark, b box) *path {
	to := b.grow(1.5 * l.ratio).nearest(m.at)
	d := dist(m.at, to)
	if d <= m.radius {
		return nil
	}
	t := m.radius / d
	p := &path{}
	p.add(m.at.x+(to.x-m.at.x)*t, m.at.y+(to.y-m.at.y)*t)
	p.add(to.x, to.y)
	p.end(false)
	return p
}

// beside lists where the baseline of a label may begin: right, left, below, above,
// and at the corners.
func beside(at point, gap float32, run *textRun) []point {
	mid := at.y + run.xHeight/2
	w := run.width
	diag := gap * 1.02 // clear of the square that a symbol takes, in the placer's cells
	return []point{
		{at.x + gap, mid},
		{at.x - gap - w, mid},
		{at.x - w/2, at.y + gap + run.capHeight},
		{at.x - w/2, at.y - gap},
		{at.x + diag, at.y + diag + run.xHeight},
		{at.x + diag, at.y - diag},
		{at.x - diag - w, at.y + diag + run.xHeight},
		{at.x - diag - w, at.y - diag},
	}
}

// anchorBeside tells by which part a label beginning at x is tied to the place it
// stands beside.
func anchorBeside(at point, x float32, run *textRun) Anchor {
	switch {
	case x > at.x:
		return AnchorStart
	case x+run.width < at.x:
		return AnchorEnd
	default:
		return AnchorMiddle
	}
}
