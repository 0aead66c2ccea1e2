package export

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"time"

	"sitmap/app/release"
	"sitmap/app/situation"
	"sitmap/store"
)

// Guarded counts what is TLP:AMBER or stricter, under embargo or not to be published.
type Guarded struct {
	Events  int // protected themselves
	Partly  int // events that name a protected source or actor
	Sources int // items
}

// state is what is exported from: a store as it is, or as it was known.
type state interface {
	Head(ctx context.Context) (store.Change, error)
	Events(ctx context.Context, f store.Filter) iter.Seq2[store.Stored[store.Event], error]
	EventNumbers(ctx context.Context, f store.Filter) ([]int64, error)
	EventsNumbered(ctx context.Context, numbers []int64) ([]store.NumberedEvent, error)
	GuardedEvents(ctx context.Context) ([]int64, error)
}

// from is what is exported from, and the rule by which it is released.
func (o Options) from(ctx context.Context, st *store.Store) (state, release.Rule, error) {
	clock := o.Clock
	if clock == nil {
		clock = time.Now
	}
	rule := release.Rule{Now: clock()}
	if o.AsKnownAt == nil {
		return st, rule, nil
	}
	var err error
	rule.Also, err = o.AsKnownAt.ProtectedSince(ctx)
	return o.AsKnownAt, rule, err
}

// Survey counts what is protected among the events that would be exported, without
// writing anything. What it costs grows with what is protected.
func Survey(ctx context.Context, st *store.Store, o Options) (Guarded, error) {
	from, rule, err := o.from(ctx, st)
	if err != nil {
		return Guarded{}, err
	}
	return survey(ctx, from, rule, o)
}

func survey(ctx context.Context, from state, rule release.Rule, o Options) (Guarded, error) {
	return surveyEach(ctx, from, rule, o, func(store.Event, bool) {})
}

// surveyEach tells of each event that is counted; partly: only parts of it stay behind.
func surveyEach(ctx context.Context, from state, rule release.Rule, o Options, tell func(e store.Event, partly bool)) (Guarded, error) {
	var g Guarded
	guarded, err := from.GuardedEvents(ctx)
	if err != nil || len(guarded) == 0 {
		return g, err
	}
	if f := situation.Filter(o.Filter, o.Names); f.Text != "" {
		pass, err := from.EventNumbers(ctx, f)
		if err != nil {
			return g, fmt.Errorf("finding “%s”: %w", o.Filter, err)
		}
		slices.Sort(pass)
		guarded = slices.DeleteFunc(guarded, func(n int64) bool { _, in := slices.BinarySearch(pass, n); return !in })
	}
	sources := map[string]bool{}
	for ns := range slices.Chunk(guarded, 1024) {
		events, err := from.EventsNumbered(ctx, ns)
		if err != nil {
			return g, fmt.Errorf("reading the events: %w", err)
		}
		for _, e := range events {
			if !rule.Allows(e.Value.ID, e.Value.Protection) {
				g.Events++
				tell(e.Value, false)
				for _, c := range e.Value.Citations {
					if !rule.Allows(c.Item.ID, c.Item.Protection) {
						sources[c.Item.ID] = true
					}
				}
				continue
			}
			left, _ := rule.Event(e.Value, sources)
			if len(left.Citations) < len(e.Value.Citations) || len(left.Parties) < len(e.Value.Parties) || len(left.Claims) < len(e.Value.Claims) || len(left.Phases) < len(e.Value.Phases) {
				g.Partly++
				tell(e.Value, true)
			}
		}
	}
	g.Sources = len(sources)
	return g, nil
}
