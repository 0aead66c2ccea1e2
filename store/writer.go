package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"hash"
	"time"
)

// writer is one change being made: it holds the writing connection inside a
// transaction, and writes records together with their items of the history.
type writer struct {
	s    *Store
	ctx  context.Context // the caller's; asked between records
	conn *sql.Conn
	now  time.Time
	v    *validator
	*reader

	n, seq  int64 // number of the change, here and in its origin
	parents []int64
	items   int64
	texts   int64     // how many events were written, whose text is indexed
	digests hash.Hash // of the items' digests

	// strict refuses inline records that differ from those in the store, instead
	// of updating them.
	strict    bool
	lastEvent *string      // greatest id of an event; nil: not known
	list      []ChangeItem // what was touched; nil where nobody asks
	keep      bool         // whether to fill list
	seen      inlineCache
}

// background is what statements run under within a transaction: a context that can
// end costs a goroutine for each of them. Callers look at w.ctx between records.
var background = context.Background()

// write runs f as one change. Without items nothing is written, and the zero
// Change is returned.
func (s *Store) write(ctx context.Context, doing string, why func(*writer) (Reason, string, int64), f func(*writer) error) (Change, error) {
	var change Change
	err := s.exclusive(ctx, doing, func() error {
		w, err := s.begin(ctx)
		if err != nil {
			return err
		}
		if err := f(w); err != nil {
			return err
		}
		if w.items == 0 {
			return nil
		}
		if err := w.mergeTexts(); err != nil {
			return err
		}
		reason, note, undoes := why(w)
		change, err = w.finish(reason, note, undoes)
		// Before it is committed: whoever watches may see it at once.
		s.own.add(w.n)
		return err
	})
	if err != nil {
		s.own.remove(change.Seq)
		return Change{}, err
	}
	if change.Seq != 0 {
		s.watch.poke()
	}
	return change, nil
}

// exclusive waits for its turn and runs f in a transaction of the one writer.
func (s *Store) exclusive(ctx context.Context, doing string, f func() error) error {
	if s.readOnly != "" {
		return say(ErrReadOnly, "nothing can be written to %s: %s", s.name(), s.readOnly)
	}
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if s.closed.Load() {
		return errClosed
	}
	err := inTransaction(ctx, s.write1, f)
	if err != nil {
		// What was read inside a transaction that did not commit is not so.
		s.forget()
	} else {
		s.tender.tell(s)
	}
	return explain(doing, s.path, err)
}

var errClosed = errors.New("the store is closed")

// begin reads the head of the chain and prepares the change behind it.
func (s *Store) begin(ctx context.Context) (*writer, error) {
	c, err := s.currentCodes()
	if err != nil {
		return nil, err
	}
	w := &writer{
		s: s, ctx: ctx, conn: s.write1, now: instant(s.clock()),
		v: newValidator(c), digests: sha256.New(), reader: newReader(s.write1),
	}
	var head sql.NullInt64
	if err := w.row(`SELECT max(n) FROM change`).Scan(&head); err != nil {
		return nil, err
	}
	if head.Valid {
		w.parents = []int64{head.Int64}
	}
	w.n = head.Int64 + 1
	if err := w.row(`SELECT coalesce(max(seq), 0) + 1 FROM change WHERE origin = ?`, s.id).Scan(&w.seq); err != nil {
		return nil, err
	}
	return w, nil
}

// currentCodes are the vocabularies, read anew after any other connection wrote.
func (s *Store) currentCodes() (*codes, error) {
	var version int64
	if err := s.write1.QueryRowContext(background, `PRAGMA data_version`).Scan(&version); err != nil {
		return nil, err
	}
	if s.codes == nil || version != s.codesVersion {
		c, err := readCodes(background, s.write1)
		if err != nil {
			return nil, err
		}
		s.codes, s.codesVersion = c, version
	}
	return s.codes, nil
}

// forget drops what was read inside a transaction that did not commit.
func (s *Store) forget() { s.codes = nil }

// prepared returns the statement, prepared once on the writing connection.
func (s *Store) prepared(query string) (*sql.Stmt, error) {
	if st, ok := s.stmts[query]; ok {
		return st, nil
	}
	st, err := s.write1.PrepareContext(background, query)
	if err != nil {
		return nil, fmt.Errorf("preparing %.60q: %w", query, err)
	}
	s.stmts[query] = st
	return st, nil
}

func (w *writer) exec(query string, args ...any) error {
	st, err := w.s.prepared(query)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(background, args...)
	return err
}

// add inserts a row.
func (w *writer) add(table, columns string, args ...any) error {
	key := insertion{table, len(args)}
	query, ok := w.s.inserts[key]
	if !ok {
		query = `INSERT INTO ` + table + ` (` + columns + `) VALUES (` + marks(len(args)) + `)`
		w.s.inserts[key] = query
	}
	return w.exec(query, args...)
}

// insertion is a table and the number of columns that are given.
type insertion struct {
	table string
	width int
}

// insert is exec for a row that gets a number of its own.
func (w *writer) insert(query string, args ...any) (int64, error) {
	st, err := w.s.prepared(query)
	if err != nil {
		return 0, err
	}
	r, err := st.ExecContext(background, args...)
	if err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

type scanner interface{ Scan(...any) error }

type failed struct{ err error }

func (f failed) Scan(...any) error { return f.err }

func (w *writer) row(query string, args ...any) scanner {
	st, err := w.s.prepared(query)
	if err != nil {
		return failed{err}
	}
	return st.QueryRowContext(background, args...)
}

func (w *writer) newID() string { return w.s.newID() }
