package entry

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sitmap/store"
)

// The form says below the places why nothing of the event will be on the map, and goes
// along with what is typed.
func TestTheFormSaysWhatIsOffTheMap(t *testing.T) {
	b := newBench(t)
	off := func(e store.Event) string {
		switch {
		case len(e.Parties) > 0:
			return ""
		case len(e.Places) == 0 || e.Places[0].Geometry.IsZero():
			return "no place"
		}
		return "statements are not shown"
	}
	b.form.deps.OffMap = off
	b.form.New(store.Event{Kind: "statement"})
	says := func(want string) {
		t.Helper()
		var said []string
		each(b.form.body, func(o fyne.CanvasObject) {
			if l, ok := o.(*widget.Label); ok && l.Visible() && strings.Contains(l.Text, "n the map") {
				said = append(said, l.Text)
			}
		})
		if got := strings.Join(said, "|"); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	says("Not on the map: no place.")
	b.choosePlace("Kharkiv")
	says("Not on the map: statements are not shown.")
	b.ctrlShift(fyne.KeyA)
	b.write("russia")
	says("")
	b = newBench(t)
	b.form.deps.OffMap = off
	b.form.New(store.Event{Kind: "call"})
	b.ctrlShift(fyne.KeyA)
	b.write("russia")
	says("On the map where those who take part are seated.")
}

// each visits an object and all in it that stand in containers.
func each(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	if c, ok := o.(*fyne.Container); ok {
		for _, child := range c.Objects {
			each(child, visit)
		}
	}
}
