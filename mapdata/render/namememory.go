package render

import "sync"

// nameMemory remembers where names stood in the last picture: there they stay while
// the map is moved, until they are out of sight or an event takes their place, though a
// name of more weight may come into view. Another scale or language forgets them.
type nameMemory struct {
	mu    sync.Mutex
	look  nameLook
	names []placedName
}

// nameLook is what must be the same for names to stay.
type nameLook struct {
	scale    float64
	ratio    float32
	language Language
	pov      string
}

func (m *nameMemory) of(look nameLook) []placedName {
	if m == nil {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.look != look {
		return nil
	}
	return m.names
}

func (m *nameMemory) keep(look nameLook, names []placedName) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.look, m.names = look, names
}

func (n *nameLayout) look() nameLook {
	return nameLook{n.view.Scale, n.ratio, n.language, n.pov}
}

// recall sets the names that stood in the picture before where they stood, in the
// same order, as far as they are in sight and free.
func (n *nameLayout) recall() {
	for _, p := range n.before.of(n.look()) {
		q := n.px(p.at, 0)
		if p.key.shift == anyWorld {
			if !p.ink.moved(q).meets(n.inSight) {
				continue
			}
		} else if !n.placer.inFrame(p.ink.moved(q)) {
			continue
		}
		if !n.placer.free(p.room.moved(q), p.avoid) {
			continue
		}
		if p.key.sort == placeNames {
			r := max(p.dot, 1)
			dot := box{q.x - r, q.y - r, q.x + r, q.y + r}
			if covered := !n.placer.free(dot, bySymbol); covered != p.covered || !covered && !n.placer.free(dot, byLabel|byDot) {
				continue
			}
		}
		n.put(p)
	}
}
