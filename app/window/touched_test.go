package window

import (
	"strings"
	"testing"

	"sitmap/app/situation"
	"sitmap/store"
)

// counted waits until what the banner tells of corrections is told of the newest change.
func (b *bench) counted() {
	b.t.Helper()
	b.settle()
	b.until("corrections are counted", func() bool { return b.open.told.head == b.head() })
	b.settle()
}

// retitles gives an event another title, or summary.
func (b *bench) retitles(event string, change func(*store.Event)) {
	b.t.Helper()
	e := b.stored(event)
	change(&e.Value)
	if _, err := b.open.sit.Save(b.t.Context(), store.Action{Put: []store.Put{{Event: &e.Value, Base: e.Revision}}}); err != nil {
		b.t.Fatal(err)
	}
	b.counted()
}

const touchesTwo = "This touches 2 publications: "

func TestTheBannerOfACorrectionGoesWithTheCorrection(t *testing.T) {
	b, event := wentOut(t)
	b.corrects(event, 7)
	b.undo()
	b.counted()
	if got := b.banner.Text(); got != "" {
		t.Fatalf("the correction is undone, and the banner says %q", got)
	}
	b.redo()
	b.counted()
	if got := b.banner.Text(); !strings.HasPrefix(got, touchesTwo) {
		t.Fatalf("the correction is done again, and the banner says %q", got)
	}
	b.undo()
	b.counted()
	if got := b.banner.Text(); got != "" {
		t.Fatalf("it is undone again, and the banner says %q", got)
	}
}

func TestOfTwoCorrectionsTheOlderStandsWhenTheNewerIsUndone(t *testing.T) {
	b, event := wentOut(t)
	b.corrects(event, 7)
	// Who has this one has 7.
	if _, err := b.open.sit.Store().Publish(t.Context(), store.Publication{File: "later.png", Format: "png", Events: 1, Shown: []string{event}}); err != nil {
		t.Fatal(err)
	}
	b.retitles(event, func(e *store.Event) { e.Title = "Drones hit the oil depot" })
	if got := b.banner.Text(); !strings.HasPrefix(got, "This touches 3 publications: ") {
		t.Fatalf("of the second correction the banner says %q", got)
	}
	b.undo()
	b.counted()
	if got := b.banner.Text(); !strings.HasPrefix(got, touchesTwo) || strings.Contains(got, "later.png") {
		t.Errorf("of the first one, which still stands, the banner says %q", got)
	}
	// Put right by hand, the publications say again what is known.
	was := b.stored(event).Value.Claims
	b.retitles(event, func(e *store.Event) {
		e.Claims = nil
		for _, c := range was {
			if c.State != store.Live && c.State != "" {
				c.State, c.SupersededBy, c.Why = store.Live, "", ""
				e.Claims = append(e.Claims, c)
			}
		}
	})
	if got := b.banner.Text(); !strings.HasPrefix(got, "This touches 1 publication: later.png") {
		t.Errorf("after taking the correction back by hand the banner says %q", got)
	}
}

func TestWhatWasPutAwayDoesNotComeBackWithTheNextChange(t *testing.T) {
	b, event := wentOut(t)
	b.corrects(event, 7)
	b.selectEvent("") // Escape
	b.settle()
	b.retitles(event, func(e *store.Event) { e.Summary = "At night." })
	if got := b.banner.Text(); got != "" {
		t.Errorf("the banner says %q", got)
	}
}

func TestNoCorrectionIsToldWhileTheWindowShowsThePast(t *testing.T) {
	b, event := wentOut(t)
	b.corrects(event, 7)
	b.lookBackTo(situation.MomentOf(1), "")
	b.until("the window stands in the past", func() bool { return b.past() != nil })
	b.settle()
	if got := b.banner.Text(); got != "" {
		t.Errorf("before the correction was made the banner says %q", got)
	}
	b.create() // is refused, in the banner
	b.lookBackTo(situation.MomentOf(2), "")
	b.settle()
	b.backToNow(nil)
	b.until("the window is back", func() bool { return b.past() == nil })
	b.counted()
	if got := b.banner.Text(); !strings.HasPrefix(got, touchesTwo) {
		t.Errorf("back to now the banner says %q", got)
	}

	// One that was put away stays away.
	b.selectEvent("")
	b.lookBackTo(situation.MomentOf(1), "")
	b.until("the window stands in the past", func() bool { return b.past() != nil })
	b.settle()
	b.backToNow(nil)
	b.until("the window is back", func() bool { return b.past() == nil })
	b.counted()
	if got := b.banner.Text(); got != "" {
		t.Errorf("put away, and back to now, the banner says %q", got)
	}
}
