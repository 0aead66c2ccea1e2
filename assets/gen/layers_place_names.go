package main

import (
	"math"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// cityNames are English names that differ from the one GeoNames prefers, by
// geonameid.
var cityNames = map[int]string{
	5128581: "New York", 4140963: "Washington", 358619: "Port Said", 2510911: "Seville",
	734077: "Thessaloniki", 294801: "Haifa", 615532: "Batumi", 3067696: "Prague",
	3703443: "Panama City", 2028462: "Ulaanbaatar",
}

// placeNames corrects the source's names of places that GeoNames' selection does
// not have.
var placeNames = map[string]string{"Bur Said": "Port Said", "Lupanshui": "Liupanshui", "Bandar-e-Abbas": "Bandar Abbas"}

// capitals corrects which places are seats of government, by geonameid. General
// practice of the United Nations decides where that is disputed: Jerusalem,
// Security Council resolution 478 (1980).
var capitals = map[int]bool{
	jerusalem: false, 293397: false, // Jerusalem, Tel Aviv
	57289: false, 1668341: false, // Hargeisa, Taipei
	993800: false, 2293538: false, 1298824: false, // Johannesburg, Abidjan, Yangon
	160263: false, 160196: true, // Dar es Salaam, Dodoma
}

const jerusalem = 281184

// localNames are names in the country's own script that cannot be told from the
// English one, by geonameid.
var localNames = map[int]string{
	524901: "Москва", 498817: "Санкт-Петербург", 792680: "Београд", 264371: "Αθήνα", 727011: "София", 611717: "თბილისი",
	616052: "Երևան", 293397: "תל אביב", 360630: "القاهرة", 170654: "دمشق", 276781: "بيروت", 98182: "بغداد",
	108410: "الرياض", 250441: "عمّان", 112931: "تهران", 1138958: "کابل", 1816670: "北京", 1796236: "上海",
	1850147: "東京", 1835848: "서울", 1871859: "평양", 1609350: "กรุงเทพมหานคร",
	2867714: "München", 2886242: "Köln", 2861650: "Nürnberg", 2910831: "Hannover", 2945024: "Braunschweig",
	3173435: "Milano", 3165524: "Torino", 3172394: "Napoli", 3164603: "Venezia", 3176959: "Firenze", 3176219: "Genova",
	2711537: "Göteborg", 2803138: "Antwerpen", 2747373: "Den Haag", 2660646: "Genève",
}

// foreignScript are the countries whose names GeoNames spells in Latin letters
// with marks that an English map does without (Alīgarh, Ar Ruţbah, P’ot’i).
const foreignScript = " AE AF AM BD BG BH BT BY CN CY EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LK LY MK MM MN MV NP OM PK PS QA RU SA SD SY TH TJ TW UA YE "

// sourceIDs corrects geonameids of the source, by its name of the place.
var sourceIDs = map[string]int{"Abuja": 2352778}

// placeName is the name of a place on the map.
func placeName(c city) string {
	if c.country == "UA" {
		return displayName(c)
	}
	return englishName(c)
}

// englishName is the name of a place on an English map, but for what displayName
// knows of Ukraine.
func englishName(c city) string {
	if n, ok := cityNames[c.id]; ok {
		return n
	}
	name, _, _ := strings.Cut(c.name, " - ")
	if strings.Contains(foreignScript, " "+c.country+" ") {
		name = plain(name)
		if strings.Contains(" BY GE RU UA ", " "+c.country+" ") {
			name = strings.NewReplacer("’", "", "'", "", "ʼ", "").Replace(name)
		}
	}
	return name
}

// plain leaves out accents and other marks.
func plain(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s)))
}

// script is how a country's names are written.
type script struct {
	letters *unicode.RangeTable
	foreign string // letters of the script that its language does not use
	never   string // groups of letters, separated by spaces, that it does not have
}

// scripts by ISO 3166-1 code: those whose names can be checked by romanising.
var scripts = map[string]script{
	"UA": {unicode.Cyrillic, "ыэёъў", "чь щь пь бь вь мь"},
	"RU": {unicode.Cyrillic, "іїєґўјъ", "ськ цьк зьк ньск шч"},
	"BY": {unicode.Cyrillic, "ищъїєґ", "ськ цьк зьк шь"},
	"BG": {unicode.Cyrillic, "ыэёіїєўј", ""},
	"MK": {unicode.Cyrillic, "ыэёйъьщюяіїє", ""},
	"GR": {unicode.Greek, "", ""},
	"GE": {unicode.Georgian, "", ""},
}

// localName picks, among names without a language, the one that people in the
// country use: in its script and the one that reads like the name that GeoNames
// gives in Latin (Київ, not Киев). Rather none than a doubtful one.
func localName(c city) string {
	if n, ok := localNames[c.id]; ok {
		return n
	}
	s, ok := scripts[c.country]
	if !ok {
		return ""
	}
	latin := strings.ToLower(strings.NewReplacer("’", "", "'", "").Replace(plain(c.name)))
	best, score := "", math.MaxInt
	for _, name := range c.alternates {
		if !s.writes(name) {
			continue
		}
		n := differences(romanise(name, c.country), latin)
		// Of two that read alike the longer one has the soft signs.
		longer := len(name) > len(best) || len(name) == len(best) && name < best
		if n < score || n == score && longer {
			best, score = name, n
		}
	}
	if score > min(2, len(latin)/3) {
		return ""
	}
	return best
}

func (s script) writes(name string) bool {
	name = strings.ToLower(name)
	for _, group := range strings.Fields(s.never) {
		if strings.Contains(name, group) {
			return false
		}
	}
	return inScript(name, s.letters) && !strings.ContainsAny(name, s.foreign)
}

// inScript reports whether all letters of a name are of the script.
func inScript(name string, script *unicode.RangeTable) bool {
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.Is(script, r) {
			return false
		}
	}
	return name != ""
}
