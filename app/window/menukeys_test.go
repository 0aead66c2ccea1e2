package window

import (
	"testing"

	"fyne.io/fyne/v2"
)

// focusedText is what stands in the field that has the keyboard.
func (b *bench) focusedText() string {
	b.t.Helper()
	f, is := b.win.Canvas().Focused().(interface {
		fyne.Shortcutable
		SelectedText() string
	})
	if !is {
		b.t.Fatalf("the keyboard is with %T", b.win.Canvas().Focused())
	}
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	return f.SelectedText()
}

func TestAFieldKeepsTheKeysThatItWants(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.open.sit.Select(b.id("Drones and missiles hit Kyiv"))
	b.settle()
	b.strikeForm("Drones seen")
	b.shortcut(parseKeys("Ctrl+Backspace"))
	if b.modal() {
		t.Fatal("deleting a word asks about an event")
	}
	b.shortcut(parseKeys("Ctrl+Shift+K"))
	b.types("heard")
	if got := b.focusedText(); got != "Drones heard" {
		t.Errorf("the title is %q", got)
	}
	b.shortcut(parseKeys("Ctrl+Return"))
	if got := b.focusedText(); !b.writing || got != "Drones heard" {
		t.Errorf("the next event begins with the title %q", got)
	}
	for _, keys := range []string{"Ctrl+J", "Ctrl+R", "Ctrl+B", "Ctrl+Shift+Backspace"} {
		b.shortcut(parseKeys(keys))
		if b.modal() || !b.writing {
			t.Errorf("%s in the form is about an event of the list", keys)
		}
	}
}

func TestDeletingAWordOfWhatIsSoughtDeletesNoEvent(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.open.sit.Select(b.id("Drones and missiles hit Kyiv"))
	b.settle()
	b.find()
	b.types("hit kyiv")
	b.shortcut(parseKeys("Ctrl+Backspace"))
	if got := b.focusedText(); b.modal() || got != "hit " {
		t.Errorf("a dialog stands: %v; sought is %q", b.modal(), got)
	}
	b.focusList()
	b.shortcut(parseKeys("Ctrl+Backspace"))
	if !b.modal() {
		t.Error("in the list the keys do not ask about the event")
	}
}
