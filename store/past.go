package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"time"
)

// Past is the whole store as it stood when one of its changes was the newest: what was
// recorded later is not there, what was altered later is as it was, what was deleted
// later is there. It reads the rows as they are now and, of the records that later
// changes touched, the states that the history keeps, so it costs what has changed
// since. It never changes and its methods may be called from any goroutine, as long as
// the store is open.
type Past struct {
	s     *Store
	head  Change
	asked time.Time

	mu   sync.Mutex
	seen *since // nil: the history behind head was not read yet
}

// At is the store as it stood when the change numbered seq was the newest.
func (s *Store) At(ctx context.Context, seq int64) (*Past, error) {
	newest, err := s.Head(ctx)
	if err != nil {
		return nil, err
	}
	switch {
	case newest.Seq == 0:
		return nil, say(ErrNotFound, "%s has no history yet: nothing was recorded in it", s.name())
	case seq < 1:
		return nil, say(ErrNotFound, "the changes of %s are counted from 1: there is no change %d", s.name(), seq)
	case seq > newest.Seq:
		return nil, say(ErrNotFound, "there is no change %d in %s: the newest is %d", seq, s.name(), newest.Seq)
	}
	c, err := scanChange(s.read.QueryRowContext(ctx, `SELECT `+changeColumns+` FROM change c WHERE c.n = ?`, seq).Scan)
	if err != nil {
		return nil, explain("reading the history of", s.path, missing(err))
	}
	return &Past{s: s, head: c, asked: c.Time}, nil
}

// AsKnownAt is the store as it stood at a moment: with the changes up to the newest
// one made then or before. A moment before the first change is refused with
// ErrNotFound.
func (s *Store) AsKnownAt(ctx context.Context, t time.Time) (*Past, error) {
	c, err := scanChange(s.read.QueryRowContext(ctx, `SELECT `+changeColumns+` FROM change c
		WHERE c.time <= ? ORDER BY c.n DESC LIMIT 1`, t.UnixMilli()).Scan)
	if err == nil {
		return &Past{s: s, head: c, asked: t.UTC()}, nil
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return nil, explain("reading the history of", s.path, err)
	}
	var first sql.NullInt64
	if err := s.read.QueryRowContext(ctx, `SELECT min(time) FROM change`).Scan(&first); err != nil {
		return nil, explain("reading the history of", s.path, err)
	}
	if !first.Valid {
		return nil, say(ErrNotFound, "%s has no history yet: nothing was recorded in it", s.name())
	}
	return nil, say(ErrNotFound, "nothing was known yet at %s: the first change of %s was made on %s; choose a later moment",
		stampUTC(t), s.name(), stampUTC(fromMillis(first)))
}

func stampUTC(t time.Time) string { return t.UTC().Format("2 January 2006, 15:04:05 UTC") }

// Moment is the instant that was asked for: that of the change where it was asked for
// by its number.
func (p *Past) Moment() time.Time { return p.asked }

// Store is the store whose past it is.
func (p *Past) Store() *Store { return p.s }

// ID is the store's own UUID.
func (p *Past) ID() string { return p.s.ID() }

// Path is the store's file.
func (p *Past) Path() string { return p.s.Path() }

// Head is the newest change of that state, without its items.
func (p *Past) Head(context.Context) (Change, error) { return p.head, nil }

// ChangeHash is the hash of the change with a number; "" where there is none.
func (p *Past) ChangeHash(ctx context.Context, seq int64) (string, error) {
	if seq > p.head.Seq {
		return "", nil
	}
	return p.s.ChangeHash(ctx, seq)
}

// snapshot runs f over the past, read from one state of the store.
func (p *Past) snapshot(ctx context.Context, f func(*reader) error) error {
	return p.s.snapshot(ctx, func(r *reader) error {
		var err error
		if r.then, err = p.upTo(ctx, r.q); err != nil {
			return err
		}
		return f(r)
	})
}

func (p *Past) file() string { return p.s.path }
