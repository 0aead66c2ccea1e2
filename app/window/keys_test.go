package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// No key of the form is one of the window's menus too: the menu would take it, whatever
// the cursor is in. Attaching a file is the same in both.
func TestKeysOfTheFormMeanOneThing(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	var taken []string
	var gather func(items []*fyne.MenuItem)
	gather = func(items []*fyne.MenuItem) {
		for _, i := range items {
			if i.Shortcut != nil {
				taken = append(taken, i.Shortcut.ShortcutName())
			}
			if i.ChildMenu != nil {
				gather(i.ChildMenu.Items)
			}
		}
	}
	for _, m := range b.menus.main.Items {
		gather(m.Items)
	}
	n := 0
	for _, part := range keyHelp() {
		if part.where != "In the form" {
			continue
		}
		for _, k := range part.keys {
			for key := range strings.SplitSeq(k[0], ", ") {
				n++
				if key != "Ctrl+Shift+O" && strings.HasPrefix(key, "Ctrl+") && slices.Contains(taken, parseKeys(key).ShortcutName()) {
					t.Errorf("%s, %q in the form, is in a menu", key, k[1])
				}
			}
		}
	}
	if n < 8 {
		t.Errorf("%d keys of the form are known", n)
	}
}

// Ctrl+Backspace deletes a word in a field of the form and asks about no event.
func TestCtrlBackspaceInAField(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.settle()
	b.selectEvent(b.id("Drones and missiles hit Kyiv"))
	b.settle()
	b.strikeForm("Strike on Sumy")
	b.typedDelete()
	b.settle()
	if b.modal() {
		t.Fatal("it asks whether to delete the event that is selected")
	}
	if said := b.formText(); strings.Contains(said, "Sumy") || !strings.Contains(said, "Strike on") {
		t.Errorf("the form has %q", said)
	}
}
