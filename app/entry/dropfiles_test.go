package entry

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/store"
)

// storeFiles keeps files in a store.
type storeFiles struct{ st *store.Store }

func (x storeFiles) Keep(ctx context.Context, path string) (store.FileRef, error) {
	f, err := os.Open(path)
	if err != nil {
		return store.FileRef{}, err
	}
	defer f.Close()
	return x.st.AddAttachment(ctx, filepath.Base(path), "", f)
}

func (x storeFiles) Drop(ctx context.Context, since time.Time, sums ...string) error {
	_, err := x.st.DropUnused(ctx, since, sums...)
	return err
}

func (storeFiles) Choose(func(string)) {}

func (storeFiles) Row(store.FileRef, ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewWithoutLayout()
}
func (storeFiles) Open(store.FileRef)   {}
func (storeFiles) Export(store.FileRef) {}
func (storeFiles) User() string         { return "tester" }

// filesBench is a form on a store, and a file on the disk to attach.
func filesBench(t *testing.T) (b *bench, st *store.Store, path string) {
	t.Helper()
	b, st = realBench(t)
	b.form.deps.Files = storeFiles{st}
	path = filepath.Join(t.TempDir(), "crater.txt")
	if err := os.WriteFile(path, []byte("a picture of a crater"), 0o600); err != nil {
		t.Fatal(err)
	}
	return b, st, path
}

func heldFiles(t *testing.T, st *store.Store) int {
	t.Helper()
	all, err := st.Attachments(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

func TestFilesOfADroppedFormLeaveTheStore(t *testing.T) {
	b, st, path := filesBench(t)
	b.form.New(store.Event{Kind: "strike", Title: "A strike"})
	b.form.Attach([]string{path})
	if n := heldFiles(t, st); n != 1 {
		t.Fatalf("%d files are kept", n)
	}
	b.press(fyne.KeyEscape)
	if b.form.asking == nil || b.form.asking.text != "What you have typed is not saved. Dropped, the file that was attached leaves the store as well." {
		t.Fatalf("it does not say what goes: %+v", b.form.asking)
	}
	b.press(fyne.KeyDelete)
	if n := heldFiles(t, st); b.closed != 1 || n != 0 {
		t.Fatalf("closed %d times, %d files are left", b.closed, n)
	}
}

func TestFilesOfASavedEventStay(t *testing.T) {
	b, st, path := filesBench(t)
	other := filepath.Join(filepath.Dir(path), "other.txt")
	if err := os.WriteFile(other, []byte("of another place"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.form.New(store.Event{Kind: "strike", Title: "A strike"})
	b.form.Attach([]string{path})
	b.form.Attach([]string{other})
	b.ctrlShift(fyne.KeyDelete) // that source was not wanted
	b.ctrl(fyne.KeyReturn)
	if len(b.saved) != 1 {
		t.Fatalf("not saved: %v", b.form.problems)
	}
	all, err := st.Attachments(context.Background())
	if err != nil || len(all) != 1 || !all[0].Held || len(all[0].Items) != 1 {
		t.Fatalf("the store has %+v, %v", all, err)
	}
	// Another event cites the same file and is not saved after all.
	b.form.New(store.Event{Kind: "strike", Title: "Another strike"})
	b.form.Attach([]string{path})
	b.press(fyne.KeyEscape)
	b.press(fyne.KeyDelete)
	if n := heldFiles(t, st); n != 1 {
		t.Fatalf("%d files are left", n)
	}
}

// A draft that waits keeps its files, and they go when it is thrown away.
func TestFilesOfAWaitingDraftWaitWithIt(t *testing.T) {
	b, st, path := filesBench(t)
	b.form.New(store.Event{Kind: "strike", Title: "A strike"})
	b.form.Attach([]string{path})
	b.elapse()
	b.form.New(store.Event{}) // the window left it
	b.press(fyne.KeyEscape)   // later
	b.form.New(store.Event{Kind: "strike", Title: "Another strike"})
	b.press(fyne.KeyEscape)
	b.form.Attach([]string{path})
	b.press(fyne.KeyEscape)
	b.press(fyne.KeyDelete)
	if n := heldFiles(t, st); n != 1 {
		t.Fatalf("%d files are kept", n)
	}
	b.form.New(store.Event{})
	if b.form.asking == nil {
		t.Fatal("the draft is not offered")
	}
	b.press(fyne.KeyDelete)
	if n := heldFiles(t, st); n != 0 {
		t.Fatalf("thrown away, %d files are left", n)
	}
}
