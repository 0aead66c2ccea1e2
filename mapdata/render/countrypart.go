package render

import (
	"math"
	"slices"
	"sort"
	"sync"

	"sitmap/mapdata/geo"
)

// nameMemory remembers where the names of countries stand that have no room at their
// own place: there they stay while the map is moved, until they are out of sight,
// though a better place may come into view. Another scale forgets them.
type nameMemory struct {
	mu    sync.Mutex
	scale float64
	at    map[string]geo.World
}

func (s *nameMemory) get(scale float64, code string) (geo.World, bool) {
	if s == nil {
		return geo.World{}, false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.scale != scale {
		return geo.World{}, false
	}
	at, ok := s.at[code]
	return at, ok
}

func (s *nameMemory) put(scale float64, code string, at geo.World) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.scale != scale || s.at == nil {
		s.scale, s.at = scale, map[string]geo.World{}
	}
	s.at[code] = at
}

// again sets the name of a country where it stood before, if any of it is still in
// sight and nothing took its place.
func (n *nameLayout) again(code, name string, k ink) bool {
	at, ok := n.before.get(n.view.Scale, code)
	if !ok {
		return false
	}
	run := n.set.set(name, countryStyle(12*n.ratio))
	return run != nil && n.setAt(at, run, k, n.inSight)
}

// setAt centres a line on a place, if it is free there and some of it lies within a
// part of the picture.
func (n *nameLayout) setAt(at geo.World, run *textRun, k ink, within box) bool {
	p := n.px(at, 0)
	b := box{p.x - run.width/2, p.y - run.capHeight/2, p.x + run.width/2, p.y + run.capHeight/2}
	if !b.meets(within) || !n.placer.free(b.grow(4*n.ratio), bySymbol|byLabel|byLink|byDot) {
		return false
	}
	n.placer.take(b.grow(4*n.ratio), byLabel)
	n.texts = append(n.texts, placedText{run, p.x - run.width/2, p.y + run.capHeight/2, k, AnchorMiddle})
	return true
}

// outside says whether a place is out of sight in all repeated worlds.
func (n *nameLayout) outside(at geo.World) bool {
	if n.chart != nil {
		return !n.showsPlace(at, 0)
	}
	first, last := int(math.Ceil(n.sight.Min.X-at.X)), int(math.Floor(n.sight.Max.X-at.X))
	return first > last || at.Y < n.sight.Min.Y || at.Y > n.sight.Max.Y
}

// countryPart names a country whose own place for the name is out of view, in the
// part that is in view. The rows tried are tied to the map, so that the name moves
// with it.
func (n *nameLayout) countryPart(code, name string, k ink) {
	var country *lazyArea
	for i := range n.detail.countries {
		if n.detail.countries[i].area.Code == code {
			country = &n.detail.countries[i]
		}
	}
	if country == nil {
		return
	}
	size := 12 * n.ratio
	run := n.set.set(name, countryStyle(size))
	if run == nil {
		return
	}
	// The step is a power of two: zooming a little keeps the rows.
	step := math.Exp2(math.Ceil(math.Log2(34 * float64(n.ratio) / n.view.Scale)))
	top := math.Ceil(n.sight.Min.Y / step)
	rows := int(math.Floor(n.sight.Max.Y/step)-top) + 1
	if rows <= 0 || rows > 400 {
		return
	}
	var found []stretch
	first, last := n.shifts(country.area.Bound)
	for s := first; s <= last; s++ {
		found = append(found, n.stretches(country, float64(s), top, step, rows)...)
	}
	n.setPart(code, found, step, run, k)
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
			from, to := math.Max(xs[i], n.sight.Min.X), math.Min(xs[i+1], n.sight.Max.X)
			if to > from {
				found = append(found, stretch{top + float64(r), from, to})
			}
		}
	}
	return found
}

// setPart puts the name into the widest free stretch of the rows.
func (n *nameLayout) setPart(code string, found []stretch, step float64, run *textRun, k ink) {
	need := float64(run.width+26*n.ratio) / n.view.Scale
	found = slices.DeleteFunc(found, func(s stretch) bool { return s.to-s.from < need })
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
	for i, s := range found {
		if i == 24 {
			return
		}
		at := geo.World{X: (s.from + s.to) / 2, Y: s.row * step}
		if p := n.px(at, 0); p.y-run.capHeight < n.inSight.y0 || p.y+run.capHeight > n.inSight.y1 {
			continue
		}
		if n.setAt(at, run, k, n.inSight) {
			n.before.put(n.view.Scale, code, at)
			return
		}
	}
}
