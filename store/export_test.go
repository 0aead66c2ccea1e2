package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"
)

// Impatient waits for locks but briefly.
func Impatient(o Options) Options {
	o.busy = 50 * time.Millisecond
	return o
}

// WriterExec runs a statement on the writing connection.
func (s *Store) WriterExec(ctx context.Context, query string) error {
	_, err := s.write1.ExecContext(ctx, query)
	return err
}

// Pragmas reads a pragma on the writing connection and on n reading ones at a time.
func (s *Store) Pragmas(ctx context.Context, name string, n int) (writer string, read []string, err error) {
	if s.write1 != nil {
		if err := s.write1.QueryRowContext(ctx, `PRAGMA `+name).Scan(&writer); err != nil {
			return "", nil, err
		}
	}
	var held []*sql.Conn
	defer func() {
		for _, c := range held {
			_ = c.Close()
		}
	}()
	for range n {
		c, err := s.read.Conn(ctx)
		if err != nil {
			return "", nil, err
		}
		held = append(held, c)
		var v string
		if err := c.QueryRowContext(ctx, `PRAGMA `+name).Scan(&v); err != nil {
			return "", nil, err
		}
		read = append(read, v)
	}
	return writer, read, nil
}

// Readers is how many connections read.
const Readers = readers

// BuildOld writes a store that has seen only the first n migrations.
func BuildOld(ctx context.Context, path string, n int) error {
	o := Options{}.filled()
	if err := build(ctx, path, o); err != nil {
		return err
	}
	db, err := connect(path, accessWrite, o.busy, 1)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	for _, q := range []string{
		`DELETE FROM kind`, `DELETE FROM term`, `DELETE FROM setting`, `DROP TABLE layout`, `DROP TABLE publication_event`,
		`ALTER TABLE publication DROP COLUMN listed`, `ALTER TABLE publication DROP COLUMN earliest`,
		`ALTER TABLE publication DROP COLUMN latest`, `ALTER TABLE publication DROP COLUMN as_known_at`,
		`ALTER TABLE publication DROP COLUMN tlp`,
		`DELETE FROM event_text_config WHERE k <> 'version'`, `DELETE FROM actor_text_config WHERE k <> 'version'`,
		`DROP INDEX item_file`, `ALTER TABLE attachment DROP COLUMN name`, `ALTER TABLE attachment DROP COLUMN media_type`,
		`ALTER TABLE attachment DROP COLUMN origin`, `ALTER TABLE attachment DROP COLUMN who`,
	} {
		if _, err := conn.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	if _, err := conn.ExecContext(ctx, `DELETE FROM migration WHERE number > ?`, n); err != nil {
		return err
	}
	return oneFile(ctx, conn)
}

// Blob and Unblob are GeoPackage geometries.
var (
	Blob   = blob
	Unblob = unblob
)

// NewestPlainly lists what Newest does, by what the index puts together alone.
func (s *Store) NewestPlainly(ctx context.Context, text string, limit int) (list []int64, err error) {
	words := foldWords(text)
	if len(words) == 0 {
		return nil, nil
	}
	var whole, begun []string
	for i, w := range words {
		whole = append(whole, phrase(w.text))
		if begun = append(begun, phrase(w.text)); i == len(words)-1 {
			begun[i] = match(w)
		}
	}
	err = s.snapshot(ctx, func(r *reader) error {
		for _, expressions := range [][]string{whole, begun} {
			ns, err := r.saying(ctx, expressions, limit)
			if err != nil {
				return err
			}
			for _, n := range ns {
				if len(list) < limit && !slices.Contains(list, n) {
					list = append(list, n)
				}
			}
		}
		return nil
	})
	return list, err
}

// NewestNumbers are the numbers of the events that Newest lists.
func (s *Store) NewestNumbers(ctx context.Context, text string, limit int) (list []int64, err error) {
	words := foldWords(text)
	if len(words) == 0 {
		return nil, nil
	}
	err = s.snapshotWithWords(ctx, func(r *reader) error {
		list, err = r.newest(ctx, words, limit)
		return err
	})
	return list, err
}

// Texts are the words of each event by its number, as Newest reads them and as the
// index has them, each sorted.
func (s *Store) Texts(ctx context.Context) (read, indexed map[int64][]string, err error) {
	read, indexed = map[int64][]string{}, map[int64][]string{}
	err = s.snapshot(ctx, func(r *reader) error {
		ns, err := r.numbersOf(ctx, `SELECT n FROM event`)
		if err != nil {
			return err
		}
		rows, err := r.eventsBare(ctx, someEvents(ns))
		if err != nil {
			return err
		}
		for _, x := range rows {
			indexed[x.n] = slices.Sorted(strings.FieldsSeq(eventText(&x.Value)))
		}
		b, err := encode(ns)
		if err != nil {
			return err
		}
		pieces, err := r.q.QueryContext(ctx, textsOf, string(b))
		if err != nil {
			return err
		}
		err = scanAll(pieces, func() error {
			var n int64
			var text string
			err := pieces.Scan(&n, &text)
			read[n] = append(read[n], strings.Fields(fold(text))...)
			return err
		})
		for _, words := range read {
			slices.Sort(words)
		}
		return err
	})
	return read, indexed, err
}

// FoldLog folds the log into the file, as is done in the background.
func (s *Store) FoldLog(ctx context.Context) error {
	db, err := connect(s.path, accessTend, s.opts.busy, 1)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	return s.foldLog(ctx, db)
}

// LongLog is from how many pages on the log begins anew.
const LongLog = longLog

// Segments is of how many parts the full-text index of events is made.
func (s *Store) Segments(ctx context.Context) (n int, err error) {
	err = s.read.QueryRowContext(ctx, `SELECT count(DISTINCT segid) FROM event_text_idx`).Scan(&n)
	return n, err
}
