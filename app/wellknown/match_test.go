package wellknown_test

import (
	"testing"

	"sitmap/app/wellknown"
	"sitmap/store"
)

func find(t *testing.T, name string) store.Actor {
	t.Helper()
	a, ok := wellknown.Match(store.Actor{Name: name}, wellknown.Actors(places))
	if !ok {
		t.Fatalf("%s is not known", name)
	}
	return a
}

func TestWellKnownByTheirNames(t *testing.T) {
	for name, want := range map[string][2]string{
		"Trump": {"Donald Trump", "Washington"}, "putin": {"Vladimir Putin", "Moscow"}, "Zelenskiy": {"Volodymyr Zelensky", "Kyiv"},
		"Росія": {"Russia", "Moscow"}, "USA": {"United States", "Washington"}, "Turkey": {"Türkiye", "Ankara"}, "Tuvalu": {"Tuvalu", "Funafuti"},
		"nato": {"NATO", "Brussels"}, "Russian Foreign Ministry": {"Russian Foreign Ministry", "Moscow"},
	} {
		if a := find(t, name); a.Name != want[0] || a.Seat == nil || a.Seat.Name != want[1] {
			t.Errorf("%s is %s at %+v", name, a.Name, a.Seat)
		}
	}
}

func TestMatch(t *testing.T) {
	own := []store.Actor{
		{ID: "1", Name: "Trump"},
		{ID: "2", Name: "Putin", Kind: "person"},
		{ID: "3", Name: "Volodymyr Zelenskyy", Kind: "person"},
		{ID: "4", Name: "RUSSIA"},
		{ID: "5", Name: "Georgia", Kind: "organisation"},
		{ID: "6", Name: "Yury Ushakov", Kind: "person"},
		{ID: "7", Name: "Anna Petrova", Kind: "person"},
		{ID: "8", Name: "Olga Petrova", Kind: "person"},
		{ID: "9", Name: "Forces of Rüdiger", Kind: "armed group", Aliases: []string{"Ruediger’s men"}},
		{ID: "10", Name: "officials", Kind: "unnamed"},
	}
	for _, c := range []struct{ name, kind, want string }{
		{"Donald Trump", "person", "1"},
		{"Ivanka Trump", "person", ""}, // everybody knows another one as Trump
		{"Vladimir Putin", "person", "2"},
		{"Volodymyr Zelensky", "person", "3"},
		{"Zelenskiy", "person", "3"},
		{"Russia", "state", "4"},
		{"Georgia", "state", ""}, // another kind
		{"Yuri Ushakov", "person", "6"},
		{"Ushakov", "person", "6"},
		{"Petrova", "person", ""}, // two
		{"Ruediger's men", "armed group", "9"},
		{"Kremlin", "organisation", ""},
		{"officials", "unnamed", "10"},
		{"senior officials", "unnamed", ""},
	} {
		a, _ := wellknown.Match(store.Actor{Name: c.name, Kind: c.kind}, own)
		if a.ID != c.want {
			t.Errorf("%s is %q, want %q", c.name, a.ID, c.want)
		}
	}
}

// An event of a report names the store's actors, those of the list as a whole, and keeps
// the others; two names of one actor are one party.
func TestSettle(t *testing.T) {
	own := []store.Actor{{ID: "1", Name: "Trump"}, {ID: "2", Name: "Russia"}}
	s := wellknown.NewSettler(own, wellknown.Actors(places))
	e := store.Event{
		Parties: []store.Party{
			{ID: "a", Role: "participant", Actor: store.Actor{Name: "Donald Trump", Kind: "person"}},
			{ID: "b", Role: "participant", Actor: store.Actor{Name: "Vladimir Putin", Kind: "person", ActsFor: &store.Actor{Name: "Russia", Kind: "state"}}},
			{ID: "c", Role: "participant", Actor: store.Actor{Name: "Trump", Kind: "person"}},
		},
		Claims:    []store.Claim{{AccordingTo: &store.Actor{Name: "Somebody Else", Kind: "person"}}},
		Citations: []store.Citation{{ID: "q", About: "c"}, {ID: "r", About: "a"}},
	}
	s.Event(&e)
	if len(e.Parties) != 2 || e.Parties[0].Actor.ID != "1" || len(e.Citations) != 1 {
		t.Fatalf("parties %+v, citations %+v", e.Parties, e.Citations)
	}
	p := e.Parties[1].Actor
	if p.ID != "" || p.Seat == nil || p.Seat.Name != "Moscow" || p.ActsFor == nil || p.ActsFor.ID != "2" || len(p.Aliases) == 0 {
		t.Errorf("Putin is %+v", p)
	}
	if a := e.Claims[0].AccordingTo; a.Name != "Somebody Else" || a.ID != "" {
		t.Errorf("somebody else is %+v", a)
	}
	n := wellknown.Named(e, func() string { return "new" })
	if n.Parties[1].Actor.ID != "new" || n.Parties[0].Actor.ID != "1" || e.Parties[1].Actor.ID != "" {
		t.Errorf("named %+v", n.Parties)
	}
}
