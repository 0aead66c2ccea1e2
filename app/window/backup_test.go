package window

import (
	"path/filepath"
	"testing"

	"sitmap/store"
)

// The day's copy is kept once the events have been read, in an empty store too.
func TestTheDaysCopyIsKept(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "s.gpkg")
	st, err := store.Create(t.Context(), db, store.Options{User: "olha"})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	b := newBench(t, dir, db)
	b.until("a copy of the store", func() bool {
		copies, err := filepath.Glob(filepath.Join(dir, "s.backup-*.gpkg"))
		if err != nil {
			t.Fatal(err)
		}
		if len(copies) > 0 && !b.open.loaded {
			t.Error("it was kept before the events were read")
		}
		return len(copies) > 0
	})
}
