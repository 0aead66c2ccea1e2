package mapview

import (
	"github.com/paulmach/orb"

	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

// enterCluster shows what a cluster holds: closer, or, where no zooming takes its members
// apart, fanned out where they are.
func (m *MapView) enterCluster(h render.Hit) {
	if h.Fan {
		m.fanOut(&h.Bound)
		return
	}
	v := m.fit(h.Bound)
	// However near to the edge of the view its members are, a click brings them nearer.
	v.Scale = max(v.Scale, 2*m.view.Scale)
	m.move("fit", v.Resize(m.view.Width, m.view.Height))
}

// fanOut fans out the marks and points of a bound; nil: none any more.
func (m *MapView) fanOut(b *orb.Bound) {
	if m.open == nil && b == nil {
		return
	}
	m.open = b
	m.compose()
}

// opened is a scene with what was opened fanned out: a stack stays open while its
// members are selected one after the other.
func (m *MapView) opened(s *scene.Scene) *scene.Scene {
	if m.open == nil {
		return s
	}
	// A scene is not changed once it was handed on.
	with := *s
	with.Open = m.open
	if p := s.Points; p != nil && p.Mark != nil {
		points := *p
		points.Open = m.open
		with.Points = &points
	}
	return &with
}
