package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
)

// beginners looks for the newest events that have a word beginning so.
//
// Whole words come from the index one by one, newest first. All words that begin alike
// it has to put together first, which takes the longer the more events have them: a
// tenth of a second for half a million. But then some are among the newest events, so a
// few of those are read; or few words begin so, and can be asked for one by one. Only
// what neither answers is left to the index.
type beginners struct {
	r      *reader
	others []string // expressions for the words before
	begins string   // folded
	limit  int
	whole  []int64 // events that have the words whole: they stand first, and once
	found  []int64

	read   int64 // how many events were read
	before int64 // the last of them; 0: none was
}

const (
	// How many of the newest events are read by their text: at first, before the words
	// are asked for, and at most. Reading one takes about 15 µs. What fewer than 40 in a
	// thousand have, the index puts together in some milliseconds, of a million.
	readFirst, readThen, readMost = 64, 192, 960
	// mostWords is how many words are asked for one by one.
	mostWords = 48
)

// find lists them; begun is what the index takes for a word that begins so.
func (b *beginners) find(ctx context.Context, begun string) ([]int64, error) {
	if done, err := b.readUpTo(ctx, readThen); done || err != nil {
		return b.found, err
	}
	words, all, err := b.r.wordsBeginning(ctx, b.begins)
	if err != nil {
		return nil, err
	}
	if !all {
		if done, err := b.readUpTo(ctx, readMost); done || err != nil {
			return b.found, err
		}
		words = []string{begun}
	}
	b.found = slices.Clip(b.whole)
	if len(words) == 0 {
		return b.found, nil
	}
	ns, err := b.r.saying(ctx, append(slices.Clip(b.others), `(`+strings.Join(words, " OR ")+`)`), b.limit)
	b.take(ns, func(int64) bool { return true })
	return b.found, err
}

// readUpTo reads newest events until so many were read; true: the list is whole.
func (b *beginners) readUpTo(ctx context.Context, most int64) (done bool, err error) {
	for b.read < most {
		batch, err := b.r.lately(ctx, b.others, b.before, min(max(b.read, readFirst), most-b.read))
		if err != nil || len(batch) == 0 {
			return true, err
		}
		with, err := b.r.beginning(ctx, batch, b.begins)
		if err != nil {
			return false, err
		}
		if b.take(batch, func(n int64) bool { return with[n] }) {
			return true, nil
		}
		b.read += int64(len(batch))
		b.before = batch[len(batch)-1]
	}
	return false, nil
}

// take lists those that count; true: no more are wanted.
func (b *beginners) take(ns []int64, counts func(int64) bool) (full bool) {
	for _, n := range ns {
		if len(b.found) == b.limit {
			return true
		}
		if counts(n) && !slices.Contains(b.whole, n) {
			b.found = append(b.found, n)
		}
	}
	return len(b.found) == b.limit
}

// lately are the newest events before one, 0 being none, of those that the index finds
// by all of some expressions, or of all where there are none.
func (r *reader) lately(ctx context.Context, expressions []string, before, limit int64) ([]int64, error) {
	if before == 0 {
		before = 1<<63 - 1
	}
	if len(expressions) == 0 {
		return r.numbersOf(ctx, `SELECT n FROM event WHERE n < ? AND deleted = 0 ORDER BY n DESC LIMIT ?`, before, limit)
	}
	return r.numbersOf(ctx, `SELECT e.n FROM event_text JOIN event e ON e.n = event_text.rowid
		WHERE event_text MATCH ? AND event_text.rowid < ? AND e.deleted = 0 ORDER BY event_text.rowid DESC LIMIT ?`,
		strings.Join(expressions, " AND "), before, limit)
}

// beginning are those of some events that have a word beginning so, folded.
func (r *reader) beginning(ctx context.Context, events []int64, begins string) (map[int64]bool, error) {
	list, err := encode(events)
	if err != nil {
		return nil, err
	}
	rows, err := r.q.QueryContext(ctx, textsOf, string(list))
	if err != nil {
		return nil, err
	}
	with := map[int64]bool{}
	err = scanAll(rows, func() error {
		var n int64
		var text string
		if err := rows.Scan(&n, &text); err != nil {
			return err
		}
		if !with[n] {
			folded := fold(text)
			with[n] = strings.HasPrefix(folded, begins) || strings.Contains(folded, " "+begins)
		}
		return nil
	})
	return with, err
}

// textsOf reads what eventText puts together, in pieces.
const textsOf = `WITH wanted (n) AS MATERIALIZED (SELECT value FROM json_each(?1))
	SELECT e.n, e.title || char(10) || e.summary || char(10) || e.kind || char(10) || e.told || char(10) || e.assessment_note
		FROM wanted w JOIN event e ON e.n = w.n
	UNION ALL SELECT x.event, x.name || char(10) || x.note FROM wanted w JOIN place x ON x.event = w.n
	UNION ALL SELECT x.event, x.note FROM wanted w JOIN phase x ON x.event = w.n
	UNION ALL SELECT x.event, x.what || char(10) || x.value || char(10) || x.note || char(10) || x.scope_text FROM wanted w JOIN claim x ON x.event = w.n
	UNION ALL SELECT x.event, x.quote || char(10) || x.translation FROM wanted w JOIN citation x ON x.event = w.n
	UNION ALL SELECT x.event, t.name FROM wanted w JOIN event_topic x ON x.event = w.n JOIN topic t ON t.n = x.topic
	UNION ALL SELECT x.event, t.name FROM wanted w JOIN event_tag x ON x.event = w.n JOIN tag t ON t.n = x.tag
	UNION ALL SELECT x.event, x.id FROM wanted w JOIN external_id x ON x.event = w.n`

// eventWords makes the words of the index readable in their order, on one connection.
const eventWords = `CREATE VIRTUAL TABLE temp.event_word USING fts5vocab('main', 'event_text', 'instance')`

// wordsBeginning are expressions for the words of events that begin so; all is false,
// and they are none, where they are too many to ask for them one by one.
func (r *reader) wordsBeginning(ctx context.Context, begins string) (words []string, all bool, err error) {
	// From word to word, past all that stands between: no word has a sign below 2 in it,
	// nor one above all letters.
	rows, err := r.q.QueryContext(ctx, `WITH RECURSIVE next (term, i) AS (
			SELECT (SELECT term FROM temp.event_word WHERE term >= ?1 ORDER BY term LIMIT 1), 1
			UNION ALL
			SELECT (SELECT w.term FROM temp.event_word w WHERE w.term >= next.term || char(1) ORDER BY w.term LIMIT 1), i + 1
			FROM next WHERE term < ?1 || char(0x10FFFF) AND i <= ?2)
		SELECT term FROM next WHERE term < ?1 || char(0x10FFFF)`, begins, mostWords)
	if err != nil {
		return nil, false, err
	}
	err = scanAll(rows, func() error {
		var w string
		err := rows.Scan(&w)
		words = append(words, `"`+w+`"`)
		return err
	})
	if len(words) > mostWords {
		return nil, false, err
	}
	return words, true, err
}

// snapshotWithWords is snapshot on a connection that has eventWords.
func (s *Store) snapshotWithWords(ctx context.Context, f func(*reader) error) error {
	if s.closed.Load() {
		return errClosed
	}
	conn, err := s.read.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	if err := addWords(ctx, conn); err != nil {
		return err
	}
	tx, err := conn.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	return f(newReader(tx))
}

// addWords gives a connection eventWords, unless it has them. What is temporary is
// written nowhere but into memory, yet a connection that only reads may not do that.
func addWords(ctx context.Context, conn *sql.Conn) (err error) {
	var n int
	err = conn.QueryRowContext(ctx, `SELECT count(*) FROM temp.sqlite_master WHERE name = 'event_word'`).Scan(&n)
	if err != nil || n > 0 {
		return err
	}
	if _, err := conn.ExecContext(ctx, `PRAGMA query_only = 0`); err != nil {
		return err
	}
	defer func() {
		if _, e := conn.ExecContext(context.WithoutCancel(ctx), `PRAGMA query_only = 1`); err == nil {
			err = e
		}
	}()
	_, err = conn.ExecContext(ctx, eventWords)
	return err
}
