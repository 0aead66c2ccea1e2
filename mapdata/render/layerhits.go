package render

import (
	"slices"

	"sitmap/mapdata/scene"
)

// LayerHit names a feature of a layer that is drawn at a pixel.
type LayerHit struct {
	Layer   int // its place in the scene's list
	Name    string
	Feature int
	Title   string // "" where it has none
}

// LayersAt lists the features of layers within tolerance pixels of (x, y): those on
// top first.
func (h *Hits) LayersAt(x, y, tolerance float64) []LayerHit {
	if h == nil {
		return nil
	}
	at, reach := point{float32(x), float32(y)}, float32(tolerance)
	var out []LayerHit
	for i, p := range slices.Backward(h.layers) {
		found := p.featuresAt(at, reach)
		for _, f := range found {
			hit := LayerHit{Layer: h.layerOf[i], Name: p.layer.Name, Feature: f}
			if p.layer.Title != nil {
				hit.Title = p.layer.Title(f)
			}
			out = append(out, hit)
		}
	}
	return out
}

// featuresAt lists the features at a place, the last drawn first, each once.
func (p *placedLayer) featuresAt(at point, reach float32) []int {
	var out []int
	add := func(f int) {
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	for i := len(p.marks) - 1; i >= 0; i-- {
		if dist(p.marks[i].at, at) <= p.ink.radius+reach {
			add(p.marks[i].feature)
		}
	}
	spot := box{at.x, at.y, at.x, at.y}.grow(reach + p.ink.pen.width + 0.01)
	for i := len(p.parts) - 1; i >= 0; i-- {
		part := &p.parts[i]
		if !part.bound.meets(spot) {
			continue
		}
		area, lines := p.areas.part(part.areas), p.lines.part(part.lines)
		if !area.empty() && area.contains(at) || !lines.empty() && lines.distance(at) <= reach+p.ink.pen.width/2 {
			add(part.feature)
		}
	}
	return out
}

// addLayers notes what layers were drawn, all of them of one scene.
func (h *Hits) addLayers(placed []*placedLayer, all []scene.Layer) {
	h.layers = placed
	for _, p := range placed {
		for i := range all {
			if &all[i] == p.layer {
				h.layerOf = append(h.layerOf, i)
			}
		}
	}
}
