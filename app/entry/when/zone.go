package when

import (
	"strings"
	"time"
	_ "time/tzdata" // the zones must be known on machines without them
	"unicode"
)

// aliases are places and zones that the zone database does not know by that name.
var aliases = map[string]string{
	"kiev": "Europe/Kyiv", "київ": "Europe/Kyiv", "киев": "Europe/Kyiv", "київський": "Europe/Kyiv", "ukraine": "Europe/Kyiv",
	"москва": "Europe/Moscow", "russia": "", "istanbul": "Europe/Istanbul", "i̇stanbul": "Europe/Istanbul",
	"ankara": "Europe/Istanbul", "türkiye": "Europe/Istanbul", "turkey": "Europe/Istanbul",
	"washington": "America/New_York", "washington dc": "America/New_York", "washington d.c.": "America/New_York",
	"boston": "America/New_York", "eastern": "America/New_York", "et": "America/New_York", "san francisco": "America/Los_Angeles",
	"pacific": "America/Los_Angeles", "tel aviv": "Asia/Jerusalem", "israel": "Asia/Jerusalem", "gaza city": "Asia/Gaza",
	"beijing": "Asia/Shanghai", "china": "Asia/Shanghai", "delhi": "Asia/Kolkata", "new delhi": "Asia/Kolkata",
	"mumbai": "Asia/Kolkata", "india": "Asia/Kolkata", "islamabad": "Asia/Karachi", "kuwait city": "Asia/Kuwait",
	"sanaa": "Asia/Aden", "sana'a": "Asia/Aden", "aleppo": "Asia/Damascus", "geneva": "Europe/Zurich", "munich": "Europe/Berlin",
	"hague": "Europe/Amsterdam", "edinburgh": "Europe/London", "milan": "Europe/Rome", "barcelona": "Europe/Madrid",
	"abu dhabi": "Asia/Dubai", "doha": "Asia/Qatar", "jeddah": "Asia/Riyadh", "mecca": "Asia/Riyadh", "hanoi": "Asia/Bangkok",
	"kyiv's": "Europe/Kyiv", "moscow's": "Europe/Moscow",
}

// abbreviation is a name of a zone's time that fixes the offset too.
type abbreviation struct {
	offset int // seconds east of UTC
	zone   string
}

// Those with one meaning only; IST, for one, is Indian, Irish and Israeli.
var abbreviations = map[string]abbreviation{
	"utc": {0, "UTC"}, "z": {0, "UTC"}, "zulu": {0, "UTC"}, "gmt": {0, "UTC"}, "ut": {0, "UTC"},
	"eet": {2 * 3600, "Europe/Kyiv"}, "eest": {3 * 3600, "Europe/Kyiv"}, "msk": {3 * 3600, "Europe/Moscow"},
	"trt": {3 * 3600, "Europe/Istanbul"}, "cet": {3600, "Europe/Berlin"}, "cest": {2 * 3600, "Europe/Berlin"},
	"mez": {3600, "Europe/Berlin"}, "mesz": {2 * 3600, "Europe/Berlin"},
	"est": {-5 * 3600, "America/New_York"}, "edt": {-4 * 3600, "America/New_York"},
	"pst": {-8 * 3600, "America/Los_Angeles"}, "pdt": {-7 * 3600, "America/Los_Angeles"},
	"jst": {9 * 3600, "Asia/Tokyo"}, "kst": {9 * 3600, "Asia/Seoul"}, "idt": {3 * 3600, "Asia/Jerusalem"},
	"pkt": {5 * 3600, "Asia/Karachi"}, "irst": {3*3600 + 1800, "Asia/Tehran"},
}

var ambiguousAbbreviations = map[string]string{
	"ist": "Asia/Kolkata, Asia/Jerusalem or Europe/Dublin", "bst": "Europe/London or Asia/Dhaka",
	"ast": "Asia/Riyadh or America/Halifax", "cst": "America/Chicago or Asia/Shanghai",
}

// Zone finds a zone by its IANA name (Europe/Kyiv) or by a city or country with
// one time (Kyiv, Kiev, Київ, Tel Aviv). cities may be nil; it is asked last.
func Zone(name string, cities func(name string) (country, admin1 string, ok bool)) (*time.Location, bool) {
	name = strings.Join(strings.Fields(name), " ")
	low := strings.ToLower(name)
	if low == "" || low == "local" {
		return nil, false
	}
	if a, ok := abbreviations[low]; ok && a.offset == 0 {
		return time.UTC, true
	}
	if z, ok := aliases[low]; ok {
		return load(z)
	}
	title := titleCase(low)
	if strings.Contains(title, "/") {
		return load(title)
	}
	for _, region := range []string{"Europe", "Asia", "America", "Africa", "Australia", "Pacific", "Atlantic", "Indian", "America/Argentina"} {
		if loc, ok := load(region + "/" + strings.ReplaceAll(title, " ", "_")); ok {
			return loc, true
		}
	}
	if cities != nil {
		if country, admin1, ok := cities(name); ok {
			if z, ok := CountryZone(country, admin1); ok {
				return load(z)
			}
		}
	}
	return nil, false
}

func load(name string) (*time.Location, bool) {
	if name == "" || len(name) > 40 {
		return nil, false
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil, false
	}
	return loc, true
}

// titleCase writes europe/kyiv as the zone database does: Europe/Kyiv. Small
// words within a name stay small: Port_of_Spain, Dar_es_Salaam.
func titleCase(s string) string {
	out := []rune(s)
	word := 0
	for i := 0; i <= len(out); i++ {
		if i < len(out) && unicode.IsLetter(out[i]) || i < len(out) && out[i] == '\'' {
			continue
		}
		w := string(out[word:i])
		if small := w == "of" || w == "es" || w == "au"; word < i && !small {
			out[word] = unicode.ToUpper(out[word])
		}
		word = i + 1
	}
	return string(out)
}
