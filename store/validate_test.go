package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"sitmap/store"
	"sitmap/store/storetest"
)

// TestValidation asserts the sentences that people read.
func TestValidation(t *testing.T) {
	t.Parallel()
	s := scratch(t)
	judge, err := s.Judge(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	f := func(v float64) *float64 { return &v }
	for want, spoil := range map[string]func(e *store.Event){
		`id "X" is not a UUID`:                                   func(e *store.Event) { e.ID = "X" },
		`kind "dragon" is not in the vocabulary`:                 func(e *store.Event) { e.Kind = "dragon" },
		`kind is empty and is not in the vocabulary`:             func(e *store.Event) { e.Kind = "" },
		`title is empty`:                                         func(e *store.Event) { e.Title = " " },
		`title is not written in UTF-8`:                          func(e *store.Event) { e.Title = "\xff" },
		`summary holds the control character U+0000`:             func(e *store.Event) { e.Summary = "a\x00b" },
		`when.latest 2025-07-03T00:00:00Z is before earliest`:    func(e *store.Event) { e.When.Earliest, e.When.Latest = date(2025, 7, 4), date(2025, 7, 3) },
		`when.precision "fortnight" is not one of second, min`:   func(e *store.Event) { e.When.Precision = "fortnight" },
		`when.zone "Europe/Kiew" is not the name of a time zone`: func(e *store.Event) { e.When.Zone = "Europe/Kiew" },
		`when.zone "Local" is not the name of a time zone`:       func(e *store.Event) { e.When.Zone = "Local" },
		`when.counts_on "2025-02-31" is not a date`:              func(e *store.Event) { e.When.CountsOn = "2025-02-31" },
		`planned.earliest is outside the years 1 to 9999`:        func(e *store.Event) { e.Planned.Earliest = date(12025, 7, 4) },
		`review "final" is not one of draft, reviewed`:           func(e *store.Event) { e.Review = "final" },
		`assessment "true" is not one of`:                        func(e *store.Event) { e.Assessment = "true" },
		`phases[0].phase "begun" is not in the vocabulary`:       func(e *store.Event) { e.Phases = []store.Phase{{Phase: "begun"}} },
		`phases[0].citations[0] "x" is not the id of one of`:     func(e *store.Event) { e.Phases = []store.Phase{{Phase: "held", Citations: []string{"x"}}} },
		`places[0].role "cave" is not in the vocabulary`:         func(e *store.Event) { e.Places[0].Role = "cave" },
		`places[0].country "Ukraine" is not a country code`:      func(e *store.Event) { e.Places[0].Country = "Ukraine" },
		`places[0].admin1 "30" is not a region's code`:           func(e *store.Event) { e.Places[0].Admin1 = "30" },
		`places[0].geometry has the longitude 181, outside`:      func(e *store.Event) { e.Places[0].Geometry = storetest.At(181, 0) },
		`places[0].geometry has the latitude -90.5, outside`:     func(e *store.Event) { e.Places[0].Geometry = storetest.At(0, -90.5) },
		`places[0].geometry has a coordinate that is no number`:  func(e *store.Event) { e.Places[0].Geometry = storetest.At(math.NaN(), 0) },
		`places[0].geometry is a line of fewer than two points`:  func(e *store.Event) { e.Places[0].Geometry.Geometry = orb.LineString{{1, 1}} },
		`geometry.coordinates[0] is not a closed ring`:           func(e *store.Event) { e.Places[0].Geometry.Geometry = orb.Polygon{{{1, 1}, {2, 2}, {3, 1}, {4, 1}}} },
		`geometry.coordinates is an area without an outline`:     func(e *store.Event) { e.Places[0].Geometry.Geometry = orb.Polygon{} },
		`places[0].geometry has no coordinates`:                  func(e *store.Event) { e.Places[0].Geometry.Geometry = orb.MultiPoint{} },
		`of type GeometryCollection is neither point, line nor`:  func(e *store.Event) { e.Places[0].Geometry.Geometry = orb.Collection{} },
		`places[0].radius_m -1 is below 0`:                       func(e *store.Event) { e.Places[0].RadiusM = -1 },
		`places[0].precision "near" is not one of exact`:         func(e *store.Event) { e.Places[0].Precision = "near" },
		`parties[0].role "villain" is not in the vocabulary`:     func(e *store.Event) { e.Parties[0].Role = "villain" },
		`parties[0].place "x" is not the id of one of`:           func(e *store.Event) { e.Parties[0].Place = "x" },
		`parties[0].actor.name is empty`:                         func(e *store.Event) { e.Parties[0].Actor = store.Actor{Kind: "state"} },
		`parties[0].actor.kind "hero" is not in the vocabulary`:  func(e *store.Event) { e.Parties[0].Actor.Kind = "hero" },
		`parties[0].actor.acts_for is the actor itself`:          func(e *store.Event) { a := e.Parties[0].Actor; e.Parties[0].Actor.ActsFor = &a },
		`claims[0].low 12 is above high 8`:                       func(e *store.Event) { e.Claims[0].Low, e.Claims[0].High = f(12), f(8) },
		`claims[0].low -3 is below 0`:                            func(e *store.Event) { e.Claims[0].Low = f(-3) },
		`claims[0].low is no number`:                             func(e *store.Event) { e.Claims[0].Low = f(math.Inf(1)) },
		`claims[0].about "rumour" is not one of measure`:         func(e *store.Event) { e.Claims[0].About = "rumour" },
		`claims[0].measure "hurt" is not in the vocabulary`:      func(e *store.Event) { e.Claims[0].Measure = "hurt" },
		`claims[0].measure is empty and is not in the`:           func(e *store.Event) { e.Claims[0].Measure = "" },
		`claims[0].qualifier "many" is not in the vocabulary`:    func(e *store.Event) { e.Claims[0].Qualifier = "many" },
		`“none reported” has no figures`:                         func(e *store.Event) { e.Claims[0].Qualifier, e.Claims[0].Low = "none reported", f(0) },
		`claims[0].superseded_by is the claim itself`:            func(e *store.Event) { e.Claims[0].SupersededBy = e.Claims[0].ID },
		`claims[0].superseded_by "x" is not the id of one of`:    func(e *store.Event) { e.Claims[0].SupersededBy = "x" },
		`claims[0].state "dead" is not one of live`:              func(e *store.Event) { e.Claims[0].State = "dead" },
		`claims[0].part "x" is not the id of one of`:             func(e *store.Event) { e.Claims[0].Part = "x" },
		`headlines[0].rule "best" is not one of range`:           func(e *store.Event) { e.Headlines = []store.Headline{{Measure: "killed", Rule: "best"}} },
		`citations[0].about "weather" is neither “event”`:        func(e *store.Event) { e.Citations[0].About = "weather" },
		`citations[0].credibility 7 is outside 1 to 6`:           func(e *store.Event) { e.Citations[0].Credibility = 7 },
		`citations[0].item.title is empty`:                       func(e *store.Event) { e.Citations[0].Item = store.Item{Kind: "article"} },
		`item.published "2025-02-31" is not a year, month, date`: func(e *store.Event) { e.Citations[0].Item.Published = "2025-02-31" },
		`item.published "2025-07-04T10:00" is not a year, month`: func(e *store.Event) { e.Citations[0].Item.Published = "2025-07-04T10:00" },
		`item.url "javascript:alert(1)" is a script`:             func(e *store.Event) { e.Citations[0].Item.URL = "javascript:alert(1)" },
		`item.language "Ukrainian language" is not a language`:   func(e *store.Event) { e.Citations[0].Item.Language = "Ukrainian language" },
		`item.file.sha256 "abc" is not 64 hexadecimal digits`:    func(e *store.Event) { e.Citations[0].Item.File = &store.FileRef{SHA256: "abc"} },
		`item.outlet.reliability "G" is not one of A, B`:         func(e *store.Event) { e.Citations[0].Item.Outlet = &store.Outlet{Name: "x", Reliability: "G"} },
		`relations[0].type "dislikes" is not in the vocabulary`:  func(e *store.Event) { e.Relations = []store.Relation{{Type: "dislikes", Event: storetest.ID(1, 5)}} },
		`relations[0].event is the event itself`:                 func(e *store.Event) { e.Relations = []store.Relation{{Type: "follows", Event: e.ID}} },
		`series.claimed_position -1 is below 1`: func(e *store.Event) {
			e.Series = &store.InSeries{ID: storetest.ID(1, 5), Name: "x", ClaimedPosition: -1}
		},
		`tags[0] is empty`:     func(e *store.Event) { e.Tags = []string{""} },
		`fields.a is not JSON`: func(e *store.Event) { e.Fields = map[string]json.RawMessage{"a": json.RawMessage(`{`)} },
		`properties.a is nested more than 200 deep`: func(e *store.Event) {
			e.Properties = map[string]json.RawMessage{"a": json.RawMessage(strings.Repeat("[", 5000) + strings.Repeat("]", 5000))}
		},
		`external_ids[0].id is empty`:                           func(e *store.Event) { e.ExternalIDs[0].ID = "" },
		`protection.tlp "PINK" is not one of RED`:               func(e *store.Event) { e.Protection.TLP = "PINK" },
		`places[1].id ` + storetest.ID(2, 0) + ` is used twice`: func(e *store.Event) { e.Places = append(e.Places, e.Places[0]) },
	} {
		t.Run(want, func(t *testing.T) {
			e := simple(0, "Spoilt")
			spoil(&e)
			_, err := s.Save(context.Background(), store.Action{Put: []store.Put{{Event: &e}}})
			var v *store.ValidationError
			if !errors.As(err, &v) || !errors.Is(err, store.ErrInvalid) || !strings.Contains(err.Error(), want) {
				t.Errorf("saving: %v", err)
			}
			if err := judge(e); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("judged: %v", err)
			}
		})
	}
	if head, err := s.Head(context.Background()); err != nil || head.Seq != 0 {
		t.Errorf("something was written: %+v, %v", head, err)
	}
	if err := judge(store.Event{Kind: "other", Title: "No more is needed", When: store.When{Earliest: time.Now()}}); err != nil {
		t.Errorf("a bare event: %v", err)
	}
}

// TestValidationTellsAll: one answer names everything that is wrong.
func TestValidationTellsAll(t *testing.T) {
	s := scratch(t)
	e := simple(0, "")
	e.Kind = "dragon"
	_, err := s.Save(context.Background(), store.Action{Put: []store.Put{{Event: &e}}})
	var v *store.ValidationError
	if !errors.As(err, &v) || len(v.Problems) != 2 {
		t.Errorf("got %v", err)
	}
}
