package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Sentinels a caller decides by. The error that wraps one is a sentence for the user.
var (
	ErrNotFound  = errors.New("not found")
	ErrExists    = errors.New("already exists")
	ErrMissing   = errors.New("file is missing")
	ErrNotStore  = errors.New("not a Sitmap store")
	ErrNewer     = errors.New("written by a newer version")
	ErrCorrupt   = errors.New("damaged")
	ErrLocked    = errors.New("locked by another program")
	ErrReadOnly  = errors.New("read-only")
	ErrFull      = errors.New("disk full")
	ErrInvalid   = errors.New("invalid") // see *ValidationError
	ErrConflict  = errors.New("changed meanwhile")
	ErrDifferent = errors.New("same id, other content")
	ErrNoUndo    = errors.New("nothing to undo")
)

// sentence is an error whose text is all that the user needs to read, and whose
// sentinel is what a caller decides by.
type sentence struct {
	text  string
	is    error
	cause error // nil: the sentinel says it all
}

func (s *sentence) Error() string { return s.text }

func (s *sentence) Unwrap() []error {
	if s.cause == nil {
		return []error{s.is}
	}
	return []error{s.is, s.cause}
}

func say(is error, format string, args ...any) error {
	return &sentence{text: fmt.Sprintf(format, args...), is: is}
}

// ValidationError lists what is wrong with a record that was to be saved. Each
// entry is a sentence that begins with the member's name.
type ValidationError struct {
	Problems []string
}

// Error joins the sentences.
func (e *ValidationError) Error() string { return strings.Join(e.Problems, "; ") }

// Unwrap returns ErrInvalid.
func (e *ValidationError) Unwrap() error { return ErrInvalid }

func invalid(format string, args ...any) error {
	return &ValidationError{Problems: []string{fmt.Sprintf(format, args...)}}
}

// explain turns what SQLite or the system says about the file at path into a
// sentence; doing is what was being done: "opening", "saving".
func explain(doing, path string, err error) error {
	if err == nil {
		return nil
	}
	var told *sentence
	var bad *ValidationError
	var conflict *ConflictError
	switch {
	case errors.As(err, &told), errors.As(err, &bad), errors.As(err, &conflict),
		errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	name := filepath.Base(path)
	wrap := func(is error, format string, args ...any) error {
		return &sentence{text: fmt.Sprintf(format, args...), is: is, cause: err}
	}
	var se *sqlite.Error
	if errors.As(err, &se) {
		switch se.Code() & 0xff {
		case sqlite3.SQLITE_INTERRUPT:
			return fmt.Errorf("%s %s: %w", doing, name, context.Canceled)
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			return wrap(ErrLocked, "%s is locked by another program: close it there, or wait until it has finished, and try again", name)
		case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
			return wrap(ErrReadOnly, "%s is read-only: save a copy elsewhere and go on there", name)
		case sqlite3.SQLITE_FULL:
			return wrap(ErrFull, "the disk that holds %s is full: nothing was written; free some space and try again", name)
		case sqlite3.SQLITE_NOTADB:
			return wrap(ErrNotStore, "%s is not a Sitmap store: it is no SQLite database", name)
		case sqlite3.SQLITE_CORRUPT:
			return wrap(ErrCorrupt, "%s is damaged: restore a backup beside it, or copy out what can still be read", name)
		case sqlite3.SQLITE_CANTOPEN:
			return wrap(ErrMissing, "%s cannot be opened: see whether its folder exists and may be read", name)
		case sqlite3.SQLITE_IOERR:
			return wrap(ErrCorrupt, "%s cannot be read or written: the disk reports an error; copy the file to another disk and try again", name)
		}
	}
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return wrap(ErrFull, "the disk that holds %s is full: nothing was written; free some space and try again", name)
	case errors.Is(err, syscall.EROFS):
		return wrap(ErrReadOnly, "%s is on a read-only disk: choose another folder", name)
	case errors.Is(err, fs.ErrPermission):
		return wrap(ErrReadOnly, "%s may not be written here: choose another folder, or ask for the right to write", name)
	case errors.Is(err, fs.ErrNotExist):
		return wrap(ErrMissing, "%s is missing: see whether its folder still exists", name)
	case errors.Is(err, fs.ErrExist):
		return wrap(ErrExists, "%s already exists: choose another name", name)
	}
	return fmt.Errorf("%s %s: %w", doing, name, err)
}

func asValidation(err error, target **ValidationError) bool { return errors.As(err, target) }
