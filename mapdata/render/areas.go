package render

import (
	"image/color"
	"math"
	"sort"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// placedArea is an area or a disc as drawn, in pixels.
type placedArea struct {
	area *scene.Area
	disc *scene.Disc
	path *path // closed rings; of a line, open ones
	open bool
	// edge is what is stroked where that is not all of path, which has sides of its
	// own where it was cut; nil: it is.
	edge *path
}

// outline is the path to stroke.
func (a *placedArea) outline() *path {
	if a.edge != nil {
		return a.edge
	}
	return a.path
}

func (l *sceneLayout) placeAreas() []placedArea {
	var out []placedArea
	for i := range l.scene.Areas {
		a := &l.scene.Areas[i]
		pa := placedArea{area: a, path: &path{}}
		switch g := a.Geometry.(type) {
		case orb.Polygon:
			l.polygon(&pa, g)
		case orb.MultiPolygon:
			for _, p := range g {
				l.polygon(&pa, p)
			}
		case orb.Bound:
			l.polygon(&pa, g.ToPolygon())
		case orb.LineString:
			pa.open = true
			l.lineString(pa.path, g)
		case orb.MultiLineString:
			pa.open = true
			for _, s := range g {
				l.lineString(pa.path, s)
			}
		}
		if !pa.path.empty() {
			out = append(out, pa)
		}
	}
	for i := range l.scene.Discs {
		d := &l.scene.Discs[i]
		pa := placedArea{disc: d, path: &path{}}
		if d.RadiusM > 0 {
			l.polygon(&pa, geo.Circle(d.At, math.Min(d.RadiusM, 9e6), 96))
		}
		if !pa.path.empty() {
			out = append(out, pa)
		}
	}
	return out
}

func (l *sceneLayout) polygon(a *placedArea, poly orb.Polygon) {
	for _, ring := range poly {
		l.worldRing(a, project(l.frame, ring))
	}
}

func (l *sceneLayout) lineString(p *path, s orb.LineString) {
	pts := project(l.frame, s)
	if len(pts) == 0 {
		return
	}
	first, last := l.shifts(boundOf(pts))
	for k := first; k <= last; k++ {
		l.line(p, pts, float64(k))
	}
}

func (l *sceneLayout) worldRing(a *placedArea, pts []geo.World) {
	if len(pts) > 1 && pts[0] == pts[len(pts)-1] {
		pts = pts[:len(pts)-1]
	}
	if len(pts) < 3 {
		return
	}
	if len(pts) > 64 {
		if s := simplifyRing(pts, halfPixel/l.finest); s != nil {
			pts = s
		}
	}
	first, last := l.shifts(boundOf(pts))
	seams := l.seams(pts)
	if (seams != nil || l.chart != nil) && a.edge == nil {
		a.edge = &path{}
		a.edge.appendPath(a.path, 0, 0) // the rings before
	}
	for k := first; k <= last; k++ {
		from := len(a.path.subs)
		l.ring(a.path, pts, float64(k))
		switch {
		case seams != nil || l.chart != nil:
			l.withoutSeams(a.edge, pts, seams, float64(k))
		case a.edge != nil:
			a.edge.appendPath(a.path.since(from), 0, 0)
		}
	}
}

func project[S ~[]orb.Point](f *frame, s S) []geo.World {
	out := make([]geo.World, len(s))
	for i, p := range s {
		out[i] = f.place(p)
	}
	return out
}

func boundOf(pts []geo.World) geo.Rect {
	b := geo.EmptyRect()
	for _, p := range pts {
		b = b.Extend(p)
	}
	return b
}

// drawAreas draws areas and, over them, discs: a translucent filling that says the
// assessment, and an outline.
func (l *sceneLayout) drawAreas(areas []placedArea) {
	l.out.begin("areas", l.rect)
	for _, a := range areas {
		if a.area != nil {
			l.drawArea(a, a.area.Fill, l.colour.eventColour(a.area.Colour), a.area.Selected, 1.4)
			l.hits.addArea(a)
		}
	}
	l.out.begin("discs", l.rect)
	// Events of one town have one disc between them: laid over each other they would
	// grow ever darker, as if that said something.
	type look struct {
		at       orb.Point
		radius   float64
		colour   color.NRGBA
		fill     scene.Fill
		selected bool
	}
	drawn := map[look]bool{}
	for _, a := range areas {
		if a.disc != nil {
			k := look{a.disc.At, a.disc.RadiusM, a.disc.Colour, a.disc.Fill, a.disc.Selected}
			if drawn[k] {
				l.hits.addArea(a)
				continue
			}
			drawn[k] = true
			l.drawArea(a, a.disc.Fill, l.colour.eventColour(a.disc.Colour), a.disc.Selected, 1.1)
			l.hits.addArea(a)
		}
	}
}

func (l *sceneLayout) drawArea(a placedArea, fill scene.Fill, c color.NRGBA, selected bool, width float32) {
	strength := float32(0.17)
	if l.colour.dark {
		strength = 0.2
	}
	pn := pen{width: width * l.ratio}
	if l.fills(a) {
		strength *= 0.45
	}
	if a.disc != nil { // where its edge lies is the least certain of it
		pn.dash = []float32{6 * l.ratio, 3 * l.ratio}
	}
	switch fill {
	case scene.Hollow:
		strength *= 0.4 // hollow, as far as an area can be and still be seen as one
	case scene.Crossed:
		strength *= 0.3
		pn.dash = []float32{2 * l.ratio, 4 * l.ratio}
	case scene.Hatched:
		strength *= 0.5
		pn.dash = []float32{5 * l.ratio, 3 * l.ratio}
	}
	if !a.open && a.surrounds(l.inSight) {
		strength *= 0.3 // a tint over all that is seen tells little, and dulls the rest
	}
	if !a.open {
		l.out.fillEvenOdd(a.path, plain(alpha(c, strength)))
		if fill == scene.Hatched {
			l.out.fillEvenOdd(a.path, paint{colour: alpha(c, 0.45), hatch: l.hatch(8, 1.3, true)})
		}
	}
	if selected {
		l.out.stroke(a.outline(), pen{width: pn.width + 5*l.ratio, round: true}, alpha(l.colour.accent, 0.35))
	}
	l.out.stroke(a.outline(), pn, alpha(c, 0.85))
}

// surrounds reports whether all of a part of the picture lies within the area, as far as
// its corners and its middle tell.
func (a *placedArea) surrounds(b box) bool {
	p := a.path.bounds()
	if p.x0 > b.x0 || p.y0 > b.y0 || p.x1 < b.x1 || p.y1 < b.y1 {
		return false
	}
	for _, at := range []point{{b.x0, b.y0}, {b.x1, b.y0}, {b.x0, b.y1}, {b.x1, b.y1}, {(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2}} {
		if !a.path.contains(at) {
			return false
		}
	}
	return true
}

// labelSpots lists places well inside an area, in view, the most spacious first.
func (l *sceneLayout) labelSpots(a placedArea) []point {
	b := a.path.bounds()
	view := l.box()
	if b.meets(l.inSight) {
		view = l.inSight
	}
	view = view.grow(-8 * l.ratio)
	b = box{max(b.x0, view.x0), max(b.y0, view.y0), min(b.x1, view.x1), min(b.y1, view.y1)}
	if b.width() <= 0 || b.height() <= 0 {
		return nil
	}
	const grid = 21
	type spot struct {
		at    point
		space float32
	}
	var spots []spot
	for i := range grid {
		for j := range grid {
			at := point{b.x0 + b.width()*(float32(i)+0.5)/grid, b.y0 + b.height()*(float32(j)+0.5)/grid}
			if !a.path.contains(at) {
				continue
			}
			d := a.path.distance(at)
			d = min(d, min(min(at.x-view.x0, view.x1-at.x), min(at.y-view.y0, view.y1-at.y)))
			spots = append(spots, spot{at, d})
		}
	}
	sort.SliceStable(spots, func(i, j int) bool { return spots[i].space > spots[j].space })
	out := make([]point, len(spots))
	for i, s := range spots {
		out[i] = s.at
	}
	return out
}
