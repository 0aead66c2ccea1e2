package alike

import (
	"cmp"
	"slices"

	"sitmap/store/index"
)

// nearest picks the hits of least score. How far two points are apart takes long to
// measure exactly, so each event is first given a score by a distance that is never
// longer, and only those are measured that may be among the nearest by it.
type nearest struct {
	c     *index.Columns
	limit int
	// bound judges by the distance that is never longer, exact by the true one.
	bound, exact func(index.Event) (Hit, bool)

	looked map[index.Rank]bool
	list   []candidate
}

// candidate is an event with the least score that it may have.
type candidate struct {
	score float64
	order int // in which it was found
	rank  index.Rank
}

// add looks at some events; none is looked at twice.
func (n *nearest) add(s *index.Selection) {
	for e := range s.Events() {
		if n.looked[e.Rank] {
			continue
		}
		n.looked[e.Rank] = true
		if h, ok := n.bound(e); ok {
			n.list = append(n.list, candidate{h.score, len(n.list), e.Rank})
		}
	}
}

// hits are the nearest, in order; of those as near the one found first.
func (n *nearest) hits() []Hit {
	type measured struct {
		Hit
		order int
	}
	slices.SortFunc(n.list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.score, b.score), cmp.Compare(a.order, b.order))
	})
	var best []measured
	for _, c := range n.list {
		full := len(best) == n.limit
		if full && (n.limit == 0 || c.score > best[n.limit-1].score) {
			break // neither is any that follows nearer
		}
		e, _ := n.c.Event(c.rank)
		h, ok := n.exact(e)
		if !ok {
			continue
		}
		m := measured{h, c.order}
		at, _ := slices.BinarySearchFunc(best, m, func(a, b measured) int {
			return cmp.Or(cmp.Compare(a.score, b.score), cmp.Compare(a.order, b.order))
		})
		best = slices.Insert(best, at, m)
		best = best[:min(len(best), n.limit)]
	}
	out := make([]Hit, len(best))
	for i, m := range best {
		out[i] = m.Hit
	}
	return out
}
