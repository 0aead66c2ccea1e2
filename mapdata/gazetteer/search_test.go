package gazetteer

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

// builtInList is decoded once for all tests.
var builtInList = Open()

const (
	kyiv       = 703448
	kharkiv    = 706483
	istanbul   = 745044
	simferopol = 693805
	sevastopol = 694423
)

func TestSearchFindsInAnySpelling(t *testing.T) {
	for _, tt := range []struct {
		id      int64
		queries string
	}{
		{kyiv, "Kyiv|kyiv|KYIV|Kiev|Київ|Киев|київ|Kijów|Kiew|Kiév|كييف|קייב|კიევი|Կիև|Κίεβο| Kyiv "},
		{kharkiv, "Kharkiv|Kharkov|Харків|Харьков|Charkiw|харьков"},
		{istanbul, "İstanbul|Istanbul|istanbul|ISTANBUL|ıstanbul|Стамбул|Constantinople|إسطنبول|Κωνσταντινούπολη"},
		{698740, "Odesa|Odessa|Одеса|Одесса"},
		{702550, "Lviv|L'viv|Lwów|Lwow|Львів|Львов|Lemberg"},
		{709930, "Dnipro|Dnipropetrovsk|Дніпро|Днепр"},
		{687700, "Zaporizhzhia|Zaporizhzhya|Запоріжжя|Запорожье"},
		{700569, "Mykolaiv|Mykolayiv|Миколаїв|Николаев"},
		{simferopol, "Simferopol|Сімферополь|Симферополь"},
		{sevastopol, "Sevastopol|Севастополь|Sebastopol"},
		{524901, "Moscow|Москва|Moskva|Moskau|Moscou"},
		{3093133, "Łódź|Lodz|lodz"},
		{281184, "Jerusalem|ירושלים|القدس|Al-Quds"},
		{611717, "Tbilisi|თბილისი|Тбилиси"},
		{616052, "Yerevan|Երևան|Ереван"},
		{112931, "Tehran|تهران|Тегеран"},
		{264371, "Athens|Αθήνα|Athina"},
		{2657896, "Zürich|Zurich|zuerich"},
		{1850147, "Tokyo|東京"},
		{4140963, "Washington|Washington, D.C.|washington dc"},
		{5128581, "New York|New York City"},
	} {
		for q := range strings.SplitSeq(tt.queries, "|") {
			matches := builtInList.Search(q, nil, 5)
			if len(matches) == 0 || matches[0].Place.GeonameID != tt.id {
				t.Errorf("%q: found %s", q, brief(matches))
			}
		}
	}
}

func TestSearchWhileTyping(t *testing.T) {
	for _, tt := range []struct{ query, want string }{
		{"kyi", "Kyiv"},
		{"khark", "Kharkiv"},
		{"харьк", "Kharkiv"},
		{"pent", "Pentagon"},
		{"andrews", "Joint Base Andrews"},
		{"base andr", "Joint Base Andrews"},
		{"andrews base", "Joint Base Andrews"},
		{"dolma", "Dolmabahçe Palace"},
		{"ciragan", "Çırağan Palace"},
		{"ramst", "Ramstein Air Base"},
		{"nato h", "NATO Headquarters"},
		{"банков", "Office of the President of Ukraine"},
		{"ukr", "Ukraine"},
		{"donetsk obl", "Donetsk Oblast"},
		{"київська область", "Kyiv Oblast"},
		{"белый дом", "White House"},
		{"krem", "Kremlin"},
	} {
		matches := builtInList.Search(tt.query, nil, 6)
		if !slices.ContainsFunc(matches, func(m Match) bool { return m.Place.Name == tt.want }) {
			t.Errorf("%q: found %s, not %s", tt.query, brief(matches), tt.want)
		}
	}
}

// What is most often meant while a name is being typed: the large place that begins so,
// and all the more where it is near, before the small one that is called so somewhere, or
// a code; the city before the region that is called after it.
func TestTheLargeAndNearComeFirstWhileTyping(t *testing.T) {
	ukraine := orb.Point{31, 49}
	for _, tt := range []struct {
		query string
		near  *orb.Point
		want  string
	}{
		{"Khar", &ukraine, "Kharkiv"},
		{"khark", &ukraine, "Kharkiv"},
		{"харк", nil, "Kharkiv"},
		{"zaporizhia", nil, "Zaporizhzhia"},
		{"zaporizhia", &ukraine, "Zaporizhzhia"},
		{"zaporizhia oblast", &ukraine, "Zaporizhzhia Oblast"},
		{"kharkiv region", nil, "Kharkiv Oblast"},
		{"kharkiv", &ukraine, "Kharkiv"},
		{"luh", &ukraine, "Luhansk"},
		{"mos", nil, "Moscow"},
		{"kur", &ukraine, "Kursk"},
		{"wash", nil, "Washington"},
		{"kyi", nil, "Kyiv"},
		{"ist", nil, "Istanbul"},
		{"bel", &ukraine, "Belarus"},
		{"odes", &ukraine, "Odesa"},
		{"kher", &ukraine, "Kherson"},
		{"donetsk", nil, "Donetsk"},
		{"Khark", &orb.Point{50.3, 29.2}, "Khark"}, // beside the island of that name
	} {
		matches := builtInList.Search(tt.query, tt.near, 6)
		if len(matches) == 0 || matches[0].Place.Name != tt.want && !(tt.want == "Khark" && matches[0].Place.Name == "Kharg Island") {
			t.Errorf("%q: found %s, not %s first", tt.query, brief(matches), tt.want)
		}
		if tt.query == "wash" && matches[0].Place.Admin1 != "US-DC" {
			t.Errorf("wash: found %s", brief(matches))
		}
	}
}

func TestSearchForgivesSlips(t *testing.T) {
	for _, tt := range []struct{ query, want string }{
		{"Kharkv", "Kharkiv"},   // too few
		{"Kharkkiv", "Kharkiv"}, // too many
		{"Khatkiv", "Kharkiv"},  // wrong
		{"Kahrkiv", "Kharkiv"},  // the wrong way round
		{"Харкив", "Kharkiv"},   // another language's letter
		{"Zaporizhia", "Zaporizhzhia"},
		{"Washingtn", "Washington"},
		{"Istambul", "Istanbul"},
		{"Dolmabache", "Dolmabahçe Palace"},
		{"Simferopl", "Simferopol"},
	} {
		matches := builtInList.Search(tt.query, nil, 5)
		if !slices.ContainsFunc(matches, func(m Match) bool { return m.Place.Name == tt.want }) {
			t.Errorf("%q: found %s, not %s", tt.query, brief(matches), tt.want)
		}
	}
}

func TestSearchWithinCountryOrRegion(t *testing.T) {
	for _, tt := range []struct{ query, name, code string }{
		{"Vienna, Austria", "Vienna", "AT"},
		{"Vienna, Virginia", "Vienna", "US-VA"},
		{"Київ, Україна", "Kyiv", "UA-30"},
		{"Paris, US", "Paris", "US"},
		{"Odessa, Texas", "Odessa", "US-TX"},
		{"Yalta, Crimea", "Yalta", "UA-43"},
		{"Hofburg, Vienna", "Hofburg, Vienna", "AT-9"},
	} {
		matches := builtInList.Search(tt.query, nil, 1)
		if len(matches) != 1 || matches[0].Place.Name != tt.name ||
			!strings.HasPrefix(matches[0].Place.Admin1, tt.code) {
			t.Errorf("%q: found %s", tt.query, brief(matches))
		}
	}
}

func TestNearerComesFirst(t *testing.T) {
	for _, tt := range []struct {
		query   string
		near    orb.Point
		country string
	}{
		{"Tripoli", orb.Point{35.5, 33.9}, "LB"},
		{"Tripoli", orb.Point{13.2, 32.9}, "LY"},
		{"Alexandria", orb.Point{30, 31}, "EG"},
		{"Alexandria", orb.Point{-77, 38.8}, "US"},
	} {
		matches := builtInList.Search(tt.query, &tt.near, 1)
		if len(matches) != 1 || matches[0].Place.Country != tt.country {
			t.Errorf("%s near %v: found %s", tt.query, tt.near, brief(matches))
		}
	}
}

func TestMatchedIsTheNameAsWritten(t *testing.T) {
	for query, want := range map[string]string{"київ": "Київ", "kiev": "Kiev", "kyiv": "Kyiv"} {
		matches := builtInList.Search(query, nil, 1)
		if len(matches) != 1 || matches[0].Matched != want {
			t.Errorf("%s: %s", query, brief(matches))
		}
	}
}

func TestCrimeaIsUkraines(t *testing.T) {
	for _, tt := range []struct{ query, admin1, name string }{
		{"Simferopol", "UA-43", "Autonomous Republic of Crimea"},
		{"Yalta, Crimea", "UA-43", "Autonomous Republic of Crimea"},
		{"Kerch", "UA-43", "Autonomous Republic of Crimea"},
		{"Sevastopol", "UA-40", "Sevastopol"},
		{"Kerch Bridge", "UA-43", "Autonomous Republic of Crimea"},
		{"Kyiv", "UA-30", "Kyiv City"},
		{"Irpin", "UA-32", "Kyiv Oblast"},
	} {
		matches := builtInList.Search(tt.query, nil, 1)
		if len(matches) != 1 {
			t.Errorf("%s: nothing found", tt.query)
			continue
		}
		p := matches[0].Place
		if p.Country != "UA" || p.CountryName != "Ukraine" || p.Admin1 != tt.admin1 || p.Admin1Name != tt.name {
			t.Errorf("%s: %+v", tt.query, p)
		}
	}
	for i := range builtInList.list().places {
		p := builtInList.list().place(int32(i))
		if p.Country == "RU" && (strings.HasPrefix(p.Admin1, "UA") || inCrimea(p.At)) {
			t.Errorf("%s (%d) is counted to Russia", p.Name, p.GeonameID)
		}
	}
}

// inCrimea is a box around the peninsula that ends before Taman.
func inCrimea(p orb.Point) bool {
	return p[0] > 32.4 && p[0] < 36.5 && p[1] > 44.3 && p[1] < 46.1
}

func TestEnglishNames(t *testing.T) {
	for id, want := range map[int64]string{
		kyiv: "Kyiv", kharkiv: "Kharkiv", 698740: "Odesa", 702550: "Lviv", 709930: "Dnipro",
		687700: "Zaporizhzhia", 700569: "Mykolaiv", 703845: "Kryvyi Rih", 689558: "Vinnytsia", 690548: "Uzhhorod",
	} {
		if p, ok := builtInList.ByID(id); !ok || p.Name != want {
			t.Errorf("%d is called %q, not %q", id, p.Name, want)
		}
	}
	for code, want := range map[string]string{"UA": "Ukraine", "TR": "Türkiye", "US": "United States", "": "", "UA-30": "", "XX": ""} {
		if got := builtInList.CountryName(code); !strings.HasPrefix(got, want) || (want == "") != (got == "") {
			t.Errorf("CountryName(%q) = %q", code, got)
		}
	}
	for code, want := range map[string]string{
		"UA-30": "Kyiv City", "UA-32": "Kyiv Oblast", "UA-51": "Odesa Oblast", "RU-MOW": "Moscow City", "UA": "", "": "",
	} {
		if got := builtInList.Admin1Name(code); got != want {
			t.Errorf("Admin1Name(%q) = %q, want %q", code, got, want)
		}
	}
}

func TestSearchOfNothing(t *testing.T) {
	for _, q := range []string{"", " ", "—", ",", ",,", "\x00", "\xff\xfe", strings.Repeat("ї", 1000)} {
		if m := builtInList.Search(q, nil, 10); len(m) != 0 {
			t.Errorf("%q found %s", q, brief(m))
		}
	}
	for _, limit := range []int{0, -1} {
		if m := builtInList.Search("Kyiv", nil, limit); len(m) != 0 {
			t.Errorf("limit %d found %s", limit, brief(m))
		}
	}
}

func brief(matches []Match) string {
	var b strings.Builder
	for _, m := range matches {
		fmt.Fprintf(&b, "%s (%s %s %d %.0f); ", m.Place.Name, m.Matched, m.Place.Admin1, m.Place.GeonameID, m.Score)
	}
	return b.String()
}

func FuzzSearch(f *testing.F) {
	for _, q := range []string{"Kyiv", "Київ, Україна", "İstanbul", "a", "\n", "z z z", "\xc3\x28", "ﷺ", "st john s"} {
		f.Add(q, 30.5, 50.4, 5)
	}
	f.Fuzz(func(t *testing.T, q string, lon, lat float64, limit int) {
		limit %= 50
		near := orb.Point{lon, lat}
		matches := builtInList.Search(q, &near, limit)
		if len(matches) > max(0, limit) {
			t.Fatalf("%d matches, limit %d", len(matches), limit)
		}
		for i, m := range matches {
			if m.Place.Name == "" || m.Matched == "" || m.Score != m.Score {
				t.Fatalf("match %d of %q: %+v", i, q, m)
			}
			if i > 0 && m.Score > matches[i-1].Score {
				t.Fatalf("%q: not in order", q)
			}
		}
	})
}
