package sample

import (
	"encoding/json"

	"sitmap/store"
)

func party(p *parts, role string, a store.Actor, place string) store.Party {
	return store.Party{ID: p.id(), Role: role, Actor: a, Place: place}
}

// held is the phase of what took place, at the event's own time.
func held(p *parts, cite ...string) []store.Phase { return phase(p, "held", store.When{}, cite...) }

func phase(p *parts, code string, at store.When, cite ...string) []store.Phase {
	return []store.Phase{{ID: p.id(), Phase: code, At: at, Citations: cite}}
}

// counted is a claim about a measure; high 0 leaves the upper bound open.
func counted(p *parts, measure, of, qualifier string, low, high float64, by *store.Actor, cite string) store.Claim {
	c := store.Claim{
		ID: p.id(), About: "measure", Measure: measure, Of: of, Qualifier: qualifier, Low: &low,
		AccordingTo: by, State: store.Live, Citations: []string{cite},
	}
	if high != 0 {
		c.High = &high
	}
	return c
}

// said is a claim about anything that is not a number.
func said(p *parts, about, value string, by *store.Actor, note, cite string) store.Claim {
	return store.Claim{
		ID: p.id(), About: about, Value: value, AccordingTo: by, Note: note,
		State: store.Live, Citations: []string{cite},
	}
}

func relation(kind string, event int) store.Relation {
	return store.Relation{Type: kind, Event: eventID(event)}
}

// fields marshals values of the kind's own fields; they are strings and lists of
// strings, which always marshal.
func fields(pairs ...any) map[string]json.RawMessage {
	m := make(map[string]json.RawMessage, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		b, err := json.Marshal(pairs[i+1])
		if err != nil {
			continue
		}
		m[pairs[i].(string)] = b
	}
	return m
}

const dateBasis = "calendar date from the public record; item A says only “Thursday” and “hours after”"
