package situation

import (
	"context"
	"fmt"
	"time"

	"sitmap/store"
	"sitmap/store/index"
)

// reads is the part of a store, or of a past of it, that events are read from.
type reads interface {
	index.Source
	wholes
	Event(ctx context.Context, id string) (store.Stored[store.Event], error)
	EventNumbers(ctx context.Context, f store.Filter) ([]int64, error)
	Kinds(ctx context.Context) ([]store.Kind, error)
	Terms(ctx context.Context, vocabulary string) ([]store.Term, error)
	Setting(ctx context.Context, name string) (string, error)
}

// LookBack shows the situation as it was known at a moment, rows and map and figures,
// until it is called with nil, which goes back to the present. Meanwhile nothing can be
// changed. Where the past cannot be read, what was shown stays.
func (s *Situation) LookBack(ctx context.Context, past *store.Past) error {
	err := s.lookBack(ctx, past)
	if err != nil {
		// Meanwhile rows have come from that past, and no change was heeded.
		s.kick(tasks{load: true})
	}
	return err
}

func (s *Situation) lookBack(ctx context.Context, past *store.Past) error {
	s.loading.Lock()
	defer s.loading.Unlock()
	s.mu.Lock()
	former, index, present := s.past, s.index, s.present
	s.past = past
	s.mu.Unlock()
	if former == past {
		return nil
	}
	err := s.read(ctx)
	if err != nil {
		s.mu.Lock()
		s.past = former
		s.mu.Unlock()
		s.index, s.present = index, present
		return err
	}
	return s.loadedOr(nil)
}

// AsKnownAt is the past that is shown; nil: the present is.
func (s *Situation) AsKnownAt() *store.Past { return get(s, func() *store.Past { return s.past }) }

// from is what events are read from.
func (s *Situation) from() reads {
	if past := s.AsKnownAt(); past != nil {
		return past
	}
	return s.src
}

// columns brings the index to what is shown. The present's is set aside while the past
// is looked at. It belongs to who is loading.
func (s *Situation) columns(ctx context.Context, from reads) (err error) {
	if s.index != nil && s.index.Of(from) {
		_, err = s.index.Refresh(ctx, nil)
		return err
	}
	if s.index != nil && s.index.Of(s.src) {
		s.present = s.index
	}
	x := s.present
	switch {
	case from != reads(s.src):
		x, err = index.Build(ctx, from, s.reading())
	case x != nil:
		_, err = x.Refresh(ctx, nil)
	default:
		x, err = index.Open(ctx, s.src, s.c.Columns, s.reading())
	}
	if err == nil {
		s.index = x
	}
	return err
}

// LookingBackError says that nothing is changed while the past is shown.
type LookingBackError struct{ Moment time.Time }

// Error is a sentence.
func (e *LookingBackError) Error() string {
	return fmt.Sprintf("this is what was known at %s: go back to the present to change anything", e.Moment.UTC().Format("2 January 2006, 15:04 UTC"))
}

// Unwrap returns store.ErrReadOnly.
func (e *LookingBackError) Unwrap() error { return store.ErrReadOnly }
