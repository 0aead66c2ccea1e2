package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"sitmap/mapdata/gazetteer"
)

// leastPopulation is what a place must have to be listed, but for seats of
// administration and the countries and regions in complete.
const leastPopulation = 1500

// complete are the countries of which every place is listed.
var complete = map[string]bool{
	"UA": true, "MD": true, "BY": true, "GE": true, "AM": true, "AZ": true, "LT": true, "LV": true, "EE": true,
	"IL": true, "PS": true, "LB": true, "SY": true, "JO": true,
}

// isComplete says whether all places around are listed: in the countries above,
// and in Russia west of the Urals.
func isComplete(c city) bool {
	return complete[c.country] || c.country == "RU" && c.at.X < 60*degree
}

// gone are classes of places that no longer exist.
var gone = []string{"PPLH", "PPLQ", "PPLW", "PPLCH"}

// seats are the seats of first- and second-level administrations.
var seats = []string{"PPLC", "PPLA", "PPLA2", "PPLG"}

func cityEntries(b *build, index *unitIndex) ([]entry, error) {
	cities, err := readCities(b)
	if err != nil {
		return nil, err
	}
	cities = slices.DeleteFunc(cities, func(c city) bool {
		listed := c.population >= leastPopulation || isComplete(c) || slices.Contains(seats, c.class)
		return !listed || slices.Contains(gone, c.class) || c.name == ""
	})
	codes := regionCodes(cities, index)
	entries := make([]entry, len(cities))
	for i, c := range cities {
		name := placeName(c)
		entries[i] = entry{
			id: int64(c.id), class: gazetteer.ClassCity, name: name, alternates: worthKeeping(c, name),
			at: c.at, code: codes[i], population: c.population,
		}
	}
	return entries, nil
}

// regionCodes finds the ISO code of each city's region, or of its country.
//
// Regions of the map are simplified and a suburb may lie on the wrong side; the
// source's own code of the region is right but not ISO's. So where the cities of
// one such code mostly lie in one region of the map, all of them do; elsewhere
// (the source has England, the map its counties) each goes by its position.
func regionCodes(cities []city, index *unitIndex) []string {
	type group struct{ country, admin1 string }
	found := make([]string, len(cities))
	votes := map[group]map[string]int{}
	for i := range cities {
		c := &cities[i]
		u := index.at(c.at)
		if u == nil {
			continue
		}
		// What the United Nations count to Ukraine is Ukraine's, whatever a
		// source says.
		if u.key == "UA-43" || u.key == "UA-40" {
			if c.country != "UA" {
				c.country, c.admin1 = "UA", u.key
			}
		}
		if u.country != c.country || !isISO(u.key) || !strings.HasPrefix(u.key, c.country+"-") {
			continue
		}
		found[i] = u.key
		g := group{c.country, c.admin1}
		if votes[g] == nil {
			votes[g] = map[string]int{}
		}
		votes[g][u.key]++
	}
	// Where the source has about as many codes as ISO they are the same regions,
	// and half of the cities are enough to tell which is which.
	groups, regions := map[string]int{}, map[string]int{}
	counted := map[string]bool{}
	for g, v := range votes {
		groups[g.country]++
		for code := range v {
			if !counted[code] {
				counted[code] = true
				regions[g.country]++
			}
		}
	}
	majority := map[group]string{}
	for g, v := range votes {
		sum, best := 0, ""
		for code, n := range v {
			sum += n
			if best == "" || n > v[best] || n == v[best] && code < best {
				best = code
			}
		}
		percent := 80
		if regions[g.country] <= groups[g.country]*5/4 {
			percent = 50
		}
		if g.admin1 != "" && g.admin1 != "00" && v[best]*100 >= sum*percent {
			majority[g] = best
		}
	}
	codes := make([]string, len(cities))
	for i, c := range cities {
		codes[i] = cmp.Or(majority[group{c.country, c.admin1}], found[i], c.country)
	}
	return codes
}

// displayName is the English name of a place in Ukraine (placeName knows those of
// others). The source spells them in several ways; where one of its names in
// Cyrillic is, letter by letter, the Latin one, the spelling of Ukraine's own
// standard of 2010 is taken instead.
func displayName(c city) string {
	if name, ok := renamed[c.id]; ok {
		return name
	}
	best, fewest := strings.NewReplacer("’", "", "'", "", "ʼ", "").Replace(c.name), 4
	for _, a := range c.alternates {
		if !scripts["UA"].writes(a) {
			continue
		}
		spelt := romaniseUkrainian(a)
		// Russian names read alike but for a letter or two: the nearest counts.
		if d := differences(spelt, c.name); d < fewest && loose(spelt) == loose(c.name) {
			best, fewest = spelt, d
		}
	}
	return best
}

// renamed are towns renamed since the source was made, by geonameid.
var renamed = map[int]string{
	689378:  "Volodymyr",        // Volodymyr-Volynskyi until 2021
	699553:  "Zviahel",          // Novohrad-Volynskyi until 2022
	699445:  "Samar",            // these until 2024: Novomoskovsk
	710554:  "Sheptytskyi",      // Chervonohrad
	697616:  "Shakhtarske",      // Pershotravensk
	7525990: "Pivdennoukrainsk", // Yuzhnoukrainsk
	687997:  "Pivdenne",         // Yuzhne
	704388:  "Berestyn",         // Krasnohrad
}

// loose is what the spellings of one Ukrainian name have in common.
func loose(name string) string {
	var b []byte
	for _, r := range gazetteer.Fold(name) {
		switch {
		case r == 'y' || r == 'i' || r == 'j':
			if len(b) == 0 || b[len(b)-1] != 'i' {
				b = append(b, 'i')
			}
		case r == 'g':
			b = append(b, 'h')
		case r >= 'a' && r <= 'z':
			b = append(b, byte(r))
		}
	}
	return string(b)
}

// kept are the scripts of the alternate names that are kept, and how many names
// in each for a village, a town and a small city outside the countries that are
// complete: the source has the same name in every language of a script.
var kept = []struct {
	script              *unicode.RangeTable
	village, town, city int
}{
	{unicode.Latin, 2, 3, 8},
	{unicode.Cyrillic, 1, 2, 4},
	{unicode.Arabic, 1, 2, 3},
	{unicode.Hebrew, 1, 1, 2},
	{unicode.Georgian, 1, 1, 1},
	{unicode.Armenian, 1, 1, 1},
	{unicode.Greek, 1, 1, 2},
}

// eastAsian names are kept for cities.
var eastAsian = []*unicode.RangeTable{unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana}

const (
	smallTown = 5_000
	largeTown = 20_000
	largeCity = 100_000
)

// worthKeeping gives the alternate names by which a place may be looked up.
func worthKeeping(c city, name string) []string {
	all := different(name, append([]string{c.name}, c.alternates...))
	count := make([]int, len(kept))
	return slices.DeleteFunc(all, func(a string) bool {
		// Names in small letters are transcripts of other scripts by rule, which
		// nobody types: "ji fu", "kheiyf".
		if a[0] >= 'a' && a[0] <= 'z' && a == strings.ToLower(a) {
			return true
		}
		for i, k := range kept {
			if startsIn(a, k.script) {
				count[i]++
				switch {
				case c.population >= largeCity || isComplete(c):
					return false
				case c.population >= largeTown:
					return count[i] > k.city
				case c.population >= smallTown:
					return count[i] > k.town
				default:
					return count[i] > k.village
				}
			}
		}
		for _, script := range eastAsian {
			if startsIn(a, script) {
				return c.population < largeCity
			}
		}
		return true
	})
}

// startsIn says whether the first letter of a name is of that script.
func startsIn(name string, script *unicode.RangeTable) bool {
	for _, r := range name {
		if unicode.IsLetter(r) {
			return unicode.Is(script, r)
		}
	}
	return false
}
