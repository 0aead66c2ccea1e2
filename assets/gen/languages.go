package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// names are what something is called in other languages than English; empty
// where no source says so.
type translations struct{ local, uk, ru, tr string }

// properties adds the names that differ from the English one.
func (n translations) properties(english string, properties []property) []property {
	for _, p := range []struct{ name, value string }{{"local", n.local}, {"uk", n.uk}, {"ru", n.ru}, {"tr", n.tr}} {
		if p.value != "" && p.value != english {
			properties = append(properties, property{p.name, p.value})
		}
	}
	return properties
}

// spokenIn corrects the language that most likely is a country's own: the first
// official one of the state, by ISO 3166-1 code.
var spokenIn = map[string]string{
	"KZ": "kk", "KG": "ky", "BY": "be", "TM": "tk", "HK": "zh-Hant", "MO": "zh-Hant", "TW": "zh-Hant", "RS": "sr",
	"GH": "en", "MU": "en", "NA": "en", "PG": "en", "ZA": "en", "GM": "en", "NE": "fr", "ML": "fr",
}

// languageOf is the language of a country's own names, empty where several
// languages share the country or none is likelier than the others.
func languageOf(country string) string {
	switch country {
	case "", "CH", "BE", "CY", "IN", "AQ", "XK": // no one language
		return ""
	}
	if l, ok := spokenIn[country]; ok {
		return l
	}
	region, err := language.ParseRegion(country)
	if err != nil {
		return ""
	}
	tag, err := language.Compose(language.Und, region)
	if err != nil {
		return ""
	}
	base, confidence := tag.Base()
	if confidence == language.No || base.String() == "und" {
		return ""
	}
	return base.String()
}

// regionTranslations reads the names of an admin-1 feature. Its own name is in the
// country's language where the source has that, else the source's plain name if
// the country writes Latin letters.
func regionTranslations(f feature, country string) translations {
	n := translations{uk: f.text("name_uk"), ru: f.text("name_ru"), tr: f.text("name_tr")}
	own := languageOf(country)
	switch {
	case own == "en":
	case own != "" && f.text("name_"+strings.ReplaceAll(own, "zh-Hant", "zht")) != "":
		n.local = f.text("name_" + strings.ReplaceAll(own, "zh-Hant", "zht"))
	case !strings.Contains(foreignScript, " "+country+" "):
		n.local = f.text("name")
	}
	return n
}

// cldr are the names that Unicode's Common Locale Data Repository has, by
// language and then by ISO 3166-1 code or time zone.
type cldr struct{ territories, cities map[string]map[string]string }

func readCLDR(b *build) (cldr, error) {
	c := cldr{map[string]map[string]string{}, map[string]map[string]string{}}
	files, err := b.npmFiles(cldrNames, func(p string) bool { return strings.HasSuffix(p, "/territories.json") })
	if err != nil {
		return c, err
	}
	for path, data := range files {
		var file struct {
			Main map[string]struct {
				LocaleDisplayNames struct{ Territories map[string]string }
			}
		}
		if err := json.Unmarshal(data, &file); err != nil {
			return c, fmt.Errorf("reading %s: %w", path, err)
		}
		for l, m := range file.Main {
			c.territories[l] = m.LocaleDisplayNames.Territories
		}
	}
	if files, err = b.npmFiles(cldrDates, func(p string) bool { return strings.HasSuffix(p, "/timeZoneNames.json") }); err != nil {
		return c, err
	}
	for path, data := range files {
		var file struct {
			Main map[string]struct {
				Dates struct{ TimeZoneNames struct{ Zone map[string]any } }
			}
		}
		if err := json.Unmarshal(data, &file); err != nil {
			return c, fmt.Errorf("reading %s: %w", path, err)
		}
		for l, m := range file.Main {
			cities := map[string]string{}
			exemplars(cities, "", m.Dates.TimeZoneNames.Zone)
			c.cities[l] = cities
		}
	}
	return c, nil
}

// exemplars collects the cities that stand for time zones, by the zone's last
// part with spaces ("Kiev", "Hong Kong").
func exemplars(into map[string]string, zone string, m map[string]any) {
	for key, value := range m {
		if key == "Antarctica" || key == "Arctic" || key == "Etc" {
			continue // stations and oceans
		}
		if city, ok := value.(string); ok {
			if key == "exemplarCity" && !strings.Contains(city, ",") { // not Petersburg, Indiana
				into[zone] = strings.ReplaceAll(city, "ʼ", "’")
			}
			continue
		}
		if below, ok := value.(map[string]any); ok {
			exemplars(into, strings.ReplaceAll(key, "_", " "), below)
		}
	}
}

// shortTerritories are names of territories that are shorter, or that the United
// Nations use, where the repository's would not do on a map.
var shortTerritories = map[string]translations{
	"CD": {uk: "ДР Конго", ru: "ДР Конго", tr: "Kongo DC", local: "RD Congo"},
	"CG": {uk: "Конго", ru: "Конго", tr: "Kongo", local: "Congo"},
	"PS": {uk: "Палестина", ru: "Палестина", tr: "Filistin", local: "فلسطين"},
	"HK": {uk: "Гонконг", ru: "Гонконг", tr: "Hong Kong", local: "香港"},
	"MO": {uk: "Макао", ru: "Макао", tr: "Makao", local: "澳門"},
	"BA": {local: "Bosna i Hercegovina"},
	"US": {uk: "США", ru: "США", tr: "ABD"},
	"GB": {ru: "Великобритания", uk: "Велика Британія"},
	"AE": {ru: "ОАЭ", uk: "ОАЕ", tr: "BAE"},
	"CF": {ru: "ЦАР", uk: "ЦАР"},
	"MM": {uk: "М’янма", ru: "Мьянма", tr: "Myanmar", local: "မြန်မာ"},
	"IN": {local: "भारत"},
	"ZA": {ru: "ЮАР", uk: "ПАР"},
	"AQ": {uk: "Антарктида"},
	"MD": {local: "Moldova"},
	"KP": {uk: "КНДР", ru: "КНДР", tr: "Kuzey Kore", local: "조선민주주의인민공화국"},
	"TW": {uk: "Тайвань, провінція Китаю", ru: "Тайвань, провинция Китая", tr: "Tayvan, Çin eyaleti"},
	"XK": {uk: "Косово (резолюція РБ ООН 1244)", ru: "Косово (резолюция СБ ООН 1244)", tr: "Kosova (BMGK 1244)"},
	"FK": {uk: "Фолклендські (Мальвінські) острови", ru: "Фолклендские (Мальвинские) острова", tr: "Falkland (Malvina) Adaları"},
}

// countryNamesOf gives what a country is called in other languages.
func (c cldr) countryNamesOf(code string) translations {
	short := shortTerritories[code]
	in := func(l, short string) string {
		if short != "" || l == "" {
			return short
		}
		return strings.ReplaceAll(c.territories[l][code], "ʼ", "’")
	}
	n := translations{uk: in("uk", short.uk), ru: in("ru", short.ru), tr: in("tr", short.tr)}
	if own := languageOf(code); own != "en" {
		n.local = in(own, short.local)
	}
	return n
}

// notCities are time zones that are named for islands and countries.
var notCities = []string{
	"Malta", "Bahrain", "Qatar", "Kuwait", "Brunei", "Jersey", "Guernsey", "Mauritius", "Bermuda", "Puerto Rico", "Jamaica",
	"Barbados", "Martinique", "Kamchatka", "Sakhalin", "Vatican", "Easter", "Faeroe", "Canary", "Azores", "Madeira",
	"Bahia", "Petersburg",
}

// zones gives the names of all zones that stand for a city.
func (c cldr) zones() []string {
	known := map[string]bool{}
	for _, cities := range c.cities {
		for zone := range cities {
			known[zone] = true
		}
	}
	for _, z := range notCities {
		delete(known, z)
	}
	return slices.Sorted(maps.Keys(known))
}

// zonesOf finds the cities of the time zones among the places: for each zone the
// largest place so called, by place.
func (c cldr) zonesOf(places []place) map[int]string {
	called := map[string][]int{}
	for i, p := range places {
		if p.city == nil || p.population < 20_000 && !p.capital {
			continue
		}
		for _, n := range slices.Compact(append([]string{p.name, p.city.name}, p.city.alternates...)) {
			called[n] = append(called[n], i)
		}
	}
	found := map[int]string{}
	for _, zone := range c.zones() {
		best := -1
		for _, i := range called[zone] {
			if best < 0 || places[i].population > places[best].population {
				best = i
			}
		}
		if best < 0 {
			continue
		}
		// Of several zones that fit a place's names the one that it is named for counts.
		if have, ok := found[best]; !ok || zone == places[best].name && have != zone {
			found[best] = zone
		}
	}
	return found
}
