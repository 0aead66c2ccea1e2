package sample

import (
	"time"

	"sitmap/store"
)

func utc(month time.Month, day, hour int) time.Time {
	return time.Date(2025, month, day, hour, 0, 0, 0, time.UTC)
}

// day is a whole local day of 2025; offset is the zone's distance from UTC in
// hours on that day.
func day(month time.Month, d, offset int, zone, text string) store.When {
	return store.When{
		Earliest: utc(month, d, -offset), Latest: utc(month, d+1, -offset),
		Precision: store.Day, Zone: zone, Text: text,
	}
}

// night is that of 3 to 4 July in Kyiv, 22:00 to 06:00: an interval, not a minute.
func night(text string) store.When {
	return store.When{
		Earliest: utc(time.July, 3, 19), Latest: utc(time.July, 4, 3),
		Precision: store.PartOfDay, Zone: "Europe/Kyiv", Text: text,
	}
}

// earlyJuly is the first third of the month.
func earlyJuly(offset int, zone string) store.When {
	return store.When{
		Earliest: utc(time.July, 1, -offset), Latest: utc(time.July, 11, -offset),
		Precision: store.Interval, Zone: zone, Text: "early July 2025",
	}
}

const (
	newYork = "America/New_York"
	kyivTZ  = "Europe/Kyiv"
	mscTZ   = "Europe/Moscow"
	istTZ   = "Europe/Istanbul"
)
