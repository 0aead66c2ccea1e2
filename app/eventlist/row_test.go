package eventlist

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sitmap/app/look"
	"sitmap/app/situation"
)

// A protected event says so in its row, beside its title.
func TestARowTellsThatItsEventIsProtected(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&look.Theme{Choice: look.AlwaysLight})
	r := newRow(nil, nil, nil)
	e := rows(1)[0]
	e.Title, e.Protected = strings.Repeat("A long title ", 10), "TLP:AMBER+STRICT"
	r.set(e, "", false)
	v := test.TempWidgetRenderer(t, r).(*rowRenderer)
	v.Layout(fyne.NewSize(320, rowHeight))
	if v.guard.Text != e.Protected || v.title.Position().X+v.title.MinSize().Width > v.guard.Position().X {
		t.Errorf("%q at %v beside a title of %v", v.guard.Text, v.guard.Position(), v.title.MinSize())
	}
	if end := v.guard.Position().X + v.guard.MinSize().Width; end > 320 {
		t.Errorf("the mark ends at %v", end)
	}
	if !strings.Contains(r.AccessibilityLabel(), e.Protected) {
		t.Errorf("read out: %q", r.AccessibilityLabel())
	}
}

// An event that no map can show says so where its place would stand, and every one that
// is not drawn is read out with the reason.
func TestARowTellsThatItsEventIsOffTheMap(t *testing.T) {
	e := rows(1)[0]
	for _, c := range []struct{ where, off, second, spoken string }{
		{"Kyiv", "", "4 July 2025 · Kyiv", "reported"},
		{"", situation.OffNoPlace, "4 July 2025 · not on the map", "not on the map: no place"},
		{"the old mill", situation.OffNoPlace, "4 July 2025 · the old mill, not on the map", "not on the map: no place"},
		{"Kyiv", "statements are not shown", "4 July 2025 · Kyiv", "not on the map: statements are not shown"},
	} {
		e.Where, e.OffMap = c.where, c.off
		if got := second(e); got != c.second {
			t.Errorf("%q, %q: the line is %q", c.where, c.off, got)
		}
		if got := spoken(e); !strings.HasSuffix(got, c.spoken) {
			t.Errorf("%q, %q: read out as %q", c.where, c.off, got)
		}
	}
}
