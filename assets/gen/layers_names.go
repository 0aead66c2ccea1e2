package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"sitmap/assets/gen/internal/topo"
)

// writeUnits writes what is known of each unit, at a point inside it.
func writeUnits(b *build, units []unit) error {
	out := newCollection(3)
	for _, u := range units {
		at, width := labelAt(u.shape)
		properties := []property{
			{"key", u.key}, {"name", u.name}, {"country", u.country}, {"rank", u.rank}, {"width", math.Round(width*1000) / 1000},
		}
		properties = u.names.properties(u.name, properties)
		if err := out.point(at, properties...); err != nil {
			return err
		}
	}
	return b.writeGzip("layers/units.geojson.gz", out.bytes())
}

// countryShape is a country or territory and where its name belongs.
type countryShape struct {
	code, name string
	shape      topo.Shape
	at         topo.Point
	width      float64 // degrees
	area       float64 // world units
}

// writeCountryNames writes the names of the countries, the largest first.
func writeCountryNames(b *build, units []unit, arcs []topo.Arc, known cldr) error {
	names := countryNames()
	var all []countryShape
	number := map[string]int{}
	group := make([]int, len(units))
	for i, u := range units {
		if u.country == "" {
			continue
		}
		if _, ok := number[u.country]; !ok {
			name, ok := names[u.country]
			if !ok {
				return fmt.Errorf("countries.tsv has no name for %s (%s)", u.country, u.key)
			}
			all = append(all, countryShape{code: u.country, name: name})
			number[u.country] = len(all)
		}
		group[i] = number[u.country]
	}
	dissolved := topo.Dissolve(arcs, func(area int) int { return group[area-1] })
	for i, shape := range topo.Shapes(dissolved, len(all)) {
		c := &all[i]
		c.shape = shape
		c.at, c.width = labelAt(shape)
		for _, r := range shape {
			c.area += math.Copysign(topo.WorldArea(r), float64(r.Area()))
		}
	}
	slices.SortStableFunc(all, func(a, b countryShape) int { return cmp.Compare(b.area, a.area) })
	out := newCollection(4)
	for _, c := range all {
		properties := []property{
			{"code", c.code}, {"name", c.name}, {"rank", countryRank(c)}, {"width", math.Round(c.width*100) / 100},
		}
		properties = known.countryNamesOf(c.code).properties(c.name, properties)
		if err := out.point(c.at, properties...); err != nil {
			return err
		}
	}
	return b.writeGzip("layers/countries.geojson.gz", out.bytes())
}

// countryRank is by what the country takes of the map: each rank takes about a
// third of the one before.
func countryRank(c countryShape) int {
	const first = 0.003 // about a fifth of Europe
	if c.area >= first {
		return 0
	}
	return min(9, int(math.Ceil(math.Log(first/c.area)/math.Log(3))))
}

// labelAt finds where a name, which is wide and low, has the most room in the
// largest piece of a shape, and how wide that is in degrees.
func labelAt(shape topo.Shape) (at topo.Point, width float64) {
	var ring topo.Ring
	for _, r := range shape {
		if ring == nil || topo.WorldArea(r) > topo.WorldArea(ring) {
			ring = r
		}
	}
	minX, minY, maxX, maxY := ring.Bound()
	at = topo.Point{X: minX + (maxX-minX)/2, Y: minY + (maxY-minY)/2}
	const lines = 64
	step := (maxY - minY) / lines
	if step == 0 {
		return at, float64(maxX-minX) / topo.Unit
	}
	best := -1.0
	for i := int32(1); i < lines; i++ {
		y := minY + i*step
		for _, s := range chords(ring, y) {
			// The line above and below must leave room for the letters' height.
			left, right := s[0], s[1]
			for _, k := range []int32{-3, 3} {
				left, right = narrowed(ring, y+k*step, left, right)
			}
			w := float64(right - left)
			// Of two equally wide lines the one nearer the middle is better.
			off := math.Abs(float64(y-minY)/float64(maxY-minY) - 0.5)
			if score := w * (1 - 0.6*off); score > best {
				best, width = score, w/topo.Unit
				at = topo.Point{X: left + (right-left)/2, Y: y}
			}
		}
	}
	return at, width
}

// chords gives the stretches of a parallel inside the ring.
func chords(ring topo.Ring, y int32) [][2]int32 {
	var xs []int32
	a := ring[len(ring)-1]
	for _, b := range ring {
		if (a.Y > y) != (b.Y > y) {
			xs = append(xs, a.X+int32(float64(b.X-a.X)*float64(y-a.Y)/float64(b.Y-a.Y)))
		}
		a = b
	}
	slices.Sort(xs)
	var out [][2]int32
	for i := 0; i+1 < len(xs); i += 2 {
		out = append(out, [2]int32{xs[i], xs[i+1]})
	}
	return out
}

// narrowed gives the part of left–right that is inside the ring at y too.
func narrowed(ring topo.Ring, y, left, right int32) (int32, int32) {
	var best [2]int32
	for _, s := range chords(ring, y) {
		l, r := max(left, s[0]), min(right, s[1])
		if r-l > best[1]-best[0] {
			best = [2]int32{l, r}
		}
	}
	if best[1] == best[0] {
		return left, left
	}
	return best[0], best[1]
}
