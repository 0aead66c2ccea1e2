package entry

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/store"
)

func TestTheRuleFollowsWhatIsTypedAndSetsNothing(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("s")
	b.ctrlShift(fyne.KeyJ)
	if got := b.form.rule.Text; !strings.HasPrefix(got, "Nobody is cited") {
		t.Errorf("of an empty form the rule says %q", got)
	}
	b.ctrlShift(fyne.KeyC)
	b.write("≥1 civilians")
	b.press(fyne.KeyUp)
	b.write("Russia")
	b.press(fyne.KeyTab)
	if got := b.form.rule.Text; !strings.Contains(got, "One originator says so, Russia") {
		t.Errorf("with one originator the rule says %q", got)
	}
	if b.form.d.Assessment != "" {
		t.Errorf("the rule has set %q", b.form.d.Assessment)
	}
}

// What a second person reviewed is not what is saved after a change.
func TestAChangeMakesAReviewedEventADraftAgain(t *testing.T) {
	for change, want := range map[string]store.Event{
		"":  {Review: store.Reviewed, ReviewedBy: "bohdan"},
		"!": {Review: store.Draft},
	} {
		b := newBench(t)
		e := stroke()
		e.Review, e.ReviewedBy = store.Reviewed, "bohdan"
		b.form.Edit(store.Stored[store.Event]{Value: e, Revision: 7})
		b.write(change)
		b.ctrl(fyne.KeyReturn)
		if got := b.only(t); got.Review != want.Review || got.ReviewedBy != want.ReviewedBy || got.Title != e.Title+change {
			t.Errorf("after typing %q it is %s by %q, titled %q", change, got.Review, got.ReviewedBy, got.Title)
		}
	}
}
