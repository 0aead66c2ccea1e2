package index

import (
	"cmp"
	"iter"
	"math/bits"
	"slices"
	"sync"

	"github.com/google/uuid"
)

// Selection is a set of events of one Columns. It never changes.
type Selection struct {
	c          *Columns
	base, late bitmap
	n          int

	places    sync.Once // finds what follows
	baseTally tally
	lateAt    []lateEvent
}

// All selects every event.
func (c *Columns) All() *Selection { return c.Select(Filter{}) }

// Numbers selects the events with numbers of the store's, as
// [store.Store.EventNumbers] finds them. Those that are not there are passed over.
func (c *Columns) Numbers(list []int64) *Selection {
	return c.pick(func(put func(Rank, bool)) {
		for _, n := range list {
			put(c.RankOfNumber(n))
		}
	})
}

// IDs selects the events with ids. Those that are not there are passed over.
func (c *Columns) IDs(list []uuid.UUID) *Selection {
	return c.pick(func(put func(Rank, bool)) {
		for _, id := range list {
			put(c.RankOfID(id))
		}
	})
}

// Ranks selects the events with ranks, as of symbols that a box was drawn around.
func (c *Columns) Ranks(list []Rank) *Selection {
	return c.pick(func(put func(Rank, bool)) {
		for _, r := range list {
			put(r, true)
		}
	})
}

func (c *Columns) pick(each func(put func(Rank, bool))) *Selection {
	s := &Selection{c: c, base: newBitmap(c.base.len()), late: newBitmap(c.late.len())}
	each(func(r Rank, ok bool) {
		if !ok {
			return
		}
		switch t, row, ok := c.find(r); {
		case !ok:
		case t == c.base:
			s.base.set(row)
		default:
			s.late.set(row)
		}
	})
	s.n = s.base.count() + s.late.count()
	return s
}

// Columns are those the selection is of.
func (s *Selection) Columns() *Columns { return s.c }

// Len is the number of events selected.
func (s *Selection) Len() int { return s.n }

// Has reports whether an event is selected.
func (s *Selection) Has(r Rank) bool {
	t, row, ok := s.c.find(r)
	if !ok {
		return false
	}
	if t == s.c.base {
		return s.base.has(row)
	}
	return s.late.has(row)
}

// Ranks are the events' ranks in the order of the list.
func (s *Selection) Ranks() []Rank {
	list := make([]Rank, 0, s.n)
	late := make([]Rank, 0, s.late.count())
	s.late.each(func(row uint32) { late = append(late, s.c.late.rankOf(row)) })
	s.base.each(func(row uint32) {
		r := s.c.base.rankOf(row)
		for len(late) > 0 && late[0] < r {
			list, late = append(list, late[0]), late[1:]
		}
		list = append(list, r)
	})
	return append(list, late...)
}

// Events yields the events in the order of the list.
func (s *Selection) Events() iter.Seq[Event] {
	return func(yield func(Event) bool) {
		for _, r := range s.Ranks() {
			if e, ok := s.c.Event(r); ok && !yield(e) {
				return
			}
		}
	}
}

// Numbers are the events' numbers in the store, in no order.
func (s *Selection) Numbers() []int64 {
	list := make([]int64, 0, s.n)
	s.base.each(func(row uint32) { list = append(list, s.c.base.number[row]) })
	s.late.each(func(row uint32) { list = append(list, s.c.late.number[row]) })
	return list
}

// Counts say how many events a selection has, of each day and of each kind.
type Counts struct {
	Events int
	NoDay  int        // events whose time is not known to the day
	Days   []DayCount // in order, none of them empty
	Kinds  []int      // by place in [Columns.Kinds]
}

// DayCount is the number of events that count on a day.
type DayCount struct {
	Day    Day
	Events int
}

// denseDays is the longest stretch of days that is counted in an array: a century
// and a half. Where a mistyped year makes it longer, a map does.
const denseDays = 60_000

// Counts counts the selected events.
func (s *Selection) Counts() Counts {
	out := Counts{Events: s.n, Kinds: make([]int, len(s.c.Kinds()))}
	a, b := s.c.base, s.c.late
	first, last := min(a.firstDay, b.firstDay), max(a.lastDay, b.lastDay)
	if first > last {
		first, last = 0, 0 // no event is known to the day
	}
	var kinds [256]int
	if int64(last)-int64(first) >= denseDays {
		days := map[Day]int{}
		for _, half := range s.halves() {
			half.rows.each(func(row uint32) {
				kinds[half.table.kind[row]]++
				days[half.table.day[row]]++
			})
		}
		for d, n := range days {
			if d == NoDay {
				out.NoDay = n
			} else {
				out.Days = append(out.Days, DayCount{d, n})
			}
		}
		slices.SortFunc(out.Days, func(a, b DayCount) int { return cmp.Compare(a.Day, b.Day) })
	} else {
		days := make([]int32, last-first+1)
		for _, half := range s.halves() {
			day, kind := half.table.day, half.table.kind
			for i, w := range half.rows {
				for ; w != 0; w &= w - 1 {
					row := i<<6 + bits.TrailingZeros64(w)
					kinds[kind[row]]++
					if d := day[row]; d != NoDay {
						days[d-first]++
					} else {
						out.NoDay++
					}
				}
			}
		}
		for i, n := range days {
			if n > 0 {
				out.Days = append(out.Days, DayCount{first + Day(i), int(n)})
			}
		}
	}
	copy(out.Kinds, kinds[:])
	return out
}

// half is what of one table is selected.
type half struct {
	table *table
	rows  bitmap
}

func (s *Selection) halves() [2]half { return [2]half{{s.c.base, s.base}, {s.c.late, s.late}} }
