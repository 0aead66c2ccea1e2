package render

import (
	"image"
	"math"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// The locator. Lengths on the ground in metres.
const (
	insetBelow  = 1_500_000 // views narrower than that have one unless it is set otherwise
	insetWider  = 7         // times as wide as the view is what it shows,
	insetLeast  = 2_600_000 // and at least so wide
	insetSide   = 190       // width of the locator in units, if the map is large enough
	insetRatio  = 0.74      // its height for its width
	insetEdge   = 3         // width of its white edge, in units
	leastMarked = 9         // how large the view's outline is at least, in units
)

// wantsInset says whether the picture has a locator.
func (l *furnitureLayout) wantsInset(f *frame) bool {
	return l.f.Inset == scene.On || l.f.Inset == scene.Auto && f.groundWidth() < insetBelow
}

// groundWidth is the length on the ground, in metres, of the line across the frame's
// middle.
func (f *frame) groundWidth() float64 {
	x0, x1 := float64(f.rect.Min.X), float64(f.rect.Max.X)
	y := float64(f.rect.Min.Y+f.rect.Max.Y) / 2
	sum := 0.0
	const steps = 8
	for i := range steps {
		a, okA := f.lonLat(x0+(x1-x0)*float64(i)/steps, y)
		b, okB := f.lonLat(x0+(x1-x0)*float64(i+1)/steps, y)
		if okA && okB {
			d, _ := geo.Inverse(a, b)
			sum += d
		}
	}
	return sum
}

// insetSize is the size of the locator; 0, 0 in a map too small for one.
func (l *furnitureLayout) insetSize() (w, h float32) {
	fw, fh := float32(l.frame.Dx()), float32(l.frame.Dy())
	w = min(insetSide*l.unit, 0.32*fw, 0.36*fh/insetRatio)
	if w < 84*l.unit {
		return 0, 0
	}
	return w, w * insetRatio
}

// insetMap draws the locator beneath the furniture. An error is a base map that cannot
// be read.
func (l *furnitureLayout) insetMap() error {
	if l.corners.inset == (box{}) || l.shown == nil {
		return nil
	}
	return l.locator(l.out, l.shown, l.corners.inset.grow(-insetEdge*l.unit).rectangle(), l.unit)
}

// insetFrame draws the locator's edge.
func (l *furnitureLayout) insetFrame() {
	b := l.corners.inset
	if b == (box{}) {
		return
	}
	l.out.stroke(rectPath(b.grow(-insetEdge/2*l.unit), 0), pen{width: insetEdge * l.unit}, l.colour.page)
	l.out.stroke(rectPath(b, 0), pen{width: max(1, 0.8*l.unit)}, alpha(l.colour.rule, 0.5))
}

// locator draws the wider region of what a frame shows into a part of the picture, with
// the outline of that in it, as one layer.
func (r *Renderer) locator(out *drawing, shown *frame, room image.Rectangle, unit float32, req Request) error {
	in := newFrame(locatorView(shown, room), room, 0.7*float64(unit))
	d, err := r.detail(in, req)
	part := &drawing{}
	colour := req.Theme.palette()
	base := &baseLayout{frame: in, detail: d, colour: colour, out: part, pool: &r.paths}
	base.lay()
	if d != nil {
		names := &drawing{}
		n := &nameLayout{
			frame: in, detail: d, colour: colour, out: names, placer: newPlacer(in.box(), in.ratio, in.origin()),
			set: r.set, make: r.symbols, language: req.Language, land: newLandMask(in, base.ground),
		}
		n.placer.take(markedBox(in, shown, unit).grow(3*unit), bySymbol|byLabel|byDot)
		n.countries()
		n.drawNames()
		part.groups = append(part.groups, names.groups...)
	}
	out.begin("locator", room)
	for _, g := range part.groups {
		for _, it := range g.items {
			out.put(it)
		}
	}
	p, faint := shownOutline(in, shown, unit)
	out.fill(p, plain(alpha(colour.accent, faint)))
	out.stroke(p, pen{width: 3.4 * unit}, alpha(opaque(colour.halo), 0.85))
	out.stroke(p, pen{width: 1.7 * unit}, colour.accent)
	return err
}

// countries sets the names of countries alone.
func (n *nameLayout) countries() {
	n.there = map[nameKey]bool{}
	for i := range n.detail.layers.Names {
		n.country(&n.detail.layers.Names[i], n.zoom())
	}
}

// locatorView is what the locator shows: the surroundings of a frame, no more than one
// world.
func locatorView(shown *frame, room image.Rectangle) geo.View {
	mid := shown.view.Center
	mid.X -= math.Floor(mid.X)
	v := geo.View{Center: mid, Scale: geo.MaxScale, Width: room.Dx(), Height: room.Dy()}
	wide := max(insetWider*shown.groundWidth(), insetLeast)
	world := v.MetresPerPixel(float64(v.Height)/2) * v.Scale // width of the world at that latitude
	v.Scale = max(float64(room.Dx()), float64(room.Dx())*world/wide)
	return v.Resize(v.Width, v.Height)
}

// shownOutline is the outline of what a frame shows, in the locator, and how strongly it
// is filled. Where it would be too small to be seen it is a square.
func shownOutline(in, shown *frame, unit float32) (p *path, faint float32) {
	pts := shown.edge()
	p = &path{}
	b := geo.EmptyRect()
	for _, w := range pts {
		b = b.Extend(w)
	}
	first, last := in.shifts(b)
	for k := first; k <= last; k++ {
		in.ring(p, pts, float64(k))
	}
	if o := p.bounds(); p.empty() || max(o.width(), o.height()) < leastMarked*unit {
		return rectPath(markedBox(in, shown, unit), 0), 0.35
	}
	return p, 0.12
}

// markedBox is the room that the outline of what is shown takes in the locator.
func markedBox(in, shown *frame, unit float32) box {
	b := box{math.MaxFloat32, math.MaxFloat32, -math.MaxFloat32, -math.MaxFloat32}
	for _, w := range shown.edge() {
		b = b.with(in.px(w.Near(in.view.Center.X), 0))
	}
	mid := point{(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2}
	if max(b.width(), b.height()) < leastMarked*unit {
		r := leastMarked / 2 * unit
		return box{mid.x - r, mid.y - r, mid.x + r, mid.y + r}
	}
	return b
}

// edge follows the frame's edge on the map, closed by its first place.
func (f *frame) edge() []geo.World {
	x0, y0 := float64(f.rect.Min.X), float64(f.rect.Min.Y)
	w, h := float64(f.rect.Dx()), float64(f.rect.Dy())
	const steps = 16
	var out []geo.World
	for _, side := range [][4]float64{{0, 0, 1, 0}, {1, 0, 1, 1}, {1, 1, 0, 1}, {0, 1, 0, 0}} {
		for i := range steps {
			t := float64(i) / steps
			at, ok := f.lonLat(x0+w*(side[0]+t*(side[2]-side[0])), y0+h*(side[1]+t*(side[3]-side[1])))
			if !ok {
				continue
			}
			p := geo.Project(at)
			if len(out) > 0 {
				p = p.Near(out[len(out)-1].X)
			}
			out = append(out, p)
		}
	}
	return out
}
