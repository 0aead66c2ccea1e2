package render

import "math"

// placer knows which parts of the picture are taken, on a grid a few pixels fine
// that reaches beyond the picture's edges: labels outside take part in the
// contest, so that those inside do not change when others leave.
type placer struct {
	cols, rows int
	cell       float32
	x0, y0     float32
	taken      []occupancy
	frame      box
}

// occupancy says by what a part of the picture is taken.
type occupancy uint8

const (
	bySymbol occupancy = 1 << iota
	byLabel
	byLink
	byDot
	bySymbolHere // the middle of one; see crowded
)

// newPlacer gives an empty grid over a frame. Its cells are tied to a point of the
// map, in pixels: what is free does not change while the map is moved.
func newPlacer(frame box, ratio float32, tied [2]float64) *placer {
	margin := 200 * ratio
	p := &placer{cell: 2.5 * ratio, frame: frame}
	before := func(edge float32, tied float64) float32 {
		return edge - float32(math.Mod(math.Mod(float64(edge)-tied, float64(p.cell))+float64(p.cell), float64(p.cell)))
	}
	p.x0, p.y0 = before(frame.x0-margin, tied[0]), before(frame.y0-margin, tied[1])
	p.cols = int((frame.width()+2*margin)/p.cell) + 2
	p.rows = int((frame.height()+2*margin)/p.cell) + 2
	p.taken = make([]occupancy, p.cols*p.rows)
	return p
}

// cells gives the range of cells that a box touches, cut to the grid.
func (p *placer) cells(b box) (c0, r0, c1, r1 int) {
	c0 = max(0, int(floor((b.x0-p.x0)/p.cell)))
	r0 = max(0, int(floor((b.y0-p.y0)/p.cell)))
	c1 = min(p.cols-1, int(floor((b.x1-p.x0)/p.cell)))
	r1 = min(p.rows-1, int(floor((b.y1-p.y0)/p.cell)))
	return
}

// free says whether a box lies on the grid and touches nothing of the given sorts.
func (p *placer) free(b box, sorts occupancy) bool {
	if b.x0 < p.x0 || b.y0 < p.y0 || b.x1 > p.x0+float32(p.cols)*p.cell || b.y1 > p.y0+float32(p.rows)*p.cell {
		return false
	}
	c0, r0, c1, r1 := p.cells(b)
	for r := r0; r <= r1; r++ {
		row := p.taken[r*p.cols+c0 : r*p.cols+c1+1]
		for _, t := range row {
			if t&sorts != 0 {
				return false
			}
		}
	}
	return true
}

// count is the number of cells in a box that are taken by the given sorts.
func (p *placer) count(b box, sorts occupancy) int {
	c0, r0, c1, r1 := p.cells(b)
	n := 0
	for r := r0; r <= r1; r++ {
		for c := c0; c <= c1; c++ {
			if p.taken[r*p.cols+c]&sorts != 0 {
				n++
			}
		}
	}
	return n
}

// take marks a box as taken.
func (p *placer) take(b box, sort occupancy) {
	c0, r0, c1, r1 := p.cells(b)
	for r := r0; r <= r1; r++ {
		for c := c0; c <= c1; c++ {
			p.taken[r*p.cols+c] |= sort
		}
	}
}

// crowded says whether a symbol was put so near to a place before that what another
// one there would take is taken but for its rim. It is for very many symbols.
func (p *placer) crowded(at point) bool {
	c, r, _, _ := p.cells(box{at.x, at.y, at.x, at.y})
	if c >= p.cols || r >= p.rows {
		return true
	}
	t := &p.taken[r*p.cols+c]
	if *t&bySymbolHere != 0 {
		return true
	}
	*t |= bySymbolHere
	return false
}

// takeLine marks what a line passes through.
func (p *placer) takeLine(pts []point, width float32, sort occupancy) {
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		dx, dy := b.x-a.x, b.y-a.y
		n := int(max(max(dx, -dx), max(dy, -dy))/p.cell) + 1
		if n > 4*(p.cols+p.rows) {
			continue // far outside
		}
		for k := range n + 1 {
			t := float32(k) / float32(n)
			x, y := a.x+dx*t, a.y+dy*t
			p.take(box{x - width/2, y - width/2, x + width/2, y + width/2}, sort)
		}
	}
}

// countLine is the number of cells in a box that a line passes through, as takeLine
// would take them.
func (p *placer) countLine(pts []point, width float32, in box) int {
	c0, r0, c1, r1 := p.cells(in)
	if c1 < c0 || r1 < r0 {
		return 0
	}
	seen := make([]bool, (c1-c0+1)*(r1-r0+1))
	n := 0
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		near := box{min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)}.grow(width + p.cell)
		if !near.meets(in) {
			continue
		}
		dx, dy := b.x-a.x, b.y-a.y
		steps := int(max(abs32(dx), abs32(dy))/p.cell) + 1
		if steps > 4*(p.cols+p.rows) {
			continue
		}
		for k := range steps + 1 {
			t := float32(k) / float32(steps)
			x, y := a.x+dx*t, a.y+dy*t
			d0, s0, d1, s1 := p.cells(box{x - width/2, y - width/2, x + width/2, y + width/2})
			for s := max(s0, r0); s <= min(s1, r1); s++ {
				for d := max(d0, c0); d <= min(d1, c1); d++ {
					if q := &seen[(s-r0)*(c1-c0+1)+d-c0]; !*q {
						*q = true
						n++
					}
				}
			}
		}
	}
	return n
}

// clear says whether lines pass through nothing of the given sorts.
func (p *placer) clear(lines *path, sorts occupancy) bool {
	ok := true
	lines.each(func(pts []point, _ bool) {
		for _, q := range along(pts, p.cell) {
			ok = ok && p.count(box{q.x, q.y, q.x, q.y}, sorts) == 0
		}
	})
	return ok
}

// inFrame says whether a box lies within the picture, clear of its edge.
func (p *placer) inFrame(b box) bool { return b.within(p.frame.grow(-2)) }
