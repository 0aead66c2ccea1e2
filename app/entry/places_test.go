package entry

import (
	"encoding/json"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// Coordinates that cannot be are refused when the field is left; a place of the
// gazetteer takes their place, and the sentence goes with them.
func TestCoordinatesAreJudgedWhenLeft(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "strike"})
	b.ctrlShift(fyne.KeyP)
	b.press(fyne.KeyTab)
	b.write("95, 200")
	path := draft.Path("place", b.form.d.Places[0].ID, "coordinates")
	if said := b.form.rows[path].Message(); said != "" {
		t.Fatalf("while it is typed the form says %q", said)
	}
	b.press(fyne.KeyTab)
	if said := b.form.rows[path].Message(); said == "" {
		t.Fatal("the form says nothing of 95, 200")
	}
	b.form.focus(b.form.mainFields[b.form.d.Places[0].ID])
	b.write("Kharkiv")
	b.press(fyne.KeyReturn)
	if said := b.form.rows[path].Message(); said != "" || !strings.HasPrefix(b.form.d.Places[0].Coordinates, "49.98") {
		t.Fatalf("at %q the form still says %q", b.form.d.Places[0].Coordinates, said)
	}
	b.ctrl(fyne.KeyReturn)
	b.only(t)
}

// A place that nobody knows says that it is on no map, as soon as it is left.
func TestAPlaceWithoutCoordinatesSaysSo(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "strike"})
	b.ctrlShift(fyne.KeyP)
	b.write("Nowhere at all")
	b.press(fyne.KeyTab)
	if said := b.form.describePlace(b.form.d.Places[0]); !strings.Contains(said, "not on the map yet") {
		t.Errorf("the form says %q", said)
	}
	b.ctrlShift(fyne.KeyP)
	b.write("Kharkiv")
	b.press(fyne.KeyReturn)
	if said := b.form.describePlace(b.form.d.Places[1]); b.form.d.Places[1].Name != "Kharkiv" || strings.Contains(said, "not on the map") {
		t.Errorf("of Kharkiv the form says %q", said)
	}
}

// Weapons that have a row of their own are not shown again as JSON.
func TestWeaponsAreShownOnce(t *testing.T) {
	b := newBench(t)
	for kind, want := range map[string]int{"strike": 1, "other": 2} {
		e := store.Event{Kind: kind, Fields: map[string]json.RawMessage{"weapons": json.RawMessage(`["Iskander"]`), "a": json.RawMessage(`1`)}}
		b.form.New(e)
		fields, _ := b.form.pairRows(b.form.valuesSection(), "field", &b.form.d.Fields)
		if len(fields) != want {
			t.Errorf("%s: %d rows, want %d", kind, len(fields), want)
		}
	}
}
