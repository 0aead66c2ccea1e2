package index

import (
	"cmp"
	"math"
	"math/bits"
	"runtime"
	"slices"
	"sort"
	"sync"

	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"

	"sitmap/store"
)

// columns are what is known of events, one slice for each thing. An event is a row:
// the same place in all of them.
type columns struct {
	id               []uuid.UUID
	number           []int64
	earliest, latest []int64 // milliseconds, or store.UnknownTime
	day              []Day
	kind             []uint8 // place in the dictionary
	state            []State
	x, y             []int32 // of Unit; nothing where the event is not Placed
	precision        []uint8 // place in precisions
	radius           []float32
	country          []uint16 // place in the dictionary
	killed, launched []float32
}

func (c *columns) len() int { return len(c.id) }

// before reports whether row i stands before row j of d in the list.
func (c *columns) before(i uint32, d *columns, j uint32) bool { return c.compare(i, d, j) < 0 }

func (c *columns) compare(i uint32, d *columns, j uint32) int {
	if v := cmp.Compare(c.earliest[i], d.earliest[j]); v != 0 {
		return v
	}
	if v := cmp.Compare(c.latest[i], d.latest[j]); v != 0 {
		return v
	}
	a, b := &c.id[i], &d.id[j]
	for k := range a {
		if a[k] != b[k] {
			return int(a[k]) - int(b[k])
		}
	}
	return 0
}

// Rank is the place of an event in the list, as a number of which only the order
// means something: the event with the higher rank stands later. It also names the
// event, in the Columns it came from and in no other.
type Rank uint32

// table is events in both orders. It never changes once it is made.
type table struct {
	columns // in the order of the list
	// rest are the kinds of the rows whose kind is restKind.
	rest map[uint32]string

	// ranks are the rows' ranks; nil: row i has rank (i+1) << shift, so that events
	// of another table can stand between them.
	ranks []Rank
	shift uint

	// The placed events along the curve.
	curve drawn

	times []span // of each timeBlock rows
	// The first and last day of all rows; NoDay comes before any.
	firstDay, lastDay Day
	areas             []bounds // of each drawBlock events along the curve

	numbering sync.Once
	byNumber  []uint32 // rows by number, found on first use
	naming    sync.Once
	byID      []uint32 // rows by id, found on first use
}

// drawn are the columns that drawing reads, along the curve.
type drawn struct {
	x, y  []int32
	kind  []uint8
	state []State
	rank  []Rank
}

// timeBlock is how many rows share a span, drawBlock how many events along the curve
// share bounds. Smaller ones fit a view closer, larger ones cost less to pass over;
// among 256, 512, 1024 and 4096 these were the quickest with a million events.
const (
	timeBlock = 1024
	drawBlock = 512
)

// span is when the events of a block are: no earlier than start and over by end, if
// dated at all.
type span struct {
	start, lastStart, firstEnd, end int64
	undated                         bool
}

// interval is when an event is, for asking whether it lies in a window: one with a
// single known instant is there for a millisecond.
func interval(earliest, latest int64) (start, end int64, dated bool) {
	switch {
	case earliest == store.UnknownTime && latest == store.UnknownTime:
		return math.MaxInt64, math.MinInt64, false
	case earliest == store.UnknownTime:
		return latest - 1, latest, true
	case latest == store.UnknownTime || latest <= earliest:
		return earliest, earliest + 1, true
	}
	return earliest, latest, true
}

// shiftFor leaves as much room between ranks as n rows and 32 bits allow.
func shiftFor(n int) uint { return min(12, uint(max(0, 32-bits.Len(uint(n)+1)))) }

func (t *table) rankOf(row uint32) Rank {
	if t.ranks != nil {
		return t.ranks[row]
	}
	return Rank(row+1) << t.shift
}

// rowOf finds the row with a rank.
func (t *table) rowOf(r Rank) (uint32, bool) {
	if t.ranks != nil {
		i, ok := slices.BinarySearch(t.ranks, r)
		return uint32(i), ok
	}
	row := uint32(r>>t.shift) - 1
	return row, r>>t.shift<<t.shift == r && row < uint32(t.len())
}

// newTable brings rows in any order into both.
func newTable(c columns, kinds []string, wide []uint16) *table {
	order := listOrder(&c)
	t := &table{shift: shiftFor(c.len())}
	pickColumns(&t.columns, &c, order)
	if wide != nil {
		t.kind = make([]uint8, len(order))
		for i, from := range order {
			t.setKind(uint32(i), wide[from], kinds)
		}
	}
	keys := make([]keyed, 0, t.len())
	for i, s := range t.state {
		if s&Placed != 0 {
			keys = append(keys, keyed{morton(t.x[i], t.y[i]), uint32(i)})
		}
	}
	keys = radixSort(keys)
	along := make([]uint32, len(keys))
	for i := range keys {
		along[i] = keys[i].row
	}
	t.draw(along)
	t.bound()
	return t
}

// setKind keeps the kind of a row: those that no byte is left for stand beside.
func (t *table) setKind(row uint32, kind uint16, kinds []string) {
	if kind < restKind {
		t.kind[row] = uint8(kind)
		return
	}
	t.kind[row] = restKind
	if t.rest == nil {
		t.rest = map[uint32]string{}
	}
	t.rest[row] = kinds[kind]
}

// listOrder sorts rows as events are listed. Sorting by the first key, with the few
// that share it sorted after, is twice as quick as comparing them all.
func listOrder(c *columns) []uint32 {
	keys := make([]keyed, c.len())
	for i, e := range c.earliest {
		keys[i] = keyed{uint64(e) ^ 1<<63, uint32(i)}
	}
	keys = radixSort(keys)
	for from := 0; from < len(keys); {
		to := from + 1
		for to < len(keys) && keys[to].key == keys[from].key {
			to++
		}
		if to-from > 1 {
			slices.SortFunc(keys[from:to], func(a, b keyed) int { return c.compare(a.row, c, b.row) })
		}
		from = to
	}
	order := make([]uint32, len(keys))
	for i := range keys {
		order[i] = keys[i].row
	}
	return order
}

// pickColumns fills to with the rows of from in an order. Each column of from is let
// go once it is read: of a million events, 70 MB are there one and a bit times, not
// twice.
func pickColumns(to, from *columns, order []uint32) {
	beside(
		func() { pick(&to.id, &from.id, order) },
		func() { pick(&to.number, &from.number, order) },
		func() { pick(&to.earliest, &from.earliest, order) },
		func() { pick(&to.latest, &from.latest, order) },
		func() { pick(&to.day, &from.day, order) },
		func() { pick(&to.kind, &from.kind, order) },
		func() { pick(&to.state, &from.state, order) },
		func() { pick(&to.x, &from.x, order) },
		func() { pick(&to.y, &from.y, order) },
		func() { pick(&to.precision, &from.precision, order) },
		func() { pick(&to.radius, &from.radius, order) },
		func() { pick(&to.country, &from.country, order) },
		func() { pick(&to.killed, &from.killed, order) },
		func() { pick(&to.launched, &from.launched, order) },
	)
}

// beside runs functions on as many goroutines as there are processors.
func beside(fs ...func()) {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, f := range fs {
		g.Go(func() error { f(); return nil })
	}
	_ = g.Wait()
}

func pick[T any](to, from *[]T, order []uint32) {
	src := *from
	if len(src) == 0 {
		return
	}
	dst := make([]T, len(order))
	for i, row := range order {
		dst[i] = src[row]
	}
	*to, *from = dst, nil
}

// draw fills the columns along the curve with rows in its order.
func (t *table) draw(along []uint32) {
	n := len(along)
	t.curve = drawn{make([]int32, n), make([]int32, n), make([]uint8, n), make([]State, n), make([]Rank, n)}
	for i, row := range along {
		t.curve.x[i], t.curve.y[i] = t.x[row], t.y[row]
		t.curve.kind[i], t.curve.state[i] = t.kind[row], t.state[row]
		t.curve.rank[i] = t.rankOf(row)
	}
}

// bound finds the bounds of all blocks.
func (t *table) bound() { beside(t.boundTimes, t.boundAreas) }

func (t *table) boundTimes() {
	t.firstDay, t.lastDay = math.MaxInt32, NoDay
	for _, d := range t.day {
		if d != NoDay {
			t.firstDay, t.lastDay = min(t.firstDay, d), max(t.lastDay, d)
		}
	}
	t.times = make([]span, 0, t.len()/timeBlock+1)
	for from := 0; from < t.len(); from += timeBlock {
		s := span{math.MaxInt64, math.MinInt64, math.MaxInt64, math.MinInt64, false}
		for i := from; i < min(from+timeBlock, t.len()); i++ {
			start, end, dated := interval(t.earliest[i], t.latest[i])
			if !dated {
				s.undated = true
				continue
			}
			s.start, s.lastStart = min(s.start, start), max(s.lastStart, start)
			s.firstEnd, s.end = min(s.firstEnd, end), max(s.end, end)
		}
		t.times = append(t.times, s)
	}
}

func (t *table) boundAreas() {
	n := len(t.curve.x)
	t.areas = make([]bounds, 0, n/drawBlock+1)
	for from := 0; from < n; from += drawBlock {
		to := min(from+drawBlock, n)
		xs, ys := t.curve.x[from:to], t.curve.y[from:to]
		t.areas = append(t.areas, bounds{slices.Min(xs), slices.Min(ys), slices.Max(xs), slices.Max(ys)})
	}
}

// rowOfNumber finds the row of an event's number.
func (t *table) rowOfNumber(n int64) (uint32, bool) {
	t.numbering.Do(func() {
		keys := make([]keyed, t.len())
		for i, n := range t.number {
			keys[i] = keyed{uint64(n) ^ 1<<63, uint32(i)}
		}
		keys = radixSort(keys)
		t.byNumber = make([]uint32, len(keys))
		for i := range keys {
			t.byNumber[i] = keys[i].row
		}
	})
	if t.len() == 0 {
		return 0, false
	}
	// Numbers are given one after another and few events are ever deleted, so the
	// guess is nearly always right.
	guess := n - t.number[t.byNumber[0]]
	if guess >= 0 && guess < int64(t.len()) && t.number[t.byNumber[guess]] == n {
		return t.byNumber[guess], true
	}
	i := sort.Search(t.len(), func(i int) bool { return t.number[t.byNumber[i]] >= n })
	if i == t.len() || t.number[t.byNumber[i]] != n {
		return 0, false
	}
	return t.byNumber[i], true
}

// rowOfID finds the row of an event's id.
func (t *table) rowOfID(id uuid.UUID) (uint32, bool) {
	t.naming.Do(func() {
		keys := make([]keyed, t.len())
		for i := range t.id {
			keys[i] = keyed{upper(t.id[i]), uint32(i)}
		}
		keys = radixSort(keys)
		t.byID = make([]uint32, len(keys))
		for i := range keys {
			t.byID[i] = keys[i].row
		}
	})
	// Sorted by the upper half only: those that share it stand together.
	want := upper(id)
	i := sort.Search(t.len(), func(i int) bool { return upper(t.id[t.byID[i]]) >= want })
	for ; i < t.len() && upper(t.id[t.byID[i]]) == want; i++ {
		if t.id[t.byID[i]] == id {
			return t.byID[i], true
		}
	}
	return 0, false
}

func upper(id uuid.UUID) (v uint64) {
	for _, b := range id[:8] {
		v = v<<8 | uint64(b)
	}
	return v
}
