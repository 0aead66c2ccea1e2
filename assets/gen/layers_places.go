package main

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"sitmap/assets/gen/internal/topo"
)

// city is a row of GeoNames' cities500.
type city struct {
	id         int
	name       string
	alternates []string
	at         topo.Point
	class      string
	country    string
	admin1     string // GeoNames' own code, not ISO's
	population int
}

func readCities(b *build) ([]city, error) {
	data, err := b.npmFile(cities500, "dist/cities500.txt")
	if err != nil {
		return nil, err
	}
	var cities []city
	for line := range bytes.Lines(data) {
		column := strings.Split(strings.TrimRight(string(line), "\r\n"), "\t")
		if len(column) < 15 {
			continue
		}
		id, err1 := strconv.Atoi(column[0])
		lat, err2 := strconv.ParseFloat(column[4], 64)
		lon, err3 := strconv.ParseFloat(column[5], 64)
		if err := cmp.Or(err1, err2, err3); err != nil {
			return nil, fmt.Errorf("reading cities500: %w", err)
		}
		population, _ := strconv.Atoi(column[14])
		cities = append(cities, city{
			id: id, name: column[1], alternates: strings.Split(column[3], ","), at: pointOf([]float64{lon, lat}),
			class: column[7], country: column[8], admin1: column[10], population: population,
		})
	}
	return cities, nil
}

// place is a ranked place.
type place struct {
	name, unit       string
	names            translations
	at               topo.Point
	rank, population int
	capital          bool
	id               int
	seat             bool  // of a first-order region's administration
	city             *city // nil where GeoNames' selection does not have it
}

// writePlaces writes the ranked places: which and how important from Natural
// Earth, names and populations from GeoNames, for the source's are dated.
func writePlaces(b *build, units []unit, known cldr) error {
	features, err := readShapes(b, "ne_10m_populated_places_simple")
	if err != nil {
		return err
	}
	cities, err := readCities(b)
	if err != nil {
		return err
	}
	byID := map[int]*city{}
	for i := range cities {
		byID[cities[i].id] = &cities[i]
	}
	near := newNearby(cities)
	locate := locator(units)
	var places []place
	seen := map[int]bool{}
	for _, f := range features {
		class := f.text("featurecla")
		if class == "Historic place" || class == "Scientific station" {
			continue
		}
		at := pointOf([]float64{f.number("longitude"), f.number("latitude")})
		p := place{
			name: f.text("name"), at: at, rank: int(f.number("scalerank")),
			population: int(f.number("pop_max")), capital: class == "Admin-0 capital",
		}
		if n, ok := placeNames[p.name]; ok {
			p.name = n
		}
		c := byID[cmp.Or(sourceIDs[p.name], int(f.number("geonameid")))]
		if c == nil || distanceKM(c.at, at) > 60 {
			c = near.largest(at, p.name)
		} else if !c.called(p.name) && sourceIDs[p.name] == 0 {
			// Some of the source's numbers are those of a neighbour.
			c = cmp.Or(near.largest(at, p.name), c)
		}
		if c != nil {
			if seen[c.id] {
				continue
			}
			seen[c.id] = true
			p.id, p.name, p.at, p.city = c.id, placeName(*c), c.at, c
			p.names = placeNamesOf(*c)
			p.seat = c.class == "PPLA" || c.class == "PPLC"
			if c.population > 0 {
				p.population = c.population
			}
		}
		if capital, ok := capitals[p.id]; ok {
			p.capital = capital
		}
		p.unit = locate(p.at)
		places = append(places, p)
	}
	slices.SortStableFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.population, a.population), cmp.Compare(a.name, b.name))
	})
	for i, zone := range known.zonesOf(places) {
		p := &places[i]
		p.names = known.cityNames(zone, p.city.country).or(p.names)
	}
	translated := map[string]bool{}
	for i := range places {
		p := &places[i]
		if p.city == nil {
			continue
		}
		if p.id == jerusalem { // in no one language
			p.names.local = ""
		}
		if n, ok := placeTranslations[p.city.country+" "+p.name]; ok {
			p.names = n.or(p.names)
			translated[p.city.country+" "+p.name] = true
		}
	}
	for key := range placeTranslations {
		if !translated[key] {
			return fmt.Errorf("the map has no %s, for which placeTranslations has names", key)
		}
	}
	b.log.Info("places", "all", len(places), "named by GeoNames", len(seen))
	if err := writePlaceLayer(b, "places", places); err != nil {
		return err
	}
	return writePlaceLayer(b, "settlements", settlements(cities, seen, locate))
}

func writePlaceLayer(b *build, name string, places []place) error {
	out := newCollection(4)
	for _, p := range places {
		properties := []property{{"name", p.name}}
		properties = p.names.properties(p.name, properties)
		properties = append(properties, property{"rank", p.rank})
		if p.unit != "" {
			properties = append(properties, property{"unit", p.unit})
		}
		if p.capital {
			properties = append(properties, property{"capital", true})
		}
		if p.seat {
			properties = append(properties, property{"seat", true})
		}
		if p.population > 0 {
			properties = append(properties, property{"population", p.population})
		}
		if p.id > 0 {
			properties = append(properties, property{"geonameid", p.id})
		}
		if err := out.point(p.at, properties...); err != nil {
			return err
		}
	}
	return b.writeGzip("layers/"+name+".geojson.gz", out.bytes())
}

// called reports whether the city has the name.
func (c *city) called(name string) bool {
	return strings.EqualFold(c.name, name) || slices.Contains(c.alternates, name)
}

// nearby finds cities by degree square.
type nearby map[[2]int32][]*city

const degree = int32(topo.Unit)

func newNearby(cities []city) nearby {
	n := nearby{}
	for i := range cities {
		c := &cities[i]
		n[square(c.at)] = append(n[square(c.at)], c)
	}
	return n
}

func square(p topo.Point) [2]int32 {
	return [2]int32{(p.X + 180*degree) / degree, (p.Y + 90*degree) / degree}
}

// largest gives the largest city within 25 km that shares a name, or nil.
func (n nearby) largest(at topo.Point, name string) *city {
	var best *city
	s := square(at)
	for dx := int32(-1); dx <= 1; dx++ {
		for dy := int32(-1); dy <= 1; dy++ {
			for _, c := range n[[2]int32{s[0] + dx, s[1] + dy}] {
				if c.called(name) && distanceKM(c.at, at) < 25 && (best == nil || c.population > best.population) {
					best = c
				}
			}
		}
	}
	return best
}

func distanceKM(a, b topo.Point) float64 {
	dy := float64(a.Y-b.Y) / topo.Unit
	dx := float64(a.X-b.X) / topo.Unit * math.Cos(float64(a.Y)/topo.Unit*math.Pi/180)
	return math.Hypot(dx, dy) * 111.2
}

// locator gives a function that finds the key of the unit at a point; a point
// just off the coast belongs to the unit of the nearest outline within some 12
// km.
func locator(units []unit) func(topo.Point) string {
	const reach = degree / 10
	type outline struct {
		ring                   topo.Ring
		minX, minY, maxX, maxY int32
	}
	outlines := make([][]outline, len(units))
	for i, u := range units {
		for _, r := range u.shape {
			o := outline{ring: r}
			o.minX, o.minY, o.maxX, o.maxY = r.Bound()
			outlines[i] = append(outlines[i], o)
		}
	}
	return func(p topo.Point) string {
		key, near := "", math.Inf(1)
		for i := range units {
			in := false
			for _, o := range outlines[i] {
				if p.X < o.minX-reach || p.X > o.maxX+reach || p.Y < o.minY-reach || p.Y > o.maxY+reach {
					continue
				}
				if o.ring.Contains(p) {
					in = !in
				}
				if d := o.ring.Distance(p); d < near && d < float64(reach) {
					key, near = units[i].key, d
				}
			}
			if in {
				return units[i].key
			}
		}
		return key
	}
}
