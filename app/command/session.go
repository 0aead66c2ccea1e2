package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"os/user"
	"syscall"
	"time"

	"github.com/mattn/go-isatty"

	"sitmap/store"
)

// session is what a running command has to do with.
type session struct {
	ctx context.Context
	in  io.Reader
	out io.Writer
	err io.Writer
}

// console is standard output. Once its reader has gone it takes no more.
type console struct {
	io.Writer
	closed bool
}

// Write notes when the other end was closed.
func (c *console) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	if err != nil {
		c.closed = errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
		if errors.Is(err, syscall.ENOSPC) {
			return n, errors.New("standard output cannot be written: the disk is full; free some space and try again")
		}
		err = fmt.Errorf("standard output cannot be written: %w", err)
	}
	return n, err
}

// options are those of a store that a command opens.
func (s *session) options(readOnly bool) store.Options {
	return store.Options{
		User:     userName(),
		ReadOnly: readOnly,
		Log:      slog.New(slog.NewTextHandler(s.err, &slog.HandlerOptions{Level: slog.LevelError})),
	}
}

// userName is who makes changes, as the history shows it.
func userName() string {
	if name := os.Getenv("SITMAP_USER"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "unknown"
}

// reading opens a store that is there, does the work and closes the store.
func (s *session) reading(db string, work func(*store.Store) error) error {
	return s.with(db, true, work)
}

// writing is the same with a store that is written to.
func (s *session) writing(db string, work func(*store.Store) error) error {
	return s.with(db, false, work)
}

func (s *session) with(db string, readOnly bool, work func(*store.Store) error) (err error) {
	st, err := store.Open(s.ctx, db, s.options(readOnly))
	if err != nil {
		return err
	}
	defer func() { err = both(err, st.Close()) }()
	return work(st)
}

// making opens a store or makes it where it is missing. A store that was made is
// removed if the work fails.
func (s *session) making(db string, work func(*store.Store) error) (err error) {
	if _, statErr := os.Stat(db); !errors.Is(statErr, fs.ErrNotExist) {
		return s.writing(db, work)
	}
	st, err := store.Create(s.ctx, db, s.options(false))
	if err != nil {
		return err
	}
	defer func() {
		closing := st.Close()
		var p part
		if err != nil && !errors.As(err, &p) {
			_ = os.Remove(db)
			return
		}
		err = both(err, closing)
	}()
	return work(st)
}

// progress shows how far a long work is, on a terminal only. end removes it.
func (s *session) progress(what string) (step store.Progress, end func()) {
	f, is := s.err.(*os.File)
	if !is || !isatty.IsTerminal(f.Fd()) {
		return nil, func() {}
	}
	var last time.Time
	shown := false
	step = func(done, total int64) {
		now := time.Now()
		if now.Sub(last) < 100*time.Millisecond {
			return
		}
		last, shown = now, true
		if total > 0 {
			fmt.Fprintf(f, "\r\x1b[K%s: %d of %d (%d %%)", what, done, total, done*100/total)
		} else {
			fmt.Fprintf(f, "\r\x1b[K%s: %d", what, done)
		}
	}
	return step, func() {
		if shown {
			fmt.Fprint(f, "\r\x1b[K")
		}
	}
}

// note tells something beside the result, on standard error.
func (s *session) note(format string, args ...any) {
	fmt.Fprintf(s.err, format+"\n", args...)
}
