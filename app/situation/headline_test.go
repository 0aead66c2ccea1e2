package situation

import (
	"testing"

	"sitmap/store"
)

// A label on the map keeps the voice that reports none, however little room there is
// for who says so.
func TestLabelKeepsWhoReportsNone(t *testing.T) {
	three := 3.0
	e := store.Event{Kind: "strike", Claims: []store.Claim{
		{ID: "1", About: "measure", Measure: "killed", Qualifier: "exactly", Low: &three, High: &three, AccordingTo: &store.Actor{ID: "a", Name: "the mayor"}},
		{ID: "2", About: "measure", Measure: "killed", Qualifier: "none reported", AccordingTo: &store.Actor{ID: "b", Name: "the other side"}},
	}}
	if got := headline(e); got != "3 killed or none reported" {
		t.Errorf("the label is %q", got)
	}
}
