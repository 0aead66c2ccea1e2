package reading

import (
	"slices"

	"github.com/paulmach/orb"

	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// places takes those where the event was: not those of which somebody spoke in a
// call, nor those where something else was.
func (b *builder) places() {
	role := map[string]string{"strike": "target", "talks": "venue", "visit": "venue", "agreement": "venue", "aid": "destination"}[b.e.Kind]
	switch b.e.Kind {
	case "call", "statement", "sanction":
		return
	case "clash", "protest", "movement", "ceasefire", "prisoner exchange", "other":
		role = "scene"
	}
	elsewhere := b.elsewhere()
	for _, m := range b.of(Place) {
		if !b.in(m.Sentence) || m.role != "located" && b.e.Kind != "strike" || len(b.e.Places) == maxPlaces {
			continue
		}
		if role == "venue" && (len(b.e.Places) > 0 || m.Sentence > 1) {
			continue
		}
		if b.bearing(m) || b.attributive(m) || elsewhere(m) || slices.ContainsFunc(b.e.Places, func(q store.Place) bool { return q.Name == m.Place.Name && q.Country == m.Place.Country }) {
			continue
		}
		q := placeOf(m.Place)
		q.ID, q.Role = b.id(), role
		if role == "target" && m.from > 0 && (b.tokens[m.from-1].low == "from" || m.from > 1 && b.low(m.from-2, m.from) == "from the") {
			q.Role = "launch"
		}
		b.e.Places = append(b.e.Places, q)
		b.cite(m.Sentence, q.ID)
	}
}

// cue is a word that says of what kind of event its sentence tells.
type cue struct {
	from int // token
	kind string
	sure bool // beyond doubt
}

// elsewhere reports of a place that something else than the event was there: its sentence
// tells of another event and not of this one, or follows one that does; or it stands
// nearer to the words for another event than to those for this one; or somebody spoke
// there, or writes from there.
func (b *builder) elsewhere() func(mention) bool {
	cues := map[int][]cue{} // by sentence
	b.eachKindWord(func(from, _ int, w kindWord) {
		if w.kind != "statement" { // nearly every report has somebody say something
			s := b.tokens[from].sentence
			cues[s] = append(cues[s], cue{from, w.kind, w.weight > 1})
		}
	})
	own := func(t cue) bool { return t.kind == b.e.Kind }
	last := b.tokens[len(b.tokens)-1].sentence
	other := make([]bool, last+1)
	for s := range other {
		switch ts := cues[s]; {
		case slices.ContainsFunc(ts, own):
		case slices.ContainsFunc(ts, func(t cue) bool { return t.sure }):
			other[s] = true
		case s > 0: // it goes on with what the one before tells of
			other[s] = other[s-1]
		}
	}
	return func(m mention) bool {
		if other[m.Sentence] || b.spokenAt(m) || b.dateline(m) {
			return true
		}
		near, far := -1, -1 // tokens to the words for this event and for another
		for _, t := range cues[m.Sentence] {
			d := max(t.from-m.from, m.from-t.from)
			switch {
			case own(t) && (near < 0 || d < near):
				near = d
			case !own(t) && t.sure && (far < 0 || d < far):
				far = d
			}
		}
		return near >= 0 && far >= 0 && far < near
	}
}

// spokenAt reports whether a place is only that where somebody spoke: “said in Istanbul”,
// “told reporters in Ankara”.
func (p *pass) spokenAt(m mention) bool {
	if m.from == 0 || !p.lex.has("locating", p.tokens[m.from-1].low) {
		return false
	}
	for k := m.from - 2; k >= 0 && k >= m.from-5 && p.tokens[k].sentence == m.Sentence; k-- {
		switch t := p.tokens[k]; {
		case p.lex.has("speech", t.low) || t.low == "speaking":
			return true
		case audience[t.low]:
			continue
		default:
			return false
		}
	}
	return false
}

// Whom somebody speaks to, and on which occasion.
var audience = set(`a an the at to reporters journalists press news conference briefing on monday tuesday wednesday thursday friday saturday sunday`)

// dateline reports whether a place is that which a report is written from: “KYIV (Reuters) –”,
// “Istanbul, July 4 —”.
func (p *pass) dateline(m mention) bool {
	if m.from > 0 || m.to >= len(p.tokens) {
		return false
	}
	for k := m.to; k < len(p.tokens) && k < m.to+9 && p.tokens[k].sentence == m.Sentence; k++ {
		switch t := p.tokens[k]; {
		case t.text == "–" || t.text == "—" || t.text == "-" || t.text == "--":
			return true
		case k == m.to && t.text != "," && t.text != "(":
			return false
		}
	}
	return false
}

// placeOf is a place of the gazetteer as one of an event.
func placeOf(g gazetteer.Place) store.Place {
	q := store.Place{Name: g.Name, Country: g.Country, Admin1: g.Admin1, Geometry: store.Geometry{Geometry: orb.Point(g.At)}, RadiusM: g.RadiusM}
	if g.GeonameID > 0 {
		q.GeonameID = g.GeonameID
	}
	switch g.Class {
	case gazetteer.ClassAdmin1:
		q.Precision = store.PlaceRegion
	case gazetteer.ClassCountry:
		q.Precision, q.RadiusM = store.PlaceCountry, 0
	case gazetteer.ClassSite:
		q.Precision = store.PlaceVicinity
	default:
		q.Precision = store.PlaceLocality
	}
	return q
}
