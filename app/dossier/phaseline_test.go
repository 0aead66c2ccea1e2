package dossier

import (
	"image/color"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"sitmap/app/look"
	"sitmap/store"
)

func TestPhasesStandInOrderAndPlannedOnesAreHollow(t *testing.T) {
	day := func(d int) store.When {
		at := time.Date(2025, 7, d, 0, 0, 0, 0, time.UTC)
		return store.When{Earliest: at, Latest: at.AddDate(0, 0, 1), Precision: store.Day, Zone: "UTC"}
	}
	p := Page{Now: time.Date(2025, 7, 6, 12, 0, 0, 0, time.UTC), Names: Names{}}
	p.Event.Value = store.Event{
		When: day(5), Planned: day(3),
		Phases: []store.Phase{
			{ID: "a", Phase: "announced", At: day(1)},
			{ID: "b", Phase: "postponed", At: day(2)},
			{ID: "c", Phase: "held"}, // when the event was
			{ID: "d", Phase: "resumed", At: day(9)},
		},
	}
	var got []string
	for _, s := range steps(p) {
		name := s.name
		if s.planned {
			name += " (hollow)"
		}
		if s.current {
			name += " (now)"
		}
		got = append(got, name)
	}
	want := []string{"announced", "postponed", "planned for (hollow)", "held (now)", "resumed (hollow)"}
	if !slices.Equal(got, want) {
		t.Errorf("the line is %q, want %q", got, want)
	}
}

func TestTheDotOfWhatIsPlannedIsHollow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&look.Theme{Choice: look.AlwaysLight})
	fill := func(planned bool) color.Color {
		r := test.WidgetRenderer(newStop(step{planned: planned}, true, true, look.Body("x"))).(*stopRenderer)
		return r.dot.FillColor
	}
	p := look.Current()
	if fill(false) != color.Color(p.Accent) || fill(true) != color.Color(p.Panel) {
		t.Errorf("actual is filled with %v, planned with %v", fill(false), fill(true))
	}
}
