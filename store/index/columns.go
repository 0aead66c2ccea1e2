package index

import (
	"time"

	"github.com/google/uuid"
	"github.com/paulmach/orb"

	"sitmap/store"
)

// Columns are all events that are not deleted, of one state of the store. They never
// change; any number of goroutines may read them.
type Columns struct {
	head Head
	dict dictionary
	// base has nearly all events, late those that changed since base was made. Rows
	// of base that are deleted or have moved to late are gone.
	base, late *table
	gone       bitmap // nil: none
	goneCount  int
}

// Head names a state of a store: its newest change.
type Head struct {
	Seq  int64
	Hash string
}

func headOf(c store.Change) Head { return Head{c.Seq, c.Hash} }

// New makes columns of rows in any order, no number twice.
func New(rows []store.EventRow, head Head) *Columns {
	g := newGather(dictionary{})
	g.reserve(len(rows))
	g.add(rows)
	return fromGathers([]*gather{g}, head)
}

func fromGathers(gs []*gather, head Head) *Columns {
	d, cols, wide := together(gs)
	return &Columns{head: head, dict: d, base: newTable(cols, d.kinds, wide), late: emptyTable()}
}

func emptyTable() *table {
	t := &table{ranks: []Rank{}}
	t.bound()
	return t
}

// Head is the state of the store that the columns are of.
func (c *Columns) Head() Head { return c.head }

// Len is the number of events.
func (c *Columns) Len() int { return c.base.len() - c.goneCount + c.late.len() }

// Placed is the number of events with a point on the map.
func (c *Columns) Placed() int {
	n := len(c.base.curve.x) + len(c.late.curve.x)
	c.gone.each(func(row uint32) {
		if c.base.state[row]&Placed != 0 {
			n--
		}
	})
	return n
}

// Kinds are the codes of the kinds that events have; [Block.Kind] and
// [Counts] speak of them by place. There are at most 256: should a store use more,
// the last of them is "" and stands for all the rest.
func (c *Columns) Kinds() []string {
	if len(c.dict.kinds) <= restKind {
		return c.dict.kinds
	}
	list := make([]string, restKind+1)
	copy(list, c.dict.kinds[:restKind])
	return list
}

// Event is what the columns hold of one event.
type Event struct {
	Rank             Rank
	Number           int64 // in the store's file
	ID               uuid.UUID
	Kind             string
	Earliest, Latest time.Time // UTC; zero: unknown
	Day              Day       // the local date it counts on
	State            State
	X, Y             int32 // of Unit; nothing where the event is not Placed
	Precision        store.PlacePrecision
	RadiusM          float32
	Country          string
	Killed, Launched float32 // NaN: not known
}

// Point is where the event is, longitude first, within a centimetre or two; false:
// it has no place.
func (e Event) Point() (orb.Point, bool) {
	return World(e.X, e.Y).LonLat(), e.State&Placed != 0
}

// find gives the table and row of a rank.
func (c *Columns) find(r Rank) (*table, uint32, bool) {
	if row, ok := c.base.rowOf(r); ok {
		return c.base, row, !c.gone.has(row)
	}
	row, ok := c.late.rowOf(r)
	return c.late, row, ok
}

// Event returns an event of these columns; false: no event has that rank.
func (c *Columns) Event(r Rank) (Event, bool) {
	t, row, ok := c.find(r)
	if !ok {
		return Event{}, false
	}
	return Event{
		Rank: r, Number: t.number[row], ID: t.id[row], Kind: c.kindOf(t, row),
		Earliest: instant(t.earliest[row]), Latest: instant(t.latest[row]), Day: t.day[row],
		State: t.state[row], X: t.x[row], Y: t.y[row],
		Precision: precisions[t.precision[row]], RadiusM: t.radius[row], Country: c.dict.countries[t.country[row]],
		Killed: t.killed[row], Launched: t.launched[row],
	}, true
}

func (c *Columns) kindOf(t *table, row uint32) string {
	if k := t.kind[row]; k != restKind {
		return c.dict.kinds[k]
	}
	return t.rest[row]
}

func instant(ms int64) time.Time {
	if ms == store.UnknownTime {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}

// RankOfNumber finds an event by its number in the store.
func (c *Columns) RankOfNumber(n int64) (Rank, bool) {
	if row, ok := c.late.rowOfNumber(n); ok {
		return c.late.rankOf(row), true
	}
	row, ok := c.base.rowOfNumber(n)
	return c.base.rankOf(row), ok && !c.gone.has(row)
}

// RankOfID finds an event by its id.
func (c *Columns) RankOfID(id uuid.UUID) (Rank, bool) {
	if row, ok := c.late.rowOfID(id); ok {
		return c.late.rankOf(row), true
	}
	row, ok := c.base.rowOfID(id)
	return c.base.rankOf(row), ok && !c.gone.has(row)
}

// Size is a measure of an event for the size of its symbol; NaN: not known.
type Size int

// The measures that columns hold.
const (
	Killed Size = iota
	Launched
)

// SizeOf returns a measure of an event; false: no event has that rank.
func (c *Columns) SizeOf(r Rank, s Size) (float32, bool) {
	t, row, ok := c.find(r)
	if !ok {
		return 0, false
	}
	if s == Killed {
		return t.killed[row], true
	}
	return t.launched[row], true
}
