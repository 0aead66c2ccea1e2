package store

import (
	"context"
	"errors"
)

var errStub = errors.New("not there yet")

// Problem is one thing Check found wrong.
type Problem struct {
	Where string // "event 0197…", "change 12", "file"
	What  string // a sentence
}

// Report is what Check found.
type Report struct {
	Changes  int64
	Events   int64
	Head     string // hash of the newest change
	Problems []Problem
}

// OK reports whether nothing was found wrong.
func (r Report) OK() bool { return len(r.Problems) == 0 }

// Undo undoes this user's newest live change; Redo does it again.
func (s *Store) Undo(ctx context.Context) (Change, error) { return Change{}, errStub }

// Redo does again what Undo undid.
func (s *Store) Redo(ctx context.Context) (Change, error) { return Change{}, errStub }

// Undoable returns what Undo would undo and Redo would redo; nil: nothing.
func (s *Store) Undoable(ctx context.Context) (undo, redo *Change, err error) {
	return nil, nil, errStub
}

// History returns the changes of one record, oldest first, each with just its item.
func (s *Store) History(ctx context.Context, e Entity, id string) ([]Change, error) {
	return nil, errStub
}

// Check proves file, digests, chain and rows.
func (s *Store) Check(ctx context.Context, p Progress) (Report, error) { return Report{}, errStub }

// SaveCopy writes the store to a new file.
func (s *Store) SaveCopy(ctx context.Context, path string, o CopyOptions, p Progress) error {
	return errStub
}

// BackupDaily keeps a copy of the file beside it on the first call of a day, and
// the last seven of them. It returns the copy's path, or "" when there was one.
func (s *Store) BackupDaily(ctx context.Context) (string, error) { return "", errStub }
