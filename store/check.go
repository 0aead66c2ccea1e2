package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Problem is one thing Check found wrong.
type Problem struct {
	Where string // "event 0197…", "change 12", "file"
	What  string // a sentence
}

// Report is what Check found.
type Report struct {
	Changes  int64
	Events   int64  // deleted ones aside
	Head     string // hash of the newest change
	Problems []Problem
}

// OK reports whether nothing was found wrong.
func (r Report) OK() bool { return len(r.Problems) == 0 }

// maxProblems bounds a report: a file that is all wrong is told as such.
const maxProblems = 1000

// checker proves one state of a store.
type checker struct {
	ctx      context.Context
	conn     *sql.Conn
	r        *reader
	report   Report
	progress Progress
	done     int64
	// What the full text ought to hold, by the rows.
	eventTexts, actorTexts textSum
	total                  int64
}

// Check proves the file: its integrity and foreign keys, every digest, the chain of
// changes, the rows against the last state in the history, attachments, the
// GeoPackage's tables, the full text, and the heads of publications. What is wrong
// is in the report; an error is that the check itself could not be done.
//
// A chain cannot show that its newest changes were cut off with all they wrote:
// compare Report.Head with the one on a publication.
func (s *Store) Check(ctx context.Context, p Progress) (Report, error) {
	if s.closed.Load() {
		return Report{}, errClosed
	}
	a := accessCheck
	if s.write1 == nil && s.readOnly != "" {
		if can, _ := writable(s.path); !can {
			a = accessImmutable
		}
	}
	// A connection of its own: the full text is compared through temporary tables.
	db, err := connect(s.path, a, s.opts.busy, 1)
	if err != nil {
		return Report{}, explain("checking", s.path, err)
	}
	defer func() { _ = db.Close() }()
	conn, err := db.Conn(ctx)
	if err != nil {
		return Report{}, explain("checking", s.path, err)
	}
	defer func() { _ = conn.Close() }()
	c := &checker{ctx: ctx, conn: conn, r: newReader(conn), progress: p}
	if err := c.run(); err != nil {
		return c.report, explain("checking", s.path, err)
	}
	return c.report, nil
}

func (c *checker) run() error {
	// One state, whatever is written meanwhile.
	if _, err := c.conn.ExecContext(c.ctx, `PRAGMA query_only = 0`); err != nil {
		return err
	}
	if _, err := c.conn.ExecContext(c.ctx, `BEGIN`); err != nil {
		return err
	}
	defer func() { _, _ = c.conn.ExecContext(background, `ROLLBACK`) }()
	if err := c.count(); err != nil {
		return c.damaged(err)
	}
	for _, step := range []func() error{
		c.file, c.chain, c.loose, c.records, c.events, c.states, c.text, c.attachments, c.geopackage, c.publications,
	} {
		if err := c.damaged(step()); err != nil {
			return err
		}
	}
	if c.progress != nil {
		c.progress(c.total, c.total)
	}
	return nil
}

// damaged turns what a damaged file makes SQLite say into a problem.
func (c *checker) damaged(err error) error {
	if err == nil || c.ctx.Err() != nil {
		return errors.Join(c.ctx.Err(), err)
	}
	var se *sqlite.Error
	if errors.As(err, &se) {
		switch se.Code() & 0xff {
		case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_MISMATCH:
			c.bad("file", "cannot be read whole: %s", se.Error())
			return nil
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_FULL, sqlite3.SQLITE_NOMEM:
			return err
		}
	}
	c.bad("file", "cannot be read whole: %v", err)
	return nil
}

func (c *checker) bad(where, format string, args ...any) {
	if len(c.report.Problems) < maxProblems {
		c.report.Problems = append(c.report.Problems, Problem{where, fmt.Sprintf(format, args...)})
	}
}

func (c *checker) advance(n int64) {
	c.done += n
	if c.progress != nil {
		c.progress(c.done, max(c.total, c.done))
	}
}

// count sets what the progress is measured by, and the report's figures.
func (c *checker) count() error {
	var items, all int64
	err := c.conn.QueryRowContext(c.ctx, `SELECT (SELECT count(*) FROM change), (SELECT count(*) FROM change_item),
		(SELECT count(*) FROM event), (SELECT count(*) FROM event WHERE deleted = 0),
		coalesce((SELECT lower(hex(hash)) FROM change ORDER BY n DESC LIMIT 1), '')`).
		Scan(&c.report.Changes, &items, &all, &c.report.Events, &c.report.Head)
	c.total = items + all
	return err
}

// file has SQLite look at its own structures.
func (c *checker) file() error {
	err := c.each(`PRAGMA integrity_check`, nil, func(scan func(...any) error) error {
		var said string
		if err := scan(&said); err != nil {
			return err
		}
		if said != "ok" {
			c.bad("file", "the database is damaged: %s", said)
		}
		return nil
	})
	if err := c.damaged(err); err != nil {
		return err
	}
	return c.each(`PRAGMA foreign_key_check`, nil, func(scan func(...any) error) error {
		var table, parent string
		var row, key sql.NullInt64
		if err := scan(&table, &row, &parent, &key); err != nil {
			return err
		}
		at := ""
		if row.Valid {
			at = fmt.Sprintf(" row %d", row.Int64)
		}
		c.bad("file", "%s%s names a row of %s that is not there", table, at, parent)
		return nil
	})
}

// each calls one for every row of a query.
func (c *checker) each(query string, args []any, one func(scan func(...any) error) error) error {
	rows, err := c.conn.QueryContext(c.ctx, query, args...)
	if err != nil {
		return err
	}
	return scanAll(rows, func() error { return one(rows.Scan) })
}
