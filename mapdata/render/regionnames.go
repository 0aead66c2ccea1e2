package render

import (
	"strings"

	"sitmap/assets"
	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
)

// regions names the first-order regions that have room for it: small capitals,
// letter-spaced. Pieces without an ISO 3166-2 code of their own are no regions: whatever
// a source calls them, the point of view does not.
func (n *nameLayout) regions(zoom float64) {
	if zoom < admin1From+0.4 {
		return
	}
	for i := range n.detail.layers.Admin1 {
		a := &n.detail.layers.Admin1[i]
		if a.Width > 0 && a.Name != "" && a.Code != "" && (a.Bound.Max.X-a.Bound.Min.X)*n.finest > 40*float64(n.ratio) && n.seen(a.Bound) {
			n.region(a)
		}
	}
}

func (n *nameLayout) region(a *basemap.Area) {
	name := n.called(a.Names, a.Name)
	if n.isCity(a, name) {
		return
	}
	name = n.capitals(name, a.Owner)
	room := float32(a.Width * n.scaleAt(a.At))
	for _, size := range []float32{clamp(room/15, 8.6*n.ratio, 10.8*n.ratio), 8.6 * n.ratio} {
		st := textStyle{face: assets.Regular, size: size, spacing: spaced(name, size*0.17)}
		for _, lines := range breaks(name) {
			if n.lines(a.At, nameLines{
				key: nameKey{sort: regionNames, of: a.Code}, lines: lines, style: st, room: room * 0.96, pad: 3 * n.ratio,
				down: []float32{0, 1.2, -1.2, 2.4, -2.4, 3.6, -3.6, 4.8, -4.8},
				own:  func(w geo.World) bool { return areaHolds(a, w) },
			}) {
				return
			}
		}
	}
}

// cityWide is the width up to which a region may be a city, in world units: some 130 km
// at the equator.
const cityWide = 1.2 / 360

// isCity says whether a region is a city whose own name stands there: once is enough.
func (n *nameLayout) isCity(a *basemap.Area, name string) bool {
	if a.Bound.Max.X-a.Bound.Min.X > cityWide {
		return false
	}
	first, last := n.shifts(n.reach(a.At))
	for s := first; s <= last; s++ {
		at := n.px(a.At, float64(s))
		for i := range n.placed {
			p := &n.placed[i]
			if p.key.sort != placeNames || dist(n.px(p.at, 0), at) > 96*n.ratio {
				continue
			}
			if city := p.texts[0].run.text; strings.HasPrefix(strings.ToLower(name), strings.ToLower(city)) {
				return true
			}
		}
	}
	return false
}
