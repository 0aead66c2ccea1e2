package basemap

import (
	"math"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// rows is the number of bands into which the finder sorts the boundaries, from
// north to south. More make it faster and larger.
const rows = 2048

// shore is how far from the coast, in world units at the equator, a point at sea
// still counts as on land: about 3 km, for coasts at 1:10 million are no more
// exact, and harbours lie on them.
const shore = 3_000.0 / 40_075_017

// finder tells in which unit a point lies. From the point it looks east: the
// first boundary that it meets knows which unit is on its near side.
type finder struct {
	t    *topology
	rows [rows][]segmentRef
}

// segmentRef names the stretch of an arc that starts at its point of that
// number: a fifth of the memory that the stretch itself would take.
type segmentRef struct{ arc, point int32 }

// segment is a stretch of boundary; b is its southern end, west and east are the
// units on either side.
type segment struct {
	a, b       geo.World
	west, east int32
}

func (f *finder) segment(r segmentRef) segment {
	arc := &f.t.arcs[r.arc]
	a, b := arc.points[r.point], arc.points[r.point+1]
	if a.Y > b.Y {
		return segment{a: b, b: a, west: arc.left, east: arc.right}
	}
	return segment{a: a, b: b, west: arc.right, east: arc.left} // walking south, east is to the left
}

func newFinder(t *topology) *finder {
	f := &finder{t: t}
	for i, arc := range t.arcs {
		for j, a := range arc.points[:len(arc.points)-1] {
			b := arc.points[j+1]
			for r := row(min(a.Y, b.Y)); r <= row(max(a.Y, b.Y)); r++ {
				f.rows[r] = append(f.rows[r], segmentRef{int32(i), int32(j)})
			}
		}
	}
	return f
}

func row(y float64) int { return max(0, min(rows-1, int(y*rows))) }

// unit gives the unit at a point, or none.
func (f *finder) unit(w geo.World) int32 {
	found, near := int32(none), math.Inf(1)
	for _, ref := range f.rows[row(w.Y)] {
		s := f.segment(ref)
		if s.a.Y > w.Y || s.b.Y <= w.Y {
			continue
		}
		x := s.a.X + (s.b.X-s.a.X)*(w.Y-s.a.Y)/(s.b.Y-s.a.Y)
		if d := x - w.X; d >= 0 && d < near {
			near, found = d, s.west
		}
	}
	if found != none {
		return found
	}
	return f.ashore(w)
}

// ashore gives the unit whose coast is nearest, if it is near enough.
func (f *finder) ashore(w geo.World) int32 {
	// A kilometre takes more of the map the further it is from the equator.
	limit := shore * math.Cosh(math.Pi*(1-2*w.Y))
	found, near := int32(none), limit
	for r := row(w.Y - limit); r <= row(w.Y+limit); r++ {
		for _, ref := range f.rows[r] {
			s := f.segment(ref)
			unit := s.west
			if unit == none {
				unit = s.east
			}
			if math.Min(s.a.X, s.b.X)-near > w.X || math.Max(s.a.X, s.b.X)+near < w.X {
				continue
			}
			if d := distance(w, s.a, s.b); d < near {
				near, found = d, unit
			}
		}
	}
	return found
}

// distance is that of a point from a segment, in world units.
func distance(p, a, b geo.World) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	t := 0.0
	if n := dx*dx + dy*dy; n > 0 {
		t = math.Max(0, math.Min(1, ((p.X-a.X)*dx+(p.Y-a.Y)*dy)/n))
	}
	return math.Hypot(a.X+t*dx-p.X, a.Y+t*dy-p.Y)
}

// OwnerAt returns the ISO 3166-1 code of the country or territory and the ISO
// 3166-2 code of the region at a point (longitude, latitude) in the named point
// of view. Both are empty at sea, more than about 3 km off the coast, and where
// the point of view determines no owner; the region is empty where it has no
// code. The first call decodes the finest level; each further one takes a few
// microseconds.
func (b *Basemap) OwnerAt(p orb.Point, pov string) (country, admin1 string) {
	table, err := b.POV(pov)
	if err != nil {
		return "", ""
	}
	v, err := b.view(table)
	if err != nil {
		return "", ""
	}
	f, err := b.finder.get(func() (*finder, error) {
		t, err := b.topology[Fine].get(func() (*topology, error) { return loadTopology(Fine) })
		if err != nil {
			return nil, err
		}
		return newFinder(t), nil
	})
	if err != nil || math.IsNaN(p[0]) || math.IsNaN(p[1]) || math.IsInf(p[0], 0) {
		return "", ""
	}
	w := geo.Project(orb.Point{geo.WrapLongitude(p[0]), p[1]})
	// The south pole's edge closes Antarctica there: stay just above it.
	w.Y = math.Min(w.Y, math.Nextafter(1, 0))
	unit := f.unit(w)
	if unit == none {
		return "", ""
	}
	key := f.t.units[unit]
	return v.country(key), regionCode(key)
}
