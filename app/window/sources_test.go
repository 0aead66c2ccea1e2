package window

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"sitmap/store"
)

// sourced is a window whose sources are shown: three outlets with an item each, and an
// event that cites the first two.
func sourced(t *testing.T) *bench {
	t.Helper()
	b := inboxBench(t)
	b.toggleInbox()
	st := b.open.sit.Store()
	low := 5.0
	e := store.Event{
		Kind: "strike", Title: "Drones hit the depot",
		Citations: []store.Citation{
			{ID: st.NewID(), About: "event", Item: store.Item{Title: "Depot burns", Outlet: &store.Outlet{Name: "Daily Herald", Reliability: "B"}}},
			{ID: st.NewID(), About: "event", Item: store.Item{Title: "Fire at depot", Outlet: &store.Outlet{Name: "The Daily Herald"}}},
		},
	}
	e.Claims = []store.Claim{{ID: st.NewID(), About: "measure", Measure: "killed", Qualifier: "at least", Low: &low, Citations: []string{e.Citations[0].ID}}}
	_, err := b.open.sit.Save(t.Context(), store.Action{Put: []store.Put{
		{Event: &e}, {Item: &store.Item{Title: "Weather", Outlet: &store.Outlet{Name: "Radio"}, Inbox: "new"}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	b.settle()
	b.toggleBook(b.shelf.books[0])
	b.settle()
	return b
}

// outlets are the store's, by name.
func (b *bench) outlets() map[string]store.Outlet {
	b.t.Helper()
	list, err := b.open.sit.Store().Outlets(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	out := map[string]store.Outlet{}
	for _, s := range list {
		out[s.Value.Name] = s.Value
	}
	return out
}

// reads expects a text somewhere in an object.
func (b *bench) reads(in fyne.CanvasObject, want string) {
	b.t.Helper()
	var all []string
	for _, o := range test.LaidOutObjects(in) {
		if l, ok := o.(*widget.Label); ok {
			all = append(all, l.Text)
		}
	}
	if text := strings.Join(all, "\n"); !strings.Contains(text, want) {
		b.t.Errorf("nowhere stands %q in:\n%s", want, text)
	}
}

// clears empties the field that has the keyboard.
func (b *bench) clears() {
	b.shortcut(&fyne.ShortcutSelectAll{})
	b.key(fyne.KeyDelete)
}

func (b *bench) tabs(n int) {
	for range n {
		b.win.Canvas().FocusNext()
	}
}

func TestReliabilityIsChangedWithItsReasonAndKeepsItsHistory(t *testing.T) {
	b := sourced(t)
	if b.mapView.Visible() || !b.shelf.shown.left.Visible() {
		t.Fatal("the sources do not stand in place of the map")
	}
	b.key(fyne.KeyReturn) // Daily Herald comes first
	b.tabs(2)
	b.types("c")
	b.shortcut(parseKeys("Ctrl+Return"))
	if got := b.outlets()["Daily Herald"].Reliability; got != "B" {
		t.Fatalf("without a reason it is %q", got)
	}
	b.reads(b.shelf.shown.middle, "Say in a few words why")
	b.types("reprints handouts")
	b.shortcut(parseKeys("Ctrl+Return"))
	if got := b.outlets()["Daily Herald"].Reliability; got != "C" {
		t.Fatalf("it is %q; the status line says %q", got, b.status.Said())
	}
	b.reads(b.shelf.shown.middle, "C, fairly reliable")
	b.reads(b.shelf.shown.middle, "“reprints handouts”")
	b.reads(b.shelf.shown.middle, "B, usually reliable")
	b.typedUndo()
	b.settle()
	if got := b.outlets()["Daily Herald"].Reliability; got != "B" {
		t.Errorf("undone it is %q", got)
	}
	b.reads(b.shelf.shown.middle, "undo of change")
}

func TestOutletsAreMergedAsPreviewedAndTakenApart(t *testing.T) {
	b := sourced(t)
	b.key(fyne.KeyEnd) // The Daily Herald
	b.types("m")
	b.key(fyne.KeyHome)
	b.reads(b.shelf.shown.middle, "Kept: “Daily Herald”")
	b.reads(b.shelf.shown.middle, "1 item of the one that goes will be of the one that is kept.")
	if len(b.outlets()) != 3 {
		t.Fatal("the preview has done something")
	}
	b.types("s")
	b.reads(b.shelf.shown.middle, "Gone: “Daily Herald”")
	b.types("s")
	b.reads(b.shelf.shown.middle, "Gone: “The Daily Herald”")
	b.key(fyne.KeyReturn) // to the reason
	b.types("one paper")
	b.key(fyne.KeyReturn)
	after := b.outlets()
	if _, there := after["The Daily Herald"]; there || len(after) != 2 {
		t.Fatalf("there are %v; the status line says %q", after, b.status.Said())
	}
	if it := b.items()["Fire at depot"]; it.Outlet.ID != after["Daily Herald"].ID {
		t.Errorf("the item is of %+v", it.Outlet)
	}
	b.typedUndo()
	b.settle()
	if it := b.items()["Fire at depot"]; len(b.outlets()) != 3 || it.Outlet.Name != "The Daily Herald" {
		t.Errorf("undone there are %v, the item is of %+v", b.outlets(), it.Outlet)
	}
}

// TestItemsThatDifferAreNotMerged: of two outlets an item can keep only one.
func TestItemsThatDifferAreNotMerged(t *testing.T) {
	b := sourced(t)
	b.types("2")
	b.types("m")
	b.key(fyne.KeyDown)
	b.reads(b.shelf.shown.middle, "These two cannot be merged yet")
	b.reads(b.shelf.shown.middle, "the outlet (The Daily Herald and Daily Herald)")
	b.key(fyne.KeyReturn)
	b.shelf.shown.confirm() // Ctrl+Enter
	b.settle()
	b.key(fyne.KeyEscape)
	if len(b.items()) != 3 || b.shelf.shown == nil {
		t.Errorf("there are %v", b.items())
	}
	b.reads(b.shelf.shown.middle, "Depot burns")
}

func TestWhatRestsOnASourceLeadsToTheMap(t *testing.T) {
	b := sourced(t)
	b.reads(b.shelf.shown.middle, "1 claim in 1 event.")
	b.key(fyne.KeyRight)
	if id := b.open.sit.Selected(); id != b.events()[0].ID {
		t.Fatalf("selected is %q", id)
	}
	if !b.shelf.shown.middle.Visible() {
		t.Fatal("the book is closed")
	}
	b.key(fyne.KeyReturn)
	if b.shelf.shown != nil || !b.mapView.Visible() || b.dossier.ID() != b.events()[0].ID {
		t.Errorf("the book is open: %v; the dossier shows %q", b.shelf.shown != nil, b.dossier.ID())
	}
}

func TestItemIsEditedWithItsProtection(t *testing.T) {
	b := sourced(t)
	b.types("2")
	b.types("/")
	b.types("weath")
	b.key(fyne.KeyDown)
	b.key(fyne.KeyReturn)
	b.clears()
	b.types("Forecast")
	b.tabs(1)
	b.clears()
	b.types("daily herald")
	b.tabs(9)
	b.types("r")
	b.key(fyne.KeyEscape) // asks before it drops anything
	b.shortcut(parseKeys("Ctrl+Return"))
	it := b.items()["Forecast"]
	if it.Protection.TLP != "RED" || it.Outlet == nil || it.Outlet.Name != "Daily Herald" || it.Outlet.Reliability != "B" || it.Inbox != "new" {
		t.Errorf("in the store is %+v, of %+v", it, it.Outlet)
	}
	if len(b.outlets()) != 3 {
		t.Errorf("there are %v", b.outlets())
	}
}

func TestAnOutletIsAddedAndDeleted(t *testing.T) {
	b := sourced(t)
	b.key(fyne.KeyInsert)
	b.types("Telegram channel")
	b.toggleInbox() // does not lose what is typed
	if b.shelf.shown == nil || b.inbox.shown {
		t.Fatal("the form is gone")
	}
	b.shortcut(parseKeys("Ctrl+Return"))
	if _, there := b.outlets()["Telegram channel"]; !there {
		t.Fatalf("there are %v; the status line says %q", b.outlets(), b.status.Said())
	}
	b.reads(b.shelf.shown.middle, "Nobody has judged this outlet yet")
	b.key(fyne.KeyDelete)
	b.titled("Delete this outlet?")
	b.press("Delete")
	b.settle()
	if len(b.outlets()) != 3 {
		t.Errorf("there are %v", b.outlets())
	}
	b.key(fyne.KeyHome)
	b.key(fyne.KeyDelete)
	if b.modal() || !strings.Contains(b.status.Said(), "cannot be deleted") {
		t.Errorf("of what is cited it says %q", b.status.Said())
	}
}

// TestManyItemsAreReadAsTheyAreSeen: of ten thousand items the page reads few.
func TestManyItemsAreReadAsTheyAreSeen(t *testing.T) {
	b := sourced(t)
	var a store.Action
	for i := range 10_000 {
		a.Put = append(a.Put, store.Put{Item: &store.Item{Title: fmt.Sprintf("Report %05d", i), Published: "2025-07-04"}})
	}
	if _, err := b.open.sit.Save(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	b.types("2")
	b.key(fyne.KeyEnd)
	b.key(fyne.KeyHome)
	b.reads(b.shelf.shown.middle, "Report 00000")
	for range 3 {
		b.key(fyne.KeyPageDown)
	}
	b.types("/")
	b.types("09999")
	b.key(fyne.KeyDown)
	b.reads(b.shelf.shown.middle, "Report 09999")
}
