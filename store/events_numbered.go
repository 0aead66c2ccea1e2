package store

import (
	"context"
	"slices"
)

// EventsNumbered reads the events with numbers of the file's, as [EventRow] and
// [Store.EventNumbers] have them, all of one state of the store. They come in the order
// of the numbers given; what is deleted, or never was, is left out.
func (s *Store) EventsNumbered(ctx context.Context, numbers []int64) ([]NumberedEvent, error) {
	return eventsNumbered(ctx, s, numbers)
}

func eventsNumbered(ctx context.Context, m moment, numbers []int64) ([]NumberedEvent, error) {
	out := make([]NumberedEvent, 0, len(numbers))
	err := m.snapshot(ctx, func(r *reader) error {
		for ns := range slices.Chunk(numbers, batch) {
			sorted := slices.Clone(ns)
			slices.Sort(sorted)
			rows, err := r.eventsWhole(ctx, someEvents(slices.Compact(sorted)))
			if err != nil {
				return err
			}
			byNumber := make(map[int64]*row, len(rows))
			for _, x := range rows {
				byNumber[x.n] = x
			}
			for _, n := range ns {
				if x := byNumber[n]; x != nil && !x.Deleted {
					out = append(out, NumberedEvent{n, x.Stored})
				}
			}
		}
		return nil
	})
	if err != nil {
		return nil, explain("reading", m.file(), err)
	}
	return out, nil
}

// NumberedEvent is an event with its number in the file, which never changes.
type NumberedEvent struct {
	Number int64
	Stored[Event]
}
