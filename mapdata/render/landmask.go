package render

// landMask knows coarsely where the picture shows land, for the names of waters to
// keep off it.
type landMask struct {
	x0, y0, cell float32
	width        int
	height       int
	land         []uint8 // coverage
}

func newLandMask(f *frame, ground *path) *landMask {
	b := f.box()
	m := &landMask{x0: b.x0, y0: b.y0, cell: 5 * f.ratio}
	m.width, m.height = int(b.width()/m.cell)+1, int(b.height()/m.cell)+1
	m.land = make([]uint8, m.width*m.height)
	if ground.empty() {
		return m
	}
	small := m.coarse(ground)
	c := newCells(m.width, m.height, 0)
	c.path(small, 0, 0)
	c.sweep(false, m)
	return m
}

// coarse gives a path in cells of the mask, without the points that lie within three
// quarters of a cell of the one before: nine of ten, and most of the work, at no cost that
// could be told in so coarse a mask.
func (m *landMask) coarse(p *path) *path {
	out := &path{pts: make([]point, 0, len(p.pts)/6), subs: make([]subpath, 0, len(p.subs))}
	p.each(func(pts []point, closed bool) {
		last := point{1e9, 1e9}
		for _, a := range pts {
			b := point{(a.x - m.x0) / m.cell, (a.y - m.y0) / m.cell}
			if dx, dy := b.x-last.x, b.y-last.y; dx*dx+dy*dy > 0.6 {
				out.pts = append(out.pts, b)
				last = b
			}
		}
		if int32(len(out.pts))-out.start() < 3 {
			out.abandon()
			return
		}
		out.end(closed)
	})
	return out
}

func (m *landMask) spans(y int, s []span) {
	row := m.land[y*m.width:]
	for _, r := range s {
		for x := r.x0; x < r.x1; x++ {
			row[x] = uint8(r.alpha)
		}
	}
}

// share is how much of a box is land, from 0 to 1; what lies outside the picture
// counts as water.
func (m *landMask) share(b box) float32 {
	c0, r0 := max(0, int(floor((b.x0-m.x0)/m.cell))), max(0, int(floor((b.y0-m.y0)/m.cell)))
	c1, r1 := min(m.width-1, int(floor((b.x1-m.x0)/m.cell))), min(m.height-1, int(floor((b.y1-m.y0)/m.cell)))
	sum, n := 0, 0
	for r := r0; r <= r1; r++ {
		for c := c0; c <= c1; c++ {
			sum += int(m.land[r*m.width+c])
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return float32(sum) / float32(n) / 255
}
