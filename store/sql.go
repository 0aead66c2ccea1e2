package store

import (
	"context"
	"database/sql"
	"time"
)

// queryer is what a pool, a connection and a transaction can all do.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// scanAll calls one for each row and closes them.
func scanAll(rows *sql.Rows, one func() error) (err error) {
	defer func() {
		if e := rows.Close(); err == nil {
			err = e
		}
	}()
	for rows.Next() {
		if err := one(); err != nil {
			return err
		}
	}
	return rows.Err()
}

// millis is an instant as the rows keep it; the zero time is NULL.
func millis(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UnixMilli()
}

// fromMillis is its inverse.
func fromMillis(ms sql.NullInt64) time.Time {
	if !ms.Valid {
		return time.Time{}
	}
	return time.UnixMilli(ms.Int64).UTC()
}

func orNull[T comparable](v T) any {
	var zero T
	if v == zero {
		return nil
	}
	return v
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func unixMillis(ms int64) time.Time { return time.UnixMilli(ms).UTC() }
