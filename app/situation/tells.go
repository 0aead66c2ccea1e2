package situation

import (
	"github.com/paulmach/orb"

	"sitmap/mapdata/scene"
	"sitmap/store"
	"sitmap/store/index"
)

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

// Index has the columns of the store's events; nil before they are read.
func (s *Situation) Index() *index.Index { return get(s, func() *index.Index { return s.shared }) }

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
