package wellknown

import "sitmap/store"

// Named is an event fit for the form, which tells actors apart by their ids: those
// that the store does not have yet get one, the same for the same name and kind. A store
// needs them too: it takes two of a name that act for somebody for two.
func Named(e store.Event, newID func() string) store.Event {
	ids := map[string]string{}
	var named func(a store.Actor) store.Actor
	named = func(a store.Actor) store.Actor {
		if a.ID == "" {
			key := a.Kind + "\x00" + a.Name
			if ids[key] == "" {
				ids[key] = newID()
			}
			a.ID = ids[key]
		}
		if a.ActsFor != nil {
			f := named(*a.ActsFor)
			a.ActsFor = &f
		}
		return a
	}
	return Each(e, named)
}

// Each is an event with each of its actors as by says; its parts are copies.
func Each(e store.Event, by func(store.Actor) store.Actor) store.Event {
	var parties []store.Party
	for _, p := range e.Parties {
		p.Actor = by(p.Actor)
		parties = append(parties, p)
	}
	var claims []store.Claim
	for _, c := range e.Claims {
		if c.AccordingTo != nil {
			a := by(*c.AccordingTo)
			c.AccordingTo = &a
		}
		claims = append(claims, c)
	}
	e.Parties, e.Claims = parties, claims
	return e
}
