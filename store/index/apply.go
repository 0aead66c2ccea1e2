package index

import (
	"slices"

	"sitmap/store"
)

// lateLimit is how many rows may stand beside n others before they are merged: few
// enough that each save sorts them anew in a millisecond, and so many that a merge,
// whose cost grows with n, is paid for by as many saves.
func lateLimit(n int) int { return max(1024, n/256) }

// Apply makes the columns after some events were added or changed and others
// deleted, by number. It shares with c what stayed the same; c is as it was. Rows of
// the same number must not come twice; numbers that are not there may be removed.
func (c *Columns) Apply(rows []store.EventRow, removed []int64, head Head) *Columns {
	next := &Columns{head: head, dict: c.dict, base: c.base, gone: c.gone.with(c.base.len()), goneCount: c.goneCount}
	touched := make(map[int64]bool, len(rows)+len(removed))
	for i := range rows {
		touched[rows[i].Number] = true
	}
	for _, n := range removed {
		touched[n] = true
	}
	for n := range touched {
		if row, ok := c.base.rowOfNumber(n); ok && !next.gone.has(row) {
			next.gone.set(row)
			next.goneCount++
		}
	}
	g := newGather(c.dict)
	for row, n := range c.late.number {
		if !touched[n] {
			g.copyRow(c.late, uint32(row), c.kindOf(c.late, uint32(row)))
		}
	}
	g.add(rows)
	next.dict = dictionary{g.kinds.list, g.countries.list}
	next.late = newTable(g.columns, next.dict.kinds, g.wide)
	if !next.late.rankAmong(next.base) || next.late.len()+next.goneCount > lateLimit(next.base.len()) {
		return next.merged()
	}
	return next
}

// copyRow takes over a row whose codes are of the same dictionary.
func (g *gather) copyRow(t *table, row uint32, kind string) {
	g.id = append(g.id, t.id[row])
	g.number = append(g.number, t.number[row])
	g.earliest = append(g.earliest, t.earliest[row])
	g.latest = append(g.latest, t.latest[row])
	g.day = append(g.day, t.day[row])
	g.wide = append(g.wide, g.kinds.code(kind))
	g.state = append(g.state, t.state[row])
	g.x = append(g.x, t.x[row])
	g.y = append(g.y, t.y[row])
	g.precision = append(g.precision, t.precision[row])
	g.radius = append(g.radius, t.radius[row])
	g.country = append(g.country, t.country[row])
	g.killed = append(g.killed, t.killed[row])
	g.launched = append(g.launched, t.launched[row])
}

// rankAmong ranks the rows of t between those of base; false: there is no room.
func (t *table) rankAmong(base *table) bool {
	t.ranks = make([]Rank, t.len())
	gap := 1 << base.shift
	for from := 0; from < t.len(); {
		at := base.place(&t.columns, uint32(from)) // rows of base before this one
		to := from + 1
		for to < t.len() && (at == base.len() || !base.before(uint32(at), &t.columns, uint32(to))) {
			to++
		}
		if to-from >= gap {
			return false
		}
		for i := from; i < to; i++ {
			t.ranks[i] = Rank(at)<<base.shift + Rank((i-from+1)*gap/(to-from+1))
		}
		from = to
	}
	for i, r := range t.curve.rank {
		t.curve.rank[i] = t.ranks[r>>t.shift-1]
	}
	return true
}

// place is how many rows of t stand before row i of c.
func (t *table) place(c *columns, i uint32) int {
	lo, hi := 0, t.len()
	for lo < hi {
		mid := (lo + hi) / 2
		if t.before(uint32(mid), c, i) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// lateBit marks a row of the late table in a merged order.
const lateBit = 1 << 31

// merged makes one table of both. Both orders of both are there already, so it takes
// one pass for each.
func (c *Columns) merged() *Columns {
	if c.late.len() == 0 && c.goneCount == 0 {
		return c
	}
	a, b := c.base, c.late
	n := c.Len()
	order := make([]uint32, 0, n)
	newRow := [2][]uint32{make([]uint32, a.len()), make([]uint32, b.len())}
	for i, j := uint32(0), uint32(0); int(i) < a.len() || int(j) < b.len(); {
		switch {
		case int(i) < a.len() && c.gone.has(i):
			i++
		case int(j) == b.len() || int(i) < a.len() && a.before(i, &b.columns, j):
			newRow[0][i] = uint32(len(order))
			order = append(order, i)
			i++
		default:
			newRow[1][j] = uint32(len(order))
			order = append(order, j|lateBit)
			j++
		}
	}
	t := &table{shift: shiftFor(n)}
	mergeColumns(&t.columns, &a.columns, &b.columns, order)
	for row, from := range order {
		if t.kind[row] == restKind {
			if t.rest == nil {
				t.rest = map[uint32]string{}
			}
			if from&lateBit != 0 {
				t.rest[uint32(row)] = b.rest[from&^lateBit]
			} else {
				t.rest[uint32(row)] = a.rest[from]
			}
		}
	}
	t.draw(c.mergedCurve(newRow))
	t.bound()
	return &Columns{head: c.head, dict: c.dict, base: t, late: emptyTable()}
}

// mergedCurve is the order along the curve, of rows of the merged table.
func (c *Columns) mergedCurve(newRow [2][]uint32) []uint32 {
	a, b := c.base, c.late
	along := make([]uint32, 0, len(a.curve.x)+len(b.curve.x))
	j := 0
	key := func(d *drawn, i int) uint64 { return morton(d.x[i], d.y[i]) }
	takeLate := func(until uint64) {
		for j < len(b.curve.x) && key(&b.curve, j) < until {
			row, _ := b.rowOf(b.curve.rank[j])
			along = append(along, newRow[1][row])
			j++
		}
	}
	for i := range a.curve.x {
		row, _ := a.rowOf(a.curve.rank[i])
		if c.gone.has(row) {
			continue
		}
		if j < len(b.curve.x) {
			takeLate(key(&a.curve, i))
		}
		along = append(along, newRow[0][row])
	}
	takeLate(^uint64(0))
	return along
}

func mergeColumns(to, a, b *columns, order []uint32) {
	beside(
		func() { merge(&to.id, a.id, b.id, order) },
		func() { merge(&to.number, a.number, b.number, order) },
		func() { merge(&to.earliest, a.earliest, b.earliest, order) },
		func() { merge(&to.latest, a.latest, b.latest, order) },
		func() { merge(&to.day, a.day, b.day, order) },
		func() { merge(&to.kind, a.kind, b.kind, order) },
		func() { merge(&to.state, a.state, b.state, order) },
		func() { merge(&to.x, a.x, b.x, order) },
		func() { merge(&to.y, a.y, b.y, order) },
		func() { merge(&to.precision, a.precision, b.precision, order) },
		func() { merge(&to.radius, a.radius, b.radius, order) },
		func() { merge(&to.country, a.country, b.country, order) },
		func() { merge(&to.killed, a.killed, b.killed, order) },
		func() { merge(&to.launched, a.launched, b.launched, order) },
	)
}

func merge[T any](to *[]T, a, b []T, order []uint32) {
	*to = slices.Grow(*to, len(order))
	for _, row := range order {
		if row&lateBit != 0 {
			*to = append(*to, b[row&^lateBit])
		} else {
			*to = append(*to, a[row])
		}
	}
}
