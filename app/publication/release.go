package publication

import (
	"context"
	"errors"
	"fmt"

	"sitmap/store"
)

// Log is where publications are logged; a [store.Store] is one.
type Log interface {
	Publish(ctx context.Context, p store.Publication) (store.Publication, error)
	Withdraw(ctx context.Context, id string) error
}

// File is what goes out, written beside its place; an outfile.File is one.
type File interface {
	Sync() error
	Commit() error
}

// Release lets a written file go out, and logs it unless its publication has no id.
// Either both are there in the end or neither. Errors are sentences.
//
// The file is on the disk before it is logged, but without its name; then it gets it.
// The other order would be worse: a file bears the id of its publication, and one that
// is out while the log does not know its id leaves “how do you know?” without an
// answer, and can't be called back from who has it already. An entry without a file
// misleads nobody but us, and is withdrawn when the file does not get its name. That
// fails only on a folder that was altered meanwhile. Killed between the two, the entry
// stays: it says what was about to go out.
func Release(ctx context.Context, log Log, p store.Publication, f File) (store.Publication, error) {
	if err := f.Sync(); err != nil {
		return store.Publication{}, err
	}
	if p.ID == "" {
		return store.Publication{}, f.Commit()
	}
	p, err := log.Publish(ctx, p)
	if err != nil {
		return store.Publication{}, fmt.Errorf("logging the publication: %w", err)
	}
	if err := f.Commit(); err != nil {
		// Whoever gave up waiting does not want half of it either.
		if errBack := log.Withdraw(context.WithoutCancel(ctx), p.ID); errBack != nil {
			err = errors.Join(err, fmt.Errorf("the publication %s stays in the log, though its file was not written: %w", p.ID, errBack))
		}
		return store.Publication{}, err
	}
	return p, nil
}
