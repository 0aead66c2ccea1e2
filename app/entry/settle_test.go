package entry

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/store"
)

// Saving takes what stands in the field that the cursor is in, as leaving it would.
func TestSavingTakesWhatTheCursorIsIn(t *testing.T) {
	for name, c := range map[string]struct {
		enter func(b *bench)
		check func(e store.Event) bool
	}{
		"an actor by an alias": {
			func(b *bench) { b.ctrlShift(fyne.KeyA); b.write("trump") },
			func(e store.Event) bool { return len(e.Parties) == 1 && e.Parties[0].Actor.ID == actorTrump.ID },
		},
		"an originator by its name": {
			func(b *bench) {
				b.ctrlShift(fyne.KeyS)
				b.write("Post")
				b.ctrlShift(fyne.KeyC)
				b.write("3")
				b.press(fyne.KeyUp)
				b.write("russia")
			},
			func(e store.Event) bool { return len(e.Claims) == 1 && e.Claims[0].AccordingTo.ID == actorRussia.ID },
		},
		"a phase by its beginning": {
			func(b *bench) { b.ctrlShift(fyne.KeyH); b.write("hel") },
			func(e store.Event) bool { return len(e.Phases) == 1 && e.Phases[0].Phase == "held" },
		},
		"an outlet by its name": {
			func(b *bench) {
				b.ctrlShift(fyne.KeyS)
				b.write("Post")
				b.press(fyne.KeyTab)
				b.write("kharkiv daily")
			},
			func(e store.Event) bool {
				return len(e.Citations) == 1 && e.Citations[0].Item.Outlet.ID == outletDaily.ID
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.form.New(store.Event{})
			b.write("s")
			b.write("Something")
			c.enter(b)
			b.ctrl(fyne.KeyReturn)
			if e := b.only(t); !c.check(e) {
				t.Errorf("saved as %+v", e)
			}
		})
	}
}

// Coordinates bring their country along, also where the event is saved before it was
// found out.
func TestSavingWaitsForTheCountryOfCoordinates(t *testing.T) {
	b := newBench(t)
	b.form.deps.OwnerAt = fakeOwner
	b.form.New(store.Event{})
	b.write("s")
	b.write("Something")
	b.coordinates("49.98081, 36.25272")
	var late []func()
	b.form.deps.Go = func(f func()) { late = append(late, f) }
	b.ctrl(fyne.KeyReturn)
	if len(b.store.saves) != 0 || len(late) == 0 {
		t.Fatalf("%d saves, %d lookups", len(b.store.saves), len(late))
	}
	for len(late) > 0 {
		f := late[0]
		late = late[1:]
		f()
	}
	p := b.only(t).Places
	if len(p) != 1 || p[0].Country != "UA" || p[0].Precision != store.PlaceExact || p[0].Geometry.Geometry != (orb.Point{36.25272, 49.98081}) {
		t.Errorf("places %+v", p)
	}
}

// A name that nobody knew before, typed in full for two sources, is one originator and
// one outlet: what both print counts once.
func TestNewNameTypedTwiceIsOne(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("s")
	b.write("Strike")
	for _, title := range []string{"Wire report", "Radio bulletin"} {
		b.ctrlShift(fyne.KeyS)
		b.write(title)
		b.press(fyne.KeyTab)
		b.write("City media")
		b.press(fyne.KeyTab)
	}
	for range 2 {
		b.ctrlShift(fyne.KeyC)
		b.write("3")
		b.press(fyne.KeyUp)
		b.write("Rescue service")
	}
	b.ctrl(fyne.KeyReturn)
	e := b.only(t)
	same(t, claimsOf(e), "killed: 3, Rescue service [Wire report]", "killed: 3, Rescue service [Radio bulletin]")
	if a, o := e.Claims[0].AccordingTo, e.Claims[1].AccordingTo; a.ID != o.ID {
		t.Errorf("two originators, %s and %s", a.ID, o.ID)
	}
	if f := store.Figures(e); len(f) != 1 || f[0].Voices() != 1 || f[0].Text() != "3 killed (Rescue service)" {
		t.Errorf("figures %+v", f)
	}
	if a, o := e.Citations[0].Item.Outlet, e.Citations[1].Item.Outlet; a.ID != o.ID {
		t.Errorf("two outlets, %s and %s", a.ID, o.ID)
	}
}
