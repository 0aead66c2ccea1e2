package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"sitmap/assets/gen/internal/topo"
)

// unit is the smallest piece of land that the map tells apart: a first-order
// region, or a part of one that a point of view may give to somebody else.
//
// Its key is its ISO 3166-2 code ("UA-43"); a piece without one has the code of
// its country or region, a tilde and a word of ours ("CY~north", "IL-Z~golan").
type unit struct {
	key, name string
	names     translations
	country   string // ISO 3166-1 code, before any point of view
	rank      int    // Natural Earth's scale rank, 0 the most important
	disputed  string // why the source counts it as disputed, or empty
	shape     topo.Shape
}

// feature is what we read of an admin-1 feature.
type feature struct {
	Properties map[string]any `json:"properties"`
	Geometry   struct {
		Type        string          `json:"type"`
		Coordinates json.RawMessage `json:"coordinates"`
	} `json:"geometry"`
}

func (f feature) text(name string) string {
	s, _ := f.Properties[name].(string)
	return strings.TrimSpace(s)
}

func (f feature) number(name string) float64 {
	n, _ := f.Properties[name].(float64)
	return n
}

// readUnits reads the admin-1 features and gives the units, sorted by key.
func readUnits(b *build) ([]unit, error) {
	data, err := b.npmFile(geojsonPlaces, "data/states/admin1.json")
	if err != nil {
		return nil, err
	}
	var file struct{ Features []feature }
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("reading admin-1: %w", err)
	}
	byKey := map[string]*unit{}
	for _, f := range file.Features {
		shape, err := f.shape()
		if err != nil {
			return nil, fmt.Errorf("reading admin-1 %s: %w", f.text("adm1_code"), err)
		}
		u := unitOf(f)
		// Features of one ISO code are one region: cities apart from their
		// county, districts below the ISO level.
		if have := byKey[u.key]; have != nil {
			have.shape = append(have.shape, shape...)
			have.rank = min(have.rank, u.rank)
			continue
		}
		u.shape = shape
		byKey[u.key] = &u
	}
	units := make([]unit, 0, len(byKey))
	for _, u := range byKey {
		units = append(units, *u)
	}
	if units, err = splitUnits(units); err != nil {
		return nil, err
	}
	slices.SortFunc(units, func(a, b unit) int { return cmp.Compare(a.key, b.key) })
	return units, nil
}

func unitOf(f feature) unit {
	name := cmp.Or(f.text("name_en"), f.text("name"))
	key := f.text("iso_3166_2")
	if fixed, ok := unitKeys[f.text("adm1_code")]; ok {
		key = fixed
	} else if fixed, ok := unitKeys[f.text("adm0_a3")]; ok {
		key = fixed
	} else if base, isPlaceholder := strings.CutSuffix(key, "~"); isPlaceholder || key == "AI-X00" {
		// Natural Earth's placeholder "TJ-X01~" becomes "TJ~01".
		country, rest, _ := strings.Cut(base, "-")
		key = country + "~" + strings.TrimPrefix(rest, "X")
	}
	country, _, _ := strings.Cut(strings.ReplaceAll(key, "~", "-"), "-")
	if c, ok := unitCountries[key]; ok {
		country = c
	}
	if sourceNames[country] {
		name = f.text("name")
	}
	if n, ok := unitNames[key]; ok {
		name = n
	}
	names := regionTranslations(f, country)
	if n, ok := unitTranslations[key]; ok {
		names = n
	}
	return unit{
		key: key, name: name, names: names, country: country,
		rank:     int(f.number("scalerank")),
		disputed: f.disputed(country),
	}
}

// disputed says why the source counts the feature as disputed: because it gives
// it to another country than its ISO code, to a country without ISO code, or
// because it knows a country that does not recognise it.
func (f feature) disputed(country string) string {
	var by []string
	for name, value := range f.Properties {
		if v, _ := value.(string); strings.HasPrefix(name, "FCLASS_") && v == "Unrecognized" {
			by = append(by, strings.TrimPrefix(name, "FCLASS_"))
		}
	}
	if len(by) > 0 {
		slices.Sort(by)
		return "not recognised by " + strings.Join(by, ", ")
	}
	if strings.HasPrefix(f.text("iso_3166_2"), "-99") && f.text("adm0_a3") == f.text("gu_a3") {
		return "without ISO code (" + f.text("adm0_a3") + ")"
	}
	if iso := f.text("iso_a2"); iso != country && !ownCode[country] {
		return "given to " + iso + " by the source"
	}
	return ""
}

// shape reads the geometry, with outlines anticlockwise and holes clockwise.
func (f feature) shape() (topo.Shape, error) {
	var polygons [][][][]float64
	switch f.Geometry.Type {
	case "MultiPolygon":
		if err := json.Unmarshal(f.Geometry.Coordinates, &polygons); err != nil {
			return nil, err
		}
	case "Polygon":
		polygons = make([][][][]float64, 1)
		if err := json.Unmarshal(f.Geometry.Coordinates, &polygons[0]); err != nil {
			return nil, err
		}
	default:
		return nil, fmt.Errorf("unexpected geometry %q", f.Geometry.Type)
	}
	var shape topo.Shape
	for _, polygon := range polygons {
		for i, coordinates := range polygon {
			ring := ringOf(coordinates)
			if len(ring) < 3 || ring.Area() == 0 {
				continue
			}
			if outline := i == 0; outline != (ring.Area() > 0) {
				slices.Reverse(ring)
			}
			shape = append(shape, ring)
		}
	}
	return shape, nil
}

func ringOf(coordinates [][]float64) topo.Ring {
	var ring topo.Ring
	for _, c := range coordinates {
		p := pointOf(c)
		if len(ring) == 0 || ring[len(ring)-1] != p {
			ring = append(ring, p)
		}
	}
	if len(ring) > 1 && ring[0] == ring[len(ring)-1] {
		ring = ring[:len(ring)-1]
	}
	return ring
}

func pointOf(c []float64) topo.Point {
	return topo.Point{X: int32(math.Round(c[0] * topo.Unit)), Y: int32(math.Round(c[1] * topo.Unit))}
}
