package index

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Key names the state of a store that columns are of.
type Key struct {
	Store string // the store's own UUID
	Path  string // of its file: a copy of a store keeps its id
	Head  Head
	Stamp Stamp
}

// Stamp tells a file apart from itself after it was written to: also by a program
// that leaves no trace in the history, such as the sqlite3 shell.
type Stamp struct {
	Size     int64
	Modified int64 // nanoseconds since 1970
	// Of the write-ahead log beside it, which is there only while the store is open
	// or after a crash.
	LogSize     int64
	LogModified int64
}

// StampOf takes the stamp of a store's file. To open columns by it, it must be taken
// before the store is opened, which itself writes to the file.
func StampOf(path string) (Stamp, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Stamp{}, fmt.Errorf("looking at %s: %w", path, err)
	}
	s := Stamp{Size: info.Size(), Modified: info.ModTime().UnixNano()}
	switch info, err := os.Stat(path + "-wal"); {
	case err == nil:
		s.LogSize, s.LogModified = info.Size(), info.ModTime().UnixNano()
	case !errors.Is(err, fs.ErrNotExist):
		return Stamp{}, fmt.Errorf("looking at %s-wal: %w", path, err)
	}
	return s, nil
}

// file is the name of the file of columns of a store, one for each place it lies in.
func (k Key) file(dir string) string {
	path := k.Path
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	sum := sha256.Sum256([]byte(k.Store + "\x00" + path))
	return filepath.Join(dir, "columns-"+hex.EncodeToString(sum[:12]))
}
