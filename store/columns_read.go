package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
)

// rowReader reads rows over a connection of its own, in a transaction that it
// keeps open.
type rowReader struct {
	conn    *sql.Conn
	records *reader
	texts   map[string]EventRow // what rows with the same texts have in common
	buf     []EventRow
	places  []int64 // of each row the position of the place its point was taken from
	unclear []int   // rows whose measures take the whole event
}

// rowReaders opens readers that see the same state of the store.
func (s *Store) rowReaders(ctx context.Context, n int) (rs []*rowReader, head Change, err error) {
	// Somebody may write between the opening of one and of the next. Where that
	// happens time and again, one reader has to do.
	for range 3 {
		rs, head, err = s.tryRowReaders(ctx, n)
		if err != nil || rs != nil {
			return rs, head, err
		}
	}
	return s.tryRowReaders(ctx, 1)
}

// tryRowReaders gives none where the store changed meanwhile.
func (s *Store) tryRowReaders(ctx context.Context, n int) (rs []*rowReader, head Change, err error) {
	done := false
	defer func() {
		if !done {
			for _, r := range rs {
				r.close()
			}
			rs = nil
		}
	}()
	for i := range n {
		conn, err := s.read.Conn(ctx)
		if err != nil {
			return rs, head, err
		}
		rs = append(rs, &rowReader{conn: conn, records: newReader(conn), texts: map[string]EventRow{}})
		if _, err := conn.ExecContext(ctx, `BEGIN`); err != nil {
			return rs, head, err
		}
		c, err := scanChange(conn.QueryRowContext(ctx, `SELECT `+changeColumns+` FROM change c ORDER BY c.n DESC LIMIT 1`).Scan)
		if errors.Is(err, sql.ErrNoRows) {
			c, err = Change{}, nil
		}
		if err != nil {
			return rs, head, err
		}
		if i > 0 && c.Hash != head.Hash {
			return rs, head, nil
		}
		head = c
	}
	done = true
	return rs, head, nil
}

func (r *rowReader) close() {
	_, _ = r.conn.ExecContext(background, `ROLLBACK`)
	_ = r.conn.Close()
}

// rows reads some events; the slice is used again by the next call.
func (r *rowReader) rows(ctx context.Context, w which) ([]EventRow, error) {
	for _, f := range []func(context.Context, which) error{r.readEvents, r.readPlaces, r.readClaims, r.readUnclear} {
		if err := f(ctx, w); err != nil {
			return nil, err
		}
	}
	return r.buf, nil
}

// readUnclear judges the events whose measures do not follow from one claim each. It
// reads what the rule of the headlines asks about, which is half of an event.
func (r *rowReader) readUnclear(ctx context.Context, _ which) error {
	// What an event holds now may name records that were not there then.
	r.unclear = slices.DeleteFunc(r.unclear, func(at int) bool {
		_, touched := r.records.then.of(EntityEvent, r.buf[at].Number)
		return touched
	})
	if len(r.unclear) == 0 {
		return nil
	}
	ns := make([]int64, len(r.unclear))
	rows := make([]*row, len(r.unclear))
	for i, at := range r.unclear {
		have, x := &r.buf[at], &row{}
		x.n, ns[i] = have.Number, have.Number
		if have.Earliest != UnknownTime {
			x.Value.When.Earliest = unixMillis(have.Earliest)
		}
		if have.Latest != UnknownTime {
			x.Value.When.Latest = unixMillis(have.Latest)
		}
		rows[i] = x
	}
	p := &partReader{r: r.records, ctx: ctx, which: someEvents(ns), rows: rows}
	for _, read := range []func() error{p.places, p.citations, p.phases, p.claims, p.claimTimes, p.cited, p.headlines} {
		if err := read(); err != nil {
			return err
		}
	}
	for i, x := range rows {
		if err := r.records.fill(ctx, x); err != nil {
			return err
		}
		to := &r.buf[r.unclear[i]]
		to.Killed, to.Launched = sizesOf(x.Value)
	}
	return nil
}

// teller passes on the progress of several readers, one report at a time.
type teller struct {
	p     Progress
	done  chan int64 // how far they are; whoever took it may tell
	total int64
}

func newTeller(p Progress, total int64) *teller {
	t := &teller{p: p, done: make(chan int64, 1), total: total}
	t.done <- 0
	return t
}

func (t *teller) add(n int64) {
	done := <-t.done + n
	if t.p != nil {
		t.p(done, t.total)
	}
	t.done <- done
}
