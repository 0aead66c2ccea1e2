package render

import "math/bits"

// hairlines draws thin lines, up to two pixels wide, much faster than outlines
// filled: column by column (or row by row, where a line is steep) the height that
// the line covers is added to a buffer of coverage. Lines that meet in one pixel
// share it, so joints come out no heavier than the rest.
type hairlines struct {
	width, height int
	top           float32
	cover         []uint8
	// used has, for each row, a bit for each block of columns that a line touched, so
	// that sweeping passes over the sea between two coasts
	used        []uint64
	block       int // columns in a block, as a power of two
	first, last int
}

// maxHairline is the widest line, in pixels, that is drawn as a hairline.
const maxHairline = 1.8

func newHairlines(width, height int, top float32) *hairlines {
	h := &hairlines{top: top}
	h.resize(width, height)
	return h
}

// resize makes the buffer, which has to be empty, that of a picture of another
// size.
func (h *hairlines) resize(width, height int) {
	if n := width * height; n > len(h.cover) {
		h.cover = make([]uint8, n)
	}
	if height > len(h.used) {
		h.used = make([]uint64, height)
	}
	for h.block = 3; width > 64<<h.block; {
		h.block++
	}
	h.width, h.height, h.first, h.last = width, height, height, -1
}

// path adds all lines of p with a width in pixels.
func (h *hairlines) path(p *path, width float32) {
	low, high := h.top-2, h.top+float32(h.height)+2
	p.near(low, high, false, func(a point, pts []point) {
		for _, b := range pts {
			if !(a.y < low && b.y < low || a.y > high && b.y > high) {
				h.segment(a.x, a.y-h.top, b.x, b.y-h.top, width)
			}
			a = b
		}
	})
}

func (h *hairlines) segment(x0, y0, x1, y1, width float32) {
	dx, dy := x1-x0, y1-y0
	adx, ady := dx, dy
	if adx < 0 {
		adx = -adx
	}
	if ady < 0 {
		ady = -ady
	}
	if adx == 0 && ady == 0 {
		return
	}
	if adx >= ady {
		if dx < 0 {
			x0, y0, x1 = x1, y1, x0
		}
		h.flat(x0, y0, x1, dy/dx, width)
		return
	}
	if dy < 0 {
		x0, y0, y1 = x1, y1, y0
	}
	h.steep(x0, y0, y1, dx/dy, width)
}

// lengthening is the height that a line of slope g and width 1 has in a column:
// √(1+g²), for |g| ≤ 1, within half a percent.
func lengthening(g float32) float32 {
	g *= g
	return 1 + g*(0.4868-g*0.0726)
}

// flat adds a line that crosses more columns than rows.
func (h *hairlines) flat(x0, y0, x1, g, width float32) {
	half := width * lengthening(g) / 2
	if x1 <= 0 || x0 >= float32(h.width) {
		return
	}
	start, end := max(x0, 0), min(x1, float32(h.width))
	from, to := int(start), int(end)
	if float32(to) < end {
		to++
	}
	if from >= to {
		return
	}
	ys, ye := y0+(start-x0)*g, y0+(end-x0)*g
	if !h.touch(from, to, min(ys, ye)-half, max(ys, ye)+half) {
		return
	}
	// Its first and last column the line may cross but in part.
	thick := int32(half * 512)
	part := func(x int, a, b float32) {
		mid := y0 + ((a+b)/2-x0)*g - half
		at := int32(mid * 256)
		h.column(x, at, at+thick, int32((b-a)*255+0.5))
	}
	if from == to-1 {
		part(from, start, end)
		return
	}
	part(from, start, float32(from+1))
	part(to-1, float32(to-1), end)
	// Between them the height at the middle of each, in 16.16.
	at, step := int32((y0+(float32(from)+1.5-x0)*g-half)*65536), int32(g*65536)
	for x := from + 1; x < to-1; x++ {
		h.column(x, at>>8, at>>8+thick, 256)
		at += step
	}
}

// column covers column x from height a to b, in 24.8, with a weight of up to 255.
func (h *hairlines) column(x int, a, b, weight int32) {
	a, b = max(a, 0), min(b, int32(h.height)<<8)
	if a >= b {
		return
	}
	y := a >> 8
	for i := int(y)*h.width + x; a < b; i += h.width {
		y++
		next := min(y<<8, b)
		sum := int32(h.cover[i]) + (next-a)*weight>>8
		h.cover[i] = uint8(min(sum, 255))
		a = next
	}
}

// steep adds a line that crosses more rows than columns.
func (h *hairlines) steep(x0, y0, y1, g, width float32) {
	half := width * lengthening(g) / 2
	bottom := float32(h.height)
	if y1 <= 0 || y0 >= bottom {
		return
	}
	start, end := max(y0, 0), min(y1, bottom)
	from, to := int(start), int(end)
	if float32(to) < end {
		to++
	}
	xs, xe := x0+(start-y0)*g, x0+(end-y0)*g
	left, right := min(xs, xe)-half, max(xs, xe)+half
	if from >= to || right <= 0 || left >= float32(h.width) {
		return
	}
	h.touch(int(max(left, 0)), min(int(right)+1, h.width), start, end)
	thick := int32(half * 512)
	part := func(y int, a, b float32) {
		mid := x0 + ((a+b)/2-y0)*g - half
		at := int32(mid * 256)
		h.row(y, at, at+thick, int32((b-a)*255+0.5))
	}
	if from == to-1 {
		part(from, start, end)
		return
	}
	part(from, start, float32(from+1))
	part(to-1, float32(to-1), end)
	at, step := int32((x0+(float32(from)+1.5-y0)*g-half)*65536), int32(g*65536)
	for y := from + 1; y < to-1; y++ {
		h.row(y, at>>8, at>>8+thick, 256)
		at += step
	}
}

// row covers row y from column a to b, in 24.8.
func (h *hairlines) row(y int, a, b, weight int32) {
	a, b = max(a, 0), min(b, int32(h.width)<<8)
	if a >= b {
		return
	}
	x := a >> 8
	for i := y*h.width + int(x); a < b; i++ {
		x++
		next := min(x<<8, b)
		sum := int32(h.cover[i]) + (next-a)*weight>>8
		h.cover[i] = uint8(min(sum, 255))
		a = next
	}
}

// touch notes that columns [from, to) of the rows between two heights are in use,
// once for a whole segment. It says whether any of the rows exist.
func (h *hairlines) touch(from, to int, top, bottom float32) bool {
	first, last := max(int(max(top, 0)), 0), min(int(bottom), h.height-1)
	if bottom < 0 || first > last {
		return false
	}
	// Bits from the first block to the last; a shift by 64 gives 0.
	mask := ^uint64(0) << (from >> h.block) & ^(^uint64(0) << ((to-1)>>h.block + 1))
	for y := first; y <= last; y++ {
		h.used[y] |= mask
	}
	h.first, h.last = min(h.first, first), max(h.last, last)
	return true
}

// maskPainter receives the coverage of one row from column x on, a byte a pixel.
type maskPainter interface {
	mask(y, x int, cover []uint8)
}

// sweep hands the coverage to a painter and empties the buffer.
func (h *hairlines) sweep(to maskPainter) {
	for y := h.first; y <= h.last; y++ {
		for used := h.used[y]; used != 0; {
			from := bits.TrailingZeros64(used)
			n := bits.TrailingZeros64(^(used >> from))
			used &= ^uint64(0) << (from + n) // 0 where n reaches the last bit
			x, end := from<<h.block, min((from+n)<<h.block, h.width)
			row := h.cover[y*h.width+x : y*h.width+end]
			to.mask(y, x, row)
			clear(row)
		}
		h.used[y] = 0
	}
	h.first, h.last = h.height, -1
}
