package when

import (
	"strconv"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

func TestPlaceZone(t *testing.T) {
	for _, c := range []struct {
		country, admin1 string
		at              *orb.Point
		want            string
	}{
		{"UA", "UA-51", nil, "Europe/Kyiv"},                    // Odesa
		{"ua", "", nil, "Europe/Kyiv"},                         // as typed
		{"UA", "UA-43", nil, "Europe/Kyiv"},                    // Crimea
		{"RU", "UA-40", nil, "Europe/Kyiv"},                    // whoever is said to own it
		{"TR", "TR-34", nil, "Europe/Istanbul"},                //
		{"IL", "", nil, "Asia/Jerusalem"},                      //
		{"IR", "", nil, "Asia/Tehran"},                         //
		{"DE", "DE-BE", nil, "Europe/Berlin"},                  //
		{"PS", "PS-GZA", nil, "Asia/Gaza"},                     //
		{"RU", "RU-BEL", nil, "Europe/Moscow"},                 //
		{"RU", "RU-SVE", nil, "Asia/Yekaterinburg"},            //
		{"RU", "RU-SA", &orb.Point{129.7, 62}, "Asia/Yakutsk"}, // three times in one region
		{"RU", "", &orb.Point{37.6, 55.7}, "Europe/Moscow"},    //
		{"US", "US-DC", nil, "America/New_York"},               //
		{"US", "US-TX", nil, "America/Chicago"},
		{"KZ", "KZ-71", nil, "Asia/Almaty"},
		{"AU", "", &orb.Point{151.8, -32.9}, "Australia/Sydney"},
		{"RU", "", nil, ""},
		{"", "", &orb.Point{30, 50}, ""},
		{"XX", "", nil, ""},
	} {
		if got, ok := PlaceZone(c.country, c.admin1, c.at); got != c.want || ok != (c.want != "") {
			t.Errorf("%s %s %v: %q, want %q", c.country, c.admin1, c.at, got, c.want)
		}
	}
}

// Each line of the tables has its words, and a zone that is known.
func TestZoneTables(t *testing.T) {
	for table, words := range map[string]int{countryZones: 2, regionZones: 2, zoneCities: 4} {
		for line := range strings.Lines(table) {
			w := strings.Fields(line)
			if len(w) != words {
				t.Fatalf("%q", line)
			}
			if _, ok := load(w[1]); !ok {
				t.Errorf("%q is no zone that is known", w[1])
			}
			for _, s := range w[2:] {
				if _, err := strconv.ParseFloat(s, 64); err != nil {
					t.Errorf("%q: %v", line, err)
				}
			}
		}
	}
}
