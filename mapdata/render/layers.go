package render

import (
	"cmp"
	"image/color"
	"math"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// placedLayer is what is in view of a layer, in pixels. Shapes of one sort are one
// path, so that overlapping and neighbouring features are of one tone, without seams.
type placedLayer struct {
	layer *scene.Layer
	areas *path // rings wound for the non-zero rule
	edges *path // outlines of the areas, open or closed
	lines *path
	parts []layerPart
	marks []layerMark
	ink   layerInk
}

// layerPart is where a feature's polylines lie in the paths of its layer.
type layerPart struct {
	feature      int
	areas, lines [2]int // first polyline, and the one after the last
	bound        box
}

type layerMark struct {
	feature int
	at      point
}

// layerInk is a layer's style in the colours of a theme and in pixels.
type layerInk struct {
	fill, hatch, outline, marker color.NRGBA
	hatches                      []hatch
	pen                          pen
	symbol                       *symbol
	radius                       float32
}

// The usual sizes, in device-independent pixels.
const (
	layerMarker  = 9
	layerLineMin = 1
)

// layerLayout lays out layers.
type layerLayout struct {
	*frame
	colour  *palette
	symbols *symbols
	details *layerDetails
}

func (l *layerLayout) place(layers []scene.Layer) []*placedLayer {
	var out []*placedLayer
	for i := range layers {
		if d := layers[i].Data; d != nil && len(d.Shapes) > 0 {
			out = append(out, l.one(&layers[i]))
		}
	}
	return out
}

func (l *layerLayout) one(layer *scene.Layer) *placedLayer {
	p := &placedLayer{layer: layer, areas: &path{}, edges: &path{}, lines: &path{}, ink: l.ink(&layer.Style, l.ratio)}
	d := layer.Data
	detail := l.details.get(d, l.finest)
	for i := range d.Shapes {
		s := &d.Shapes[i]
		if !layer.Kept(i) || s.Empty() {
			continue
		}
		first, last := l.shifts(s.Bound)
		if first > last {
			continue
		}
		part := layerPart{feature: i, areas: [2]int{len(p.areas.subs), 0}, lines: [2]int{len(p.lines.subs), 0}}
		from := [2]int{len(p.areas.pts), len(p.lines.pts)}
		for k := first; k <= last; k++ {
			l.shape(p, i, s, &detail.shapes[i], detail, float64(k))
		}
		part.areas[1], part.lines[1] = len(p.areas.subs), len(p.lines.subs)
		if part.areas[0] == part.areas[1] && part.lines[0] == part.lines[1] {
			continue
		}
		part.bound = (&path{pts: p.areas.pts[from[0]:]}).bounds()
		for _, a := range p.lines.pts[from[1]:] {
			part.bound = part.bound.with(a)
		}
		p.parts = append(p.parts, part)
	}
	return p
}

// least is how wide or high, in pixels, an area must be to be drawn in its shape;
// a smaller one is a speck of that size, lest it vanish from a small map.
const least = 1.6

// shape adds what is in view of a feature, moved by whole worlds.
func (l *layerLayout) shape(p *placedLayer, feature int, s *scene.LayerShape, ready *layerShape, detail *layerDetail, shift float64) {
	for i := range ready.rings {
		r := &ready.rings[i]
		if first, last := l.shifts(r.bound); int(shift) < first || int(shift) > last {
			continue
		}
		if len(ready.rings) == 1 && l.tiny(r.bound) {
			small := float32(least) * l.ratio
			speck := l.px(geo.World{X: (r.bound.Min.X + r.bound.Max.X) / 2, Y: (r.bound.Min.Y + r.bound.Max.Y) / 2}, shift)
			p.areas.appendPath(rectPath(box{speck.x - small/2, speck.y - small/2, speck.x + small/2, speck.y + small/2}, 0), 0, 0)
			continue
		}
		pts := detail.ring(r)
		l.ring(p.areas, pts, shift)
		switch {
		case len(ready.edges) > 0 || len(pts) == 0:
		case l.chart != nil: // no outline where the map itself ends
			l.line(p.edges, append(pts[:len(pts):len(pts)], pts[0]), shift)
		default:
			l.ring(p.edges, pts, shift)
		}
	}
	for i := range ready.edges {
		l.line(p.edges, detail.line(&ready.edges[i]), shift)
	}
	for i := range ready.lines {
		n := &ready.lines[i]
		if first, last := l.shifts(n.bound); int(shift) >= first && int(shift) <= last {
			l.line(p.lines, detail.line(n), shift)
		}
	}
	for _, w := range s.Points {
		if first, last := l.shifts(geo.Rect{Min: w, Max: w}); int(shift) >= first && int(shift) <= last {
			p.marks = append(p.marks, layerMark{feature, l.px(w, shift)})
		}
	}
}

func (l *layerLayout) tiny(b geo.Rect) bool {
	small := least * float64(l.ratio) / l.finest
	return b.Max.X-b.Min.X < small && b.Max.Y-b.Min.Y < small
}

// ink turns a style into pixels of so many to a device-independent one.
func (l *layerLayout) ink(s *scene.LayerStyle, ratio float32) layerInk {
	fill, outline := opaque(l.colour.eventColour(opaque(s.Fill))), opaque(l.colour.eventColour(opaque(s.Outline)))
	opacity := float32(math.Max(0, math.Min(1, s.Opacity)))
	k := layerInk{
		fill: alpha(fill, opacity), hatch: alpha(fill, 0.35+0.5*opacity), outline: outline, marker: fill,
		pen: pen{width: float32(s.Width) * ratio},
	}
	for _, d := range dashPattern(s.Dash) {
		k.pen.dash = append(k.pen.dash, d*max(1, float32(s.Width))*ratio)
	}
	k.pen.round = s.Dash == scene.Dotted || s.Dash == scene.DashDotted
	size := cmp.Or(float32(s.Size), layerMarker) * ratio
	k.radius = size / 2
	k.symbol = l.symbols.shape(shapeKey{cmp.Or(s.Marker, scene.Circle), opaque(s.Fill), scene.Solid, 2 * float32(math.Round(float64(size)/2)), l.colour})
	for _, h := range hatchPattern(s.Hatch) {
		k.hatches = append(k.hatches, l.hatch(h.period, h.width, h.back))
	}
	return k
}

// dashPattern is in widths of the line. Dots are dashes of no length with round ends.
func dashPattern(d scene.Dashing) []float32 {
	switch d {
	case scene.Dashed:
		return []float32{4, 2.6}
	case scene.Dotted:
		return []float32{0.1, 2.4}
	case scene.DashDotted:
		return []float32{4, 2.6, 0.1, 2.6}
	}
	return nil
}

// hatchPattern is the lines of a hatching, in device-independent pixels.
func hatchPattern(h scene.Hatching) []hatch {
	switch h {
	case scene.RisingHatch:
		return []hatch{{period: 8, width: 1.2}}
	case scene.FallingHatch:
		return []hatch{{period: 8, width: 1.2, back: true}}
	case scene.CrossedHatch:
		return []hatch{{period: 9, width: 1}, {period: 9, width: 1, back: true}}
	case scene.DenseHatch:
		return []hatch{{period: 4, width: 1}}
	}
	return nil
}

// draw puts areas and lines into the drawing, each layer in a group of its own.
func (l *layerLayout) draw(out *drawing, layers []*placedLayer) {
	for _, p := range layers {
		if p.areas.empty() && p.edges.empty() && p.lines.empty() {
			continue
		}
		out.begin(p.layer.Name, l.rect)
		k := &p.ink
		out.fill(p.areas, plain(k.fill))
		for _, h := range k.hatches {
			out.fill(p.areas, paint{colour: k.hatch, hatch: h})
		}
		out.stroke(p.edges, k.pen, k.outline)
		line := k.pen
		line.width = max(line.width, layerLineMin*l.ratio)
		out.stroke(p.lines, line, k.outline)
	}
}

// drawMarkers puts the points of layers into the drawing: above the borders.
func (l *layerLayout) drawMarkers(out *drawing, layers []*placedLayer) {
	for _, p := range layers {
		if len(p.marks) == 0 {
			continue
		}
		out.begin(p.layer.Name+" (points)", l.rect)
		for _, m := range p.marks {
			out.put(&symbolItem{symbol: p.ink.symbol, x: m.at.x, y: m.at.y})
		}
	}
}

// part is a feature's polylines as a path of their own.
func (p *path) part(subs [2]int) *path {
	if subs[0] == subs[1] {
		return &path{}
	}
	from := int32(0)
	if subs[0] > 0 {
		from = p.subs[subs[0]-1].end
	}
	out := &path{pts: p.pts[from:p.subs[subs[1]-1].end]}
	for _, s := range p.subs[subs[0]:subs[1]] {
		out.subs = append(out.subs, subpath{s.end - from, s.closed})
	}
	return out
}

// seen says whether anything of the layer lies within a box.
func (p *placedLayer) seen(view box) bool {
	for _, m := range p.marks {
		if (box{m.at.x, m.at.y, m.at.x, m.at.y}).grow(p.ink.radius).meets(view) {
			return true
		}
	}
	for i := range p.parts {
		part := &p.parts[i]
		if !part.bound.grow(0.01).meets(view) {
			continue
		}
		area := placedArea{path: p.areas.part(part.areas)}
		if !area.path.empty() && area.seen(view) {
			return true
		}
		found := false
		p.lines.part(part.lines).each(func(pts []point, _ bool) { found = found || crosses(pts, view) })
		if found {
			return true
		}
	}
	return false
}
