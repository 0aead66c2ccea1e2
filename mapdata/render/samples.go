package render

import (
	"image/color"
	"math"

	"sitmap/mapdata/scene"
)

// The samples of the legend.

func (l *furnitureLayout) sampleMark(b box, icon string, c color.NRGBA, fill scene.Fill) {
	size := 2 * float32(math.Round(float64(8.2*l.unit)))
	if icon != "" {
		size = max(smallMark+1, size) // with its icon, as on the map
	}
	s := l.symbols.mark(markKey{icon, c, fill, size, false, l.colour})
	l.out.put(&symbolItem{symbol: s, x: (b.x0 + b.x1) / 2, y: (b.y0 + b.y1) / 2})
}

func (l *furnitureLayout) sampleLink(b box, style scene.LinkStyle, c color.NRGBA) {
	c = l.colour.eventColour(c)
	y := (b.y0 + b.y1) / 2
	u := l.unit
	from, to := point{b.x0 + 1*u, y}, point{b.x1 - 1*u, y}
	pn := pen{width: linkWidth(style) * u}
	switch style {
	case scene.Arrow, scene.BrokenArrow:
		if style == scene.BrokenArrow {
			pn.dash = []float32{5 * u, 3.2 * u}
		}
		l.out.stroke(linePath(from, point{to.x - 7*u, y}), pn, c)
		l.out.fill(arrowHead([]point{from, to}, 9*u, 4.4*u), plain(c))
	default:
		l.out.stroke(linePath(from, to), pn, c)
		l.out.put(&symbolItem{symbol: l.symbols.end(endKey{2.4 * u, c, l.colour}), x: from.x + u, y: y})
		if style == scene.CallLink {
			l.out.put(&symbolItem{symbol: l.symbols.end(endKey{2.4 * u, c, l.colour}), x: to.x - u, y: y})
		}
	}
}

func (l *furnitureLayout) swatch(b box) *path {
	mid := (b.y0 + b.y1) / 2
	return rectPath(box{b.x0 + l.unit, mid - 6.5*l.unit, b.x1 - l.unit, mid + 6.5*l.unit}, 2*l.unit)
}

// sampleArea draws a region with the tag that some have in place of a label; nil for none.
func (l *furnitureLayout) sampleArea(b box, c color.NRGBA, tag *areaTagKey) {
	c = l.colour.eventColour(c)
	p := l.swatch(b)
	l.out.fill(p, plain(l.colour.landColour()))
	l.out.fill(p, plain(alpha(c, 0.16)))
	l.out.stroke(p, pen{width: 1.3 * l.unit}, alpha(c, 0.85))
	if tag != nil {
		k := areaTagKey{tag.icon, tag.colour, tag.fill, 2 * float32(int(5.5*l.unit+0.5)), false, l.colour}
		l.out.put(&symbolItem{symbol: l.symbols.get(k, func() *symbol { return areaTagSymbol(k, l.symbols.icons) }), x: (b.x0 + b.x1) / 2, y: (b.y0 + b.y1) / 2})
	}
}

// sampleDisc is drawn as the map's discs are: faintly filled, and dashed at the edge.
func (l *furnitureLayout) sampleDisc(b box, c color.NRGBA) {
	c = l.colour.eventColour(c)
	r := 7.8 * l.unit
	p := &path{}
	p.circle((b.x0+b.x1)/2, (b.y0+b.y1)/2, r, false)
	l.out.fill(p, plain(l.colour.landColour()))
	l.out.fill(p, plain(alpha(c, 0.17)))
	dash := 2 * math.Pi * r / 9 // whole ones around it
	l.out.stroke(p, pen{width: 1.2 * l.unit, dash: []float32{dash * 0.64, dash * 0.36}}, alpha(c, 0.9))
}

func (l *furnitureLayout) sampleTreated(b box) {
	p := l.swatch(b)
	l.out.fill(p, plain(l.colour.landColour()))
	h := hatch{period: 6 * l.unit, width: 1.5 * l.unit}
	l.out.fill(p, paint{colour: alpha(l.colour.treated, 1.6), hatch: h})
	l.out.stroke(p, pen{width: 0.9 * l.unit}, l.colour.border)
}

func (l *furnitureLayout) sampleBorder(b box) {
	y := (b.y0 + b.y1) / 2
	l.out.stroke(linePath(point{b.x0, y}, point{b.x1, y}), pen{width: 1.2 * l.unit, dash: []float32{4 * l.unit, 2.6 * l.unit}}, l.colour.disputed)
}
