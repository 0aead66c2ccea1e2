package store_test

import (
	"testing"
	"time"

	"sitmap/store"
)

// A time that lies within another is neither newer nor older than it.
func TestATimeWithinAnotherSupersedesNothing(t *testing.T) {
	day := time.Date(2025, 7, 16, 0, 0, 0, 0, time.UTC)
	month := time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC)
	span := func(from, to time.Time) store.When { return store.When{Earliest: from, Latest: to} }
	for name, c := range map[string]struct {
		first, second store.When
		want          bool // the first is superseded by the second
	}{
		"the evening of the day":   {span(day, day.Add(24*time.Hour)), span(day.Add(20*time.Hour), day.Add(24*time.Hour)), false},
		"the day of its midnight":  {span(day, day), span(day, day.Add(24*time.Hour)), false},
		"the month of its last":    {span(month.AddDate(0, 0, 30), month.AddDate(0, 1, 0)), span(month, month.AddDate(0, 1, 0)), false},
		"the day after":            {span(day, day.Add(24*time.Hour)), span(day.Add(24*time.Hour), day.Add(48*time.Hour)), true},
		"a later hour of the day":  {span(day.Add(8*time.Hour), day.Add(8*time.Hour)), span(day.Add(9*time.Hour), day.Add(9*time.Hour)), true},
		"days that overlap, later": {span(day, day.Add(48*time.Hour)), span(day.Add(24*time.Hour), day.Add(72*time.Hour)), true},
	} {
		by := &store.Actor{ID: "a", Name: "Mayor"}
		claim := func(id string, n float64, at store.When) store.Claim {
			return store.Claim{ID: id, About: "measure", Measure: "killed", Qualifier: "exactly", Low: &n, High: &n, AccordingTo: by, AsOf: at}
		}
		e := store.Event{Claims: []store.Claim{claim("1", 3, c.first), claim("2", 5, c.second)}}
		if got := store.Outdated(e)["1"] == "2"; got != c.want {
			t.Errorf("%s: superseded %v, want %v", name, got, c.want)
		}
	}
}
