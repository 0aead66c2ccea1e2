package mapview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

var (
	_ fyne.Focusable  = (*MapView)(nil)
	_ fyne.Accessible = (*MapView)(nil)
)

// AccessibilityLabel is what a screen reader says.
func (m *MapView) AccessibilityLabel() string {
	return "Map: arrows move it, plus and minus zoom, F fits, N and P go through the events, Enter opens one"
}

// AccessibilityRole implements fyne.Accessible.
func (m *MapView) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// FocusGained shows that keys go to the map, unless the mouse was pressed on it:
// then that is plain until a key is typed.
func (m *MapView) FocusGained() {
	m.focused = true
	if !m.grabbed {
		m.parts.showRing(true)
	}
}

// FocusLost hides it.
func (m *MapView) FocusLost() {
	m.focused = false
	m.parts.showRing(false)
}

// Tab is left to the window: it leads on to the next widget, as everywhere.

// TypedRune takes the keys that are letters and signs.
func (m *MapView) TypedRune(r rune) {
	m.parts.showRing(m.focused)
	switch r {
	case '+', '=':
		m.Zoom(2)
	case '-', '−', '_':
		m.Zoom(0.5)
	case '0', 'f', 'F':
		m.Fit()
	case 'n', 'N':
		m.step(1)
	case 'p', 'P':
		m.step(-1)
	case 'm', 'M':
		m.keyMenu()
	case 'l', 'L':
		m.SetLegend(!m.LegendShown(), m.LegendFolded())
	case 'd', 'D':
		m.Use(DistanceTool)
	case 'a', 'A':
		m.Use(AreaTool)
	case 'r', 'R':
		m.Use(RingsTool)
	case 'b', 'B':
		m.Use(BoxTool)
	case 'z', 'Z':
		m.Use(ZoomTool)
	}
}

// TypedKey takes the keys that have names.
func (m *MapView) TypedKey(e *fyne.KeyEvent) {
	const stride = 80
	m.parts.showRing(m.focused)
	if m.toolKey(e) || m.pinKey(e) {
		return
	}
	switch e.Name {
	case fyne.KeyLeft:
		m.pan(stride, 0)
	case fyne.KeyRight:
		m.pan(-stride, 0)
	case fyne.KeyUp:
		m.pan(0, stride)
	case fyne.KeyDown:
		m.pan(0, -stride)
	case fyne.KeyPageUp:
		m.pan(0, float64(m.Size().Height)*0.8)
	case fyne.KeyPageDown:
		m.pan(0, -float64(m.Size().Height)*0.8)
	case fyne.KeyHome:
		m.Fit()
	case fyne.KeyReturn, fyne.KeyEnter:
		m.enter()
	case fyne.KeyEscape:
		m.escape()
	case desktop.KeyMenu:
		m.keyMenu()
	default:
		m.pass(e)
	}
}

// pass gives a key to the window: Fyne gives it to the focused widget alone, and the
// window may have what the map has no use for, such as Delete.
func (m *MapView) pass(e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// pan moves the map by device-independent pixels.
func (m *MapView) pan(dx, dy float64) {
	if m.view.Width > 0 {
		m.move("pan", m.view.Pan(dx*m.ratio, dy*m.ratio))
	}
}

// enter takes the middle while a place is picked, else opens the selected event.
func (m *MapView) enter() {
	switch {
	case m.pick != nil && m.view.Width > 0:
		m.picked(m.at(m.middle()).LonLat(), true)
	case m.selected.Event != "" && m.OnOpen != nil:
		m.OnOpen(m.selected)
	}
}

func (m *MapView) escape() {
	switch {
	case m.pick != nil:
		m.picked(orb.Point{}, false)
	case m.open != nil:
		m.fanOut(nil)
	case m.selected.Event != "":
		m.clicked = click{}
		m.choose(scene.ID{})
	default:
		m.pass(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
}

// keyMenu asks for the menu of the selected mark, or of the middle.
func (m *MapView) keyMenu() {
	if m.view.Width == 0 {
		return
	}
	pos := m.middle()
	if at, ok := anchors(m.scene).of(m.selected.Event); ok {
		x, y := m.view.ToPixel(geo.Project(at))
		if x >= 0 && y >= 0 && x <= float64(m.view.Width) && y <= float64(m.view.Height) {
			pos = fyne.NewPos(float32(x/m.ratio), float32(y/m.ratio))
		}
	}
	absolute := fyne.CurrentApp().Driver().AbsolutePositionForObject(m).Add(pos)
	m.menu(pos, absolute)
}

// step selects the next event that is drawn, or the one before, and moves it into
// sight.
func (m *MapView) step(by int) {
	all := anchors(m.scene)
	if len(all) == 0 {
		return
	}
	i := slices.IndexFunc(all, func(a anchor) bool { return a.id.Event == m.selected.Event })
	switch {
	case i < 0 && by > 0:
		i = 0
	case i < 0:
		i = len(all) - 1
	default:
		i = (i + by + len(all)) % len(all)
	}
	m.choose(all[i].id)
	m.Reveal(all[i].at.Bound())
}

// anchor is a point that stands for an event on the map.
type anchor struct {
	id scene.ID
	at orb.Point
}

type anchorList []anchor

// anchors gives each drawn event one point: that of its mark, else the middle of
// its area or line; marks first, then areas, then links.
func anchors(s *scene.Scene) anchorList {
	var out anchorList
	seen := map[string]bool{}
	add := func(id scene.ID, at orb.Point) {
		if id.Event != "" && !seen[id.Event] {
			seen[id.Event] = true
			out = append(out, anchor{id, at})
		}
	}
	for _, m := range s.Marks {
		add(m.ID, m.At)
	}
	for _, a := range s.Areas {
		if a.Geometry != nil {
			add(a.ID, a.Geometry.Bound().Center())
		}
	}
	for _, l := range s.Links {
		add(l.ID, geo.Arc(l.A, l.B, 2)[1].LonLat())
	}
	return out
}

func (l anchorList) of(event string) (orb.Point, bool) {
	for _, a := range l {
		if a.id.Event == event && event != "" {
			return a.at, true
		}
	}
	return orb.Point{}, false
}

// selectedIn is the mark that a scene has selected.
func selectedIn(s *scene.Scene) scene.ID {
	for _, m := range s.Marks {
		if m.Selected {
			return m.ID
		}
	}
	for _, a := range s.Areas {
		if a.Selected {
			return a.ID
		}
	}
	for _, l := range s.Links {
		if l.Selected {
			return l.ID
		}
	}
	return scene.ID{}
}
