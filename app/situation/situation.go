package situation

import (
	"context"
	"iter"
	"log/slog"
	"sync"
	"time"

	"github.com/paulmach/orb"

	"sitmap/mapdata/scene"
	"sitmap/store"
)

// Config is what a situation is given instead of finding out by itself.
type Config struct {
	Base  Regions
	Seats SeatLookup
	Names Names            // finds places by other spellings; nil: none are
	Zone  *time.Location   // for events without a zone of their own; nil: UTC
	Clock func() time.Time // nil: time.Now
	Log   *slog.Logger     // nil: slog.Default()
	// Go runs work beside the caller; nil: a goroutine.
	Go func(func())
}

// source is the part of a store that a situation needs.
type source interface {
	Head(ctx context.Context) (store.Change, error)
	Kinds(ctx context.Context) ([]store.Kind, error)
	Events(ctx context.Context, f store.Filter) iter.Seq2[store.Stored[store.Event], error]
	Setting(ctx context.Context, name string) (string, error)
	SetSetting(ctx context.Context, name, value string) (store.Change, error)
	Save(ctx context.Context, a store.Action) (store.Change, error)
	Undo(ctx context.Context) (store.Change, error)
	Redo(ctx context.Context) (store.Change, error)
	Watch(ctx context.Context) <-chan store.Notice
	Close() error
}

// Situation is an open store with its events in memory. Its methods may be
// called from any goroutine; none of them waits for the disk unless it takes a
// context.
type Situation struct {
	st     *store.Store
	src    source
	c      Config
	cancel context.CancelFunc
	ctx    context.Context // ends with the situation
	work   sync.WaitGroup

	loading sync.Mutex // one load at a time
	memo    *regionMemo

	mu       sync.Mutex
	subs     map[int]func()
	nextSub  int
	todo     tasks
	running  bool
	loaded   bool
	head     int64
	events   []store.Stored[store.Event] // in order of time
	index    map[string]int
	kinds    []store.Kind
	pov      string
	filter   string
	filterNo int             // counts calls of SetFilter: the newest wins
	pass     map[string]bool // nil: no filter
	selected string
	show     shown
	version  int64
	built    built
	err      error
}

// shown is what is drawn beyond the usual.
type shown struct{ statements, retracted bool }

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
	s.built.empty()
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

// Close ends the watching, waits for the work under way, and closes the store.
func (s *Situation) Close() error {
	s.cancel()
	s.mu.Lock()
	s.subs = map[int]func(){}
	s.mu.Unlock()
	s.work.Wait()
	return s.src.Close()
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

// Loaded reports whether the events have been read at least once.
func (s *Situation) Loaded() bool { return get(s, func() bool { return s.loaded }) }

// Total is the number of events in the store, whether they pass the filter or not.
func (s *Situation) Total() int { return get(s, func() int { return len(s.events) }) }

// Version counts changes of the rows: of the events, the filter and the
// vocabulary, not of the selection.
func (s *Situation) Version() int64 { return get(s, func() int64 { return s.version }) }

// Events are the events that pass the filter, in order of time. The slice is
// shared: it must not be changed.
func (s *Situation) Events() []Row { return get(s, func() []Row { return s.built.rows }) }

// Event is one event of the store, as loaded.
func (s *Situation) Event(id string) (store.Stored[store.Event], bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i, ok := s.index[id]
	if !ok {
		return store.Stored[store.Event]{}, false
	}
	return s.events[i], true
}

// Kinds is the vocabulary of kinds. The slice is shared.
func (s *Situation) Kinds() []store.Kind { return get(s, func() []store.Kind { return s.kinds }) }

// Filter is the filter's text.
func (s *Situation) Filter() string { return get(s, func() string { return s.filter }) }

// Select selects an event, "" none. An id that is not there selects none.
func (s *Situation) Select(id string) {
	s.change(func() bool {
		if _, ok := s.index[id]; !ok {
			id = ""
		}
		if s.selected == id {
			return false
		}
		s.selected = id
		return true
	}, tasks{scenes: true})
}

// Selected is the selected event's id, "" for none.
func (s *Situation) Selected() string { return get(s, func() string { return s.selected }) }

// ShowStatements has statements drawn on the map or not.
func (s *Situation) ShowStatements(show bool) { s.setShown(&s.show.statements, show) }

// StatementsShown reports whether they are.
func (s *Situation) StatementsShown() bool { return get(s, func() bool { return s.show.statements }) }

// ShowRetracted has retracted events drawn on the map or not.
func (s *Situation) ShowRetracted(show bool) { s.setShown(&s.show.retracted, show) }

// RetractedShown reports whether they are.
func (s *Situation) RetractedShown() bool { return get(s, func() bool { return s.show.retracted }) }

func (s *Situation) setShown(what *bool, show bool) {
	s.change(func() bool {
		if *what == show {
			return false
		}
		*what = show
		return true
	}, tasks{rows: true, scenes: true})
}

// POV is the name of the store's point of view, "" for the default.
func (s *Situation) POV() string { return get(s, func() string { return s.pov }) }

// Scene draws the events that pass the filter, for a light or a dark map. What it
// returns is kept until something changes and must not be changed by the caller;
// while a new one is built it is the former one.
func (s *Situation) Scene(dark bool) *scene.Scene {
	return get(s, func() *scene.Scene {
		if dark {
			return s.built.dark
		}
		return s.built.light
	})
}

// Bound encloses what Scene draws. Its west is greater than its east where it
// crosses the date line. With nothing drawn it is empty: its south is above its
// north.
func (s *Situation) Bound() orb.Bound { return get(s, func() orb.Bound { return s.built.bound }) }

// BoundOf encloses what is drawn of one event, and whether anything is.
func (s *Situation) BoundOf(id string) (orb.Bound, bool) { return sceneBound(s.Scene(false), id) }

// Err is the last error of loading, nil once loading went well again.
func (s *Situation) Err() error { return get(s, func() error { return s.err }) }

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
