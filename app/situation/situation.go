package situation

import (
	"cmp"
	"context"
	"log/slog"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/adrg/xdg"
	"github.com/paulmach/orb"

	"sitmap/mapdata/scene"
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

// wish is what the analyst asked to see.
type wish struct {
	text     string
	box      *orb.Bound
	from, to time.Time
	show     shown
	style    Style
	encode   string // as [Encodings.String]; "": the default
	measure  string // that sizes symbols; "": the usual one
}

// encodings are what the looks of events tell.
func (w *wish) encodings() Encodings {
	e, err := ParseEncodings(w.encode)
	if err != nil {
		return DefaultEncodings() // what String wrote is always read
	}
	return e
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

// Loaded reports whether the events have been read at least once.
func (s *Situation) Loaded() bool { return get(s, func() bool { return s.loaded }) }

// Progress is how many events of how many have been read while they are read for the
// first time; 0 of 0 where that is not known.
func (s *Situation) Progress() (done, total int64) { return s.done.Load(), s.all.Load() }

// Total is the number of events in the store, whether they pass the filter or not.
func (s *Situation) Total() int {
	return get(s, func() int {
		if s.at.sel == nil {
			return 0
		}
		return s.at.sel.Columns().Len()
	})
}

// Version counts changes of the rows: of the events, the filter and the
// vocabulary, not of the selection.
func (s *Situation) Version() int64 { return get(s, func() int64 { return s.version }) }

// Filled counts how often rows that were still to be read have come.
func (s *Situation) Filled() int64 { return get(s, func() int64 { return s.filled }) }

// Rows are the events that pass the filter, in order of time.
func (s *Situation) Rows() Rows { return get(s, func() Rows { return s.built.rows }) }

// Event is one event of the store, where it is in memory: while few events pass the
// filter all of those are, and the selected one always is soon after it was selected.
func (s *Situation) Event(id string) (store.Stored[store.Event], bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.picked != nil && s.picked.Value.ID == id {
		return *s.picked, true
	}
	if i, ok := s.at.byID[id]; ok {
		return s.at.whole[i].Stored, true
	}
	return store.Stored[store.Event]{}, false
}

// Kinds is the vocabulary of kinds. The slice is shared.
func (s *Situation) Kinds() []store.Kind { return get(s, func() []store.Kind { return s.kinds }) }

// Filter is the filter's text.
func (s *Situation) Filter() string { return get(s, func() string { return s.at.wish.text }) }

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

// ShowStatements has statements drawn on the map or not.
func (s *Situation) ShowStatements(show bool) {
	s.wishFor(func(w *wish) { w.show.statements = show })
}

// StatementsShown reports whether they are.
func (s *Situation) StatementsShown() bool {
	return get(s, func() bool { return s.wish.show.statements })
}

// ShowRetracted has retracted events drawn on the map or not.
func (s *Situation) ShowRetracted(show bool) { s.wishFor(func(w *wish) { w.show.retracted = show }) }

// RetractedShown reports whether they are.
func (s *Situation) RetractedShown() bool {
	return get(s, func() bool { return s.wish.show.retracted })
}

// SetStyle has the events put on the map in another way. Where something else that
// their looks tell has to go for it, it says so in a sentence.
func (s *Situation) SetStyle(style Style) (sentence string) {
	s.wishFor(func(w *wish) { w.style, sentence = style, w.restyle(style) })
	return sentence
}

// restyle brings the encodings in line with a style.
func (w *wish) restyle(style Style) string {
	e := w.encodings()
	c := Chosen{Set: e}
	switch style {
	case Clusters:
		c = e.With(ByCount)
	case Heat:
		c = e.With(ByDensity)
	default:
		for _, x := range []Encoding{ByCount, ByDensity} {
			if c.Set.Has(x) {
				c = c.Set.Without(x)
			}
		}
	}
	w.encode = c.Set.String()
	return c.Sentence
}

// Style is how the events are put on the map.
func (s *Situation) Style() Style { return get(s, func() Style { return s.wish.style }) }

// Encode has the looks of events tell something, or no longer. Where something else has
// to go for it, it says so in a sentence.
func (s *Situation) Encode(x Encoding, on bool) (sentence string) {
	s.wishFor(func(w *wish) {
		e := w.encodings()
		c := e.Without(x)
		if on {
			c = e.With(x)
		}
		w.encode, sentence = c.Set.String(), c.Sentence
		switch {
		case c.Set.Has(ByDensity):
			w.style = Heat
		case c.Set.Has(ByCount):
			w.style = Clusters
		case w.style == Heat || w.style == Clusters:
			w.style = Automatic
		}
	})
	return sentence
}

// Encodings are what the looks of events tell.
func (s *Situation) Encodings() Encodings {
	return get(s, func() Encodings { return s.wish.encodings() })
}

// SetMeasure sizes the symbols by a measure, killed or launched; "": all are of one
// size. Where something else has to go for it, it says so in a sentence.
func (s *Situation) SetMeasure(code string) (sentence string) {
	s.wishFor(func(w *wish) { w.measure = code })
	return s.Encode(BySize, code != "")
}

// Measure is what sizes the symbols, "" where nothing does.
func (s *Situation) Measure() string {
	return get(s, func() string {
		if !s.wish.encodings().Has(BySize) {
			return ""
		}
		return cmp.Or(s.wish.measure, usualMeasure)
	})
}

// Index has the columns of the store's events; nil before they are read.
func (s *Situation) Index() *index.Index { return get(s, func() *index.Index { return s.shared }) }

// SetBox narrows the events to those whose point lies in a bound, in degrees, longitude
// first; west greater than east crosses the date line. nil: to none.
func (s *Situation) SetBox(b *orb.Bound) { s.wishFor(func(w *wish) { w.box = b }) }

// Box is the bound that events are narrowed to; nil: none.
func (s *Situation) Box() *orb.Bound { return get(s, func() *orb.Bound { return s.wish.box }) }

// SetWindow narrows the events to those that overlap a time window, half-open; a zero
// end is open. With two zero ends events of any time pass, those of unknown time too.
func (s *Situation) SetWindow(from, to time.Time) {
	s.wishFor(func(w *wish) { w.from, w.to = from, to })
}

// Window is the time window that events are narrowed to; zero ends are open.
func (s *Situation) Window() (from, to time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.wish.from, s.wish.to
}

// Narrowed reports whether a box or a time window leaves events out.
func (s *Situation) Narrowed() bool {
	return get(s, func() bool { return s.at.wish.box != nil || !s.at.wish.from.IsZero() || !s.at.wish.to.IsZero() })
}

// wishFor changes what is wished to be seen.
func (s *Situation) wishFor(alter func(*wish)) {
	s.change(func() bool {
		w := s.wish
		alter(&w)
		if w == s.wish {
			return false
		}
		s.wish = w
		s.no++
		return true
	}, tasks{narrow: true})
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
func (s *Situation) BoundOf(id string) (orb.Bound, bool) {
	s.mu.Lock()
	light, at := s.built.light, s.at
	s.mu.Unlock()
	if b, ok := sceneBound(light, id); ok {
		return b, true
	}
	return at.pointOf(id)
}

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
