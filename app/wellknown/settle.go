package wellknown

import (
	"slices"

	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// Settler has events name the actors of a store where they name actors without ids: so
// that what was read in a report does not enter anybody twice.
type Settler struct {
	own, list *Matcher
	byID      map[string]store.Actor // the store's
}

// NewSettler takes the actors of the store and those of the list, see [Actors].
func NewSettler(own, list []store.Actor) *Settler {
	s := &Settler{NewMatcher(own), NewMatcher(list), map[string]store.Actor{}}
	for _, a := range own {
		s.byID[a.ID] = a
	}
	return s
}

// Actor is the store's, or else the whole entry of the list, or else what it was; one
// whose id the store does not know stays. Whom it acts for is settled too.
func (s *Settler) Actor(a store.Actor) store.Actor { return s.settle(a, 0) }

func (s *Settler) settle(a store.Actor, depth int) store.Actor {
	if own, ok := s.byID[a.ID]; ok {
		return own
	}
	if a.ID != "" || depth > maxActsFor {
		return a
	}
	whole, listed := s.list.exact(a)
	if listed {
		a = whole
	}
	if own, ok := s.own.Find(a); ok {
		return own
	}
	if a.ActsFor != nil {
		f := s.settle(*a.ActsFor, depth+1)
		a.ActsFor = &f
	}
	return a
}

// exact is the only actor that has just this name, however it is transliterated.
func (m *Matcher) exact(a store.Actor) (store.Actor, bool) {
	if a.Kind == "unnamed" {
		return store.Actor{}, false
	}
	at := m.by[gazetteer.Fold(a.Name)]
	if len(at) == 0 && a.Kind == kindPerson {
		at = m.full[sound(a.Name)]
	}
	if len(at) != 1 || !agree(a.Kind, m.own[at[0]].Kind) {
		return store.Actor{}, false
	}
	return m.own[at[0]], true
}

// How far “acts for” is followed.
const maxActsFor = 8

// Event settles all actors of an event; the parts it changes are copies. Parties that
// turn out to be one actor in one role become one.
func (s *Settler) Event(e *store.Event) {
	*e = Each(*e, s.Actor)
	var parties []store.Party
	for _, p := range e.Parties {
		if !slices.ContainsFunc(parties, func(q store.Party) bool {
			return p.Actor.ID != "" && q.Actor.ID == p.Actor.ID && q.Role == p.Role
		}) {
			parties = append(parties, p)
			continue
		}
		e.Citations = slices.DeleteFunc(slices.Clone(e.Citations), func(c store.Citation) bool { return p.ID != "" && c.About == p.ID })
	}
	e.Parties = parties
}
