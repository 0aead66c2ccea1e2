package mapview

import (
	"math"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// box is a rectangle that is being dragged.
type box struct {
	kind     Tool // BoxTool or ZoomTool
	from, to fyne.Position
}

// leastBox is the side of a box, in device-independent pixels, below which it was
// no more than a shaking hand.
const leastBox = 6

// boxing is what a drag that begins now would draw a box for; NoTool: it moves the
// map.
func (m *MapView) boxing() Tool {
	switch {
	case m.pick != nil:
		return NoTool
	case m.pressed&fyne.KeyModifierShift != 0:
		return ZoomTool
	case m.pressed&fyne.KeyModifierShortcutDefault != 0:
		return BoxTool
	case m.tool.kind == BoxTool || m.tool.kind == ZoomTool:
		return m.tool.kind
	}
	return NoTool
}

// dragBox follows the pointer; false where the drag is none for a box.
func (m *MapView) dragBox(e *fyne.DragEvent) bool {
	if m.box == nil {
		kind := m.boxing()
		if kind == NoTool || m.dragging {
			return false
		}
		m.box = &box{kind: kind, from: e.Position.Subtract(e.Dragged)}
		m.tool.corner = nil
	}
	m.dragging = true
	m.clicked = click{}
	m.box.to = e.Position
	pos := e.Position
	m.pointer = &pos
	m.parts.readout.update(m)
	m.drawTool()
	m.hover()
	return true
}

// dropBox takes the box that was dragged.
func (m *MapView) dropBox() {
	b := m.box
	if b == nil {
		return
	}
	m.box = nil
	d := b.to.Subtract(b.from)
	if math.Abs(float64(d.X)) >= leastBox && math.Abs(float64(d.Y)) >= leastBox {
		m.boxed(b.kind, m.at(b.from), m.at(b.to))
	}
	m.drawTool()
}

// boxed does what a box between two corners is for.
func (m *MapView) boxed(kind Tool, a, b geo.World) {
	bound := boxBound(a, b)
	switch kind {
	case ZoomTool:
		if a.X != b.X && a.Y != b.Y {
			m.move("box", geo.Fit(bound, m.view.Width, m.view.Height, 0))
		}
	case BoxTool:
		if m.OnBox != nil {
			m.OnBox(bound)
		}
	}
	if m.tool.kind == kind {
		m.Use(NoTool)
	}
}

// boxBound is the box between two corners on the map, in degrees; its west exceeds
// its east where it crosses the date line.
func boxBound(a, b geo.World) orb.Bound {
	w, e := math.Min(a.X, b.X), math.Max(a.X, b.X)
	n, s := math.Max(0, math.Min(a.Y, b.Y)), math.Min(1, math.Max(a.Y, b.Y))
	out := orb.Bound{
		Min: orb.Point{-180, geo.World{X: 0, Y: s}.LonLat()[1]},
		Max: orb.Point{180, geo.World{X: 0, Y: n}.LonLat()[1]},
	}
	if e-w < 1 {
		out.Min[0] = geo.World{X: w, Y: s}.LonLat()[0]
		out.Max[0] = geo.World{X: e, Y: n}.LonLat()[0]
		if out.Max[0] == -180 { // it ends at the date line
			out.Max[0] = 180
		}
	}
	return out
}
