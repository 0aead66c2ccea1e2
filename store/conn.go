package store

import (
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"modernc.org/sqlite"
)

// defaultBusy is how long a connection waits for another program's lock.
const defaultBusy = 5 * time.Second

// access is how a connection may use the file.
type access int

const (
	accessWrite     access = iota // the one writer
	accessRead                    // the pool of readers
	accessImmutable               // read-only media: no locks, no -wal
	accessCopy                    // reads the file whole into another
	accessCheck                   // reads, and may make temporary tables
	accessTend                    // folds the log into the file
)

// dsn names the file at path and the pragmas every connection begins with.
func dsn(path string, a access, busy time.Duration) string {
	// A URI takes what stands before the first slash of a relative path for a host.
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	path = filepath.ToSlash(path)
	if runtime.GOOS == "windows" && !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	q := url.Values{}
	pragma := func(name, value string) { q.Add("_pragma", name+"("+value+")") }
	pragma("busy_timeout", fmt.Sprint(busy.Milliseconds()))
	switch a {
	case accessWrite:
		q.Set("mode", "rw")
		pragma("journal_mode", "WAL")
		pragma("synchronous", "FULL")
		pragma("cache_size", "-65536") // KiB
		// Pages, 256 MiB: where the tender cannot keep up, or does not run.
		pragma("wal_autocheckpoint", "65536")
	case accessRead:
		q.Set("mode", "ro")
		pragma("query_only", "1")
		pragma("cache_size", "-16384")
	case accessCopy:
		q.Set("mode", "rw")
	case accessCheck:
		q.Set("mode", "ro")
		pragma("cache_size", "-65536")
	case accessTend:
		q.Set("mode", "rw")
		pragma("synchronous", "FULL")
	case accessImmutable:
		q.Set("mode", "ro")
		q.Set("immutable", "1")
		pragma("query_only", "1")
		pragma("cache_size", "-16384")
	}
	pragma("foreign_keys", "1")
	pragma("trusted_schema", "0")
	pragma("temp_store", "2")
	u := url.URL{Scheme: "file", Path: path, RawQuery: q.Encode()}
	return u.String()
}

// connect opens a pool of at most n connections.
func connect(path string, a access, busy time.Duration, n int) (*sql.DB, error) {
	c, err := sqlite.NewConnector(dsn(path, a, busy))
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(c)
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db, nil
}
