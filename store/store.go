package store

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
)

// Options are what a store is given instead of finding out by itself.
type Options struct {
	User     string           // who makes changes, as written into the history
	Clock    func() time.Time // nil: time.Now
	NewID    func() string    // nil: UUIDv7
	ReadOnly bool
	Log      *slog.Logger // nil: slog.Default()

	busy time.Duration // how long to wait for a lock; 0: the default
}

func (o Options) filled() Options {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.NewID == nil {
		o.NewID = func() string { return uuid.Must(uuid.NewV7()).String() }
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.busy == 0 {
		o.busy = defaultBusy
	}
	return o
}

// Store is an open event store. Its methods may be called from any goroutine.
type Store struct {
	path string
	id   string // the store's own UUID
	user string
	opts Options

	read *sql.DB // pool of read-only connections

	writeDB *sql.DB   // of one connection; nil: read-only
	write1  *sql.Conn // that one, used by whoever has the turn
	turn    chan struct{}
	// What belongs to the writing connection, so to whoever has the turn.
	stmts        map[string]*sql.Stmt
	inserts      map[insertion]string // statements by what they insert
	heads        map[Entity]string    // and by whose head they look up
	codes        *codes
	codesVersion int64

	foreign  bool   // the file turned out not to be ours: leave it be
	readOnly string // why nothing can be written; "": it can
	closed   atomic.Bool
	closing  sync.Once
	watch    watchers
	tender   tender
	own      ownChanges
}

func (s *Store) clock() time.Time { return s.opts.Clock() }
func (s *Store) newID() string    { return s.opts.NewID() }
func (s *Store) name() string     { return filepath.Base(s.path) }

// Path is the file's path.
func (s *Store) Path() string { return s.path }

// ID is the store's own UUID.
func (s *Store) ID() string { return s.id }

// User is the name under which changes and publications are logged.
func (s *Store) User() string { return s.user }

// ReadOnly reports whether nothing can be written, and why not in a sentence.
func (s *Store) ReadOnly() (bool, string) { return s.readOnly != "", s.readOnly }

// Progress is called now and then from long work; total 0 is not known.
type Progress func(done, total int64)

// Head is the newest change, without its items; zero in an empty store.
func (s *Store) Head(ctx context.Context) (Change, error) {
	c, err := scanChange(s.read.QueryRowContext(ctx, `SELECT `+changeColumns+` FROM change c ORDER BY c.n DESC LIMIT 1`).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return Change{}, nil
	}
	return c, explain("reading", s.path, err)
}
