package store_test

import (
	"context"
	"path/filepath"
	"testing"

	"sitmap/store"
)

func TestWatch(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	path := filepath.Join(t.TempDir(), "s.gpkg")
	s := create(t, path, "Olha")
	other := reopen(t, path, store.Options{User: "Petro"})
	notices := s.Watch(ctx)

	save(t, s, simple(0, "Own"), 0)
	if n := <-notices; n.Head != 1 || n.External {
		t.Errorf("own change: %+v", n)
	}
	save(t, other, simple(1, "From elsewhere"), 0)
	if n := <-notices; n.Head != 2 || !n.External {
		t.Errorf("another handle’s change: %+v", n)
	}
	helper(t, "save", path, "3")
	n := <-notices
	for n.Head < 5 {
		n = <-notices
	}
	if !n.External {
		t.Errorf("another process’s changes: %+v", n)
	}
	// Both at once are external.
	save(t, s, simple(10, "Own again"), 0)
	save(t, other, simple(11, "And elsewhere"), 0)
	external := false
	for n.Head < 7 {
		n = <-notices
		external = external || n.External
	}
	if !external {
		t.Error("a change from elsewhere went unnoticed")
	}
	cancel()
	for range notices {
	}
	// Closing ends every watch.
	last := s.Watch(context.Background())
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for range last {
	}
	for range s.Watch(context.Background()) {
	}
}
