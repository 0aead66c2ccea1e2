package mapview

import (
	"time"

	"sitmap/mapdata/geo"
)

// manyViews is how many views one can go back through.
const manyViews = 100

// oneMove is how long the map must rest for the next move of the same kind to count
// as another: a wheel turned by ten notches is one step back.
const oneMove = 900 * time.Millisecond

// history is the views that were shown, for going back and forward.
type history struct {
	back, forward []geo.View // the newest, and the next one, last
	now           geo.View   // Scale 0: none yet
	work          string     // what led to now
	moved         time.Time
}

// start begins anew with a view.
func (h *history) start(v geo.View) { *h = history{now: v} }

// visit notes that a view is shown. Moves of one kind, each soon after the other,
// or all of one drag, make one step.
func (h *history) visit(v geo.View, work string, at time.Time, held bool) {
	if h.now.Scale == 0 {
		h.start(v)
		return
	}
	if same(h.now, v) {
		return
	}
	soon := at.Sub(h.moved) <= oneMove
	goesOn := work == h.work && (held || soon)
	if !goesOn {
		h.back = append(h.back, h.now)
		if len(h.back) > manyViews {
			h.back = append([]geo.View(nil), h.back[len(h.back)-manyViews:]...)
		}
	}
	h.forward = nil
	h.now, h.work, h.moved = v, work, at
}

// step goes back, or forward; false where there is nothing.
func (h *history) step(back bool) (geo.View, bool) {
	from, to := &h.back, &h.forward
	if !back {
		from, to = to, from
	}
	n := len(*from)
	if n == 0 {
		return geo.View{}, false
	}
	v := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, h.now)
	h.now, h.work = v, ""
	return v, true
}

// same reports whether two views show the same, whatever their size.
func same(a, b geo.View) bool { return a.Center == b.Center && a.Scale == b.Scale }

// Back shows the view before, Forward the one that Back left. They report whether
// there was one.
func (m *MapView) Back() bool { return m.turn(true) }

// Forward is the inverse of [MapView.Back].
func (m *MapView) Forward() bool { return m.turn(false) }

// Turns reports whether there are views to go back and forward to.
func (m *MapView) Turns() (back, forward bool) {
	return len(m.history.back) > 0, len(m.history.forward) > 0
}

// ForgetViews has the present view be the first.
func (m *MapView) ForgetViews() {
	m.history.start(m.view)
	m.turns()
}

func (m *MapView) turn(back bool) bool {
	v, ok := m.history.step(back)
	if ok {
		m.move("turn", v.Resize(m.view.Width, m.view.Height))
		m.turns()
	}
	return ok
}

// visited notes the view that a piece of work led to.
func (m *MapView) visited(work string) {
	if work == "turn" {
		return
	}
	m.history.visit(m.view, work, m.now(), m.dragging && m.held)
	m.held = m.dragging
	m.turns()
}

// turns tells when going back or forward has become possible or impossible.
func (m *MapView) turns() {
	back, forward := m.Turns()
	if now := [2]bool{back, forward}; now != m.couldTurn {
		m.couldTurn = now
		if m.OnTurns != nil {
			m.OnTurns()
		}
	}
}
