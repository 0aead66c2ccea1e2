package draft

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/app/entry/when"
	"sitmap/store"
)

func newIDs() func() string {
	n := 0
	return func() string { n++; return fmt.Sprintf("00000000-0000-7000-8000-%012d", n) }
}

func reader(t testing.TB) Reader {
	t.Helper()
	loc, err := time.LoadLocation("Europe/Kyiv")
	if err != nil {
		t.Fatal(err)
	}
	return Reader{When: when.Context{Now: time.Date(2025, 7, 5, 9, 0, 0, 0, time.UTC), Zone: loc}}
}

func encode(t interface{ Fatal(...any) }, v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Editing any event without touching anything saves the same bytes.
func TestUntouchedIsLossless(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		e := drawEvent(rt)
		d := From(e, 3, newIDs())
		got, problems := d.Event(reader(t))
		if len(problems) > 0 {
			rt.Fatalf("problems in an event that came from the store: %v", problems)
		}
		if diff := cmp.Diff(encode(rt, e), encode(rt, got)); diff != "" {
			rt.Fatal(diff)
		}
	})
}

// So does an event whose form was kept on disk and came back.
func TestKeptDraftIsLossless(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		e := drawEvent(rt)
		var d Draft
		if err := json.Unmarshal([]byte(encode(rt, From(e, 3, newIDs()))), &d); err != nil {
			rt.Fatal(err)
		}
		got, problems := d.Event(reader(t))
		if len(problems) > 0 {
			rt.Fatalf("problems: %v", problems)
		}
		if diff := cmp.Diff(encode(rt, e), encode(rt, got)); diff != "" {
			rt.Fatal(diff)
		}
	})
}

// Changing one part leaves all the others alone.
func TestOneChangeChangesOneThing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		e := drawEvent(rt)
		d := From(e, 3, newIDs())
		d.Title = "Another title"
		got, _ := d.Event(reader(t))
		e.Title = "Another title"
		if diff := cmp.Diff(encode(rt, e), encode(rt, got)); diff != "" {
			rt.Fatal(diff)
		}
	})
}

func TestRebaseWithoutMyChangesIsTheirs(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		base, theirs := drawEvent(rt), drawEvent(rt)
		got, err := Rebase(base, base, theirs)
		if err != nil {
			rt.Fatal(err)
		}
		if diff := cmp.Diff(encode(rt, theirs), encode(rt, got)); diff != "" {
			rt.Fatal(diff)
		}
		got, err = Rebase(base, theirs, base)
		if err != nil {
			rt.Fatal(err)
		}
		if diff := cmp.Diff(encode(rt, theirs), encode(rt, got)); diff != "" {
			rt.Fatal(diff)
		}
	})
}

func TestRebaseKeepsBothSides(t *testing.T) {
	one, two := 1.0, 2.0
	base := store.Event{
		ID: "e", Kind: "strike", Title: "Strike", Tags: []string{"a", "b"},
		Places: []store.Place{{ID: "p1", Role: "target", Name: "Kharkiv"}},
		Claims: []store.Claim{{ID: "c1", About: "measure", Measure: "killed", Low: &one}},
	}
	mine, theirs := base, base
	mine.Title = "Strike on Kharkiv"
	mine.Tags = []string{"a", "b", "mine"}
	mine.Places = []store.Place{{ID: "p1", Role: "target", Name: "Kharkiv", RadiusM: 5000}}
	mine.Claims = append(base.Claims[:1:1], store.Claim{ID: "c2", About: "measure", Measure: "wounded", Low: &two})
	theirs.Summary = "At night."
	theirs.Tags = []string{"b", "theirs"}
	theirs.Places = []store.Place{{ID: "p1", Role: "target", Name: "Kharkiv", Country: "UA"}}
	theirs.Claims = []store.Claim{{ID: "c1", About: "measure", Measure: "killed", Low: &two}}

	got, err := Rebase(base, mine, theirs)
	if err != nil {
		t.Fatal(err)
	}
	want := store.Event{
		ID: "e", Kind: "strike", Title: "Strike on Kharkiv", Summary: "At night.", Tags: []string{"b", "theirs", "mine"},
		Places: []store.Place{{ID: "p1", Role: "target", Name: "Kharkiv", Country: "UA", RadiusM: 5000}},
		Claims: []store.Claim{
			{ID: "c1", About: "measure", Measure: "killed", Low: &two},
			{ID: "c2", About: "measure", Measure: "wounded", Low: &two},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
}

func TestTypedFieldsAreRead(t *testing.T) {
	ids := newIDs()
	d := From(store.Event{Kind: "strike"}, 0, ids)
	d.Title = " Strike on Kharkiv "
	d.When.SetText("night of 3-4 July 2025", reader(t).When)
	d.Places = append(d.Places, &Place{ID: "p", Role: "target", Name: "Kharkiv", Coordinates: "49.98081, 36.25272", Radius: "12 km", Precision: "locality", Country: "ua"})
	p := &Party{ID: "y", Role: "attacker"}
	d.Parties = append(d.Parties, p, &Party{ID: "blank", Role: "target"})
	d.NameActor(&p.Actor, "Russia", ids)
	c := &Claim{ID: "c", About: "measure", Measure: "killed", Figure: "≥1"}
	d.Claims = append(d.Claims, c, &Claim{ID: "blank", About: "measure", Measure: "wounded"})
	d.NameActor(&c.AccordingTo, "Mayor", ids)
	q := &Citation{ID: "q", About: "event", Credibility: "2"}
	d.Citations = append(d.Citations, q)
	d.NameItem(&q.Item, "Night report", ids)
	item := d.Item(q.Item)
	item.Published = "4 July 2025"
	d.NameOutlet(&item.Outlet, "City council", ids)
	d.Tags.Text = "drones, night, drones"
	d.Fields = append(d.Fields, &Pair{Key: "weapons", Value: `["Shahed-136"]`}, &Pair{Key: "target", Value: "power station"})

	e, problems := d.Event(reader(t))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	one := 1.0
	id := func(n int) string { return fmt.Sprintf("00000000-0000-7000-8000-%012d", n) }
	want := store.Event{
		ID: id(1), Kind: "strike", Title: "Strike on Kharkiv",
		When: store.When{
			Earliest: time.Date(2025, 7, 3, 19, 0, 0, 0, time.UTC), Latest: time.Date(2025, 7, 4, 3, 0, 0, 0, time.UTC),
			Precision: store.PartOfDay, Zone: "Europe/Kyiv", Text: "night of 3-4 July 2025",
		},
		Places: []store.Place{{
			ID: "p", Role: "target", Name: "Kharkiv", Country: "UA", Geometry: store.Geometry{Geometry: orb.Point{36.25272, 49.98081}},
			Precision: store.PlaceLocality, RadiusM: 12000,
		}},
		Parties: []store.Party{{ID: "y", Role: "attacker", Actor: store.Actor{ID: id(2), Name: "Russia"}}},
		Claims: []store.Claim{{
			ID: "c", About: "measure", Measure: "killed", Qualifier: "at least", Low: &one,
			AccordingTo: &store.Actor{ID: id(3), Name: "Mayor"}, Citations: []string{"q"},
		}},
		Citations: []store.Citation{{ID: "q", About: "event", Credibility: 2, Item: store.Item{
			ID: id(4), Title: "Night report", Published: "2025-07-04", Outlet: &store.Outlet{ID: id(5), Name: "City council"},
		}}},
		Tags:   []string{"drones", "night"},
		Fields: map[string]json.RawMessage{"weapons": json.RawMessage(`["Shahed-136"]`), "target": json.RawMessage(`"power station"`)},
	}
	if diff := cmp.Diff(want, e); diff != "" {
		t.Fatal(diff)
	}
}

func TestProblemsNameTheirField(t *testing.T) {
	d := From(store.Event{ID: "e"}, 0, newIDs())
	d.When.Text = "31 February 2025"
	d.Places = []*Place{{ID: "p", Name: "X", Coordinates: "nowhere", Radius: "far", Precision: "near"}}
	d.Claims = []*Claim{{ID: "c", About: "measure", Figure: "539/478"}}
	d.Citations = []*Citation{{ID: "q", Quote: "so", Credibility: "7"}}
	d.Relations = []*Relation{{Title: "some event"}}
	d.Fields = []*Pair{{Key: "", Value: "1"}, {Key: "a", Value: "1"}, {Key: "a", Value: "2"}}
	d.Series.Position = "sixth"
	_, problems := d.Event(reader(t))
	got := map[string]bool{}
	for _, p := range problems {
		got[p.Path] = true
		if p.Sentence == "" {
			t.Errorf("%s: no sentence", p.Path)
		}
	}
	for _, path := range []string{
		"when", "place/p/coordinates", "place/p/radius", "place/p/precision", "claim/c/figure", "citation/q/item",
		"citation/q/credibility", "relation/0/event", "field/0/key", "field/2/key", "series/position", "series/name",
	} {
		if !got[path] {
			t.Errorf("no problem at %s; there are %v", path, problems)
		}
	}
}

// An item cited twice is one record: a change shows in both citations.
func TestSharedItemIsEditedOnce(t *testing.T) {
	item := store.Item{ID: "i", Title: "Report", Outlet: &store.Outlet{ID: "o", Name: "Daily"}}
	e := store.Event{ID: "e", Kind: "strike", Title: "T", Citations: []store.Citation{{ID: "a", Item: item}, {ID: "b", Item: item}}}
	d := From(e, 1, newIDs())
	d.Item(d.Citations[0].Item).Author = "N. N."
	d.Outlet(d.Item(d.Citations[0].Item).Outlet).Reliability = "b"
	got, _ := d.Event(reader(t))
	for i, c := range got.Citations {
		if c.Item.Author != "N. N." || c.Item.Outlet.Reliability != "B" || c.Item.ID != "i" {
			t.Errorf("citation %d has %+v", i, c.Item)
		}
	}
}

// Words that can be read take the place of bounds given by hand; others do not.
func TestTypedWordsReplaceBoundsByHand(t *testing.T) {
	w := showWhen(store.When{
		Earliest: time.Date(2025, 7, 2, 21, 0, 0, 0, time.UTC), Latest: time.Date(2025, 7, 3, 21, 0, 0, 0, time.UTC),
		Precision: store.Day, Zone: "Europe/Kyiv", Text: "Thursday",
	})
	if !w.ByHand() {
		t.Fatal("“Thursday” alone does not say which: the bounds must stand beside it")
	}
	w.SetText("on that day", reader(t).When)
	got, _, err := w.Read(reader(t).When)
	if err != nil || got.Text != "on that day" || !got.Earliest.Equal(w.Base.Earliest) || got.Precision != store.Day {
		t.Fatalf("%+v, %v", got, err)
	}
	w.SetText("4 July 2025", reader(t).When)
	if w.ByHand() {
		t.Fatal("bounds by hand are still there")
	}
}
