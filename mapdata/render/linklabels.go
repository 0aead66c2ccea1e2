package render

import "math"

// labelLink sets a link's label on a plate on its line, or close beside it, near the
// middle of what is seen of the line and off other lines.
func (l *sceneLayout) labelLink(k *placedLink) {
	run := l.set.set(k.label(), l.eventStyle(11.5))
	if run == nil || l.labelLinkIn(k, run, l.inSight) {
		return
	}
	if crosses(k.pts, l.inSight) {
		l.roomless(l.inSight)
	}
	if l.inSight != l.box() {
		l.labelLinkIn(k, run, l.box())
	}
}

// labelLinkIn sets a link's label within a part of the picture, if there is room.
func (l *sceneLayout) labelLinkIn(k *placedLink, run *textRun, view box) bool {
	inside := insideOf(along(k.pts, 6*l.ratio), view)
	if len(inside) == 0 {
		return false
	}
	// To the sides of the line by so much that it just passes beside the plate.
	best, least := point{}, float32(math.Inf(1))
	var plate box
	for i, at := range inside {
		t := float32(i)/float32(max(1, len(inside)-1)) - 0.5
		if t < -0.32 || t > 0.32 || i%2 == 1 && len(inside) > 40 {
			continue
		}
		n := direction(inside[max(0, i-1)], inside[min(len(inside)-1, i+1)]).turned()
		whole := l.plate(at, run)
		clear := (abs32(n.x)*whole.width()+abs32(n.y)*whole.height())/2 + k.width()*l.ratio/2 + 1.5*l.ratio
		for side, by := range []float32{0, clear, -clear} {
			p := point{at.x + n.x*by, at.y + n.y*by}
			b := l.plate(p, run)
			if !b.within(view.grow(-2)) || l.cut(b) || !l.placer.free(b.grow(l.ratio), bySymbol|byLabel) {
				continue
			}
			// Each cell of another's line costs as much as a quarter of the way to the end.
			others := l.placer.count(b, byLink)
			if side == 0 {
				others -= l.placer.countLine(k.pts, k.width()*l.ratio, b)
			}
			cost := 0.25*float32(max(0, others)) + abs32(t)
			if side > 0 {
				cost += 0.16 // on its line a label is tied to it best
			}
			if cost < least {
				best, least, plate = p, cost, b
			}
		}
	}
	if math.IsInf(float64(least), 1) {
		return false
	}
	l.placer.take(plate.grow(2*l.ratio), byLabel)
	l.labels = append(l.labels, eventLabel{
		run: run, x: best.x - run.width/2, y: best.y + run.capHeight/2,
		plate: &plate, edge: k.link,
	})
	return true
}

// insideOf is the longest stretch of a line that lies in a box.
func insideOf(pts []point, b box) []point {
	from, best := -1, []point(nil)
	for i := range len(pts) + 1 {
		in := i < len(pts) && pts[i].x > b.x0 && pts[i].x < b.x1 && pts[i].y > b.y0 && pts[i].y < b.y1
		switch {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			if i-from > len(best) {
				best = pts[from:i]
			}
			from = -1
		}
	}
	return best
}

func (l *sceneLayout) plate(at point, run *textRun) box {
	w, h := run.width/2+6*l.ratio, run.capHeight/2+4.6*l.ratio
	return box{at.x - w, at.y - h, at.x + w, at.y + h}
}

func abs32(v float32) float32 { return max(v, -v) }
