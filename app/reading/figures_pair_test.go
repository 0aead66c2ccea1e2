package reading_test

import (
	"fmt"
	"slices"
	"testing"

	"sitmap/app/reading"
)

// A part and the whole it is of are two figures.
func TestSoManyOfSoManyAreTwoFigures(t *testing.T) {
	for text, want := range map[string][]string{
		"Air defence shot down 9 of 12 drones over Kharkiv.":              {"shot_down 9 drones", "launched 12 drones"},
		"Nine of the 12 drones were shot down over Kharkiv.":              {"shot_down 9 drones", "launched 12 drones"},
		"The air force said 470 out of 539 drones were intercepted.":      {"shot_down 470 drones", "launched 539 drones"},
		"Two of 5 wounded people died in Kharkiv after the drone strike.": nil,
	} {
		var got []string
		for _, s := range reader().Read(reading.Report{Text: text}).Suggestions {
			if s.Field == reading.Figure && s.Count.Figure.Low != nil {
				got = append(got, fmt.Sprint(s.Count.Measure, " ", *s.Count.Figure.Low, " ", s.Count.Of))
			}
		}
		if want == nil {
			if slices.ContainsFunc(got, func(s string) bool { return s[:min(8, len(s))] == "launched" }) {
				t.Errorf("%s: %q", text, got)
			}
			continue
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
