package index

import "math/bits"

// Select finds the events that pass a filter.
func (c *Columns) Select(f Filter) *Selection {
	s := &Selection{c: c, base: newBitmap(c.base.len()), late: newBitmap(c.late.len())}
	t, ok := c.ready(&f)
	if !ok {
		return s
	}
	in := f.Within
	if in != nil && in.c != c {
		in = c.Numbers(in.Numbers())
	}
	if in != nil {
		t.within = in.base
	}
	c.base.sift(t, s.base)
	if in != nil {
		t.within = in.late
	}
	c.late.sift(t, s.late)
	s.base.without(c.gone)
	s.n = s.base.count() + s.late.count()
	return s
}

// curveCost is how much more a row costs that is found along the curve: its times
// and the rest stand in the order of the list, so each is a jump in memory.
const curveCost = 4

// sift puts the rows that pass into a bitmap, by the way that touches fewer rows:
// the blocks of the list that the window meets, or those of the curve that the box
// meets.
func (t *table) sift(q *test, into bitmap) {
	if t.len() == 0 {
		return
	}
	if !q.boxed && !q.timed && !q.precise && q.allKinds && q.allState {
		into.fill(t.len())
		if q.within != nil {
			into.and(q.within)
		}
		return
	}
	inTime, inBox := t.len(), len(t.curve.x)
	if q.timed {
		inTime = 0
		for i := range t.times {
			if !q.misses(&t.times[i]) {
				inTime += timeBlock
			}
		}
	}
	if q.boxed {
		inBox = 0
		for i := range t.areas {
			if q.box.meets(t.areas[i]) {
				inBox += drawBlock
			}
		}
	}
	if q.boxed && inBox*curveCost < inTime {
		t.siftCurve(q, into)
	} else {
		t.siftList(q, into)
	}
	if q.within != nil {
		into.and(q.within)
	}
}

func (t *table) siftList(q *test, into bitmap) {
	for b := range t.times {
		s := &t.times[b]
		if q.timed && q.misses(s) {
			continue
		}
		from := b * timeBlock
		to := min(from+timeBlock, t.len())
		askTime := q.timed && !q.covers(s)
		// Words of the bitmap are written whole: rows of a block begin at one.
		for w := from; w < to; w += 64 {
			if q.within != nil && q.within[w>>6] == 0 {
				continue
			}
			into[w>>6] = t.siftWord(q, w, min(w+64, to), askTime)
		}
	}
}

// siftWord tests up to 64 rows. What is decided for most rows by one look at a
// table of 256 comes first.
func (t *table) siftWord(q *test, from, to int, askTime bool) (word uint64) {
	kinds, states := t.kind[from:to], t.state[from:to]
	states = states[:len(kinds)]
	for i, k := range kinds {
		word |= uint64(q.kinds[k]&q.states[states[i]]) << (i & 63)
	}
	if word == 0 || !q.boxed && !askTime && !q.precise && q.rest == nil {
		return word
	}
	xs, ys := t.x[from:to], t.y[from:to]
	early, late := t.earliest[from:to], t.latest[from:to]
	for left := word; left != 0; left &= left - 1 {
		i := bits.TrailingZeros64(left)
		if q.boxed && (states[i]&Placed == 0 || !q.box.has(xs[i], ys[i])) ||
			askTime && !q.at(early[i], late[i]) ||
			q.precise && q.precisions[t.precision[from+i]] == 0 ||
			kinds[i] == restKind && q.rest != nil && !q.rest[t.rest[uint32(from+i)]] {
			word &^= 1 << i
		}
	}
	return word
}

func (t *table) siftCurve(q *test, into bitmap) {
	d := &t.curve
	for b := range t.areas {
		if !q.box.meets(t.areas[b]) {
			continue
		}
		inside := q.box.holds(t.areas[b])
		from := b * drawBlock
		to := min(from+drawBlock, len(d.x))
		for i := from; i < to; i++ {
			if q.kinds[d.kind[i]]&q.states[d.state[i]] == 0 || !inside && !q.box.has(d.x[i], d.y[i]) {
				continue
			}
			row, _ := t.rowOf(d.rank[i])
			if q.timed && !q.at(t.earliest[row], t.latest[row]) ||
				q.precise && q.precisions[t.precision[row]] == 0 ||
				d.kind[i] == restKind && q.rest != nil && !q.rest[t.rest[row]] {
				continue
			}
			into.set(row)
		}
	}
}
