package mapview

import "github.com/paulmach/orb"

// Pick has the next click, or Enter with the cross in the middle, call done with
// its place; Escape, the secondary button and another Pick call it with ok false.
// The keyboard goes to the map, so that it can be moved under the cross.
func (m *MapView) Pick(done func(p orb.Point, ok bool)) {
	m.Use(NoTool)
	m.pick = done
	m.clicked = click{}
	m.parts.cross.object.Show()
	m.parts.hint.set([]line{{text: "Click the place on the map"}, {text: "Enter takes the cross in the middle, Escape cancels", muted: true}})
	m.parts.layoutCards(m.Size())
	m.hover()
	m.takeFocus()
}

// CancelPick ends picking as Escape does.
func (m *MapView) CancelPick() { m.picked(orb.Point{}, false) }

// Picking reports whether a place is being picked.
func (m *MapView) Picking() bool { return m.pick != nil }

// picked ends picking. What done does may begin it anew.
func (m *MapView) picked(p orb.Point, ok bool) {
	done := m.pick
	if done == nil {
		return
	}
	m.pick, m.hold = nil, nil
	m.parts.cross.object.Hide()
	m.parts.hint.set(nil)
	m.hover()
	done(p, ok)
}
