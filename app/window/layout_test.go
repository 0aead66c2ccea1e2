package window

import (
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/app/look"
)

// What the banner says must not push the list away under the pointer.
func TestTheBannerLeavesTheListWhereItIs(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.settle()
	at := func() fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(b.list.Content())
	}
	was, high := at(), b.list.Content().Size().Height
	b.banner.Say(look.Caution, "This touches 1 publication.")
	if at() != was {
		t.Errorf("the list stood at %v and is at %v", was, at())
	}
	if now := b.list.Content().Size().Height; now >= high {
		t.Errorf("the banner has no room of its own: the list is %v high, was %v", now, high)
	}
}

// The hint of a button that goes with its dialog goes too.
func TestClosingADialogEndsItsHints(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.settle()
	b.assess(b.id(kyiv))
	b.until("the dialog stands", b.modal)
	b.status.Hint("Show first what this changes")
	b.escape()
	if b.status.Text() == "Show first what this changes" {
		t.Error("the status line still shows the hint of the dialog's button")
	}
	b.settle()
}
