package render

import (
	"image/color"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// arcPoints is how many chords a great circle is drawn with.
const arcPoints = 96

// placeLinks lays the links in view along their great circles. Several between the
// same two places are bowed apart, as many to one side as to the other; more than
// some of a sort are one line.
func (l *sceneLayout) placeLinks(marks []placedMark) []placedLink {
	var out []placedLink
	for _, g := range groupLinks(l.scene.Links) {
		k := g.link
		gap := float32(11)
		if k.Style == scene.Spoke {
			gap = 5
		}
		for _, part := range l.arcs(k) {
			pts := part.pts
			if venue, moved := movedVenue(k, pts[len(pts)-1], marks); moved {
				pts = redirect(pts, venue)
			} else {
				pts = bow(pts, g.offset*gap*l.ratio)
			}
			if part.arrow() {
				pts = shorten(pts, l.clearance(pts[len(pts)-1], marks))
			}
			part.members = g.members
			if part.pts = l.nearPart(pts); len(part.pts) > 1 {
				out = append(out, part)
			}
		}
	}
	return out
}

// movedVenue is where the mark stands that a spoke leads to, if it was fanned out
// from its place.
func movedVenue(k *scene.Link, end point, marks []placedMark) (at point, moved bool) {
	if k.Style != scene.Spoke {
		return end, false
	}
	for i := range marks {
		if m := &marks[i]; m.mark.ID.Event == k.ID.Event && m.at != m.anchor && dist(m.anchor, end) < 2 {
			return m.at, true
		}
	}
	return end, false
}

// redirect leads the last part of a line to another end nearby.
func redirect(pts []point, end point) []point {
	by := point{end.x - pts[len(pts)-1].x, end.y - pts[len(pts)-1].y}
	reach := 6 * dist(point{}, by)
	pts = withEnds(pts, reach)
	out := make([]point, len(pts))
	left := float32(0) // from here to the end
	for i := len(pts) - 1; i >= 0; i-- {
		if i < len(pts)-1 {
			left += dist(pts[i], pts[i+1])
		}
		t := max(0, 1-left/max(reach, 1e-3))
		t *= t * (3 - 2*t)
		out[i] = point{pts[i].x + by.x*t, pts[i].y + by.y*t}
	}
	out[0] = pts[0]
	return out
}

// bow moves a line to one side, all of it but for its ends, so that lines beside it
// stay apart along their whole length, however close the view.
func bow(pts []point, by float32) []point {
	if by == 0 || len(pts) < 2 {
		return pts
	}
	reach := 5 * max(by, -by) // from the end to where the line is fully moved
	pts = withEnds(pts, reach)
	// How far along each point lies.
	at := make([]float32, len(pts))
	for i := 1; i < len(pts); i++ {
		at[i] = at[i-1] + dist(pts[i-1], pts[i])
	}
	length := at[len(at)-1]
	reach = min(reach, length/2)
	out := make([]point, len(pts))
	for i, p := range pts {
		t := min(1, min(at[i], length-at[i])/max(reach, 1e-3))
		k := by * t * (2 - t)
		n := direction(pts[max(0, i-1)], pts[min(len(pts)-1, i+1)]).turned()
		out[i] = point{p.x + n.x*k, p.y + n.y*k}
	}
	return out
}

// withEnds adds points within reach of both ends of a line, for it to bend at.
func withEnds(pts []point, reach float32) []point {
	const steps = 8
	n := len(pts)
	out := make([]point, 0, n+2*steps)
	between := func(a, b point, from, to float32) {
		d := dist(a, b)
		for k := range steps {
			s := from + (to-from)*float32(k)/steps
			if s > 0 && s < d {
				out = append(out, point{a.x + (b.x-a.x)*s/d, a.y + (b.y-a.y)*s/d})
			}
		}
	}
	out = append(out, pts[0])
	between(pts[0], pts[1], 0, reach)
	if n > 2 {
		out = append(out, pts[1:n-1]...)
	}
	if d := dist(pts[n-2], pts[n-1]); n > 2 {
		between(pts[n-2], pts[n-1], d-reach, d)
	}
	return append(out, pts[n-1])
}

// clearance is how much of an arrow's end a mark there hides.
func (l *sceneLayout) clearance(end point, marks []placedMark) float32 {
	clear := float32(3) * l.ratio
	for _, m := range marks {
		if d := dist(end, m.at); d < m.radius+3*l.ratio {
			clear = max(clear, m.radius+4*l.ratio)
		}
	}
	return clear
}

// shorten cuts a length off the end of a line.
func shorten(pts []point, by float32) []point {
	for len(pts) > 2 {
		d := dist(pts[len(pts)-1], pts[len(pts)-2])
		if d > by {
			break
		}
		by -= d
		pts = pts[:len(pts)-1]
	}
	a, b := pts[len(pts)-2], pts[len(pts)-1]
	if d := dist(a, b); d > by && d > 0 {
		t := by / d
		pts[len(pts)-1] = point{b.x + (a.x-b.x)*t, b.y + (a.y-b.y)*t}
	}
	return pts
}

// nearPart drops what lies far outside the picture at both ends.
func (l *sceneLayout) nearPart(pts []point) []point {
	b := l.box().grow(60 * l.ratio)
	near := func(i int) bool {
		q := box{min(pts[i].x, pts[i+1].x), min(pts[i].y, pts[i+1].y), max(pts[i].x, pts[i+1].x), max(pts[i].y, pts[i+1].y)}
		return q.grow(0.1).meets(b)
	}
	from, to := 0, len(pts)-1
	for from < to && !near(from) {
		from++
	}
	for to > from && !near(to-1) {
		to--
	}
	return pts[from : to+1]
}

// linkWidth is a link's width in device-independent pixels.
func linkWidth(s scene.LinkStyle) float32 {
	switch s {
	case scene.Spoke:
		return 1.15
	case scene.Arrow, scene.BrokenArrow:
		return 2.4
	default:
		return 2
	}
}

// drawLinks draws the lines, spokes beneath the others, each cased so that it
// stands off from the map and from what it crosses.
func (l *sceneLayout) drawLinks(links []placedLink) {
	l.out.begin("links", l.rect)
	for _, spokes := range []bool{true, false} {
		for i := range links {
			if (links[i].link.Style == scene.Spoke) == spokes {
				l.drawLink(&links[i])
			}
		}
	}
	l.out.begin("link ends", l.rect)
	for _, k := range links {
		c := l.colour.eventColour(k.link.Colour)
		switch k.link.Style {
		case scene.Spoke:
			l.end(k.link.A, 2.6, c)
		case scene.CallLink:
			l.end(k.link.A, 3, c)
			l.end(k.link.B, 3, c)
		default:
			l.end(k.link.A, 2.8, c)
		}
		l.hits.addLink(k)
	}
}

func (l *sceneLayout) end(at [2]float64, radius float32, c color.NRGBA) {
	w := l.place(at)
	first, last := l.shifts(geo.Rect{Min: w, Max: w})
	for s := first; s <= last; s++ {
		p := l.px(w, float64(s))
		l.out.put(&symbolItem{symbol: l.symbols.end(endKey{radius * l.ratio, c, l.colour}), x: p.x, y: p.y})
	}
}

func (l *sceneLayout) drawLink(k *placedLink) {
	c := l.colour.eventColour(k.link.Colour)
	w := k.width() * l.ratio
	double := k.link.Fill == scene.Hollow && k.link.Style == scene.CallLink
	if double {
		w *= 1.5
	}
	line := linePath(k.pts...)
	casing, around := alpha(l.colour.paper, 0.72), 2.6*l.ratio
	if k.link.Style == scene.Spoke { // quieter than what was said or sent
		c, casing, around = alpha(c, 0.72), alpha(l.colour.paper, 0.5), 1.6*l.ratio
	}
	if k.link.Selected {
		l.out.stroke(line, pen{width: w + 7*l.ratio, round: true}, alpha(l.colour.accent, 0.3))
	}
	body := k.pts
	arrow := k.arrow()
	if arrow {
		body = shorten(append([]point(nil), k.pts...), 7*l.ratio)
	}
	pn := pen{width: w}
	switch {
	case k.link.Style == scene.BrokenArrow:
		pn.dash = []float32{7 * l.ratio, 5 * l.ratio}
	case k.link.Fill == scene.Hatched:
		pn.dash = []float32{5 * l.ratio, 3.5 * l.ratio}
	case k.link.Fill == scene.Crossed:
		pn.dash = []float32{2 * l.ratio, 4 * l.ratio}
	}
	l.out.stroke(line, pen{width: w + around}, casing)
	if k.link.Fill == scene.Crossed {
		c = mix(c, l.colour.paper, crossedPale)
	}
	l.out.stroke(linePath(body...), pn, c)
	if double {
		// Reported only: hollow, as the marks are.
		l.out.stroke(linePath(body...), pen{width: max(1, 0.36*w)}, mix(c, l.colour.paper, 0.85))
	}
	if arrow {
		l.out.fill(arrowHead(k.pts, 11*l.ratio, 5.2*l.ratio), plain(c))
	}
}

// arrowHead is a barbed head at the end of a line.
func arrowHead(pts []point, length, half float32) *path {
	tip := pts[len(pts)-1]
	back := pts[0]
	for i := len(pts) - 2; i >= 0; i-- {
		if dist(pts[i], tip) >= length {
			back = pts[i]
			break
		}
	}
	d := direction(back, tip)
	n := d.turned()
	p := &path{}
	p.add(tip.x, tip.y)
	p.add(tip.x-d.x*length+n.x*half, tip.y-d.y*length+n.y*half)
	p.add(tip.x-d.x*length*0.74, tip.y-d.y*length*0.74)
	p.add(tip.x-d.x*length-n.x*half, tip.y-d.y*length-n.y*half)
	p.end(true)
	return p
}
