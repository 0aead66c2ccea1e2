package render

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"sync/atomic"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// pointSize is the usual diameter of a point's symbol, in device-independent
// pixels.
const pointSize = 11

// The diameters that a measure gives go from smallestPoint up, in device-independent
// pixels; largestPoint is the usual one of its greatest value.
const (
	smallestPoint = 6
	largestPoint  = 36
)

// fewPoints is how many points in view are drawn as marks, with all that belongs
// to them.
const fewPoints = 250

// pointLayout lays out very many points.
type pointLayout struct {
	*frame
	points  *scene.Points
	colour  *palette
	symbols *symbols
	seen    []seenBlock // the blocks in view
	margin  float64     // pixels around the view within which points are looked at
}

// seenBlock is a block in view, on one of the repeated worlds.
type seenBlock struct {
	block *scene.PointBlock
	shift float64
	// where its bound lies in the picture
	top, bottom float32
}

// look finds the blocks that reach into the view or a margin of pixels around it:
// what is stored elsewhere costs nothing.
func (l *pointLayout) look(margin float64) {
	l.margin = margin
	m := margin / l.view.Scale
	shown := geo.Rect{
		Min: geo.World{X: l.shown.Min.X - m, Y: l.shown.Min.Y - m},
		Max: geo.World{X: l.shown.Max.X + m, Y: l.shown.Max.Y + m},
	}
	l.seen = l.seen[:0]
	for i := range l.points.Blocks {
		b := &l.points.Blocks[i]
		lo, hi := scene.FromFixed(b.MinX, b.MinY), scene.FromFixed(b.MaxX, b.MaxY)
		if len(b.X) == 0 || hi.Y < shown.Min.Y || lo.Y > shown.Max.Y {
			continue
		}
		for k := math.Ceil(shown.Min.X - hi.X); k <= math.Floor(shown.Max.X-lo.X); k++ {
			top, bottom := l.px(lo, k), l.px(hi, k)
			l.seen = append(l.seen, seenBlock{b, k, top.y, bottom.y})
		}
	}
}

// affine brings fixed point to pixels of the picture, divided by a unit.
type affine struct{ k, x, y float64 }

func (l *pointLayout) affine(shift, unit float64) affine {
	x, y := l.exact(geo.World{}, shift)
	return affine{l.view.Scale / scene.Fixed / unit, x / unit, y / unit}
}

func (a affine) at(x, y int32) (float64, float64) {
	return float64(x)*a.k + a.x, float64(y)*a.k + a.y
}

// few counts the points in view, up to a limit; false where there are more.
func (l *pointLayout) few(limit int) (found []int, ok bool) {
	length := 0
	for i := range l.seen {
		length += len(l.seen[i].block.X)
	}
	// Beyond that the view is full of points: counting them would cost more than it
	// could tell. Blocks half in view hold more than what is seen of them.
	if length > 64*1024 {
		return nil, false
	}
	box := l.box()
	for i := range l.seen {
		s := &l.seen[i]
		a := l.affine(s.shift, 1)
		for j, x := range s.block.X {
			px, py := a.at(x, s.block.Y[j])
			if px < float64(box.x0) || px > float64(box.x1) || py < float64(box.y0) || py > float64(box.y1) || !s.block.Kept(j) {
				continue
			}
			if len(found) == limit {
				return nil, false
			}
			found = append(found, s.block.First+j)
		}
	}
	return found, true
}

// within lists the points in a bound, up to a limit.
func within(p *scene.Points, open orb.Bound, limit int) []int {
	nw := geo.Project(orb.Point{open.Min[0], open.Max[1]})
	se := geo.Project(orb.Point{open.Max[0], open.Min[1]})
	// A unit or two of slack: the bound was rounded on its way through degrees.
	x0, y0 := scene.ToFixed(nw)
	x1, y1 := scene.ToFixed(se)
	x0, y0, x1, y1 = x0-2, y0-2, x1+2, y1+2
	var out []int
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.MinX > x1 || b.MaxX < x0 || b.MinY > y1 || b.MaxY < y0 {
			continue
		}
		for j, x := range b.X {
			if y := b.Y[j]; x < x0 || x > x1 || y < y0 || y > y1 || !b.Kept(j) {
				continue
			}
			if len(out) == limit {
				return out
			}
			out = append(out, b.First+j)
		}
	}
	return out
}

// pointsItem is all points in view as symbols. Their number is known only when they
// are drawn: each band finds those it shows.
type pointsItem struct {
	*pointLayout
	// cell is the side, in pixels, of the squares that show one symbol each.
	cell  int
	shift uint // a point's number is its block's among seen << shift + its own
	looks *pointLooks
}

// pointLooks has the symbols of points, made when first wanted: by kind, fill and
// size.
type pointLooks struct {
	points  *scene.Points
	colour  *palette
	symbols *symbols
	sizes   []float32 // diameters in pixels; where a measure gives them, the first is of what is not known
	per     float64   // class of size for the square root of a value; 0: one size
	made    []atomic.Pointer[symbol]
}

const fills = 4

func newPointLooks(p *scene.Points, ratio float32, colour *palette, made *symbols) *pointLooks {
	l := &pointLooks{points: p, colour: colour, symbols: made}
	even := func(size float32) float32 { return 2 * float32(math.Round(float64(size*ratio)/2)) }
	if p.By == nil || !(p.By.Most > 0) {
		size := float32(p.Size)
		if size <= 0 {
			size = pointSize
		}
		l.sizes = []float32{max(4, even(size))}
	} else {
		most := float32(p.By.MostSize)
		if most <= 0 {
			most = largestPoint
		}
		// A class for each even number of pixels: the eye does not tell more.
		for size := max(4, even(smallestPoint)); size <= even(most); size += 2 {
			l.sizes = append(l.sizes, size)
		}
		if len(l.sizes) == 0 {
			l.sizes = []float32{max(4, even(most))}
		}
		l.sizes = slices.Insert(l.sizes, 0, l.sizes[0])
		l.per = float64(even(most)) / math.Sqrt(p.By.Most) / 2
	}
	l.made = make([]atomic.Pointer[symbol], max(1, len(p.Kinds))*fills*len(l.sizes))
	return l
}

// class is the class of size of a value: the area grows with it. What is not known
// is as small as zero, in a class of its own.
func (l *pointLooks) class(value float32) int {
	if l.per == 0 || !(value >= 0) {
		return 0
	}
	c := int(math.Sqrt(float64(value))*l.per+0.5) - int(l.sizes[0])/2
	return 1 + max(0, min(len(l.sizes)-2, c))
}

// look gives a point's class of looks.
func (l *pointLooks) look(b *scene.PointBlock, j int) int {
	kind := min(int(b.Kind[j]), max(0, len(l.points.Kinds)-1))
	fill := scene.Solid
	if b.Fill != nil {
		fill = b.Fill[j] % fills
	}
	size := 0
	if l.per != 0 && b.Value != nil {
		size = l.class(b.Value[j])
	}
	return (size*max(1, len(l.points.Kinds))+kind)*fills + int(fill)
}

// size is the class of size among a class of looks.
func (l *pointLooks) size(look int) int { return look / fills / max(1, len(l.points.Kinds)) }

// symbol gives the symbol of a class of looks.
func (l *pointLooks) symbol(look int) *symbol {
	if s := l.made[look].Load(); s != nil {
		return s
	}
	n := max(1, len(l.points.Kinds))
	kind := look / fills % n
	k := shapeKey{fill: scene.Fill(look % fills), size: l.sizes[l.size(look)], theme: l.colour, shape: scene.Circle}
	if kind < len(l.points.Kinds) {
		k.shape, k.colour = kindShape(l.points.Kinds[kind], kind), l.points.Kinds[kind].Colour
	}
	s := l.symbols.shape(k)
	if l.per != 0 && l.size(look) == 0 {
		s = l.symbols.unknown(k)
	}
	l.made[look].Store(s)
	return s
}

// newPointsItem prepares the points in view for drawing.
func (l *pointLayout) newPointsItem(looks *pointLooks) *pointsItem {
	longest := 1
	for i := range l.seen {
		longest = max(longest, len(l.seen[i].block.X))
	}
	it := &pointsItem{pointLayout: l, looks: looks, shift: uint(bits.Len(uint(longest)))}
	// A third of a symbol, as a power of two: see drawn.
	it.cell = 1 << max(0, bits.Len(uint(looks.sizes[0]/3))-1)
	return it
}

// reach is how far symbols reach from their middle, in pixels.
func (it *pointsItem) reach() float32 { return it.looks.sizes[len(it.looks.sizes)-1]*0.75 + 3 }

// pointGrid is the memory for finding the points to draw; a band keeps one.
type pointGrid struct {
	top    []uint64
	bySize [][]foundPoint
}

// foundPoint is a point that is to be drawn.
type foundPoint struct {
	block *scene.PointBlock
	j     int32
	x, y  float32
}

// drawn calls f for the points whose symbols are seen between two heights of the
// picture, in drawing order: where all have one size in rows from above to below,
// otherwise the larger first, lest they hide the smaller.
func (it *pointsItem) drawn(g *pointGrid, top, bottom float32, f func(b *scene.PointBlock, j int, x, y float32)) {
	if it.looks.per == 0 {
		it.inRows(g, top, bottom, f)
		return
	}
	if len(g.bySize) < len(it.looks.sizes) {
		g.bySize = make([][]foundPoint, len(it.looks.sizes))
	}
	it.inRows(g, top, bottom, func(b *scene.PointBlock, j int, x, y float32) {
		size := it.looks.size(it.looks.look(b, j))
		g.bySize[size] = append(g.bySize[size], foundPoint{b, int32(j), x, y})
	})
	for i := len(g.bySize) - 1; i >= 0; i-- {
		for _, p := range g.bySize[i] {
			f(p.block, int(p.j), p.x, p.y)
		}
		clear(g.bySize[i])
		g.bySize[i] = g.bySize[i][:0]
	}
}

// inRows calls f for the points that are drawn, in rows from above to below and each
// row from left to right.
//
// Drawing every one of a million symbols takes 220 ms and more, most of it for
// what the next symbol covers. So the picture is divided into cells of a third of
// a symbol, tied to the map lest the choice changes while panning; each keeps its
// point of the highest rank, and only these are drawn. As points come along a
// Morton curve, what a block touches of the cells stays in the processor's cache;
// as symbols come row by row, so does what they touch of the picture. Of a million
// points in a view of Europe, entering them into the cells takes 8 ms of one
// processor, drawing what is left 25 ms, and the bands share both. Cells of a sixth
// took twice as long, and of crowded symbols only slivers were seen.
func (it *pointsItem) inRows(g *pointGrid, top, bottom float32, f func(b *scene.PointBlock, j int, x, y float32)) {
	c := float64(it.cell)
	pad := it.reach()
	frame := it.box()
	left := float64(frame.x0-pad) - 1
	// The first cell's number on the map, and how many cells there are.
	x0, y0 := it.exact(geo.World{}, 0)
	firstX, firstY := math.Floor((left-x0)/c), math.Floor((float64(top-pad)-1-y0)/c)
	cols := int(math.Ceil((float64(frame.x1+pad)+1-x0)/c)-firstX) + 1
	rows := int(math.Ceil((float64(bottom+pad)+1-y0)/c)-firstY) + 1
	if cols <= 0 || rows <= 0 {
		return
	}
	if n := cols * rows; cap(g.top) < n {
		g.top = make([]uint64, n)
	} else {
		g.top = g.top[:n]
		clear(g.top)
	}
	for i := range it.seen {
		s := &it.seen[i]
		if s.bottom < top-pad-2 || s.top > bottom+pad+2 {
			continue
		}
		shift := s.shift * it.view.Scale
		it.rank(s.block, uint64(i)<<it.shift+1, g.top, uint(cols), uint(rows),
			affine{it.view.Scale / scene.Fixed / c, shift/c - firstX, -firstY})
	}
	mask := uint64(1)<<it.shift - 1
	block, a := -1, affine{}
	var s *seenBlock
	for _, v := range g.top {
		if v == 0 {
			continue
		}
		v = v&math.MaxUint32 - 1
		if n := int(v >> it.shift); n != block {
			block, s = n, &it.seen[n]
			a = it.affine(s.shift, 1)
		}
		j := int(v & mask)
		x, y := a.at(s.block.X[j], s.block.Y[j])
		f(s.block, j, float32(x), float32(y))
	}
}

// rank enters the points of a block into the cells: the highest rank stays, of
// equal ones the last.
func (it *pointsItem) rank(b *scene.PointBlock, first uint64, top []uint64, cols, rows uint, a affine) {
	ys := b.Y[:len(b.X)]
	if b.Rank != nil && b.Keep == nil { // by far the most frequent, without a branch more
		ranks := b.Rank[:len(b.X)]
		for j, x := range b.X {
			cx, cy := uint(int(float64(x)*a.k+a.x)), uint(int(float64(ys[j])*a.k+a.y))
			if cx < cols && cy < rows {
				q := &top[cy*cols+cx]
				*q = max(*q, uint64(ranks[j])<<32|(first+uint64(j)))
			}
		}
		return
	}
	for j, x := range b.X {
		if !b.Kept(j) {
			continue
		}
		cx, cy := uint(int(float64(x)*a.k+a.x)), uint(int(float64(ys[j])*a.k+a.y))
		if cx < cols && cy < rows {
			rank := uint32(0)
			if b.Rank != nil {
				rank = b.Rank[j]
			}
			q := &top[cy*cols+cx]
			*q = max(*q, uint64(rank)<<32|(first+uint64(j)))
		}
	}
}

func (*pointsItem) item() {}

// vector draws the symbols one by one, those that pixels show.
func (it *pointsItem) vector(to Canvas) error {
	var err error
	frame := it.box()
	it.drawn(&pointGrid{}, frame.y0, frame.y1, func(b *scene.PointBlock, j int, x, y float32) {
		if err == nil {
			err = to.Symbol(Symbol{it.looks.symbol(it.looks.look(b, j))}, float64(floor(x+0.5)), float64(floor(y+0.5)))
		}
	})
	return err
}

// points draws the points that the band shows.
func (w *band) points(it *pointsItem) {
	if n := len(it.looks.made); len(w.looks) < n {
		w.looks = make([]*sprite, n)
	}
	clear(w.looks)
	it.drawn(&w.grid, float32(w.area.Min.Y), float32(w.area.Max.Y), func(b *scene.PointBlock, j int, x, y float32) {
		look := it.looks.look(b, j)
		sp := w.looks[look]
		if sp == nil {
			sp = w.sprites.symbol(it.looks.symbol(look))
			w.looks[look] = sp
		}
		w.sprite(sp, x, y)
	})
}

// mostHits is how many points a place answers with.
const mostHits = 100

// at lists the points within reach of a place in the picture, the nearest first and
// of equally near ones the highest rank. The blocks' bounds lead to them: some
// thousand points are looked at of a million.
func (it *pointsItem) at(at point, reach float32, found []Hit) []Hit {
	type near struct {
		b    *scene.PointBlock
		j    int
		d    float32
		rank uint32
	}
	var all []near
	widest := it.reach() + reach
	for i := range it.seen {
		s := &it.seen[i]
		if s.top > at.y+widest || s.bottom < at.y-widest {
			continue
		}
		a := it.affine(s.shift, 1)
		if left, _ := a.at(s.block.MinX, 0); float32(left) > at.x+widest {
			continue
		}
		if right, _ := a.at(s.block.MaxX, 0); float32(right) < at.x-widest {
			continue
		}
		for j, x := range s.block.X {
			px, py := a.at(x, s.block.Y[j])
			dx, dy := float32(px)-at.x, float32(py)-at.y
			if dx*dx+dy*dy > widest*widest || !s.block.Kept(j) {
				continue
			}
			size := it.looks.sizes[it.looks.size(it.looks.look(s.block, j))]
			n := near{b: s.block, j: j, d: max(0, dist(point{float32(px), float32(py)}, at)-size/2)}
			if s.block.Rank != nil {
				n.rank = s.block.Rank[j]
			}
			if n.d <= reach {
				all = append(all, n)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b near) int {
		if c := cmp.Compare(a.d, b.d); c != 0 {
			return c
		}
		return cmp.Compare(b.rank, a.rank)
	})
	for _, n := range all[:min(len(all), mostHits)] {
		found = append(found, pointHit(it.points, n.b.First+n.j, n.d))
	}
	return found
}

// pointHit is the hit of a point by its number.
func pointHit(p *scene.Points, i int, d float32) Hit {
	h := Hit{Distance: float64(d)}
	if p.ID != nil {
		h.ID = p.ID(i)
	}
	if p.Name != nil {
		h.Name = p.Name(i)
	}
	return h
}
