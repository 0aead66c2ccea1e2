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
	if got := headline(e, nil); got != "3 killed or none reported" {
		t.Errorf("the label is %q", got)
	}
}

// A measure that the analyst has renamed is called so on the map.
func TestLabelCallsAMeasureByItsName(t *testing.T) {
	five := 5.0
	e := store.Event{Kind: "strike", Claims: []store.Claim{
		{ID: "1", About: "measure", Measure: "shot_down", Of: "drones", Qualifier: "exactly", Low: &five, High: &five, AccordingTo: &store.Actor{ID: "a", Name: "the air force"}},
	}}
	for name, want := range map[string]string{"": "5 drones shot down (the air force)", "intercepted": "5 drones intercepted (the air force)"} {
		if got := headline(e, map[string]string{"shot_down": name}); got != want {
			t.Errorf("named %q the label is %q", name, got)
		}
	}
}
