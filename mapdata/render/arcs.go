package render

import (
	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// arrow says whether the line ends in an arrowhead.
func (k *placedLink) arrow() bool {
	return !k.headless && (k.link.Style == scene.Arrow || k.link.Style == scene.BrokenArrow)
}

// arcs lays a link along its great circle: once for each of the repeated worlds, or on
// a chart in the parts that the projection cuts it into.
func (l *sceneLayout) arcs(k *scene.Link) []placedLink {
	if l.chart != nil {
		return l.chartArcs(k)
	}
	var out []placedLink
	world := geo.Arc(k.A, k.B, arcPoints)
	first, last := l.shifts(boundOf(world))
	for s := first; s <= last; s++ {
		runs := onMap(world)
		longest, named := float32(-1), len(out)
		for r, run := range runs {
			pts := make([]point, len(run))
			for j, w := range run {
				pts[j] = l.px(w, float64(s))
			}
			if n := l.seenLength(pts); n > longest {
				longest, named = n, len(out)
			}
			out = append(out, placedLink{link: k, pts: pts, headless: r < len(runs)-1, nameless: true})
		}
		if named < len(out) {
			out[named].nameless = false
		}
	}
	return out
}

// onMap cuts a line where it leaves the map over a pole.
func onMap(world []geo.World) [][]geo.World {
	var out [][]geo.World
	from := 0
	beyond := func(w geo.World) bool { return w.Y <= 0 || w.Y >= 1 }
	for i := 1; i < len(world); i++ {
		if beyond(world[i-1]) && beyond(world[i]) {
			if i-from > 1 {
				out = append(out, world[from:i])
			}
			from = i
		}
	}
	if len(world)-from > 1 {
		out = append(out, world[from:])
	}
	return out
}

// farArc is how far outside of the picture links are followed, in pixels: far enough
// for what is done to their ends not to be seen.
const farArc = 4000

// chartArcs lays a link on a chart. Parts that the projection leaves next to each
// other are one line.
func (l *sceneLayout) chartArcs(k *scene.Link) []placedLink {
	var parts [][]point
	x0, y0 := float32(l.rect.Min.X), float32(l.rect.Min.Y)
	l.chart.Line(geo.FarArc(k.A, k.B, arcPoints), farArc, func(px []geo.Pixel) {
		part := make([]point, len(px))
		for i, p := range px {
			part[i] = point{float32(p.X) + x0, float32(p.Y) + y0}
		}
		parts = append(parts, part)
	})
	a, b := l.px(l.place(k.A), 0), l.px(l.place(k.B), 0)
	out := joined(parts, a)
	links := make([]placedLink, len(out))
	longest, at := float32(-1), 0
	for i, pts := range out {
		links[i] = placedLink{link: k, pts: pts, headless: dist(pts[len(pts)-1], b) > 1, nameless: true}
		if n := l.seenLength(pts); n > longest {
			longest, at = n, i
		}
	}
	if len(links) > 0 {
		links[at].nameless = false
	}
	return links
}

// joined puts the parts of a line that begins at a in order and makes one of those that
// meet.
func joined(parts [][]point, a point) [][]point {
	const near = 0.5 // pixels
	// Parts come for one repeated world after the other, each in the line's direction.
	var out [][]point
	for at := a; len(parts) > 0; {
		next := 0
		for i, p := range parts {
			if dist(p[0], at) < dist(parts[next][0], at) {
				next = i
			}
		}
		p := parts[next]
		parts = append(parts[:next:next], parts[next+1:]...)
		if n := len(out); n > 0 && dist(p[0], at) < near {
			out[n-1] = append(out[n-1], p[1:]...)
		} else {
			out = append(out, p)
		}
		at = p[len(p)-1]
	}
	return out
}

// seenLength is how much of a line is in the picture.
func (l *sceneLayout) seenLength(pts []point) float32 {
	sum, view := float32(0), l.box()
	for i := 1; i < len(pts); i++ {
		p := pts[i]
		if (box{p.x, p.y, p.x, p.y}).within(view) {
			sum += dist(pts[i-1], p)
		}
	}
	return sum
}
