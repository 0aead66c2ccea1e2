package situation

import (
	"context"
	"log/slog"
	"time"

	"github.com/paulmach/orb"

	"sitmap/mapdata/scene"
	"sitmap/store"
)

// Config is what a situation is given instead of finding out by itself.
type Config struct {
	Base  Regions
	Seats SeatLookup
	Zone  *time.Location // for events without a zone of their own; nil: UTC
	Log   *slog.Logger   // nil: slog.Default()
	// Go runs work beside the caller; nil: a goroutine.
	Go func(func())
}

// Row is an event in the list, ready to be shown.
type Row struct {
	ID         string
	Kind       string // code
	KindName   string
	Icon       string
	Title      string
	Where      string // "" : no place
	When       string
	Headline   string // "≥ 1 killed"; "" where there is no figure
	Assessment store.Assessment
	Phase      string // current phase in words, where it is not simply held
	OnMap      bool   // something of it is drawn
	Revision   int64
}

// Situation is an open store with its events in memory. Its methods may be
// called from any goroutine; none of them waits for the disk unless it takes a
// context.
type Situation struct{ st *store.Store }

// New opens the situation of a store and starts to load its events; subscribers
// are told when they are there. The situation owns the store from now on.
func New(st *store.Store, c Config) *Situation { return &Situation{st: st} }

// Close ends the watching and closes the store.
func (s *Situation) Close() error { return nil }

// Store is the open store.
func (s *Situation) Store() *store.Store { return s.st }

// Subscribe has f called, off the main goroutine, after each change of events,
// filter, selection, error or what is shown. Calls never overlap, and several
// changes may come as one. It returns how to end it.
func (s *Situation) Subscribe(f func()) (cancel func()) { return func() {} }

// Loaded reports whether the events have been read at least once.
func (s *Situation) Loaded() bool { return false }

// Total is the number of events in the store, whether they pass the filter or not.
func (s *Situation) Total() int { return 0 }

// Version counts changes of the events, the filter and of what is shown, not of
// the selection.
func (s *Situation) Version() int64 { return 0 }

// Events are the events that pass the filter, in order of time.
func (s *Situation) Events() []Row { return nil }

// Event is one event of the store, as loaded.
func (s *Situation) Event(id string) (store.Stored[store.Event], bool) {
	return store.Stored[store.Event]{}, false
}

// Kinds is the vocabulary of kinds.
func (s *Situation) Kinds() []store.Kind { return nil }

// SetFilter narrows the events to those that match a text. Where the filter
// cannot be read the former one stays.
func (s *Situation) SetFilter(ctx context.Context, text string) error { return nil }

// Filter is the filter's text.
func (s *Situation) Filter() string { return "" }

// Select selects an event, "" none. An id that is not there selects none.
func (s *Situation) Select(id string) {}

// Selected is the selected event's id, "" for none.
func (s *Situation) Selected() string { return "" }

// ShowStatements has statements drawn on the map or not.
func (s *Situation) ShowStatements(show bool) {}

// StatementsShown reports whether they are.
func (s *Situation) StatementsShown() bool { return false }

// ShowRetracted has retracted events drawn on the map or not.
func (s *Situation) ShowRetracted(show bool) {}

// RetractedShown reports whether they are.
func (s *Situation) RetractedShown() bool { return false }

// POV is the name of the store's point of view, "" for the default.
func (s *Situation) POV() string { return "" }

// SetPOV changes the store's point of view.
func (s *Situation) SetPOV(ctx context.Context, name string) error { return nil }

// Scene draws the events that pass the filter. The scene is kept until something
// changes; it must not be changed by the caller.
func (s *Situation) Scene(dark bool) *scene.Scene { return &scene.Scene{} }

// Bound encloses what Scene draws. Its west is greater than its east where it
// crosses the date line. With nothing drawn it is empty: Min above Max in latitude.
func (s *Situation) Bound() orb.Bound { return orb.Bound{} }

// BoundOf encloses what is drawn of one event, and whether anything is.
func (s *Situation) BoundOf(id string) (orb.Bound, bool) { return orb.Bound{}, false }

// Err is the last error of loading, nil once loading went well again.
func (s *Situation) Err() error { return nil }

// Reload reads the events anew.
func (s *Situation) Reload(ctx context.Context) error { return nil }

// Save carries out an action on the store and reads the events anew.
func (s *Situation) Save(ctx context.Context, a store.Action) (store.Change, error) {
	return store.Change{}, nil
}

// Delete deletes an event, unless its revision is no longer base (0: whatever).
func (s *Situation) Delete(ctx context.Context, id string, base int64, note string) (store.Change, error) {
	return store.Change{}, nil
}

// Undo undoes this user's newest change.
func (s *Situation) Undo(ctx context.Context) (store.Change, error) { return store.Change{}, nil }

// Redo does again what Undo undid.
func (s *Situation) Redo(ctx context.Context) (store.Change, error) { return store.Change{}, nil }
