package entry

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/paulmach/orb"

	"sitmap/store"
)

// A strike on Kharkiv is entered with the keyboard alone.
func TestStrikeByKeyboard(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("s") // the kind by its letter; the cursor goes to the title
	b.ctrlShift(fyne.KeyW)
	b.write("night of 3-4 July 2025")
	b.ctrlShift(fyne.KeyP)
	b.write("харків")
	b.press(fyne.KeyReturn)
	b.ctrlShift(fyne.KeyA)
	b.write("unknown unit")
	b.press(fyne.KeyTab)
	b.ctrlShift(fyne.KeyC)
	b.write("≥1 civilians") // killed stands there already
	b.press(fyne.KeyUp)     // whose claims the source prints
	b.write("Russia")
	b.press(fyne.KeyTab)
	b.ctrlShift(fyne.KeyS)
	b.write("night of d")
	b.press(fyne.KeyDown, fyne.KeyReturn)
	b.ctrl(fyne.KeyReturn)

	if len(b.store.saves) != 1 || len(b.saved) != 1 || b.closed != 0 {
		t.Fatalf("%d saves, told of %d, closed %d times; problems %v", len(b.store.saves), len(b.saved), b.closed, b.form.problems)
	}
	got := *b.store.saves[0].Put[0].Event
	one := 1.0
	want := store.Event{
		Kind: "strike", Title: "Strike on Kharkiv",
		When: store.When{
			Earliest: time.Date(2025, 7, 3, 19, 0, 0, 0, time.UTC), Latest: time.Date(2025, 7, 4, 3, 0, 0, 0, time.UTC),
			Precision: store.PartOfDay, Zone: "Europe/Kyiv", Text: "night of 3-4 July 2025",
		},
		Places: []store.Place{{
			Role: "target", Name: "Kharkiv", GeonameID: 706483, Country: "UA", Admin1: "UA-63",
			Geometry: store.Geometry{Geometry: orb.Point{36.25272, 49.98081}}, Precision: store.PlaceLocality, RadiusM: 12000,
		}},
		Parties: []store.Party{{Role: "attacker", Actor: store.Actor{Name: "unknown unit"}}},
		Claims: []store.Claim{{
			About: "measure", Measure: "killed", Of: "civilians", Qualifier: "at least", Low: &one, AccordingTo: &actorRussia,
			Citations: []string{got.Citations[0].ID},
		}},
		Citations: []store.Citation{{About: "event", Item: itemNight}},
	}
	ids := cmp.FilterPath(func(p cmp.Path) bool {
		last := p.Last().String()
		return last == ".ID"
	}, cmp.Ignore())
	if d := cmp.Diff(want, got, ids, cmpopts.EquateEmpty()); d != "" {
		t.Fatal(d)
	}
}
