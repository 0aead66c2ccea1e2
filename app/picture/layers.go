package picture

import (
	"context"
	"fmt"
	"strings"

	"github.com/paulmach/orb"

	"sitmap/app/layers"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
	"sitmap/store"
)

// readLayers reads the layers of the store, and over them those of the files that the
// spec names. A layer of the store that cannot be read is left out and told; a file
// that was asked for is an error.
func (m *material) readLayers(ctx context.Context, st *store.Store, spec Spec) error {
	all := spec.Layers
	if all == nil {
		var err error
		if all, err = layers.Load(ctx, st, layers.Limits{}); err != nil {
			return err
		}
	}
	m.layers, m.leftOut = nil, nil
	for _, l := range all {
		if l.Problem != "" && !l.Hidden {
			m.leftOut = append(m.leftOut, leftOut(l))
		}
		if l.Shown() {
			m.layers = append(m.layers, l)
		}
	}
	for _, path := range spec.LayerFiles {
		l, err := layers.Single(ctx, path, len(m.layers), layers.Limits{})
		if err != nil {
			return fmt.Errorf("reading a layer: %w", err)
		}
		m.layers = append(m.layers, l)
	}
	return nil
}

// leftOut says that a layer is not in the picture, or not as it is now.
func leftOut(l layers.Layer) string {
	if l.Shown() {
		return fmt.Sprintf("the layer “%s” is not up to date: %s", l.Name, l.Problem)
	}
	return fmt.Sprintf("the layer “%s” is left out: %s", l.Name, l.Problem)
}

// layersBound encloses the features of the layers that are drawn; false where there
// are none.
func (m *material) layersBound() (orb.Bound, bool) {
	all := geo.EmptyRect()
	for i := range m.scene.Layers {
		l := &m.scene.Layers[i]
		for k := range l.Data.Shapes {
			if s := &l.Data.Shapes[k]; l.Kept(k) && !s.Empty() {
				all = all.Union(s.Bound)
			}
		}
	}
	if all.Empty() {
		return orb.Bound{}, false
	}
	return layers.Bound(all), true
}

// layersIn says which layers have anything within a view.
func (m *material) layersIn(s sight) string {
	view := s.view.Rect()
	if s.chart != nil {
		view = s.chart.Reach(0)
	}
	in := make([]byte, len(m.scene.Layers))
	for i := range m.scene.Layers {
		in[i] = '0'
		if shows(&m.scene.Layers[i], view) {
			in[i] = '1'
		}
	}
	return string(in)
}

func shows(l *scene.Layer, view geo.Rect) bool {
	for k := range l.Data.Shapes {
		s := &l.Data.Shapes[k]
		if !l.Kept(k) || s.Empty() {
			continue
		}
		for turn := -1.0; turn <= 1; turn++ {
			b := s.Bound
			b.Min.X, b.Max.X = b.Min.X+turn, b.Max.X+turn
			if b.Intersects(view) {
				return true
			}
		}
	}
	return false
}

// layerCredits say whose data the layers in view are, and where it is to be found.
func (m *material) layerCredits() (lines, links []string) {
	for i, l := range m.layers {
		if i >= len(m.layersSeen) || m.layersSeen[i] != '1' {
			continue
		}
		if c := l.Credit(l.Name); c != "" {
			lines, links = append(lines, "layer "+c), append(links, webAddress(l.Link))
		}
	}
	return lines, links
}

// creditLayers puts the credits of layers first among the sources, lest they be cut;
// a picture without sources has them beside those of the base map.
func (m *material) creditLayers(f *scene.Furniture, spec Spec) {
	lines, links := m.layerCredits()
	if len(lines) == 0 {
		return
	}
	if spec.NoSources {
		f.Attribution += ". Layers: " + strings.ReplaceAll(strings.Join(lines, "; "), "layer ", "")
		return
	}
	f.Sources, f.SourceLinks = append(lines, f.Sources...), append(links, f.SourceLinks...)
}
