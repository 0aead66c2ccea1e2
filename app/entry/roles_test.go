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
