package situation

import (
	"slices"
	"time"

	"sitmap/store"
)

// CurrentPhase is the phase that an event is in at a moment: the newest entry
// that has begun by then, undated ones taken in the order they stand. An entry
// for next week does not hide how things are today. False where no phase is
// recorded.
func CurrentPhase(e store.Event, now time.Time) (store.Phase, bool) {
	var cur store.Phase
	found := false
	for _, p := range e.Phases {
		at := p.At.Earliest
		if !at.IsZero() && at.After(now) {
			continue
		}
		if found && !at.IsZero() && at.Before(cur.At.Earliest) {
			continue
		}
		cur, found = p, true
	}
	return cur, found
}

// NotHeld reports whether a phase is one in which the thing itself has not happened.
func NotHeld(phase string) bool { return notHeld(phase) }

// notHeld are the phases in which the thing itself has not happened.
func notHeld(phase string) bool {
	return slices.Contains([]string{"considered", "announced", "postponed", "cancelled"}, phase)
}
