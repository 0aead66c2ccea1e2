package situation

import (
	"testing"
	"time"

	"github.com/paulmach/orb"

	"sitmap/store"
)

// Of each event it is said why nothing of it is on the map, and of those that are
// nothing.
func TestWhyAnEventIsOffTheMap(t *testing.T) {
	at := func(role string, x float64) store.Place {
		return store.Place{ID: role, Role: role, Name: role, Geometry: store.Geometry{Geometry: orb.Point{x, 50}}}
	}
	party := func(role, name string) store.Party { return store.Party{Role: role, Actor: store.Actor{Name: name}} }
	seated := func(role string, x float64) store.Party {
		p := party(role, role)
		p.Actor.Seat = &store.Seat{Name: role, Geometry: store.Geometry{Geometry: orb.Point{x, 50}}}
		return p
	}
	phase := func(p string) []store.Phase { return []store.Phase{{Phase: p}} }
	kinds := []store.Kind{
		{Code: "strike", Form: store.FormStrike},
		{Code: "call", Form: store.FormCall},
		{Code: "statement", Form: store.FormStatement},
		{Code: "aid", Form: store.FormTransfer},
	}
	for name, c := range map[string]struct {
		e          store.Event
		statements bool
		want       string
	}{
		"a strike at a point":              {store.Event{Kind: "strike", Places: []store.Place{at("target", 30)}}, false, ""},
		"a strike in a region":             {store.Event{Kind: "strike", Places: []store.Place{{Role: "target", Admin1: "UA-63", Country: "UA", Precision: store.PlaceRegion}}}, false, ""},
		"a strike nowhere":                 {store.Event{Kind: "strike"}, false, OffNoPlace},
		"a strike at a mere name":          {store.Event{Kind: "strike", Places: []store.Place{{Role: "target", Name: "the old mill"}}}, false, OffNoPlace},
		"a retracted strike":               {store.Event{Kind: "strike", Assessment: store.Retracted, Places: []store.Place{at("target", 30)}}, false, offRetracted},
		"a retracted strike nowhere":       {store.Event{Kind: "strike", Assessment: store.Retracted}, false, OffNoPlace},
		"a statement at a place":           {store.Event{Kind: "statement", Places: []store.Place{at("venue", 30)}}, false, offStatements},
		"a statement at a place, asked":    {store.Event{Kind: "statement", Places: []store.Place{at("venue", 30)}}, true, ""},
		"a statement by one with a seat":   {store.Event{Kind: "statement", Parties: []store.Party{seated("speaker", 30)}}, false, offStatements},
		"a statement nowhere":              {store.Event{Kind: "statement", Parties: []store.Party{party("speaker", "X")}}, false, OffNoPlace},
		"a call between seats":             {store.Event{Kind: "call", Parties: []store.Party{seated("participant", 30), seated("participant", 60)}}, false, ""},
		"a call between whoever":           {store.Event{Kind: "call", Parties: []store.Party{party("participant", "X")}}, false, offNoSeat},
		"a call that is announced":         {store.Event{Kind: "call", Phases: phase("announced"), Parties: []store.Party{seated("participant", 30)}}, false, offUnheld},
		"aid that is considered":           {store.Event{Kind: "aid", Phases: phase("considered"), Places: []store.Place{at("origin", 30), at("destination", 60)}}, false, offUnsent},
		"aid that is announced":            {store.Event{Kind: "aid", Phases: phase("announced"), Places: []store.Place{at("origin", 30), at("destination", 60)}}, false, ""},
		"aid that goes nowhere":            {store.Event{Kind: "aid", Phases: phase("announced"), Places: []store.Place{at("origin", 30), at("destination", 30)}}, false, offOneEnd},
		"aid from a donor without a place": {store.Event{Kind: "aid", Phases: phase("announced"), Parties: []store.Party{party("donor", "X")}}, false, offNoSeat},
	} {
		o := Options{Kinds: kinds, ShowStatements: c.statements, Now: time.Date(2025, 7, 5, 0, 0, 0, 0, time.UTC)}
		if got := offMap(c.e, o); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
