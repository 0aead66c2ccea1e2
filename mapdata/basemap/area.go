package basemap

import (
	"slices"

	"github.com/paulmach/orb"
)

// Country returns the area of a country or territory (ISO 3166-1 alpha-2) in the
// named point of view, longitude first, and whether there is such a country. Its
// outlines are anticlockwise, its holes clockwise.
func (b *Basemap) Country(code, pov string) (orb.MultiPolygon, bool) {
	layers, err := b.Layers(Fine, pov)
	if err != nil || code == "" {
		return nil, false
	}
	return b.area(pov, code, layers.Countries)
}

// Region returns the area of a first-order region (ISO 3166-2) in the named
// point of view, longitude first, and whether there is such a region.
func (b *Basemap) Region(iso3166_2, pov string) (orb.MultiPolygon, bool) {
	layers, err := b.Layers(Fine, pov)
	if err != nil || iso3166_2 == "" {
		return nil, false
	}
	return b.area(pov, iso3166_2, layers.Admin1)
}

// area gives the polygons of the areas with the code. They are kept: pictures
// ask for the same ones again and again.
func (b *Basemap) area(pov, code string, areas []Area) (orb.MultiPolygon, bool) {
	if pov == "" {
		pov = DefaultPOV
	}
	b.mu.Lock()
	cell := cellOf(b.areas, pov+" "+code)
	b.mu.Unlock()
	polygons, _ := cell.get(func() (orb.MultiPolygon, error) {
		var rings []Ring
		for _, a := range areas {
			if a.Code == code {
				rings = append(rings, a.Rings...)
			}
		}
		return polygonsOf(rings), nil
	})
	return polygons, len(polygons) > 0
}

func polygonsOf(rings []Ring) orb.MultiPolygon {
	var polygons orb.MultiPolygon
	for _, piece := range islands(rings) {
		polygon := make(orb.Polygon, 0, len(piece))
		for _, r := range piece {
			ring := make(orb.Ring, 0, len(r)+1)
			for _, w := range r {
				p := w.LonLat()
				if w.X >= 1 {
					p[0] = 180 // the map's eastern edge, not its western
				}
				ring = append(ring, p)
			}
			polygon = append(polygon, append(ring, ring[0]))
		}
		polygons = append(polygons, polygon)
	}
	return slices.Clip(polygons)
}
