package entry

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// Each place with coordinates has a pin on the map, that of the row with the cursor is
// in hand; a pin that is dragged moves the place, and Ctrl+Shift+U puts it back.
func TestPlacesHavePins(t *testing.T) {
	b := seasideBench(t)
	var pins []PlacePin
	b.form.OnPins = func(p []PlacePin) { pins = p }
	b.form.New(store.Event{Kind: "strike"})
	if len(pins) != 0 {
		t.Fatalf("an empty form has pins %v", pins)
	}
	b.choosePlace("Odesa")
	p := b.form.d.Places[0]
	if len(pins) != 1 || pins[0].At != odesa.At || pins[0].RadiusM != 7500 || !pins[0].InHand || pins[0].Name != "Odesa, target" {
		t.Fatalf("the pins are %+v", pins)
	}
	b.form.focus(b.form.title)
	if pins[0].InHand {
		t.Error("it is in hand although the cursor is elsewhere")
	}
	was := *p
	b.form.MovePin(p.ID, orb.Point{32.876884, 47.159274}, 130)
	if p.Coordinates != "47.159, 32.877" || p.Admin1 != "UA-48" || pins[0].At != (orb.Point{32.877, 47.159}) || pins[0].RadiusM != 130 || !pins[0].InHand {
		t.Errorf("moved it is %+v, the pins are %+v", p, pins)
	}
	if !strings.Contains(b.form.rows[draft.Path("place", p.ID, "coordinates")].Message(), "good to 130 m") {
		t.Errorf("the form says %q", b.form.rows[draft.Path("place", p.ID, "coordinates")].Message())
	}
	b.ctrlShift(fyne.KeyU)
	if p.Coordinates != was.Coordinates || p.GeonameID != was.GeonameID || p.Radius != was.Radius || pins[0].At != odesa.At {
		t.Errorf("put back it is %+v, the pins are %+v", p, pins)
	}
}

// The pin of the place at which the map was clicked stays when the kind is chosen.
func TestPinsOutliveTheChoiceOfAKind(t *testing.T) {
	b := seasideBench(t)
	var pins []PlacePin
	b.form.OnPins = func(p []PlacePin) { pins = p }
	b.form.New(store.Event{Places: []store.Place{{Role: "scene", Geometry: store.Geometry{Geometry: orb.Point{30.7, 46.4}}}}})
	if len(pins) != 1 {
		t.Fatalf("the pins are %+v", pins)
	}
	b.write("s")
	if len(pins) != 1 {
		t.Errorf("with the kind chosen the pins are %+v", pins)
	}
}
