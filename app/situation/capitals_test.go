package situation

import (
	"testing"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

func TestCapitalsAreSeatsOfStates(t *testing.T) {
	look := Capitals(basemap.New(), gazetteer.Open(), "un")
	tests := []struct {
		actor store.Actor
		want  string // "" : none
	}{
		{store.Actor{Kind: "state", Name: "Ukraine"}, "Kyiv"},
		{store.Actor{Kind: "state", Name: "Україна"}, "Kyiv"},
		{store.Actor{Kind: "state", Name: "Türkiye"}, "Ankara"},
		{store.Actor{Kind: "state", Name: "Germany"}, "Berlin"},
		{store.Actor{Kind: "state", Name: "France"}, "Paris"},
		{store.Actor{Kind: "state", Name: "the French", Aliases: []string{"France"}}, "Paris"},
		{store.Actor{Kind: "state", Name: "Atlantis"}, ""},
		{store.Actor{Kind: "organisation", Name: "Ukraine"}, ""},
	}
	for _, tt := range tests {
		seat, ok := look(tt.actor)
		if ok != (tt.want != "") || seat.Name != tt.want {
			t.Errorf("%s %q: %q, %v; want %q", tt.actor.Kind, tt.actor.Name, seat.Name, ok, tt.want)
		}
		if ok && seat.Geometry.IsZero() {
			t.Errorf("%q has a seat without a place", tt.actor.Name)
		}
	}
}
