package situation

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sitmap/store"
)

// Reload reads the events anew.
func (s *Situation) Reload(ctx context.Context) error { return s.load(ctx) }

// load reads vocabulary, columns and filter; what fails leaves the former state
// and is kept for Err.
func (s *Situation) load(ctx context.Context) error {
	s.loading.Lock()
	defer s.loading.Unlock()
	err := s.read(ctx)
	return s.loadedOr(err)
}

// loadedOr keeps an error of reading, or has what was read shown.
func (s *Situation) loadedOr(err error) error {
	if errors.Is(err, context.Canceled) {
		return err
	}
	s.mu.Lock()
	s.err = err
	s.mu.Unlock()
	if err != nil {
		s.c.Log.Error("loading the events failed", "err", err)
		s.kick(tasks{tell: true})
		return err
	}
	s.kick(tasks{rows: true, scenes: true})
	return nil
}

func (s *Situation) read(ctx context.Context) error {
	// The head first: a change during the reading is then read once more rather
	// than missed.
	from := s.from()
	head, err := from.Head(ctx)
	if err != nil {
		return fmt.Errorf("reading the store's history: %w", err)
	}
	kinds, err := from.Kinds(ctx)
	if err != nil {
		return fmt.Errorf("reading the kinds of event: %w", err)
	}
	measures, err := MeasureNames(ctx, from)
	if err != nil {
		return err
	}
	pov, err := from.Setting(ctx, "pov")
	if err != nil {
		return fmt.Errorf("reading the point of view: %w", err)
	}
	if err := s.columns(ctx, from); err != nil {
		return fmt.Errorf("reading the events: %w", err)
	}
	if err := s.narrowTo(ctx, kinds); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.loaded, s.head, s.shared = true, head.Seq, s.index
	s.kinds, s.measures, s.pov = kinds, measures, pov
	// Rows that wait in the cache may be of events that have changed.
	s.cache.clear()
	s.picked = nil
	if !s.at.has(s.selected) {
		s.selected = ""
	}
	s.todo.pick = true
	return nil
}

// progressEvery is how often subscribers are told how far the reading is.
const progressEvery = 200 * time.Millisecond

// reading tells subscribers how far it is.
func (s *Situation) reading() store.Progress {
	last := s.c.Clock()
	return func(done, total int64) {
		s.done.Store(done)
		s.all.Store(total)
		if now := s.c.Clock(); now.Sub(last) >= progressEvery {
			last = now
			s.tell()
		}
	}
}

// SetFilter narrows the events to those that match a text, "" to all. Where the
// filter cannot be applied the former one stays. Of several calls at a time the
// newest wins.
func (s *Situation) SetFilter(ctx context.Context, text string) error {
	s.mu.Lock()
	former := s.wish.text
	s.wish.text = text
	s.no++
	no := s.no
	s.mu.Unlock()
	s.loading.Lock()
	defer s.loading.Unlock()
	var err error
	if s.index != nil {
		err = s.narrowTo(ctx, nil)
	}
	if err != nil {
		s.mu.Lock()
		if s.no == no {
			s.wish.text = former
		}
		s.mu.Unlock()
		return err
	}
	s.kick(tasks{rows: true, scenes: true})
	return nil
}

// numbered are the numbers of the events that match a text; nil: all do.
func (s *Situation) numbered(ctx context.Context, text string) ([]int64, error) {
	if text == "" {
		return nil, nil
	}
	list, err := s.from().EventNumbers(ctx, Filter(text, s.c.Names))
	if err != nil {
		return nil, fmt.Errorf("finding “%s”: %w", text, err)
	}
	if list == nil {
		list = []int64{}
	}
	return list, nil
}

// pick reads the selected event whole, where it is not among those that are.
func (s *Situation) pick(ctx context.Context) {
	s.mu.Lock()
	id := s.selected
	_, has := s.at.byID[id]
	had := s.picked != nil && s.picked.Value.ID == id
	s.mu.Unlock()
	if id == "" || has || had {
		return
	}
	e, err := s.from().Event(ctx, id)
	if err != nil {
		if !errors.Is(err, store.ErrNotFound) && ctx.Err() == nil {
			s.c.Log.Error("reading the selected event failed", "event", id, "err", err)
		}
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.selected == id {
		s.picked = &e
	}
}
