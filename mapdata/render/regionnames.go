package render

import (
	"sitmap/assets"
	"sitmap/mapdata/basemap"
)

// regions names the first-order regions that have room for it: small capitals,
// letter-spaced.
func (n *nameLayout) regions(zoom float64) {
	if zoom < admin1From+0.4 {
		return
	}
	for i := range n.detail.layers.Admin1 {
		a := &n.detail.layers.Admin1[i]
		if a.Width > 0 && a.Name != "" && (a.Bound.Max.X-a.Bound.Min.X)*n.finest > 40*float64(n.ratio) && n.seen(a.Bound) {
			n.region(a)
		}
	}
}

func (n *nameLayout) region(a *basemap.Area) {
	name := n.capitals(n.called(a.Names, a.Name), a.Owner)
	room := float32(a.Width * n.scaleAt(a.At))
	for _, size := range []float32{clamp(room/15, 8.6*n.ratio, 10.8*n.ratio), 8.6 * n.ratio} {
		st := textStyle{face: assets.Regular, size: size, spacing: spaced(name, size*0.17)}
		for _, lines := range breaks(name) {
			if n.lines(a.At, nameLines{
				key: nameKey{sort: regionNames, of: a.Code}, lines: lines, style: st, room: room * 0.96, pad: 3 * n.ratio,
				down: []float32{0, 1.2, -1.2, 2.4, -2.4, 3.6, -3.6, 4.8, -4.8},
			}) {
				return
			}
		}
	}
}
