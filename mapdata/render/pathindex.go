package render

// pathIndex tells which heights the stretches of a long path reach, so that a band of
// the picture looks only at those that come near it. Without it each band read every
// vertex of every coast, which took as long as filling the land. It holds the reach of
// each run of pieceOf points, whatever polylines they are in.
type pathIndex []reach

// reach is the highest and the lowest of some points.
type reach struct{ top, bottom float32 }

// pieceOf is how many points share an entry; a power of two.
const pieceOf = 32

// reachOf is the reach of one point or more.
func reachOf(pts []point) reach {
	top, bottom := pts[0].y, pts[0].y
	for _, a := range pts[1:] {
		if a.y < top { // quicker than min, which asks for NaN
			top = a.y
		} else if a.y > bottom {
			bottom = a.y
		}
	}
	return reach{top, bottom}
}

// apart says that the points, and one more before them, all lie above or all below.
func (r reach) apart(y, top, bottom float32) bool {
	return r.bottom < top && y < top || r.top > bottom && y > bottom
}

// indexed makes the index of a path that will not change any more.
func (p *path) indexed() *path {
	p.index = p.index[:0]
	for i := 0; i < len(p.pts); i += pieceOf {
		p.index = append(p.index, reachOf(p.pts[i:min(i+pieceOf, len(p.pts))]))
	}
	return p
}

// near calls f with all that may come between two heights: points, and the one before
// them. Where a polyline begins that is its last point if it is closed, or if all are
// taken as closed, and its first one otherwise.
func (p *path) near(top, bottom float32, allClosed bool, f func(before point, pts []point)) {
	from := int32(0)
	for _, s := range p.subs {
		pts := p.pts[from:s.end]
		at := int(from)
		from = s.end
		before := pts[0]
		if allClosed || s.closed {
			before = pts[len(pts)-1]
		}
		if len(p.index) == 0 {
			f(before, pts)
			continue
		}
		for len(pts) > 0 {
			n := min(pieceOf-at%pieceOf, len(pts))
			if !p.index[at/pieceOf].apart(before.y, top, bottom) {
				f(before, pts[:n])
			}
			before, at, pts = pts[n-1], at+n, pts[n:]
		}
	}
}
