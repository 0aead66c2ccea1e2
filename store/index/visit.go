package index

import (
	"sync"

	"sitmap/mapdata/geo"
)

// Block is some events that lie near one another, a column a slice, all of the same
// length. The slices belong to the columns or to the visit: they must not be changed,
// nor kept after the function that was given them returns.
type Block struct {
	X, Y  []int32 // of Unit; see World
	Kind  []uint8 // place in Columns.Kinds
	State []State
	Rank  []Rank // higher stands later in the list, so is drawn above
}

// Share is one part of a visit that several goroutines do together: part I of N. The
// zero Share is all of it.
type Share struct{ I, N int }

// Visit calls f with the events in and around a view, block after block along the
// curve: what it costs grows with what is seen. Blocks reach beyond the view's edge;
// clipping them is left to whoever draws, as symbols reach over it too. A selection
// of these columns narrows the events; nil: all. The rectangle may lie on a repeated
// world: events come with their own coordinates. f returns false to end it.
func (c *Columns) Visit(view geo.Rect, s *Selection, share Share, f func(Block) bool) {
	b, ok := boxOf(view)
	if !ok {
		return
	}
	if share.N < 1 {
		share = Share{0, 1}
	}
	if s != nil && s.c != c {
		s = c.Numbers(s.Numbers())
	}
	base, late := bitmap(nil), bitmap(nil)
	switch {
	case s != nil && s.n < c.Len():
		base, late = s.base, s.late
	case c.goneCount > 0:
		base = c.here()
	}
	if c.base.visit(b, base, share, f) {
		c.late.visit(b, late, share, f)
	}
}

// here are the rows of base that are not gone.
func (c *Columns) here() bitmap {
	b := newBitmap(c.base.len())
	b.fill(c.base.len())
	b.without(c.gone)
	return b
}

// scratch is room for the part of a block that passes.
type scratch struct {
	x, y  [drawBlock]int32
	kind  [drawBlock]uint8
	state [drawBlock]State
	rank  [drawBlock]Rank
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// visit walks the blocks of one table; nil as rows: all of them.
func (t *table) visit(view box, rows bitmap, share Share, f func(Block) bool) bool {
	var room *scratch
	if rows != nil {
		room = scratches.Get().(*scratch)
		defer scratches.Put(room)
	}
	d := &t.curve
	for b := share.I; b < len(t.areas); b += share.N {
		if !view.meets(t.areas[b]) {
			continue
		}
		from := b * drawBlock
		to := min(from+drawBlock, len(d.x))
		block := Block{d.x[from:to:to], d.y[from:to:to], d.kind[from:to:to], d.state[from:to:to], d.rank[from:to:to]}
		if rows != nil {
			if block = t.narrow(block, rows, room); len(block.X) == 0 {
				continue
			}
		}
		if !f(block) {
			return false
		}
	}
	return true
}

// narrow keeps the events of a block that are among some rows. A block that all of
// them are of stays as it is.
func (t *table) narrow(b Block, rows bitmap, room *scratch) Block {
	n := 0
	for i, r := range b.Rank {
		row, _ := t.rowOf(r)
		room.x[n], room.y[n] = b.X[i], b.Y[i]
		room.kind[n], room.state[n], room.rank[n] = b.Kind[i], b.State[i], r
		n += int(rows[row>>6] >> (row & 63) & 1)
	}
	if n == len(b.X) {
		return b
	}
	return Block{room.x[:n], room.y[:n], room.kind[:n], room.state[:n], room.rank[:n]}
}
