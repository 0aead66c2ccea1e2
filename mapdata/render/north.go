package render

import "sitmap/assets"

// northSize is the side of the north arrow's plate, in units.
const northSize = 40

// northArrow draws an arrow that points north as it is where the arrow stands.
func (l *furnitureLayout) northArrow() {
	b := l.corners.north
	if b == (box{}) || l.northward == (point{}) {
		return
	}
	u := l.unit
	mid := point{(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2}
	plate := &path{}
	plate.circle(mid.x, mid.y, northSize/2*u, false)
	l.out.fill(plate, plain(alpha(l.colour.page, 0.94)))
	l.out.stroke(plate, pen{width: max(1, 0.8*u)}, alpha(l.colour.rule, 0.45))
	sin, cos := l.northward.x, -l.northward.y
	at := func(x, y float32) point { // turned about the middle
		return point{mid.x + u*(x*cos-y*sin), mid.y + u*(x*sin+y*cos)}
	}
	// A needle with one half dark, its letter below its notch.
	half := func(side float32) *path {
		p := &path{}
		for _, q := range []point{at(0, -16), at(7*side, 5), at(0, 1.5)} {
			p.add(q.x, q.y)
		}
		p.end(true)
		return p
	}
	c := l.colour.bodyText
	l.out.fill(half(-1), plain(c))
	l.out.fill(half(1), plain(l.colour.page))
	l.out.stroke(half(1), pen{width: max(0.8, u)}, c)
	l.out.stroke(half(-1), pen{width: max(0.8, u)}, c)
	run := l.set.set("N", l.style(assets.SemiBold, 10.5))
	foot := at(0, 11.5)
	l.out.anchored(AnchorMiddle, run, foot.x-run.width/2, foot.y+run.capHeight/2, ink{colour: c})
}
