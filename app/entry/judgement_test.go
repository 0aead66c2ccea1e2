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
