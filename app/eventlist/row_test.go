package eventlist

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sitmap/app/look"
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
