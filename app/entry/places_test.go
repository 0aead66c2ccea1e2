package entry

import (
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
