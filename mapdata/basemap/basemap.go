package basemap

import (
	"fmt"
	"sync"

	"github.com/paulmach/orb"
)

// Basemap opens the layers. It is safe for concurrent use.
type Basemap struct {
	units    once[map[string]unitInfo]
	topology [Fine + 1]once[*topology]
	water    [Fine + 1]once[*water]
	urban    once[[]Area]
	close    once[[]Place]
	labels   once[*labels]
	finder   once[*finder]

	mu     sync.Mutex
	povs   map[string]POV
	views  map[string]*once[*view]
	layers map[layersKey]*once[*Layers]
	areas  map[string]*once[orb.MultiPolygon]
}

type layersKey struct {
	level Level
	pov   string
}

// New returns a base map of which nothing is decoded yet.
func New() *Basemap {
	b := &Basemap{
		povs:   map[string]POV{},
		views:  map[string]*once[*view]{},
		layers: map[layersKey]*once[*Layers]{},
		areas:  map[string]*once[orb.MultiPolygon]{},
	}
	for _, p := range POVs() {
		b.povs[p.Name] = p
	}
	return b
}

// AddPOV makes a loaded point of view available under its name. A built-in one
// can't be replaced, nor one that is already in use.
func (b *Basemap) AddPOV(p POV) error {
	if err := p.check(); err != nil {
		return fmt.Errorf("the point of view %q: %w", p.Name, err)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, ok := b.povs[p.Name]; ok {
		return fmt.Errorf("there is already a point of view %q; give this one another name", p.Name)
	}
	b.povs[p.Name] = p
	return nil
}

// POV gives the point of view of that name, the default one for "".
func (b *Basemap) POV(name string) (POV, error) {
	if name == "" {
		name = DefaultPOV
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	p, ok := b.povs[name]
	if !ok {
		return POV{}, fmt.Errorf("there is no point of view %q", name)
	}
	return p, nil
}

// Layers returns the layers of a level as the named point of view sees them, the
// default one for "". They are decoded on first use and kept. The error, if any,
// is a sentence.
func (b *Basemap) Layers(l Level, pov string) (*Layers, error) {
	l = l.clamp()
	p, err := b.POV(pov)
	if err != nil {
		return nil, err
	}
	layers, err := b.cell(l, p.Name).get(func() (*Layers, error) { return b.build(l, p) })
	if err != nil {
		return nil, fmt.Errorf("the base map can't be shown at its %s level: %w", l, err)
	}
	return layers, nil
}

// Prepare begins to decode what a map at a scale needs, in device pixels per world width,
// while its caller does something else: 0 where that is not known yet. A later Layers
// waits for it and tells what failed.
func (b *Basemap) Prepare(scale float64, pov string) {
	go func() {
		_, _ = b.Layers(LevelFor(scale), pov)
		_, _ = b.Layers(Coarse, pov) // from which countries get their tints
	}()
}

// Ready reports whether Layers would return at once.
func (b *Basemap) Ready(l Level, pov string) bool {
	if pov == "" {
		pov = DefaultPOV
	}
	return b.cell(l.clamp(), pov).ready()
}

func (b *Basemap) cell(l Level, pov string) *once[*Layers] {
	b.mu.Lock()
	defer b.mu.Unlock()
	return cellOf(b.layers, layersKey{l, pov})
}

// view gives the point of view applied to the units.
func (b *Basemap) view(p POV) (*view, error) {
	b.mu.Lock()
	cell := cellOf(b.views, p.Name)
	b.mu.Unlock()
	return cell.get(func() (*view, error) {
		units, err := b.units.get(loadUnits)
		if err != nil {
			return nil, err
		}
		return newView(p, units), nil
	})
}

// topologyFor gives the boundaries of a level, or of the next finer one that
// keeps apart all units that the point of view names.
func (b *Basemap) topologyFor(l Level, v *view) (*topology, error) {
	for {
		t, err := b.topology[l].get(func() (*topology, error) { return loadTopology(l) })
		if err != nil || l == Fine || v.fits(t) {
			return t, err
		}
		l++
	}
}

// fits reports whether the topology keeps apart all units that the view names.
func (v *view) fits(t *topology) bool {
	apart := func(key string) bool {
		if _, isUnit := v.units[key]; !isUnit {
			return true // a country, or nothing that the map knows
		}
		_, ok := t.known[key]
		return ok
	}
	for key := range v.rules {
		if !apart(key) {
			return false
		}
	}
	for pair := range v.borders {
		if !apart(pair[0]) || !apart(pair[1]) {
			return false
		}
	}
	return true
}
