package main

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"sitmap/assets/gen/internal/topo"
	"sitmap/mapdata/gazetteer"
)

// languages are those in which countries and regions can be looked up, by the
// suffixes of the source's columns.
var languages = []string{
	"en", "uk", "ru", "tr", "de", "fr", "ar", "fa", "he", "ka", "hy", "zh",
}

// countryEntries makes an entry of each country and territory of the map.
func countryEntries(units []unit, named map[string]names) []entry {
	shapes := map[string][]topo.Shape{}
	for _, u := range units {
		if u.country != "" {
			shapes[u.country] = append(shapes[u.country], u.shape)
		}
	}
	english := countryNames()
	var entries []entry
	for _, code := range slices.Sorted(maps.Keys(shapes)) {
		alternates := slices.Clone(named[code].further)
		for _, l := range languages {
			if region, err := language.ParseRegion(code); err == nil {
				alternates = append(alternates, display.Regions(language.MustParse(l)).Name(region))
			}
		}
		area := 0.0
		for _, s := range shapes[code] {
			area += sphereArea(s)
		}
		name := cmp.Or(named[code].name, english[code], code)
		entries = append(entries, entry{
			id: codeID(code), class: gazetteer.ClassCountry, name: name, alternates: different(name, alternates),
			at: middle(shapes[code]), code: code, radius: radiusOf(area),
		})
	}
	return entries
}

// regionEntries makes an entry of each first-level region that has an ISO code.
func regionEntries(b *build, units []unit, named map[string]names) ([]entry, error) {
	known, err := readRegionNames(b)
	if err != nil {
		return nil, err
	}
	shared := map[string]int{}
	for _, u := range units {
		shared[u.country+u.name]++
	}
	var entries []entry
	for _, u := range units {
		if !isISO(u.key) || u.country == "" || !strings.HasPrefix(u.key, u.country+"-") {
			continue
		}
		k := known[u.key]
		name := u.name
		if shared[u.country+u.name] > 1 && k.name != "" {
			name = k.name // where the English column repeats the name of the larger neighbour
		}
		if (u.country == "RU" || u.country == "UA") && strings.HasSuffix(k.russian, " область") && !strings.HasSuffix(name, "Oblast") {
			name += " Oblast"
		}
		name = cmp.Or(named[u.key].name, name)
		if name == "" {
			continue
		}
		alternates := slices.Concat(named[u.key].further, []string{u.name, k.name}, k.further)
		if oblast, ok := strings.CutSuffix(name, " Oblast"); ok {
			alternates = append(alternates, oblast+" region")
		}
		id := codeID(u.key)
		if k.geonameID > 0 {
			id = k.geonameID
		}
		entries = append(entries, entry{
			id: id, class: gazetteer.ClassAdmin1, name: name, alternates: different(name, alternates),
			at: middle([]topo.Shape{u.shape}), code: u.key, radius: radiusOf(sphereArea(u.shape)),
		})
	}
	return entries, nil
}

// regionNames is what the source knows of the names of a region.
type regionNames struct {
	name, russian string
	further       []string
	geonameID     int64 // 0 where it is not known or not the region's alone
}

func readRegionNames(b *build) (map[string]regionNames, error) {
	data, err := b.npmFile(geojsonPlaces, "data/states/admin1.json")
	if err != nil {
		return nil, err
	}
	var file struct {
		Features []struct {
			Properties map[string]any `json:"properties"`
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("reading admin-1: %w", err)
	}
	known := map[string]regionNames{}
	holders := map[int64]int{}
	for _, row := range file.Features {
		f := feature{Properties: row.Properties}
		key := unitOf(f).key
		if _, ok := known[key]; ok {
			// A second feature of the same code is a part with a name of its own.
			continue
		}
		k := regionNames{name: f.text("name"), russian: f.text("name_ru"), geonameID: int64(f.number("gn_id"))}
		for _, l := range languages {
			k.further = append(k.further, f.text("name_"+l))
		}
		k.further = append(k.further, strings.Split(f.text("name_alt"), "|")...)
		holders[k.geonameID]++
		known[key] = k
	}
	for key, k := range known {
		if holders[k.geonameID] > 1 || k.geonameID < 0 {
			k.geonameID = 0
			known[key] = k
		}
	}
	return known, nil
}

// siteTable has sites that lists of towns lack.
//
//go:embed tables/sites.tsv
var siteTable string

// maxSites keeps the ids of sites below those made of codes.
const maxSites = 400

func siteEntries(index *unitIndex) ([]entry, error) {
	var entries []entry
	err := readTable(siteTable, 7, func(column []string) error {
		id, err1 := strconv.ParseInt(column[0], 10, 64)
		lat, err2 := strconv.ParseFloat(column[4], 64)
		lon, err3 := strconv.ParseFloat(column[5], 64)
		radius, err4 := strconv.ParseFloat(column[6], 64)
		if err := cmp.Or(err1, err2, err3, err4); err != nil {
			return err
		}
		if id < 1 || id >= maxSites {
			return fmt.Errorf("the id must lie between 1 and %d", maxSites-1)
		}
		e := entry{
			id: -id, class: gazetteer.ClassSite, name: column[1], alternates: different(column[1], splitNames(column[2])),
			at: pointOf([]float64{lon, lat}), code: column[3], radius: radius,
		}
		u := index.in(e.at, e.code)
		if other := index.at(e.at); u == nil && other != nil {
			// A slip in a coordinate mostly lands in another country.
			return fmt.Errorf("it lies in %s (%s), not in %s", other.name, other.key, e.code)
		}
		if u != nil && isISO(u.key) && strings.HasPrefix(u.key, e.code+"-") {
			e.code = u.key
		}
		entries = append(entries, e)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("sites.tsv: %w", err)
	}
	return entries, nil
}

// isISO tells a code of ISO 3166-2 from a key of ours.
func isISO(key string) bool { return len(key) > 3 && key[2] == '-' && !strings.Contains(key, "~") }

// codeID makes a negative id of an ISO code: it stays the same between versions
// and can't be mistaken for GeoNames' own.
func codeID(code string) int64 {
	id := int64(0)
	for _, r := range code {
		d, err := strconv.ParseInt(string(r), 36, 64)
		if err != nil {
			d = 36 // the hyphen
		}
		id = id*37 + d + 1
	}
	return -id - maxSites
}

// radiusOf is the radius of the circle of that area, in whole kilometres.
func radiusOf(area float64) float64 {
	return max(1000, math.Round(math.Sqrt(area/math.Pi)/1000)*1000)
}

// different leaves out names that fold to the name itself or to an earlier one.
func different(name string, alternates []string) []string {
	seen := map[string]bool{gazetteer.Fold(name): true, "": true}
	var out []string
	for _, a := range alternates {
		a = strings.TrimSpace(a)
		if f := gazetteer.Fold(a); !seen[f] && !strings.ContainsAny(a, "|\n") {
			seen[f] = true
			out = append(out, a)
		}
	}
	return out
}
