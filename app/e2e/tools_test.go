//go:build e2e

package e2e

import "testing"

// One goes to a place by its name, measures a line with the keyboard alone, and goes
// back to the view before: the map is then as it was.
func TestGoThereMeasureAndComeBack(t *testing.T) {
	h, s := newHome(t), newScreen(t, "1280x800")
	db := h.path("s.gpkg")
	h.run("sample", "--db", db)
	w := h.open(s, "--db", db)
	eventually(t, "the map shows the sample's strikes", func() bool {
		return strikeRed(s.picture("now"), mapMiddle) > aMark
	})
	home := w.settled()

	w.key("ctrl+g")
	asked := w.changed(home, wholeScreen, "the window asks where to go")
	w.text("Odesa")
	w.changed(asked, wholeScreen, "places are offered")
	w.settled()
	w.key("Return")
	w.changed(home, mapMiddle, "the map shows Odesa")
	there := w.settled()

	w.key("d", "Right", "space", "Down", "Down", "space", "Return")
	w.changed(there, mapMiddle, "a line is measured")
	w.picture("measured")
	w.key("Escape", "alt+Left", "alt+Left")
	// But for some names: those that were there stay where they are while the map moves.
	eventually(t, "the map is as it was before", func() bool {
		return differing(home, w.picture("home"), mapMiddle) < mapMiddle.Dx()*mapMiddle.Dy()/50
	})
}
