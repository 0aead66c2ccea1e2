package when

import (
	"fmt"
	"time"

	"sitmap/store"
)

// Beyond that length of an interval it does not matter what clocks do within.
const remarkable = 49 * time.Hour

// Remarks are sentences on what clocks in the zone of an interval do within it:
// in spring an hour is left out, in autumn one comes twice. They are empty for
// intervals that are open or longer than two days.
func Remarks(w store.When) []string {
	if w.Earliest.IsZero() || w.Latest.IsZero() || w.Latest.Sub(w.Earliest) > remarkable {
		return nil
	}
	loc := location(w)
	var out []string
	for at := w.Earliest; ; {
		change, ok := nextChange(at, w.Latest, loc)
		if !ok {
			return out
		}
		out = append(out, remark(change, loc, w))
		at = change
	}
}

// nextChange is the first instant after from and before to at which the offset of
// a zone changes.
func nextChange(from, to time.Time, loc *time.Location) (time.Time, bool) {
	_, end := from.In(loc).ZoneBounds()
	for !end.IsZero() && end.Before(to) {
		_, before := end.Add(-time.Second).In(loc).Zone()
		if _, after := end.In(loc).Zone(); before != after {
			return end, true
		}
		_, end = end.In(loc).ZoneBounds() // only the zone's name changed
	}
	return time.Time{}, false
}

func remark(change time.Time, loc *time.Location, w store.When) string {
	_, before := change.Add(-time.Second).In(loc).Zone()
	was := change.In(time.FixedZone("", before))
	is := change.In(loc)
	verb, effect := "forward", "was left out"
	if _, after := is.Zone(); after < before {
		verb, effect = "back", "came twice"
	}
	from, to := was, is
	if verb == "back" {
		from, to = is, was
	}
	return fmt.Sprintf("Clocks in %s went %s on %s, from %s to %s: the time from %s to %s %s, and the interval is %s long.",
		loc, verb, was.Format("2 January 2006"), was.Format("15:04"), is.Format("15:04"), from.Format("15:04"), to.Format("15:04"), effect,
		length(w.Latest.Sub(w.Earliest)))
}

// length writes a duration in hours and minutes: "25 h", "1 h 30 min".
func length(d time.Duration) string {
	h, m := int(d/time.Hour), int(d%time.Hour/time.Minute)
	switch {
	case h == 0:
		return fmt.Sprintf("%d min", m)
	case m == 0:
		return fmt.Sprintf("%d h", h)
	}
	return fmt.Sprintf("%d h %d min", h, m)
}
