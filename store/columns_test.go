package store_test

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sitmap/store"
	"sitmap/store/index/indextest"
)

// rowsOf reads all rows with a number of readers, in the order of their numbers.
func rowsOf(t *testing.T, st *store.Store, readers int) []store.EventRow {
	t.Helper()
	var mu sync.Mutex
	var all []store.EventRow
	var done int64
	_, err := st.EventRows(context.Background(), readers, func(d, total int64) {
		if d < done || d > total {
			t.Errorf("progress goes from %d to %d of %d", done, d, total)
		}
		done = d
	}, func(_ int, rows []store.EventRow, _ int64) error {
		mu.Lock()
		defer mu.Unlock()
		all = append(all, rows...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(all, func(a, b store.EventRow) int { return int(a.Number - b.Number) })
	return all
}

// wholeRows are the rows of the events read whole.
func wholeRows(t *testing.T, st *store.Store) []store.EventRow {
	t.Helper()
	numbers := map[string]int64{}
	for _, r := range rowsOf(t, st, 1) {
		numbers[r.ID.String()] = r.Number
	}
	var all []store.EventRow
	for e, err := range st.Events(context.Background(), store.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, store.RowOf(numbers[e.Value.ID], e.Value))
	}
	slices.SortFunc(all, func(a, b store.EventRow) int { return int(a.Number - b.Number) })
	return all
}

func TestRowsAreThoseOfTheWholeEvents(t *testing.T) {
	ctx := context.Background()
	st, err := store.Create(ctx, t.TempDir()+"/s.gpkg", store.Options{User: "tester"})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if got := rowsOf(t, st, 3); len(got) != 0 {
		t.Fatalf("an empty store has rows %v", got)
	}
	if _, err := st.Add(ctx, indextest.Events(7, 3000), store.ReasonImported, "", nil); err != nil {
		t.Fatal(err)
	}
	want := wholeRows(t, st)
	if len(want) != 3000 {
		t.Fatalf("%d events", len(want))
	}
	known := 0
	for _, r := range want {
		if !math.IsNaN(r.Killed) {
			known++
		}
	}
	if known == 0 || known == len(want) {
		t.Fatalf("of %d events %d have a number of killed: they test nothing", len(want), known)
	}
	for _, readers := range []int{1, 2, 5} {
		if diff := cmp.Diff(want, rowsOf(t, st, readers), cmpopts.EquateNaNs()); diff != "" {
			t.Fatalf("%d readers (-want +got):\n%s", readers, diff)
		}
	}
}

func TestRowsSinceAChange(t *testing.T) {
	ctx := context.Background()
	st, err := store.Create(ctx, t.TempDir()+"/s.gpkg", store.Options{User: "tester"})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	added, err := st.Add(ctx, indextest.Events(7, 20), store.ReasonImported, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	edited, err := st.Event(ctx, added.Added[3])
	if err != nil {
		t.Fatal(err)
	}
	edited.Value.Kind = "visit"
	if _, err := st.Save(ctx, store.Action{
		Reason: store.ReasonUpdate,
		Put:    []store.Put{{Base: edited.Revision, Event: &edited.Value}},
		Delete: []store.Delete{{Entity: store.EntityEvent, ID: added.Added[5], Base: 1}},
	}); err != nil {
		t.Fatal(err)
	}
	rows, gone, head, tooMany, err := st.EventRowsSince(ctx, added.Change.Seq, 10)
	if err != nil || tooMany {
		t.Fatal(err, tooMany)
	}
	if len(rows) != 1 || rows[0].ID.String() != added.Added[3] || rows[0].Kind != "visit" || fmt.Sprint(gone) != "[6]" || head.Seq != added.Change.Seq+1 {
		t.Fatalf("rows %v, gone %v, head %d", rows, gone, head.Seq)
	}
	if _, _, _, tooMany, err := st.EventRowsSince(ctx, 0, 10); err != nil || !tooMany {
		t.Fatal("twenty new events are not more than ten:", err)
	}
	hash, err := st.ChangeHash(ctx, head.Seq)
	if err != nil || hash != head.Hash {
		t.Fatalf("hash %q of change %d, want %q: %v", hash, head.Seq, head.Hash, err)
	}
	if hash, err := st.ChangeHash(ctx, head.Seq+1); err != nil || hash != "" {
		t.Fatalf("a change to come has the hash %q: %v", hash, err)
	}
	numbers, err := st.EventNumbers(ctx, store.Filter{IDs: []string{added.Added[3], added.Added[5]}})
	if err != nil || !slices.Equal(numbers, []int64{4}) {
		t.Fatalf("numbers %v: %v", numbers, err)
	}
}

func TestReadingRowsEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	st, err := store.Create(ctx, t.TempDir()+"/s.gpkg", store.Options{User: "tester"})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if _, err := st.Add(ctx, indextest.Events(7, 9000), store.ReasonImported, "", nil); err != nil {
		t.Fatal(err)
	}
	_, err = st.EventRows(ctx, 1, nil, func(int, []store.EventRow, int64) error { cancel(); return nil })
	if err == nil || !bytes.Contains([]byte(err.Error()), []byte("cancel")) {
		t.Fatalf("cancelled after the first batch: %v", err)
	}
	if got := len(rowsOf(t, st, 2)); got != 9000 {
		t.Fatalf("%d rows after a cancelled reading", got)
	}
}
