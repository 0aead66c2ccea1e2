package mapview

import (
	"github.com/paulmach/orb"

	"sitmap/app/ruler"
)

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
