package inbox

import (
	"errors"
	"strings"
	"time"

	"sitmap/app/entry/when"
	"sitmap/store"
)

// Published reads a date of publication, as people write it, into ISO 8601: a year,
// a month, a day or an instant, as fine as it was told.
func Published(text string, now time.Time, zone *time.Location) (string, error) {
	if strings.TrimSpace(text) == "" {
		return "", nil
	}
	r, err := when.Parse(text, when.Context{Now: now, Zone: zone})
	if err != nil {
		return "", err
	}
	at := r.When.Earliest.In(zone)
	if loc, err := time.LoadLocation(r.When.Zone); err == nil && r.When.Zone != "" {
		at = r.When.Earliest.In(loc)
	}
	switch r.When.Precision {
	case store.Year:
		return at.Format("2006"), nil
	case store.Month:
		return at.Format("2006-01"), nil
	case store.Day:
		return at.Format(time.DateOnly), nil
	case store.Minute, store.Hour:
		return at.Format("2006-01-02T15:04Z07:00"), nil
	case store.Second:
		return at.Format(time.RFC3339), nil
	}
	return "", errors.New("a publication has a day, or a day and a time: write it as 4 July 2025")
}
