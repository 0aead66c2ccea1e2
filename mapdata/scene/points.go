package scene

import (
	"context"
	"math"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// Fixed is the width of the world in the fixed point that points are held in: two
// centimetres a unit at the equator, where a float32 would resolve 2.4 m.
const Fixed = 1 << 31

// ToFixed gives a position on the map in fixed point. Y ends one unit short of the
// world's southern edge.
func ToFixed(w geo.World) (x, y int32) {
	f := w.X - math.Floor(w.X)
	clamp := func(v float64) int32 { return int32(math.Max(0, math.Min(Fixed-1, v*Fixed))) }
	return clamp(f), clamp(w.Y)
}

// FromFixed is the inverse of [ToFixed].
func FromFixed(x, y int32) geo.World {
	return geo.World{X: float64(x) / Fixed, Y: float64(y) / Fixed}
}

// PointMode is how points are drawn.
type PointMode uint8

// The modes.
const (
	// Symbols draws a symbol for each point. Of points nearer to each other than a
	// quarter of a symbol the one of the highest rank is drawn.
	Symbols PointMode = iota
	// Clusters draws rings that say how many points of which kind are near each
	// other, and a symbol for a point that is alone.
	Clusters
	// Heat draws how many points are near each place.
	Heat
)

// Points are very many events as columns, in blocks of neighbours. Events with
// links, areas or labels of their own are better given as [Mark] and so on.
type Points struct {
	// Blocks hold the points along a Morton curve, so that what is near on the map
	// is near in memory and a view needs only the blocks that it shows.
	Blocks []PointBlock
	// Kinds are the looks that the column Kind refers to.
	Kinds []KindStyle
	Mode  PointMode
	Size  float64  // diameter in device-independent pixels; 0: the usual 11
	By    *Measure // sizes symbols by the column Value; nil: all are of one size
	// ID and Name lead from a point's number to what it stands for. They are called
	// from any goroutine, while hits are looked up.
	ID   func(i int) ID
	Name func(i int) string
	// Mark gives a point as a mark with all that belongs to it: where few points are
	// in view they are drawn so. Nil: they never are.
	Mark func(i int) Mark
	// Parts gives points with all that belongs to them: marks with their labels, discs,
	// areas, links. Where few are in view they are drawn so, rather than by Mark. It
	// may read from a disk. Nil: Mark does.
	Parts func(ctx context.Context, points []int) (*Scene, error)
	// Open is a bound whose points are fanned out as marks, those of a cluster that
	// no zooming takes apart. Nil: none.
	Open *orb.Bound
}

// PointBlock is a run of points that are near each other. All columns have the
// length of X, but for those that may be nil.
type PointBlock struct {
	First int // number of its first point
	X, Y  []int32
	Kind  []uint8
	Fill  []Fill    // nil: all Solid
	Rank  []uint32  // the higher is drawn where there is room for one; nil: the later
	Value []float32 // of the measure; NaN or less than 0 where it is not known
	Keep  []uint64  // a bit for each point, the lowest first: whether it is drawn; nil: all are
	// The bound of all points, in fixed point, both ends included.
	MinX, MinY, MaxX, MaxY int32
}

// Kept says whether point i of the block is drawn.
func (b *PointBlock) Kept(i int) bool {
	return b.Keep == nil || b.Keep[i>>6]>>(i&63)&1 != 0
}

// Measure is what sizes symbols: the area grows with the value.
type Measure struct {
	Name string // in the legend, after a number: "killed"
	// Most is the value whose symbol has the diameter MostSize, in device-independent
	// pixels (0: 36). Greater ones are drawn no larger.
	Most     float64
	MostSize float64
}

// Len is the number of points, drawn or not.
func (p *Points) Len() int {
	n := 0
	for i := range p.Blocks {
		n += len(p.Blocks[i].X)
	}
	return n
}

// SetBound computes the block's bound from its points.
func (b *PointBlock) SetBound() {
	b.MinX, b.MinY, b.MaxX, b.MaxY = math.MaxInt32, math.MaxInt32, math.MinInt32, math.MinInt32
	for i, x := range b.X {
		y := b.Y[i]
		b.MinX, b.MaxX = min(b.MinX, x), max(b.MaxX, x)
		b.MinY, b.MaxY = min(b.MinY, y), max(b.MaxY, y)
	}
}

// Morton is the place along the Morton curve of a position in fixed point.
func Morton(x, y int32) uint64 { return spread(uint32(x)) | spread(uint32(y))<<1 }

func spread(x uint32) uint64 {
	v := uint64(x)
	v = (v | v<<16) & 0x0000ffff0000ffff
	v = (v | v<<8) & 0x00ff00ff00ff00ff
	v = (v | v<<4) & 0x0f0f0f0f0f0f0f0f
	v = (v | v<<2) & 0x3333333333333333
	return (v | v<<1) & 0x5555555555555555
}
