package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/uuid"
)

// readers is how many connections may read at a time. A sequence of events keeps
// one for as long as it is read.
const readers = 8

// Create makes a new store; a file in its way is ErrExists. The file is complete
// from the moment it has its name.
func Create(ctx context.Context, path string, o Options) (*Store, error) {
	o = o.filled()
	if _, err := os.Lstat(path); err == nil {
		return nil, say(ErrExists, "%s already exists: choose another name, or open it", path)
	}
	if dir := filepath.Dir(path); errors.Is(statError(dir), fs.ErrNotExist) {
		return nil, say(ErrMissing, "there is no folder %s for %s: make it, or choose another", dir, filepath.Base(path))
	}
	temp := path + ".new-" + uuid.NewString()
	defer func() {
		for _, suffix := range []string{"", "-journal", "-wal", "-shm"} {
			_ = os.Remove(temp + suffix)
		}
	}()
	if err := build(ctx, temp, o); err != nil {
		return nil, explain("creating", path, err)
	}
	if err := place(temp, path); err != nil {
		return nil, explain("creating", path, err)
	}
	return Open(ctx, path, o)
}

func statError(path string) error {
	_, err := os.Stat(path)
	return err
}

// place gives a finished file its name, unless something has it already.
func place(temp, path string) error {
	err := os.Link(temp, path)
	if err == nil {
		return syncDir(path)
	}
	if errors.Is(err, fs.ErrExist) {
		return say(ErrExists, "%s already exists: choose another name, or open it", path)
	}
	// The file system knows no links.
	if _, err := os.Lstat(path); err == nil {
		return say(ErrExists, "%s already exists: choose another name, or open it", path)
	}
	if err := os.Rename(temp, path); err != nil {
		return err
	}
	return syncDir(path)
}

// syncDir makes a new name in the folder of path survive a power cut. Systems that
// cannot are passed over.
func syncDir(path string) error {
	d, err := os.Open(filepath.Dir(path))
	if err != nil {
		return nil
	}
	defer func() { _ = d.Close() }()
	_ = d.Sync()
	return nil
}

// build writes an empty store to a file that nobody else knows of yet.
func build(ctx context.Context, path string, o Options) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
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
	all, err := migrations()
	if err != nil {
		return err
	}
	if err := apply(ctx, conn, all, 0, o.Clock()); err != nil {
		return err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, `INSERT INTO store (id, created) VALUES (?, ?)`, id.String(), o.Clock().UnixMilli()); err != nil {
		return err
	}
	return oneFile(ctx, conn)
}

// oneFile folds the log into the file and leaves WAL mode, so that nothing is left
// beside it.
func oneFile(ctx context.Context, conn *sql.Conn) error {
	var mode string
	return conn.QueryRowContext(ctx, `PRAGMA journal_mode = DELETE`).Scan(&mode)
}

// Open opens an existing store. A file of an older version is migrated, and kept
// as it was beside it; with Options.ReadOnly, or where the file or its folder may
// not be written, nothing can be changed.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	o = o.filled()
	file, err := probe(path)
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, user: o.User, opts: o, turn: make(chan struct{}, 1), stmts: map[string]*sql.Stmt{}, inserts: map[insertion]string{}, heads: map[Entity]string{}}
	canWrite, why := writable(path)
	a := accessRead
	switch {
	case !canWrite && file.pending:
		return nil, say(ErrReadOnly, "%s was not closed properly and %s: copy it, with the file %s-wal, to a folder you may write, and open it there", s.name(), why, s.name())
	case !canWrite:
		s.readOnly = why
		a = accessImmutable
	case o.ReadOnly:
		s.readOnly = "it was opened to be read only"
	}
	if err := s.open(ctx, file, a); err != nil {
		_ = s.Close()
		return nil, explain("opening", path, err)
	}
	return s, nil
}

// open connects to the file and reads what it is.
func (s *Store) open(ctx context.Context, file fileState, a access) error {
	var err error
	// Not a byte of a file that is not ours is changed, nor of a newer one; and a
	// writer's first act would be to turn on the write-ahead log.
	if !file.wal || a == accessImmutable {
		if s.read, err = connect(s.path, a, s.opts.busy, readers); err != nil {
			return err
		}
		if err := s.identify(ctx, s.read, file); err != nil && !errors.Is(err, errOlder) {
			return err
		}
	}
	// The writer recovers what a crash has left.
	if s.readOnly == "" || file.wal && a == accessRead {
		if s.writeDB, err = connect(s.path, accessWrite, s.opts.busy, 1); err != nil {
			return err
		}
		if s.write1, err = s.writeDB.Conn(ctx); err != nil {
			return err
		}
		err := s.identify(ctx, s.write1, file)
		if errors.Is(err, errOlder) && s.readOnly == "" {
			err = s.migrate(ctx)
		}
		if err != nil {
			s.foreign = true
			return err
		}
	}
	if s.read == nil {
		if s.read, err = connect(s.path, a, s.opts.busy, readers); err != nil {
			return err
		}
	}
	if s.write1 == nil {
		if err := s.identify(ctx, s.read, file); err != nil {
			return err
		}
	}
	if err := s.read.QueryRowContext(ctx, `SELECT id FROM store`).Scan(&s.id); err != nil {
		return err
	}
	if s.readOnly != "" && s.write1 != nil {
		// It was needed for what a crash left behind, and is needed to clean up.
		if _, err := s.write1.ExecContext(ctx, `PRAGMA query_only = 1`); err != nil {
			return err
		}
	}
	return nil
}

// errOlder is what a store of an older version is refused with, unless it can be
// brought up to date.
var errOlder = errors.New("written by an older version")

// identify refuses what is no store of ours, or of another version than this.
func (s *Store) identify(ctx context.Context, q queryer, file fileState) error {
	st, err := readSchemaState(ctx, q)
	if err != nil {
		return err
	}
	all, err := migrations()
	if err != nil {
		return err
	}
	switch {
	case !st.ours && file.geopackage:
		return say(ErrNotStore, "%s is a GeoPackage of another program, not a Sitmap store: import it into a store instead", s.name())
	case !st.ours:
		return say(ErrNotStore, "%s is an SQLite database of another program, not a Sitmap store", s.name())
	case st.number > len(all):
		return say(ErrNewer, "%s was written by a newer version of Sitmap (its schema is number %d, this version knows %d): update Sitmap to open it", s.name(), st.number, len(all))
	case st.number < len(all):
		return &sentence{
			text:  s.name() + " was written by an older version of Sitmap and must be brought up to date: open it once for writing",
			is:    ErrReadOnly,
			cause: errOlder,
		}
	}
	return nil
}

// migrate brings the file up to date, and keeps it as it was beside it.
func (s *Store) migrate(ctx context.Context) error {
	st, err := readSchemaState(ctx, s.write1)
	if err != nil {
		return err
	}
	all, err := migrations()
	if err != nil {
		return err
	}
	kept := fmt.Sprintf("%s.before-schema-%d%s", trimExt(s.path), all[st.number].number, filepath.Ext(s.path))
	if err := vacuumInto(ctx, s.path, kept, s.opts); err != nil && !errors.Is(err, ErrExists) {
		return fmt.Errorf("keeping a copy before the file is brought up to date: %w", err)
	}
	s.opts.Log.Info("bringing the store up to date", "path", s.path, "from", st.number, "to", len(all), "kept", kept)
	return apply(ctx, s.write1, all, st.number, s.clock())
}

func trimExt(path string) string { return path[:len(path)-len(filepath.Ext(path))] }

// Close closes the store: afterwards it is one file, unless another program still
// has it open. Closing twice is harmless.
func (s *Store) Close() error {
	var err error
	s.closing.Do(func() { err = s.close() })
	return explain("closing", s.path, err)
}

func (s *Store) close() error {
	s.closed.Store(true)
	s.watch.close()
	var errs []error
	if s.read != nil {
		errs = append(errs, s.read.Close()) // waits for what is being read
	}
	if s.write1 == nil {
		return errors.Join(append(errs, s.tidy())...)
	}
	s.turn <- struct{}{} // whoever writes finishes first
	s.tender.close()
	for _, st := range s.stmts {
		_ = st.Close()
	}
	_, _ = s.write1.ExecContext(background, `PRAGMA query_only = 0`)
	_, _ = s.write1.ExecContext(background, `PRAGMA busy_timeout = 0`)
	if s.foreign {
		// It stays as it was.
	} else if err := oneFile(background, s.write1); err != nil {
		// Another program has the file open, and will do this when it closes.
		s.opts.Log.Debug("the store stays open elsewhere", "path", s.path, "error", err)
	}
	errs = append(errs, s.write1.Close(), s.writeDB.Close())
	<-s.turn
	return errors.Join(errs...)
}

// tidy cleans up behind a store opened to be read only: whoever wrote meanwhile
// could not, because we still had the file open.
func (s *Store) tidy() error {
	if s.readOnly == "" || s.read == nil {
		return nil
	}
	if _, err := os.Stat(s.path + "-wal"); err != nil {
		return nil
	}
	if can, _ := writable(s.path); !can {
		return nil
	}
	db, err := connect(s.path, accessWrite, 1, 1)
	if err != nil {
		return nil
	}
	defer func() { _ = db.Close() }()
	conn, err := db.Conn(background)
	if err != nil {
		return nil
	}
	defer func() { _ = conn.Close() }()
	_ = oneFile(background, conn)
	return nil
}
