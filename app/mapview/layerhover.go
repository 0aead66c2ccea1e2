package mapview

import (
	"fmt"

	"fyne.io/fyne/v2"

	"sitmap/mapdata/render"
)

// layerHits are hits that know the features of layers too; those of a
// [render.Renderer] do.
type layerHits interface {
	LayersAt(x, y, tolerance float64) []render.LayerHit
}

// layersListed is how many features of layers under the pointer are named.
const layersListed = 3

// layersAt lists the features of layers at a position of the widget, topmost first.
func (m *MapView) layersAt(pos fyne.Position) []render.LayerHit {
	if m.pic == nil {
		return nil
	}
	h, ok := m.pic.hits.(layerHits)
	if !ok {
		return nil
	}
	x, y := m.inPicture(pos)
	return h.LayersAt(x, y, reach*m.ratio)
}

// layerName is what is said of a feature: its title with its layer's name.
func layerName(h render.LayerHit) string {
	switch {
	case h.Title == "" || h.Title == h.Name:
		return h.Name
	case h.Name == "":
		return h.Title
	}
	return h.Title + " (" + h.Name + ")"
}

// layerLines are the features of layers as the card beside the pointer lists them,
// beneath the events.
func layerLines(hits []render.LayerHit) []line {
	var lines []line
	for i, h := range hits {
		if i == layersListed && len(hits) > layersListed+1 {
			return append(lines, line{text: fmt.Sprintf("and %d more of the layers", len(hits)-layersListed), muted: true})
		}
		if name := layerName(h); name != "" {
			lines = append(lines, line{text: name, muted: true})
		}
	}
	return lines
}
