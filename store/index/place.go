package index

import (
	"math/bits"
	"sort"
)

// tally is how many rows of a bitmap stand before each stretch of it, so that the n-th
// is found without counting a million.
type tally []int32

// stretch is how many words a step of a tally covers.
const stretch = 16

func tallyOf(b bitmap) tally {
	t := make(tally, 1, len(b)/stretch+2)
	n := int32(0)
	for i, w := range b {
		n += int32(bits.OnesCount64(w))
		if (i+1)%stretch == 0 {
			t = append(t, n)
		}
	}
	return t
}

// before counts the rows of b below a row.
func (t tally) before(b bitmap, row uint32) int {
	word := int(row >> 6)
	if word >= len(b) {
		word, row = len(b), 0
	}
	from := word / stretch
	n := int(t[from])
	for _, w := range b[from*stretch : word] {
		n += bits.OnesCount64(w)
	}
	if row&63 != 0 {
		n += bits.OnesCount64(b[word] & (1<<(row&63) - 1))
	}
	return n
}

// nth is the row of b with n others before it. There must be one.
func (t tally) nth(b bitmap, n int) uint32 {
	from := sort.Search(len(t), func(i int) bool { return int(t[i]) > n }) - 1
	n -= int(t[from])
	for i := from * stretch; ; i++ {
		c := bits.OnesCount64(b[i])
		if n < c {
			w := b[i]
			for ; n > 0; n-- {
				w &= w - 1
			}
			return uint32(i<<6 + bits.TrailingZeros64(w))
		}
		n -= c
	}
}

// At is the rank of the selected event with i others before it in the list.
func (s *Selection) At(i int) Rank {
	s.places.Do(s.count)
	// Few events stand in the late table: each knows its place among all.
	k := sort.Search(len(s.lateAt), func(k int) bool { return s.lateAt[k].at >= i })
	if k < len(s.lateAt) && s.lateAt[k].at == i {
		return s.lateAt[k].rank
	}
	return s.c.base.rankOf(s.baseTally.nth(s.base, i-k))
}

// Position is how many selected events stand before one in the list; false where it is
// not selected.
func (s *Selection) Position(r Rank) (int, bool) {
	if !s.Has(r) {
		return 0, false
	}
	s.places.Do(s.count)
	k := sort.Search(len(s.lateAt), func(k int) bool { return s.lateAt[k].rank >= r })
	if k < len(s.lateAt) && s.lateAt[k].rank == r {
		return s.lateAt[k].at, true
	}
	row, _ := s.c.base.rowOf(r)
	return s.baseTally.before(s.base, row) + k, true
}

// lateEvent is an event of the late table with its place in the selection.
type lateEvent struct {
	rank Rank
	at   int
}

func (s *Selection) count() {
	s.baseTally = tallyOf(s.base)
	s.late.each(func(row uint32) {
		r := s.c.late.rankOf(row)
		// The first row of base that stands after it.
		base := sort.Search(s.c.base.len(), func(i int) bool { return s.c.base.rankOf(uint32(i)) > r })
		s.lateAt = append(s.lateAt, lateEvent{r, s.baseTally.before(s.base, uint32(base)) + len(s.lateAt)})
	})
}

// Without is the selection less the events of another of the same columns.
func (s *Selection) Without(o *Selection) *Selection {
	out := &Selection{c: s.c, base: s.base.with(s.c.base.len()), late: s.late.with(s.c.late.len())}
	out.base.without(o.base)
	out.late.without(o.late)
	out.n = out.base.count() + out.late.count()
	return out
}
