package situation

import (
	"testing"
	"time"

	"sitmap/store"
)

func at(s string) time.Time {
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}

func when(earliest, latest string, p store.Precision, zone string) store.When {
	return store.When{Earliest: at(earliest), Latest: at(latest), Precision: p, Zone: zone}
}

func TestFormatWhen(t *testing.T) {
	const kyiv = "Europe/Kyiv" // UTC+3 in summer
	tests := []struct {
		name               string
		w                  store.When
		words, short, inUT string
	}{
		{
			"a night", when("2025-07-03T19:00", "2025-07-04T03:00", store.PartOfDay, kyiv),
			"night of 3–4 July 2025", "3–4 July", "3 July 19:00 – 4 July 2025 03:00 UTC",
		},
		{
			"a night over a month's end", when("2025-06-30T19:00", "2025-07-01T03:00", store.PartOfDay, kyiv),
			"night of 30 June – 1 July 2025", "30 June – 1 July", "30 June 19:00 – 1 July 2025 03:00 UTC",
		},
		{
			"New Year's night", when("2024-12-31T20:00", "2025-01-01T04:00", store.PartOfDay, kyiv),
			"night of 31 December 2024 – 1 January 2025", "31 December 2024 – 1 January 2025",
			"31 December 2024 20:00 – 1 January 2025 04:00 UTC",
		},
		{
			"early hours", when("2025-07-03T21:00", "2025-07-04T03:00", store.PartOfDay, kyiv),
			"early hours of 4 July 2025", "4 July", "3 July 21:00 – 4 July 2025 03:00 UTC",
		},
		{
			"a morning", when("2025-07-04T03:00", "2025-07-04T09:00", store.PartOfDay, kyiv),
			"morning of 4 July 2025", "4 July", "4 July 2025 03:00–09:00 UTC",
		},
		{
			"an evening until midnight", when("2025-07-04T15:00", "2025-07-04T21:00", store.PartOfDay, kyiv),
			"evening of 4 July 2025", "4 July", "4 July 2025 15:00–21:00 UTC",
		},
		{
			"hours without a name", when("2025-07-04T06:00", "2025-07-04T15:00", store.PartOfDay, kyiv),
			"4 July 2025, 09:00–18:00 Kyiv time", "4 July", "4 July 2025 06:00–15:00 UTC",
		},
		{
			"a day", when("2025-07-03T04:00", "2025-07-04T04:00", store.Day, "America/New_York"),
			"3 July 2025", "3 July", "3 July 04:00 – 4 July 2025 04:00 UTC",
		},
		{
			"days", when("2025-07-01T04:00", "2025-07-11T04:00", store.Interval, "America/New_York"),
			"1–10 July 2025", "1–10 July", "1 July 04:00 – 11 July 2025 04:00 UTC",
		},
		{
			"an interval that begins at an hour", when("2025-07-01T05:30", "2025-07-03T09:00", store.Interval, kyiv),
			"1 July 08:30 – 3 July 2025 12:00 Kyiv time", "1–3 July", "1 July 05:30 – 3 July 2025 09:00 UTC",
		},
		{
			"an hour", when("2025-07-04T00:00", "2025-07-04T01:00", store.Hour, kyiv),
			"4 July 2025, 03:00–04:00 Kyiv time", "4 July", "4 July 2025 00:00–01:00 UTC",
		},
		{
			"a minute", when("2025-07-04T00:15", "2025-07-04T00:16", store.Minute, kyiv),
			"4 July 2025, 03:15 Kyiv time", "4 July", "4 July 2025 00:15 UTC",
		},
		{
			"a second, no zone", when("2025-07-04T00:15:09", "2025-07-04T00:15:10", store.Second, ""),
			"4 July 2025, 00:15:09 UTC", "4 July", "4 July 2025 00:15:09 UTC",
		},
		{
			"a week", when("2025-06-29T21:00", "2025-07-06T21:00", store.Week, kyiv),
			"week of 30 June 2025", "30 June – 6 July", "29 June 21:00 – 6 July 2025 21:00 UTC",
		},
		{
			"a month", when("2025-06-30T21:00", "2025-07-31T21:00", store.Month, kyiv),
			"July 2025", "July", "30 June 21:00 – 31 July 2025 21:00 UTC",
		},
		{
			"a year", when("2025-01-01", "2026-01-01", store.Year, ""),
			"2025", "2025", "1 January 2025 00:00 – 1 January 2026 00:00 UTC",
		},
		{"open end", when("2025-07-03T21:00", "", store.Day, kyiv), "from 4 July 2025", "from 4 July", "from 3 July 2025 21:00 UTC"},
		{"open beginning", when("", "2025-07-03T21:00", store.Day, kyiv), "by 3 July 2025", "by 3 July", "before 3 July 2025 21:00 UTC"},
		{"nothing", store.When{}, "time unknown", "", ""},
		{"only words", store.When{Text: "hours after", Precision: store.Unknown}, "hours after", "", ""},
		{
			"a zone that is none", when("2025-07-04T00:15", "2025-07-04T00:16", store.Minute, "Mars/Olympus"),
			"4 July 2025, 00:15 UTC", "4 July", "4 July 2025 00:15 UTC",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := FormatWhen(tt.w, nil); got != tt.words {
				t.Errorf("FormatWhen = %q, want %q", got, tt.words)
			}
			if got := ShortDate(tt.w, nil); got != tt.short {
				t.Errorf("ShortDate = %q, want %q", got, tt.short)
			}
			if got := FormatUTC(tt.w); got != tt.inUT {
				t.Errorf("FormatUTC = %q, want %q", got, tt.inUT)
			}
		})
	}
}

func TestFormatInstantNamesItsZone(t *testing.T) {
	kyiv, err := time.LoadLocation("Europe/Kyiv")
	if err != nil {
		t.Fatal(err)
	}
	i := at("2025-07-05T12:00")
	for _, tt := range []struct {
		zone *time.Location
		want string
	}{
		{nil, "5 July 2025, 12:00 UTC"},
		{kyiv, "5 July 2025, 15:00 Kyiv time"},
	} {
		if got := FormatInstant(i, tt.zone); got != tt.want {
			t.Errorf("in %v: %q, want %q", tt.zone, got, tt.want)
		}
	}
	if got := FormatInstant(time.Time{}, nil); got != "" {
		t.Errorf("an unknown instant is %q", got)
	}
}
