package situation

import (
	"context"

	"github.com/google/uuid"

	"sitmap/store/index"
)

// Rows are the events that pass the filter, in order of time. While they are few all
// are there; of very many those are read that somebody looks at.
type Rows struct {
	s     *Situation
	fixed []Row            // all of them, or nil and
	sel   *index.Selection // these
	o     Options
}

// Len is the number of events.
func (r Rows) Len() int {
	switch {
	case r.sel != nil:
		return r.sel.Len()
	default:
		return len(r.fixed)
	}
}

// At is one of them. Where it is still to be read, false, it has what is known already,
// and subscribers are told once the rest is there. It never waits for the disk.
func (r Rows) At(i int) (Row, bool) {
	if r.sel == nil {
		return r.fixed[i], true
	}
	rank := r.sel.At(i)
	e, _ := r.sel.Columns().Event(rank)
	if row, ok := r.s.cached(e.Number); ok {
		return row, true
	}
	r.s.wantRows(r, i)
	return r.bare(e), false
}

// bare is a row of what the columns know.
func (r Rows) bare(e index.Event) Row {
	b := newBuilder(r.o)
	k := b.kinds[e.Kind]
	if k.Icon == "" {
		k.Icon = "other"
	}
	return Row{
		ID: e.ID.String(), Kind: e.Kind, KindName: KindName(r.o.Kinds, e.Kind), Icon: k.Icon, Colour: kindColour(k, false),
		Title: "…", When: e.Day.String(), Assessment: e.State.Assessment(), OnMap: e.State&index.Placed != 0,
	}
}

// Index is where an event stands among them, -1 where it does not.
func (r Rows) Index(id string) int {
	if r.sel == nil {
		for i := range r.fixed {
			if r.fixed[i].ID == id {
				return i
			}
		}
		return -1
	}
	u, err := uuid.Parse(id)
	if err != nil {
		return -1
	}
	rank, ok := r.sel.Columns().RankOfID(u)
	if !ok {
		return -1
	}
	at, ok := r.sel.Position(rank)
	if !ok {
		return -1
	}
	return at
}

// page is how many rows are read at a time: what a tall window shows, twice.
const page = 96

// keptRows is how many rows are kept that were looked at, at least.
const keptRows = 2048

// rowCache has rows by the number of their event, in two generations: what was not
// looked at for long is forgotten with the older.
type rowCache struct {
	young, old map[int64]Row
	wanted     *wantedRows
}

type wantedRows struct {
	rows Rows
	from int
}

func (c *rowCache) clear() { c.young, c.old = nil, nil }

func (c *rowCache) get(n int64) (Row, bool) {
	if r, ok := c.young[n]; ok {
		return r, true
	}
	r, ok := c.old[n]
	if ok {
		c.put(n, r)
	}
	return r, ok
}

func (c *rowCache) put(n int64, r Row) {
	if c.young == nil || len(c.young) >= keptRows {
		c.young, c.old = map[int64]Row{}, c.young
	}
	c.young[n] = r
}

func (s *Situation) cached(n int64) (Row, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.cache.get(n)
}

// wantRows has the rows around one read; the newest wish wins.
func (s *Situation) wantRows(r Rows, i int) {
	s.change(func() bool {
		from := max(0, i-page/3)
		if w := s.cache.wanted; w != nil && w.rows.sel == r.sel && i >= w.from && i < w.from+page {
			return false
		}
		s.cache.wanted = &wantedRows{r, from}
		return true
	}, tasks{fill: true})
}

// fill reads the rows that are wanted.
func (s *Situation) fill(ctx context.Context) {
	s.mu.Lock()
	w := s.cache.wanted
	s.mu.Unlock()
	if w == nil {
		return
	}
	c := w.rows.sel.Columns()
	var ranks []index.Rank
	for i := w.from; i < min(w.from+page, w.rows.sel.Len()); i++ {
		ranks = append(ranks, w.rows.sel.At(i))
	}
	past := s.AsKnownAt()
	found, err := (&planner{read: s.from()}).events(ctx, ranks, c)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.past != past {
		return // of a moment that is no longer looked at
	}
	if s.cache.wanted == w {
		s.cache.wanted = nil
	}
	if err != nil {
		if !cancelled(err) {
			s.c.Log.Error("reading rows of the list failed", "err", err)
		}
		return
	}
	for _, e := range found {
		b := newBuilder(w.rows.o)
		b.event(e.Value)
		s.cache.put(e.Number, b.row(e.Stored, b.count() > 0))
	}
	s.filled++
}
