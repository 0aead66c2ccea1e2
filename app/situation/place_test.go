package situation

import (
	"testing"

	"github.com/paulmach/orb"

	"sitmap/store"
)

func pointPlace(id, role, name string, lon, lat float64) store.Place {
	return store.Place{ID: id, Role: role, Name: name, Geometry: store.Geometry{Geometry: orb.Point{lon, lat}}}
}

func TestFormatPlace(t *testing.T) {
	tests := []struct {
		p    store.Place
		want string
	}{
		{store.Place{Name: "Kyiv", Precision: store.PlaceLocality, RadiusM: 12000}, "Kyiv (locality, ±12 km)"},
		{store.Place{Name: "Depot", Precision: store.PlaceExact}, "Depot"},
		{store.Place{Name: "Depot", Precision: store.PlaceVicinity, RadiusM: 400}, "Depot (vicinity, ±400 m)"},
		{store.Place{Name: "Moscow", Assumed: true, Precision: store.PlaceLocality, RadiusM: 25000}, "Moscow (assumed)"},
		{store.Place{Name: "Ukraine", Precision: store.PlaceCountry}, "Ukraine (country)"},
		{store.Place{Country: "UA"}, "UA"},
		{store.Place{}, "unnamed place"},
		{store.Place{Geometry: store.Geometry{Geometry: orb.Point{30.5238, 50.4547}}}, "50.455, 30.524"},
		{store.Place{Name: "Base", RadiusM: 2500}, "Base (±2.5 km)"},
	}
	for _, tt := range tests {
		if got := FormatPlace(tt.p); got != tt.want {
			t.Errorf("FormatPlace(%+v) = %q, want %q", tt.p, got, tt.want)
		}
	}
}

func TestWhere(t *testing.T) {
	place := func(role, name string) store.Place { return store.Place{Role: role, Name: name} }
	tests := []struct {
		name   string
		places []store.Place
		want   string
	}{
		{"nowhere", nil, ""},
		{"a target before its launch", []store.Place{place("launch", "Kursk"), place("target", "Kyiv")}, "Kyiv"},
		{"two seats", []store.Place{place("seat", "Washington"), place("seat", "Moscow")}, "Washington – Moscow"},
		{"from and to", []store.Place{place("origin", "Berlin"), place("destination", "Kyiv")}, "Berlin → Kyiv"},
		{"a venue before seats", []store.Place{place("seat", "Moscow"), place("venue", "Istanbul")}, "Istanbul"},
		{"the same twice", []store.Place{place("target", "Kyiv"), place("target", "Kyiv")}, "Kyiv"},
		{
			"many",
			[]store.Place{place("target", "Kyiv"), place("target", "Odesa"), place("target", "Lviv"), place("target", "Dnipro")},
			"Kyiv, Odesa, 2 more",
		},
		{"only where it came from", []store.Place{place("launch", "Kursk")}, "Kursk"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Where(store.Event{Places: tt.places}); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
