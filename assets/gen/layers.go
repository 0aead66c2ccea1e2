package main

import (
	"cmp"
	"slices"

	"sitmap/assets/gen/internal/topo"
)

// level is one of the three levels of detail of mapdata/basemap.
type level struct {
	name   string
	places int // decimal places of coordinates
	// scale is the greatest scale, in pixels per world width, at which the
	// level is meant to be seen.
	scale float64
	// regions says up to which rank regions are kept apart from their country.
	regions int
}

// area is the area in world units that a square of so many pixels covers.
func (l level) area(pixels float64) float64 { return pixels * pixels / (l.scale * l.scale) }

func levels() []level {
	return []level{
		{name: "coarse", places: 2, scale: 2_600, regions: -1},
		{name: "medium", places: 3, scale: 9_000, regions: 6},
		{name: "fine", places: 3, scale: 30_000, regions: 99},
	}
}

// makeLayers writes the boundaries, the units, the waters and the names.
func makeLayers(b *build) error {
	units, err := readUnits(b)
	if err != nil {
		return err
	}
	shapes := make([]topo.Shape, len(units))
	for i, u := range units {
		shapes[i] = u.shape
	}
	arcs, err := topo.Build(shapes)
	if err != nil {
		return err
	}
	b.log.Info("topology", "units", len(units), "arcs", len(arcs))
	rivers, err := readRivers(b)
	if err != nil {
		return err
	}
	lakes, err := readLakes(b)
	if err != nil {
		return err
	}
	apart, err := namedUnits(b, units)
	if err != nil {
		return err
	}
	for _, l := range levels() {
		if err := writeBoundaries(b, l, units, arcs, apart); err != nil {
			return err
		}
		if err := writeWater(b, l, rivers, lakes); err != nil {
			return err
		}
	}
	if err := writeUnits(b, units); err != nil {
		return err
	}
	if err := writeUrban(b); err != nil {
		return err
	}
	known, err := readCLDR(b)
	if err != nil {
		return err
	}
	if err := writeCountryNames(b, units, arcs, known); err != nil {
		return err
	}
	if err := writeWaterNames(b); err != nil {
		return err
	}
	return writePlaces(b, units, known)
}

// writeBoundaries writes the arcs of a level with the unit on either side. Units
// that the level does not keep apart have the key of their country.
func writeBoundaries(b *build, l level, units []unit, arcs []topo.Arc, apart map[string]bool) error {
	keys := make([]string, 0, len(units))
	number := map[string]int{}
	group := make([]int, len(units))
	for i, u := range units {
		key := u.key
		if u.rank > l.regions && !apart[u.key] {
			key = u.country
		}
		if _, ok := number[key]; !ok {
			keys = append(keys, key)
			number[key] = len(keys)
		}
		group[i] = number[key]
	}
	kept := topo.Dissolve(arcs, func(area int) int { return group[area-1] })
	kept = topo.Simplify(kept, topo.Detail{
		Area:   l.area(1),
		Island: l.area(1.6),
		Pinned: func(area int) bool { return area > 0 && apart[keys[area-1]] },
	})
	slices.SortStableFunc(kept, func(a, b topo.Arc) int {
		p, q := a.Points[0], b.Points[0]
		return cmp.Or(cmp.Compare(p.X/1_000_000, q.X/1_000_000), cmp.Compare(p.Y, q.Y), cmp.Compare(p.X, q.X))
	})
	out := newCollection(l.places)
	points := 0
	for _, a := range kept {
		var properties []property
		if a.Left > 0 {
			properties = append(properties, property{"left", keys[a.Left-1]})
		}
		if a.Right > 0 {
			properties = append(properties, property{"right", keys[a.Right-1]})
		}
		if a.Seam {
			properties = append(properties, property{"seam", true})
		}
		if err := out.arc(a.Points, properties...); err != nil {
			return err
		}
		points += len(a.Points)
	}
	b.log.Info("boundaries", "level", l.name, "arcs", len(kept), "points", points)
	return b.writeGzip("layers/"+l.name+"/boundaries.geojson.gz", out.bytes())
}
