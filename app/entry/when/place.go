package when

import (
	_ "embed"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// The tables are from the IANA time zone database's zone.tab, public domain. Each
// line begins with the code that it is looked up by.
var (
	// The zone of each country that keeps one time (of Ukraine and Germany, which
	// the zone database splits: the one of nearly all of it).
	//
	//go:embed countries.txt
	countryZones string

	// The zone of regions (ISO 3166-2) of the other countries; where a region is
	// split, that of most of its people. Crimea is told in the time of Ukraine.
	//
	//go:embed regions.txt
	regionZones string

	// The cities that zones are named after, of countries that keep several times:
	// country, zone, degrees north, degrees east.
	//
	//go:embed cities.txt
	zoneCities string
)

// CountryZone returns the IANA zone of a region (ISO 3166-2) or of a country (ISO
// 3166-1 alpha-2) that keeps one time; of others it knows none.
func CountryZone(country, admin1 string) (zone string, ok bool) {
	if z, ok := lookUp(regionZones, admin1); ok {
		return z, true
	}
	return lookUp(countryZones, country)
}

// PlaceZone returns the IANA zone of a place: that of its region or country, and
// where these keep several times that of the nearest city which a zone of the
// country is named after. at is in degrees, longitude first; nil: not known.
func PlaceZone(country, admin1 string, at *orb.Point) (zone string, ok bool) {
	country, admin1 = strings.ToUpper(strings.TrimSpace(country)), strings.ToUpper(strings.TrimSpace(admin1))
	if z, ok := CountryZone(country, admin1); ok || at == nil || country == "" {
		return z, ok
	}
	nearest := math.Inf(1)
	for line := range strings.Lines(zoneCities) {
		rest, in := strings.CutPrefix(strings.TrimSpace(line), country+" ")
		if !in {
			continue
		}
		words := strings.Fields(rest)
		north, errN := strconv.ParseFloat(words[1], 64)
		east, errE := strconv.ParseFloat(words[2], 64)
		if errN != nil || errE != nil {
			continue // not in the table as it is; its test says so
		}
		if metres, _ := geo.Inverse(*at, orb.Point{east, north}); metres < nearest {
			nearest, zone = metres, words[0]
		}
	}
	return zone, zone != ""
}

func lookUp(table, code string) (zone string, ok bool) {
	if code == "" {
		return "", false
	}
	for line := range strings.Lines(table) {
		if c, z, _ := strings.Cut(strings.TrimSpace(line), " "); c == code {
			return z, true
		}
	}
	return "", false
}
