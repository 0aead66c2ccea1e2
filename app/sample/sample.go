package sample

import (
	"context"
	"fmt"
	"os"
	"time"

	"sitmap/store"
)

// Events returns the thirteen events of the sample situation, in the order in
// which they were entered. Each call returns values of its own.
func Events() []store.Event {
	return []store.Event{
		eventCallPutin(), eventWordsTrump(), eventWordsUshakov(), eventTalksMay(), eventTalksJune(),
		eventStrikeKyiv(), eventWave(), eventWordsZelenskyy(), eventWordsOfficial(), eventCallZelenskyy(),
		eventAidPaused(), eventWordsPentagon(), eventAidGermany(),
	}
}

// author is who entered the sample situation, as its history says.
const author = "Sitmap sample"

// clock stands still at noon UTC of 5 July 2025, when the situation was entered.
func clock() time.Time { return time.Date(2025, time.July, 5, 12, 0, 0, 0, time.UTC) }

// ids counts up UUIDs of the situation, for what the store names by itself.
func ids() func() string {
	n := 0
	return func() string {
		n++
		return fmt.Sprintf(prefix+"b800-%012x", n)
	}
}

// Write makes a new store at path that holds the sample situation. A file in its
// way is store.ErrExists and is left alone; after any other error no file stays.
func Write(ctx context.Context, path string) (err error) {
	st, err := store.Create(ctx, path, store.Options{User: author, Clock: clock, NewID: ids()})
	if err != nil {
		return fmt.Errorf("making the sample situation: %w", err)
	}
	defer func() {
		if cerr := st.Close(); err == nil && cerr != nil {
			err = fmt.Errorf("closing the sample situation: %w", cerr)
		}
		if err != nil {
			_ = os.Remove(path)
		}
	}()
	each := func(yield func(store.Event, error) bool) {
		for _, e := range Events() {
			if !yield(e, nil) {
				return
			}
		}
	}
	if _, err := st.Add(ctx, each, store.ReasonNew, "sample situation", nil); err != nil {
		return fmt.Errorf("writing the sample situation: %w", err)
	}
	return nil
}
