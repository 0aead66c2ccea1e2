package situation

import (
	"sync"

	"github.com/paulmach/orb"
)

// regionMemo remembers areas: a situation asks for the same few again with every
// change. It is safe for concurrent use.
type regionMemo struct {
	base Regions
	mu   sync.Mutex
	had  map[[3]string]orb.MultiPolygon // nil: there is none
}

func newRegionMemo(base Regions) *regionMemo {
	return &regionMemo{base: base, had: map[[3]string]orb.MultiPolygon{}}
}

// Country gives the area of a country.
func (m *regionMemo) Country(code, pov string) (orb.MultiPolygon, bool) {
	if m.base == nil {
		return nil, false
	}
	return m.get([3]string{"country", code, pov}, m.base.Country)
}

// Region gives the area of a first-order region.
func (m *regionMemo) Region(code, pov string) (orb.MultiPolygon, bool) {
	if m.base == nil {
		return nil, false
	}
	return m.get([3]string{"region", code, pov}, m.base.Region)
}

func (m *regionMemo) get(key [3]string, find func(code, pov string) (orb.MultiPolygon, bool)) (orb.MultiPolygon, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	g, ok := m.had[key]
	if !ok {
		if g, ok = find(key[1], key[2]); !ok {
			g = nil
		}
		m.had[key] = g
	}
	return g, g != nil
}
