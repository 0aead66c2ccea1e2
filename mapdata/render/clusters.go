package render

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/paulmach/orb"

	"sitmap/assets"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// Clusters are found in square tiles of the map, each by itself: tiles, and so the
// clusters, are the same wherever the view is, and stay while its scale changes by
// less than a factor of two. A tile is divided into cells; the fullest cell takes in
// all within nearCells of it, then the fullest that is left, until none is.
const (
	tileCells = 16
	nearCells = 2.5
	// coarsestCell is the largest side of a cell, in device-independent pixels; the
	// smallest is half of it.
	coarsestCell = 36
)

// cluster is some points near each other; or one that is alone.
type cluster struct {
	at                     geo.World // where its ring is drawn
	n                      int
	kinds                  []int32 // how many of each
	minX, minY, maxX, maxY int32   // bound of the members
	block                  *scene.PointBlock
	point                  int // of a single one: its place in the block
}

// tileKey tells tiles apart: column and row among 2^level across the world.
type tileKey struct {
	level int
	x, y  int32
}

// clusterings keeps the tiles of the points drawn last, so that panning over a
// million events looks at none of them again.
type clusterings struct {
	mu     sync.Mutex
	points *scene.Points
	open   *orb.Bound
	tiles  map[tileKey][]cluster
}

// maxTiles bounds what is kept.
const maxTiles = 4096

func (c *clusterings) get(p *scene.Points, k tileKey) ([]cluster, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.points != p || c.open != p.Open || len(c.tiles) > maxTiles {
		c.points, c.open, c.tiles = p, p.Open, map[tileKey][]cluster{}
	}
	found, ok := c.tiles[k]
	return found, ok
}

func (c *clusterings) put(p *scene.Points, k tileKey, found []cluster) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.points == p {
		c.tiles[k] = found
	}
}

// placedCluster is a cluster where it is drawn.
type placedCluster struct {
	*cluster
	px     point
	radius float32
}

// clusters finds the clusters whose tiles the view shows, as far as they are kept,
// anew on all processors as far as not.
func (l *pointLayout) clusters(kept *clusterings) []placedCluster {
	level := int(math.Ceil(math.Log2(l.view.Scale / (coarsestCell * float64(l.ratio) * tileCells))))
	level = max(0, min(level, 26))
	size := math.Exp2(-float64(level))
	type wanted struct {
		key   tileKey
		shift float64
		found []cluster
	}
	var tiles []wanted
	around := l.around
	for ty := max(0, math.Floor(around.Min.Y/size)); ty <= math.Min(1/size-1, math.Floor(around.Max.Y/size)); ty++ {
		for tx := math.Floor(around.Min.X / size); tx <= math.Floor(around.Max.X/size); tx++ {
			shift := math.Floor(tx * size)
			tiles = append(tiles, wanted{key: tileKey{level, int32(tx - shift/size), int32(ty)}, shift: shift})
		}
	}
	var next atomic.Int32
	var wait sync.WaitGroup
	work := func() {
		for {
			i := int(next.Add(1)) - 1
			if i >= len(tiles) {
				return
			}
			t := &tiles[i]
			found, ok := kept.get(l.points, t.key)
			if !ok {
				found = clustersOf(l.points, t.key)
				kept.put(l.points, t.key, found)
			}
			t.found = found
		}
	}
	wait.Go(work)
	work()
	wait.Wait()
	var out []placedCluster
	view := l.box().grow(30 * l.ratio)
	for i := range tiles {
		for j := range tiles[i].found {
			c := &tiles[i].found[j]
			px := l.px(c.at, tiles[i].shift)
			if px.x > view.x0 && px.x < view.x1 && px.y > view.y0 && px.y < view.y1 {
				// On whole pixels rings are crisp, and the same wherever the view is.
				px = point{floor(px.x + 0.5), floor(px.y + 0.5)}
				out = append(out, placedCluster{c, px, ringRadius(c.n) * l.ratio})
			}
		}
	}
	return out
}

// ringRadius grows with the digits of the number, so that rings stay modest.
func ringRadius(n int) float32 {
	if n == 1 {
		return pointSize / 2.0
	}
	return 10.5 + 2.1*float32(math.Log10(float64(n)))
}

// clusterCell is what lies in a cell of a tile.
type clusterCell struct {
	n                      int
	sumX, sumY             int64
	minX, minY, maxX, maxY int32
	block                  *scene.PointBlock
	point                  int
}

// clustersOf finds the clusters of a tile.
func clustersOf(p *scene.Points, k tileKey) []cluster {
	var cells [tileCells * tileCells]clusterCell
	kinds := max(1, len(p.Kinds))
	counts := make([]int32, len(cells)*kinds)
	bits := 31 - k.level // of the fixed point within a tile
	x0, y0 := int64(k.x)<<bits, int64(k.y)<<bits
	end := int64(1)<<bits - 1
	skip := func(int32, int32) bool { return false }
	if p.Open != nil {
		ax, ay := scene.ToFixed(geo.Project(orb.Point{p.Open.Min[0], p.Open.Max[1]}))
		bx, by := scene.ToFixed(geo.Project(orb.Point{p.Open.Max[0], p.Open.Min[1]}))
		skip = func(x, y int32) bool { return x >= ax-2 && x <= bx+2 && y >= ay-2 && y <= by+2 }
	}
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if int64(b.MaxX) < x0 || int64(b.MinX) > x0+end || int64(b.MaxY) < y0 || int64(b.MinY) > y0+end {
			continue
		}
		for j, x := range b.X {
			y := b.Y[j]
			dx, dy := uint64(int64(x)-x0), uint64(int64(y)-y0)
			if dx > uint64(end) || dy > uint64(end) || !b.Kept(j) || skip(x, y) {
				continue
			}
			at := int(dy*tileCells>>bits)*tileCells + int(dx*tileCells>>bits)
			c := &cells[at]
			if c.n == 0 {
				c.minX, c.minY, c.maxX, c.maxY = x, y, x, y
				c.block, c.point = b, j
			} else {
				c.minX, c.minY = min(c.minX, x), min(c.minY, y)
				c.maxX, c.maxY = max(c.maxX, x), max(c.maxY, y)
			}
			c.n++
			c.sumX, c.sumY = c.sumX+int64(x), c.sumY+int64(y)
			counts[at*kinds+min(int(b.Kind[j]), kinds-1)]++
		}
	}
	return joinCells(cells[:], counts, kinds, k)
}

// joinCells makes the cells of a tile into clusters, the fullest first.
func joinCells(cells []clusterCell, counts []int32, kinds int, k tileKey) []cluster {
	order := make([]int, 0, len(cells))
	for i := range cells {
		if cells[i].n > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cells[b].n - cells[a].n })
	taken := [tileCells * tileCells]bool{}
	var out []cluster
	for _, i := range order {
		if taken[i] {
			continue
		}
		c := cluster{
			kinds: make([]int32, kinds), block: cells[i].block, point: cells[i].point,
			minX: math.MaxInt32, minY: math.MaxInt32, maxX: math.MinInt32, maxY: math.MinInt32,
		}
		var sumX, sumY float64
		for _, o := range order {
			dx, dy := float64(o%tileCells-i%tileCells), float64(o/tileCells-i/tileCells)
			if taken[o] || dx*dx+dy*dy > nearCells*nearCells {
				continue
			}
			taken[o] = true
			m := &cells[o]
			c.n += m.n
			sumX, sumY = sumX+float64(m.sumX), sumY+float64(m.sumY)
			c.minX, c.minY, c.maxX, c.maxY = min(c.minX, m.minX), min(c.minY, m.minY), max(c.maxX, m.maxX), max(c.maxY, m.maxY)
			for q := range kinds {
				c.kinds[q] += counts[o*kinds+q]
			}
		}
		c.at = geo.World{X: sumX / float64(c.n) / scene.Fixed, Y: sumY / float64(c.n) / scene.Fixed}
		if c.n > 1 {
			c.at = c.settle(i, k)
		}
		out = append(out, c)
	}
	return out
}

// settle keeps a ring near the cell it grew from and off the tile's edge, beyond
// which others are: so rings do not overlap, whoever finds them.
func (c *cluster) settle(cell int, k tileKey) geo.World {
	size := math.Exp2(-float64(k.level)) / tileCells
	place := func(at float64, tile int32, cell int) float64 {
		from := float64(tile) * size * tileCells
		mid := float64(cell) + 0.5
		in := (at - from) / size
		in = math.Max(mid-0.85, math.Min(mid+0.85, in))
		return from + math.Max(0.95, math.Min(tileCells-0.95, in))*size
	}
	return geo.World{X: place(c.at.X, k.x, cell%tileCells), Y: place(c.at.Y, k.y, cell/tileCells)}
}

// bound is that of the members, in degrees.
func (c *cluster) bound() orb.Bound {
	nw, se := scene.FromFixed(c.minX, c.minY).LonLat(), scene.FromFixed(c.maxX, c.maxY).LonLat()
	return orb.Bound{Min: orb.Point{nw[0], se[1]}, Max: orb.Point{se[0], nw[1]}}
}

// separable says whether zooming takes the members apart: whether they are more than
// some metres from each other.
func (c *cluster) separable() bool {
	const least = 256 // units of fixed point: 5 m at the equator
	return int64(c.maxX)-int64(c.minX) > least || int64(c.maxY)-int64(c.minY) > least
}

// name says how many of which kinds, the most first.
func (c *cluster) name(kinds []scene.KindStyle) string {
	type part struct {
		name string
		n    int32
	}
	var parts []part
	for i, n := range c.kinds {
		if n > 0 && i < len(kinds) {
			parts = append(parts, part{kinds[i].Name, n})
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return int(b.n) - int(a.n) })
	words := make([]string, 0, 4)
	rest := int32(0)
	for i, p := range parts {
		if i < 4 {
			words = append(words, fmt.Sprintf("%s %s", p.name, grouped(int(p.n))))
		} else {
			rest += p.n
		}
	}
	if rest > 0 {
		words = append(words, "others "+grouped(int(rest)))
	}
	return fmt.Sprintf("%s events: %s", grouped(c.n), strings.Join(words, ", "))
}

// grouped writes a number with its digits in groups of three.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// short writes a number in four characters at the most.
func short(n int) string {
	switch {
	case n < 1000:
		return fmt.Sprint(n)
	case n < 9950:
		return strings.Replace(fmt.Sprintf("%.1fk", float64(n)/1000), ".0k", "k", 1)
	case n < 999_500:
		return fmt.Sprintf("%.0fk", float64(n)/1000)
	case n < 9_950_000:
		return strings.Replace(fmt.Sprintf("%.1fM", float64(n)/1e6), ".0M", "M", 1)
	default:
		return fmt.Sprintf("%.0fM", float64(n)/1e6)
	}
}

// drawClusters draws the single points and the rings.
func (l *pointLayout) drawClusters(out *drawing, set *typesetter, looks *pointLooks, all []placedCluster) {
	out.begin("clusters", l.rect)
	rings := make([]placedCluster, 0, len(all))
	for _, c := range all {
		if c.n > 1 {
			rings = append(rings, c)
			continue
		}
		out.put(&symbolItem{symbol: looks.symbol(looks.look(c.block, c.point)), x: c.px.x, y: c.px.y})
	}
	drawRings(out, set, l.colour, l.ratio, l.points.Kinds, rings)
}

// drawRings draws rings, all segments of a kind as one shape, with their numbers.
func drawRings(out *drawing, set *typesetter, colour *palette, ratio float32, kinds []scene.KindStyle, rings []placedCluster) {
	ground := &path{}
	segments := make([]*path, max(1, len(kinds)))
	for i := range segments {
		segments[i] = &path{}
	}
	for _, c := range rings {
		ground.circle(c.px.x, c.px.y, c.radius+1.3*ratio, false)
		sectors(c.kinds, func(kind int, from, to float64) {
			ringSegment(segments[kind], c.px, c.radius-ringWidth*ratio, c.radius, from, to)
		})
	}
	out.fill(ground, plain(alpha(colour.paper, 0.96)))
	for i, p := range segments {
		c := color.NRGBA{A: 255}
		if i < len(kinds) {
			c = kinds[i].Colour
		}
		out.fill(p, plain(colour.eventColour(c)))
	}
	for _, c := range rings {
		size := float32(10.5)
		if c.n >= 1000 {
			size = 10
		}
		run := set.set(short(c.n), textStyle{face: assets.SemiBold, size: size * ratio})
		if run != nil {
			out.anchored(AnchorMiddle, run, c.px.x-run.width/2, c.px.y+run.capHeight/2, ink{colour: colour.eventText})
		}
	}
}

// ringWidth is the width of a cluster's ring in device-independent pixels.
const ringWidth = 4.2

// sectors divides a full turn among kinds, clockwise from the top in their order.
// What is there at all gets a twentieth at least, for it to be seen.
func sectors(kinds []int32, f func(kind int, from, to float64)) {
	total := 0.0
	share := func(n, all int32) float64 {
		if n == 0 {
			return 0
		}
		return math.Max(float64(n)/float64(all), 0.05)
	}
	all := int32(0)
	for _, n := range kinds {
		all += n
	}
	for _, n := range kinds {
		total += share(n, all)
	}
	at := -math.Pi / 2
	for i, n := range kinds {
		if n == 0 {
			continue
		}
		to := at + 2*math.Pi*share(n, all)/total
		f(i, at, to)
		at = to
	}
}

// ringSegment adds a part of a ring between two angles, with a small gap to the
// next; a whole turn is a whole ring.
func ringSegment(p *path, c point, inner, outer float32, from, to float64) {
	if to-from > 2*math.Pi-1e-6 {
		p.circle(c.x, c.y, outer, false)
		p.circle(c.x, c.y, inner, true)
		return
	}
	gap := 0.45 / float64(outer)
	from, to = from+gap, to-gap
	n := max(2, int(float64(arcSteps(outer))*(to-from)/(2*math.Pi))+1)
	add := func(r float32, t float64) {
		sin, cos := math.Sincos(t)
		p.add(c.x+r*float32(cos), c.y+r*float32(sin))
	}
	for i := range n + 1 {
		add(outer, from+(to-from)*float64(i)/float64(n))
	}
	for i := n; i >= 0; i-- {
		add(inner, from+(to-from)*float64(i)/float64(n))
	}
	p.end(true)
}
