package entry

import (
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/store"
)

// Esc in the middle of a word: the rest of it neither drops nor saves what was entered.
func TestAWordGoesOnAfterEscape(t *testing.T) {
	for _, rest := range []string{"drones", "saved", "rto", "Drop"} {
		b := newBench(t)
		b.form.New(store.Event{})
		b.write("o")
		b.write("Seen: ")
		b.press(fyne.KeyEscape)
		if b.form.asking == nil {
			t.Fatal("closing is not asked about")
		}
		b.write(rest)
		if b.form.asking != nil || b.closed != 0 || len(b.store.saves) != 0 || b.form.d.Title != "Seen: "+rest {
			t.Errorf("after %q the title is %+v, closed %d, saved %d", rest, b.form.d, b.closed, len(b.store.saves))
		}
	}
}

func TestTheQuestionSaves(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("o")
	b.write("Seen")
	b.press(fyne.KeyEscape)
	b.ctrl(fyne.KeyReturn)
	if len(b.store.saves) != 1 || b.closed != 1 {
		t.Errorf("saved %d, closed %d", len(b.store.saves), b.closed)
	}
}
