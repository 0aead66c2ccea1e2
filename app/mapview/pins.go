package mapview

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// Pin is a place of what is being entered, as it stands there now. It can be dragged.
type Pin struct {
	ID      string
	Name    string    // as the tip beside the pointer has it
	At      orb.Point // longitude first
	RadiusM float64   // of the thin circle around it, in metres; 0: none
	InHand  bool      // the one that is being written about
}

// The pin on the screen, in device-independent pixels: the point is at its foot.
const (
	pinStem   = 15 // from the point to the middle of the head
	pinHead   = 6
	pinInHand = 8 // the head of the one in hand
	pinReach  = 5 // how near to it a press counts for it
	pinStep   = 8 // one arrow key; with Shift, one pixel
)

// hold is a pin that is being moved, by the mouse or by keys.
type hold struct {
	id   string
	at   geo.World
	grip fyne.Position // from the pointer to the point
	drag bool          // the mouse moves it
}

// SetPins shows the places of what is being entered; nil: none.
func (m *MapView) SetPins(pins []Pin) {
	m.pins = pins
	if m.hold != nil && m.pinOf(m.hold.id) == nil {
		m.hold = nil
	}
	m.drawTool()
}

// HasPin reports whether a pin of that id is shown.
func (m *MapView) HasPin(id string) bool { return m.pinOf(id) != nil }

func (m *MapView) pinOf(id string) *Pin {
	for i := range m.pins {
		if m.pins[i].ID == id {
			return &m.pins[i]
		}
	}
	return nil
}

// pinPlace is where a pin stands now: where it is being moved to, else where it is.
func (m *MapView) pinPlace(p *Pin) geo.World {
	if h := m.hold; h != nil && h.id == p.ID {
		return h.at
	}
	return geo.Project(p.At)
}

// foot is the position of a place on the widget.
func (m *MapView) foot(at geo.World) fyne.Position {
	x, y := m.view.ToPixel(at)
	return fyne.NewPos(float32(x/m.ratio), float32(y/m.ratio))
}

// pinAt is the pin at a position of the widget, the one in hand before the others.
func (m *MapView) pinAt(pos fyne.Position) *Pin {
	if m.view.Width == 0 {
		return nil
	}
	var found *Pin
	for i := range m.pins {
		p := &m.pins[i]
		foot := m.foot(m.pinPlace(p))
		d := foot.Subtract(pos)
		onStem := math.Abs(float64(d.X)) <= pinReach && d.Y >= -pinReach && d.Y <= pinStem
		if (onStem || distance(foot.SubtractXY(0, pinStem), pos) <= pinInHand+2) && (found == nil || p.InHand) {
			found = p
		}
	}
	return found
}

// pinUnder is the pin that the pointer is on, where it can be dragged.
func (m *MapView) pinUnder() *Pin {
	if m.pointer == nil || m.OnPin == nil || m.tool.kind != NoTool || m.dragging {
		return nil
	}
	return m.pinAt(*m.pointer)
}

// gripPin notes which pin the mouse was pressed on.
func (m *MapView) gripPin(e *desktop.MouseEvent) {
	if m.pick == nil {
		m.hold = nil
	}
	if m.OnPin == nil || e.Button != desktop.MouseButtonPrimary || e.Modifier != 0 || m.tool.kind != NoTool {
		return
	}
	if p := m.pinAt(e.Position); p != nil {
		at := m.pinPlace(p)
		m.hold = &hold{id: p.ID, at: at, grip: m.foot(at).Subtract(e.Position), drag: true}
	}
}

// dragPin moves the pin that the mouse was pressed on; false where it was on none.
func (m *MapView) dragPin(e *fyne.DragEvent) bool {
	if m.hold == nil || !m.hold.drag {
		return false
	}
	m.dragging = true
	m.clicked = click{}
	pos := e.Position
	m.pointer = &pos
	m.hold.at = m.at(pos.Add(m.hold.grip))
	m.parts.readout.update(m)
	m.drawTool()
	m.hover()
	return true
}

// dropPin lets go of the pin that was dragged. While it is being picked from the map, it
// goes on being moved by keys.
func (m *MapView) dropPin() {
	h := m.hold
	if h == nil || !h.drag {
		return
	}
	m.hold = nil
	if m.pick != nil {
		m.picked(h.at.LonLat(), true)
		return
	}
	m.setPin(h)
}

// setPin tells where a pin was moved to.
func (m *MapView) setPin(h *hold) {
	if p := m.pinOf(h.id); p != nil {
		p.At = h.at.LonLat() // until it is told anew
		m.drawTool()
		if m.OnPin != nil {
			m.OnPin(h.id, p.At)
		}
	}
}

// PickPin is [MapView.Pick] for a pin that stands on the map already: the arrows move it,
// Enter sets it where it is. Without such a pin it is Pick.
func (m *MapView) PickPin(id string, done func(p orb.Point, ok bool)) {
	p := m.pinOf(id)
	m.Pick(done)
	if p == nil || m.view.Width == 0 {
		return
	}
	m.hold = &hold{id: id, at: geo.Project(p.At)}
	m.parts.hint.set([]line{
		{text: "Click the place on the map, or drag the pin"},
		{text: "Arrows move the pin, with Shift finely; Enter sets it, Escape leaves", muted: true},
	})
	m.parts.layoutCards(m.Size())
	m.revealPin()
	m.drawTool()
}

// pinKey moves the pin that is being picked; false where the key is for something else.
func (m *MapView) pinKey(e *fyne.KeyEvent) bool {
	h := m.hold
	if h == nil || h.drag || m.pick == nil {
		return false
	}
	step := float32(pinStep)
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
		step = 1
	}
	var by fyne.Position
	switch e.Name {
	case fyne.KeyLeft:
		by.X = -step
	case fyne.KeyRight:
		by.X = step
	case fyne.KeyUp:
		by.Y = -step
	case fyne.KeyDown:
		by.Y = step
	case fyne.KeyReturn, fyne.KeyEnter:
		m.picked(h.at.LonLat(), true)
		return true
	default:
		return false
	}
	m.revealPin()
	h.at = m.at(m.foot(h.at).Add(by))
	m.revealPin()
	m.parts.readout.update(m)
	m.drawTool()
	return true
}

// revealPin moves the map so that the pin being moved is in sight, and stays so.
func (m *MapView) revealPin() {
	const room = 40
	foot, size := m.foot(m.hold.at), m.Size()
	if foot.X < room || foot.Y < room || foot.X > size.Width-room || foot.Y > size.Height-room {
		v := m.view
		v.Center = m.hold.at
		m.move("pan", v.Resize(v.Width, v.Height))
	}
}

// tracePins lays the pins' stems and circles.
func (s *sketch) tracePins(m *MapView) {
	for i := range m.pins {
		p := &m.pins[i]
		at := m.pinPlace(p)
		if p.RadiusM > 0 && p.RadiusM < 5e6 {
			s.circle(m, at.LonLat(), p.RadiusM)
		}
		s.stem(m, at)
	}
}

// stem is the line from a pin's point to its head, on each of the repeated worlds.
func (s *sketch) stem(m *MapView, at geo.World) {
	x, y := m.pixel(at)
	w, h := float64(m.view.Width), float64(m.view.Height)
	if y < 0 || y > h+pinStem*m.ratio {
		return
	}
	for k := math.Ceil(-x / m.view.Scale); k <= math.Floor((w-x)/m.view.Scale); k++ {
		fx, fy := float32((x+k*m.view.Scale)/m.ratio), float32(y/m.ratio)
		s.strokes = append(s.strokes, stroke{fx, fy, fx, fy - pinStem + pinHead, false})
	}
}

// circle is the thin circle of a radius, in metres, around a place. One that is hidden
// beneath the pin is left out.
func (s *sketch) circle(m *MapView, at orb.Point, radiusM float64) {
	_, y := m.pixel(geo.Project(at))
	if pixels := radiusM / m.view.MetresPerPixel(y) / m.ratio; pixels < 3 {
		return
	}
	ring := geo.Circle(at, radiusM, 72)[0]
	w, h := float64(m.view.Width), float64(m.view.Height)
	px, _ := m.pixel(geo.Project(at))
	line := make([][2]float64, len(ring))
	lo, hi := math.Inf(1), math.Inf(-1)
	for i, p := range ring {
		x, y := m.pixel(geo.Project(p))
		x += m.view.Scale * math.Round((px-x)/m.view.Scale) // on the world where the pin is
		line[i] = [2]float64{x, y}
		lo, hi = math.Min(lo, x), math.Max(hi, x)
	}
	for k := math.Ceil(-hi / m.view.Scale); k <= math.Floor((w-lo)/m.view.Scale); k++ {
		dx := k * m.view.Scale
		for i := 1; i < len(line); i++ {
			ax, ay, bx, by, ok := cutTo(line[i-1][0]+dx, line[i-1][1], line[i][0]+dx, line[i][1], w, h)
			if ok && len(s.strokes) < mostStrokes {
				r := m.ratio
				s.strokes = append(s.strokes, stroke{float32(ax / r), float32(ay / r), float32(bx / r), float32(by / r), true})
			}
		}
	}
}
