package render

import (
	"math"
	"sync"
	"sync/atomic"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
)

// detail holds the base map's geometry at one level, simplified for one range of
// scales. Each shape is simplified when it is first seen.
type detail struct {
	layers    *basemap.Layers
	tolerance float64 // world units
	tints     map[string]uint8
	places    []*basemap.Place // in the order in which they are labelled

	countries, treated, lakes, land       []lazyArea
	urban                                 []lazyArea
	byCode                                map[string]*lazyArea // countries
	coast, borders, admin1Borders, rivers []lazyLine
}

type lazyArea struct {
	area  *basemap.Area
	rings []lazyRing
}

type lazyRing struct {
	bound  geo.Rect
	points atomic.Pointer[[]geo.World]
}

type lazyLine struct {
	line   *basemap.Line
	points atomic.Pointer[[]geo.World]
}

// halfPixel is the greatest error of simplification, in pixels. It is seen as
// nothing but leaves a fifth of the vertices.
const halfPixel = 0.5

func newDetail(l *basemap.Layers, scale float64, tints map[string]uint8) *detail {
	d := &detail{layers: l, tolerance: halfPixel / scale, tints: tints}
	d.land = lazyAreas(l.Land)
	d.countries = lazyAreas(l.Countries)
	d.byCode = make(map[string]*lazyArea, len(d.countries))
	for i := range d.countries {
		d.byCode[l.Countries[i].Code] = &d.countries[i]
	}
	d.treated = lazyAreas(l.Treated)
	d.lakes = lazyAreas(l.Lakes)
	d.urban = lazyAreas(l.Urban)
	d.coast = lazyLines(l.Coast)
	d.borders = lazyLines(l.Borders)
	d.admin1Borders = lazyLines(l.Admin1Borders)
	d.rivers = lazyLines(l.Rivers)
	d.places = byStanding(l.Places)
	return d
}

func lazyAreas(areas []basemap.Area) []lazyArea {
	out := make([]lazyArea, len(areas))
	for i := range areas {
		out[i].area = &areas[i]
		out[i].rings = make([]lazyRing, len(areas[i].Rings))
		for k, ring := range areas[i].Rings {
			b := geo.EmptyRect()
			for _, p := range ring {
				b = b.Extend(p)
			}
			out[i].rings[k].bound = b
		}
	}
	return out
}

func lazyLines(lines []basemap.Line) []lazyLine {
	out := make([]lazyLine, len(lines))
	for i := range lines {
		out[i].line = &lines[i]
	}
	return out
}

// ring gives the k-th ring of an area, simplified.
func (d *detail) ring(a *lazyArea, k int) []geo.World {
	r := &a.rings[k]
	if p := r.points.Load(); p != nil {
		return *p
	}
	pts := simplifyRing(a.area.Rings[k], d.tolerance)
	r.points.Store(&pts)
	return pts
}

func (d *detail) points(l *lazyLine) []geo.World {
	if p := l.points.Load(); p != nil {
		return *p
	}
	pts := simplify(l.line.Points, d.tolerance)
	l.points.Store(&pts)
	return pts
}

// simplifyRing treats a closed ring as two lines between its first point and the
// one farthest from it.
func simplifyRing(ring []geo.World, tolerance float64) []geo.World {
	if len(ring) < 5 {
		return ring
	}
	far, best := 0, -1.0
	for i, p := range ring {
		dx, dy := p.X-ring[0].X, p.Y-ring[0].Y
		if d := dx*dx + dy*dy; d > best {
			far, best = i, d
		}
	}
	if far == 0 || best < tolerance*tolerance {
		return nil // too small to be seen
	}
	a := simplify(ring[:far+1], tolerance)
	b := simplify(append(append([]geo.World(nil), ring[far:]...), ring[0]), tolerance)
	out := make([]geo.World, 0, len(a)+len(b)-2)
	out = append(out, a...)
	return append(out, b[1:len(b)-1]...)
}

// simplify leaves out what departs from the line by less than tolerance (Ramer,
// Douglas and Peucker).
func simplify(pts []geo.World, tolerance float64) []geo.World {
	n := len(pts)
	if n < 3 {
		return pts
	}
	keep := make([]bool, n)
	keep[0], keep[n-1] = true, true
	type span struct{ from, to int }
	stack := make([]span, 0, 32)
	stack = append(stack, span{0, n - 1})
	limit := tolerance * tolerance
	kept := 2
	for len(stack) > 0 {
		s := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		at, worst := -1, limit
		a, b := pts[s.from], pts[s.to]
		dx, dy := b.X-a.X, b.Y-a.Y
		length := dx*dx + dy*dy
		for i := s.from + 1; i < s.to; i++ {
			px, py := pts[i].X-a.X, pts[i].Y-a.Y
			var d float64
			if t := px*dx + py*dy; length == 0 || t <= 0 {
				d = px*px + py*py
			} else if t >= length {
				ex, ey := pts[i].X-b.X, pts[i].Y-b.Y
				d = ex*ex + ey*ey
			} else {
				c := px*dy - py*dx
				d = c * c / length
			}
			if d > worst {
				at, worst = i, d
			}
		}
		if at >= 0 {
			keep[at] = true
			kept++
			stack = append(stack, span{s.from, at}, span{at, s.to})
		}
	}
	out := make([]geo.World, 0, kept)
	for i, k := range keep {
		if k {
			out = append(out, pts[i])
		}
	}
	return out
}

// details keeps a few prepared ranges of scales.
type details struct {
	mu    sync.Mutex
	kept  []*keptDetail // latest use last
	tints map[string]map[string]uint8
}

type keptDetail struct {
	level  basemap.Level
	pov    string
	bucket int
	layers *basemap.Layers
	detail *detail
}

// maxDetails is how many ranges of scales stay prepared: zooming in and out again
// finds them.
const maxDetails = 8

// get gives the detail for a scale: each range spans a factor of √2. Who is whose
// neighbour is asked once for a point of view, of whatever level tells it quickest.
func (d *details) get(l *basemap.Layers, level basemap.Level, pov string, scale float64, neighbours func() *basemap.Layers) *detail {
	bucket := int(math.Ceil(2 * math.Log2(scale)))
	d.mu.Lock()
	defer d.mu.Unlock()
	for i, k := range d.kept {
		if k.layers == l && k.level == level && k.pov == pov && k.bucket == bucket {
			d.kept = append(append(d.kept[:i:i], d.kept[i+1:]...), k)
			return k.detail
		}
	}
	if d.tints == nil {
		d.tints = map[string]map[string]uint8{}
	}
	tints, ok := d.tints[pov]
	if !ok {
		tints = tintCountries(neighbours().Countries)
		d.tints[pov] = tints
	}
	k := &keptDetail{level, pov, bucket, l, newDetail(l, math.Exp2(float64(bucket)/2), tints)}
	d.kept = append(d.kept, k)
	if len(d.kept) > maxDetails {
		d.kept = d.kept[1:]
	}
	return k.detail
}

// tintCountries gives neighbours different tints of land, as far as four suffice
// when taken one after the other.
func tintCountries(areas []basemap.Area) map[string]uint8 {
	// Countries that share vertices are neighbours.
	at := map[geo.World][]int{}
	next := make([]map[int]bool, len(areas))
	for i := range areas {
		next[i] = map[int]bool{}
		for _, ring := range areas[i].Rings {
			for _, p := range ring {
				owners := at[p]
				if len(owners) > 0 && owners[len(owners)-1] == i {
					continue
				}
				for _, o := range owners {
					next[i][o], next[o][i] = true, true
				}
				at[p] = append(owners, i)
			}
		}
	}
	tints := make(map[string]uint8, len(areas))
	chosen := make([]int, len(areas))
	for i := range areas {
		var used [4]int
		for o := range next[i] {
			if o < i {
				used[chosen[o]]++
			}
		}
		best := 0
		for t := range used {
			if used[t] < used[best] {
				best = t
			}
		}
		chosen[i] = best
		tints[areas[i].Code] = uint8(best)
	}
	return tints
}
