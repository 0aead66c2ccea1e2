package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sitmap/mapdata/basemap"
)

// namedUnits gives the keys of the units that the built-in points of view name,
// for every level to keep them apart. It fails where a disputed unit is not
// named, or a name fits no unit.
func namedUnits(b *build, units []unit) (map[string]bool, error) {
	tables, err := filepath.Glob(filepath.Join(b.out, "layers", "pov", "*.json"))
	if err != nil || len(tables) == 0 {
		return nil, fmt.Errorf("there is no point of view in %s", filepath.Join(b.out, "layers", "pov"))
	}
	named := map[string]bool{}
	for _, path := range tables {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		p, err := basemap.LoadPOV(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if err := checkPOV(p, units); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for _, key := range povKeys(p) {
			named[key] = true
		}
	}
	apart := map[string]bool{}
	for _, u := range units {
		if named[u.key] {
			apart[u.key] = true
		}
	}
	return apart, nil
}

// povKeys gives the units and countries that a point of view names.
func povKeys(p basemap.POV) []string {
	var keys []string
	for _, r := range p.Units {
		keys = append(keys, r.Units...)
	}
	for _, r := range p.Lines {
		keys = append(keys, r.Between[:]...)
	}
	return keys
}

// checkPOV reports disputed units that the point of view says nothing about, and
// names in it that the map does not know.
func checkPOV(p basemap.POV, units []unit) error {
	ruled := map[string]bool{}
	for _, r := range p.Units {
		for _, key := range r.Units {
			ruled[key] = true
		}
	}
	known := map[string]bool{}
	var missing []string
	for _, u := range units {
		known[u.key], known[u.country] = true, true
		why := u.disputed
		why = cmp.Or(contested[u.key], contested[u.country], why)
		if why != "" && !ruled[u.key] && !(u.country != "" && ruled[u.country]) {
			missing = append(missing, fmt.Sprintf("%s %s: %s", u.key, u.name, why))
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("it must say to whom these disputed units belong:\n  %s", strings.Join(missing, "\n  "))
	}
	for _, key := range povKeys(p) {
		if !known[key] {
			return fmt.Errorf("it names %s, which is no unit and no country of the map", key)
		}
	}
	for _, r := range p.Territories {
		if i := slices.IndexFunc(r.Territories, func(t string) bool { return !known[t] }); i >= 0 {
			return fmt.Errorf("it names the territory %s, which the map does not have", r.Territories[i])
		}
	}
	return nil
}

// contested are units and countries known to be disputed although the source
// does not say so, and why. A point of view must name each.
var contested = map[string]string{
	"UA-43": "annexed by Russia", "UA-40": "annexed by Russia",
	"UA-09": "claimed by Russia", "UA-14": "claimed by Russia", "UA-23": "claimed by Russia", "UA-65": "claimed by Russia",
	"GE-AB": "breakaway", "GE-SK": "holds most of South Ossetia, breakaway", "MD-SN": "breakaway", "MD-BD": "partly held by a breakaway",
	"AZ-XA": "Nagorno-Karabakh, formerly breakaway",
	"IN-JK": "claimed by Pakistan", "PK-JK": "claimed by India", "CN-XJ": "Aksai Chin claimed by India",
	"PS": "occupied", "TW": "status contested", "HK": "special region", "MO": "special region",
	"FK": "claimed by Argentina", "GS": "claimed by Argentina", "GI": "on the list of Non-Self-Governing Territories",
	"IO": "claimed by Mauritius", "YT": "claimed by the Comoros", "XS~paracel": "claimed by several states",
	"GY-ES": "west of the Essequibo, claimed by Venezuela", "EG-BA": "Hala’ib triangle claimed by Sudan",
	"SD-KS": "Abyei, status to be determined", "SS-EE": "Ilemi triangle, claimed by Kenya",
	"ES-CE": "claimed by Morocco", "ES-ML": "claimed by Morocco",
	"AQ": "claims suspended by treaty", "EH": "Non-Self-Governing Territory",
}
