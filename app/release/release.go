package release

import (
	"slices"
	"time"

	"sitmap/app/situation"
	"sitmap/store"
)

// Rule is by what records are judged.
type Rule struct {
	Now time.Time // embargoes are judged by it
	// Also protects records, by their ids, besides what they say themselves: what
	// may not be published today may not be published as it was known before.
	Also map[string]store.Protection
}

// Publishable reports whether a protection lets a record be seen by everyone.
func Publishable(p store.Protection, now time.Time) bool {
	switch p.TLP {
	case "", "GREEN", "CLEAR":
	default: // AMBER, AMBER+STRICT, RED, and what a later version may add
		return false
	}
	return !p.DoNotPublish && !now.Before(p.Embargo)
}

// Allows reports whether the record with an id may be seen by everyone.
func (r Rule) Allows(id string, p store.Protection) bool {
	return Publishable(p, r.Now) && Publishable(r.Also[id], r.Now)
}

// Actor reports whether an actor and all that it acts for may be.
func (r Rule) Actor(a *store.Actor) bool {
	for ; a != nil; a = a.ActsFor {
		if !r.Allows(a.ID, a.Protection) {
			return false
		}
	}
	return true
}

// Event is an event as it may be published: without protected actors and items, and
// without what nobody but a protected item says. What is left is whole: nothing in it
// names a part that is gone. Where the phase that the thing is in stays behind, so do all
// others, see [Rule.HidesPhase]. It does not change e. withheld takes the ids of the items
// that stay behind; nil: nobody asks. ok is false where the event itself is protected.
func (r Rule) Event(e store.Event, withheld map[string]bool) (_ store.Event, ok bool) {
	if !r.Allows(e.ID, e.Protection) {
		return store.Event{}, false
	}
	s, whole := strip{}, e
	e.Citations = slices.DeleteFunc(slices.Clone(e.Citations), func(c store.Citation) bool {
		if r.Allows(c.Item.ID, c.Item.Protection) {
			return false
		}
		if withheld != nil {
			withheld[c.Item.ID] = true
		}
		return s.drop(c.ID)
	})
	e.Parties = slices.DeleteFunc(slices.Clone(e.Parties), func(p store.Party) bool {
		return !r.Actor(&p.Actor) && s.drop(p.ID)
	})
	e.Claims = slices.DeleteFunc(slices.Clone(e.Claims), func(c store.Claim) bool {
		return (s.only(c.Citations) || !r.Actor(c.AccordingTo)) && s.drop(c.ID)
	})
	e.Phases = slices.DeleteFunc(slices.Clone(e.Phases), func(p store.Phase) bool {
		return s.only(p.Citations) && s.drop(p.ID)
	})
	if phaseHidden(whole, e, r.Now) {
		unsay(whole, &e, s, r.Now)
	}
	if len(s) > 0 {
		s.mend(&e)
	}
	return e, true
}

// HidesPhase reports whether the phase that an event is in rests on protected items
// alone. Of what is published none of its phases says how things are then: the newest of
// those left is known to be past, and would be taken for the present one.
func (r Rule) HidesPhase(e store.Event) bool {
	hidden := map[string]bool{}
	for _, c := range e.Citations {
		if !r.Allows(c.Item.ID, c.Item.Protection) {
			hidden[c.ID] = true
		}
	}
	left := e
	left.Phases = slices.DeleteFunc(slices.Clone(e.Phases), func(p store.Phase) bool { return strip(hidden).only(p.Citations) })
	return phaseHidden(e, left, r.Now)
}

// phaseHidden reports whether the phase that an event is in is not among those left.
func phaseHidden(whole, left store.Event, now time.Time) bool {
	if len(left.Phases) == len(whole.Phases) {
		return false
	}
	is, ok := situation.CurrentPhase(whole, now)
	if !ok {
		return false
	}
	shown, any := situation.CurrentPhase(left, now)
	return !any || shown.ID != is.ID
}

// unsay takes out the phases that are left of an event whose present one stays behind.
// Nothing that may be said tells then that it took place, unless one of those left did:
// its time is when it was planned for.
func unsay(whole store.Event, left *store.Event, s strip, now time.Time) {
	is, _ := situation.CurrentPhase(whole, now)
	planned := situation.NotHeld(is.Phase)
	if len(left.Phases) > 0 {
		planned = !slices.ContainsFunc(left.Phases, func(p store.Phase) bool { return !situation.NotHeld(p.Phase) })
	}
	for _, p := range left.Phases {
		s.drop(p.ID)
	}
	left.Phases = nil
	if !planned {
		return
	}
	if left.Planned.IsZero() {
		left.Planned = left.When
	}
	left.When = store.When{}
}

// strip are the ids of the parts that were taken out.
type strip map[string]bool

func (s strip) drop(id string) bool {
	s[id] = true
	return true
}

// only reports whether something is cited, and from hidden items alone.
func (s strip) only(citations []string) bool {
	for _, id := range citations {
		if !s[id] {
			return false
		}
	}
	return len(citations) > 0
}

// mend takes out what names a part that is gone.
func (s strip) mend(e *store.Event) {
	left := func(ids []string) []string {
		return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return s[id] })
	}
	// A citation about a part that is gone would tell of it.
	e.Citations = slices.DeleteFunc(e.Citations, func(c store.Citation) bool { return s[c.About] && s.drop(c.ID) })
	for i := range e.Claims {
		c := &e.Claims[i]
		c.Citations = left(c.Citations)
		if s[c.Part] {
			c.Part = ""
		}
		if s[c.SupersededBy] {
			c.State, c.SupersededBy = store.Superseded, "" // by what nobody may see
		}
	}
	for i := range e.Phases {
		e.Phases[i].Citations = left(e.Phases[i].Citations)
	}
	e.Headlines = slices.DeleteFunc(slices.Clone(e.Headlines), func(h store.Headline) bool { return s[h.Claim] })
}
