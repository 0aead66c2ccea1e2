package mapview

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

// The map is not double-tappable: Fyne would then hold every tap back to see
// whether a second one follows.
var (
	_ fyne.Tappable          = (*MapView)(nil)
	_ fyne.SecondaryTappable = (*MapView)(nil)
	_ fyne.Draggable         = (*MapView)(nil)
	_ fyne.Scrollable        = (*MapView)(nil)
	_ desktop.Hoverable      = (*MapView)(nil)
	_ desktop.Mouseable      = (*MapView)(nil)
	_ desktop.Cursorable     = (*MapView)(nil)
)

// Cursor is the pointer's shape.
func (m *MapView) Cursor() desktop.Cursor {
	if m.pointer != nil && (m.parts.bar.covers(*m.pointer) || m.parts.readout.covers(*m.pointer)) {
		return desktop.PointerCursor
	}
	if m.pick != nil || m.tool.kind != NoTool || m.box != nil {
		return desktop.CrosshairCursor
	}
	return m.cursor
}

// MouseDown takes the keyboard's focus, and notes what a drag would mean.
func (m *MapView) MouseDown(e *desktop.MouseEvent) {
	m.pressed = e.Modifier
	m.gripPin(e)
	m.takeFocus()
}

func (m *MapView) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil && !m.focused {
		m.grabbed = true
		c.Focus(m)
		m.grabbed = false
	}
}

// MouseUp implements desktop.Mouseable.
func (m *MapView) MouseUp(*desktop.MouseEvent) {
	if m.hold != nil && m.hold.drag && !m.dragging { // pressed, and not dragged
		m.hold = nil
	}
}

// MouseIn begins to follow the pointer.
func (m *MapView) MouseIn(e *desktop.MouseEvent) { m.MouseMoved(e) }

// MouseMoved follows the pointer.
func (m *MapView) MouseMoved(e *desktop.MouseEvent) {
	defer m.frame("hover")()
	pos := e.Position
	m.pointer = &pos
	m.tool.keys = false
	m.pointed()
}

// MouseOut forgets the pointer.
func (m *MapView) MouseOut() {
	m.pointer = nil
	m.clicked = click{}
	m.parts.readout.update(m)
	m.drawTool()
	m.hover()
}

// pointed tells where on the map the pointer is.
func (m *MapView) pointed() {
	m.parts.readout.update(m)
	if m.tool.kind != NoTool {
		m.drawTool()
	}
	m.hover()
	if m.OnPointer != nil && m.pointer != nil && m.view.Width > 0 {
		m.OnPointer(m.at(*m.pointer).LonLat())
	}
}

// Dragged moves the map along with the pointer, or draws a box.
func (m *MapView) Dragged(e *fyne.DragEvent) {
	if m.dragPin(e) || m.dragBox(e) {
		return
	}
	m.dragging = true
	m.clicked = click{}
	pos := e.Position
	m.pointer = &pos
	m.move("pan", m.view.Pan(float64(e.Dragged.DX)*m.ratio, float64(e.Dragged.DY)*m.ratio))
}

// DragEnd lets go of the map.
func (m *MapView) DragEnd() {
	m.dragging, m.held = false, false
	m.want()
	m.dropPin()
	m.dropBox()
	m.hover()
}

// notch is how far a wheel is turned for twice or half the scale, in Fyne's units
// (25 a notch).
const notch = 50

// Scrolled zooms at the pointer.
func (m *MapView) Scrolled(e *fyne.ScrollEvent) {
	if m.view.Width == 0 || e.Scrolled.DY == 0 {
		return
	}
	m.clicked = click{}
	pos := e.Position
	m.pointer = &pos
	// A fast wheel sends great leaps: no more than two doublings at once.
	doublings := math.Max(-2, math.Min(2, float64(e.Scrolled.DY)/notch))
	m.move("zoom", m.view.ZoomAt(float64(pos.X)*m.ratio, float64(pos.Y)*m.ratio, math.Exp2(doublings)))
}

// click remembers what was clicked, so that the next click at the same place
// takes the next of several marks.
type click struct {
	at    fyne.Position
	hits  []render.Hit
	taken int
}

// again is how far a click may be from the former one to count as one on the same
// place, in device-independent pixels.
const again = 5

// Tapped selects the topmost mark; at the same place once more, the one below it.
func (m *MapView) Tapped(e *fyne.PointEvent) {
	if m.pick != nil {
		m.picked(m.at(e.Position).LonLat(), true)
		return
	}
	if m.parts.bar.covers(e.Position) {
		return
	}
	if m.parts.readout.covers(e.Position) {
		if m.OnReadout != nil {
			m.OnReadout()
			m.parts.readout.update(m)
		}
		return
	}
	if m.tool.kind != NoTool {
		m.toolTapped(e.Position)
		return
	}
	hits := m.hits(e.Position)
	if len(hits) == 0 {
		m.clicked = click{}
		m.fanOut(nil)
		m.choose(scene.ID{})
		return
	}
	if hits[0].Count > 0 {
		m.clicked = click{}
		m.enterCluster(hits[0])
		return
	}
	if c := &m.clicked; sameHits(c.hits, hits) && distance(c.at, e.Position) <= again {
		// In the order of the first click: what is selected is drawn on top now.
		c.taken = (c.taken + 1) % len(c.hits)
	} else {
		m.clicked = click{at: e.Position, hits: hits}
	}
	m.choose(m.clicked.hits[m.clicked.taken].ID)
	m.hover()
}

// TappedSecondary asks for the menu of a place.
func (m *MapView) TappedSecondary(e *fyne.PointEvent) {
	if m.pick != nil {
		m.picked(m.at(e.Position).LonLat(), false)
		return
	}
	m.menu(e.Position, e.AbsolutePosition)
}

func (m *MapView) menu(pos, absolute fyne.Position) {
	m.parts.tip.set(nil)
	if m.OnMenu != nil && m.view.Width > 0 {
		m.OnMenu(m.at(pos).LonLat(), absolute, m.hits(pos))
	}
}

// choose selects a mark.
func (m *MapView) choose(id scene.ID) {
	m.selected = id
	if m.OnSelect != nil {
		m.OnSelect(id)
	}
}

// sameHits reports whether both list the same events, in whatever order.
func sameHits(a, b []render.Hit) bool {
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	for _, h := range a {
		if !slices.ContainsFunc(b, func(o render.Hit) bool { return o.ID.Event == h.ID.Event }) {
			return false
		}
	}
	return true
}

func distance(a, b fyne.Position) float32 {
	return float32(math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y)))
}
