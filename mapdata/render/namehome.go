package render

import (
	"math"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
)

// A moved name stands at least by half in what it names, and at most by a fifth on the
// land of others.
const leastHome, mostAway = 0.5, 0.21

// atHome says whether a name that was moved off its place still stands in what it
// names: its middle does and most of it, and next to nothing on the land of a
// neighbour. Over water it may reach.
func (n *nameLayout) atHome(b box, shift, rows int, own func(geo.World) bool) bool {
	const samples = 5
	home := func(x, y float32) bool {
		w, ok := n.position(x, y, shift)
		return ok && own(w)
	}
	if !home((b.x0+b.x1)/2, (b.y0+b.y1)/2) {
		return false
	}
	at, away := 0, 0
	for r := range rows {
		y := b.y0 + b.height()*(float32(r)+0.5)/float32(rows)
		for i := range samples {
			x := b.x0 + b.width()*(0.04+0.92*float32(i)/(samples-1))
			switch {
			case home(x, y):
				at++
			case n.land.share(box{x, y, x, y}) > 0.3:
				away++
			}
		}
	}
	all := float32(rows * samples)
	return float32(at) >= leastHome*all && float32(away) <= mostAway*all
}

// position is where on the map a pixel lies, in the world as the base map holds it,
// when seen so many worlds to the east.
func (f *frame) position(x, y float32, shift int) (geo.World, bool) {
	if f.chart != nil {
		p, ok := f.lonLat(float64(x), float64(y))
		return geo.Project(p), ok
	}
	w := f.view.FromPixel(float64(x)-float64(f.rect.Min.X), float64(y)-float64(f.rect.Min.Y))
	w.X -= float64(shift)
	w.X -= math.Floor(w.X)
	return w, true
}

// holds says whether a position lies in an area, as it is drawn.
func (d *detail) holds(a *lazyArea, w geo.World) bool {
	inside := false
	for i := range a.rings {
		if a.rings[i].bound.Contains(w) && ringHolds(d.ring(a, i), w) {
			inside = !inside
		}
	}
	return inside
}

// areaHolds says whether a position lies in an area of the base map.
func areaHolds(a *basemap.Area, w geo.World) bool {
	if !a.Bound.Contains(w) {
		return false
	}
	inside := false
	for _, r := range a.Rings {
		if ringHolds(r, w) {
			inside = !inside
		}
	}
	return inside
}

// ringHolds says by the even-odd rule whether a position lies in a ring.
func ringHolds(ring []geo.World, w geo.World) bool {
	inside := false
	if len(ring) == 0 {
		return false
	}
	a := ring[len(ring)-1]
	for _, b := range ring {
		if (a.Y <= w.Y) != (b.Y <= w.Y) && a.X+(w.Y-a.Y)/(b.Y-a.Y)*(b.X-a.X) > w.X {
			inside = !inside
		}
		a = b
	}
	return inside
}
