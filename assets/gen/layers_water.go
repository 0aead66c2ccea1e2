package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"sitmap/assets/gen/internal/topo"
)

// riverRank raises rivers that the source ranks lower than a reader of the map
// expects, by the name that the source gives them.
var riverRank = map[string]int{"Dnipro (Dnieper)": 3, "Don": 4, "Dniester": 5, "Donau (Danube)": 2}

// drained are reservoirs that are no more: Kakhovka drained in June 2023, when
// its dam was destroyed.
var drained = map[string]bool{"Kakhovka Reservoir": true}

// riversOf and lakesOf say how much of the waters a level shows: rivers up to a
// rank, lakes from an area in pixels at the level's scale.
var (
	riversOf = map[string]int{"coarse": 3, "medium": 6, "fine": 10}
	lakesOf  = map[string]float64{"coarse": 5, "medium": 4, "fine": 4}
)

type river struct {
	name   inlandName
	rank   int
	points []topo.Point
}

// properties adds the names, none where the table of names has none.
func (n inlandName) properties(properties []property) []property {
	if n.english == "" {
		return properties
	}
	return n.names.properties(n.english, append(properties, property{"name", n.english}))
}

func writeWater(b *build, l level, rivers []river, lakes []lake) error {
	out := newCollection(l.places)
	for _, r := range rivers {
		if r.rank > riversOf[l.name] {
			continue
		}
		line := topo.SimplifyLine(r.points, l.area(1.2))
		properties := []property{{"rank", r.rank}}
		properties = r.name.properties(properties)
		if err := out.line(line, properties...); err != nil {
			return err
		}
	}
	if err := b.writeGzip("layers/"+l.name+"/rivers.geojson.gz", out.bytes()); err != nil {
		return err
	}
	out = newCollection(l.places)
	pixels := lakesOf[l.name]
	for _, k := range lakes {
		if k.area < l.area(pixels) {
			break // the largest come first
		}
		var rings []topo.Ring
		for i, r := range k.rings {
			if i > 0 && topo.WorldArea(r) < l.area(pixels) {
				continue
			}
			rings = append(rings, topo.SimplifyRing(r, l.area(1.2)))
		}
		properties := k.name.properties(nil)
		if properties != nil {
			at, width := labelAt(k.rings)
			at = out.round(at)
			properties = append(properties, property{"lon", float64(at.X) / topo.Unit}, property{"lat", float64(at.Y) / topo.Unit},
				property{"width", math.Round(width*1000) / 1000})
		}
		if err := out.polygon(rings, properties...); err != nil {
			return err
		}
	}
	return b.writeGzip("layers/"+l.name+"/lakes.geojson.gz", out.bytes())
}

// readRivers gives the rivers, the most important first.
func readRivers(b *build) ([]river, error) {
	features, err := readShapes(b, "ne_10m_rivers_lake_centerlines")
	if err != nil {
		return nil, err
	}
	called, err := inlandNames("river")
	if err != nil {
		return nil, err
	}
	var rivers []river
	for _, f := range features {
		name := f.text("name")
		rank := int(f.number("scalerank"))
		if r, ok := riverRank[name]; ok {
			rank = r
		}
		lines, err := f.lines()
		if err != nil {
			return nil, fmt.Errorf("reading river %q: %w", name, err)
		}
		for _, points := range lines {
			if len(points) > 1 {
				rivers = append(rivers, river{name: called[name], rank: rank, points: points})
			}
		}
	}
	slices.SortStableFunc(rivers, func(a, b river) int { return cmp.Compare(a.rank, b.rank) })
	return rivers, nil
}

// lines reads a line or several.
func (f feature) lines() ([][]topo.Point, error) {
	var all [][][]float64
	if f.Geometry.Type == "LineString" {
		all = make([][][]float64, 1)
		if err := json.Unmarshal(f.Geometry.Coordinates, &all[0]); err != nil {
			return nil, err
		}
	} else if err := json.Unmarshal(f.Geometry.Coordinates, &all); err != nil {
		return nil, err
	}
	lines := make([][]topo.Point, 0, len(all))
	for _, coordinates := range all {
		var line []topo.Point
		for _, c := range coordinates {
			line = append(line, pointOf(c))
		}
		lines = append(lines, line)
	}
	return lines, nil
}

type lake struct {
	name  inlandName
	rings []topo.Ring // the outline first
	area  float64     // world units
}

// readLakes gives the lakes, the largest first.
func readLakes(b *build) ([]lake, error) {
	features, err := readShapes(b, "ne_10m_ocean")
	if err != nil {
		return nil, err
	}
	called, err := inlandNames("lake")
	if err != nil {
		return nil, err
	}
	var lakes []lake
	for _, f := range features {
		name := f.text("name")
		if f.text("featurecla") == "Ocean" || f.text("featurec_2") == "" || drained[name] {
			continue
		}
		shape, err := f.shape()
		if err != nil {
			return nil, fmt.Errorf("reading lake %q: %w", name, err)
		}
		// An outline starts each piece; the holes that follow are its own.
		for _, ring := range shape {
			if ring.Area() > 0 {
				lakes = append(lakes, lake{name: called[name], rings: []topo.Ring{ring}, area: topo.WorldArea(ring)})
			} else if n := len(lakes); n > 0 {
				lakes[n-1].rings = append(lakes[n-1].rings, ring)
			}
		}
	}
	slices.SortStableFunc(lakes, func(a, b lake) int { return cmp.Compare(b.area, a.area) })
	return lakes, nil
}
