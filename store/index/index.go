package index

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"

	"sitmap/store"
)

// Source is what columns are read from: a [*store.Store].
type Source interface {
	// ID is the store's UUID, Path that of its file.
	ID() string
	Path() string
	Head(ctx context.Context) (store.Change, error)
	ChangeHash(ctx context.Context, seq int64) (string, error)
	EventRows(ctx context.Context, readers int, p store.Progress, take func(reader int, rows []store.EventRow, atMost int64) error) (store.Change, error)
	EventRowsSince(ctx context.Context, after int64, limit int) (rows []store.EventRow, gone []int64, head store.Change, tooMany bool, err error)
}

// Index holds the newest columns of an open store. Its methods may be called from
// any goroutine; those that take a context read the disk, and are not for the one
// that draws the window.
type Index struct {
	st       Source
	now      atomic.Pointer[Columns]
	turn     sync.Mutex // one makes the next columns at a time
	fromFile bool
}

// Options say where columns may be opened from instead of being read.
type Options struct {
	Dir   string // folder of the files of columns; "": none
	Stamp Stamp  // of the store's file, taken before it was opened; zero: none
}

// Open makes the index of a store: from its file of columns, if there is one that is
// sound and of just this state of the store, and from the store's rows otherwise,
// which takes about a second for a million events. p is told how far it is; whoever
// watches is left a processor, as a window stands still without one.
func Open(ctx context.Context, st Source, o Options, p store.Progress) (*Index, error) {
	if o.Dir != "" && o.Stamp != (Stamp{}) {
		head, err := st.Head(ctx)
		if err != nil {
			return nil, err
		}
		c, err := Load(o.Dir, Key{Store: st.ID(), Path: st.Path(), Head: headOf(head), Stamp: o.Stamp})
		if err == nil {
			x := &Index{st: st, fromFile: true}
			x.now.Store(c)
			return x, nil
		}
		// Whatever is wrong with it, the rows are right.
	}
	return Build(ctx, st, p)
}

// Build makes the index from the store's rows, as Open does.
func Build(ctx context.Context, st Source, p store.Progress) (*Index, error) {
	c, err := read(ctx, st, p, p != nil)
	if err != nil {
		return nil, err
	}
	x := &Index{st: st}
	x.now.Store(c)
	return x, nil
}

// read makes columns of all rows; aside leaves a processor to others.
func read(ctx context.Context, st Source, p store.Progress, aside bool) (*Columns, error) {
	processors := runtime.GOMAXPROCS(0)
	if aside {
		processors--
	}
	// Each reader is a connection with a cache of its own; more than four only wait
	// for the disk.
	gs := make([]*gather, min(max(processors, 1), 4))
	for i := range gs {
		gs[i] = newGather(dictionary{})
	}
	head, err := st.EventRows(ctx, len(gs), p, func(reader int, rows []store.EventRow, atMost int64) error {
		g := gs[reader]
		if len(g.id) == 0 {
			g.reserve(int(min(atMost, maxReserve)))
		}
		g.add(rows)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return fromGathers(gs, headOf(head)), nil
}

// maxReserve is for how many rows room is made before they come: numbers that leave
// large gaps tell of more than there are.
const maxReserve = 4 << 20

// Of reports whether the index was made from a source.
func (x *Index) Of(st Source) bool { return x.st == st }

// Columns are the newest.
func (x *Index) Columns() *Columns { return x.now.Load() }

// FromFile reports whether the first columns came from a file.
func (x *Index) FromFile() bool { return x.fromFile }

// Refresh brings the columns up to date after a save, an undo, or a notice that
// another program wrote, and reports whether anything changed. Only the events that
// changes touched are read, unless they are a good part of all, or the file was
// replaced by another.
func (x *Index) Refresh(ctx context.Context, p store.Progress) (bool, error) {
	x.turn.Lock()
	defer x.turn.Unlock()
	c := x.now.Load()
	next, err := x.next(ctx, c, p)
	if err != nil {
		return false, err
	}
	x.now.Store(next)
	return next != c, nil
}

var errFork = errors.New("the history is another")

func (x *Index) next(ctx context.Context, c *Columns, p store.Progress) (*Columns, error) {
	err := x.sameHistory(ctx, c.head)
	if errors.Is(err, errFork) {
		return read(ctx, x.st, p, true)
	}
	if err != nil {
		return nil, err
	}
	rows, gone, head, tooMany, err := x.st.EventRowsSince(ctx, c.head.Seq, max(4096, c.Len()/8))
	switch {
	case err != nil:
		return nil, err
	case tooMany:
		return read(ctx, x.st, p, true)
	case headOf(head) == c.head:
		return c, nil
	}
	return c.Apply(rows, gone, headOf(head)), nil
}

// sameHistory is errFork unless the state that the columns are of lies in the
// store's past.
func (x *Index) sameHistory(ctx context.Context, h Head) error {
	if h.Seq == 0 {
		return nil
	}
	hash, err := x.st.ChangeHash(ctx, h.Seq)
	if err == nil && hash != h.Hash {
		return errFork
	}
	return err
}

// Save writes the newest columns to a folder for the next opening. It is best called
// once the store is closed: only then does its file have the size and time that it
// will be found with.
func (x *Index) Save(dir string) error {
	stamp, err := StampOf(x.st.Path())
	if err != nil {
		return err
	}
	c := x.now.Load()
	return c.Save(dir, Key{Store: x.st.ID(), Path: x.st.Path(), Head: c.head, Stamp: stamp})
}
