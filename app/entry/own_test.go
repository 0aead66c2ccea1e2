package entry

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/store"
)

// A place, tag or actor that an earlier event named is found again, with a slip of
// the finger too.
func TestWhatEventsNamedIsFoundAgain(t *testing.T) {
	b, st := realBench(t)
	e := store.Event{
		ID: b.form.deps.NewID(), Kind: "strike", Title: "Strike on a plant", Tags: []string{"energy", "winter campaign"},
		Places: []store.Place{{
			ID: b.form.deps.NewID(), Role: "target", Name: "Plant by the reservoir", Country: "UA", Admin1: "UA-63",
			Geometry: store.Geometry{Geometry: orb.Point{36.5, 49.8}}, Precision: store.PlaceExact, RadiusM: 50,
		}},
		Parties: []store.Party{{ID: b.form.deps.NewID(), Role: "attacker", Actor: store.Actor{ID: b.form.deps.NewID(), Name: "Northern group", Kind: "organisation"}}},
	}
	if _, err := st.Save(context.Background(), store.Action{Put: []store.Put{{Event: &e}}}); err != nil {
		t.Fatal(err)
	}
	b.form.New(store.Event{})
	b.write("s")
	b.ctrlShift(fyne.KeyP)
	b.write("plant by")
	b.press(fyne.KeyReturn)
	b.ctrlShift(fyne.KeyA)
	b.write("Nothern gr") // a letter is missing
	b.press(fyne.KeyReturn)
	b.ctrlShift(fyne.KeyT)
	b.press(fyne.KeyTab)
	b.write("night, wint")
	b.press(fyne.KeyReturn)
	b.ctrl(fyne.KeyReturn)
	if len(b.saved) != 1 {
		t.Fatalf("not saved: %v", b.form.problems)
	}
	got, err := st.Event(context.Background(), b.saved[0])
	if err != nil {
		t.Fatal(err)
	}
	p := got.Value.Places
	if len(p) != 1 || p[0].Name != "Plant by the reservoir" || p[0].RadiusM != 50 || p[0].Admin1 != "UA-63" || p[0].ID == e.Places[0].ID {
		t.Errorf("places %+v", p)
	}
	if y := got.Value.Parties; len(y) != 1 || y[0].Actor.ID != e.Parties[0].Actor.ID {
		t.Errorf("parties %+v", y)
	}
	if tags := strings.Join(got.Value.Tags, "|"); tags != "night|winter campaign" {
		t.Errorf("tags %s", tags)
	}
}

func TestMatchRank(t *testing.T) {
	for _, c := range []struct {
		name, want string
		rank       int
	}{
		{"donald trump", "don", rankBegins},
		{"donald trump", "tru", rankWord},
		{"donald trump", "rump", rankWithin},
		{"donald trump", "turmp", rankSlip}, // two in the wrong order
		{"volodymyr zelenskyy", "zelensky", rankWord},
		{"volodymyr zelenskyy", "zelinskiy", rankSlip},
		{"volodymyr zelenskyy", "zalinsiky", rankNot},
		{"russia", "rus", rankBegins},
		{"russia", "ros", rankNot}, // too short for a slip
		{"iran", "iraq", rankSlip},
		{"48th brigade", "47th brigade", rankNot},
		{"48th brigade", "48th brigdae", rankSlip},
		{"ministry report 2", "ministry report 1", rankNot},
		{"ministry report 2", "ministry report", rankBegins},
		{"shahed 136", "shahed 13", rankBegins},
		{"shahed 136", "shahed 36", rankNot},
	} {
		if got := matchRank(c.name, c.want); got != c.rank {
			t.Errorf("%q for %q: %d, want %d", c.name, c.want, got, c.rank)
		}
	}
}
