package outfile

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// File is a file that is being written. It must be ended by Commit or Abort.
type File struct {
	path   string // where it goes
	f      *os.File
	direct bool // a pipe or device is written to as it is
	done   bool
}

// Create begins the file that is to stand at path; one that stands there already
// stays until Commit. Errors are sentences.
func Create(path string) (*File, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // a link stays a link
	}
	mode := fs.FileMode(0o666)
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("%s is a folder; name a file in it", path)
	case err == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, explain(path, err)
		}
		return &File{path: path, f: f, direct: true}, nil
	case err == nil:
		mode = info.Mode().Perm()
	}
	for range 100 {
		var b [6]byte
		if _, err := rand.Read(b[:]); err != nil {
			return nil, fmt.Errorf("writing %s: %w", path, err)
		}
		name := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+hex.EncodeToString(b[:])+".tmp")
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, explain(path, err)
		}
		return &File{path: path, f: f}, nil
	}
	return nil, fmt.Errorf("%s cannot be written: no free name for a temporary file beside it", path)
}

// Write writes to the file to be.
func (f *File) Write(p []byte) (int, error) {
	n, err := f.f.Write(p)
	if err != nil {
		return n, explain(f.path, err)
	}
	return n, nil
}

// Sync makes sure that what was written is on the disk: after it only Commit is
// left, which hardly fails.
func (f *File) Sync() error {
	if f.direct {
		return nil
	}
	if err := f.f.Sync(); err != nil {
		return explain(f.path, err)
	}
	return nil
}

// Commit puts the file in its place. After an error nothing of it is left.
func (f *File) Commit() error {
	if f.done {
		return nil
	}
	if err := f.Sync(); err != nil {
		f.Abort()
		return err
	}
	f.done = true
	err := f.f.Close()
	if err == nil && !f.direct {
		err = os.Rename(f.f.Name(), f.path)
	}
	if err != nil {
		if !f.direct {
			_ = os.Remove(f.f.Name())
		}
		return explain(f.path, err)
	}
	// The name is safe once the folder is; where folders cannot be synced, the
	// file is there all the same.
	if dir, err := os.Open(filepath.Dir(f.path)); err == nil {
		_ = dir.Sync()
		_ = dir.Close()
	}
	return nil
}

// Abort throws away what was written. After Commit it does nothing, so that it
// can be deferred.
func (f *File) Abort() {
	if f.done {
		return
	}
	f.done = true
	_ = f.f.Close()
	if !f.direct {
		_ = os.Remove(f.f.Name())
	}
}

// fault is an error whose text is all that a user needs, and whose cause is what a
// program decides by.
type fault struct {
	text  string
	cause error
}

func (f *fault) Error() string { return f.text }

func (f *fault) Unwrap() error { return f.cause }

// explain says in a sentence why path cannot be written.
func explain(path string, err error) error {
	dir := filepath.Dir(path)
	var why string
	switch {
	case errors.Is(err, fs.ErrNotExist):
		why = fmt.Sprintf("there is no folder %s; make it first", dir)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		why = fmt.Sprintf("writing into %s is not allowed; choose another folder", dir)
	case errors.Is(err, syscall.ENOSPC):
		why = "the disk is full; free some space and try again"
	default:
		return fmt.Errorf("%s cannot be written: %w", path, err)
	}
	return &fault{fmt.Sprintf("%s cannot be written: %s", path, why), err}
}
