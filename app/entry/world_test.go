package entry

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/app/wellknown"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// worldBench is a form on a new, empty store, which knows whom everybody knows.
func worldBench(t *testing.T) (*bench, *store.Store) {
	t.Helper()
	b, st := realBench(t)
	g := gazetteer.Open()
	b.form.deps.Everybody = func() []store.Actor { return wellknown.Actors(g) }
	return b, st
}

func (b *bench) message(path string) string { return b.form.rows[path].Message() }

// A new store knows nobody: whom everybody knows is offered all the same, is at his seat,
// and is made with the event, once.
func TestANewStoreOffersWhomEverybodyKnows(t *testing.T) {
	b, st := worldBench(t)
	b.form.New(store.Event{Kind: "call"})
	b.ctrlShift(fyne.KeyA)
	b.write("Trump")
	c, ok := b.w.Canvas().Focused().(*field.Complete)
	if !ok || !c.Listing() || c.Options()[0].Text != "Donald Trump" || !strings.Contains(c.Options()[0].Detail, "not in the store yet") {
		t.Fatalf("on offer is %+v", c.Options())
	}
	b.press(fyne.KeyReturn)
	p := b.form.d.Parties[0]
	if said := b.message(draft.Path("party", p.ID, "actor")); !strings.Contains(said, "Washington") || !strings.Contains(said, "for United States") || !strings.Contains(said, "new to the store") {
		t.Errorf("the form says %q", said)
	}
	b.ctrlShift(fyne.KeyA)
	b.write("putin") // left without choosing
	b.press(fyne.KeyTab)
	if said := b.form.title.PlaceHolder; said != "Call: Donald Trump – Vladimir Putin" {
		t.Errorf("the title proposed is %q", said)
	}
	seats := map[string]bool{}
	for _, q := range b.form.d.Places {
		seats[q.Name] = q.Assumed && q.Coordinates != ""
	}
	if !seats["Washington"] || !seats["Moscow"] {
		t.Fatalf("places are %v", seats)
	}
	b.ctrl(fyne.KeyReturn)
	b.form.New(store.Event{Kind: "call"})
	b.ctrlShift(fyne.KeyA)
	b.write("Donald Trump")
	b.press(fyne.KeyTab)
	b.ctrlShift(fyne.KeyA)
	b.write("Росія")
	b.press(fyne.KeyTab)
	b.ctrl(fyne.KeyReturn)
	if len(b.saved) != 2 {
		t.Fatalf("saved %v: %v", b.saved, b.form.problems)
	}
	actors, err := st.Actors(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range actors {
		names = append(names, a.Value.Name+" "+a.Value.Kind)
	}
	if got := strings.Join(names, ", "); got != "Donald Trump person, Russia state, United States state, Vladimir Putin person" {
		t.Errorf("the store has %s", got)
	}
}

// The store's own record is taken for whom everybody knows, under all his names.
func TestTheStoresOwnIsTakenForWhomEverybodyKnows(t *testing.T) {
	b, st := worldBench(t)
	ours := store.Actor{ID: "0197d1e0-5c00-7000-8000-0000000000aa", Name: "Volodymyr Zelenskyy", Kind: "person"}
	if _, err := st.Save(context.Background(), store.Action{Put: []store.Put{{Actor: &ours}}}); err != nil {
		t.Fatal(err)
	}
	for _, typed := range []string{"Zelenskiy", "zelensky", "Volodymyr Zelenskiy", "Володимир Зеленський"} {
		b.form.New(store.Event{Kind: "call"})
		b.ctrlShift(fyne.KeyA)
		b.write(typed)
		b.press(fyne.KeyTab)
		if a := b.form.d.Actor(b.form.d.Parties[0].Actor); a.ID != ours.ID {
			t.Errorf("%s is %+v", typed, a)
		}
		b.press(fyne.KeyEscape)
		b.write("d")
	}
}

// A new name that may be a slip is asked about once; a name of its own is not.
func TestANameThatMayBeASlipIsAskedAbout(t *testing.T) {
	for typed, asked := range map[string]bool{"Zelensky Volodymir": false, "Zelenskyi": false, "Zelensly": true, "Putn": true, "Zele": true, "Mayor of Lviv": false, "Rosatom": false} {
		b := newBench(t)
		b.form.deps.Everybody = func() []store.Actor { return wellknown.Actors(nil) }
		b.form.New(store.Event{Kind: "call"})
		b.form.d.Title = "A call"
		b.ctrlShift(fyne.KeyA)
		b.write(typed)
		b.ctrl(fyne.KeyReturn)
		if (len(b.store.saves) == 0) != asked {
			t.Errorf("%s: %d saves; %v", typed, len(b.store.saves), b.form.problems)
			continue
		}
		if !asked {
			continue
		}
		if said := b.message(draft.Path("party", b.form.d.Parties[0].ID, "actor")); !strings.Contains(said, "may be a slip for") {
			t.Errorf("%s: the form says %q", typed, said)
		}
		b.ctrl(fyne.KeyReturn)
		if e := b.only(t); e.Parties[0].Actor.Name != typed {
			t.Errorf("%s: saved was %+v", typed, e.Parties)
		}
	}
}

// Between the opening of a form and its saving the store may get the same actor.
func TestAnActorThatCameMeanwhileIsTaken(t *testing.T) {
	b, st := worldBench(t)
	b.form.New(store.Event{Kind: "strike"})
	b.form.d.Title = "A strike"
	b.ctrlShift(fyne.KeyA)
	b.write("Russia")
	b.press(fyne.KeyTab)
	ours := store.Actor{ID: "0197d1e0-5c00-7000-8000-0000000000aa", Name: "Russia", Kind: "state"}
	if _, err := st.Save(context.Background(), store.Action{Put: []store.Put{{Actor: &ours}}}); err != nil {
		t.Fatal(err)
	}
	b.ctrl(fyne.KeyReturn)
	e, err := st.Event(context.Background(), b.saved[0])
	if err != nil || e.Value.Parties[0].Actor.ID != ours.ID {
		t.Errorf("saved was %+v, %v", e.Value.Parties, err)
	}
}
