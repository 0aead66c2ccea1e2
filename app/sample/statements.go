package sample

import (
	"time"

	"sitmap/store"
)

// statement builds what all statements have alike; told are the words of item A
// about the time, if any.
func statement(n int, title, summary string, when store.When, place store.Place, p *parts, speaker store.Actor, told string) store.Event {
	c := a(p, "event", "")
	citations := []store.Citation{c}
	if told != "" {
		citations = append(citations, a(p, "when", told))
	}
	return store.Event{
		ID: eventID(n), Kind: "statement", Title: title, Summary: summary, When: when,
		Review: store.Draft, Assessment: store.Reported,
		Phases:    held(p, c.ID),
		Places:    []store.Place{place},
		Parties:   []store.Party{party(p, "speaker", speaker, place.ID)},
		Citations: citations,
	}
}

func eventWordsTrump() store.Event {
	p := &parts{event: wordsTrump}
	at := andrews().place(p, "scene", store.PlaceVicinity)
	at.Note = "item A says only that he was about to board Air Force One; the base is from the public record"
	e := statement(wordsTrump, "Trump is not pleased with where things stand",
		"Before boarding Air Force One, Trump says that he is not pleased with where things stand. He once promised to end the war within 24 hours and now calls that wishful.",
		day(time.July, 3, -4, newYork, "Thursday, before boarding Air Force One"), at, p, trump(), "Thursday")
	e.Relations = []store.Relation{relation("responds to", callPutin)}
	e.Topics = []string{"war in Ukraine"}
	e.Fields = fields("date_basis", dateBasis)
	return e
}

func eventWordsUshakov() store.Event {
	p := &parts{event: wordsUshakov}
	at := moscow().assumed(p, "scene", "the Kremlin's seat; item A does not say where he spoke")
	e := statement(wordsUshakov, "Kremlin confirms the call and holds to its goals",
		"Ushakov confirms the call. Russia is open to talks but will not give up its military objectives; he names root causes such as NATO's expansion.",
		day(time.July, 3, 3, mscTZ, ""), at, p, ushakov(), "")
	c := e.Citations[0].ID
	u := ushakov()
	e.Parties = append(e.Parties, party(p, "participant", kremlin(), ""))
	e.Claims = []store.Claim{
		said(p, "outcome", "the call took place; Russia is open to talks and will not give up its military objectives", &u, "", c),
		said(p, "outcome", "Putin told Trump how the Istanbul talks stand", nil, "unattributed: “reportedly”", c),
	}
	e.Relations = []store.Relation{relation("responds to", callPutin)}
	e.Topics = []string{"war in Ukraine", "NATO expansion"}
	e.Fields = fields("date_basis", "calendar date from the public record")
	return e
}

func eventWordsZelenskyy() store.Event {
	p := &parts{event: wordsZelenskyy}
	at := kyiv().assumed(p, "scene", seatNote)
	e := statement(wordsZelenskyy, "Zelenskyy calls the attack a brutal message",
		"Zelenskyy calls the attack on Kyiv a brutal message.",
		day(time.July, 4, 3, kyivTZ, ""), at, p, zelenskyy(), "")
	e.Relations = []store.Relation{relation("responds to", strikeKyiv)}
	e.Fields = fields("date_basis", "calendar date from the public record")
	return e
}

func eventWordsOfficial() store.Event {
	p := &parts{event: wordsOfficial}
	at := kyiv().assumed(p, "scene", "the seat of government; item A does not say where the official spoke")
	e := statement(wordsOfficial, "Ukrainian official: Russia is not serious about ending the war",
		"A top Ukrainian official, not named, says the attack shows that Russia is not serious about ending the war.",
		day(time.July, 4, 3, kyivTZ, ""), at, p, topOfficial(), "")
	e.Relations = []store.Relation{relation("responds to", strikeKyiv)}
	e.Fields = fields("date_basis", "calendar date from the public record")
	return e
}

func eventWordsPentagon() store.Event {
	p := &parts{event: wordsPentagon}
	at := pentagon().place(p, "scene", store.PlaceVicinity)
	at.Note = "the department's seat, from the public record"
	e := statement(wordsPentagon, "Pentagon calls the pause temporary",
		"The US Department of Defense says that the pause in deliveries is temporary and no change of policy.",
		earlyJuly(-4, newYork), at, p, pentagonDept(), "")
	e.Relations = []store.Relation{relation("responds to", aidPaused)}
	e.Topics = []string{"military aid"}
	return e
}
