package picture

import (
	"context"

	"sitmap/store"
	"sitmap/store/index"
)

// state is what a picture is made from: a store as it is, or as it was known.
type state interface {
	index.Source
	EventNumbers(ctx context.Context, f store.Filter) ([]int64, error)
	EventsNumbered(ctx context.Context, numbers []int64) ([]store.NumberedEvent, error)
	CitedItems(ctx context.Context, cites func(number int64) bool, limit int) (items []store.Item, more bool, err error)
	GuardedFigures(ctx context.Context) (map[int64]bool, error)
	Kinds(ctx context.Context) ([]store.Kind, error)
	Terms(ctx context.Context, vocabulary string) ([]store.Term, error)
	Setting(ctx context.Context, name string) (string, error)
}

// index has the columns that the picture is made from. Those of a past are not kept.
func (s *Spec) index(ctx context.Context, st *store.Store) (*index.Index, error) {
	switch past := s.AsKnownAt; {
	case past == nil && s.Index != nil:
		return s.Index, nil
	case past == nil:
		return index.Open(ctx, st, s.Columns, nil)
	case s.Index != nil && s.Index.Of(past):
		return s.Index, nil
	default:
		return index.Build(ctx, past, nil)
	}
}
