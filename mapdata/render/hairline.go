package render

// hairlines draws thin lines, up to two pixels wide, much faster than outlines
// filled: column by column (or row by row, where a line is steep) the height that
// the line covers is added to a buffer of coverage. Lines that meet in one pixel
// share it, so joints come out no heavier than the rest.
type hairlines struct {
	width, height int
	top           float32
	cover         []uint8
	// the touched columns of each row, and the touched rows
	from, to    []int32
	first, last int
}

// maxHairline is the widest line, in pixels, that is drawn as a hairline.
const maxHairline = 1.8

func newHairlines(width, height int, top float32) *hairlines {
	h := &hairlines{
		width: width, height: height, top: top,
		cover: make([]uint8, width*height),
		from:  make([]int32, height), to: make([]int32, height),
		first: height, last: -1,
	}
	for y := range h.from {
		h.from[y] = int32(width)
	}
	return h
}

// path adds all lines of p with a width in pixels.
func (h *hairlines) path(p *path, width float32) {
	low, high := h.top-2, h.top+float32(h.height)+2
	p.each(func(pts []point, closed bool) {
		a := pts[0]
		if closed {
			a = pts[len(pts)-1]
		}
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
	w := float32(h.width)
	if x1 <= 0 || x0 >= w {
		return
	}
	start, end := max(x0, 0), min(x1, w)
	for x := int(start); float32(x) < end; x++ {
		a, b := max(start, float32(x)), min(end, float32(x+1))
		mid := y0 + ((a+b)/2-x0)*g
		h.column(x, mid-half, mid+half, (b-a)*255)
	}
}

// column covers column x from height a to b, with a weight of up to 255.
func (h *hairlines) column(x int, a, b, weight float32) {
	if b <= 0 || a >= float32(h.height) {
		return
	}
	a, b = max(a, 0), min(b, float32(h.height))
	for y := int(a); float32(y) < b; y++ {
		part := min(b, float32(y+1)) - max(a, float32(y))
		h.put(x, y, part*weight)
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
	for y := int(start); float32(y) < end; y++ {
		a, b := max(start, float32(y)), min(end, float32(y+1))
		mid := x0 + ((a+b)/2-y0)*g
		l, r := max(mid-half, 0), min(mid+half, float32(h.width))
		for x := int(l); float32(x) < r; x++ {
			part := min(r, float32(x+1)) - max(l, float32(x))
			h.put(x, y, part*(b-a)*255)
		}
	}
}

func (h *hairlines) put(x, y int, amount float32) {
	i := y*h.width + x
	if sum := int(h.cover[i]) + int(amount+0.5); sum < 255 {
		h.cover[i] = uint8(sum)
	} else {
		h.cover[i] = 255
	}
	if int32(x) < h.from[y] {
		h.from[y] = int32(x)
	}
	if int32(x) >= h.to[y] {
		h.to[y] = int32(x) + 1
	}
	if y < h.first {
		h.first = y
	}
	if y > h.last {
		h.last = y
	}
}

// sweep hands the coverage to a painter and empties the buffer.
func (h *hairlines) sweep(to spanPainter) {
	for y := h.first; y <= h.last; y++ {
		from, end := int(h.from[y]), int(h.to[y])
		row := h.cover[y*h.width : (y+1)*h.width]
		for x := from; x < end; {
			if row[x] == 0 {
				x++
				continue
			}
			to.span(y, x, x+1, uint32(row[x]))
			row[x] = 0
			x++
		}
		h.from[y], h.to[y] = int32(h.width), 0
	}
	h.first, h.last = h.height, -1
}
