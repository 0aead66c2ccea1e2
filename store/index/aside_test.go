package index_test

import (
	"context"
	"runtime"
	"testing"

	"sitmap/store"
	"sitmap/store/index"
)

// counted notes how many readers its rows are read by.
type counted struct {
	*store.Store
	readers int
}

func (c *counted) EventRows(ctx context.Context, readers int, p store.Progress, take func(int, []store.EventRow, int64) error) (store.Change, error) {
	c.readers = readers
	return c.Store.EventRows(ctx, readers, p, take)
}

func TestWhoWatchesIsLeftAProcessor(t *testing.T) {
	st := &counted{Store: create(t)}
	for processors, want := range map[int][2]int{1: {1, 1}, 2: {2, 1}, 4: {4, 3}, 16: {4, 4}} {
		was := runtime.GOMAXPROCS(processors)
		for i, p := range []store.Progress{nil, func(int64, int64) {}} {
			if _, err := index.Build(t.Context(), st, p); err != nil {
				t.Fatal(err)
			}
			if st.readers != want[i] {
				t.Errorf("%d processors, watched %v: %d readers, want %d", processors, p != nil, st.readers, want[i])
			}
		}
		runtime.GOMAXPROCS(was)
	}
}
