package sample

import "sitmap/store"

func eventAidPaused() store.Event {
	p := &parts{event: aidPaused}
	c := a(p, "event", "earlier reports")
	when := earlyJuly(-4, newYork)
	from := washington().assumed(p, "origin", "the donor's capital; no place of departure is stated")
	to := kyiv().assumed(p, "destination", "the recipient's capital; no place of delivery is stated")
	paused := phase(p, "paused", when, c.ID)
	claim := said(p, "phase", "paused", nil, "some deliveries paused or slowed; according to earlier reports, over stockpiles", c.ID)
	claim.Part = paused[0].ID
	return store.Event{
		ID: eventID(aidPaused), Kind: "aid", Title: "United States pauses some aid to Ukraine",
		Summary: "Earlier reports say that deliveries of some aid were paused or slowed out of concern over stockpiles.",
		When:    when, Review: store.Draft, Assessment: store.Reported,
		Phases: paused, Places: []store.Place{from, to},
		Parties:   []store.Party{party(p, "donor", united(), from.ID), party(p, "recipient", ukraine(), to.ID)},
		Claims:    []store.Claim{claim},
		Citations: []store.Citation{c},
		Topics:    []string{"military aid", "stockpiles"},
	}
}

func eventAidGermany() store.Event {
	p := &parts{event: aidGermany}
	c := a(p, "event", "")
	when := earlyJuly(2, "Europe/Berlin")
	from := berlin().assumed(p, "origin", "the donor's capital; no place of departure is stated")
	to := kyiv().assumed(p, "destination", "the recipient's capital; no place of delivery is stated")
	return store.Event{
		ID: eventID(aidGermany), Kind: "aid", Title: "Germany considers more air defence for Ukraine",
		Summary: "Germany has increased its aid and is reportedly exploring more air-defence systems should the United States delay further.",
		When:    when, Review: store.Draft, Assessment: store.Reported,
		Phases: phase(p, "considered", when, c.ID), Places: []store.Place{from, to},
		Parties: []store.Party{party(p, "donor", germany(), from.ID), party(p, "recipient", ukraine(), to.ID)},
		Claims: []store.Claim{
			said(p, "outcome", "Germany has increased its aid", nil, "", c.ID),
			said(p, "outcome", "more air-defence systems are explored should the United States delay further", nil, "“reportedly”", c.ID),
		},
		Citations: []store.Citation{c},
		Topics:    []string{"military aid", "air defence"},
	}
}
