package entry

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"sitmap/app/sample"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// realBench is a form on a real store and the real gazetteer.
func realBench(t *testing.T) (*bench, *store.Store) {
	t.Helper()
	st, err := store.Create(context.Background(), filepath.Join(t.TempDir(), "s.gpkg"), store.Options{User: "tester"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	b := newBench(t)
	b.form.deps.Store, b.form.deps.Gazetteer = st, gazetteer.Open()
	b.form.deps.NewID = func() string { return uuid.Must(uuid.NewV7()).String() }
	return b, st
}

// What is entered by keyboard is found in the store, and editing it without a
// change saves nothing.
func TestStrikeIntoARealStore(t *testing.T) {
	b, st := realBench(t)
	b.form.New(store.Event{})
	b.write("s")
	b.ctrlShift(fyne.KeyW)
	b.write("4 Jul 2025 01:30 Kharkiv")
	b.ctrlShift(fyne.KeyP)
	b.write("Харків")
	b.press(fyne.KeyReturn)
	b.ctrlShift(fyne.KeyA)
	b.write("Russia")
	b.press(fyne.KeyTab)
	b.ctrlShift(fyne.KeyC)
	b.write("dozens civilians")
	b.press(fyne.KeyUp)
	b.write("Mayor of Kharkiv")
	b.ctrlShift(fyne.KeyS)
	b.write("Morning report")
	b.press(fyne.KeyTab)
	b.write("City council")
	b.press(fyne.KeyTab)
	b.write("4 July 2025")
	b.ctrl(fyne.KeyReturn)
	if len(b.saved) != 1 {
		t.Fatalf("not saved: %v", b.form.problems)
	}
	got, err := st.Event(context.Background(), b.saved[0])
	if err != nil {
		t.Fatal(err)
	}
	e := got.Value
	if e.Title != "Strike on Kharkiv" || len(e.Places) != 1 || e.Places[0].GeonameID != 706483 || e.Places[0].Admin1 != "UA-63" {
		t.Errorf("%q at %+v", e.Title, e.Places)
	}
	if want := time.Date(2025, 7, 3, 22, 30, 0, 0, time.UTC); !e.When.Earliest.Equal(want) || e.When.Zone != "Europe/Kyiv" {
		t.Errorf("when %+v", e.When)
	}
	if c := e.Claims; len(c) != 1 || c[0].Qualifier != "dozens" || *c[0].Low != 24 || c[0].AccordingTo.Name != "Mayor of Kharkiv" {
		t.Errorf("claims %+v", c)
	}
	if i := e.Citations[0].Item; i.Published != "2025-07-04" || i.Outlet.Name != "City council" {
		t.Errorf("item %+v", i)
	}

	b.form.Edit(got)
	b.ctrl(fyne.KeyReturn)
	again, err := st.Event(context.Background(), e.ID)
	if err != nil || again.Revision != got.Revision {
		t.Errorf("saved as revision %d, %v", again.Revision, err)
	}
}

// Each event of the sample opens in the form and is saved again as it was.
func TestSampleThroughTheForm(t *testing.T) {
	b, st := realBench(t)
	for _, e := range sample.Events() {
		if _, err := st.Save(context.Background(), store.Action{Put: []store.Put{{Event: &e}}}); err != nil {
			t.Fatal(err)
		}
		was, err := st.Event(context.Background(), e.ID)
		if err != nil {
			t.Fatal(err)
		}
		b.form.Edit(was)
		got, problems := b.form.event()
		if d := cmp.Diff(was.Value, got); d != "" || len(problems) > 0 || b.form.Dirty() {
			t.Errorf("%s: %v\n%s", e.Title, problems, d)
		}
	}
}

// Two windows on one file: the second save of the same event is told, and loses
// nothing.
func TestConflictOnARealStore(t *testing.T) {
	b, st := realBench(t)
	e := sample.Events()[0]
	if _, err := st.Save(context.Background(), store.Action{Put: []store.Put{{Event: &e}}}); err != nil {
		t.Fatal(err)
	}
	was, err := st.Event(context.Background(), e.ID)
	if err != nil {
		t.Fatal(err)
	}
	b.form.Edit(was)
	theirs := was.Value
	theirs.Summary = "Theirs."
	if _, err := st.Save(context.Background(), store.Action{Put: []store.Put{{Event: &theirs, Base: was.Revision}}}); err != nil {
		t.Fatal(err)
	}
	b.write(", mine")
	b.ctrl(fyne.KeyReturn)
	if b.form.asking == nil {
		t.Fatalf("no conflict is told: %v", b.form.problems)
	}
	// The store was changed under the same user's name.
	if said := b.form.asking.text; !strings.HasPrefix(said, "You changed ") || !strings.Contains(said, ", in another window or program") {
		t.Errorf("the conflict is told as %q", said)
	}
	b.write("m")
	got, err := st.Event(context.Background(), e.ID)
	if err != nil || got.Value.Summary != "Theirs." || got.Value.Title != was.Value.Title+", mine" {
		t.Fatalf("%q %q %v", got.Value.Title, got.Value.Summary, err)
	}
}
