package entry

import (
	"sitmap/app/entry/draft"
	"sitmap/store"
)

// spec says how the form for a kind of event begins. It hides nothing: what it
// does not open is folded below.
type spec struct {
	open    []string // names of the sections that stand open
	places  []string // roles of the places asked for
	parties []string // roles of the parties asked for
	// claims are asked for as measures, or where a name is no measure's code as
	// what the claim is about: outcome, position.
	claims  []string
	weapons bool // asks which weapons were used
}

func specFor(form store.Form) spec {
	switch form {
	case store.FormStrike:
		return strikeSpec
	case store.FormMeeting:
		return meetingSpec
	case store.FormCall:
		return callSpec
	case store.FormStatement:
		return statementSpec
	case store.FormTransfer:
		return transferSpec
	}
	return generalSpec
}

// seed adds the empty rows that the spec asks for, after taking away empty rows
// that an earlier kind asked for. Rows in which something stands are left alone.
func (f *Form) seed() {
	s, d := f.spec, f.d
	d.Places = withoutBlank(d.Places, (*draft.Place).Blank)
	d.Parties = withoutBlank(d.Parties, func(p *draft.Party) bool { return p.Actor.Key == "" && p.Base.ID == "" })
	d.Claims = withoutBlank(d.Claims, (*draft.Claim).Blank)
	if d.Revision != 0 {
		return
	}
	f.seedPlaces()
	for i, role := range s.parties {
		if len(d.Parties) <= i {
			d.Parties = append(d.Parties, &draft.Party{ID: f.deps.NewID(), Role: role})
		}
	}
	have := map[string]bool{}
	for _, c := range d.Claims {
		have[c.About+c.Measure] = true
	}
	for _, name := range s.claims {
		c := &draft.Claim{ID: f.deps.NewID(), About: name}
		if !isAbout(name) {
			c.About, c.Measure = aboutMeasure, name
		}
		if !have[c.About+c.Measure] {
			d.Claims = append(d.Claims, c)
		}
	}
	if len(d.Citations) == 0 {
		d.Citations = append(d.Citations, &draft.Citation{ID: f.deps.NewID(), About: "event"})
	}
}

// seedPlaces asks for a place in each role of the spec. The place the map was
// clicked at takes the first of them.
func (f *Form) seedPlaces() {
	d := f.d
	roles := f.spec.places
	if len(d.Places) > 0 && len(roles) > 0 && (d.Places[0].Role == "" || d.Places[0].Role == "scene") {
		d.Places[0].Role = roles[0]
	}
	for i, role := range roles {
		if i >= len(d.Places) {
			d.Places = append(d.Places, &draft.Place{ID: f.deps.NewID(), Role: role})
		}
	}
}

func withoutBlank[T any](rows []*T, blank func(*T) bool) []*T {
	var out []*T
	for _, r := range rows {
		if !blank(r) {
			out = append(out, r)
		}
	}
	return out
}
