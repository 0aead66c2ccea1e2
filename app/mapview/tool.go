package mapview

import (
	"time"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/app/ruler"
	"sitmap/mapdata/geo"
)

// Tool is what clicks on the map are for, when they do not select.
type Tool uint8

// The tools.
const (
	NoTool       Tool = iota
	DistanceTool      // a line along geodesics
	AreaTool          // a polygon of geodesics
	RingsTool         // range rings around a point
	BoxTool           // selects the events in a box
	ZoomTool          // enlarges a box
)

// tool is the tool in use with what was done with it.
type tool struct {
	kind   Tool
	points []orb.Point // of a line or polygon; longitude, latitude
	done   bool        // the line has been ended: the next click begins another
	corner *geo.World  // the first of a box
	keys   bool        // the keyboard was used last: the cross in the middle aims
	rung   *orb.Point  // centre of the rings asked for last

	tapped   time.Time // the last click
	tappedAt fyne.Position
}

// Use takes a tool up, or lays it down with NoTool. Taking up the one in use begins
// it anew.
func (m *MapView) Use(t Tool) {
	m.CancelPick()
	before := m.tool.kind
	m.tool = tool{kind: t, keys: t != NoTool && m.pointer == nil}
	m.box = nil
	m.clicked = click{}
	m.drawTool()
	m.hover()
	if t != NoTool {
		m.takeFocus()
	}
	if t != before && m.OnTool != nil {
		m.OnTool(t)
	}
}

// Tool is the one in use.
func (m *MapView) Tool() Tool { return m.tool.kind }

// Measured are the points of the line or polygon being measured.
func (m *MapView) Measured() []orb.Point { return m.tool.points }

// SetRadii has the bar for range rings begin with a list of radii, as
// [ruler.ParseRadii] reads it.
func (m *MapView) SetRadii(text string) { m.parts.bar.radii.SetText(text) }

// Radii is what the bar for range rings holds.
func (m *MapView) Radii() string { return m.parts.bar.radii.Text }

// twice is how soon a click must follow another to make a double click.
const twice = 400 * time.Millisecond

// toolTapped takes a click for the tool in use.
func (m *MapView) toolTapped(pos fyne.Position) {
	t := &m.tool
	t.keys = false
	again := m.now().Sub(t.tapped) <= twice && distance(t.tappedAt, pos) <= again
	t.tapped, t.tappedAt = m.now(), pos
	if again && (t.kind == DistanceTool || t.kind == AreaTool) {
		t.tapped = time.Time{}
		m.toolEnd()
		return
	}
	m.toolSet(m.at(pos))
}

// toolSet takes a place for the tool in use.
func (m *MapView) toolSet(at geo.World) {
	t := &m.tool
	switch t.kind {
	case DistanceTool, AreaTool:
		if t.done {
			t.points, t.done = nil, false
		}
		p := at.LonLat()
		if n := len(t.points); n == 0 || t.points[n-1] != p {
			t.points = append(t.points, p)
		}
	case RingsTool:
		p := at.LonLat()
		m.ring(p, false)
	case BoxTool, ZoomTool:
		if t.corner == nil {
			t.corner = &at
			break
		}
		from := *t.corner
		t.corner = nil
		m.boxed(t.kind, from, at)
	}
	m.drawTool()
}

// ring asks for rings around a place, with the radii in the bar; again: in place of
// the last ones.
func (m *MapView) ring(p orb.Point, again bool) {
	radii, err := ruler.ParseRadii(m.parts.bar.radii.Text)
	m.parts.bar.wrong = err
	if err == nil && m.OnRings != nil {
		m.tool.rung = &p
		m.OnRings(p, radii, again)
	}
	m.drawTool()
}

// toolUndo takes the last point back.
func (m *MapView) toolUndo() {
	t := &m.tool
	t.corner = nil
	if n := len(t.points); n > 0 {
		t.points = t.points[:n-1]
		t.done = false
	}
	m.drawTool()
}

// toolEnd ends the line or polygon: it stays, and the pointer no longer draws at it.
func (m *MapView) toolEnd() {
	t := &m.tool
	if len(t.points) > 1 {
		t.done = true
	}
	m.drawTool()
}

// aimed is the place that the next click, or Space, takes; false where there is none.
func (m *MapView) aimed() (geo.World, bool) {
	switch {
	case m.view.Width == 0:
		return geo.World{}, false
	case m.tool.keys:
		return m.at(m.middle()), true
	case m.pointer == nil || m.parts.bar.covers(*m.pointer):
		return geo.World{}, false
	}
	return m.at(*m.pointer), true
}

// toolKey takes a key for the tool in use; false where it has no use for it.
func (m *MapView) toolKey(e *fyne.KeyEvent) bool {
	t := &m.tool
	if t.kind == NoTool {
		return false
	}
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		t.keys = true // and the map moves beneath the cross
		m.drawTool()
		return false
	case fyne.KeySpace:
		if at, ok := m.aimed(); ok {
			m.toolSet(at)
		} else {
			t.keys = true
			m.drawTool()
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		switch {
		case t.kind == DistanceTool || t.kind == AreaTool:
			m.toolEnd()
		default:
			if at, ok := m.aimed(); ok {
				m.toolSet(at)
			}
		}
	case fyne.KeyBackspace, fyne.KeyDelete:
		m.toolUndo()
	case fyne.KeyEscape:
		m.Use(NoTool)
	default:
		return false
	}
	return true
}

// figures is what has been measured, with the pointer's place as the next point.
func (m *MapView) figures() []orb.Point {
	t := &m.tool
	points := t.points
	if at, ok := m.aimed(); ok && !t.done && len(points) > 0 {
		points = append(append([]orb.Point(nil), points...), at.LonLat())
	}
	return points
}

// copyFigures puts what has been measured on the clipboard.
func (m *MapView) copyFigures() bool {
	if m.OnCopy == nil || len(m.tool.points) < 2 {
		return false
	}
	switch m.tool.kind {
	case DistanceTool:
		m.OnCopy(ruler.LineText(m.tool.points), "the distance")
	case AreaTool:
		m.OnCopy(ruler.AreaText(m.tool.points), "the area")
	default:
		return false
	}
	return true
}

// toolLines is what the bar says: what is measured, and what to do.
func (m *MapView) toolLines() []line {
	t := &m.tool
	points := m.figures()
	switch t.kind {
	case DistanceTool:
		lines := []line{{text: "Distance", strong: true}}
		if legs := ruler.Legs(points); len(legs) > 0 {
			last := legs[len(legs)-1]
			lines[0].text = "Distance " + ruler.Length(ruler.Total(legs))
			lines = append(lines, line{text: "Last leg " + ruler.Length(last.Metres) + ", bearing " + ruler.Bearing(last.Bearing)})
		}
		return append(lines, line{text: m.toolHint(), muted: true})
	case AreaTool:
		lines := []line{{text: "Area", strong: true}}
		if len(points) > 1 {
			area, perimeter := geo.Area(points)
			lines[0].text = "Area " + ruler.Area(area)
			around := line{text: "Perimeter " + ruler.Length(perimeter)}
			if len(points) > 3 && geo.Crossed(points) {
				lines[0].text = "Area: the sides cross"
			}
			lines = append(lines, around)
		}
		return append(lines, line{text: m.toolHint(), muted: true})
	case RingsTool:
		lines := []line{{text: "Range rings", strong: true}}
		if m.parts.bar.wrong != nil {
			return append(lines, line{text: m.parts.bar.wrong.Error()})
		}
		return append(lines, line{text: m.toolHint(), muted: true})
	case BoxTool:
		return []line{{text: "Select in a box", strong: true}, {text: m.toolHint(), muted: true}}
	case ZoomTool:
		return []line{{text: "Zoom to a box", strong: true}, {text: m.toolHint(), muted: true}}
	}
	return nil
}

func (m *MapView) toolHint() string {
	t := &m.tool
	set := "Click"
	if t.keys {
		set = "Space"
	}
	switch t.kind {
	case DistanceTool, AreaTool:
		switch {
		case t.done:
			return set + " begins another, Escape leaves"
		case len(t.points) == 0:
			return set + " sets the first point, Escape leaves"
		case t.keys:
			return "Space sets a point, Backspace takes it back, Enter ends"
		default:
			return "Click sets a point, Backspace takes it back, double click ends"
		}
	case RingsTool:
		return set + " sets the centre, Escape leaves"
	case BoxTool, ZoomTool:
		switch {
		case t.corner != nil:
			return set + " sets the opposite corner"
		case t.keys:
			return "Space sets a corner, Escape leaves"
		default:
			return "Drag a box, or click two corners; Escape leaves"
		}
	}
	return ""
}

// drawTool shows the tool as it is now: its bar, its cross, and what it draws.
func (m *MapView) drawTool() {
	p := m.parts
	if m.tool.kind != NoTool && m.tool.keys || m.pick != nil && m.hold == nil {
		p.cross.object.Show()
	} else {
		p.cross.object.Hide()
	}
	p.bar.update(m)
	p.legend.place()
	p.sketch.update(m)
}

// marker shows where a place is.
type marker struct{ at orb.Point }

// Mark shows where a place is, until Mark is called with another, or nil.
func (m *MapView) Mark(at *orb.Point) {
	m.marker = nil
	if at != nil {
		m.marker = &marker{at: *at}
	}
	m.drawTool()
}

// TypedShortcut copies what has been measured; what else there is goes to the
// window.
func (m *MapView) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutCopy); ok && m.copyFigures() {
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(m).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

var _ fyne.Shortcutable = (*MapView)(nil)

// ringsAgain has the rings asked for last follow the bar.
func (m *MapView) ringsAgain() {
	if m.tool.kind != RingsTool {
		return
	}
	if m.tool.rung != nil {
		m.ring(*m.tool.rung, true)
		return
	}
	_, m.parts.bar.wrong = ruler.ParseRadii(m.parts.bar.radii.Text)
	m.drawTool()
}

// toolTip is what is said beside the pointer while a tool is in use.
func (m *MapView) toolTip() []line {
	points := m.figures()
	if m.tool.kind != DistanceTool || m.tool.keys || len(points) == len(m.tool.points) {
		return nil
	}
	legs := ruler.Legs(points[len(points)-2:])
	return []line{{text: ruler.Length(legs[0].Metres) + "  " + ruler.Bearing(legs[0].Bearing)}}
}

// MeasureFrom takes up the distance tool with a first point.
func (m *MapView) MeasureFrom(at orb.Point) {
	m.Use(DistanceTool)
	m.toolSet(geo.Project(at))
}

// Aimed is the place under the pointer, or in the map's middle where the keyboard
// was used last; false before the map has a size.
func (m *MapView) Aimed() (orb.Point, bool) {
	if m.view.Width == 0 {
		return orb.Point{}, false
	}
	if m.pointer == nil || m.tool.keys {
		return m.at(m.middle()).LonLat(), true
	}
	return m.at(*m.pointer).LonLat(), true
}
