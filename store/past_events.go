package store

import (
	"context"
	"iter"
	"slices"
)

// Event returns one event as it was then; ErrNotFound where it was not there. One that
// was deleted before is returned as such.
func (p *Past) Event(ctx context.Context, id string) (Stored[Event], error) {
	var out Stored[Event]
	err := p.snapshot(ctx, func(r *reader) error {
		h, found, err := headOf(ctx, r.q, tables[EntityEvent], id)
		if err != nil {
			return err
		}
		if !found {
			return say(ErrNotFound, "there is no event %s in %s", id, p.s.name())
		}
		rows, err := r.eventsWhole(ctx, oneEvent(h.n))
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return say(ErrNotFound, "the event %s was not in %s then: as known at %s", id, p.s.name(), stampUTC(p.asked))
		}
		out = rows[0].Stored
		return nil
	})
	return out, explain("reading", p.file(), err)
}

// Events yields the events as they were that pass f, in the order of [Store.Events].
func (p *Past) Events(ctx context.Context, f Filter) iter.Seq2[Stored[Event], error] {
	return eventsOf(ctx, p, f)
}

// EventsNumbered reads events as [Store.EventsNumbered] does, as they were.
func (p *Past) EventsNumbered(ctx context.Context, numbers []int64) ([]NumberedEvent, error) {
	return eventsNumbered(ctx, p, numbers)
}

// EventNumbers returns the numbers of the events that passed f, in the order of
// [Past.Events].
func (p *Past) EventNumbers(ctx context.Context, f Filter) ([]int64, error) {
	var list []int64
	err := p.snapshot(ctx, func(r *reader) (err error) {
		list, err = r.matching(ctx, f)
		return err
	})
	return list, explain("reading", p.file(), err)
}

// EventRows reads the rows of all events as [Store.EventRows] does, as they were.
func (p *Past) EventRows(ctx context.Context, readers int, pr Progress, take func(reader int, rows []EventRow, atMost int64) error) (Change, error) {
	_, err := p.s.eventRows(ctx, p, readers, pr, take)
	return p.head, err
}

// EventRowsSince reads nothing where after is the past's own head: it never changes.
func (p *Past) EventRowsSince(_ context.Context, after int64, _ int) (rows []EventRow, gone []int64, head Change, tooMany bool, err error) {
	return nil, nil, p.head, after != p.head.Seq, nil
}

// rowsThen brings rows of events with numbers from one to another to how they were.
func (r *rowReader) rowsThen(ctx context.Context, rows []EventRow, from, to int64) ([]EventRow, error) {
	s := r.records.then
	if s == nil {
		return rows, nil
	}
	rows = slices.DeleteFunc(rows, func(x EventRow) bool {
		_, touched := s.of(EntityEvent, x.Number)
		return touched
	})
	at, _ := slices.BinarySearch(s.events, from)
	end, _ := slices.BinarySearch(s.events, to+1)
	if at == end {
		return rows, nil
	}
	for ns := range slices.Chunk(s.events[at:end], batch) {
		r.records.trim()
		for _, n := range ns {
			t, _ := s.of(EntityEvent, n)
			x, err := r.records.eventThen(ctx, n, t)
			if err != nil {
				return nil, err
			}
			if err := r.records.fill(ctx, x); err != nil {
				return nil, err
			}
			rows = append(rows, RowOf(n, x.Value))
		}
	}
	slices.SortFunc(rows, func(a, b EventRow) int { return int(a.Number - b.Number) })
	return rows, nil
}
