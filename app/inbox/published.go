package inbox

import (
	"time"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/when"
)

// Published reads a date of publication, as people write it, into ISO 8601, as the form
// does.
func Published(text string, now time.Time, zone *time.Location) (string, error) {
	return draft.ReadPublished(text, when.Context{Now: now, Zone: zone})
}
