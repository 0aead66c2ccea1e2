package situation

import (
	"github.com/paulmach/orb"

	"sitmap/store"
)

// OffNoPlace is why nothing is drawn of an event that has no place.
const OffNoPlace = "no place"

// Why nothing of an event is drawn, as it reads behind "not on the map: ".
const (
	offNoSeat     = "no place of those who take part is known"
	offStatements = "statements are not shown; Map, Statements shows them"
	offRetracted  = "retracted events are not shown; Map, Retracted events shows them"
	offUnsent     = "it is drawn once it is announced"
	offUnheld     = "it was not held"
	offOneEnd     = "both its ends are at one place"
)

// OffMap says why nothing of an event is drawn, "" where something is. It asks no area
// of the base map and is quick.
func (s *Situation) OffMap(e store.Event) string {
	s.mu.Lock()
	o := Options{
		Kinds: s.kinds, Seats: s.c.Seats, Zone: s.c.Zone, Now: s.c.Clock(),
		ShowStatements: s.wish.show.statements, ShowRetracted: s.wish.show.retracted,
	}
	s.mu.Unlock()
	return offMap(e, o)
}

func offMap(e store.Event, o Options) string {
	if o.Base == nil {
		o.Base = anywhere{}
	}
	drawn := func() bool {
		b := newBuilder(o)
		b.event(e)
		return b.count() > 0
	}
	if drawn() {
		return ""
	}
	if e.Assessment == store.Retracted && !o.ShowRetracted {
		if o.ShowRetracted = true; drawn() {
			return offRetracted
		}
	}
	b := newBuilder(o)
	s := b.stroke(e)
	form := s.kind.Form
	if form == store.FormStatement && !o.ShowStatements {
		if o.ShowStatements = true; drawn() {
			return offStatements
		}
	}
	switch {
	case form == store.FormCall && s.unheld:
		return offUnheld
	case form == store.FormTransfer && len(partiesIn(e, "donor", "recipient"))+len(e.Places) > 0:
		if s.phase == "" || s.phase == "considered" || s.phase == "cancelled" {
			return offUnsent
		}
		if len(b.side(s, "donor", "origin")) > 0 && len(b.side(s, "recipient", "destination")) > 0 {
			return offOneEnd
		}
		return offNoSeat
	case form == store.FormCall && len(e.Parties) > 0:
		return offNoSeat
	}
	return OffNoPlace
}

// anywhere knows an area of every country and region: enough to tell that something
// would be drawn.
type anywhere struct{}

var spot = orb.MultiPolygon{{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}}

func (anywhere) Country(code, _ string) (orb.MultiPolygon, bool) { return spot, code != "" }
func (anywhere) Region(code, _ string) (orb.MultiPolygon, bool)  { return spot, code != "" }
