package picture

import (
	"cmp"
	"math"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// usualMark is the diameter of a mark that tells none, in device-independent pixels.
const usualMark = 20

// arcSteps is how many pieces a great circle is looked at in.
const arcSteps = 64

// sight is what a view shows of a scene.
type sight struct {
	view  geo.View
	ratio float64    // pixels per device-independent pixel
	chart *geo.Chart // what is shown instead of the view, in another projection; or nil
}

// seen are the ids of the events of which a mark, link, disc or area meets the view.
func (s sight) seen(sc *scene.Scene) map[string]bool {
	ids := map[string]bool{}
	add := func(id scene.ID, meets func() bool) {
		if id.Event != "" && !ids[id.Event] && meets() {
			ids[id.Event] = true
		}
	}
	for i := range sc.Marks {
		x := &sc.Marks[i]
		add(x.ID, func() bool { return s.mark(x) })
	}
	for i := range sc.Links {
		x := &sc.Links[i]
		add(x.ID, func() bool { return s.shape([][]geo.World{s.arc(x.A, x.B)}, false) })
	}
	for i := range sc.Discs {
		x := &sc.Discs[i]
		add(x.ID, func() bool { return s.geometry(geo.Circle(x.At, x.RadiusM, arcSteps)) })
	}
	for i := range sc.Areas {
		x := &sc.Areas[i]
		add(x.ID, func() bool { return s.geometry(x.Geometry) })
	}
	return ids
}

func (s sight) mark(m *scene.Mark) bool {
	r := cmp.Or(m.Size, usualMark) / 2 * s.ratio
	if s.chart != nil {
		return s.charted(m.At, r)
	}
	w := geo.Project(m.At)
	for turn := -1.0; turn <= 1; turn++ {
		x, y := s.view.ToPixel(w)
		x += turn * s.view.Scale
		if x > -r && y > -r && x < float64(s.view.Width)+r && y < float64(s.view.Height)+r {
			return true
		}
	}
	return false
}

func (s sight) geometry(g orb.Geometry) bool {
	switch g := g.(type) {
	case orb.Point:
		return s.mark(&scene.Mark{At: g})
	case orb.MultiPoint:
		for _, p := range g {
			if s.geometry(p) {
				return true
			}
		}
	case orb.LineString:
		return s.shape([][]geo.World{s.world(g)}, false)
	case orb.MultiLineString:
		for _, l := range g {
			if s.geometry(l) {
				return true
			}
		}
	case orb.Ring:
		return s.geometry(orb.Polygon{g})
	case orb.Polygon:
		var rings [][]geo.World
		for _, r := range g {
			rings = append(rings, s.world(r))
		}
		return s.shape(rings, true)
	case orb.MultiPolygon:
		for _, p := range g {
			if s.geometry(p) {
				return true
			}
		}
	case orb.Collection:
		for _, part := range g {
			if s.geometry(part) {
				return true
			}
		}
	}
	return false
}

func (s sight) world(points []orb.Point) []geo.World {
	project := geo.Project
	if s.chart != nil {
		project = geo.ProjectFar
	}
	out := make([]geo.World, len(points))
	for i, p := range points {
		out[i] = project(p)
	}
	return out
}

// shape reports whether lines, or the area between them, meet the view. A line
// that leaves the world on one side goes on there.
func (s sight) shape(lines [][]geo.World, area bool) bool {
	if s.chart != nil {
		return s.chartedShape(lines, area)
	}
	w, h := float64(s.view.Width), float64(s.view.Height)
	inside := [3]bool{} // the view's middle, for each turn of the world
	for _, line := range lines {
		var ax, ay float64
		for i, p := range line {
			x, y := s.view.ToPixel(p)
			if i == 0 {
				ax, ay = x, y
				continue
			}
			x += s.view.Scale * math.Round((ax-x)/s.view.Scale)
			for turn := range inside {
				shift := float64(turn-1) * s.view.Scale
				if crosses(ax+shift, ay, x+shift, y, w, h) {
					return true
				}
				if (ay > h/2) != (y > h/2) && w/2 < ax+shift+(x-ax)*(h/2-ay)/(y-ay) {
					inside[turn] = !inside[turn]
				}
			}
			ax, ay = x, y
		}
	}
	return area && (inside[0] || inside[1] || inside[2])
}

// crosses reports whether a segment has a part within the rectangle from 0,0 to w,h
// (after Liang and Barsky).
func crosses(ax, ay, bx, by, w, h float64) bool {
	from, to := 0.0, 1.0
	for _, side := range [4][2]float64{{ax - bx, ax}, {bx - ax, w - ax}, {ay - by, ay}, {by - ay, h - ay}} {
		step, room := side[0], side[1]
		switch {
		case step == 0:
			if room < 0 {
				return false
			}
		case step < 0:
			from = max(from, room/step)
		default:
			to = min(to, room/step)
		}
	}
	return from <= to
}
