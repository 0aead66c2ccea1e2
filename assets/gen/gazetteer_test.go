package main

import (
	"math"
	"slices"
	"testing"

	"sitmap/assets/gen/internal/topo"
)

func TestRomaniseUkrainian(t *testing.T) {
	// From the examples of the standard itself, and towns.
	for in, want := range map[string]string{
		"Київ": "Kyiv", "Згорани": "Zghorany", "Розгон": "Rozghon", "Їжакевич": "Yizhakevych",
		"Кадиївка": "Kadyivka", "Мар’їне": "Marine", "Йосипівка": "Yosypivka", "Стрий": "Stryi",
		"Знам’янка": "Znamianka", "Феодосія": "Feodosiia", "Юрій": "Yurii", "Яготин": "Yahotyn",
		"Кам’янець-Подільський": "Kamianets-Podilskyi", "Щербухи": "Shcherbukhy", "Єнакієве": "Yenakiieve",
		"Запоріжжя": "Zaporizhzhia", "Нова Каховка": "Nova Kakhovka",
	} {
		if got := romaniseUkrainian(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestPlaceNameFollowsUkrainesStandard(t *testing.T) {
	for _, tt := range []struct {
		city city
		want string
	}{
		{city{name: "Zaporizhzhya", country: "UA", alternates: []string{"Запорожье", "Запоріжжя"}}, "Zaporizhzhia"},
		{city{name: "Dnipro", country: "UA", alternates: []string{"Днипро", "Дніпро"}}, "Dnipro"},
		{city{name: "Kryvyy Rih", country: "UA", alternates: []string{"Кривий Ріг", "Кривой Рог"}}, "Kryvyi Rih"},
		{city{name: "Chornomors’k", country: "UA", alternates: []string{"Чорноморськ"}}, "Chornomorsk"},
		{city{name: "Belgorod", country: "RU", alternates: []string{"Белгород"}}, "Belgorod"},
		{city{id: 699445, name: "Novomoskovsk", country: "UA"}, "Samar"},
	} {
		if got := placeName(tt.city); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.city.name, got, tt.want)
		}
	}
}

func TestWorthKeeping(t *testing.T) {
	village := city{
		country: "FR", population: 1600,
		alternates: []string{"Dupont", "Duponte", "Dupontes", "du peng", "Дюпон", "Дупон", "دوبون", "杜邦", "デュポン", "ดูปองท์", "DUPONT"},
	}
	if got, want := worthKeeping(village, "Du Pont"), []string{"Dupont", "Duponte", "Дюпон", "دوبون"}; !slices.Equal(got, want) {
		t.Errorf("a village: %v, want %v", got, want)
	}
	village.country = "UA"
	if got := worthKeeping(village, "Du Pont"); !slices.Contains(got, "Дупон") || !slices.Contains(got, "Dupontes") {
		t.Errorf("a village where all are kept: %v", got)
	}
	village.population = 2_000_000
	if got := worthKeeping(village, "Du Pont"); !slices.Contains(got, "杜邦") || slices.Contains(got, "ดูปองท์") {
		t.Errorf("a large city: %v", got)
	}
}

func TestCodeIDsAreNegativeAndDiffer(t *testing.T) {
	seen := map[int64]string{}
	for _, code := range []string{"UA", "UA-30", "UA-3", "UA-03", "AA", "A0", "US-CA", "GB-LND", "ZZ-ZZZ"} {
		id := codeID(code)
		if id >= -maxSites || id < -1<<53 {
			t.Errorf("%s: %d", code, id)
		}
		if other, ok := seen[id]; ok {
			t.Errorf("%s and %s are both %d", code, other, id)
		}
		seen[id] = code
	}
}

func TestMiddleAndArea(t *testing.T) {
	box := func(west, south, east, north float64) topo.Shape {
		return topo.Shape{{pointOf([]float64{west, south}), pointOf([]float64{east, south}), pointOf([]float64{east, north}), pointOf([]float64{west, north})}}
	}
	// A degree by a degree at the equator is 12 364 km² on the sphere.
	if a := sphereArea(box(0, 0, 1, 1)); math.Abs(a-12_364e6) > 5e6 {
		t.Errorf("area %.0f", a)
	}
	if at := middle([]topo.Shape{box(10, 40, 20, 50)}); at != pointOf([]float64{15, 45}) {
		t.Errorf("middle of a box: %v", at)
	}
	// Between two islands lies water: the middle goes to one of them.
	at := middle([]topo.Shape{box(10, 0, 11, 1), box(13, 0, 14, 1)})
	if lon := float64(at.X) / topo.Unit; !(lon > 10 && lon < 11 || lon > 13 && lon < 14) {
		t.Errorf("middle of two islands: %v", at)
	}
}
