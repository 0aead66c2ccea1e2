package render

import (
	"math"
	"sync"
)

// point is a position in the picture, in pixels right and down. Paths are clipped
// to the picture's surroundings before they get here, so float32 is exact enough.
type point struct{ x, y float32 }

// path is one or more polylines. Filling closes each; stroking closes those
// marked.
type path struct {
	pts   []point
	subs  []subpath
	index pathIndex // of paths that are drawn in bands and are long
}

type subpath struct {
	end    int32 // index after the last point
	closed bool
}

func (p *path) add(x, y float32) { p.pts = append(p.pts, point{x, y}) }

// end finishes the polyline begun with the points added since the last end.
func (p *path) end(closed bool) {
	if n := int32(len(p.pts)); n > p.start() {
		p.subs = append(p.subs, subpath{n, closed})
	}
}

// start is the index of the first point of the unfinished polyline.
func (p *path) start() int32 {
	if len(p.subs) == 0 {
		return 0
	}
	return p.subs[len(p.subs)-1].end
}

// abandon drops the unfinished polyline.
func (p *path) abandon() { p.pts = p.pts[:p.start()] }

// since is what was added after the first polylines.
func (p *path) since(first int) *path {
	q := &path{}
	from := int32(0)
	for i, s := range p.subs {
		if i >= first {
			q.pts = append(q.pts, p.pts[from:s.end]...)
			q.end(s.closed)
		}
		from = s.end
	}
	return q
}

func (p *path) empty() bool { return p == nil || len(p.subs) == 0 }

// reset empties the path and keeps its memory.
func (p *path) reset() {
	p.pts, p.subs = p.pts[:0], p.subs[:0]
	p.index = p.index[:0]
}

// pathPool keeps the memory of paths from picture to picture: the base map's hold
// tens of thousands of points, and growing them anew each time cost a quarter of
// the layout and kept the garbage collector busy.
type pathPool struct {
	mu   sync.Mutex
	idle []*path
}

// maxIdlePaths is how many paths are kept; a picture of the base map takes a dozen.
const maxIdlePaths = 32

func (p *pathPool) get() *path {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.idle); n > 0 {
		out := p.idle[n-1]
		p.idle = p.idle[:n-1]
		return out
	}
	return &path{}
}

// put takes paths back that nothing refers to any more.
func (p *pathPool) put(paths []*path) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, q := range paths {
		if len(p.idle) < maxIdlePaths {
			q.reset()
			p.idle = append(p.idle, q)
		}
	}
}

// each calls f for every polyline.
func (p *path) each(f func(pts []point, closed bool)) {
	from := int32(0)
	for _, s := range p.subs {
		f(p.pts[from:s.end], s.closed)
		from = s.end
	}
}

// appendPath adds the polylines of q, moved.
func (p *path) appendPath(q *path, dx, dy float32) {
	q.each(func(pts []point, closed bool) {
		for _, a := range pts {
			p.add(a.x+dx, a.y+dy)
		}
		p.end(closed)
	})
}

// box is a rectangle in pixels.
type box struct{ x0, y0, x1, y1 float32 }

// moved is a copy of the path at another place.
func (p *path) moved(by point) *path {
	out := &path{}
	out.appendPath(p, by.x, by.y)
	return out
}

func (p *path) bounds() box {
	b := box{math.MaxFloat32, math.MaxFloat32, -math.MaxFloat32, -math.MaxFloat32}
	for _, a := range p.pts {
		b = b.with(a)
	}
	return b
}

func (b box) with(a point) box {
	return box{min(b.x0, a.x), min(b.y0, a.y), max(b.x1, a.x), max(b.y1, a.y)}
}

func (b box) grow(d float32) box { return box{b.x0 - d, b.y0 - d, b.x1 + d, b.y1 + d} }

func (b box) width() float32  { return b.x1 - b.x0 }
func (b box) height() float32 { return b.y1 - b.y0 }

// nearest is the point of a box that is nearest to another point.
func (b box) nearest(to point) point {
	return point{clamp(to.x, b.x0, b.x1), clamp(to.y, b.y0, b.y1)}
}

func (b box) meets(o box) bool {
	return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1
}

func (b box) within(o box) bool {
	return b.x0 >= o.x0 && b.y0 >= o.y0 && b.x1 <= o.x1 && b.y1 <= o.y1
}

func (b box) holds(o box) bool { return o.within(b) }

// rectPath is a rectangle with corners rounded by radius r.
func rectPath(b box, r float32) *path {
	p := &path{}
	if r <= 0 {
		p.add(b.x0, b.y0)
		p.add(b.x1, b.y0)
		p.add(b.x1, b.y1)
		p.add(b.x0, b.y1)
		p.end(true)
		return p
	}
	r = min(r, b.width()/2, b.height()/2)
	corner := func(cx, cy float32, from float64) {
		n := max(2, arcSteps(r)/4)
		for i := range n + 1 {
			s, c := math.Sincos(from + math.Pi/2*float64(i)/float64(n))
			p.add(cx+r*float32(c), cy+r*float32(s))
		}
	}
	corner(b.x1-r, b.y0+r, -math.Pi/2)
	corner(b.x1-r, b.y1-r, 0)
	corner(b.x0+r, b.y1-r, math.Pi/2)
	corner(b.x0+r, b.y0+r, math.Pi)
	p.end(true)
	return p
}

// circle adds a full circle; hole turns it the other way.
func (p *path) circle(cx, cy, r float32, hole bool) {
	n := arcSteps(r)
	turn := 2 * math.Pi / float64(n)
	if hole {
		turn = -turn
	}
	for i := range n {
		s, c := math.Sincos(turn * float64(i))
		p.add(cx+r*float32(c), cy+r*float32(s))
	}
	p.end(true)
}

// arcSteps is the number of chords for a full circle that no eye tells from it.
func arcSteps(r float32) int {
	return min(256, max(12, int(8*math.Sqrt(float64(r))+8)))
}

// linePath is a single open polyline.
func linePath(pts ...point) *path {
	p := &path{pts: pts}
	p.end(false)
	return p
}
