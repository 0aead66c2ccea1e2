package mapview

import (
	"github.com/paulmach/orb"

	"sitmap/mapdata/render"
)

// enterCluster shows what a cluster holds: closer, or, where no zooming takes its members
// apart, fanned out where they are.
func (m *MapView) enterCluster(h render.Hit) {
	if h.Fan && m.scene.Points != nil && m.scene.Points.Mark != nil {
		m.fanOut(&h.Bound)
		return
	}
	v := m.fit(h.Bound)
	// However near to the edge of the view its members are, a click brings them nearer.
	v.Scale = max(v.Scale, 2*m.view.Scale)
	m.move("fit", v.Resize(m.view.Width, m.view.Height))
}

// fanOut fans out the points of a bound; nil: none any more.
func (m *MapView) fanOut(b *orb.Bound) {
	p := m.scene.Points
	if p == nil || p.Open == nil && b == nil {
		return
	}
	// A scene is not changed once it was handed on.
	s, points := *m.scene, *p
	points.Open = b
	s.Points = &points
	m.scene = &s
	m.want()
}
