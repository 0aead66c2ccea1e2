package entry

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/store"
)

// newEvent is Ctrl+N and the letter of a kind: two actions.
func (b *bench) newEvent(letter string) {
	b.form.New(store.Event{})
	b.write(letter)
	*b.actions += 2
}

// A strike with place, time, two weapons, casualties and one source takes at most 25
// actions beyond the text itself.
func TestStrikeTakesFewActions(t *testing.T) {
	b, st := realBench(t)
	b.newEvent("s")
	b.press(fyne.KeyTab, fyne.KeyTab) // title, summary: weapons
	b.write("shahed")
	b.press(fyne.KeyReturn)
	b.write(", iskander")
	b.press(fyne.KeyReturn)
	b.press(fyne.KeyTab)
	b.write("night of 3-4 July 2025")
	b.ctrlShift(fyne.KeyP)
	b.write("Harkov")
	b.press(fyne.KeyReturn)
	b.ctrlShift(fyne.KeyA)
	b.write("Russia")
	b.ctrlShift(fyne.KeyS)
	b.write("Post of the mayor")
	b.press(fyne.KeyTab)
	b.write("Telegram")
	b.press(fyne.KeyTab)
	b.write("4 July 2025")
	b.ctrlShift(fyne.KeyC)
	b.write("3 civilians")
	b.press(fyne.KeyReturn)
	b.write("~40")
	b.press(fyne.KeyUp, fyne.KeyUp)
	b.write("Mayor of Kharkiv")
	b.ctrl(fyne.KeyReturn)
	if len(b.saved) != 1 {
		t.Fatalf("not saved: %v", b.form.problems)
	}
	got, err := st.Event(context.Background(), b.saved[0])
	if err != nil {
		t.Fatal(err)
	}
	e := got.Value
	same(t, claimsOf(e),
		"killed civilians: 3, Mayor of Kharkiv [Post of the mayor]", "wounded: ~40, Mayor of Kharkiv [Post of the mayor]")
	if w := string(e.Fields["weapons"]); w != `["Shahed-136","Iskander"]` {
		t.Errorf("weapons %s", w)
	}
	if e.Title != "Strike on Kharkiv" || e.When.Precision != store.PartOfDay || len(e.Parties) != 1 || e.Citations[0].Item.Outlet.Name != "Telegram" {
		t.Errorf("%+v", e)
	}
	t.Logf("%d actions", *b.actions)
	if *b.actions > 25 {
		t.Errorf("%d actions, at most 25", *b.actions)
	}
}

// With five sources that disagree on four measures it takes at most 60.
func TestFiveSourcesTakeFewActions(t *testing.T) {
	b := newBench(t)
	b.newEvent("s")
	b.press(fyne.KeyTab, fyne.KeyTab)
	b.write("Shahed-136, Iskander")
	b.press(fyne.KeyTab)
	b.write("4 July 2025")
	b.ctrlShift(fyne.KeyP)
	b.write("khar")
	b.press(fyne.KeyReturn)
	voices := []string{"Mayor", "Hospital", "Rescue service", "Air force", "Ministry"}
	for i, v := range voices {
		if i == 0 {
			b.ctrlShift(fyne.KeyS)
		} else {
			b.press(fyne.KeyTab) // past the outlet and the rest
			b.ctrlShift(fyne.KeyS)
		}
		b.write("Source of the " + v)
	}
	for i, v := range voices {
		b.ctrlShift(fyne.KeyC)
		for m := range 3 {
			b.write(fmt.Sprint(10*i + m + 1))
			b.press(fyne.KeyReturn)
		}
		b.write(fmt.Sprint(10*i + 4))
		b.press(fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
		b.write(v)
	}
	b.ctrl(fyne.KeyReturn)
	e := b.only(t)
	if len(e.Claims) != 20 || len(e.Citations) != 5 {
		t.Fatalf("%d claims of %d sources", len(e.Claims), len(e.Citations))
	}
	figures := store.Figures(e)
	for _, f := range figures {
		if f.Qualifier != store.QualifierRange || len(f.Claims) != 5 {
			t.Errorf("%s does not show that five disagree", f.Text())
		}
	}
	if len(figures) != 4 {
		t.Errorf("%d figures", len(figures))
	}
	t.Logf("%d actions", *b.actions)
	if *b.actions > 60 {
		t.Errorf("%d actions, at most 60", *b.actions)
	}
}

// What is pinned stands in the next event; the rest is empty.
func TestPinnedFieldsAreKept(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("s")
	b.ctrlShift(fyne.KeyW)
	b.write("4 July 2025")
	b.ctrlShift(fyne.KeyK)
	b.ctrlShift(fyne.KeyP)
	b.write("khar")
	b.press(fyne.KeyReturn)
	b.ctrlShift(fyne.KeyA)
	b.write("Russia")
	b.ctrlShift(fyne.KeyK)
	b.ctrlShift(fyne.KeyS)
	b.write("Morning report")
	b.ctrlShift(fyne.KeyK)
	b.ctrlShift(fyne.KeyC)
	b.write("3")
	b.ctrl(fyne.KeyReturn)
	if len(b.saved) != 1 || b.closed != 0 {
		t.Fatalf("saved %d, closed %d: %v", len(b.saved), b.closed, b.form.problems)
	}
	if b.form.d == nil || b.form.Dirty() || b.form.d.Kind != "strike" {
		t.Fatal("no next event is open, or it counts as typed")
	}
	b.ctrlShift(fyne.KeyP)
	b.write("kyi")
	b.press(fyne.KeyReturn)
	b.ctrl(fyne.KeyReturn)
	if len(b.store.saves) != 2 {
		t.Fatalf("%d saves: %v", len(b.store.saves), b.form.problems)
	}
	first, second := *b.store.saves[0].Put[0].Event, *b.store.saves[1].Put[0].Event
	if second.ID == first.ID || second.Title != "Strike on Kyiv" || len(second.Places) != 1 || len(second.Claims) != 0 ||
		second.When.Text != "4 July 2025" || len(second.Parties) != 1 || second.Parties[0].ID == first.Parties[0].ID ||
		second.Parties[0].Actor.Name != "Russia" || len(second.Citations) != 1 || second.Citations[0].Item.ID != first.Citations[0].Item.ID {
		t.Errorf("the second is %+v", second)
	}
	b.press(fyne.KeyEscape)
	if b.closed != 1 {
		t.Error("Esc does not close what says nothing new")
	}
}

func TestSaveAndNextWithoutPins(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("o")
	b.write("First")
	b.ctrl(fyne.KeyReturn)
	b.write("Second")
	b.ctrlShift(fyne.KeyReturn)
	var titles []string
	for _, a := range b.store.saves {
		titles = append(titles, a.Put[0].Event.Title)
	}
	if strings.Join(titles, "|") != "First|Second" || b.closed != 1 {
		t.Errorf("saved %q, closed %d", titles, b.closed)
	}
}

// What was begun from an item of the inbox leaves the keyboard to the inbox, and what was
// changed to the list.
func TestOnlyANewEventIsFollowedByTheNext(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "other", Title: "From an item", Citations: []store.Citation{{ID: "c", Item: store.Item{ID: "i", Title: "An item"}}}})
	b.ctrl(fyne.KeyReturn)
	if len(b.store.saves) != 1 || b.closed != 1 {
		t.Errorf("%d saved, closed %d", len(b.store.saves), b.closed)
	}
	b.form.Edit(store.Stored[store.Event]{Value: stroke(), Revision: 3})
	b.write("!")
	b.ctrl(fyne.KeyReturn)
	if len(b.store.saves) != 2 || b.closed != 2 {
		t.Errorf("%d saved, closed %d; %v", len(b.store.saves), b.closed, b.form.problems)
	}
}
