package store

import (
	"context"
	"database/sql"
	"sync"
	"time"
)

// A commit is in the log beside the file, and on the disk, before a save returns. The
// log is folded into the file in the background, on a connection of its own, so that no
// save waits for that: after so many commits, or when none came for so long.
const (
	tendAfter = 24
	tendIdle  = 50 * time.Millisecond
	// longLog is from how many pages on writers wait until the rest is folded in too, some
	// milliseconds: only then the log begins anew, instead of growing. 8 MiB.
	longLog = 2048
)

// tender folds the log into the file while others read and write.
type tender struct {
	mu    sync.Mutex
	poke  chan struct{} // one for each commit; nil: it does not run
	stop  context.CancelFunc
	ended chan struct{}
}

// tell lets it know of a commit, and starts it with the first. Whoever calls it has the
// turn, so the store is not closed meanwhile.
func (t *tender) tell(s *Store) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.poke == nil {
		ctx, stop := context.WithCancel(background)
		t.poke, t.stop, t.ended = make(chan struct{}, tendAfter), stop, make(chan struct{})
		go t.run(ctx, s, t.poke, t.ended)
	}
	select {
	case t.poke <- struct{}{}:
	default: // it has enough to come for
	}
}

// close ends it and waits until it has let go of the file.
func (t *tender) close() {
	t.mu.Lock()
	stop, ended := t.stop, t.ended
	t.mu.Unlock()
	if stop != nil {
		stop()
		<-ended
	}
}

func (t *tender) run(ctx context.Context, s *Store, poke <-chan struct{}, ended chan<- struct{}) {
	defer close(ended)
	db, err := connect(s.path, accessTend, s.opts.busy, 1)
	if err != nil {
		s.opts.Log.Warn("the log of the store is folded in by its saves alone", "path", s.path, "error", err)
		return
	}
	defer func() { _ = db.Close() }()
	idle := time.NewTimer(tendIdle)
	defer idle.Stop()
	commits := 0
	for {
		select {
		case <-ctx.Done():
			return
		case <-poke:
			idle.Reset(tendIdle)
			if commits++; commits < tendAfter {
				continue
			}
		case <-idle.C:
			if commits == 0 {
				continue
			}
		}
		commits = 0
		if err := s.foldLog(ctx, db); err != nil && ctx.Err() == nil {
			s.opts.Log.Warn("folding the log into the store", "path", s.path, "error", err)
		}
	}
}

// foldLog folds what is in the log into the file, as far as no reader still needs the
// file as it is.
func (s *Store) foldLog(ctx context.Context, db *sql.DB) error {
	n, err := checkpoint(ctx, db)
	if err != nil || n < longLog {
		return err
	}
	// What was committed since is little.
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return nil
	}
	_, err = checkpoint(ctx, db)
	return err
}

// checkpoint folds in what it can without waiting for anybody, and says how many pages
// the log had by then.
func checkpoint(ctx context.Context, db *sql.DB) (pages int64, err error) {
	var busy bool
	var folded int64
	err = db.QueryRowContext(ctx, `PRAGMA wal_checkpoint(PASSIVE)`).Scan(&busy, &pages, &folded)
	return pages, err
}
