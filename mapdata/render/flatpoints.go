package render

import (
	"math"
	"sync"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// flatten lays very many points out on a chart, once for all that is done with them:
// it gives the points with positions on a plane that is the picture's, and the frame
// that shows this plane. Points that the picture does not show, or that are drawn as
// marks because they were opened, are not kept; a point's number stays what it is.
func (f *frame) flatten(p *scene.Points) (*scene.Points, *frame) {
	// The plane is a good deal larger than the picture, for what reaches into it.
	scale := math.Exp2(math.Ceil(math.Log2(4 * float64(max(f.rect.Dx(), f.rect.Dy(), geo.MinScale)))))
	flat := newFrame(geo.View{
		Center: geo.World{X: 0.5, Y: 0.5}, Scale: scale, Width: f.rect.Dx(), Height: f.rect.Dy(),
	}, f.rect, float64(f.ratio))
	out := *p
	out.Open = nil
	out.Blocks = make([]scene.PointBlock, len(p.Blocks))
	opened := openedBy(p.Open)
	work := func(from, to int) {
		for i := from; i < to; i++ {
			out.Blocks[i] = f.flatBlock(&p.Blocks[i], flat, opened)
		}
	}
	var wait sync.WaitGroup
	wait.Go(func() { work(len(p.Blocks)/2, len(p.Blocks)) })
	work(0, len(p.Blocks)/2)
	wait.Wait()
	return &out, flat
}

// openedBy says which points of fixed positions are drawn as marks.
func openedBy(open *orb.Bound) func(x, y int32) bool {
	if open == nil {
		return func(int32, int32) bool { return false }
	}
	ax, ay := scene.ToFixed(geo.Project(orb.Point{open.Min[0], open.Max[1]}))
	bx, by := scene.ToFixed(geo.Project(orb.Point{open.Max[0], open.Min[1]}))
	return func(x, y int32) bool { return x >= ax-2 && x <= bx+2 && y >= ay-2 && y <= by+2 }
}

// flatBlock lays a block out. One that the chart does not show has no columns.
func (f *frame) flatBlock(b *scene.PointBlock, flat *frame, opened func(x, y int32) bool) scene.PointBlock {
	out := scene.PointBlock{First: b.First}
	lo, hi := scene.FromFixed(b.MinX, b.MinY), scene.FromFixed(b.MaxX, b.MaxY)
	if first, last := f.shifts(geo.Rect{Min: lo, Max: hi}); first > last || len(b.X) == 0 {
		return out
	}
	n := len(b.X)
	out.Kind, out.Fill, out.Rank, out.Value = b.Kind, b.Fill, b.Rank, b.Value
	out.X, out.Y, out.Keep = make([]int32, n), make([]int32, n), make([]uint64, (n+63)/64)
	out.MinX, out.MinY, out.MaxX, out.MaxY = math.MaxInt32, math.MaxInt32, math.MinInt32, math.MinInt32
	x0, y0 := flat.exact(geo.World{}, 0)
	any := false
	for i, x := range b.X {
		if !b.Kept(i) || opened(x, b.Y[i]) {
			continue
		}
		w := scene.FromFixed(x, b.Y[i])
		if w.Y < f.around.Min.Y || w.Y > f.around.Max.Y {
			continue
		}
		px, py := f.charted(w)
		at := geo.World{X: (px - x0) / flat.view.Scale, Y: (py - y0) / flat.view.Scale}
		if !(at.X > 0 && at.X < 1 && at.Y > 0 && at.Y < 1) {
			continue
		}
		out.X[i], out.Y[i] = scene.ToFixed(at)
		out.Keep[i>>6] |= 1 << (i & 63)
		out.MinX, out.MaxX = min(out.MinX, out.X[i]), max(out.MaxX, out.X[i])
		out.MinY, out.MaxY = min(out.MinY, out.Y[i]), max(out.MaxY, out.Y[i])
		any = true
	}
	if !any {
		return scene.PointBlock{First: b.First}
	}
	return out
}

// leastApart is how far apart, in metres, points are that zooming takes apart.
const leastApart = 5

// boundOf is the bound, in degrees, of a cluster that was found on a flat plane: that
// of the corners and sides of its rectangle there.
func (f *frame) boundOf(flat *frame, c *cluster) orb.Bound {
	a, b := scene.FromFixed(c.minX, c.minY), scene.FromFixed(c.maxX, c.maxY)
	ax, ay := flat.exact(a, 0)
	bx, by := flat.exact(b, 0)
	r := geo.EmptyRect()
	for i := range 5 {
		for j := range 5 {
			p, ok := f.lonLat(ax+(bx-ax)*float64(i)/4, ay+(by-ay)*float64(j)/4)
			if !ok {
				continue
			}
			w := geo.World{X: p[0], Y: p[1]}
			if !r.Empty() { // on, rather than around the globe
				w.X += 360 * math.Round((r.Min.X-w.X)/360)
			}
			r = r.Extend(w)
		}
	}
	return orb.Bound{
		Min: orb.Point{geo.WrapLongitude(r.Min.X), r.Min.Y}, Max: orb.Point{geo.WrapLongitude(r.Max.X), r.Max.Y},
	}
}
