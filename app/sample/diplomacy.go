package sample

import (
	"time"

	"sitmap/store"
)

// Numbers of the events, as they end their ids.
const (
	callPutin = iota + 1
	wordsTrump
	wordsUshakov
	talksMay
	talksJune
	strikeKyiv
	wave
	wordsZelenskyy
	wordsOfficial
	callZelenskyy
	aidPaused
	wordsPentagon
	aidGermany
)

func eventCallPutin() store.Event {
	p := &parts{event: callPutin}
	t := trump()
	from := washington().assumed(p, "seat", seatNote)
	to := moscow().assumed(p, "seat", seatNote)
	c, told := a(p, "event", ""), a(p, "when", "Thursday")
	return store.Event{
		ID: eventID(callPutin), Kind: "call", Title: "Trump and Putin speak by telephone",
		Summary: "A long call on the war and on Iran's nuclear ambitions. According to Trump it brought no progress towards a ceasefire.",
		When:    day(time.July, 3, -4, newYork, "Thursday"),
		Review:  store.Draft, Assessment: store.Reported,
		Phases:  held(p, c.ID),
		Places:  []store.Place{from, to},
		Parties: []store.Party{party(p, "participant", t, from.ID), party(p, "participant", putin(), to.ID)},
		Claims: []store.Claim{
			said(p, "outcome", "no progress towards a ceasefire", &t, "", c.ID),
			said(p, "outcome", "the call was long and detailed", &t, "", c.ID),
			said(p, "position", "sixth formal discussion of the two this year", nil, "publicly known ones", c.ID),
		},
		Citations: []store.Citation{c, told},
		Series: &store.InSeries{
			ID: seriesID(1), Name: "Trump–Putin calls 2025", ClaimedPosition: 6, Basis: "this year, publicly known",
		},
		Topics: []string{"war in Ukraine", "Iran's nuclear ambitions"},
		Fields: fields("date_basis", dateBasis),
	}
}

func talks(n int, month time.Month, d int, round, title string) store.Event {
	p := &parts{event: n}
	venue := istanbul().place(p, "venue", store.PlaceLocality)
	c := a(p, "event", "")
	return store.Event{
		ID: eventID(n), Kind: "talks", Title: title,
		Summary: "Direct talks between Russian and Ukrainian delegations, hosted by Türkiye.",
		When:    day(month, d, 3, istTZ, ""),
		Review:  store.Draft, Assessment: store.Reported,
		Phases: held(p, c.ID),
		Places: []store.Place{venue},
		Parties: []store.Party{
			party(p, "participant", russia(), ""), party(p, "participant", ukraine(), ""),
			party(p, "host", turkiye(), venue.ID),
		},
		Citations: []store.Citation{c},
		Series:    &store.InSeries{ID: seriesID(2), Name: "Istanbul talks"},
		Topics:    []string{"war in Ukraine", "humanitarian agreements"},
		Fields:    fields("date_basis", "date and host from the public record", "round", round),
	}
}

func eventTalksMay() store.Event {
	return talks(talksMay, time.May, 16, "first", "First round of the Istanbul talks")
}

func eventTalksJune() store.Event {
	e := talks(talksJune, time.June, 2, "second", "Second round of the Istanbul talks")
	// Behind the ids that the function above has given out.
	p := &parts{event: talksJune, next: 0x100}
	e.Claims = []store.Claim{said(p, "outcome", "limited humanitarian agreements were reached", nil,
		"item A speaks of earlier agreements without stating the round; recorded on the series' later one",
		e.Citations[0].ID)}
	return e
}

func eventCallZelenskyy() store.Event {
	p := &parts{event: callZelenskyy}
	from := washington().assumed(p, "seat", seatNote)
	to := kyiv().assumed(p, "seat", seatNote)
	c := a(p, "event", "")
	return store.Event{
		ID: eventID(callZelenskyy), Kind: "call", Title: "Trump and Zelenskyy speak by telephone",
		Summary: "A call after the attack on Kyiv: support is reassured, and Ukraine reportedly asks for air defence and ammunition.",
		When:    day(time.July, 4, -4, newYork, "after the attack"),
		Review:  store.Draft, Assessment: store.Reported,
		Phases:  held(p, c.ID),
		Places:  []store.Place{from, to},
		Parties: []store.Party{party(p, "participant", trump(), from.ID), party(p, "participant", zelenskyy(), to.ID)},
		Claims: []store.Claim{
			said(p, "outcome", "support for Ukraine was reassured", nil, "", c.ID),
			said(p, "outcome", "Ukraine asked for faster deliveries of Patriot systems", nil, "“reportedly”", c.ID),
			said(p, "outcome", "Ukraine asked for more 155 mm shells", nil, "“reportedly”", c.ID),
		},
		Citations: []store.Citation{c},
		Relations: []store.Relation{relation("responds to", strikeKyiv)},
		Topics:    []string{"air defence", "ammunition"},
		Fields:    fields("date_basis", "calendar date from the public record"),
	}
}
