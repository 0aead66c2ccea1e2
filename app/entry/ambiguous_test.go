package entry

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// A claimed time with two meanings is asked about in its cell, with both to choose from,
// as the time of the event is.
func TestAmbiguousClaimedTimeOffersItsMeanings(t *testing.T) {
	b := newBench(t)
	twoSources(b)
	b.ctrlShift(fyne.KeyC)
	b.w.Canvas().Focus(b.form.grid.add)
	b.write("when")
	b.press(fyne.KeyTab)
	cell := b.w.Canvas().Focused()
	b.write("03/04/2025")
	row := b.form.grid.lines[len(b.form.grid.lines)-1]
	field := row.cells[0]
	if cell != fyne.Focusable(field) {
		t.Fatalf("the cursor is in %T", cell)
	}
	if !field.Listing() || len(field.Options()) != 2 || !strings.Contains(row.row.Message(), "↓ chooses") {
		t.Fatalf("of %q it offers %v and says %q", field.Text, field.Options(), row.row.Message())
	}
	b.press(fyne.KeyEscape) // puts the list away, Down brings it back
	if field.Listing() || b.form.asking != nil {
		t.Fatal("Escape does not close the list alone")
	}
	b.press(fyne.KeyDown)
	if !field.Listing() {
		t.Fatal("Down does not open the list")
	}
	want := field.Options()[1].Text
	b.press(fyne.KeyDown, fyne.KeyReturn)
	claim := row.Cells[0]
	if field.Text != want || claim.When.Text != want || strings.Contains(row.row.Message(), "chooses") {
		t.Fatalf("chosen %q, the cell has %q, the claim %q; it says %q", want, field.Text, claim.When.Text, row.row.Message())
	}
	if e, problems := b.form.d.Event(b.form.reader()); len(problems) > 0 || e.Claims[len(e.Claims)-1].When.IsZero() {
		t.Fatalf("%v, claims %+v", problems, e.Claims)
	}
	// Where nothing is in question, Enter goes down its column as ever.
	b.ctrlShift(fyne.KeyC)
	b.write("3")
	b.press(fyne.KeyReturn)
	if got := b.w.Canvas().Focused(); got == fyne.Focusable(field) {
		t.Fatal("Enter does not go on")
	}
}
