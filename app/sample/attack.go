package sample

import (
	"github.com/paulmach/orb"

	"sitmap/store"
)

func eventWave() store.Event {
	p := &parts{event: wave}
	af := airForce()
	c := b(p)
	country := store.Place{
		ID: p.id(), Role: "target", Name: "Ukraine", GeonameID: 690791, Country: "UA",
		Geometry: store.Geometry{Geometry: orb.Point{31.4, 49.0}}, Precision: store.PlaceCountry,
	}
	claims := []store.Claim{
		counted(p, "launched", "drones", "exactly", 539, 539, &af, c.ID),
		counted(p, "launched", "missiles", "exactly", 11, 11, &af, c.ID),
		counted(p, "shot_down", "drones and missiles", "exactly", 270, 270, &af, c.ID),
		counted(p, "suppressed_or_lost", "drones and missiles", "exactly", 208, 208, &af, c.ID),
	}
	for i := range claims {
		claims[i].Scope = store.Scope{Text: "all of Ukraine, the whole night", Country: "UA", When: night("")}
	}
	return store.Event{
		ID: eventID(wave), Kind: "strike", Title: "Wave of drones and missiles against Ukraine",
		Summary: "The Ukrainian Air Force counts 539 drones and 11 missiles launched in one night, of which 478 were shot down, suppressed or lost.",
		When:    night("night of 3 to 4 July"),
		Review:  store.Draft, Assessment: store.Reported,
		Phases:    held(p, c.ID),
		Places:    []store.Place{country},
		Parties:   []store.Party{party(p, "attacker", russia(), ""), party(p, "target", ukraine(), country.ID)},
		Claims:    claims,
		Citations: []store.Citation{c},
		Topics:    []string{"air attacks"},
		Tags:      []string{"wave"},
	}
}

func eventStrikeKyiv() store.Event {
	p := &parts{event: strikeKyiv}
	ad := airDefence()
	c, told := a(p, "event", ""), a(p, "when", "hours after")
	target := kyiv().place(p, "target", store.PlaceLocality)
	unplaced := "unattributed; the report does not expressly state the place"
	damaged := counted(p, "buildings_damaged", "", "more than", 40, 0, nil, c.ID)
	damaged.Note = unplaced
	killed := counted(p, "killed", "civilians", "at least", 1, 0, nil, c.ID)
	killed.Note = unplaced
	intercepted := counted(p, "shot_down", "drones and missiles", "dozens", 24, 0, &ad, c.ID)
	intercepted.Note = "drones and missiles counted together"
	weapons := a(p, "fields.weapons", "")
	targets := a(p, "fields.targets", "")
	return store.Event{
		ID: eventID(strikeKyiv), Kind: "strike", Title: "Drones and missiles hit Kyiv",
		Summary: "Hours after the call between Trump and Putin, Shahed-136 drones and Iskander missiles strike critical infrastructure and residential areas of the capital.",
		When:    night("hours after the call on Thursday"),
		Review:  store.Draft, Assessment: store.Reported,
		Phases:  held(p, c.ID),
		Places:  []store.Place{target},
		Parties: []store.Party{party(p, "attacker", russia(), ""), party(p, "target", ukraine(), target.ID)},
		Claims: []store.Claim{
			killed, damaged, intercepted,
			said(p, "position", "among the largest attacks on the capital since 2022", nil, "", c.ID),
		},
		Citations: []store.Citation{c, told, weapons, targets},
		Relations: []store.Relation{relation("follows", callPutin), relation("part of", wave)},
		Topics:    []string{"air attacks"},
		Fields: fields(
			"date_basis", dateBasis,
			"weapons", []string{"Shahed-136", "Iskander"},
			"targets", []string{"critical infrastructure", "residential areas"}),
	}
}
