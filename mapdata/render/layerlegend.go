package render

import "sitmap/mapdata/scene"

// layerItems explain layers, the upper ones first, as they lie on the map.
func layerItems(layers []*scene.Layer) []legendItem {
	var out []legendItem
	for i := len(layers) - 1; i >= 0; i-- {
		layer := layers[i]
		if layer.Name == "" || layer.Data == nil {
			continue
		}
		d := layer.Data
		wide := d.Areas || d.Lines
		out = append(out, legendItem{text: layer.Name, wide: wide, draw: func(l *furnitureLayout, b box) { l.sampleLayer(b, layer) }})
	}
	return out
}

// sampleLayer draws a swatch, a line or a marker, as the layer has areas, lines or
// points.
func (l *furnitureLayout) sampleLayer(b box, layer *scene.Layer) {
	maker := layerLayout{frame: &frame{ratio: l.unit}, colour: l.colour, symbols: l.symbols}
	k := maker.ink(&layer.Style, l.unit)
	mid := point{(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2}
	switch d := layer.Data; {
	case d.Areas:
		p := l.swatch(b)
		l.out.fill(p, plain(l.colour.landColour()))
		l.out.fill(p, plain(k.fill))
		for _, h := range k.hatches {
			h.period, h.width = 0.75*h.period, 0.9*h.width // a swatch shows few lines
			l.out.fill(p, paint{colour: k.hatch, hatch: h})
		}
		k.pen.width = min(k.pen.width, 3*l.unit)
		l.out.stroke(p, k.pen, k.outline)
	case d.Lines:
		k.pen.width = min(max(k.pen.width, layerLineMin*l.unit), 6*l.unit)
		l.out.stroke(linePath(point{b.x0 + l.unit, mid.y}, point{b.x1 - l.unit, mid.y}), k.pen, k.outline)
	default:
		l.out.put(&symbolItem{symbol: k.symbol, x: mid.x, y: mid.y})
	}
}

// seenLayers adds the layers of which anything lies in view.
func (v *inventory) seenLayers(layers []*placedLayer, view box) {
	for _, p := range layers {
		if p.seen(view) {
			v.layers = append(v.layers, p.layer)
		}
	}
}
