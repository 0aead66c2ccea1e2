package render

import "sitmap/mapdata/scene"

// areaLabel is the icon and text of an area, to be placed as one.
type areaLabel struct {
	area          *scene.Area
	run           *textRun
	icon          *symbol
	size          float32 // of the icon
	width, height float32
}

// labelArea sets an area's icon and label within the area, where it is widest and
// free; else beside it, with a stem; at the least its icon stands in it, whatever it
// hides.
func (l *sceneLayout) labelArea(a placedArea) {
	whole := l.areaLabel(a.area, a.area.Label)
	spots := l.labelSpots(a)
	best, fewest := -1, 1<<30 // links across it
	for i, at := range spots {
		b := whole.box(at).grow(3 * l.ratio)
		if !a.holds(b) || !l.placer.inFrame(b) || !l.placer.free(b, bySymbol|byLabel) {
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
	if whole.run != nil && len(spots) > 0 && l.labelBeside(a, whole, spots) {
		return
	}
	l.labelByIcon(a, spots)
}

// labelByIcon marks an area by its icon alone: where it is free, else where it hides
// the least. No event is without a mark; one without an icon has its outline alone.
func (l *sceneLayout) labelByIcon(a placedArea, spots []point) {
	icon := l.areaLabel(a.area, "")
	if len(spots) == 0 { // a line, or a strip too narrow to stand in
		spots = l.outlineSpots(a)
	}
	if icon.icon == nil || len(spots) == 0 {
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
	for _, y := range rows {
		candidates = append(candidates, point{b.x1 + gap + half, y}, point{b.x0 - gap - half, y})
	}
	candidates = append(candidates, point{mid.x, b.y1 + gap}, point{mid.x, b.y0 - gap})
	// Crossing a line is better than being cut at the edge of what is in sight.
	for _, sight := range []box{l.inSight, l.box()} {
		for _, avoid := range []occupancy{bySymbol | byLabel | byLink, bySymbol | byLabel} {
			for _, at := range candidates {
				room := label.box(at).grow(3 * l.ratio)
				if room.within(sight) && l.placer.inFrame(room) && l.placer.free(room, avoid) {
					l.putAreaLabel(label, at, stem(mid, at, half, room, spots, l.ratio))
					return true
				}
			}
		}
	}
	return false
}

// stem runs from the near side of a label beside its area to the nearest good spot
// in it.
func stem(mid, at point, half float32, room box, spots []point, ratio float32) *path {
	from := point{clamp(mid.x, at.x-half, at.x+half), at.y}
	to := spots[0]
	for _, s := range spots {
		if dist(s, from) < dist(to, from) {
			to = s
		}
	}
	switch {
	case from.x == mid.x:
		from.y = clamp(to.y, room.y0, room.y1)
	case to.x > from.x:
		from.x += 3 * ratio
	default:
		from.x -= 3 * ratio
	}
	return linePath(from, to)
}

func (l *sceneLayout) areaLabel(a *scene.Area, text string) areaLabel {
	out := areaLabel{area: a, run: l.set.set(text, l.eventStyle(12)), size: 2 * float32(int(8*l.ratio+0.5))}
	if out.run != nil {
		out.width, out.height = out.run.width, out.run.capHeight
	}
	if a.Icon != "" {
		out.icon = l.symbols.mark(markKey{a.Icon, a.Colour, a.Fill, out.size, a.Selected, l.colour})
		if out.run != nil {
			out.width += 5 * l.ratio
		}
		out.width += out.size
		out.height = max(out.height, out.size)
	}
	return out
}

func (e *areaLabel) box(at point) box {
	return box{at.x - e.width/2, at.y - e.height/2, at.x + e.width/2, at.y + e.height/2}
}

func (l *sceneLayout) putAreaLabel(label areaLabel, at point, stem *path) {
	l.placer.take(label.box(at).grow(3*l.ratio), byLabel)
	e := eventLabel{run: label.run, icon: label.icon, area: label.area, stem: stem}
	// The icon stands where the stem begins: first, but last in a label to the left of
	// its area.
	x, left := at.x-label.width/2, at.x-label.width/2
	if label.icon != nil {
		if last := stem != nil && stem.pts[0].x > at.x && stem.pts[0].y == at.y; last {
			left = at.x + label.width/2 - label.size
		} else {
			x += label.size + 5*l.ratio
		}
		e.at = point{left + label.size/2, at.y}
		r := label.size / 2
		l.placer.take(box{e.at.x - r, e.at.y - r, e.at.x + r, e.at.y + r}, bySymbol)
		l.hits.addMark(placedMark{
			mark: &scene.Mark{ID: label.area.ID, Name: label.area.Name}, at: e.at, radius: r,
		})
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
