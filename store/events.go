package store

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"slices"
	"strings"
)

// Filter narrows events. The zero Filter lets all pass but deleted ones.
type Filter struct {
	Text string // full text: every word must be found, in any spelling of its letters
	IDs  []string
	// Spellings tell of words of Text what else they may be found by.
	Spellings []Spelling
}

// Spelling is what else words of a filter's text stand for: Kiev for what happened
// at the place 703448, or names Kyiv. Where spellings share words the first counts.
type Spelling struct {
	Words      string   // one word of the text or several that follow one another
	Names      []string // whole names that are as good
	GeonameIDs []int64  // places that events need only be at
}

// Event returns one event, a deleted one too.
func (s *Store) Event(ctx context.Context, id string) (Stored[Event], error) {
	var out Stored[Event]
	err := s.snapshot(ctx, func(r *reader) error {
		var n int64
		err := r.q.QueryRowContext(ctx, `SELECT n FROM event WHERE id = ?`, id).Scan(&n)
		if errors.Is(err, sql.ErrNoRows) {
			return say(ErrNotFound, "there is no event %s in %s", id, s.name())
		}
		if err != nil {
			return err
		}
		rows, err := r.eventsWhole(ctx, oneEvent(n))
		if err == nil && len(rows) == 1 {
			out = rows[0].Stored
		}
		return err
	})
	return out, explain("reading", s.path, err)
}

// batch is how many events are read at a time.
const batch = 512

// Events yields the events that pass f, ordered by earliest, latest, id, unknown
// times last. All are of one state of the store, whatever is written meanwhile. An
// error ends the sequence.
func (s *Store) Events(ctx context.Context, f Filter) iter.Seq2[Stored[Event], error] {
	return eventsOf(ctx, s, f)
}

// moment is a state that records are read from: a store's present, or a past of it.
type moment interface {
	snapshot(ctx context.Context, f func(*reader) error) error
	file() string
}

func (s *Store) file() string { return s.path }

func eventsOf(ctx context.Context, m moment, f Filter) iter.Seq2[Stored[Event], error] {
	return func(yield func(Stored[Event], error) bool) {
		stopped := false
		err := m.snapshot(ctx, func(r *reader) error {
			list, err := r.matching(ctx, f)
			if err != nil {
				return err
			}
			for ns := range slices.Chunk(list, batch) {
				sorted := slices.Clone(ns)
				slices.Sort(sorted)
				rows, err := r.eventsWhole(ctx, someEvents(sorted))
				if err != nil {
					return err
				}
				byNumber := make(map[int64]*row, len(rows))
				for _, x := range rows {
					byNumber[x.n] = x
				}
				for _, n := range ns {
					if x := byNumber[n]; x != nil && !yield(x.Stored, nil) {
						stopped = true
						return nil
					}
				}
			}
			return nil
		})
		if err != nil && !stopped {
			yield(Stored[Event]{}, explain("reading", m.file(), err))
		}
	}
}

// matching are the numbers of the events that pass f, in order.
func matching(ctx context.Context, q queryer, f Filter) ([]int64, error) {
	found, err := ordered(ctx, q, f, actorsFound)
	list := make([]int64, len(found))
	for i := range found {
		list[i] = found[i].n
	}
	return list, err
}

// ordered are the events that pass f, in order; actors finds those whose names match.
func ordered(ctx context.Context, q queryer, f Filter, actors findActors) ([]order, error) {
	var where strings.Builder
	var args []any
	where.WriteString(`e.deleted = 0`)
	wanted := terms(f)
	for _, t := range wanted {
		condition, values, err := t.condition(actors)
		if err != nil {
			return nil, err
		}
		where.WriteString(` AND ` + condition)
		args = append(args, values...)
	}
	if strings.TrimSpace(f.Text) != "" && len(wanted) == 0 {
		return nil, nil // nothing but signs, which no event is found by
	}
	if len(f.IDs) > 0 {
		list, err := encode(f.IDs)
		if err != nil {
			return nil, err
		}
		where.WriteString(` AND e.id IN (SELECT value FROM json_each(?))`)
		args = append(args, string(list))
	}
	rows, err := q.QueryContext(ctx, `SELECT e.n, ifnull(e.earliest, 9223372036854775807), ifnull(e.latest, 9223372036854775807), e.id
		FROM event e WHERE `+where.String()+` ORDER BY 2, 3, 4`, args...)
	if err != nil {
		return nil, err
	}
	var list []order
	err = scanAll(rows, func() error {
		var o order
		err := rows.Scan(&o.n, &o.earliest, &o.latest, &o.id)
		list = append(list, o)
		return err
	})
	return list, err
}

// snapshot runs f over one state of the store.
func (s *Store) snapshot(ctx context.Context, f func(*reader) error) error {
	if s.closed.Load() {
		return errClosed
	}
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	return f(newReader(tx))
}
