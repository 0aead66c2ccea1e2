package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"sitmap/store"
)

const (
	secretID = "0197d1e0-5c00-7000-8000-0000000000f1"
	namedID  = "0197d1e0-5c00-7000-8000-0000000000f2"
	openID   = "0197d1e0-5c00-7000-8000-0000000000f3"
)

// guardBench is a window with a store of three events: one that is protected, one that
// cites a protected source beside an open one, and one for everybody.
func guardBench(t *testing.T) *bench {
	t.Helper()
	b := emptyBench(t)
	leak := store.Item{Title: "Leaked order", Protection: store.Protection{DoNotPublish: true}}
	paper := store.Item{Title: "Daily report"}
	events := []store.Event{
		{ID: secretID, Kind: "strike", Title: "Strike on a depot", Protection: store.Protection{TLP: "RED"}},
		{ID: namedID, Kind: "strike", Title: "Strike on a bridge", Citations: []store.Citation{{About: "event", Item: leak}, {About: "event", Item: paper}}},
		{ID: openID, Kind: "call", Title: "A call"},
	}
	var a store.Action
	for i := range events {
		a.Put = append(a.Put, store.Put{Event: &events[i]})
	}
	if _, err := b.open.sit.Save(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	b.shows("3 events")
	b.prefs.Folder = b.dir
	return b
}

// emptyBench is a window with an empty store.
func emptyBench(t *testing.T) *bench {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "empty.gpkg")
	st, err := store.Create(t.Context(), path, store.Options{User: "olha"})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	b := newBench(t, dir, path)
	b.until("the store is open", func() bool { return b.open != nil && b.open.loaded })
	b.settle()
	return b
}

// dialogText is all that the topmost dialog says.
func (b *bench) dialogText() string {
	var all []string
	for _, o := range test.LaidOutObjects(b.win.Canvas().Overlays().Top()) {
		switch o := o.(type) {
		case *widget.Label:
			all = append(all, o.Text)
		case *picker:
			all = append(all, o.Selected)
		case *widget.Check:
			all = append(all, o.Text)
		}
	}
	return strings.Join(all, "\n")
}

func TestAnExportNamesWhatIsProtectedFirst(t *testing.T) {
	for _, c := range []struct {
		button   string
		wrote    string
		has, not []string
	}{
		{"Leave it out", "Wrote 2 events", []string{"Daily report", "Strike on a bridge"}, []string{"depot", "Leaked order"}},
		{"Write all of it", "Wrote 3 events", []string{"Strike on a depot", "Leaked order"}, nil},
	} {
		t.Run(c.button, func(t *testing.T) {
			b := guardBench(t)
			b.exportEvents(".geojson")
			b.press("Export")
			b.until("it asks", b.modal)
			says := b.dialogText()
			for _, want := range []string{
				"Protected are 1 event, 1 source, and parts of 1 other event",
				"“Strike on a depot”, left out: TLP:RED",
				"“Strike on a bridge”, in part: cites “Leaked order” (do not publish)",
			} {
				if !strings.Contains(says, want) {
					t.Errorf("the dialog does not say %q: %s", want, says)
				}
			}
			file := filepath.Join(b.dir, "empty.geojson")
			if _, err := os.Stat(file); err == nil {
				t.Error("it was written before the answer")
			}
			b.press(c.button)
			b.until("it is written", func() bool { return strings.HasPrefix(b.status.Said(), c.wrote) })
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range c.has {
				if !strings.Contains(string(text), s) {
					t.Errorf("the file lacks %q", s)
				}
			}
			for _, s := range c.not {
				if strings.Contains(string(text), s) {
					t.Errorf("the file has %q", s)
				}
			}
		})
	}
}

func TestACopyOfTheStoreSaysWhatItHoldsFirst(t *testing.T) {
	b := guardBench(t)
	b.askCopy(true)
	b.until("it asks", b.modal)
	if says := b.dialogText(); !strings.Contains(says, "1 event, 1 source") || !strings.Contains(says, "history") {
		t.Errorf("the dialog says %s", says)
	}
	b.press("Cancel")
	if b.modal() {
		t.Fatal("Cancel leads on")
	}
	b.askCopy(false)
	b.until("it asks", b.modal)
	b.press("Save a copy")
	b.titled("Save a copy without its history")
	b.press("Save")
	b.until("the copy is there", func() bool { return strings.HasPrefix(b.status.Said(), "Saved a copy") })
}

func TestCopyingAProtectedEventAsksFirst(t *testing.T) {
	b := guardBench(t)
	clip := b.app.Clipboard()
	clip.SetContent("before")
	b.copyID(openID)
	if clip.Content() != openID {
		t.Errorf("the id of an open event: %q", clip.Content())
	}
	clip.SetContent("before")
	b.copyID(secretID)
	b.until("it asks", b.modal)
	if says := b.dialogText(); !strings.Contains(says, "TLP:RED") || clip.Content() != "before" {
		t.Errorf("said %q, copied %q", says, clip.Content())
	}
	b.escape()
	if clip.Content() != "before" {
		t.Error("Escape copied")
	}
	b.copyID(secretID)
	b.until("it asks", b.modal)
	b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // the button proposed has the keyboard
	if clip.Content() != secretID {
		t.Errorf("copied %q", clip.Content())
	}
}
