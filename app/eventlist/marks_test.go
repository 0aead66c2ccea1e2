package eventlist

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestMarksAreSetByKeyAndClickAndGoWithTheirEvents(t *testing.T) {
	l := shown(t, Content{Loaded: true, Rows: slice(rows(10)), Total: 10})
	press(l, fyne.KeyDown, fyne.KeyInsert, fyne.KeyInsert, fyne.KeyDown, fyne.KeyInsert)
	if got := l.Marked(); !slices.Equal(got, []string{"e0", "e1", "e3"}) || l.Selected() != "e4" {
		t.Fatalf("marked %v, selected %s", got, l.Selected())
	}
	if !strings.HasSuffix(l.Count(), "· 3 marked") {
		t.Errorf("the count line says %q", l.Count())
	}
	r := newRow(l.tap, l.toggleMark, l.menu)
	r.set(rows(10)[1], "", true)
	r.MouseDown(&desktop.MouseEvent{Modifier: fyne.KeyModifierControl})
	r.Tapped(&fyne.PointEvent{})
	if got := l.Marked(); !slices.Equal(got, []string{"e0", "e3"}) || l.Selected() != "e4" {
		t.Errorf("after Ctrl+click marked %v, selected %s", got, l.Selected())
	}
	r.MouseDown(&desktop.MouseEvent{})
	r.Tapped(&fyne.PointEvent{})
	if l.Selected() != "e1" || len(l.Marked()) != 2 {
		t.Errorf("a click marks: %v", l.Marked())
	}
	l.Set(Content{Loaded: true, Rows: slice(rows(10)[2:]), Total: 10, Filter: "x"})
	if got := l.Marked(); !slices.Equal(got, []string{"e3"}) {
		t.Errorf("of what the filter shows %v are marked", got)
	}
	press(l, fyne.KeyEscape)
	if len(l.Marked()) != 0 {
		t.Error("Escape leaves marks")
	}
}
