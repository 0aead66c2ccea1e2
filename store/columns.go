package store

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"math"

	"github.com/google/uuid"
	"github.com/paulmach/orb"
	"golang.org/x/sync/errgroup"
)

// EventRow is the little of an event that drawing, ordering and counting it need.
type EventRow struct {
	Number           int64 // of the event in this file; it never changes
	ID               uuid.UUID
	Kind             string
	Earliest, Latest int64 // UTC milliseconds since 1970, or UnknownTime
	Precision        Precision
	Zone             string // IANA name; "": none told
	CountsOn         string // YYYY-MM-DD, where set
	Review           Review
	Assessment       Assessment
	Protected        bool // a TLP above CLEAR, an embargo, or not to be published

	// Point stands for the event on a map, longitude first; it means something
	// only where Placed.
	Point          orb.Point
	Placed         bool
	PlacePrecision PlacePrecision // of the place the point was taken from
	RadiusM        float64        // metres; 0: not given
	Country        string         // ISO 3166-1 alpha-2

	// Killed and Launched are lower bounds of the headline figures that count the
	// event itself; NaN: not known. Where a measure was counted of several things
	// ("civilians", "soldiers") it is the highest, never their sum: they may overlap.
	Killed, Launched float64
}

// UnknownTime stands for an instant that is not known: later than any other, as
// events are ordered.
const UnknownTime = math.MaxInt64

// The measures that an EventRow has.
const killed, launched = "killed", "launched"

// RowOf is the row of an event that has a number.
func RowOf(number int64, e Event) EventRow {
	id, _ := uuid.Parse(e.ID) // the nil UUID for what no store would take
	r := EventRow{
		Number: number, ID: id, Kind: e.Kind, Earliest: UnknownTime, Latest: UnknownTime,
		Precision: e.When.Precision, Zone: e.When.Zone, CountsOn: e.When.CountsOn,
		Review: e.Review, Assessment: e.Assessment,
		Protected: e.Protection.TLP != "" && e.Protection.TLP != "CLEAR" || !e.Protection.Embargo.IsZero() || e.Protection.DoNotPublish,
	}
	if !e.When.Earliest.IsZero() {
		r.Earliest = e.When.Earliest.UnixMilli()
	}
	if !e.When.Latest.IsZero() {
		r.Latest = e.When.Latest.UnixMilli()
	}
	if p, i := standsFor(&e); p != nil {
		place := &e.Places[i]
		r.Placed, r.Point = true, *p
		r.PlacePrecision, r.RadiusM, r.Country = place.Precision, place.RadiusM, place.Country
	}
	r.Killed, r.Launched = sizesOf(e)
	return r
}

// sizesOf finds the measures of an EventRow by the rule of the headlines.
func sizesOf(e Event) (k, l float64) {
	k, l = math.NaN(), math.NaN()
	for _, f := range Figures(e) {
		if f.Low == nil || !f.Scope.IsZero() {
			continue
		}
		switch f.Measure {
		case killed:
			k = higher(k, *f.Low)
		case launched:
			l = higher(l, *f.Low)
		}
	}
	return k, l
}

// higher is the higher of two numbers, of which the first may be NaN.
func higher(a, b float64) float64 {
	if a > b {
		return a
	}
	return b
}

// rowBatch is how many numbers a reader asks for at a time.
const rowBatch = 8192

// EventRows reads the rows of all events that are not deleted, of one state of the
// store, and returns the newest change of that state. The work is shared by a number
// of readers, each with a range of the events' numbers of its own, ascending from
// reader to reader; take is called with one batch after another of each, several
// readers at a time, and with how many rows that reader has at most in all. The slice
// is used again after take returns.
func (s *Store) EventRows(ctx context.Context, readers int, p Progress, take func(reader int, rows []EventRow, atMost int64) error) (head Change, err error) {
	return s.eventRows(ctx, nil, readers, p, take)
}

// eventRows reads rows as they are, or as they were in a past.
func (s *Store) eventRows(ctx context.Context, past *Past, readers int, p Progress, take func(reader int, rows []EventRow, atMost int64) error) (head Change, err error) {
	if s.closed.Load() {
		return Change{}, errClosed
	}
	rs, head, err := s.rowReaders(ctx, max(readers, 1))
	if err != nil {
		return Change{}, explain("reading", s.path, err)
	}
	defer func() {
		for _, r := range rs {
			r.close()
		}
	}()
	if past != nil {
		then, err := past.upTo(ctx, rs[0].conn)
		if err != nil {
			return Change{}, explain("reading", s.path, err)
		}
		for _, r := range rs {
			r.records.then = then
		}
	}
	var first, last sql.NullInt64
	if err := rs[0].conn.QueryRowContext(ctx, `SELECT min(n), max(n) FROM event`).Scan(&first, &last); err != nil {
		return Change{}, explain("reading", s.path, err)
	}
	if !first.Valid {
		return head, nil
	}
	told := newTeller(p, last.Int64-first.Int64+1)
	share := (last.Int64-first.Int64)/int64(len(rs)) + 1
	g, ctx := errgroup.WithContext(ctx)
	for i, r := range rs {
		from := first.Int64 + int64(i)*share
		to := min(from+share-1, last.Int64)
		g.Go(func() error {
			for ; from <= to; from += rowBatch {
				end := min(from+rowBatch-1, to)
				rows, err := r.rows(ctx, eventRange(from, end))
				if err == nil {
					rows, err = r.rowsThen(ctx, rows, from, end)
				}
				if err == nil {
					err = take(i, rows, share)
				}
				if err != nil {
					return err
				}
				told.add(end - from + 1)
			}
			return nil
		})
	}
	return head, explain("reading", s.path, g.Wait())
}

// EventRowsSince reads the rows of the events that changes behind the one numbered
// after touched, and lists the numbers of those that are no longer there. It also
// returns the newest change of the state it read. Where the changes have more than
// limit items of events it reads none and says tooMany: then [Store.EventRows] is
// quicker.
func (s *Store) EventRowsSince(ctx context.Context, after int64, limit int) (rows []EventRow, gone []int64, head Change, tooMany bool, err error) {
	if s.closed.Load() {
		return nil, nil, Change{}, false, errClosed
	}
	fail := func(err error) ([]EventRow, []int64, Change, bool, error) {
		return nil, nil, Change{}, false, explain("reading the changes of", s.path, err)
	}
	rs, head, err := s.rowReaders(ctx, 1)
	if err != nil {
		return fail(err)
	}
	r := rs[0]
	defer r.close()
	var items int
	err = r.conn.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT 1 FROM change_item WHERE change > ? AND entity = 'event' LIMIT ?)`,
		after, limit+1).Scan(&items)
	if err != nil {
		return fail(err)
	}
	if items > limit {
		return nil, nil, head, true, nil
	}
	list, err := r.conn.QueryContext(ctx, `SELECT n, deleted FROM event
		WHERE id IN (SELECT record FROM change_item WHERE change > ? AND entity = 'event') ORDER BY n`, after)
	if err != nil {
		return fail(err)
	}
	var live []int64
	err = scanAll(list, func() error {
		var n int64
		var deleted bool
		err := list.Scan(&n, &deleted)
		if deleted {
			gone = append(gone, n)
		} else {
			live = append(live, n)
		}
		return err
	})
	if err != nil {
		return fail(err)
	}
	if len(live) > 0 {
		if rows, err = r.rows(ctx, someEvents(live)); err != nil {
			return fail(err)
		}
	}
	return rows, gone, head, false, nil
}

// ChangeHash is the hash of the change with a number, as [Change.Hash] has it; ""
// where there is none.
func (s *Store) ChangeHash(ctx context.Context, seq int64) (string, error) {
	var hash []byte
	err := s.read.QueryRowContext(ctx, `SELECT hash FROM change WHERE n = ?`, seq).Scan(&hash)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return hex.EncodeToString(hash), explain("reading", s.path, err)
}

// EventNumbers returns the numbers of the events that pass f, in the order of
// [Store.Events], without reading them.
func (s *Store) EventNumbers(ctx context.Context, f Filter) ([]int64, error) {
	var list []int64
	err := s.snapshot(ctx, func(r *reader) error {
		var err error
		list, err = matching(ctx, r.q, f)
		return err
	})
	return list, explain("reading", s.path, err)
}
