package render

import (
	"image"
	"math"

	"sitmap/mapdata/geo"
)

// edgeMargin is how far around the picture lines are followed, in device-independent
// pixels.
const edgeMargin = 24

// frame is where the map stands in the picture, and how it is projected there.
type frame struct {
	view  geo.View        // of the size of rect
	rect  image.Rectangle // in the picture
	ratio float32         // pixels per device-independent pixel
	// chart is the map where it is not in Web Mercator; nil where it is. The view is
	// then one that shows about the same.
	chart *geo.Chart
	// finest is how many pixels a world width has where it has most: the view's scale
	// in Web Mercator.
	finest float64
	// what is shown, on the map, and with a margin for lines at the edge
	shown, around geo.Rect
	// the part that is looked at, in the picture and on the map: all of it, but for
	// the margin of a picture that is moved about
	inSight box
	sight   geo.Rect
	// what stands around the map, nil where nothing does
	furniture *furnitureLayout
}

func newFrame(v geo.View, rect image.Rectangle, ratio float64) *frame {
	f := &frame{view: v, rect: rect, ratio: float32(ratio), finest: v.Scale}
	f.shown = v.Rect()
	m := edgeMargin * ratio / v.Scale
	f.around = geo.Rect{
		Min: geo.World{X: f.shown.Min.X - m, Y: f.shown.Min.Y - m},
		Max: geo.World{X: f.shown.Max.X + m, Y: f.shown.Max.Y + m},
	}
	f.lookAt(rect)
	return f
}

// lookAt says which part of the picture is looked at.
func (f *frame) lookAt(visible image.Rectangle) {
	visible = visible.Intersect(f.rect)
	if visible.Empty() {
		visible = f.rect
	}
	f.inSight = box{float32(visible.Min.X), float32(visible.Min.Y), float32(visible.Max.X), float32(visible.Max.Y)}
	if f.chart != nil {
		f.sight = f.shown
		return
	}
	at := func(p image.Point) geo.World {
		p = p.Sub(f.rect.Min)
		return f.view.FromPixel(float64(p.X), float64(p.Y))
	}
	f.sight = geo.Rect{Min: at(visible.Min), Max: at(visible.Max)}
}

// cut says whether the edge of what is looked at would cut what stands in a box.
func (f *frame) cut(b box) bool { return b.meets(f.inSight) && !b.within(f.inSight) }

// px gives the pixel in the picture of a position moved east by whole worlds.
func (f *frame) px(w geo.World, shift float64) point {
	x, y := f.exact(w, shift)
	return point{float32(x), float32(y)}
}

func (f *frame) exact(w geo.World, shift float64) (x, y float64) {
	if f.chart != nil {
		return f.charted(w)
	}
	return (w.X+shift-f.view.Center.X)*f.view.Scale + float64(f.view.Width)/2 + float64(f.rect.Min.X),
		(w.Y-f.view.Center.Y)*f.view.Scale + float64(f.view.Height)/2 + float64(f.rect.Min.Y)
}

// origin is the pixel in the picture of the map's upper left corner; on a chart, which
// is not moved about, of the frame's.
func (f *frame) origin() [2]float64 {
	if f.chart != nil {
		return [2]float64{float64(f.rect.Min.X), float64(f.rect.Min.Y)}
	}
	x, y := f.exact(geo.World{}, 0)
	return [2]float64{x, y}
}

// box is the frame in pixels.
func (f *frame) box() box {
	return box{float32(f.rect.Min.X), float32(f.rect.Min.Y), float32(f.rect.Max.X), float32(f.rect.Max.Y)}
}

// shifts gives by how many worlds something within b has to be moved to be seen:
// none where it is not seen, several where the world repeats.
func (f *frame) shifts(b geo.Rect) (first, last int) {
	if f.chart != nil {
		return f.chartShifts(b)
	}
	if b.Max.Y < f.around.Min.Y || b.Min.Y > f.around.Max.Y {
		return 0, -1
	}
	return int(math.Ceil(f.around.Min.X - b.Max.X)), int(math.Floor(f.around.Max.X - b.Min.X))
}

// sides tells on which sides of the surroundings a position lies.
func (f *frame) sides(x, y float64) uint8 {
	var s uint8
	if x < f.around.Min.X {
		s = 1
	} else if x > f.around.Max.X {
		s = 2
	}
	if y < f.around.Min.Y {
		s |= 4
	} else if y > f.around.Max.Y {
		s |= 8
	}
	return s
}

// distant is how far, in pixels, positions may lie outside the picture before
// float32 shows and the shape has to be cut exactly.
const distant = 40000

// ring appends a closed ring to p. What lies outside is reduced to what is needed
// to keep the inside right.
func (f *frame) ring(p *path, pts []geo.World, shift float64) {
	n := len(pts)
	if n < 3 {
		return
	}
	if f.chart != nil {
		f.chart.Ring(pts, edgeMargin*float64(f.ratio), f.piece(p, true))
		return
	}
	from := len(p.pts)
	prev := uint8(0) // the first point stays: the last ones are judged by it
	here := f.sides(pts[0].X+shift, pts[0].Y)
	far := false
	for i := range n {
		next := i + 1
		if next == n {
			next = 0
		}
		after := f.sides(pts[next].X+shift, pts[next].Y)
		// A run of points beyond the same side needs only its ends.
		if prev&here&after == 0 {
			x, y := f.exact(pts[i], shift)
			if x > distant || x < -distant || y > distant || y < -distant {
				far = true
				break
			}
			p.add(float32(x), float32(y))
			prev = here
		}
		here = after
	}
	if far {
		p.pts = p.pts[:from]
		f.cutRing(p, pts, shift)
		return
	}
	if len(p.pts)-from < 3 {
		p.abandon()
		return
	}
	p.end(true)
}

// cutRing clips a ring to the surroundings exactly (Sutherland and Hodgman).
func (f *frame) cutRing(p *path, pts []geo.World, shift float64) {
	in := make([]geo.World, len(pts))
	for i, w := range pts {
		in[i] = geo.World{X: w.X + shift, Y: w.Y}
	}
	cut := func(inside func(geo.World) float64) {
		var out []geo.World
		for i, a := range in {
			b := in[(i+1)%len(in)]
			da, db := inside(a), inside(b)
			if da >= 0 {
				out = append(out, a)
			}
			if (da < 0) != (db < 0) {
				t := da / (da - db)
				out = append(out, geo.World{X: a.X + t*(b.X-a.X), Y: a.Y + t*(b.Y-a.Y)})
			}
		}
		in = out
	}
	r := f.around
	cut(func(w geo.World) float64 { return w.X - r.Min.X })
	cut(func(w geo.World) float64 { return r.Max.X - w.X })
	cut(func(w geo.World) float64 { return w.Y - r.Min.Y })
	cut(func(w geo.World) float64 { return r.Max.Y - w.Y })
	if len(in) < 3 {
		return
	}
	for _, w := range in {
		a := f.px(w, 0)
		p.add(a.x, a.y)
	}
	p.end(true)
}

// line appends the parts of an open line that are near the picture to p. Straight
// pieces of the map, as long as they may be, are bent as the projection demands.
func (f *frame) line(p *path, pts []geo.World, shift float64) {
	if len(pts) < 2 {
		return
	}
	if f.chart != nil {
		f.chart.Line(pts, edgeMargin*float64(f.ratio), f.piece(p, false))
		return
	}
	started := false
	prev := f.sides(pts[0].X+shift, pts[0].Y)
	for i := 1; i < len(pts); i++ {
		here := f.sides(pts[i].X+shift, pts[i].Y)
		if prev&here != 0 {
			if started {
				p.end(false)
				started = false
			}
			prev = here
			continue
		}
		a, b := pts[i-1], pts[i]
		cut := false
		if prev|here != 0 {
			if a, b, cut = f.cutSegment(a, b, shift); cut {
				started = f.endPart(p, started)
			}
		}
		if !started {
			q := f.px(a, shift)
			p.add(q.x, q.y)
			started = true
		}
		q := f.px(b, shift)
		p.add(q.x, q.y)
		prev = here
	}
	f.endPart(p, started)
}

func (f *frame) endPart(p *path, started bool) bool {
	if started {
		p.end(false)
	}
	return false
}

// cutSegment brings a segment's ends near where float32 would not do for them. It
// says whether the first end was moved.
func (f *frame) cutSegment(a, b geo.World, shift float64) (geo.World, geo.World, bool) {
	limit := distant / f.view.Scale
	t0, t1 := 0.0, 1.0
	clip := func(from, d, lo, hi float64) {
		if d == 0 {
			return
		}
		u, v := (lo-from)/d, (hi-from)/d
		if u > v {
			u, v = v, u
		}
		t0, t1 = math.Max(t0, u), math.Min(t1, v)
	}
	r := f.around
	clip(a.X+shift, b.X-a.X, r.Min.X-limit, r.Max.X+limit)
	clip(a.Y, b.Y-a.Y, r.Min.Y-limit, r.Max.Y+limit)
	if t0 >= t1 || t0 == 0 && t1 == 1 {
		return a, b, false
	}
	c := geo.World{X: a.X + t0*(b.X-a.X), Y: a.Y + t0*(b.Y-a.Y)}
	d := geo.World{X: a.X + t1*(b.X-a.X), Y: a.Y + t1*(b.Y-a.Y)}
	return c, d, t0 > 0
}
