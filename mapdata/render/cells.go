package render

import "math/bits"

// cells turns outlines into coverage. Every edge leaves, in each pixel that it
// crosses, how much height it covers there and how much area lies to its left.
// Summed up from left to right, these give the exact coverage of each pixel on an
// edge, and that of the whole run up to the next. The cost follows the length of the
// outline, not the size of the picture: a bit for each pixel tells which are on an
// edge. Laying the cells where they belong took half the time of lists that are
// sorted, as long as the picture is so small that they stay in the processor's cache.
//
// Positions are held in 24.8 fixed point; sums are exact, so that what opens also
// closes.
type cells struct {
	width, height int
	top           float32 // row of the picture that is row 0 here
	sums          []cell  // row by row, columns from -1 to width
	used          []uint64
	stride, words int // of a row in sums and in used
	first, last   int // rows in use
	runs          []span
}

type cell struct {
	cover int32 // signed height, 256 a pixel
	area  int32 // twice the area to the left of the edge
}

const (
	subShift = 8
	subOne   = 1 << subShift
	subMask  = subOne - 1
)

func newCells(width, height int, top float32) *cells {
	c := &cells{top: top}
	c.resize(width, height)
	return c
}

// resize makes the cells, which have to be empty, those of a picture of another
// size.
func (c *cells) resize(width, height int) {
	c.stride, c.words = width+2, (width+1)/64+1
	if n := c.stride * height; n > len(c.sums) {
		c.sums = make([]cell, n)
	}
	if n := c.words * height; n > len(c.used) {
		c.used = make([]uint64, n)
	}
	c.width, c.height, c.first, c.last = width, height, height, -1
}

// path adds all polylines of p, closed, moved by (dx, dy).
func (c *cells) path(p *path, dx, dy float32) {
	dy -= c.top
	bottom := float32(c.height)
	right := float32(c.width)
	p.near(-dy, bottom-dy, true, func(a point, pts []point) {
		ax, ay := a.x+dx, a.y+dy
		for _, b := range pts {
			bx, by := b.x+dx, b.y+dy
			switch {
			case ay <= 0 && by <= 0 || ay >= bottom && by >= bottom || ax >= right && bx >= right:
			case ax >= 0 && bx >= 0 && ay >= 0 && by >= 0 && ax <= right && bx <= right && ay <= bottom && by <= bottom:
				if ay <= by {
					c.inside(subpixel(ax), subpixel(ay), subpixel(bx), subpixel(by), 1)
				} else {
					c.inside(subpixel(bx), subpixel(by), subpixel(ax), subpixel(ay), -1)
				}
			default:
				c.edge(ax, ay, bx, by)
			}
			ax, ay = bx, by
		}
	})
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
	x0, x1 = x0+subOne, x1+subOne // column -1 is the first
	sums := c.sums[int(row)*c.stride:][:c.stride]
	used := c.used[int(row)*c.words:][:c.words]
	col, end := uint32(x0)>>subShift, uint32(x1)>>subShift
	if col == end {
		d := (f1 - f0) * sign
		put(sums, used, col, d, d*(x0&subMask+x1&subMask))
		return
	}
	rise := float32(f1-f0) / float32(x1-x0)
	f, x := f0, x0
	if col < end {
		for ; col < end; col++ {
			edge := int32(col+1) << subShift
			next := f0 + int32(float32(edge-x0)*rise+0.5)
			d := (next - f) * sign
			put(sums, used, col, d, d*(x-int32(col)<<subShift+subOne))
			f, x = next, edge
		}
		d := (f1 - f) * sign
		put(sums, used, col, d, d*(x1&subMask))
		return
	}
	for ; col > end; col-- {
		edge := int32(col) << subShift
		next := f0 + int32(float32(edge-x0)*rise+0.5)
		d := (next - f) * sign
		put(sums, used, col, d, d*(x-edge))
		f, x = next, edge
	}
	d := (f1 - f) * sign
	put(sums, used, col, d, d*(subOne+x1&subMask))
}

func put(sums []cell, used []uint64, col uint32, cover, area int32) {
	s := &sums[col]
	s.cover += cover
	s.area += area
	used[col/64] |= 1 << (col % 64)
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
		if c.runs = c.row(y, evenOdd, c.runs[:0]); len(c.runs) > 0 {
			to.spans(y, c.runs)
		}
	}
	c.first, c.last = c.height, -1
}

// row sums up and empties the cells of a row.
func (c *cells) row(y int, evenOdd bool, runs []span) []span {
	sums := c.sums[y*c.stride:][:c.stride]
	used := c.used[y*c.words:][:c.words]
	cover, width := int32(0), int32(c.width)
	from, run := int32(0), uint32(0) // what is covered since the last cell, and how much
	for w, set := range used {
		if set == 0 {
			continue
		}
		used[w] = 0
		for ; set != 0; set &= set - 1 {
			at := w*64 + bits.TrailingZeros64(set)
			x, s := int32(at)-1, &sums[at]
			if run != 0 && x > from {
				runs = append(runs, span{from, x, run})
			}
			cover += s.cover
			if x >= 0 && x < width {
				if a := coverage(cover*2*subOne-s.area, evenOdd); a != 0 {
					runs = append(runs, span{x, x + 1, a})
				}
			}
			*s = cell{}
			from, run = x+1, 0
			if cover != 0 {
				run = coverage(cover*2*subOne, evenOdd)
			}
		}
	}
	if run != 0 && from < width {
		runs = append(runs, span{from, width, run})
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
