package picture

import (
	"slices"
	"time"

	"sitmap/store"
)

// publishable reports whether protection lets a record be seen by everyone.
func publishable(p store.Protection, now time.Time) bool {
	switch p.TLP {
	case "", "GREEN", "CLEAR":
	default: // AMBER, AMBER+STRICT, RED, and what a later version may add
		return false
	}
	return !p.DoNotPublish && !now.Before(p.Embargo)
}

// release is an event as it may be published: without protected actors and items,
// and without what nobody but a protected item says. It does not change e. ok is
// false where the event itself is protected.
func release(e store.Event, now time.Time, withheld map[string]bool) (_ store.Event, ok bool) {
	if !publishable(e.Protection, now) {
		return store.Event{}, false
	}
	hidden := map[string]bool{}
	e.Citations = slices.DeleteFunc(slices.Clone(e.Citations), func(c store.Citation) bool {
		if publishable(c.Item.Protection, now) {
			return false
		}
		hidden[c.ID] = true
		withheld[c.Item.ID] = true
		return true
	})
	e.Parties = slices.DeleteFunc(slices.Clone(e.Parties), func(p store.Party) bool {
		return !publishableActor(&p.Actor, now)
	})
	e.Claims = slices.DeleteFunc(slices.Clone(e.Claims), func(c store.Claim) bool {
		return onlyHidden(c.Citations, hidden) || !publishableActor(c.AccordingTo, now)
	})
	e.Phases = slices.DeleteFunc(slices.Clone(e.Phases), func(p store.Phase) bool {
		return onlyHidden(p.Citations, hidden)
	})
	return e, true
}

func publishableActor(a *store.Actor, now time.Time) bool {
	for ; a != nil; a = a.ActsFor {
		if !publishable(a.Protection, now) {
			return false
		}
	}
	return true
}

// onlyHidden reports whether something is cited, and from hidden items alone.
func onlyHidden(citations []string, hidden map[string]bool) bool {
	for _, id := range citations {
		if !hidden[id] {
			return false
		}
	}
	return len(citations) > 0
}
