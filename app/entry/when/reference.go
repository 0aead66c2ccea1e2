package when

import (
	"strings"
	"time"
)

// Published makes the context count relative words from an item's publication, in
// ISO 8601: an instant with its offset, or a date, of which only the day is known.
// A year or a month alone, or nothing, is refused: nothing can be counted from it.
func (c Context) Published(iso string) (Context, error) {
	iso = strings.TrimSpace(iso)
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05Z07:00"} {
		if t, err := time.Parse(layout, iso); err == nil {
			c.Now, c.DateOnly = t, false
			return c, nil
		}
	}
	zone := c.Zone
	if zone == nil {
		zone = time.UTC
	}
	if t, err := time.ParseInLocation(time.DateOnly, iso, zone); err == nil {
		// Noon, so that it is the same date in the zones around.
		c.Now, c.DateOnly = t.Add(12*time.Hour), true
		return c, nil
	}
	if iso == "" {
		return c, ask(nil, "“Yesterday” and the like count from the publication; write when the item was published.")
	}
	return c, ask(nil, "“%s” is too coarse to count “yesterday” and the like from; write the day on which the item was published.", iso)
}
