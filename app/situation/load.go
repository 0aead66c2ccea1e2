package situation

import (
	"context"
	"errors"
	"fmt"

	"sitmap/store"
)

// Reload reads the events anew.
func (s *Situation) Reload(ctx context.Context) error { return s.load(ctx) }

// load reads vocabulary, events and filter; what fails leaves the former state
// and is kept for Err.
func (s *Situation) load(ctx context.Context) error {
	s.loading.Lock()
	defer s.loading.Unlock()
	err := s.read(ctx)
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
	head, err := s.src.Head(ctx)
	if err != nil {
		return fmt.Errorf("reading the store's history: %w", err)
	}
	kinds, err := s.src.Kinds(ctx)
	if err != nil {
		return fmt.Errorf("reading the kinds of event: %w", err)
	}
	pov, err := s.src.Setting(ctx, "pov")
	if err != nil {
		return fmt.Errorf("reading the point of view: %w", err)
	}
	var events []store.Stored[store.Event]
	for e, err := range s.src.Events(ctx, store.Filter{}) {
		if err != nil {
			return fmt.Errorf("reading the events: %w", err)
		}
		events = append(events, e)
	}
	filter, no := s.currentFilter()
	pass, err := s.passing(ctx, filter)
	if err != nil {
		return err
	}
	index := make(map[string]int, len(events))
	for i := range events {
		index[events[i].Value.ID] = i
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.loaded, s.head = true, head.Seq
	s.events, s.index, s.kinds, s.pov = events, index, kinds, pov
	if s.filterNo == no {
		s.pass = pass
	}
	if _, ok := index[s.selected]; !ok {
		s.selected = ""
	}
	return nil
}

func (s *Situation) currentFilter() (string, int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.filter, s.filterNo
}

// passing are the ids of the events that match a text; nil: all do.
func (s *Situation) passing(ctx context.Context, text string) (map[string]bool, error) {
	if text == "" {
		return nil, nil
	}
	pass := map[string]bool{}
	for e, err := range s.src.Events(ctx, Filter(text, s.c.Names)) {
		if err != nil {
			return nil, fmt.Errorf("finding “%s”: %w", text, err)
		}
		pass[e.Value.ID] = true
	}
	return pass, nil
}

// SetFilter narrows the events to those that match a text, "" to all. Where the
// filter cannot be applied the former one stays. Of several calls at a time the
// newest wins.
func (s *Situation) SetFilter(ctx context.Context, text string) error {
	s.mu.Lock()
	s.filterNo++
	no := s.filterNo
	s.mu.Unlock()
	pass, err := s.passing(ctx, text)
	if err != nil {
		return err
	}
	s.change(func() bool {
		if s.filterNo != no {
			return false
		}
		s.filter, s.pass = text, pass
		return true
	}, tasks{rows: true, scenes: true})
	return nil
}
