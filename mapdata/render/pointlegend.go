package render

import (
	"fmt"
	"math"

	"sitmap/assets"
	"sitmap/mapdata/scene"
)

// pointInventory is what is seen of very many points.
type pointInventory struct {
	points *scene.Points
	kinds  []bool // by place in points.Kinds
	rings  bool   // clusters of several
	sizes  bool   // of a measure
	blank  bool   // the measure of some is not known
	heat   bool
	most   float64 // of the heat map; 0: not known yet
}

// shows says whether a kind is explained by the symbol of its points.
func (v *pointInventory) shows(k scene.KindStyle) bool {
	for i, seen := range v.kinds {
		if seen && v.points.Kinds[i].Icon == k.Icon {
			return true
		}
	}
	return false
}

// allPoints adds all that points may show wherever the view is.
func (v *inventory) allPoints(p *scene.Points) {
	if p == nil || len(p.Blocks) == 0 {
		return
	}
	v.points = pointInventory{points: p}
	if p.Mode == scene.Heat {
		v.points.heat = true
		return
	}
	v.points.kinds = make([]bool, len(p.Kinds))
	for i := range v.points.kinds {
		v.points.kinds[i] = true
	}
	for f := scene.Hollow; f <= scene.Hatched; f++ {
		v.fills[f] = true
	}
	v.points.rings = p.Mode == scene.Clusters
	v.points.sizes = p.Mode == scene.Symbols && p.By != nil
	v.points.blank = v.points.sizes
}

// seenPoints adds what a picture shows of points.
func (v *inventory) seenPoints(p *placedPoints) {
	if p == nil {
		return
	}
	v.points = pointInventory{points: p.points, kinds: make([]bool, len(p.points.Kinds))}
	see := func(kind int) {
		if kind < len(v.points.kinds) {
			v.points.kinds[kind] = true
		}
	}
	fill := func(b *scene.PointBlock, j int) {
		if b.Fill == nil {
			v.fills[scene.Solid] = true
		} else {
			v.fills[b.Fill[j]%fills] = true
		}
	}
	switch {
	case p.heat != nil:
		v.points.heat, v.points.most = true, p.heat.most
	case p.symbols != nil:
		v.points.sizes = p.points.By != nil
		p.eachLook(v.points.sizes, func(b *scene.PointBlock, j int) {
			see(int(b.Kind[j]))
			fill(b, j)
			v.points.blank = v.points.blank || v.points.sizes && unknownValue(b, j)
		})
	default:
		view := p.inSight
		for _, c := range p.clusters {
			if !(box{c.px.x, c.px.y, c.px.x, c.px.y}).grow(c.radius).meets(view) {
				continue
			}
			for kind, n := range c.kinds {
				if n > 0 {
					see(kind)
				}
			}
			if c.n == 1 {
				fill(c.block, c.point)
			} else {
				v.points.rings = true
			}
		}
	}
}

// eachLook calls f for a point in sight of each look that there is: of its kind, fill
// and, with sizes, of whether its value is known. Of a million points nearly all look
// like one before, which is told without finding out where they are.
func (l *pointLayout) eachLook(sizes bool, f func(b *scene.PointBlock, j int)) {
	box := l.inSight
	var met [2 * 256 * fills]bool
	for i := range l.seen {
		s := &l.seen[i]
		a := l.affine(s.shift, 1)
		for j, kind := range s.block.Kind {
			look := int(kind)*fills + int(scene.Solid)
			if s.block.Fill != nil {
				look = int(kind)*fills + int(s.block.Fill[j]%fills)
			}
			if sizes && unknownValue(s.block, j) {
				look += 256 * fills
			}
			if met[look] {
				continue
			}
			x, y := a.at(s.block.X[j], s.block.Y[j])
			if x >= float64(box.x0) && x <= float64(box.x1) && y >= float64(box.y0) && y <= float64(box.y1) && s.block.Kept(j) {
				met[look] = true
				f(s.block, j)
			}
		}
	}
}

func unknownValue(b *scene.PointBlock, j int) bool { return b.Value == nil || !(b.Value[j] >= 0) }

// items explains the points: kinds by their shapes, rings, sizes, heat.
func (v *pointInventory) items(s *scene.Scene) []legendItem {
	var out []legendItem
	ringKinds := s.Kinds
	if v.points != nil && len(v.points.Kinds) > 0 {
		ringKinds = v.points.Kinds
	}
	for i, seen := range v.kinds {
		if !seen {
			continue
		}
		k := v.points.Kinds[i]
		out = append(out, legendItem{text: k.Name, draw: func(l *furnitureLayout, b box) {
			l.samplePoint(b, kindShape(k, i), k, pointSize)
		}})
	}
	if v.rings && len(ringKinds) > 0 {
		out = append(out, legendItem{text: "Several events: how many, of which kinds", width: 22, draw: func(l *furnitureLayout, b box) { l.sampleRing(b, ringKinds) }})
	}
	if v.sizes {
		out = append(out, v.sizeItems(s)...)
	}
	if v.heat {
		text := "Events near each other"
		switch {
		case v.most >= 1 && v.most < 2:
			text = "Events, none near another"
		case v.most >= 2:
			text = fmt.Sprintf("1 to %s events near each other", grouped(int(v.most)))
		}
		out = append(out, legendItem{text: text, width: 150, draw: func(l *furnitureLayout, b box) { l.sampleHeat(b, v.most) }})
	}
	return out
}

func (l *furnitureLayout) samplePoint(b box, shape scene.Shape, k scene.KindStyle, size float32) {
	s := l.symbols.shape(shapeKey{shape, k.Colour, scene.Solid, 2 * float32(math.Round(float64(size*l.unit/2))), l.colour})
	l.out.put(&symbolItem{symbol: s, x: (b.x0 + b.x1) / 2, y: (b.y0 + b.y1) / 2})
}

// sampleRing draws a ring of up to three kinds.
func (l *furnitureLayout) sampleRing(b box, kinds []scene.KindStyle) {
	at := point{(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2}
	r := 9.5 * l.unit
	shares := []int32{5, 3, 2}[:min(3, len(kinds))]
	ground := &path{}
	ground.circle(at.x, at.y, r+l.unit, false)
	l.out.fill(ground, plain(l.colour.paper))
	sectors(shares, func(kind int, from, to float64) {
		p := &path{}
		ringSegment(p, at, r-3.6*l.unit, r, from, to)
		l.out.fill(p, plain(l.colour.eventColour(kinds[kind].Colour)))
	})
	run := l.set.set("9", l.style(assets.SemiBold, 9))
	if run != nil {
		l.out.anchored(AnchorMiddle, run, at.x-run.width/2, at.y+run.capHeight/2, ink{colour: l.colour.eventText})
	}
}

// sampleHeat draws the ramp over land, from few to many, with the numbers of events
// that some places on it stand for.
func (l *furnitureLayout) sampleHeat(b box, most float64) {
	mid := (b.y0 + b.y1) / 2
	y0, y1 := mid-5*l.unit, mid+5*l.unit
	if most >= 2 {
		y0, y1 = mid-8*l.unit, mid+l.unit
	}
	whole := rectPath(box{b.x0, y0, b.x1, y1}, 0)
	l.out.fill(whole, plain(l.colour.landColour()))
	ramp := heatRamps()[l.colour]
	const steps = 50
	w := b.width() / steps
	for i := range steps {
		x := b.x0 + float32(i)*w
		// Edges overlap: antialiased ones side by side would leave seams.
		right := min(b.x1, x+w+0.5)
		c := unmixed(ramp[(2*i+1)*128/steps])
		l.out.fill(rectPath(box{x, y0, right, y1}, 0), plain(mix(l.colour.landColour(), opaque(c), float64(c.A)/255)))
	}
	l.out.stroke(whole, pen{width: max(1, 0.6*l.unit)}, alpha(l.colour.rule, 0.3))
	if most < 2 {
		return
	}
	// From the end, as there is room.
	left := b.x1 + 1e3
	for _, n := range heatTicks(most) {
		x := b.x0 + b.width()*float32(math.Log1p(n)/math.Log1p(most))
		run := l.set.set(short(int(n)), l.style(assets.Regular, 8.5))
		if run == nil {
			continue
		}
		at := min(x-run.width/2, b.x1-run.width)
		if at < b.x0 || at+run.width+3*l.unit > left {
			continue
		}
		left = at
		l.out.stroke(linePath(point{x, y1}, point{x, y1 + 2*l.unit}), pen{width: max(1, 0.6*l.unit)}, alpha(l.colour.rule, 0.6))
		l.out.anchored(AnchorMiddle, run, at, y1+3*l.unit+run.capHeight, ink{colour: l.colour.bodyText})
	}
}

// heatTicks are the end of a heat map's ramp and the powers of ten below it.
func heatTicks(most float64) []float64 {
	out := []float64{most}
	for n := math.Pow(10, math.Ceil(math.Log10(most))-1); n >= 1; n /= 10 {
		out = append(out, n)
	}
	return out
}
