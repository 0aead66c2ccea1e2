package render

import (
	"math"
	"sort"

	"sitmap/assets"
	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
)

// water sets the name of an ocean or sea: italic, letter-spaced, no wider than the
// water; at its own place or, where that is out of sight or taken, elsewhere in the
// water.
func (n *nameLayout) water(w *basemap.WaterName, zoom float64) {
	if float64(w.Rank) > zoom*1.25-2.4 {
		return
	}
	key := nameKey{sort: waterNames, of: w.Name, at: w.At}
	elsewhere := key
	elsewhere.shift = anyWorld
	if n.there[elsewhere] {
		return
	}
	name := n.called(w.Names, w.Name)
	room := float32(w.Width * n.scaleAt(w.At))
	size := clamp(room/17, 10*n.ratio, 21*n.ratio)
	// An ocean's letters stand farther apart: its name spans more of it.
	style := textStyle{face: assets.Italic, size: size, spacing: spaced(name, size*float32(0.13+0.1*math.Max(0, 1-float64(w.Rank))))}
	small := textStyle{face: assets.Italic, size: 10 * n.ratio, spacing: spaced(name, 0.7*n.ratio)}
	lines := breaks(name)
	if b, ok := n.block(lines[len(lines)-1], small); ok && n.stands(w.At, b.ink) {
		if n.waterWhole(w, key, lines, style, small) {
			return
		}
	}
	style.size = min(style.size, 15*n.ratio)
	style.spacing = spaced(name, style.size*0.13)
	for _, st := range []textStyle{style, small} {
		for _, l := range lines {
			if b, ok := n.block(l, st); ok && b.ink.width() < float32(w.Width*n.scaleAt(w.At)) && n.waterPart(w, elsewhere, b) {
				return
			}
		}
	}
}

// waterWhole sets the name of a water at its own place. It says whether that is free.
func (n *nameLayout) waterWhole(w *basemap.WaterName, key nameKey, name [][]string, styles ...textStyle) bool {
	room := float32(w.Width * n.scaleAt(w.At))
	for _, st := range styles {
		for _, lines := range name {
			if n.lines(w.At, nameLines{
				key: key, lines: lines, style: st, room: room * 0.96, pad: 3 * n.ratio,
				down: []float32{0, 0.9, -0.9, 1.8, -1.8}, dry: true,
			}) {
				return true
			}
		}
	}
	return false
}

// How much of a water's width and height, from its name's place, its name may be moved.
const (
	waterAside = 0.42
	waterApart = 0.24 // of the width; seas are wider than high
)

// waterPart sets the name of a water whose own place for it is out of sight into the
// part in sight: near the place, wholly in the water. The spots tried are tied to the
// map, so that the name moves with it.
func (n *nameLayout) waterPart(w *basemap.WaterName, key nameKey, name nameBlock) bool {
	step := math.Exp2(math.Floor(math.Log2(24 * float64(n.ratio) / n.scaleAt(w.At))))
	type spot struct {
		at  geo.World
		off float64
	}
	var spots []spot
	around := geo.Rect{
		Min: geo.World{X: w.At.X - waterAside*w.Width, Y: w.At.Y - waterApart*w.Width},
		Max: geo.World{X: w.At.X + waterAside*w.Width, Y: w.At.Y + waterApart*w.Width},
	}
	first, last := n.shifts(around)
	for s := first; s <= last; s++ {
		x0, x1 := math.Max(around.Min.X+float64(s), n.sight.Min.X), math.Min(around.Max.X+float64(s), n.sight.Max.X)
		y0, y1 := math.Max(around.Min.Y, n.sight.Min.Y), math.Min(around.Max.Y, n.sight.Max.Y)
		if n.chart != nil { // the sight is no rectangle of the map
			x0, x1, y0, y1 = around.Min.X, around.Max.X, math.Max(around.Min.Y, 0), math.Min(around.Max.Y, 1)
		}
		if (x1-x0)/step > 200 || (y1-y0)/step > 200 {
			continue
		}
		for y := math.Ceil(y0/step) * step; y <= y1; y += step {
			for x := math.Ceil(x0/step) * step; x <= x1; x += step {
				dx, dy := (x-w.At.X-float64(s))/(waterAside*w.Width), (y-w.At.Y)/(waterApart*w.Width)
				if off := dx*dx + dy*dy; off <= 1 {
					spots = append(spots, spot{geo.World{X: x, Y: y}, off})
				}
			}
		}
	}
	sort.SliceStable(spots, func(i, j int) bool { return spots[i].off < spots[j].off })
	for _, s := range spots {
		b := name.ink.moved(n.px(s.at, 0))
		if !b.grow(14*n.ratio).within(n.inSight) || n.land.share(b.grow(5*n.ratio)) > 0 || !n.placer.free(b.grow(4*n.ratio), bySymbol|byLabel|byLink|byDot) {
			continue
		}
		p := name.at(key, s.at, 4*n.ratio)
		n.put(p)
		return true
	}
	return false
}

// seen says whether anything within b is near the picture.
func (n *nameLayout) seen(b geo.Rect) bool {
	first, last := n.shifts(b)
	return first <= last
}

// lakes names the lakes that are large enough: in the lake, or right below its widest
// part.
func (n *nameLayout) lakes(zoom float64) {
	for i := range n.detail.layers.Lakes {
		a := &n.detail.layers.Lakes[i]
		scale := n.scaleAt(a.At)
		wide := float32((a.Bound.Max.X - a.Bound.Min.X) * scale)
		high := float32((a.Bound.Max.Y - a.Bound.Min.Y) * scale)
		if a.Name == "" || max(wide, high) < 34*n.ratio || !n.seen(a.Bound) {
			continue
		}
		name := n.called(a.Names, a.Name)
		room := float32(a.Width * n.scaleAt(a.At))
		size := clamp(room/11, 9.6*n.ratio, 15*n.ratio)
		key := nameKey{sort: lakeNames, of: a.Name}
		done := false
		for _, lines := range breaks(name) {
			st := textStyle{face: assets.Italic, size: size, spacing: spaced(name, size*0.06)}
			done = done || n.lines(a.At, nameLines{
				key: key, lines: lines, style: st, room: room * 0.92, pad: 2 * n.ratio, down: []float32{0, 0.8, -0.8},
			})
		}
		if done || zoom < 5.6 || max(wide, high) < 46*n.ratio {
			continue
		}
		st := textStyle{face: assets.Italic, size: 9.6 * n.ratio, spacing: spaced(name, 0.5*n.ratio)}
		for _, lines := range breaks(name) {
			if n.lines(a.At, nameLines{
				key: key, lines: lines, style: st, room: 1e6, pad: 2 * n.ratio, down: []float32{1.2, -1.2, 2, -2},
			}) {
				break
			}
		}
	}
}
