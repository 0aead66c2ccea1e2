package situation

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
	"sitmap/store/index"
)

// SceneBound encloses what a scene draws, and reports whether it draws anything.
// Its west is greater than its east where the smallest bound crosses the date
// line.
func SceneBound(s *scene.Scene) (orb.Bound, bool) { return sceneBound(s, "") }

// DrawnBound encloses what a scene draws and the events drawn as its points (nil: none),
// as [SceneBound] does.
func DrawnBound(s *scene.Scene, points *index.Selection) (orb.Bound, bool) {
	b, ok := SceneBound(s)
	if points == nil {
		return b, ok
	}
	p, any := points.Bound()
	if !any {
		return b, ok
	}
	x := newExtent()
	for _, b := range []orb.Bound{b, p} {
		if b.Min[1] > b.Max[1] {
			continue // holds nothing
		}
		if b.Min[0] > b.Max[0] {
			b.Max[0] += 360
		}
		x.add(b)
	}
	return x.bound()
}

// sceneBound is that of one event, or of all for "".
func sceneBound(s *scene.Scene, event string) (orb.Bound, bool) {
	x := newExtent()
	of := func(id scene.ID) bool { return event == "" || id.Event == event }
	for _, m := range s.Marks {
		if of(m.ID) {
			x.add(m.At.Bound())
		}
	}
	for _, d := range s.Discs {
		if of(d.ID) {
			x.add(geo.Circle(d.At, d.RadiusM, 16).Bound())
		}
	}
	for _, l := range s.Links {
		if of(l.ID) {
			for _, piece := range geo.GreatCircle(l.A, l.B, 32) {
				x.add(piece.Bound())
			}
		}
	}
	for _, a := range s.Areas {
		if of(a.ID) {
			x.geometry(a.Geometry)
		}
	}
	return x.bound()
}

// emptyBound holds nothing, as the contract of Bound has it.
func emptyBound() orb.Bound { return orb.Bound{Min: orb.Point{0, 1}, Max: orb.Point{0, -1}} }

// extent gathers latitudes and the pieces of the round of longitudes that are in
// use.
type extent struct {
	south, north float64
	used         [][2]float64 // west ≤ east, west in [-180, 180)
}

func newExtent() *extent { return &extent{south: math.Inf(1), north: math.Inf(-1)} }

func (x *extent) add(b orb.Bound) {
	if b.IsEmpty() {
		return
	}
	x.south, x.north = math.Min(x.south, b.Min[1]), math.Max(x.north, b.Max[1])
	width := b.Max[0] - b.Min[0]
	west := geo.WrapLongitude(b.Min[0])
	x.used = append(x.used, [2]float64{west, west + width})
}

// geometry takes the parts of an area one by one: a country on both sides of the
// date line has parts at both ends of the world.
func (x *extent) geometry(g orb.Geometry) {
	switch g := g.(type) {
	case nil:
	case orb.MultiPolygon:
		for _, p := range g {
			x.add(p.Bound())
		}
	case orb.Collection:
		for _, c := range g {
			x.geometry(c)
		}
	default:
		x.add(g.Bound())
	}
}

// bound leaves out the widest gap in the round of longitudes.
func (x *extent) bound() (orb.Bound, bool) {
	if len(x.used) == 0 {
		return emptyBound(), false
	}
	slices.SortFunc(x.used, func(a, b [2]float64) int {
		switch {
		case a[0] < b[0]:
			return -1
		case a[0] > b[0]:
			return 1
		}
		return 0
	})
	reach := x.used[0][1]
	gap, west, east := 0.0, -180.0, 180.0
	for _, u := range x.used[1:] {
		if u[0]-reach > gap {
			gap, west, east = u[0]-reach, u[0], reach
		}
		reach = math.Max(reach, u[1])
	}
	if last := x.used[0][0] + 360 - reach; last >= gap && last > 0 {
		gap, west, east = last, x.used[0][0], reach
	}
	if gap <= 0 {
		west, east = -180, 180
	}
	if east > 180 {
		east = geo.WrapLongitude(east)
	}
	return orb.Bound{Min: orb.Point{west, x.south}, Max: orb.Point{east, x.north}}, true
}
