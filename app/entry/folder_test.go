package entry

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

func TestFolderKeepsDrafts(t *testing.T) {
	dir := Folder(t.TempDir() + "/drafts")
	if kept, err := dir.Kept(); err != nil || len(kept) != 0 {
		t.Fatalf("%v, %v", kept, err)
	}
	for _, state := range []string{`{"a":1}`, `{"a":2}`} {
		if err := dir.Keep("one", []byte(state)); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := dir.Kept()
	if err != nil || len(kept) != 1 || kept[0].ID != "one" || string(kept[0].State) != `{"a":2}` {
		t.Fatalf("%v, %v", kept, err)
	}
	if err := dir.Keep("../out", nil); err == nil {
		t.Error("a draft may be written outside of the folder")
	}
	if err := errors.Join(dir.Drop("one"), dir.Drop("one")); err != nil {
		t.Fatal(err)
	}
}

// What one window writes is its own while it lives; what it left behind is found.
func TestFolderKeepsDraftsOfTheLivingApart(t *testing.T) {
	dir := t.TempDir()
	first, second := newFolder(dir, "first"), newFolder(dir, "second")
	if err := errors.Join(first.Keep("event", []byte("1")), second.Keep("event", []byte("2"))); err != nil {
		t.Fatal(err)
	}
	kept, err := second.Kept()
	if err != nil || len(kept) != 1 || string(kept[0].State) != "2" {
		t.Fatalf("the second window is offered %v, %v", kept, err)
	}
	if err := second.Drop("event"); err != nil {
		t.Fatal(err)
	}
	if err := second.Drop("event_" + first.owner); err == nil {
		t.Error("the second window may drop what the first one writes")
	}
	if kept, err := first.Kept(); err != nil || len(kept) != 1 || string(kept[0].State) != "1" {
		t.Fatalf("the first window has %v, %v", kept, err)
	}

	die(t, first)
	kept, err = second.Kept()
	if err != nil || len(kept) != 1 || string(kept[0].State) != "1" {
		t.Fatalf("after the first one's end the second is offered %v, %v", kept, err)
	}
	if err := second.Drop(kept[0].ID); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// A form that was replaced by another of the same process waits for no end of it.
func TestFolderOffersDraftsOfItsOwnProcess(t *testing.T) {
	dir := t.TempDir()
	if err := newFolder(dir, "one").Keep("event", nil); err != nil {
		t.Fatal(err)
	}
	if kept, err := newFolder(dir, "one").Kept(); err != nil || len(kept) != 1 {
		t.Fatalf("%v, %v", kept, err)
	}
}

func TestFolderTakesDraftsWithoutOwner(t *testing.T) {
	dir := newFolder(t.TempDir(), "one")
	if err := os.WriteFile(filepath.Join(dir.dir, "draft-old.json"), []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	kept, err := dir.Kept()
	if err != nil || len(kept) != 1 {
		t.Fatalf("%v, %v", kept, err)
	}
	if err := dir.Drop(kept[0].ID); err != nil {
		t.Fatal(err)
	}
	if kept, err := dir.Kept(); err != nil || len(kept) != 0 {
		t.Fatalf("%v, %v", kept, err)
	}
}

// Two windows write on the same event: one is not offered what the other writes,
// and its save leaves the other's draft alone. After a conflict there is a draft
// again, whatever became of its file.
func TestTwoWindowsOnOneEvent(t *testing.T) {
	dir := t.TempDir()
	theirs, mine := newFolder(dir, "theirs"), newFolder(dir, "mine")
	state, err := json.Marshal(draft.From(stroke(), 3, newIDs()))
	if err != nil {
		t.Fatal(err)
	}
	if err := theirs.Keep("event", state); err != nil {
		t.Fatal(err)
	}
	b := newBench(t)
	b.form.keeper.deps.Drafts = mine
	open := func() {
		b.form.Edit(store.Stored[store.Event]{Value: stroke(), Revision: 3})
		if b.form.asking != nil {
			t.Fatalf("the form asks %q", b.form.asking.text)
		}
		b.write(", mine")
		b.elapse()
	}
	open()
	b.ctrl(fyne.KeyReturn)
	if kept, err := theirs.Kept(); err != nil || len(kept) != 1 {
		t.Fatalf("after the save the other window has %v, %v", kept, err)
	}
	if kept, err := mine.Kept(); err != nil || len(kept) != 0 {
		t.Fatalf("after the save this window has %v, %v", kept, err)
	}
	open()
	if kept, err := mine.Kept(); err != nil || len(kept) != 1 || mine.Drop(kept[0].ID) != nil {
		t.Fatalf("this window has %v, %v", kept, err)
	}
	b.store.fail = &store.ConflictError{Current: store.Stored[store.Event]{Value: stroke(), Revision: 4}}
	b.ctrl(fyne.KeyReturn)
	if kept, err := mine.Kept(); err != nil || len(kept) != 1 {
		t.Fatalf("after the conflict this window has %d drafts, %v", len(kept), err)
	}
	// The other window is open all the while: collected, it would give up its lock.
	runtime.KeepAlive(theirs)
}

// What the user gives up is not offered again; what waits for later is not written
// over by what is written next.
func TestDraftsThatAreDroppedAndThatWait(t *testing.T) {
	b := newBench(t)
	b.form.Edit(store.Stored[store.Event]{Value: stroke(), Revision: 3})
	b.write(", one")
	b.elapse()
	b.form.Edit(store.Stored[store.Event]{Value: stroke(), Revision: 3})
	if b.form.asking == nil {
		t.Fatal("what was left is not offered")
	}
	b.press(fyne.KeyEscape) // later
	b.write(", two")
	b.elapse()
	if len(b.drafts.kept) != 2 {
		t.Fatalf("%d drafts kept", len(b.drafts.kept))
	}
	b.press(fyne.KeyEscape)
	b.press(fyne.KeyDelete)
	if len(b.drafts.kept) != 1 {
		t.Fatalf("%d drafts kept after one was dropped", len(b.drafts.kept))
	}
	b.form.Edit(store.Stored[store.Event]{Value: stroke(), Revision: 3})
	b.press(fyne.KeyDelete) // throw it away
	b.write("!")
	b.press(fyne.KeyBackspace)
	b.elapse()
	if len(b.drafts.kept) != 0 {
		t.Fatalf("%d drafts kept of what says nothing", len(b.drafts.kept))
	}
}

// The question about a draft comes before anything is saved.
func TestDraftQuestionIsAnsweredBeforeSaving(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("s")
	b.write("Half")
	b.elapse()
	b.form.New(store.Event{Kind: "strike"})
	b.form.title.SetText("Typed beside the question")
	b.form.Save()
	if len(b.store.saves) != 0 || b.form.asking == nil || !strings.HasPrefix(b.form.asking.text, "Answer this first") {
		t.Fatal("it was saved, or the question is gone")
	}
	b.press(fyne.KeyEscape) // later
	b.form.Save()
	if got := b.only(t); got.Title != "Typed beside the question" {
		t.Errorf("saved %q", got.Title)
	}
	if len(b.drafts.kept) != 1 {
		t.Errorf("%d drafts wait", len(b.drafts.kept))
	}
}
