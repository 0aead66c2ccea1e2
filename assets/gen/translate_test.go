package main

import "testing"

// Names of a place are told apart by letters: what cannot be told is none.
func TestNamesInOtherLanguages(t *testing.T) {
	tests := []struct {
		city          city
		local, uk, ru string
	}{
		{city{country: "UA", name: "Lviv", alternates: []string{"Львів", "Львов", "Львив", "Lwów"}}, "Львів", "Львів", "Львов"},
		{city{country: "UA", name: "Kharkiv", alternates: []string{"Харків", "Харков", "Харьков"}}, "Харків", "Харків", "Харьков"},
		{city{country: "UA", name: "Simferopol", alternates: []string{"Симферополь", "Сімферополь", "Simferopol’"}}, "Сімферополь", "Сімферополь", "Симферополь"},
		{city{country: "UA", name: "Dnipro", alternates: []string{"Дніпро", "Днипро", "Днепропетровск"}}, "Дніпро", "Дніпро", "Днепр"},
		{city{country: "RU", name: "Kursk", alternates: []string{"Курск", "Курськ"}}, "Курск", "Курськ", "Курск"},
		{city{country: "RU", name: "Nalchik", alternates: []string{"Нальчик", "Налшык"}}, "Нальчик", "", "Нальчик"},
		{city{country: "DE", name: "Berlin", alternates: []string{"Берлін", "Берлин", "Berlin", "برلين"}}, "", "Берлін", "Берлин"},
		{city{country: "DE", name: "Halle", alternates: []string{"Галле", "Хале", "Халле"}}, "", "", ""},
		{city{country: "TR", name: "Istanbul", alternates: []string{"Istambul", "İstanbul", "Стамбул"}}, "İstanbul", "Стамбул", "Стамбул"},
	}
	for _, tt := range tests {
		got := placeNamesOf(tt.city)
		if got.local != tt.local || got.uk != tt.uk || got.ru != tt.ru {
			t.Errorf("%s: local %q, Ukrainian %q, Russian %q; want %q, %q, %q", tt.city.name, got.local, got.uk, got.ru, tt.local, tt.uk, tt.ru)
		}
	}
}

func TestLanguageOfACountry(t *testing.T) {
	for country, want := range map[string]string{"UA": "uk", "TR": "tr", "BY": "be", "KZ": "kk", "GH": "en", "CH": "", "": ""} {
		if got := languageOf(country); got != want {
			t.Errorf("the language of %q is %q, want %q", country, got, want)
		}
	}
}

// Natural Earth's first urban area, as Marble packs it: a node and its followers.
func TestReadPN2(t *testing.T) {
	data := []byte{
		2, 0, 0, 0, 1, 0,
		pn2Multi, 0, 0, 0, 1, 1,
		pn2Outer, 0, 0, 0, 1, 0, 0, 0, 1, 0x11, 0xff, 0xc7, 0x1b, 0, 3, 0, 0, 0, 0xfb, 6, 0xf0,
	}
	areas, err := readPN2(data)
	if err != nil || len(areas) != 1 || len(areas[0].rings) != 1 {
		t.Fatalf("areas %v, error %v", areas, err)
	}
	ring := areas[0].rings[0]
	if len(ring) != 3 || ring.Area() <= 0 {
		t.Errorf("the ring is %v", ring)
	}
	found := false
	for _, p := range ring {
		found = found || p == pointOf([]float64{-14565.0 / 120, 4607.0 / 120})
	}
	if !found {
		t.Errorf("the ring %v lacks its first node", ring)
	}
	for n := range data {
		if _, err := readPN2(data[:n]); err == nil && n > 12 {
			t.Errorf("%d of %d bytes are accepted", n, len(data))
		}
	}
	if _, err := readPN2([]byte{2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0}); err == nil {
		t.Error("a line is accepted as an area")
	}
}
