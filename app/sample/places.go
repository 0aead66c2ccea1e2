package sample

import (
	"github.com/paulmach/orb"

	"sitmap/store"
)

// town is a place of the gazetteer, by its GeoNames id.
type town struct {
	name            string
	geonameID       int64
	country, admin1 string
	at              orb.Point // longitude, latitude
	radiusM         float64
}

func washington() town {
	return town{"Washington", 4140963, "US", "US-DC", orb.Point{-77.0364, 38.8951}, 11000}
}

func moscow() town { return town{"Moscow", 524901, "RU", "RU-MOW", orb.Point{37.6156, 55.7522}, 25000} }

func kyiv() town { return town{"Kyiv", 703448, "UA", "UA-30", orb.Point{30.5238, 50.4547}, 12000} }

func istanbul() town {
	return town{"Istanbul", 745044, "TR", "TR-34", orb.Point{28.9497, 41.0138}, 25000}
}

func ankara() town { return town{"Ankara", 323786, "TR", "TR-06", orb.Point{32.8543, 39.9199}, 15000} }

func berlin() town { return town{"Berlin", 2950159, "DE", "DE-BE", orb.Point{13.4105, 52.5244}, 17000} }

func andrews() town {
	return town{"Joint Base Andrews", 0, "US", "US-MD", orb.Point{-76.867, 38.8108}, 2500}
}

func pentagon() town {
	return town{"Pentagon, Arlington", 0, "US", "US-VA", orb.Point{-77.0559, 38.8719}, 400}
}

// seat is where an actor is taken to be unless somebody says otherwise.
func (t town) seat() *store.Seat {
	return &store.Seat{
		Name: t.name, GeonameID: t.geonameID, Country: t.country, Admin1: t.admin1,
		Geometry: store.Geometry{Geometry: t.at},
	}
}

// place makes the town a place of an event, in the given role.
func (t town) place(p *parts, role string, precision store.PlacePrecision) store.Place {
	return store.Place{
		ID: p.id(), Role: role, Name: t.name, GeonameID: t.geonameID,
		Country: t.country, Admin1: t.admin1,
		Geometry: store.Geometry{Geometry: t.at}, Precision: precision, RadiusM: t.radiusM,
	}
}

// assumed makes the town a place where nobody said the event was.
func (t town) assumed(p *parts, role, note string) store.Place {
	pl := t.place(p, role, store.PlaceLocality)
	pl.Assumed, pl.Note = true, note
	return pl
}

const seatNote = "the leader's seat, from the public record; item A does not say where he was"
