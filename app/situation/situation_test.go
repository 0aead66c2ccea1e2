package situation

import (
	"context"
	"encoding/hex"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"sitmap/store"
)

// fakeStore is a store in memory whose notices the test sends itself.
type fakeStore struct {
	mu      sync.Mutex
	seq     int64
	events  []store.Stored[store.Event]
	setting map[string]string
	fail    error
	reads   int
	notices chan store.Notice
	closed  bool
}

func newFakeStore(events ...store.Event) *fakeStore {
	f := &fakeStore{seq: 1, setting: map[string]string{}, notices: make(chan store.Notice)}
	for _, e := range events {
		f.events = append(f.events, store.Stored[store.Event]{Value: e, Revision: 1})
	}
	return f
}

func (f *fakeStore) locked(do func()) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.fail != nil {
		return f.fail
	}
	do()
	return nil
}

func (f *fakeStore) Head(context.Context) (c store.Change, err error) {
	return c, f.locked(func() { c.Seq = f.seq })
}

func (f *fakeStore) Terms(context.Context, string) ([]store.Term, error) { return nil, nil }

func (f *fakeStore) Kinds(context.Context) ([]store.Kind, error) { return testKinds(), nil }

// numbered are the events that a text is found in; the fake's numbers are places in its
// list, so it never tells what changed.
func (f *fakeStore) EventNumbers(_ context.Context, q store.Filter) ([]int64, error) {
	if q.Text == "(" {
		return nil, errors.New("a bracket is not closed")
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []int64
	for i, e := range f.events {
		if strings.Contains(e.Value.Title, q.Text) {
			out = append(out, int64(i+1))
		}
	}
	return out, nil
}

func (f *fakeStore) EventRows(_ context.Context, _ int, p store.Progress, take func(int, []store.EventRow, int64) error) (c store.Change, err error) {
	var rows []store.EventRow
	err = f.locked(func() {
		f.reads++
		c.Seq = f.seq
		for i, e := range f.events {
			rows = append(rows, store.RowOf(int64(i+1), e.Value))
		}
	})
	if err != nil {
		return c, err
	}
	if p != nil {
		for i := range rows {
			p(int64(i+1), int64(len(rows)))
		}
	}
	return c, take(0, rows, int64(len(rows)))
}

func (f *fakeStore) EventRowsSince(ctx context.Context, after int64, _ int) ([]store.EventRow, []int64, store.Change, bool, error) {
	c, err := f.Head(ctx)
	return nil, nil, c, c.Seq != after, err
}

func (f *fakeStore) EventsNumbered(_ context.Context, numbers []int64) (out []store.NumberedEvent, err error) {
	return out, f.locked(func() {
		for _, n := range numbers {
			out = append(out, store.NumberedEvent{Number: n, Stored: f.events[n-1]})
		}
	})
}

func (f *fakeStore) Event(_ context.Context, id string) (out store.Stored[store.Event], err error) {
	e := f.locked(func() {
		err = store.ErrNotFound
		for _, e := range f.events {
			if e.Value.ID == id {
				out, err = e, nil
			}
		}
	})
	return out, errors.Join(e, err)
}

func (*fakeStore) ChangeHash(context.Context, int64) (string, error) { return "", nil }
func (*fakeStore) ID() string                                        { return "fake" }
func (*fakeStore) Path() string                                      { return "fake.gpkg" }

func (f *fakeStore) Setting(_ context.Context, name string) (v string, err error) {
	return v, f.locked(func() { v = f.setting[name] })
}

func (f *fakeStore) SetSetting(_ context.Context, name, value string) (c store.Change, err error) {
	return c, f.locked(func() { f.seq++; f.setting[name] = value })
}

func (f *fakeStore) Save(_ context.Context, a store.Action) (c store.Change, err error) {
	return c, f.locked(func() {
		f.seq++
		for _, p := range a.Put {
			f.events = append(f.events, store.Stored[store.Event]{Value: *p.Event, Revision: 1})
		}
		for _, d := range a.Delete {
			f.events = slices.DeleteFunc(f.events, func(e store.Stored[store.Event]) bool { return e.Value.ID == d.ID })
		}
	})
}

func (f *fakeStore) Undo(context.Context) (store.Change, error) {
	return store.Change{}, store.ErrNoUndo
}

func (f *fakeStore) Redo(context.Context) (c store.Change, err error) {
	return c, f.locked(func() { f.seq++ })
}

func (f *fakeStore) Watch(ctx context.Context) <-chan store.Notice {
	out := make(chan store.Notice)
	go func() {
		defer close(out)
		for {
			select {
			case <-ctx.Done():
				return
			case n := <-f.notices:
				select {
				case out <- n:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return out
}

func (f *fakeStore) Close() error { f.closed = true; return nil }

// uid is the id of an event that a test calls by a letter.
func uid(letter string) string {
	if letter == "" {
		return ""
	}
	return "00000000-0000-7000-8000-0000000000" + hex.EncodeToString([]byte(letter[:1]))
}

func letter(id string) string {
	b, _ := hex.DecodeString(id[len(id)-2:])
	return string(b)
}

func strikeAt(id, title, place string, lon, lat float64) store.Event {
	return store.Event{
		ID: uid(id), Kind: "strike", Title: title, When: july3,
		Places: []store.Place{pointPlace("p-"+id, "target", place, lon, lat)},
	}
}

// opened is a situation whose work is done before the call that caused it
// returns.
func opened(t *testing.T, f *fakeStore) *Situation {
	t.Helper()
	s := open(f, Config{
		Base: squares{}, Go: func(do func()) { do() },
		Clock: func() time.Time { return at("2025-07-05T12:00") }, Log: slog.New(slog.DiscardHandler),
	})
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func ids(rows Rows) string {
	var out []string
	for i := range rows.Len() {
		r, _ := rows.At(i)
		out = append(out, letter(r.ID))
	}
	return strings.Join(out, " ")
}

func row(s *Situation, i int) Row {
	r, _ := s.Rows().At(i)
	return r
}

func first(s *Situation) Row  { return row(s, 0) }
func second(s *Situation) Row { return row(s, 1) }

func TestSituationLoads(t *testing.T) {
	f := newFakeStore(
		strikeAt("a", "Strike on Kyiv", "Kyiv", 30.5, 50.4),
		store.Event{ID: uid("b"), Kind: "statement", Title: "Words", When: july3},
	)
	s := opened(t, f)
	if !s.Loaded() || s.Total() != 2 || ids(s.Rows()) != "a b" {
		t.Fatalf("loaded %v, %d events, rows %q", s.Loaded(), s.Total(), ids(s.Rows()))
	}
	r := first(s)
	if r.KindName != "Strike" || r.Where != "Kyiv" || r.When != "3 July 2025" || !r.OnMap || r.Assessment != store.Reported || r.Review != store.Draft {
		t.Errorf("row: %+v", r)
	}
	if second(s).OnMap {
		t.Error("a statement without a place is said to be on the map")
	}
	if len(s.Scene(false).Marks) != 1 || len(s.Scene(true).Marks) != 1 {
		t.Error("the strike is not drawn")
	}
	if s.Scene(false).Marks[0].Colour == s.Scene(true).Marks[0].Colour {
		t.Error("light and dark have the same colour")
	}
	if b := s.Bound(); b.Min != (store.Geometry{Geometry: b.Max}).Bound().Min || b.Min[0] != 30.5 {
		t.Errorf("bound %v", b)
	}
	if _, ok := s.BoundOf(uid("b")); ok {
		t.Error("an event that is not drawn has a bound")
	}
	if e, ok := s.Event(uid("b")); !ok || e.Value.Title != "Words" {
		t.Errorf("event b: %v %v", e, ok)
	}
}

func TestReadingForTheFirstTimeTellsHowFarItIs(t *testing.T) {
	now := time.Unix(0, 0)
	var later []func()
	s := open(throng(9), Config{
		Go:    func(do func()) { later = append(later, do) },
		Clock: func() time.Time { now = now.Add(progressEvery / 2); return now },
	})
	var heard []int64
	s.Subscribe(func() {
		if done, total := s.Progress(); !s.Loaded() && total == 10 {
			heard = append(heard, done)
		}
	})
	later[0]()
	if len(heard) < 3 || !slices.IsSorted(heard) {
		t.Errorf("told at %v of 10", heard)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestFilterNarrowsListAndMap(t *testing.T) {
	s := opened(t, newFakeStore(strikeAt("a", "Kyiv", "Kyiv", 30, 50), strikeAt("b", "Odesa", "Odesa", 31, 46)))
	before := s.Version()
	if err := s.SetFilter(t.Context(), "Odesa"); err != nil {
		t.Fatal(err)
	}
	if ids(s.Rows()) != "b" || len(s.Scene(false).Marks) != 1 || s.Total() != 2 || s.Version() == before {
		t.Errorf("rows %q, %d marks, %d in all", ids(s.Rows()), len(s.Scene(false).Marks), s.Total())
	}
	if err := s.SetFilter(t.Context(), "("); err == nil || s.Filter() != "Odesa" || ids(s.Rows()) != "b" {
		t.Errorf("a filter that fails: %v, %q", err, s.Filter())
	}
	if err := s.SetFilter(t.Context(), ""); err != nil || ids(s.Rows()) != "a b" {
		t.Errorf("without filter: %v, %q", err, ids(s.Rows()))
	}
}

func TestSelectionFollowsTheStore(t *testing.T) {
	s := opened(t, newFakeStore(strikeAt("a", "Kyiv", "Kyiv", 30, 50)))
	told := 0
	s.Subscribe(func() { told++ })
	s.Select(uid("a"))
	s.Select(uid("a"))
	if s.Selected() != uid("a") || told != 1 || !s.Scene(false).Marks[0].Selected {
		t.Errorf("selected %q, told %d times", s.Selected(), told)
	}
	version := s.Version()
	s.Select(uid("nobody"))
	if s.Selected() != "" || s.Version() != version {
		t.Errorf("selected %q, version %d after %d", s.Selected(), s.Version(), version)
	}
	s.Select(uid("a"))
	if _, err := s.Delete(t.Context(), uid("a"), 1, ""); err != nil {
		t.Fatal(err)
	}
	if s.Selected() != "" || s.Rows().Len() != 0 || len(s.Scene(false).Marks) != 0 {
		t.Errorf("after the deletion: selected %q, rows %q", s.Selected(), ids(s.Rows()))
	}
	if b := s.Bound(); b.Min[1] <= b.Max[1] {
		t.Errorf("nothing is bounded by %v", b)
	}
}

func TestSavingIsSeenAtOnce(t *testing.T) {
	s := opened(t, newFakeStore())
	e := strikeAt("a", "Kyiv", "Kyiv", 30, 50)
	if _, err := s.Save(t.Context(), store.Action{Put: []store.Put{{Event: &e}}}); err != nil {
		t.Fatal(err)
	}
	if ids(s.Rows()) != "a" {
		t.Errorf("rows %q", ids(s.Rows()))
	}
	if _, err := s.Undo(t.Context()); !errors.Is(err, store.ErrNoUndo) {
		t.Errorf("undo: %v", err)
	}
	if err := s.SetPOV(t.Context(), "other"); err != nil || s.POV() != "other" {
		t.Errorf("point of view %q, %v", s.POV(), err)
	}
}

func TestStatementsAndRetractedAreShownWhenAsked(t *testing.T) {
	gone := strikeAt("r", "Gone", "Kyiv", 30, 50)
	gone.Assessment = store.Retracted
	words := store.Event{ID: uid("s"), Kind: "statement", Title: "Words", Places: []store.Place{pointPlace("p", "scene", "Kyiv", 30, 50)}}
	s := opened(t, newFakeStore(gone, words))
	marks := func() int { return len(s.Scene(false).Marks) }
	if marks() != 0 {
		t.Fatalf("%d marks", marks())
	}
	s.ShowStatements(true)
	s.ShowRetracted(true)
	if marks() != 2 || !s.StatementsShown() || !s.RetractedShown() || !first(s).OnMap {
		t.Errorf("%d marks", marks())
	}
}

func TestForeignChangeIsRead(t *testing.T) {
	f := newFakeStore(strikeAt("a", "Kyiv", "Kyiv", 30, 50))
	s := opened(t, f)
	told := make(chan struct{}, 8)
	s.Subscribe(func() { told <- struct{}{} })

	reads := f.reads
	f.notices <- store.Notice{Head: 1} // what is loaded already
	e := strikeAt("b", "Odesa", "Odesa", 31, 46)
	f.mu.Lock()
	f.seq = 2
	f.events = append(f.events, store.Stored[store.Event]{Value: e})
	f.mu.Unlock()
	f.notices <- store.Notice{Head: 2, External: true}
	<-told
	if ids(s.Rows()) != "a b" {
		t.Errorf("rows %q", ids(s.Rows()))
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.reads != reads+1 {
		t.Errorf("the store was read %d times", f.reads-reads)
	}
}

func TestFailureKeepsWhatIsThere(t *testing.T) {
	f := newFakeStore(strikeAt("a", "Kyiv", "Kyiv", 30, 50))
	s := opened(t, f)
	told := 0
	s.Subscribe(func() { told++ })
	f.fail = store.ErrLocked
	if err := s.Reload(t.Context()); !errors.Is(err, store.ErrLocked) || !errors.Is(s.Err(), store.ErrLocked) {
		t.Errorf("error %v, kept %v", err, s.Err())
	}
	if told != 1 || ids(s.Rows()) != "a" {
		t.Errorf("told %d times, rows %q", told, ids(s.Rows()))
	}
	f.fail = nil
	if err := s.Reload(t.Context()); err != nil || s.Err() != nil {
		t.Errorf("error %v, kept %v", err, s.Err())
	}
}

func TestManyChangesAreToldTogether(t *testing.T) {
	f := newFakeStore(strikeAt("a", "Kyiv", "Kyiv", 30, 50))
	var later []func()
	s := open(f, Config{Go: func(do func()) { later = append(later, do) }})
	told := 0
	cancel := s.Subscribe(func() { told++ })
	later[0]()
	s.ShowStatements(true)
	s.ShowRetracted(true)
	s.Select(uid("a"))
	if len(later) != 2 {
		t.Fatalf("%d workers were asked for", len(later))
	}
	later[1]()
	if told != 2 {
		t.Errorf("told %d times", told)
	}
	cancel()
	s.Select("")
	later[2]()
	if told != 2 {
		t.Error("told after the subscription ended")
	}
	if err := s.Close(); err != nil || !f.closed {
		t.Errorf("closing: %v", err)
	}
	s.Select(uid("a")) // does no harm
}

func TestSubscriberMayCallBack(t *testing.T) {
	s := opened(t, newFakeStore(strikeAt("a", "Kyiv", "Kyiv", 30, 50)))
	depth, deepest := 0, 0
	s.Subscribe(func() {
		depth++
		deepest = max(deepest, depth)
		if s.Selected() == "" {
			s.Select(uid("a"))
		}
		depth--
	})
	s.ShowStatements(true)
	if s.Selected() != uid("a") || deepest != 1 {
		t.Errorf("selected %q, calls %d deep", s.Selected(), deepest)
	}
}
