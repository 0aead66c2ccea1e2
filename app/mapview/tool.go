package mapview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

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
	double := m.now().Sub(t.tapped) <= twice && distance(t.tappedAt, pos) <= again
	t.tapped, t.tappedAt = m.now(), pos
	if double && (t.kind == DistanceTool || t.kind == AreaTool) {
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

// nearPoint is how near to the last point, in device-independent pixels, the pointer
// still stands on it.
const nearPoint = 2

// figures is what has been measured, with the pointer's place as the next point.
func (m *MapView) figures() []orb.Point {
	t := &m.tool
	points := t.points
	if at, ok := m.aimed(); ok && !t.done && len(points) > 0 {
		// On the last point itself there is no leg yet.
		last := points[len(points)-1]
		x, y := m.pixel(at)
		lx, ly := m.pixel(geo.Project(last).Near(at.X))
		if math.Hypot(x-lx, y-ly) > nearPoint*m.ratio {
			points = append(append([]orb.Point(nil), points...), at.LonLat())
		}
	}
	return points
}

// drawTool shows the tool as it is now: its bar, its cross, and what it draws.
func (m *MapView) drawTool() {
	p := m.parts
	if m.tool.kind != NoTool && m.tool.keys || m.pick != nil {
		p.cross.object.Show()
	} else {
		p.cross.object.Hide()
	}
	p.bar.update(m)
	p.legend.place()
	p.sketch.update(m)
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
