package store_test

import (
	"bytes"
	"context"
	"iter"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"sitmap/store"
	"sitmap/store/storetest"
)

// list yields events as Add takes them.
func list(events ...store.Event) iter.Seq2[store.Event, error] {
	return func(yield func(store.Event, error) bool) {
		for _, e := range events {
			if !yield(e, nil) {
				return
			}
		}
	}
}

// encodeAll is what `list --json` prints.
func encodeAll(t testing.TB, s *store.Store) []byte {
	t.Helper()
	var b bytes.Buffer
	for e, err := range s.Events(context.Background(), store.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		line, err := store.EncodeEvent(e.Value)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	return b.Bytes()
}

func decodeAll(t testing.TB, lines []byte) []store.Event {
	t.Helper()
	var all []store.Event
	for line := range bytes.Lines(lines) {
		e, err := store.DecodeEvent(line)
		if err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		all = append(all, e)
	}
	return all
}

// TestRoundTrip adds whole events, reads them back the same byte for byte, and
// carries them through JSON into a second store.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		world := storetest.NewWorld(rt)
		var events []store.Event
		for range rapid.IntRange(1, 3).Draw(rt, "events") {
			events = append(events, world.Event(rt))
		}
		s := quick(rt, filepath.Join(dir, "a"+itoa(n)+".gpkg"), store.Options{})
		defer s.Close()
		r, err := s.Add(context.Background(), list(events...), "", "", nil)
		if err != nil {
			rt.Fatal(err)
		}
		if len(r.Added) != len(events) {
			rt.Fatalf("added %d of %d", len(r.Added), len(events))
		}
		for _, e := range events {
			got, err := s.Event(context.Background(), e.ID)
			if err != nil {
				rt.Fatal(err)
			}
			want, have := mustEncode(rt, e), mustEncode(rt, got.Value)
			if !bytes.Equal(want, have) {
				rt.Fatalf("wrote %s\nread  %s", want, have)
			}
		}
		again, err := s.Add(context.Background(), list(events...), "", "", nil)
		if err != nil || again.Unchanged != len(events) || again.Change.Seq != 0 {
			rt.Fatalf("the same events again: %+v, %v", again, err)
		}
		mustCheck(rt, s)

		first := encodeAll(t, s)
		other := quick(rt, filepath.Join(dir, "b"+itoa(n)+".gpkg"), store.Options{})
		defer other.Close()
		if _, err := other.Add(context.Background(), list(decodeAll(t, first)...), "", "", nil); err != nil {
			rt.Fatal(err)
		}
		if second := encodeAll(t, other); !bytes.Equal(first, second) {
			rt.Fatalf("first  %s\nsecond %s", first, second)
		}
	})
}
