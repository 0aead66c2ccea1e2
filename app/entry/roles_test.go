package entry

import (
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// A name typed into the field of the role is not dropped without a word.
func TestNameInTheRoleIsNotLost(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "strike", Title: "A strike"})
	p := b.form.d.Parties[0]
	p.Role = "Russia"
	if !b.form.Dirty() {
		t.Error("closing the form would lose it")
	}
	b.ctrl(fyne.KeyReturn)
	if len(b.store.saves) != 0 {
		t.Fatal("it was saved")
	}
	row := b.form.rows[draft.Path("party", p.ID, "role")]
	if want := "‘Russia’ is not a role; did you mean it as the name?"; row == nil || row.Message() != want {
		t.Fatalf("the form says %v", b.form.problems)
	}
	b.form.d.NameActor(&p.Actor, "Russia", b.form.deps.NewID)
	if got := b.form.roleProblems(); len(got) != 1 || got[0].Sentence != "‘Russia’ is not a role; choose one from the list." {
		t.Errorf("with a name: %v", got)
	}
	p.Role = "attacker"
	if got := b.form.roleProblems(); len(got) != 0 {
		t.Errorf("of a role in the list: %v", got)
	}
}

// A role that an event came with is its own affair.
func TestStoredRoleIsLeftAlone(t *testing.T) {
	b := newBench(t)
	e := stroke()
	e.Parties[0].Role = "bystander"
	b.form.Edit(store.Stored[store.Event]{Value: e, Revision: 1})
	if got := b.form.roleProblems(); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

// A name typed one field early goes to where names belong: into the next field, which
// the cursor is on its way to.
func TestNameInTheRoleGoesToTheName(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "talks", Title: "Talks"})
	b.ctrlShift(fyne.KeyA)
	b.write("trump")
	b.press(fyne.KeyReturn, fyne.KeyTab) // into the role of the next party
	b.write("russ")
	b.press(fyne.KeyTab)
	p := b.form.d.Parties[1]
	if a := b.form.d.Actor(p.Actor); a == nil || a.ID != actorRussia.ID || p.Role != "participant" {
		t.Fatalf("the party is %+v, %+v", p, a)
	}
	b.form.focus(firstFocusable(b.form.rows[draft.Path("place", b.form.d.Places[0].ID, "role")].Object.Objects[0]))
	b.write("istanbul")
	b.press(fyne.KeyTab)
	if q := b.form.d.Places[0]; q.Name != "Istanbul" || q.GeonameID != "745044" || q.Role != "venue" {
		t.Fatalf("the place is %+v", q)
	}
	b.ctrl(fyne.KeyReturn)
	if e := b.only(t); len(e.Parties) != 2 || len(e.Places) != 1 {
		t.Errorf("saved was %+v", e)
	}
}

// Where several have such a name the list is there to choose from.
func TestNameInTheRoleOffersSeveral(t *testing.T) {
	b := newBench(t)
	b.form.deps.Gazetteer = twins{}
	b.form.New(store.Event{Kind: "strike", Title: "Strike"})
	b.form.focus(firstFocusable(b.form.rows[draft.Path("place", b.form.d.Places[0].ID, "role")].Object.Objects[0]))
	b.write("ivanivka")
	run := b.late()
	b.press(fyne.KeyTab)
	run()
	b.press(fyne.KeyDown, fyne.KeyReturn)
	if q := b.form.d.Places[0]; q.GeonameID != "901" || q.Role != "target" {
		t.Fatalf("the place is %+v", q)
	}
}

// Of a role that is none, in a row that has a name, it is said when the box is left.
func TestARoleThatIsNoneIsSaidAtOnce(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "strike"})
	b.choosePlace("Kharkiv")
	p := b.form.d.Places[0]
	b.form.focus(b.form.mainFields[p.ID])
	b.w.Canvas().FocusPrevious()
	b.write("Harkov")
	b.press(fyne.KeyTab)
	if said := b.form.rows[draft.Path("place", p.ID, "role")].Message(); said != noRole("Harkov") {
		t.Errorf("the form says %q", said)
	}
}
