package render

import "sitmap/mapdata/scene"

// areaLabel is the tag and text of an area, to be placed as one.
type areaLabel struct {
	area          *scene.Area
	run           *textRun
	tag           *symbol
	tagWidth      float32
	width, height float32
}

// labelArea sets an area's tag and label within the area, where it is widest and
// free; else its text alone beside it, with a stem; at the least its tag stands in it,
// whatever it hides. Nothing of it looks like a mark: the event is somewhere in the
// area, not where its label stands.
func (l *sceneLayout) labelArea(a placedArea) {
	icon := a.area.Icon
	if l.fills(a) { // where in it the label stands says nothing
		icon = ""
	}
	whole := l.areaLabel(a.area, a.area.Label, l.areaTag(a.area, icon))
	spots := l.labelSpots(a)
	best, fewest := -1, 1<<30 // links across it
	for i, at := range spots {
		b := whole.box(at).grow(3 * l.ratio)
		if !a.holds(b) || l.cut(b) || !l.placer.inFrame(b) || !l.placer.free(b, bySymbol|byLabel) {
			continue
		}
		if n := l.placer.count(b, byLink); n < fewest {
			best, fewest = i, n
		}
		if fewest == 0 {
			break
		}
	}
	if best >= 0 {
		l.putAreaLabel(whole, spots[best], nil)
		return
	}
	var tag *symbol
	if l.scene.By != nil && a.area.Value >= 0 { // its size tells something
		tag = whole.tag
	}
	if whole.run != nil && len(spots) > 0 && l.labelBeside(a, l.areaLabel(a.area, a.area.Label, tag), spots) {
		return
	}
	if whole.run != nil && a.seen(l.inSight) {
		l.roomless(l.inSight)
	}
	l.labelByIcon(a, spots)
}

// labelByIcon marks an area by its tag alone: where it is free, else where it hides
// the least. No event is without a mark; one without an icon has its outline alone.
func (l *sceneLayout) labelByIcon(a placedArea, spots []point) {
	icon := l.areaLabel(a.area, "", l.areaTag(a.area, a.area.Icon))
	if len(spots) == 0 { // a line, or a strip too narrow to stand in
		spots = l.outlineSpots(a)
	}
	if icon.tag == nil || len(spots) == 0 {
		return
	}
	best, least := spots[0], 1<<30
	for _, at := range spots {
		b := icon.box(at).grow(l.ratio)
		if !l.placer.inFrame(b) {
			continue
		}
		if n := l.placer.count(b, bySymbol|byLabel); n < least {
			best, least = at, n
		}
		if least == 0 {
			break
		}
	}
	l.putAreaLabel(icon, best, nil)
}

// outlineSpots lists the points of an area's outline that are in sight.
func (l *sceneLayout) outlineSpots(a placedArea) []point {
	var out []point
	for _, view := range []box{l.inSight, l.box()} {
		view = view.grow(-12 * l.ratio)
		a.path.each(func(pts []point, _ bool) {
			for _, p := range pts {
				if (box{p.x, p.y, p.x, p.y}).within(view) {
					out = append(out, p)
				}
			}
		})
		if len(out) > 0 {
			break
		}
	}
	return out
}

// labelBeside sets a label outside an area that is too small or too full for it.
func (l *sceneLayout) labelBeside(a placedArea, label areaLabel, spots []point) bool {
	b := a.path.bounds()
	gap := 14 * l.ratio
	half := label.width / 2
	mid := point{(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2}
	rows := []float32{mid.y, mid.y + b.height()/4, mid.y - b.height()/4, b.y1, b.y0}
	var candidates []point
	for _, gap := range []float32{gap, 2.5 * gap, 4 * gap} { // rather farther out than not at all
		for _, y := range rows {
			candidates = append(candidates, point{b.x1 + gap + half, y}, point{b.x0 - gap - half, y})
		}
		candidates = append(candidates, point{mid.x, b.y1 + gap}, point{mid.x, b.y0 - gap})
	}
	// Crossing a line is better than being cut at the edge of what is in sight.
	for _, sight := range []box{l.inSight, l.box()} {
		for _, avoid := range []occupancy{bySymbol | byLabel | byLink, bySymbol | byLabel} {
			for _, at := range candidates {
				if at.x == mid.x && mid.x > sight.x0 && mid.x < sight.x1 { // above or below: as far aside as it takes to be in sight
					side := half + 6*l.ratio
					at.x = max(sight.x0+side, min(at.x, sight.x1-side))
				}
				room := label.box(at).grow(3 * l.ratio)
				if room.within(sight) && !l.cut(room) && l.placer.inFrame(room) && l.placer.free(room, avoid) {
					to := stem(a.path, at, half, room, spots, l.ratio)
					if !l.placer.clear(to, bySymbol|byLabel) {
						continue
					}
					l.putAreaLabel(label, at, to)
					return true
				}
			}
		}
	}
	return false
}

// stem runs from the near side of a label beside its area towards the nearest good
// spot in it, as far as the area's edge.
func stem(area *path, at point, half float32, room box, spots []point, ratio float32) *path {
	b := area.bounds()
	from := point{clamp((b.x0+b.x1)/2, at.x-half, at.x+half), at.y}
	to := spots[0]
	for _, s := range spots {
		if dist(s, from) < dist(to, from) {
			to = s
		}
	}
	switch {
	case from.x > at.x-half && from.x < at.x+half:
		from.y = clamp(to.y, room.y0, room.y1)
	case to.x > from.x:
		from.x += 3 * ratio
	default:
		from.x -= 3 * ratio
	}
	return linePath(from, area.entry(from, to))
}

// entry is where a straight line first meets the outline; its end if it does not.
func (p *path) entry(from, to point) point {
	first := float32(1)
	d := point{to.x - from.x, to.y - from.y}
	p.each(func(pts []point, closed bool) {
		a := pts[0]
		if closed {
			a = pts[len(pts)-1]
		}
		for _, b := range pts {
			e := point{b.x - a.x, b.y - a.y}
			if cross := d.x*e.y - d.y*e.x; cross != 0 {
				r := point{a.x - from.x, a.y - from.y}
				t, u := (r.x*e.y-r.y*e.x)/cross, (r.x*d.y-r.y*d.x)/cross
				if t >= 0 && t < first && u >= 0 && u <= 1 {
					first = t
				}
			}
			a = b
		}
	})
	return point{from.x + first*d.x, from.y + first*d.y}
}

// areaLabel is a label with a tag, or without.
func (l *sceneLayout) areaLabel(a *scene.Area, text string, tag *symbol) areaLabel {
	out := areaLabel{area: a, run: l.set.set(text, l.eventStyle(12)), tag: tag}
	if out.run != nil {
		out.width, out.height = out.run.width, out.run.capHeight
	}
	if tag != nil {
		b := tag.bounds()
		out.tagWidth = b.width()
		if out.run != nil {
			out.width += 5 * l.ratio
		}
		out.width += out.tagWidth
		out.height = max(out.height, b.height())
	}
	return out
}

func (e *areaLabel) box(at point) box {
	return box{at.x - e.width/2, at.y - e.height/2, at.x + e.width/2, at.y + e.height/2}
}

func (l *sceneLayout) putAreaLabel(label areaLabel, at point, stem *path) {
	b := label.box(at)
	l.placer.take(b.grow(3*l.ratio), byLabel)
	l.hits.addLabel(label.area, b)
	e := eventLabel{run: label.run, icon: label.tag, area: label.area, stem: stem}
	x := b.x0
	if label.tag != nil {
		e.at = point{b.x0 + label.tagWidth/2, at.y}
		x += label.tagWidth + 5*l.ratio
		l.placer.take(box{b.x0, b.y0, b.x0 + label.tagWidth, b.y1}, bySymbol)
	}
	if label.run != nil {
		e.x, e.y = x, at.y+label.run.capHeight/2
	}
	l.labels = append(l.labels, e)
}

// holds says whether a box lies within an area, as far as its corners and the
// middles of its long sides tell.
func (a *placedArea) holds(b box) bool {
	mid := (b.x0 + b.x1) / 2
	for _, p := range []point{{b.x0, b.y0}, {b.x1, b.y0}, {b.x0, b.y1}, {b.x1, b.y1}, {mid, b.y0}, {mid, b.y1}} {
		if !a.path.contains(p) {
			return false
		}
	}
	return true
}
