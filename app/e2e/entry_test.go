//go:build e2e

package e2e

import (
	"image"
	"math"
	"testing"
)

// Where things are on a screen of 1280 × 800 with the panels as wide as they are at
// first: enough to tell the map from the panel at its right.
var (
	wholeScreen = image.Rect(0, 0, 1280, 800)
	mapMiddle   = image.Rect(330, 100, 830, 700)
)

// aMark is how many red pixels the ring of one small symbol has at least.
const aMark = 40

const kharkiv = "Drones hit Kharkiv"

// A strike is entered with the keyboard alone, is seen on the map and in the list
// of the command, goes and comes with undo and redo, and outlives kill -9.
func TestStrikeOnKharkivByKeyboardAlone(t *testing.T) {
	h, s := newHome(t), newScreen(t, "1280x800")
	db := h.path("s.gpkg")
	h.emptyStore(db)
	w := h.open(s, "--db", db)
	w.painted()

	w.newEvent("s")
	w.text(kharkiv)
	w.key("ctrl+shift+w")
	w.text("night of 5-6 July 2025 Kyiv")
	w.place("Harkov", "Kharkiv")
	w.key("ctrl+shift+a")
	w.text("Russia")
	w.settled()
	w.key("Return")
	w.key("ctrl+shift+c")
	w.text(">=3 civilians")
	w.key("ctrl+shift+s")
	w.text("Post of the mayor of Kharkiv")
	w.picture("form")
	w.key("ctrl+Return")

	var e listed
	eventually(t, "the strike is in the list", func() bool {
		var ok bool
		e, ok = titled(h.list(db), kharkiv)
		return ok
	})
	checkKharkiv(t, e)
	w.writing() // the next one
	w.key("Escape")
	w.closed()
	seen := func(when string) {
		t.Helper()
		eventually(t, "the strike is on the map "+when, func() bool {
			return strikeRed(s.picture("now"), mapMiddle) > aMark
		})
		s.picture("map-" + when)
	}
	seen("after saving")

	w.key("Escape", "ctrl+z")
	eventually(t, "undo takes the strike out of the list", func() bool {
		_, ok := titled(h.list(db), kharkiv)
		return !ok
	})
	eventually(t, "undo takes the strike off the map", func() bool {
		return strikeRed(s.picture("now"), mapMiddle) == 0
	})
	w.key("ctrl+shift+z")
	eventually(t, "redo brings the strike back to the list", func() bool {
		_, ok := titled(h.list(db), kharkiv)
		return ok
	})
	seen("after redo")

	w.kill()
	w = h.open(s, "--db", db)
	seen("after kill -9 and a new start")
	e, ok := titled(h.list(db), kharkiv)
	if !ok {
		t.Fatal("the strike is gone after kill -9")
	}
	checkKharkiv(t, e)
	h.run("check", "--db", db)
}

// checkKharkiv asserts that all that was typed has landed in the store.
func checkKharkiv(t *testing.T, e listed) {
	t.Helper()
	if e.Kind != "strike" {
		t.Errorf("kind is %q", e.Kind)
	}
	if e.When.Earliest != "2025-07-05T19:00:00Z" || e.When.Latest != "2025-07-06T03:00:00Z" || e.When.Zone != "Europe/Kyiv" {
		t.Errorf("time is %+v", e.When)
	}
	if len(e.Places) != 1 {
		t.Fatalf("places are %+v", e.Places)
	}
	p := e.Places[0]
	if p.Name != "Kharkiv" || p.Country != "UA" || p.Admin1 != "UA-63" || p.Role != "target" || p.GeonameID != 706483 {
		t.Errorf("place is %+v", p)
	}
	if c := p.Geometry.Coordinates; len(c) != 2 || math.Abs(c[0]-36.25) > 0.05 || math.Abs(c[1]-49.98) > 0.05 {
		t.Errorf("the place is at %v", c)
	}
	if len(e.Parties) != 1 || e.Parties[0].Role != "attacker" || e.Parties[0].Actor.Name != "Russia" {
		t.Errorf("parties are %+v", e.Parties)
	}
	if len(e.Claims) != 1 || e.Claims[0].Measure != "killed" || e.Claims[0].Qualifier != "at least" ||
		e.Claims[0].Low == nil || *e.Claims[0].Low != 3 || e.Claims[0].High != nil || e.Claims[0].Of != "civilians" {
		t.Errorf("claims are %+v", e.Claims)
	}
	if len(e.Citations) != 1 || e.Citations[0].Item.Title != "Post of the mayor of Kharkiv" {
		t.Errorf("citations are %+v", e.Citations)
	}
}
