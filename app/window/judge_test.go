package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"sitmap/store"
)

// stored is the event as it stands in the store.
func (b *bench) stored(id string) store.Stored[store.Event] {
	b.t.Helper()
	e, err := b.open.sit.Store().Event(b.t.Context(), id)
	if err != nil {
		b.t.Fatal(err)
	}
	return e
}

// newest is the newest change of an event.
func (b *bench) newest(id string) store.Change {
	b.t.Helper()
	list, err := b.open.sit.Store().History(b.t.Context(), store.EntityEvent, id)
	if err != nil {
		b.t.Fatal(err)
	}
	return list[len(list)-1]
}

// answer types into the field of the topmost dialog.
func (b *bench) answer(text string) {
	b.t.Helper()
	for _, o := range test.LaidOutObjects(b.win.Canvas().Overlays().Top()) {
		if f, ok := o.(*field); ok {
			f.SetText(text)
			return
		}
	}
	b.t.Fatal("the dialog has no field")
}

func TestAssessingSetsWhatTheAnalystChoosesAndUndoTakesItBack(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.settle()
	id := b.id(kyiv)
	before := b.stored(id)
	b.assess(id)
	b.until("the dialog stands", b.modal)
	b.titled("Assess this event")
	b.win.Canvas().Focused().(*picker).choose(string(store.Disputed))
	b.answer(" the claims do not meet ")
	b.press("Set it")
	b.until("it is said", func() bool { return strings.Contains(b.status.Said(), "is disputed") })
	b.settle()
	if e := b.stored(id).Value; e.Assessment != store.Disputed || e.AssessmentNote != "the claims do not meet" {
		t.Errorf("in the store: %q, %q", e.Assessment, e.AssessmentNote)
	}
	b.setSuggested(id)
	b.until("the suggestion is set", func() bool { return b.stored(id).Revision == before.Revision+2 })
	b.settle()
	s := store.Suggest(before.Value)
	if e := b.stored(id).Value; e.Assessment != s.Assessment {
		t.Errorf("in the store: %q, the rule says %q", e.Assessment, s.Assessment)
	}
	if c := b.newest(id); c.By != "olha" || !strings.Contains(c.Note, s.Why) {
		t.Errorf("the history says %+v", c)
	}
	b.undo()
	b.settle()
	b.undo()
	b.until("both are undone", func() bool { return b.stored(id).Value.Assessment == before.Value.Assessment })
	b.settle()
}

func TestAReviewIsRefusedToTheAuthorAndTakenByAnother(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.settle()
	id := b.id(kyiv)
	b.review(id) // of the sample's author
	b.until("it is reviewed", func() bool { return b.stored(id).Value.Review == store.Reviewed })
	b.settle()
	if who := b.stored(id).Value.ReviewedBy; who != "olha" {
		t.Errorf("reviewed by %q", who)
	}
	b.review(id)
	b.until("it is a draft again", func() bool { return b.stored(id).Value.Review == store.Draft })
	b.settle()
	revision := b.stored(id).Revision
	b.review(id) // olha changed it last
	b.until("it is refused", func() bool { return strings.Contains(b.banner.Text(), "second person") })
	b.settle()
	if e := b.stored(id); e.Revision != revision || e.Value.Review != store.Draft {
		t.Errorf("the author has reviewed it: %+v", e)
	}
}

func TestRetractingAsksWhyAndKeepsTheEvent(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.settle()
	id := b.id(kyiv)
	b.retract(id)
	b.until("the dialog stands", b.modal)
	b.titled("Retract this event?")
	b.answer("  ")
	b.press("Retract")
	if !b.modal() {
		t.Fatal("it was retracted without a reason")
	}
	b.answer("the report was a mistake")
	b.press("Retract")
	b.until("it is retracted", func() bool { return b.stored(id).Value.Assessment == store.Retracted })
	b.settle()
	if e := b.stored(id); e.Deleted || e.Value.AssessmentNote != "the report was a mistake" {
		t.Errorf("in the store: %+v", e)
	}
	if b.list.Count() != "13 events" {
		t.Errorf("the list says %q", b.list.Count())
	}
	b.undo()
	b.until("undo takes it back", func() bool { return b.stored(id).Value.Assessment != store.Retracted })
	b.settle()
}

func TestAnEarlierStateIsLookedAtAndRestored(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.settle()
	id := b.id(kyiv)
	was := b.stored(id)
	first := b.newest(id).Seq
	e := was.Value
	e.Title, e.Summary = "Something else", "Changed."
	if _, err := b.open.sit.Save(t.Context(), store.Action{Put: []store.Put{{Event: &e, Base: was.Revision}}}); err != nil {
		t.Fatal(err)
	}
	b.selectEvent(id)
	b.until("the dossier shows it", func() bool { return b.dossier.ID() == id })
	b.settle()

	b.dossier.Look(first)
	if !strings.Contains(page(b.dossier.Content()), kyiv+"\n") || b.dossier.Looked() != first {
		t.Error("the dossier does not show the earlier state")
	}
	b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.dossier.Looked() != 0 || b.open.sit.Selected() != id {
		t.Error("Escape did not lead back to the newest state")
	}

	b.earlierStates(id)
	b.until("the states are offered", b.modal)
	b.offered("#1, ")
	b.settle()
	b.titled("Restore this state?")
	text := page(b.win.Canvas().Overlays().Top())
	for _, want := range []string{"Title", "Something else", kyiv} {
		if !strings.Contains(text, want) {
			t.Errorf("the preview lacks %q:\n%s", want, text)
		}
	}
	b.answer("the change was meant for another event")
	b.press("Restore")
	b.until("it is restored", func() bool { return b.stored(id).Value.Title == kyiv })
	b.settle()
	got := b.stored(id)
	if got.Value.Summary != was.Value.Summary || got.Revision != was.Revision+2 {
		t.Errorf("restored: revision %d, %q", got.Revision, got.Value.Summary)
	}
	if c := b.newest(id); c.Note != "restored the state after change #1: the change was meant for another event" || c.By != "olha" {
		t.Errorf("the history says %+v", c)
	}
	b.undo()
	b.until("undo brings the newer state back", func() bool { return b.stored(id).Value.Title == "Something else" })
	b.settle()
}

// page is the text of all labels, a line each.
func page(o fyne.CanvasObject) string {
	var all strings.Builder
	for _, x := range test.LaidOutObjects(o) {
		if l, ok := x.(*widget.Label); ok {
			all.WriteString(l.Text + "\n")
		}
	}
	return all.String()
}
