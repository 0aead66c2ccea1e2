package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// What is looked for after another search was put away keeps its first letter.
func TestFindingAgainKeepsTheFirstLetter(t *testing.T) {
	test.NewTempApp(t)
	told := ""
	f := newFindEntry(func(s string) { told = s }, func() {})
	w := test.NewTempWindow(t, f)
	w.Canvas().Focus(f)
	test.Type(f, "Istanbul")
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.Text != "" || told != "" {
		t.Fatalf("Escape leaves %q, and tells of %q", f.Text, told)
	}
	test.Type(f, "Odesa")
	if f.Text != "Odesa" || told != "Odesa" {
		t.Errorf("%q stands there, and %q is looked for", f.Text, told)
	}
}
