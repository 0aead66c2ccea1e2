package render

import (
	"math"
	"slices"
	"sort"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
)

// The zoom from which a country's name says nothing new, unless a border is in sight.
const nameless = 7.5

// bordered says whether a border between countries is in sight.
func (n *nameLayout) bordered() bool {
	for i := range n.detail.borders {
		if n.passes(n.detail.borders[i].line) {
			return true
		}
	}
	return false
}

// passes says whether a line may pass through the frame's surroundings.
func (f *frame) passes(line *basemap.Line) bool {
	first, last := f.shifts(line.Bound)
	if f.chart != nil {
		return first <= last
	}
	for k := first; k <= last; k++ {
		prev := uint8(0xff)
		for i, p := range line.Points {
			here := f.sides(p.X+float64(k), p.Y)
			if here == 0 || i > 0 && prev&here == 0 {
				return true
			}
			prev = here
		}
	}
	return false
}

// stands says whether a name at its own place is wholly in sight, in any of the
// repeated worlds.
func (n *nameLayout) stands(at geo.World, ink box) bool {
	if n.chart != nil {
		return ink.moved(n.px(at, 0)).within(n.inSight.grow(-2))
	}
	first, last := int(math.Ceil(n.sight.Min.X-at.X)), int(math.Floor(n.sight.Max.X-at.X))
	for s := first; s <= last; s++ {
		if ink.moved(n.px(at, float64(s))).within(n.inSight.grow(-2)) {
			return true
		}
	}
	return false
}

// countryPart names a country whose own place for the name is not in view, in the
// part that is. The rows tried are tied to the map, so that the name moves
// with it. It says whether there was room.
func (n *nameLayout) countryPart(code, name string) bool {
	country := n.detail.byCode[code]
	if country == nil {
		return false
	}
	// What is in sight of it must have room for a name of a few letters.
	first, last := n.shifts(country.area.Bound)
	room := 0.0
	for s := first; s <= last; s++ {
		b := country.area.Bound
		room = math.Max(room, math.Min(b.Max.X+float64(s), n.sight.Max.X)-math.Max(b.Min.X+float64(s), n.sight.Min.X))
	}
	if room*n.view.Scale < 50*float64(n.ratio) || country.area.Bound.Max.Y < n.sight.Min.Y || country.area.Bound.Min.Y > n.sight.Max.Y {
		return false
	}
	// The step is a power of two: zooming a little keeps the rows.
	step := math.Exp2(math.Ceil(math.Log2(34 * float64(n.ratio) / n.view.Scale)))
	top := math.Ceil(math.Max(n.sight.Min.Y, 0) / step)
	rows := int(math.Floor(math.Min(n.sight.Max.Y, 1)/step)-top) + 1
	if rows <= 0 || rows > 400 {
		return false
	}
	var found []stretch
	for s := first; s <= last; s++ {
		found = append(found, n.inView(n.stretches(country, float64(s), top, step, rows), step)...)
	}
	for _, size := range []float32{12, 9.5} {
		if b, ok := n.block([]string{name}, countryStyle(name, size*n.ratio)); ok && n.setPart(code, slices.Clone(found), step, b) {
			return true
		}
	}
	return false
}

// stretch is a part of a row of the map that lies within a country and in view.
type stretch struct{ row, from, to float64 }

// stretches finds where rows of the map, step apart, lie within a country.
func (n *nameLayout) stretches(country *lazyArea, shift, top, step float64, rows int) []stretch {
	crossings := make([][]float64, rows)
	for i := range country.rings {
		if b := country.rings[i].bound; b.Min.Y > n.sight.Max.Y || b.Max.Y < n.sight.Min.Y {
			continue
		}
		pts := n.detail.ring(country, i)
		for j, p := range pts {
			q := pts[(j+1)%len(pts)]
			lo, hi := math.Min(p.Y, q.Y), math.Max(p.Y, q.Y)
			for r := max(0, int(math.Ceil(lo/step-top))); r < rows; r++ {
				y := (top + float64(r)) * step
				if y >= hi {
					break
				}
				if y >= lo {
					crossings[r] = append(crossings[r], p.X+(y-p.Y)/(q.Y-p.Y)*(q.X-p.X)+shift)
				}
			}
		}
	}
	var found []stretch
	for r, xs := range crossings {
		sort.Float64s(xs)
		for i := 0; i+1 < len(xs); i += 2 {
			from, to := xs[i], xs[i+1]
			if n.chart == nil {
				from, to = math.Max(from, n.sight.Min.X), math.Min(to, n.sight.Max.X)
			}
			if to > from {
				found = append(found, stretch{top + float64(r), from, to})
			}
		}
	}
	return found
}

// inView keeps the parts of stretches that are in sight: on a chart rows are curves,
// and leave the picture anywhere.
func (n *nameLayout) inView(found []stretch, step float64) []stretch {
	if n.chart == nil {
		return found
	}
	const pieces = 48
	var out []stretch
	for _, s := range found {
		from := math.NaN()
		for i := range pieces + 1 {
			x := s.from + (s.to-s.from)*(float64(i)+0.5)/pieces
			switch seen := i < pieces && n.showsPlace(geo.World{X: x, Y: s.row * step}, 0); {
			case seen && math.IsNaN(from):
				from = x
			case !seen && !math.IsNaN(from):
				out = append(out, stretch{s.row, from, x - (s.to-s.from)/pieces})
				from = math.NaN()
			}
		}
	}
	return out
}

// setPart puts the name into the widest stretch of the rows that has room for it, if there
// is any.
func (n *nameLayout) setPart(code string, found []stretch, step float64, name nameBlock) bool {
	need := float64(name.ink.width() + 26*n.ratio)
	found = slices.DeleteFunc(found, func(s stretch) bool {
		return (s.to-s.from)*n.scaleAt(geo.World{X: (s.from + s.to) / 2, Y: s.row * step}) < need
	})
	// As deep in the country as its rows tell: wide itself and wide above and below.
	depth := func(s stretch) float64 {
		d := 0.0
		for _, o := range found {
			if math.Abs(o.row-s.row) <= 2 {
				d += math.Max(0, math.Min(o.to, s.to)-math.Max(o.from, s.from))
			}
		}
		return d
	}
	sort.SliceStable(found, func(i, j int) bool { return depth(found[i]) > depth(found[j]) })
	found = found[:min(len(found), 24)]
	for _, off := range []float64{0, -0.4, 0.4, -0.8, 0.8} { // the middle, else towards an end
		for _, s := range found {
			at := geo.World{X: (s.from + s.to) / 2, Y: s.row * step}
			at.X += off * ((s.to - s.from) - need/n.scaleAt(at)) / 2
			b := name.ink.moved(n.px(at, 0))
			if b.y0 < n.inSight.y0+4*n.ratio || b.y1 > n.inSight.y1-4*n.ratio || !n.placer.free(b.grow(4*n.ratio), bySymbol|byLabel|byLink|byDot) {
				continue
			}
			n.put(name.at(nameKey{sort: countryNames, of: code, shift: anyWorld}, at, 4*n.ratio))
			return true
		}
	}
	return false
}
