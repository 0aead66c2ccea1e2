package situation

import (
	"github.com/paulmach/orb"

	"sitmap/store"
)

// end is where a line to or from a party ends.
type end struct {
	at      orb.Point
	name    string // of the place
	assumed bool
}

// seatOf finds where a party sits: at the place the event gives it, unless that
// is one of except (the venue where all met); else at the actor's own seat, at
// what the lookup knows, or where the actor it acts for sits.
func (b *builder) seatOf(e store.Event, p store.Party, except []store.Place) (end, bool) {
	for _, pl := range e.Places {
		if pl.ID != p.Place || p.Place == "" || among(pl, except) {
			continue
		}
		if at, ok := point(pl); ok {
			return end{at, placeName(pl), pl.Assumed}, true
		}
	}
	return b.actorSeat(p.Actor, 4)
}

// actorSeat follows whom an actor acts for, at most depth times: a chain of
// actors may run in a circle.
func (b *builder) actorSeat(a store.Actor, depth int) (end, bool) {
	if a.Seat != nil {
		if s, ok := seatEnd(*a.Seat); ok {
			return s, true
		}
	}
	if b.o.Seats != nil {
		if seat, ok := b.o.Seats(a); ok {
			if s, ok := seatEnd(seat); ok {
				return s, true
			}
		}
	}
	if a.ActsFor != nil && depth > 0 {
		return b.actorSeat(*a.ActsFor, depth-1)
	}
	return end{}, false
}

// seatEnd is the end of a line at a recorded seat; such a seat is an assumption
// about where the actor was.
func seatEnd(s store.Seat) (end, bool) {
	at, ok := point(store.Place{Geometry: s.Geometry})
	return end{at, s.Name, true}, ok
}

func among(p store.Place, ps []store.Place) bool {
	for _, q := range ps {
		if q.ID == p.ID {
			return true
		}
	}
	return false
}

// partiesIn are the parties that have one of the roles, in the event's order.
func partiesIn(e store.Event, roles ...string) []store.Party {
	var out []store.Party
	for _, p := range e.Parties {
		for _, r := range roles {
			if p.Role == r {
				out = append(out, p)
			}
		}
	}
	return out
}
