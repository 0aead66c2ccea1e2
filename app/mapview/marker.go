package mapview

import "github.com/paulmach/orb"

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
