package reading_test

import (
	"testing"
	"time"

	"sitmap/app/reading"
	"sitmap/store"
)

// A draft's time is that of its place, not of the desk.
func TestDraftIsTimedByItsPlace(t *testing.T) {
	desk, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ name, text, zone, earliest, latest string }{
		{"a place with a zone", "A drone strike hit Kharkiv on the morning of 11 July 2025, killing two.", "Europe/Kyiv", "2025-07-11T03:00:00Z", "2025-07-11T09:00:00Z"},
		{"counted from the publication", "A drone strike hit Kharkiv yesterday morning, killing two.", "Europe/Kyiv", "2025-07-10T03:00:00Z", "2025-07-10T09:00:00Z"},
		{"words that name the zone", "A drone strike hit Kharkiv at 06:00 UTC on 11 July 2025, killing two.", "UTC", "2025-07-11T06:00:00Z", ""},
		{"no place", "A drone strike on the morning of 11 July 2025 killed two.", "America/New_York", "2025-07-11T10:00:00Z", "2025-07-11T16:00:00Z"},
	} {
		res := reader().Read(reading.Report{Text: x.text, Item: store.Item{Title: "Strike", Published: "2025-07-11"}, Zone: desk})
		if len(res.Proposals) != 1 {
			t.Errorf("%s: %d drafts", x.name, len(res.Proposals))
			continue
		}
		w := res.Proposals[0].Event.When
		got := [3]string{w.Zone, w.Earliest.UTC().Format(time.RFC3339), w.Latest.UTC().Format(time.RFC3339)}
		if x.latest == "" {
			got[2] = ""
		}
		if got != [3]string{x.zone, x.earliest, x.latest} {
			t.Errorf("%s: %v", x.name, got)
		}
	}
}
