package index

import (
	"math"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// CurveBlock is a run of placed events along the curve as the columns hold it. Its
// slices stay valid as long as the columns and must not be changed.
type CurveBlock struct {
	Block
	// The bound of all its events, both ends included, in fractions of Unit.
	MinX, MinY, MaxX, MaxY int32
}

// Curve is every placed event along the curve, block after block, those included that
// were deleted or changed since and that no selection holds. Unlike [Columns.Visit] it
// copies nothing: it is what a picture of very many events is drawn from.
func (c *Columns) Curve() []CurveBlock {
	out := make([]CurveBlock, 0, len(c.base.areas)+len(c.late.areas))
	for _, t := range []*table{c.base, c.late} {
		d := &t.curve
		for b, a := range t.areas {
			from := b * drawBlock
			to := min(from+drawBlock, len(d.x))
			out = append(out, CurveBlock{
				Block{d.x[from:to:to], d.y[from:to:to], d.kind[from:to:to], d.state[from:to:to], d.rank[from:to:to]},
				a.x0, a.y0, a.x1, a.y1,
			})
		}
	}
	return out
}

// Keep tells, block for block of [Columns.Curve] and a bit for each event, the lowest
// first, which are selected.
func (s *Selection) Keep() [][]uint64 {
	out := make([][]uint64, 0, len(s.c.base.areas)+len(s.c.late.areas))
	for _, h := range s.halves() {
		t := h.table
		words := make([]uint64, (len(t.curve.rank)+63)/64+len(t.areas))
		for b := range t.areas {
			from := b * drawBlock
			ranks := t.curve.rank[from:min(from+drawBlock, len(t.curve.rank))]
			n := (len(ranks) + 63) / 64
			keep := words[:n:n]
			words = words[n:]
			for i, r := range ranks {
				row, _ := t.rowOf(r)
				keep[i>>6] |= h.rows[row>>6] >> (row & 63) & 1 << (i & 63)
			}
			out = append(out, keep)
		}
	}
	return out
}

// longitudes is into how many parts the round of longitudes is divided where a bound is
// looked for: an eighth of a degree each.
const longitudes = 2880

// Bound encloses the points of the selected events, in degrees, longitude first; false
// where none is placed. West is greater than east where the smallest bound crosses the
// date line. West and east are within an eighth of a degree.
func (s *Selection) Bound() (orb.Bound, bool) {
	var used [longitudes]bool
	north, south := int32(math.MaxInt32), int32(-1)
	for _, h := range s.halves() {
		t := h.table
		h.rows.each(func(row uint32) {
			if t.state[row]&Placed == 0 {
				return
			}
			used[int64(t.x[row])*longitudes/Unit] = true
			north, south = min(north, t.y[row]), max(south, t.y[row])
		})
	}
	if south < 0 {
		return orb.Bound{}, false
	}
	// The widest gap is left out.
	gap, end, run := 0, 0, 0
	for i := range 2 * longitudes {
		if used[i%longitudes] {
			run = 0
			continue
		}
		if run++; run > gap && run <= longitudes {
			gap, end = run, i%longitudes+1
		}
	}
	b := orb.Bound{Min: orb.Point{-180, World(0, south).LonLat()[1]}, Max: orb.Point{180, World(0, north).LonLat()[1]}}
	if gap > 0 {
		b.Min[0] = geo.WrapLongitude(float64(end)*360/longitudes - 180)
		if b.Max[0] = float64(end-gap)*360/longitudes - 180; b.Max[0] <= -180 {
			b.Max[0] += 360
		}
	}
	return b, true
}
