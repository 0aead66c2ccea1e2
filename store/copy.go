package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/google/uuid"
)

// CopyOptions say how a copy is made.
type CopyOptions struct {
	History bool // false: the copy starts a history of its own
}

// vacuumInto writes a compact copy of the file at from, as it is at this moment,
// to a new file. Others may go on reading and writing meanwhile.
func vacuumInto(ctx context.Context, from, to string, o Options) error {
	if _, err := os.Lstat(to); err == nil {
		return say(ErrExists, "%s already exists: choose another name", to)
	}
	temp := to + ".new-" + uuid.NewString()
	defer func() { _ = os.Remove(temp) }()
	a := accessCopy
	if can, _ := writable(from); !can {
		a = accessImmutable
	}
	db, err := connect(from, a, o.busy, 1)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `VACUUM INTO ?`, filepath.ToSlash(temp))
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	// SQLite leaves it to the system when the copy reaches the disk.
	f, err := os.OpenFile(temp, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	return place(temp, to)
}
