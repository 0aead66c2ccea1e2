package situation

import (
	"context"
	"log/slog"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/adrg/xdg"

	"sitmap/store"
	"sitmap/store/index"
)

// Config is what a situation is given instead of finding out by itself.
type Config struct {
	Base  Regions
	Seats SeatLookup
	Names Names            // finds places by other spellings; nil: none are
	Zone  *time.Location   // for events without a zone of their own; nil: UTC
	Clock func() time.Time // nil: time.Now
	Log   *slog.Logger     // nil: slog.Default()
	// Columns say where the columns of all events may be opened from.
	Columns index.Options
	// Go runs work beside the caller; nil: a goroutine.
	Go func(func())
}

// source is the part of a store that a situation needs.
type source interface {
	index.Source
	wholes
	Event(ctx context.Context, id string) (store.Stored[store.Event], error)
	EventNumbers(ctx context.Context, f store.Filter) ([]int64, error)
	Kinds(ctx context.Context) ([]store.Kind, error)
	Terms(ctx context.Context, vocabulary string) ([]store.Term, error)
	Setting(ctx context.Context, name string) (string, error)
	SetSetting(ctx context.Context, name, value string) (store.Change, error)
	Save(ctx context.Context, a store.Action) (store.Change, error)
	Undo(ctx context.Context) (store.Change, error)
	Redo(ctx context.Context) (store.Change, error)
	Watch(ctx context.Context) <-chan store.Notice
	Close() error
}

// Situation is an open store with the columns of its events in memory, and few events
// whole. Its methods may be called from any goroutine; none of them waits for the disk
// unless it takes a context.
type Situation struct {
	st     *store.Store
	src    source
	c      Config
	cancel context.CancelFunc
	ctx    context.Context // ends with the situation
	work   sync.WaitGroup

	loading sync.Mutex   // one load at a time
	index   *index.Index // belongs to who is loading
	present *index.Index // that of the present, while the past is shown
	memo    *regionMemo

	telling  sync.Mutex // subscribers are told one after the other
	done     atomic.Int64
	all      atomic.Int64
	mu       sync.Mutex
	subs     map[int]func()
	nextSub  int
	todo     tasks
	running  bool
	loaded   bool
	head     int64
	shared   *index.Index // index, once it is there
	past     *store.Past  // what is shown instead of the present; nil: that is
	kinds    []store.Kind
	measures map[string]string // their names by their codes
	pov      string
	wish     wish
	no       int // counts changes of the wish: the newest wins
	at       narrowed
	picked   *store.Stored[store.Event] // the selected event, where it is not among those read
	selected string
	crowds   crowds
	cache    rowCache
	version  int64
	filled   int64
	built    built
	err      error
}

// New opens the situation of a store and starts to load its events; subscribers
// are told when they are there. The situation owns the store from now on.
func New(st *store.Store, c Config) *Situation {
	s := open(st, c)
	s.st = st
	return s
}

func open(src source, c Config) *Situation {
	if c.Log == nil {
		c.Log = slog.Default()
	}
	if c.Clock == nil {
		c.Clock = time.Now
	}
	if c.Go == nil {
		c.Go = func(f func()) { go f() }
	}
	s := &Situation{src: src, c: c, subs: map[int]func(){}, memo: newRegionMemo(c.Base)}
	s.built.empty(s)
	s.ctx, s.cancel = context.WithCancel(context.Background())
	notices := src.Watch(s.ctx)
	s.work.Add(1)
	go func() {
		defer s.work.Done()
		s.watch(notices)
	}()
	s.kick(tasks{load: true})
	return s
}

// CacheDir is the user's folder for columns of stores.
func CacheDir() string { return filepath.Join(xdg.CacheHome, "sitmap") }

// KeptFrom is from how many events on columns are kept for the next opening: fewer are
// read as fast.
const KeptFrom = 10_000

// Close ends the watching, waits for the work under way, closes the store, and keeps
// the columns of its events for the next opening.
func (s *Situation) Close() error {
	s.cancel()
	s.mu.Lock()
	s.subs = map[int]func(){}
	s.mu.Unlock()
	s.work.Wait()
	if err := s.src.Close(); err != nil {
		return err
	}
	x := s.index
	if x != nil && !x.Of(s.src) {
		x = s.present
	}
	if dir := s.c.Columns.Dir; dir != "" && x != nil && x.Columns().Len() >= KeptFrom {
		if err := x.Save(dir); err != nil {
			s.c.Log.Warn("the columns are not kept", "err", err) // the next opening takes longer
		}
	}
	return nil
}

// Store is the open store.
func (s *Situation) Store() *store.Store { return s.st }

// Subscribe has f called, off the main goroutine, after each change of events,
// filter, selection, error or of what is shown. Calls never overlap, and several
// changes may come as one. It returns how to end it.
func (s *Situation) Subscribe(f func()) (cancel func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.nextSub
	s.nextSub++
	s.subs[n] = f
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.subs, n)
	}
}

// Select selects an event, "" none. An id that is not there selects none.
func (s *Situation) Select(id string) {
	s.change(func() bool {
		if !s.at.has(id) {
			id = ""
		}
		if s.selected == id {
			return false
		}
		s.selected = id
		return true
	}, tasks{pick: true, scenes: true})
}

// Selected is the selected event's id, "" for none.
func (s *Situation) Selected() string { return get(s, func() string { return s.selected }) }

func get[T any](s *Situation, f func() T) T {
	s.mu.Lock()
	defer s.mu.Unlock()
	return f()
}

// change alters the state and has done what follows from it, unless alter says
// that nothing changed.
func (s *Situation) change(alter func() bool, follow tasks) {
	s.mu.Lock()
	changed := alter()
	s.mu.Unlock()
	if changed {
		s.kick(follow)
	}
}
