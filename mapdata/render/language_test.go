package render

import (
	"image/color"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
)

func TestParseLanguage(t *testing.T) {
	for s, want := range map[string]Language{"": basemap.English, "en": basemap.English, "local": basemap.Local, "uk": basemap.Ukrainian, "ru": basemap.Russian, "tr": basemap.Turkish} {
		if got, err := ParseLanguage(s); err != nil || got != want {
			t.Errorf("%q is %q, %v", s, got, err)
		}
	}
	if _, err := ParseLanguage("xx"); err == nil {
		t.Error("xx is accepted")
	}
}

// Names are in the language that is asked for, Crimea's as the point of view has it.
func TestNamesInLanguages(t *testing.T) {
	for _, c := range []struct {
		language Language
		bound    orb.Bound
		want     []string
		not      []string
	}{
		{basemap.English, orb.Bound{Min: orb.Point{28, 43.8}, Max: orb.Point{38, 51}}, []string{"UKRAINE", "Kyiv", "Odesa", "Dnipro", "Simferopol"}, []string{"Kiev", "Odessa"}},
		{basemap.Ukrainian, orb.Bound{Min: orb.Point{28, 43.8}, Max: orb.Point{38, 51}}, []string{"УКРАЇНА", "Київ", "Одеса", "Дніпро", "Сімферополь"}, []string{"Kyiv", "Симферополь"}},
		{basemap.Russian, orb.Bound{Min: orb.Point{28, 43.8}, Max: orb.Point{38, 51}}, []string{"УКРАИНА", "Киев", "Одесса", "Днепр", "Симферополь"}, nil},
		{basemap.Local, orb.Bound{Min: orb.Point{28, 43.8}, Max: orb.Point{38, 51}}, []string{"УКРАЇНА", "Київ", "Сімферополь"}, []string{"Симферополь"}},
		{basemap.Turkish, orb.Bound{Min: orb.Point{26, 35.5}, Max: orb.Point{45, 44.5}}, []string{"TÜRKİYE", "İstanbul", "SURİYE", "Karadeniz"}, []string{"Istanbul", "SURIYE"}},
		{basemap.Local, orb.Bound{Min: orb.Point{40, 38}, Max: orb.Point{50, 44}}, []string{"საქართველო", "ՀԱՅԱՍՏԱՆ"}, nil},
		// No face has the letters.
		{basemap.Local, orb.Bound{Min: orb.Point{125, 25}, Max: orb.Point{150, 46}}, []string{"JAPAN", "Tokyo"}, []string{"日本", "東京"}},
	} {
		v := geo.Fit(c.bound, 1200, 900, 0)
		r := New(shared)
		has := func(s string) bool {
			_, ok := placeOf(t, r, Request{View: v, PixelRatio: 1, Language: c.language}, 1200, 900, s)
			return ok
		}
		for _, s := range c.want {
			if !has(s) {
				t.Errorf("in “%s” there is no %s", c.language, s)
			}
		}
		for _, s := range c.not {
			if has(s) {
				t.Errorf("in “%s” there is %s", c.language, s)
			}
		}
	}
}

// All names can be read on what they stand on: the contrast that WCAG asks of text.
func TestNamesAreLegible(t *testing.T) {
	for _, theme := range []Theme{Light, Dark, Print} {
		p := theme.palette()
		land := append([]color.NRGBA{opaque(p.halo)}, p.land[:]...)
		for _, c := range []struct {
			name  string
			ink   color.NRGBA
			grays []color.NRGBA
		}{
			{"countries", p.countryName, land},
			{"regions", p.regionName, land},
			{"cities", p.cityName, append(land, p.urban, p.sea)},
			{"waters", p.waterName, append(land, p.sea, p.lake)},
		} {
			for _, ground := range c.grays {
				if got := contrast(c.ink, ground); got < 4.5 {
					t.Errorf("%v: names of %s have a contrast of %.2f on %v", theme, c.name, got, ground)
				}
			}
		}
	}
}
