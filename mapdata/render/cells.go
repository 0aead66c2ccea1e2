package render

// cells turns outlines into coverage. Every edge leaves, in each pixel that it
// crosses, how much height it covers there and how much area lies to its left.
// Sorted by column and summed up from left to right, these give the exact coverage
// of each pixel on an edge, and that of the whole run up to the next. The cost
// follows the length of the outline, not the size of the picture.
//
// Positions are held in 24.8 fixed point; sums are exact, so that what opens also
// closes.
type cells struct {
	width, height int
	top           float32 // row of the picture that is row 0 here
	rows          [][]cell
	first, last   int // rows in use
	runs          []span
}

type cell struct {
	x     int32
	cover int32 // signed height, 256 a pixel
	area  int32 // twice the area to the left of the edge
}

const (
	subShift = 8
	subOne   = 1 << subShift
	subMask  = subOne - 1
)

func newCells(width, height int, top float32) *cells {
	return &cells{width: width, height: height, top: top, rows: make([][]cell, height), first: height, last: -1}
}

// resize makes the cells, which have to be empty, those of a picture of another
// size.
func (c *cells) resize(width, height int) {
	if height > len(c.rows) {
		c.rows = append(c.rows, make([][]cell, height-len(c.rows))...)
	}
	c.width, c.height, c.first, c.last = width, height, height, -1
}

// path adds all polylines of p, closed, moved by (dx, dy).
func (c *cells) path(p *path, dx, dy float32) {
	dy -= c.top
	bottom := float32(c.height)
	from := int32(0)
	for _, s := range p.subs {
		pts := p.pts[from:s.end]
		from = s.end
		a := pts[len(pts)-1]
		ax, ay := a.x+dx, a.y+dy
		for _, b := range pts {
			bx, by := b.x+dx, b.y+dy
			if !(ay <= 0 && by <= 0 || ay >= bottom && by >= bottom) {
				c.edge(ax, ay, bx, by)
			}
			ax, ay = bx, by
		}
	}
}

// edge adds one edge. What lies above, below or to the right of the picture is cut
// off, what lies to the left of it counts in column -1.
func (c *cells) edge(x0, y0, x1, y1 float32) {
	sign := int32(1)
	if y0 > y1 {
		x0, y0, x1, y1 = x1, y1, x0, y0
		sign = -1
	}
	w, h := float32(c.width), float32(c.height)
	if !(y0 < h && y1 > 0 && y0 < y1) || x0 >= w && x1 >= w {
		return
	}
	if y0 < 0 {
		x0 -= y0 * (x1 - x0) / (y1 - y0)
		y0 = 0
	}
	if y1 > h {
		x1 -= (y1 - h) * (x1 - x0) / (y1 - y0)
		y1 = h
	}
	// Cut at the left and right margin; the pieces keep the direction downwards.
	if x0 < 0 || x1 < 0 || x0 > w || x1 > w {
		c.cutSides(x0, y0, x1, y1, sign)
		return
	}
	c.inside(subpixel(x0), subpixel(y0), subpixel(x1), subpixel(y1), sign)
}

func subpixel(v float32) int32 { return int32(v*subOne + 0.5) }

func (c *cells) cutSides(x0, y0, x1, y1 float32, sign int32) {
	w := float32(c.width)
	switch {
	case x0 <= 0 && x1 <= 0:
		c.inside(-subOne, subpixel(y0), -subOne, subpixel(y1), sign)
		return
	case x0 >= w && x1 >= w:
		return
	}
	at := func(x float32) float32 { // the height at which the edge passes x
		y := y0 + (x-x0)/(x1-x0)*(y1-y0)
		return min(max(y, y0), y1)
	}
	if x0 < 0 {
		y := at(0)
		c.inside(-subOne, subpixel(y0), -subOne, subpixel(y), sign)
		x0, y0 = 0, y
	} else if x0 > w {
		y := at(w)
		x0, y0 = w, y
	}
	if x1 < 0 {
		y := at(0)
		c.inside(-subOne, subpixel(y), -subOne, subpixel(y1), sign)
		x1, y1 = 0, y
	} else if x1 > w {
		y := at(w)
		x1, y1 = w, y
	}
	c.inside(subpixel(x0), subpixel(y0), subpixel(x1), subpixel(y1), sign)
}

// inside adds an edge in fixed point that lies within the picture and runs
// downwards.
func (c *cells) inside(x0, y0, x1, y1, sign int32) {
	if y0 >= y1 {
		return
	}
	row, end := y0>>subShift, (y1-1)>>subShift
	if int(row) < c.first {
		c.first = int(row)
	}
	if int(end) > c.last {
		c.last = int(end)
	}
	if row == end {
		c.within(row, x0, y0&subMask, x1, y1-row<<subShift, sign)
		return
	}
	slope := float32(x1-x0) / float32(y1-y0)
	x, y := x0, y0
	for ; row < end; row++ {
		nextY := (row + 1) << subShift
		nextX := x0
		if x0 != x1 {
			nextX = int32(float32(x0) + float32(nextY-y0)*slope + 0.5)
		}
		c.within(row, x, y&subMask, nextX, subOne, sign)
		x, y = nextX, nextY
	}
	c.within(row, x, 0, x1, y1-row<<subShift, sign)
}

// within adds the part of an edge that lies in one row, from height f0 to f1 of
// that row.
func (c *cells) within(row, x0, f0, x1, f1, sign int32) {
	col, end := x0>>subShift, x1>>subShift
	if col == end {
		d := (f1 - f0) * sign
		c.put(row, col, d, d*(x0&subMask+x1&subMask))
		return
	}
	rise := float32(f1-f0) / float32(x1-x0)
	f, x := f0, x0
	if col < end {
		for ; col < end; col++ {
			edge := (col + 1) << subShift
			next := f0 + int32(float32(edge-x0)*rise+0.5)
			d := (next - f) * sign
			c.put(row, col, d, d*(x-col<<subShift+subOne))
			f, x = next, edge
		}
		d := (f1 - f) * sign
		c.put(row, col, d, d*(x1&subMask))
		return
	}
	for ; col > end; col-- {
		edge := col << subShift
		next := f0 + int32(float32(edge-x0)*rise+0.5)
		d := (next - f) * sign
		c.put(row, col, d, d*(x-edge))
		f, x = next, edge
	}
	d := (f1 - f) * sign
	c.put(row, col, d, d*(subOne+x1&subMask))
}

func (c *cells) put(row, x, cover, area int32) {
	if cover == 0 {
		return
	}
	cells := c.rows[row]
	if n := len(cells) - 1; n >= 0 && cells[n].x == x {
		cells[n].cover += cover
		cells[n].area += area
		return
	}
	c.rows[row] = append(cells, cell{x, cover, area})
}

// span is a run of pixels [x0, x1) of equal coverage, 1 to 255.
type span struct {
	x0, x1 int32
	alpha  uint32
}

// spanPainter receives the covered runs of one row at a time, from left to right:
// a call through an interface for each run took a third of the time of filling.
type spanPainter interface {
	spans(y int, s []span)
}

// sweep hands the coverage to a painter and empties the cells. The rule is
// non-zero, or even-odd where asked.
func (c *cells) sweep(evenOdd bool, to spanPainter) {
	for y := c.first; y <= c.last; y++ {
		row := c.rows[y]
		if len(row) == 0 {
			continue
		}
		sortCells(row)
		c.rows[y] = row[:0]
		if c.runs = c.row(row, evenOdd, c.runs[:0]); len(c.runs) > 0 {
			to.spans(y, c.runs)
		}
	}
	c.first, c.last = c.height, -1
}

// row sums up the sorted cells of a row.
func (c *cells) row(row []cell, evenOdd bool, runs []span) []span {
	cover, width := int32(0), int32(c.width)
	for i := 0; i < len(row); {
		x := row[i].x
		area := int32(0)
		for ; i < len(row) && row[i].x == x; i++ {
			cover += row[i].cover
			area += row[i].area
		}
		if x >= 0 && x < width {
			if a := coverage(cover*2*subOne-area, evenOdd); a != 0 {
				runs = append(runs, span{x, x + 1, a})
			}
		}
		if cover == 0 {
			continue
		}
		next := width
		if i < len(row) {
			next = row[i].x
		}
		if from := x + 1; next > from {
			if a := coverage(cover*2*subOne, evenOdd); a != 0 {
				runs = append(runs, span{from, next, a})
			}
		}
	}
	return runs
}

// coverage turns a signed double area into 0 to 255.
func coverage(area int32, evenOdd bool) uint32 {
	if area < 0 {
		area = -area
	}
	area >>= subShift + 1
	if evenOdd {
		area &= 2*subOne - 1
		if area > subOne {
			area = 2*subOne - area
		}
	}
	return uint32(min(area, 255))
}

// sortCells sorts by column. Rows are short and half in order, so insertion does
// for most of them.
func sortCells(c []cell) {
	for len(c) > 24 {
		lo, mid, hi := c[0].x, c[len(c)/2].x, c[len(c)-1].x
		pivot := max(min(lo, mid), min(max(lo, mid), hi))
		i, j := 0, len(c)-1
		for i <= j {
			for c[i].x < pivot {
				i++
			}
			for c[j].x > pivot {
				j--
			}
			if i <= j {
				c[i], c[j] = c[j], c[i]
				i++
				j--
			}
		}
		sortCells(c[:j+1])
		c = c[i:]
	}
	for i := 1; i < len(c); i++ {
		v := c[i]
		j := i
		for ; j > 0 && c[j-1].x > v.x; j-- {
			c[j] = c[j-1]
		}
		c[j] = v
	}
}
