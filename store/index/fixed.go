package index

import (
	"math"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// Unit is the side of the Web Mercator world in the whole numbers of a column: 1.9 cm
// each at the equator. A float32 would resolve 2.4 m.
const Unit = 1 << 31

// fix turns a coordinate of the unit square into whole numbers, not wrapped.
func fix(v float64) int64 { return int64(math.Floor(v * Unit)) }

// fixPoint is the position of a longitude and latitude in columns; false: it has none.
func fixPoint(p orb.Point) (x, y int32, ok bool) {
	w := geo.Project(p)
	if math.IsNaN(w.X) || math.IsInf(w.X, 0) || math.IsNaN(w.Y) || math.Abs(w.X) > 1e6 {
		return 0, 0, false
	}
	return int32(fix(w.X) & (Unit - 1)), int32(min(fix(w.Y), Unit-1)), true
}

// World is the position on the map that a column's x and y stand for: the middle of
// their cell.
func World(x, y int32) geo.World {
	return geo.World{X: (float64(x) + 0.5) / Unit, Y: (float64(y) + 0.5) / Unit}
}

// box is a rectangle of columns' coordinates, edges included. It begins at x and may
// run on across the date line.
type box struct{ x, w, y, h uint32 }

// boxOf is the box of a rectangle on the map, whose X may lie on a repeated world;
// false: it holds nothing.
func boxOf(r geo.Rect) (box, bool) {
	r.Min.Y, r.Max.Y = math.Max(r.Min.Y, 0), math.Min(r.Max.Y, 1)
	if !(r.Min.X <= r.Max.X) || !(r.Min.Y <= r.Max.Y) || math.IsInf(r.Min.X, 0) || math.Abs(r.Min.X) > 1e6 {
		return box{}, false
	}
	b := box{y: uint32(min(fix(r.Min.Y), Unit-1))}
	b.h = uint32(min(fix(r.Max.Y), Unit-1)) - b.y
	if r.Max.X-r.Min.X >= 1 {
		b.w = Unit - 1
		return b, true
	}
	x := fix(r.Min.X)
	b.x, b.w = uint32(x&(Unit-1)), uint32(min(fix(r.Max.X)-x, Unit-1))
	return b, true
}

// boxOfBound is the box of a bound in degrees; west greater than east crosses the
// date line.
func boxOfBound(b orb.Bound) (box, bool) {
	if b.Min[0] > b.Max[0] {
		b.Max[0] += 360
	}
	nw, se := geo.Project(orb.Point{b.Min[0], b.Max[1]}), geo.Project(orb.Point{b.Max[0], b.Min[1]})
	return boxOf(geo.Rect{Min: nw, Max: se})
}

// has reports whether a position lies in the box.
func (b box) has(x, y int32) bool {
	return (uint32(x)-b.x)&(Unit-1) <= b.w && uint32(y)-b.y <= b.h
}

// bounds are those of a block along the curve, which never crosses the date line.
type bounds struct{ x0, y0, x1, y1 int32 }

// meets reports whether a block and the box have a position in common.
func (b box) meets(o bounds) bool {
	if uint32(o.y1) < b.y || uint32(o.y0) > b.y+b.h {
		return false
	}
	// Either the block's west edge is in the box, or the box's in the block.
	return (uint32(o.x0)-b.x)&(Unit-1) <= b.w || (b.x-uint32(o.x0))&(Unit-1) <= uint32(o.x1-o.x0)
}

// holds reports whether all of a block lies in the box.
func (b box) holds(o bounds) bool {
	at := (uint32(o.x0) - b.x) & (Unit - 1)
	return at <= b.w && uint32(o.x1-o.x0) <= b.w-at && uint32(o.y0) >= b.y && uint32(o.y1)-b.y <= b.h
}

// morton interleaves the bits of a position.
func morton(x, y int32) uint64 { return spread(uint32(x)) | spread(uint32(y))<<1 }

func spread(v uint32) uint64 {
	x := uint64(v)
	x = (x | x<<16) & 0x0000ffff0000ffff
	x = (x | x<<8) & 0x00ff00ff00ff00ff
	x = (x | x<<4) & 0x0f0f0f0f0f0f0f0f
	x = (x | x<<2) & 0x3333333333333333
	return (x | x<<1) & 0x5555555555555555
}
