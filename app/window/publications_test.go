package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sitmap/store"
)

// wentOut is a window with one event, “Drones hit the depot” with five killed, that
// went out in a picture and a file.
func wentOut(t *testing.T) (b *bench, event string) {
	t.Helper()
	b = sourced(t)
	b.showBook(nil)
	b.settle()
	event = b.events()[0].ID
	for _, p := range []store.Publication{
		{File: "night.png", Format: "png", Title: "The night", TLP: "GREEN", Events: 1, Shown: []string{event}, Filter: "depot"},
		{File: "all.geojson", Format: "geojson", Events: 1, Shown: []string{event}},
		{File: "empty.csv", Format: "csv"},
	} {
		if _, err := b.open.sit.Store().Publish(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	return b, event
}

// corrects changes the figure of the event's claim as the form does.
func (b *bench) corrects(event string, killed float64) {
	b.t.Helper()
	st := b.open.sit.Store()
	e, err := st.Event(b.t.Context(), event)
	if err != nil {
		b.t.Fatal(err)
	}
	next := e.Value.Claims[0]
	next.ID, next.Low = st.NewID(), &killed
	after, err := store.CorrectClaim(e.Value, e.Value.Claims[0].ID, next, store.ReasonOurError, "a typing error")
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := b.open.sit.Save(b.t.Context(), store.Action{Reason: store.ReasonOurError, Note: "a typing error", Put: []store.Put{{Event: &after, Base: e.Revision}}}); err != nil {
		b.t.Fatal(err)
	}
	b.until("it is known what the newest change touches", func() bool { return b.open.told.seq == b.head() })
	b.settle()
}

func TestACorrectionTellsWhichPublicationsItTouches(t *testing.T) {
	b, event := wentOut(t)
	if b.banner.Text() != "" {
		t.Fatalf("before anything is corrected the banner says %q", b.banner.Text())
	}
	b.corrects(event, 7)
	if got := b.banner.Text(); !strings.HasPrefix(got, "This touches 2 publications: ") || !strings.Contains(got, "“The night”, night.png") || strings.Contains(got, "empty.csv") {
		t.Fatalf("the banner says %q", got)
	}
	b.openTouched(correction{touching: []store.ChangeItem{{ID: event, Title: "Drones hit the depot"}}})
	b.settle()
	if b.shelf.shown != b.shelf.books[1] {
		t.Fatal("the publications are not open")
	}
	b.reads(b.shelf.shown.left, "Those that showed “Drones hit the depot”")
	b.reads(b.shelf.shown.left, "2 publications")
	b.types("a")
	b.reads(b.shelf.shown.left, "3 publications")
}

func TestAnAdditionTouchesNoPublication(t *testing.T) {
	b, event := wentOut(t)
	e, err := b.open.sit.Store().Event(t.Context(), event)
	if err != nil {
		t.Fatal(err)
	}
	e.Value.Summary = "At night."
	if _, err := b.open.sit.Save(t.Context(), store.Action{Put: []store.Put{{Event: &e.Value, Base: e.Revision}}}); err != nil {
		t.Fatal(err)
	}
	b.until("it is known what the newest change touches", func() bool { return b.open.told.seq == b.head() })
	if b.banner.Text() != "" {
		t.Errorf("the banner says %q", b.banner.Text())
	}
}

func TestPublicationIsReopenedWithWhatHasChanged(t *testing.T) {
	b, event := wentOut(t)
	b.corrects(event, 7)
	b.banner.Clear()
	b.toggleBook(b.shelf.books[1])
	b.settle()
	b.types("/")
	b.types("night")
	b.key(fyne.KeyDown)
	b.reads(b.shelf.shown.middle, "The night")
	b.reads(b.shelf.shown.middle, "change 1 of the history")
	b.key(fyne.KeyRight) // what has changed
	b.reads(b.shelf.shown.middle, "+ Claims: ≥ 7 killed")
	if b.open.sit.Selected() != event {
		t.Error("the dossier is not that of the event")
	}
	b.key(fyne.KeyRight) // as they were
	b.reads(b.shelf.shown.middle, "As they were when it was made.")
	b.key(fyne.KeyReturn)
	if b.shelf.shown != nil || b.past() == nil || b.open.sit.Filter() != "depot" {
		t.Fatalf("the book is open: %v; the past: %v; filter %q", b.shelf.shown != nil, b.past(), b.open.sit.Filter())
	}
	if head, err := b.past().Head(t.Context()); err != nil || head.Seq != 1 {
		t.Errorf("it stands at change %d, %v", head.Seq, err)
	}
	if b.dossier.ID() != event {
		t.Errorf("the dossier shows %q", b.dossier.ID())
	}
}

func TestPublicationIsExportedAgainAsItWas(t *testing.T) {
	b, event := wentOut(t)
	b.corrects(event, 7)
	b.toggleBook(b.shelf.books[1])
	b.settle()
	b.types("/")
	b.types("night")
	b.key(fyne.KeyDown)
	b.types("x")
	if b.past() == nil {
		t.Fatal("the window does not stand in the past")
	}
	b.titled("Export picture")
	entered := false
	for _, o := range test.LaidOutObjects(b.win.Canvas().Overlays().Top()) {
		if f, ok := o.(*field); ok && f.Text == "The night" {
			entered = true
		}
	}
	if !entered {
		t.Error("the picture's title is not proposed again")
	}
	b.escape()
}

func TestTheDossierSaysWhereTheEventWentOut(t *testing.T) {
	b, event := wentOut(t)
	b.selectEvent(event)
	b.until("the dossier is read", func() bool { return b.dossier.ID() == event })
	b.reads(b.right, "night.png")
	id := ""
	for _, p := range mustPublications(b) {
		if p.File == "night.png" {
			id = p.ID
		}
	}
	b.dossier.OnPublication(id)
	b.settle()
	b.reads(b.shelf.shown.middle, "The night")
}

func mustPublications(b *bench) []store.Publication {
	b.t.Helper()
	list, err := b.open.sit.Store().Publications(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	return list
}

func TestNoPublicationYet(t *testing.T) {
	b := inboxBench(t)
	b.toggleBook(b.shelf.books[1])
	b.settle()
	b.reads(b.shelf.shown.left, "Nothing was exported yet")
	b.key(fyne.KeyEscape)
	if b.shelf.shown != nil {
		t.Error("Escape does not lead back")
	}
}
