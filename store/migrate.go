package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migration is one numbered step of the schema.
type migration struct {
	number int
	name   string
	script string
}

// migrations returns the embedded steps in order.
func migrations() ([]migration, error) {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var all []migration
	for _, name := range names {
		base := strings.TrimSuffix(path.Base(name), ".sql")
		digits, title, _ := strings.Cut(base, "_")
		number, err := strconv.Atoi(digits)
		if err != nil || number != len(all)+1 {
			return nil, fmt.Errorf("migration %s is out of order", base)
		}
		script, err := migrationFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		all = append(all, migration{number, title, string(script)})
	}
	return all, nil
}

const migrationTable = `CREATE TABLE IF NOT EXISTS migration (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,
    time   INTEGER NOT NULL
)`

// apply runs the steps that the file has not seen, each in a transaction.
func apply(ctx context.Context, conn *sql.Conn, all []migration, from int, now time.Time) error {
	if _, err := conn.ExecContext(ctx, migrationTable); err != nil {
		return err
	}
	for _, m := range all[from:] {
		err := inTransaction(ctx, conn, func() error {
			if _, err := conn.ExecContext(ctx, m.script); err != nil {
				return err
			}
			_, err := conn.ExecContext(ctx, `INSERT INTO migration (number, name, time) VALUES (?, ?, ?)`,
				m.number, m.name, now.UnixMilli())
			return err
		})
		if err != nil {
			return fmt.Errorf("migration %d (%s): %w", m.number, m.name, err)
		}
	}
	_, err := conn.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
	return err
}

// inTransaction runs f between BEGIN IMMEDIATE and COMMIT; an error rolls back.
func inTransaction(ctx context.Context, conn *sql.Conn, f func() error) (err error) {
	if _, err := conn.ExecContext(ctx, `BEGIN IMMEDIATE`); err != nil {
		return err
	}
	done := false
	defer func() {
		if done {
			return
		}
		// SQLite may have rolled back by itself, on a full disk say.
		_, _ = conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`)
	}()
	if err := f(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	// Once it is begun, a commit is not interrupted: whoever waits is told the truth.
	if _, err := conn.ExecContext(context.WithoutCancel(ctx), `COMMIT`); err != nil {
		return err
	}
	done = true
	return nil
}

// schemaState tells how far the file's schema is.
type schemaState struct {
	ours   bool // has the tables by which a store is known
	number int  // last migration applied
}

func readSchemaState(ctx context.Context, q queryer) (schemaState, error) {
	var tables int
	err := q.QueryRowContext(ctx,
		`SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('store', 'migration', 'change', 'event')`).Scan(&tables)
	if err != nil || tables < 4 {
		return schemaState{}, err
	}
	st := schemaState{ours: true}
	err = q.QueryRowContext(ctx, `SELECT coalesce(max(number), 0) FROM migration`).Scan(&st.number)
	return st, err
}
