package situation

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"sitmap/mapdata/scene"
	"sitmap/store"
)

func testKinds() []store.Kind {
	return []store.Kind{
		{Code: "strike", Name: "Strike", Icon: "strike", Colour: "#b3261e", Form: store.FormStrike},
		{Code: "talks", Name: "Talks", Icon: "talks", Colour: "#1b6e5a", Form: store.FormMeeting},
		{Code: "call", Name: "Call", Icon: "call", Colour: "#2457a6", Form: store.FormCall},
		{Code: "statement", Name: "Statement", Icon: "statement", Colour: "#6b5b95", Form: store.FormStatement},
		{Code: "aid", Name: "Aid", Icon: "aid", Colour: "#8a6d00", Form: store.FormTransfer},
		{Code: "other", Name: "Other", Icon: "other", Colour: "#525d6b", Form: store.FormGeneral},
	}
}

// squares is a world in which every country and region is a square.
type squares struct{}

func square(x, y float64) orb.MultiPolygon {
	return orb.MultiPolygon{{{{x, y}, {x + 10, y}, {x + 10, y + 8}, {x, y + 8}, {x, y}}}}
}

func (squares) Country(code, _ string) (orb.MultiPolygon, bool) {
	return square(22, 44), code == "UA"
}

func (squares) Region(code, _ string) (orb.MultiPolygon, bool) {
	return square(30, 50), code == "UA-32"
}

var (
	july3      = when("2025-07-03", "2025-07-04", store.Day, "")
	washington = pointPlace("p-w", "seat", "Washington", -77.04, 38.9)
	moscow     = pointPlace("p-m", "seat", "Moscow", 37.62, 55.75)
)

func seated(name string, lon, lat float64) store.Actor {
	return store.Actor{ID: name, Name: name, Kind: "person", Seat: &store.Seat{
		Name: name + "'s seat", Geometry: store.Geometry{Geometry: orb.Point{lon, lat}},
	}}
}

func options() Options {
	return Options{Kinds: testKinds(), Base: squares{}, Now: time.Date(2025, 7, 5, 0, 0, 0, 0, time.UTC)}
}

func phases(codes ...string) []store.Phase {
	var out []store.Phase
	for _, c := range codes {
		out = append(out, store.Phase{Phase: c})
	}
	return out
}

func TestStrikeIsASymbolOnItsDisc(t *testing.T) {
	p := pointPlace("p1", "target", "Kyiv", 30.52, 50.45)
	p.Precision, p.RadiusM = store.PlaceLocality, 12000
	one := 1.0
	s := Build([]store.Event{{
		ID: "e1", Kind: "strike", Title: "Strike", When: july3,
		Places: []store.Place{pointPlace("p0", "launch", "Kursk", 36, 51), p},
		Claims: []store.Claim{{About: "measure", Measure: "killed", Qualifier: "at least", Low: &one}},
	}}, options())
	if len(s.Marks) != 1 || len(s.Discs) != 1 || len(s.Links) != 0 || len(s.Areas) != 0 {
		t.Fatalf("drawn: %+v", s)
	}
	m := s.Marks[0]
	if m.Icon != "strike" || m.Fill != scene.Hollow || m.ID != (scene.ID{Event: "e1", Part: "p1"}) {
		t.Errorf("mark: %+v", m)
	}
	if want := "Strike · Kyiv · 3 July · reported"; m.Name != want {
		t.Errorf("name %q, want %q", m.Name, want)
	}
	if !strings.Contains(m.Label, "1 killed") {
		t.Errorf("label %q lacks the headline figure", m.Label)
	}
	if s.Discs[0].RadiusM != 12000 {
		t.Errorf("disc: %+v", s.Discs[0])
	}
	if len(s.Kinds) != 1 || s.Kinds[0].Name != "Strike" {
		t.Errorf("legend: %+v", s.Kinds)
	}
}

func TestImprecisePlaceIsNeverABarePin(t *testing.T) {
	pin := store.Geometry{Geometry: orb.Point{31, 49}}
	tests := []struct {
		name  string
		place store.Place
		west  float64 // of the area
		note  bool    // the extent is a convention
	}{
		{"country", store.Place{Country: "UA", Precision: store.PlaceCountry, Geometry: pin}, 22, false},
		{"country, no geometry", store.Place{Country: "UA", Precision: store.PlaceCountry}, 22, false},
		{"country, its region known", store.Place{Country: "UA", Admin1: "UA-32", Precision: store.PlaceCountry, Geometry: pin}, 22, false},
		{"region", store.Place{Country: "UA", Admin1: "UA-32", Precision: store.PlaceRegion, Geometry: pin}, 30, false},
		{"region unknown to the map", store.Place{Country: "XX", Admin1: "XX-1", Precision: store.PlaceRegion, Geometry: pin}, 29.63, true},
		{"district with radius", store.Place{Country: "UA", Admin1: "UA-32", Precision: store.PlaceDistrict, Geometry: pin, RadiusM: 20000}, 30.73, false},
		{"district without", store.Place{Precision: store.PlaceDistrict, Geometry: pin}, 30.66, true},
		{"polygon of its own", store.Place{Precision: store.PlaceRegion, Geometry: store.Geometry{Geometry: square(5, 5)[0]}}, 5, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.place.ID, tt.place.Role, tt.place.Name = "p", "target", "there"
			s := Build([]store.Event{{ID: "e", Kind: "strike", When: july3, Places: []store.Place{tt.place}}}, options())
			if len(s.Marks) != 0 || len(s.Areas) != 1 {
				t.Fatalf("drawn: %+v", s)
			}
			a := s.Areas[0]
			if w := a.Geometry.Bound().Min[0]; w < tt.west-0.01 || w > tt.west+0.01 {
				t.Errorf("area begins at %.3f, want %.2f", w, tt.west)
			}
			if a.Icon != "strike" || a.Label != "strike, 3 July" {
				t.Errorf("area: icon %q, label %q", a.Icon, a.Label)
			}
			if got := slices.Contains(s.Notes, noteExtent); got != tt.note {
				t.Errorf("note on the extent: %v, want %v", got, tt.note)
			}
		})
	}
}

func TestOwnLineAndCollectionAreAreas(t *testing.T) {
	g := orb.Collection{orb.LineString{{30, 50}, {31, 51}}, orb.Point{32, 50}, orb.MultiLineString{{{1, 1}, {2, 2}}, {{3, 3}, {4, 4}}}}
	s := Build([]store.Event{{
		ID: "e", Kind: "other", When: july3,
		Places: []store.Place{{ID: "p", Role: "scene", Geometry: store.Geometry{Geometry: g}}},
	}}, options())
	if len(s.Areas) != 3 || len(s.Marks) != 1 {
		t.Fatalf("%d areas, %d marks", len(s.Areas), len(s.Marks))
	}
	if s.Areas[0].Label == "" || s.Areas[1].Label != "" || s.Marks[0].Label != "" {
		t.Error("an event is labelled once")
	}
}

func TestCallIsALinkWithoutArrowhead(t *testing.T) {
	w, m := washington, moscow
	w.Assumed = true
	e := store.Event{
		ID: "c", Kind: "call", When: july3, Places: []store.Place{w, m},
		Parties: []store.Party{
			{ID: "a", Role: "participant", Actor: store.Actor{Name: "Trump"}, Place: "p-w"},
			{ID: "b", Role: "participant", Actor: store.Actor{Name: "Putin"}, Place: "p-m"},
		},
	}
	s := Build([]store.Event{e}, options())
	if len(s.Links) != 1 || len(s.Marks) != 0 {
		t.Fatalf("drawn: %+v", s)
	}
	l := s.Links[0]
	if l.Style != scene.CallLink || l.A[0] != -77.04 || l.B[0] != 37.62 || l.Label != "call, 3 July" {
		t.Errorf("link: %+v", l)
	}
	if want := "Call · Trump – Putin · 3 July · reported"; l.Name != want {
		t.Errorf("name %q, want %q", l.Name, want)
	}
	if !slices.Contains(s.Notes, noteAssumed) {
		t.Error("an assumed seat is not noted")
	}

	e.Phases = phases("announced", "postponed")
	if s := Build([]store.Event{e}, options()); len(s.Links)+len(s.Marks) != 0 {
		t.Error("a call that was not held looks held")
	}
}

func TestCallEndsAreFoundFromSeats(t *testing.T) {
	trump, putin := seated("Trump", -77.04, 38.9), seated("Putin", 37.62, 55.75)
	aide := store.Actor{Name: "Ushakov", Kind: "person", ActsFor: &putin}
	party := func(a store.Actor) store.Party { return store.Party{ID: a.Name, Role: "participant", Actor: a} }
	tests := []struct {
		name   string
		e      store.Event
		links  int
		marks  int
		seated bool
	}{
		{"actors' seats", store.Event{Parties: []store.Party{party(trump), party(putin)}}, 1, 0, true},
		{"seat of whom he acts for", store.Event{Parties: []store.Party{party(trump), party(aide)}}, 1, 0, true},
		{"seat places in order", store.Event{
			Places:  []store.Place{washington, moscow},
			Parties: []store.Party{party(store.Actor{Name: "A"}), party(store.Actor{Name: "B"})},
		}, 1, 0, false},
		{"seat places alone", store.Event{Places: []store.Place{washington, moscow}}, 1, 0, false},
		{"one side unknown", store.Event{Parties: []store.Party{party(trump), party(store.Actor{Name: "?"})}}, 0, 1, true},
		{"both in one town", store.Event{Parties: []store.Party{party(trump), party(seated("Vance", -77.07, 38.92))}}, 0, 1, true},
		{"three of them", store.Event{Parties: []store.Party{party(trump), party(putin), party(seated("Macron", 2.35, 48.85))}}, 3, 0, true},
		{"five of them", store.Event{Parties: []store.Party{
			party(trump), party(putin), party(seated("Macron", 2.35, 48.85)),
			party(seated("Starmer", -0.12, 51.5)), party(seated("Merz", 13.4, 52.5)),
		}}, 4, 0, true},
		{"nothing known", store.Event{Parties: []store.Party{party(store.Actor{Name: "?"})}}, 0, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.e.ID, tt.e.Kind, tt.e.When = "c", "call", july3
			s := Build([]store.Event{tt.e}, options())
			if len(s.Links) != tt.links || len(s.Marks) != tt.marks {
				t.Errorf("%d links, %d marks; want %d, %d", len(s.Links), len(s.Marks), tt.links, tt.marks)
			}
			if got := slices.Contains(s.Notes, noteAssumed); got != tt.seated {
				t.Errorf("note on seats: %v", got)
			}
		})
	}
}

func TestActingInACircleEnds(t *testing.T) {
	a, b := &store.Actor{Name: "A"}, &store.Actor{Name: "B"}
	a.ActsFor, b.ActsFor = b, a
	s := Build([]store.Event{{ID: "c", Kind: "call", Parties: []store.Party{{Role: "participant", Actor: *a}}}}, options())
	if len(s.Marks)+len(s.Links) != 0 {
		t.Errorf("drawn: %+v", s)
	}
}

func TestTalksHaveSpokesOnlyWhenHeld(t *testing.T) {
	venue := pointPlace("v", "venue", "Istanbul", 28.95, 41.01)
	russia, ukraine := seated("Russia", 37.62, 55.75), seated("Ukraine", 30.52, 50.45)
	e := store.Event{
		ID: "t", Kind: "talks", When: july3, Places: []store.Place{venue}, Assessment: store.Confirmed,
		Parties: []store.Party{
			{ID: "1", Role: "participant", Actor: russia, Place: "v"},
			{ID: "2", Role: "participant", Actor: ukraine},
			{ID: "3", Role: "host", Actor: seated("Türkiye", 32.85, 39.92), Place: "v"},
		},
	}
	tests := []struct {
		phases []store.Phase
		spokes int
		label  string
		fill   scene.Fill
	}{
		{nil, 2, "talks, 3 July", scene.Solid},
		{phases("announced", "held"), 2, "talks, 3 July", scene.Solid},
		{phases("announced"), 0, "talks announced for 3 July", scene.Hollow},
		{phases("announced", "postponed"), 0, "talks planned 3 July, postponed", scene.Hollow},
		{phases("announced", "cancelled"), 0, "talks planned 3 July, cancelled", scene.Hollow},
	}
	held := Build([]store.Event{e}, options()).Marks[0].Colour
	for _, tt := range tests {
		e.Phases = tt.phases
		s := Build([]store.Event{e}, options())
		if len(s.Marks) != 1 || len(s.Links) != tt.spokes {
			t.Fatalf("%v: %d marks, %d spokes", tt.phases, len(s.Marks), len(s.Links))
		}
		m := s.Marks[0]
		if m.Label != tt.label || m.Fill != tt.fill {
			t.Errorf("%v: label %q fill %v", tt.phases, m.Label, m.Fill)
		}
		if unheld := tt.spokes == 0; unheld == (m.Colour == held) || unheld != slices.Contains(s.Notes, noteNotHeld) {
			t.Errorf("%v: colour %v, notes %q", tt.phases, m.Colour, s.Notes)
		}
		for _, l := range s.Links {
			if l.Style != scene.Spoke || l.B != (orb.Point{28.95, 41.01}) {
				t.Errorf("spoke: %+v", l)
			}
		}
	}
}

// Of what no more than a planned time is known, nobody said that it took place.
func TestWhatIsOnlyPlannedDoesNotLookHeld(t *testing.T) {
	e := store.Event{
		ID: "t", Kind: "talks", Planned: july3, Places: []store.Place{pointPlace("v", "venue", "Istanbul", 28.95, 41.01)},
		Parties: []store.Party{{ID: "2", Role: "participant", Actor: seated("Ukraine", 30.52, 50.45)}},
	}
	s := Build([]store.Event{e}, options())
	if len(s.Marks) != 1 || len(s.Links) != 0 || s.Marks[0].Label != "talks planned 3 July" || s.Marks[0].Fill != scene.Hollow {
		t.Errorf("marks %+v, links %+v", s.Marks, s.Links)
	}
	if name := s.Marks[0].Name; !strings.Contains(name, "planned for 3 July") {
		t.Errorf("under the pointer stands %q", name)
	}
}

func TestAidIsAnArrowOnceAnnounced(t *testing.T) {
	day := func(s string) store.When { return when(s, "", store.Day, "") }
	arrow, broken := scene.Arrow, scene.BrokenArrow
	tests := []struct {
		name   string
		phases []store.Phase
		want   *scene.LinkStyle
		label  string
	}{
		{"no phase recorded", nil, nil, ""},
		{"considered", phases("considered"), nil, ""},
		{"cancelled", phases("announced", "cancelled"), nil, ""},
		{"announced", phases("considered", "announced"), &arrow, "aid announced for 3 July"},
		{"delivered", phases("announced", "delivered"), &arrow, "aid, 3 July"},
		{"paused", phases("delivered", "paused"), &broken, "aid paused, 3 July"},
		{"resumed", phases("paused", "resumed"), &arrow, "aid, 3 July"},
		{"resumed next week", []store.Phase{
			{Phase: "paused", At: day("2025-07-02")},
			{Phase: "resumed", At: day("2025-07-09")},
		}, &broken, "aid paused, 3 July"},
		{"entered late", []store.Phase{
			{Phase: "paused", At: day("2025-07-02")},
			{Phase: "announced", At: day("2025-06-01")},
		}, &broken, "aid paused, 3 July"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := Build([]store.Event{{
				ID: "a", Kind: "aid", When: july3, Phases: tt.phases,
				Parties: []store.Party{
					{ID: "1", Role: "donor", Actor: seated("United States", -77, 38.9)},
					{ID: "2", Role: "recipient", Actor: seated("Ukraine", 30.5, 50.45)},
				},
			}}, options())
			if tt.want == nil {
				if len(s.Links)+len(s.Marks)+len(s.Areas) != 0 {
					t.Errorf("drawn: %+v", s)
				}
				return
			}
			if len(s.Links) != 1 || s.Links[0].Style != *tt.want || s.Links[0].Label != tt.label || s.Links[0].A[0] != -77 {
				t.Errorf("links: %+v", s.Links)
			}
		})
	}
}

func TestStatementsOnlyWhenAsked(t *testing.T) {
	events := []store.Event{
		{ID: "s", Kind: "statement", When: july3, Places: []store.Place{pointPlace("p", "scene", "Moscow", 37, 55)}},
		{ID: "u", Kind: "statement", When: july3, Parties: []store.Party{{Role: "speaker", Actor: seated("X", 1, 1)}}},
	}
	o := options()
	if s := Build(events, o); len(s.Marks) != 0 || len(s.Kinds) != 0 {
		t.Errorf("drawn unasked: %+v", s)
	}
	o.ShowStatements = true
	if s := Build(events, o); len(s.Marks) != 2 {
		t.Errorf("%d marks", len(s.Marks))
	}
}

func TestFillSaysTheAssessment(t *testing.T) {
	for a, want := range map[store.Assessment]scene.Fill{
		"": scene.Hollow, store.Reported: scene.Hollow, store.Corroborated: scene.Solid,
		store.Confirmed: scene.Solid, store.Disputed: scene.Hatched, store.Retracted: scene.Crossed,
	} {
		o := options()
		e := store.Event{ID: "e", Kind: "strike", Assessment: a, Places: []store.Place{pointPlace("p", "target", "Kyiv", 30, 50)}}
		if s := Build([]store.Event{e}, o); a == store.Retracted && len(s.Marks) != 0 {
			t.Error("a retracted event is drawn unasked")
		}
		o.ShowRetracted = true
		if s := Build([]store.Event{e}, o); len(s.Marks) != 1 || s.Marks[0].Fill != want {
			t.Errorf("%q: %+v", a, s.Marks)
		}
	}
}

func TestUnknownKindIsDrawnPlainly(t *testing.T) {
	s := Build([]store.Event{{ID: "e", Kind: "ice_flood", Places: []store.Place{pointPlace("p", "scene", "Kyiv", 30, 50)}}}, options())
	if len(s.Marks) != 1 || s.Marks[0].Icon != "other" || s.Kinds[0].Name != "Ice flood" {
		t.Errorf("drawn: %+v", s)
	}
}

func TestSelectionIsMarkedOnAllParts(t *testing.T) {
	o := options()
	o.Selected = "t"
	s := Build([]store.Event{{
		ID: "t", Kind: "talks", Places: []store.Place{pointPlace("v", "venue", "Istanbul", 28.95, 41.01)},
		Parties: []store.Party{{Role: "participant", Actor: seated("Russia", 37.6, 55.7)}},
	}}, o)
	if !s.Marks[0].Selected || !s.Links[0].Selected || s.Marks[0].Rank < rankSelected {
		t.Errorf("drawn: %+v", s)
	}
}

func TestColoursStandOutOnADarkMap(t *testing.T) {
	for _, k := range testKinds() {
		if l := luminance(kindColour(k, true)); l < darkLuminance-0.01 {
			t.Errorf("%s has luminance %.2f on the dark map", k.Code, l)
		}
	}
	if c := kindColour(store.Kind{Colour: "red"}, false); c != fallbackColour {
		t.Errorf("an unreadable colour is %v", c)
	}
}
