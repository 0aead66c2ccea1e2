package store

import (
	"context"
	"database/sql"
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
