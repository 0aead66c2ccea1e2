package index

import (
	"math"
	"slices"
	"time"

	"github.com/paulmach/orb"

	"sitmap/store"
)

// Filter narrows events; all that it says must hold. The zero Filter lets all pass.
type Filter struct {
	// Box holds the event's point, edges included; west greater than east crosses
	// the date line. Events without a place lie in no box. nil: anywhere or nowhere.
	Box *orb.Bound
	// From and To bound a window that the event overlaps, both half-open; zero is
	// open. An event of which one instant is known is there at that instant.
	From, To time.Time
	// Undated lets events of unknown time pass where there is a window.
	Undated bool
	// Kinds are codes; none: all.
	Kinds []string
	// Assessments; none: all. An event without one is reported.
	Assessments []store.Assessment
	// Precisions of the place that the point was taken from; none: all.
	Precisions []store.PlacePrecision
	// With are flags an event must have, Without ones it must not have.
	With, Without State
	// Within is a selection it must be in, as of a full text search.
	Within *Selection
}

// test is a filter made ready for the rows of one table.
type test struct {
	kinds    [256]uint8 // 1 passes: numbers, not booleans, so that a row costs no branch
	states   [256]uint8
	rest     map[string]bool // kinds without a byte that pass; nil: all do
	allKinds bool
	allState bool

	precise    bool // what follows is asked for
	precisions [len(precisions)]uint8

	boxed bool
	box   box

	timed    bool
	undated  bool
	from, to int64

	within bitmap // nil: anything
}

// ready makes the test of a filter; false: nothing can pass.
func (c *Columns) ready(f *Filter) (*test, bool) {
	t := &test{undated: f.Undated, from: math.MinInt64, to: math.MaxInt64}
	if f.Box != nil {
		b, ok := boxOfBound(*f.Box)
		if !ok {
			return nil, false
		}
		t.boxed, t.box = true, b
	}
	if !f.From.IsZero() {
		t.timed, t.from = true, f.From.UnixMilli()
	}
	if !f.To.IsZero() {
		t.timed, t.to = true, ceilMilli(f.To)
	}
	if t.from >= t.to {
		return nil, false
	}
	t.allKinds = len(f.Kinds) == 0
	if !t.allKinds {
		t.rest = map[string]bool{}
	}
	for i, k := range c.dict.kinds {
		pass := t.allKinds || slices.Contains(f.Kinds, k)
		switch {
		case i < restKind:
			t.kinds[i] = bit(pass)
		case pass:
			t.kinds[restKind] = 1
			if !t.allKinds {
				t.rest[k] = true
			}
		}
	}
	t.allState = len(f.Assessments) == 0 && f.With == 0 && f.Without == 0
	var named [8]bool
	for _, a := range f.Assessments {
		if a == "" {
			a = store.Reported
		}
		if i := slices.Index(assessments[:], a); i >= 0 {
			named[i] = true
		}
	}
	t.precise = len(f.Precisions) > 0
	for i, p := range precisions {
		t.precisions[i] = bit(slices.Contains(f.Precisions, p))
	}
	with, without := f.With&^assessmentBits, f.Without&^assessmentBits
	for i := range t.states {
		s := State(i)
		t.states[i] = bit((len(f.Assessments) == 0 || named[s&assessmentBits]) && s&with == with && s&without == 0)
	}
	return t, true
}

func bit(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// ceilMilli is the first whole millisecond that is not before t.
func ceilMilli(t time.Time) int64 {
	ms := t.UnixMilli()
	if t.Nanosecond()%int(time.Millisecond) != 0 {
		ms++
	}
	return ms
}

// at asks whether the event of a time is in the window.
func (t *test) at(earliest, latest int64) bool {
	start, end, dated := interval(earliest, latest)
	if !dated {
		return t.undated
	}
	return start < t.to && end > t.from
}

// misses reports whether no event of a block is in the window, covers whether all
// are.
func (t *test) misses(s *span) bool {
	return (s.start >= t.to || s.end <= t.from) && !(s.undated && t.undated)
}

func (t *test) covers(s *span) bool {
	return s.lastStart < t.to && s.firstEnd > t.from && (!s.undated || t.undated)
}
