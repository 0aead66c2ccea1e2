package entry

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/app/sample"
	"sitmap/store"
	"sitmap/store/index"
)

// radarBench is a form on the sample situation, whose columns it may look in.
func radarBench(t *testing.T) (*bench, *store.Store) {
	t.Helper()
	b, st := realBench(t)
	for _, e := range sample.Events() {
		if _, err := st.Save(context.Background(), store.Action{Put: []store.Put{{Event: &e}}}); err != nil {
			t.Fatal(err)
		}
	}
	x, err := index.Build(context.Background(), st, nil)
	if err != nil {
		t.Fatal(err)
	}
	b.form.deps.Columns = func() *index.Columns {
		if _, err := x.Refresh(context.Background(), nil); err != nil {
			t.Error(err)
		}
		return x.Columns()
	}
	return b, st
}

// kyivAgain types a strike on Kyiv in the night that the sample tells of.
func (b *bench) kyivAgain() {
	b.form.New(store.Event{})
	b.write("s")
	b.ctrlShift(fyne.KeyW)
	b.write("4 Jul 2025 01:30 Kyiv")
	b.ctrlShift(fyne.KeyP)
	b.write("Kyiv")
	b.press(fyne.KeyReturn)
	b.elapse()
}

func (b *bench) alike() (titles []string) {
	for _, l := range b.form.radar.found {
		titles = append(titles, l.title)
	}
	return titles
}

const knownStrike = "Drones and missiles hit Kyiv"

func TestRadarFindsTheEventThatIsKnown(t *testing.T) {
	b, _ := radarBench(t)
	b.kyivAgain()
	if got := b.alike(); !slices.Contains(got, knownStrike) {
		t.Fatalf("alike are %q", got)
	}
	if b.form.radar.Hidden {
		t.Error("the radar is hidden")
	}
	// Another week is another strike.
	b.ctrlShift(fyne.KeyW)
	for range "4 Jul 2025 01:30 Kyiv" {
		b.press(fyne.KeyBackspace)
	}
	b.write("14 Jul 2025 01:30 Kyiv")
	b.elapse()
	if got := b.alike(); len(got) != 0 || !b.form.radar.Hidden {
		t.Errorf("ten days later alike are %q", got)
	}
}

// toKnown goes to the radar and marks the strike that is known.
func (b *bench) toKnown(t *testing.T) {
	t.Helper()
	b.ctrlShift(fyne.KeyD)
	if b.w.Canvas().Focused() != fyne.Focusable(b.form.radar) {
		t.Fatalf("the keyboard is with %T", b.w.Canvas().Focused())
	}
	for range b.form.radar.found {
		if b.form.radar.found[b.form.radar.at].title == knownStrike {
			return
		}
		b.press(fyne.KeyDown)
	}
	t.Fatalf("%q is not among %q", knownStrike, b.alike())
}

func TestSameEventTakesTheDraftsClaims(t *testing.T) {
	b, st := radarBench(t)
	b.kyivAgain()
	b.ctrlShift(fyne.KeyS)
	b.write("Evening post of the mayor")
	b.ctrlShift(fyne.KeyC)
	b.write("5")
	b.elapse()
	draftID := b.form.d.ID
	b.toKnown(t)
	b.write("s")
	if b.form.d.Title != knownStrike || b.form.d.Revision == 0 || !b.form.Dirty() {
		t.Fatalf("open is %q of revision %d", b.form.d.Title, b.form.d.Revision)
	}
	if _, kept := b.drafts.kept[b.form.taken.key]; !kept {
		t.Error("the draft is gone before the event is saved")
	}
	var merged string
	b.form.OnMerged = func(id string) { merged = id }
	b.press(fyne.KeyEscape) // what was told
	b.ctrl(fyne.KeyReturn)
	if len(b.saved) != 1 || merged != draftID || len(b.drafts.kept) != 0 {
		t.Fatalf("saved %q, merged %q, %d drafts are kept, problems %v", b.saved, merged, len(b.drafts.kept), b.form.problems)
	}
	got, err := st.Event(context.Background(), b.saved[0])
	if err != nil {
		t.Fatal(err)
	}
	claims := claimsOf(got.Value)
	for _, want := range []string{"killed: 5 [Evening post of the mayor]", "when:  [Evening post of the mayor]"} {
		if !slices.Contains(claims, want) {
			t.Errorf("%q is not among the claims %q", want, claims)
		}
	}
	was := sample.Events()[slices.IndexFunc(sample.Events(), func(e store.Event) bool { return e.Title == knownStrike })]
	if len(got.Value.Claims) != len(was.Claims)+2 || len(got.Value.Places) != len(was.Places) || len(got.Value.Citations) != len(was.Citations)+1 {
		t.Errorf("%d claims of %d, %d citations of %d", len(got.Value.Claims), len(was.Claims), len(got.Value.Citations), len(was.Citations))
	}
	if _, err := st.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	if back, err := st.Event(context.Background(), got.Value.ID); err != nil || len(back.Value.Claims) != len(was.Claims) {
		t.Errorf("undone it has %d claims, %v", len(back.Value.Claims), err)
	}
}

func TestRadarsOtherChoicesAreRelations(t *testing.T) {
	for key, want := range map[string]string{"p": relPartOf, "r": relRelated, "n": relNotSame} {
		b, st := radarBench(t)
		b.kyivAgain()
		b.toKnown(t)
		b.write(key)
		b.elapse()
		if slices.Contains(b.alike(), knownStrike) {
			t.Errorf("%s: it is shown still", want)
		}
		b.ctrl(fyne.KeyReturn)
		if len(b.saved) != 1 {
			t.Fatalf("%s: not saved: %v", want, b.form.problems)
		}
		got, err := st.Event(context.Background(), b.saved[0])
		if err != nil || len(got.Value.Relations) != 1 || got.Value.Relations[0].Type != want {
			t.Fatalf("%s: %+v, %v", want, got.Value.Relations, err)
		}
		// It is remembered from both sides.
		b.form.Edit(got)
		b.elapse()
		if slices.Contains(b.alike(), knownStrike) {
			t.Errorf("%s: it is asked again", want)
		}
		other, err := st.Event(context.Background(), got.Value.Relations[0].Event)
		if err != nil {
			t.Fatal(err)
		}
		b.form.Edit(other)
		b.elapse()
		if slices.Contains(b.alike(), got.Value.Title) {
			t.Errorf("%s: it is asked again at the other", want)
		}
		if _, err := st.Undo(context.Background()); err != nil {
			t.Errorf("%s: %v", want, err)
		}
	}
}
