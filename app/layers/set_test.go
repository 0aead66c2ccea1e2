package layers

import (
	"context"
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"sitmap/store"
)

// fakeDisk is a system that tells what the test tells it.
type fakeDisk struct {
	events chan fsnotify.Event
	errs   chan error
	added  chan string
}

func (f *fakeDisk) Add(folder string) error       { f.added <- folder; return nil }
func (f *fakeDisk) Remove(string) error           { return nil }
func (f *fakeDisk) Events() <-chan fsnotify.Event { return f.events }
func (f *fakeDisk) Errors() <-chan error          { return f.errs }
func (f *fakeDisk) Close() error                  { return nil }

// bench is a set over a real store, with time and disk in the test's hands.
type bench struct {
	*testing.T
	dir  string
	st   *store.Store
	set  *Set
	disk *fakeDisk
	wait chan chan time.Time // each asking for a pause
	news chan struct{}
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{
		T: t, dir: t.TempDir(), news: make(chan struct{}, 1), wait: make(chan chan time.Time, 64),
		disk: &fakeDisk{events: make(chan fsnotify.Event), errs: make(chan error), added: make(chan string, 64)},
	}
	st, err := store.Create(context.Background(), filepath.Join(b.dir, "s.gpkg"), store.Options{User: "Olha"})
	if err != nil {
		t.Fatal(err)
	}
	b.st = st
	b.set = Open(st, Config{
		Log: slog.New(slog.DiscardHandler), Clock: func() time.Time { return time.Date(2025, 7, 4, 15, 4, 0, 0, time.UTC) },
		After: func(time.Duration) <-chan time.Time {
			c := make(chan time.Time, 1)
			b.wait <- c
			return c
		},
		notify: func() (notifier, error) { return b.disk, nil },
	})
	b.set.Subscribe(func() {
		select {
		case b.news <- struct{}{}:
		default:
		}
	})
	t.Cleanup(func() {
		b.set.Close()
		_ = st.Close()
	})
	return b
}

// until waits for the layers to be so.
func (b *bench) until(what string, so func([]Layer) bool) []Layer {
	b.Helper()
	limit := time.After(20 * time.Second)
	for {
		all := b.set.Layers()
		if so(all) {
			return all
		}
		select {
		case <-b.news:
		case <-limit:
			b.Fatalf("the layers never were %s: %+v", what, all)
		}
	}
}

func (b *bench) write(name, text string) string {
	b.Helper()
	path := filepath.Join(b.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

// tells has the disk say that a file changed, so often, and then be quiet.
func (b *bench) tells(path string, op fsnotify.Op, times int) {
	b.Helper()
	var last chan time.Time
	for range times {
		b.disk.events <- fsnotify.Event{Name: path, Op: op}
		last = <-b.wait
	}
	last <- time.Time{}
}

func points(n int) string {
	one := `{"type":"Feature","properties":{"name":"x"},"geometry":{"type":"Point","coordinates":[1,2]}}`
	return `{"type":"FeatureCollection","features":[` + strings.TrimSuffix(strings.Repeat(one+",", n), ",") + `]}`
}

func has(n int, state State) func([]Layer) bool {
	return func(all []Layer) bool {
		return len(all) == 1 && all[0].State == state && all[0].Data != nil && all[0].Data.Len() == n
	}
}

func TestSetFollowsItsFile(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	path := b.write("zones.geojson", points(1))
	if _, _, err := b.set.Add(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	l := b.until("read", has(1, Ready))[0]
	if l.Name != "zones" || l.File != "zones.geojson" || l.Label != "name" || <-b.disk.added != b.dir {
		t.Errorf("%+v", l)
	}

	// An editor writes in many pieces; only when it is done the file is read.
	b.write("zones.geojson", points(3))
	b.tells(path, fsnotify.Write, 4)
	b.until("read again", has(3, Ready))

	// Half-written: what was there stays.
	b.write("zones.geojson", points(5)[:120])
	b.tells(path, fsnotify.Write, 1)
	l = b.until("stale", has(3, Stale))[0]
	if !strings.Contains(l.Problem, "the file ends") || !strings.Contains(l.Problem, "The map shows it as read at 15:04.") {
		t.Errorf("it says %q", l.Problem)
	}
	if got := len(b.set.Scene(time.Time{}, time.Time{})); got != 1 {
		t.Errorf("%d layers are drawn of a stale one", got)
	}
	b.write("zones.geojson", points(5))
	b.tells(path, fsnotify.Write, 1)
	if l = b.until("whole", has(5, Ready))[0]; l.Problem != "" {
		t.Errorf("it still says %q", l.Problem)
	}

	// Replaced by another file, as editors do; gone; back.
	other := b.write("zones.tmp", points(6))
	if err := os.Rename(other, path); err != nil {
		t.Fatal(err)
	}
	b.tells(path, fsnotify.Create, 1)
	b.until("replaced", has(6, Ready))
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	b.tells(path, fsnotify.Remove, 1)
	if l = b.until("gone", has(6, Stale))[0]; !strings.Contains(l.Problem, "is not there. The map shows") {
		t.Errorf("it says %q", l.Problem)
	}
	b.write("zones.geojson", points(7))
	b.tells(path, fsnotify.Create, 1)
	b.until("back", has(7, Ready))

	// The system lost count of its events: all files are read.
	b.write("zones.geojson", points(8))
	b.disk.errs <- fsnotify.ErrEventOverflow
	(<-b.wait) <- time.Time{}
	b.until("read after an overflow", has(8, Ready))

	// By hand.
	b.write("zones.geojson", points(9))
	b.set.Again(l.ID)
	b.until("read by hand", has(9, Ready))
}

func TestSetFollowsTheStore(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	b := newBench(t)
	var ids []string
	for _, name := range []string{"a", "b", "c"} {
		id, _, err := b.set.Add(ctx, b.write(name+".geojson", points(1)))
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
	}
	names := func(all []Layer) (out string) {
		for _, l := range all {
			out += l.Name
			if l.Hidden {
				out += "-"
			}
		}
		return out
	}
	is := func(want string) {
		t.Helper()
		b.until(want, func(all []Layer) bool { return names(all) == want })
	}
	is("abc")
	for _, c := range []struct {
		do   func() (store.Change, error)
		want string
	}{
		{func() (store.Change, error) { return b.set.Move(ctx, ids[0], 1) }, "bac"},
		{func() (store.Change, error) { return b.set.Move(ctx, ids[2], -9) }, "cba"},
		{func() (store.Change, error) { return b.set.Edit(ctx, ids[1], func(l *Layer) { l.Hidden = true }) }, "cb-a"},
		{func() (store.Change, error) { return b.set.Edit(ctx, ids[0], func(l *Layer) { l.Name = "z" }) }, "cb-z"},
		{func() (store.Change, error) { return b.set.Remove(ctx, ids[2]) }, "b-z"},
	} {
		change, err := c.do()
		if err != nil || change.Seq == 0 {
			t.Fatalf("%s: %v, %v", c.want, change, err)
		}
		if got := names(b.set.Layers()); got != c.want { // at once
			t.Errorf("the layers are %s, want %s", got, c.want)
		}
	}
	for _, want := range []string{"cb-z", "cb-a", "cba", "bac", "abc"} {
		if _, err := b.st.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		is(want)
	}
	if c, err := b.set.Move(ctx, ids[0], -1); err != nil || c.Seq != 0 {
		t.Errorf("the lowest moved down: %v, %v", c, err)
	}
	if _, err := b.set.Edit(ctx, "nobody", func(*Layer) {}); err == nil {
		t.Error("a layer that is not there was changed")
	}
	if r, err := b.st.Check(ctx, nil); err != nil || !r.OK() {
		t.Errorf("%v, %v", r.Problems, err)
	}
}

func TestSetTakesNoFileThatIsNone(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	for _, path := range []string{b.write("x.geojson", "hello"), filepath.Join(b.dir, "none.geojson")} {
		if _, _, err := b.set.Add(context.Background(), path); err == nil {
			t.Errorf("%s became a layer", path)
		}
	}
	if len(b.set.Layers()) != 0 {
		t.Errorf("%+v", b.set.Layers())
	}
}

func TestSetListsBrokenDefinitions(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	b := newBench(t)
	bad := json.RawMessage(`{"file":"x.geojson","style":{"hatch":"wavy"},"later":1}`)
	for i, d := range []store.Definition{
		{Entity: store.EntityLayer, Name: "Broken", Position: 0, Body: bad},
		{Entity: store.EntityLayer, Name: "Missing", Position: 1, Body: json.RawMessage(`{"file":"y.geojson","style":{}}`)},
	} {
		if _, err := b.st.Save(ctx, store.Action{Put: []store.Put{{Definition: &d}}}); err != nil {
			t.Fatal(i, err)
		}
	}
	all := b.until("listed", func(all []Layer) bool { return len(all) == 2 && all[1].State == Failed })
	if !strings.Contains(all[0].Problem, "wavy") || !strings.HasPrefix(all[1].Problem, "The file ") || !strings.HasSuffix(all[1].Problem, "is not there.") {
		t.Errorf("%q, %q", all[0].Problem, all[1].Problem)
	}
	if _, err := b.set.Move(ctx, all[0].ID, 1); err != nil {
		t.Fatal(err)
	}
	kept, err := b.st.Definitions(ctx, store.EntityLayer)
	if err != nil || len(kept) != 2 || string(kept[1].Value.Body) != string(bad) {
		t.Errorf("moving changed what could not be read: %s, %v", kept[1].Value.Body, err)
	}
}

func TestSceneIsKeptUntilSomethingChanges(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	text := `{"type":"FeatureCollection","features":[
		{"type":"Feature","properties":{"day":"2025-07-03"},"geometry":{"type":"Point","coordinates":[1,2]}},
		{"type":"Feature","properties":{"day":"2025-07-05"},"geometry":{"type":"Point","coordinates":[3,2]}}]}`
	id, _, err := b.set.Add(context.Background(), b.write("days.geojson", text))
	if err != nil {
		t.Fatal(err)
	}
	b.until("read", has(2, Ready))
	if _, err := b.set.Edit(context.Background(), id, func(l *Layer) { l.From = "day" }); err != nil {
		t.Fatal(err)
	}
	from, to := time.Date(2025, 7, 3, 0, 0, 0, 0, time.UTC), time.Date(2025, 7, 4, 0, 0, 0, 0, time.UTC)
	one, two := b.set.Scene(from, to), b.set.Scene(from, to)
	if len(one) != 1 || &one[0] != &two[0] {
		t.Fatal("the scene is made anew each time")
	}
	if !one[0].Kept(0) || one[0].Kept(1) {
		t.Errorf("in the window: %v", one[0].Keep)
	}
	if all := b.set.Scene(time.Time{}, time.Time{}); !all[0].Kept(0) || !all[0].Kept(1) {
		t.Error("without a window something is left out")
	}
}

// TestTheSystemTellsOfChanges is about the real file system.
func TestTheSystemTellsOfChanges(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.geojson")
	n, err := newSystem()
	if err != nil {
		t.Fatal(err)
	}
	w := newWatcher(n, func(time.Duration) <-chan time.Time {
		c := make(chan time.Time, 1)
		c <- time.Time{}
		return c
	}, slog.New(slog.DiscardHandler))
	defer w.close()
	w.watch([]string{path})
	for i := range 3 { // written, replaced, written again after it was away
		next := filepath.Join(dir, "next")
		if err := os.WriteFile(next, []byte{byte(i)}, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(next, path); err != nil {
			t.Fatal(err)
		}
		select {
		case got := <-w.changed():
			if got != path {
				t.Errorf("it tells of %s", got)
			}
		case <-time.After(20 * time.Second):
			t.Fatal("nothing was told")
		}
	}
}
