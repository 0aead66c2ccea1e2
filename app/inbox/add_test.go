package inbox

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sitmap/app/look"
)

// Tab goes from field to field of the page, and to nothing between them.
func TestTabGoesFromFieldToField(t *testing.T) {
	test.NewTempApp(t)
	a := newAdding(nil, func(s string) (string, error) { return s, nil }, func(Draft) {}, func() {})
	w := test.NewTempWindow(t, a.box)
	w.Resize(fyne.NewSize(400, 600))
	a.begin(Draft{}, w.Canvas())
	for i, want := range []fyne.Focusable{a.title, a.outlet, a.url, a.published, a.text} {
		if got := w.Canvas().Focused(); got != want {
			t.Fatalf("stop %d is %T", i, got)
		}
		w.Canvas().FocusNext()
	}
	if _, ok := w.Canvas().Focused().(*look.Button); !ok {
		t.Errorf("behind the text Tab stops at %T", w.Canvas().Focused())
	}
}
