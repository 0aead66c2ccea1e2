package store

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// members are the names a citation may be about, besides parts and fields.
var members = []string{
	"event", "kind", "title", "summary", "when", "planned", "assessment", "phases", "places", "parties",
	"claims", "relations", "series", "topics", "tags", "fields", "properties", "external_ids",
}

// event judges an event whose ids have all been filled in.
func (v *validator) event(e *Event) {
	v.uuid("id", e.ID)
	if _, ok := v.codes.kinds[e.Kind]; !ok {
		v.bad("kind %s is not in the vocabulary of kinds", quoted(e.Kind))
	}
	v.required("title", e.Title)
	v.text("summary", e.Summary)
	v.when("when", e.When)
	v.when("planned", e.Planned)
	v.oneOf("review", string(e.Review), string(Draft), string(Reviewed))
	v.text("reviewed_by", e.ReviewedBy)
	v.oneOf("assessment", string(e.Assessment), string(Reported), string(Corroborated), string(Confirmed), string(Disputed), string(Retracted))
	v.text("assessment_note", e.AssessmentNote)

	p := v.parts(e)
	for i := range e.Phases {
		v.phase(at("phases", i), &e.Phases[i], p)
	}
	for i := range e.Places {
		v.place(at("places", i), &e.Places[i])
	}
	for i := range e.Parties {
		v.party(at("parties", i), &e.Parties[i], p)
	}
	for i := range e.Claims {
		v.claim(at("claims", i), &e.Claims[i], p)
	}
	for i := range e.Headlines {
		v.headline(at("headlines", i), &e.Headlines[i], p)
	}
	for i := range e.Citations {
		v.citation(at("citations", i), &e.Citations[i], p)
	}
	for i, r := range e.Relations {
		name := at("relations", i)
		v.term(name+".type", VocabularyRelation, r.Type)
		v.uuid(name+".event", r.Event)
		if r.Event == e.ID {
			v.bad("%s.event is the event itself", name)
		}
		v.text(name+".note", r.Note)
	}
	if s := e.Series; s != nil {
		if s.ID != "" {
			v.uuid("series.id", s.ID)
			v.text("series.name", s.Name)
		} else {
			v.required("series.name", s.Name)
		}
		v.text("series.basis", s.Basis)
		if s.ClaimedPosition < 0 {
			v.bad("series.claimed_position %d is below 1", s.ClaimedPosition)
		}
	}
	for i, t := range e.Topics {
		v.required(at("topics", i), t)
	}
	for i, t := range e.Tags {
		v.required(at("tags", i), t)
	}
	v.raw("fields", e.Fields)
	v.raw("properties", e.Properties)
	for i, x := range e.ExternalIDs {
		v.required(at("external_ids", i)+".dataset", x.Dataset)
		v.required(at("external_ids", i)+".id", x.ID)
	}
	v.protection("protection", e.Protection)
}

func at(name string, i int) string { return name + "[" + strconv.Itoa(i) + "]" }

// parts are the ids of an event's parts, by sort.
type parts struct {
	sort map[string]string
}

func (p parts) is(id, sort string) bool { return p.sort[id] == sort }

func (v *validator) parts(e *Event) parts {
	p := parts{make(map[string]string, len(e.Phases)+len(e.Places)+len(e.Parties)+len(e.Claims)+len(e.Citations))}
	add := func(name, sort, id string) {
		v.uuid(name+".id", id)
		if _, twice := p.sort[id]; twice {
			v.bad("%s.id %s is used twice in the event", name, id)
		}
		p.sort[id] = sort
	}
	for i := range e.Phases {
		add(at("phases", i), "phase", e.Phases[i].ID)
	}
	for i := range e.Places {
		add(at("places", i), "place", e.Places[i].ID)
	}
	for i := range e.Parties {
		add(at("parties", i), "party", e.Parties[i].ID)
	}
	for i := range e.Claims {
		add(at("claims", i), "claim", e.Claims[i].ID)
	}
	for i := range e.Citations {
		add(at("citations", i), "citation", e.Citations[i].ID)
	}
	return p
}

func (v *validator) cited(name string, ids []string, p parts) {
	for i, id := range ids {
		if !p.is(id, "citation") {
			v.bad("%s %s is not the id of one of the event's citations", at(name+".citations", i), quoted(id))
		}
	}
}

func (v *validator) phase(name string, ph *Phase, p parts) {
	v.term(name+".phase", VocabularyPhase, ph.Phase)
	v.when(name+".at", ph.At)
	v.text(name+".note", ph.Note)
	v.cited(name, ph.Citations, p)
}

func (v *validator) place(name string, pl *Place) {
	v.term(name+".role", VocabularyPlaceRole, pl.Role)
	v.text(name+".name", pl.Name)
	if pl.GeonameID < 0 {
		v.bad("%s.geonameid %d is below 1", name, pl.GeonameID)
	}
	v.country(name+".country", pl.Country)
	v.admin1(name+".admin1", pl.Admin1)
	v.geometry(name+".geometry", pl.Geometry)
	v.oneOf(name+".precision", string(pl.Precision), string(PlaceExact), string(PlaceVicinity), string(PlaceLocality),
		string(PlaceDistrict), string(PlaceRegion), string(PlaceCountry))
	if v.number(name+".radius_m", pl.RadiusM) && pl.RadiusM < 0 {
		v.bad("%s.radius_m %v is below 0", name, pl.RadiusM)
	}
	v.text(name+".note", pl.Note)
}

func (v *validator) party(name string, pa *Party, p parts) {
	v.term(name+".role", VocabularyPartyRole, pa.Role)
	v.actor(name+".actor", &pa.Actor)
	if pa.Place != "" && !p.is(pa.Place, "place") {
		v.bad("%s.place %s is not the id of one of the event's places", name, quoted(pa.Place))
	}
}

func (v *validator) claim(name string, c *Claim, p parts) {
	if c.About == "" {
		v.bad("%s.about is empty", name)
	}
	v.oneOf(name+".about", c.About, "measure", "when", "place", "party", "outcome", "phase", "position")
	if c.Part != "" && p.sort[c.Part] == "" {
		v.bad("%s.part %s is not the id of one of the event's parts", name, quoted(c.Part))
	}
	switch {
	case c.About == "measure":
		v.term(name+".measure", VocabularyMeasure, c.Measure)
	default:
		v.termOrEmpty(name+".measure", VocabularyMeasure, c.Measure)
	}
	v.text(name+".of", c.Of)
	v.termOrEmpty(name+".qualifier", VocabularyQualifier, c.Qualifier)
	bounds := true
	for _, b := range []struct {
		name string
		f    *float64
	}{{"low", c.Low}, {"high", c.High}} {
		if b.f == nil {
			continue
		}
		if !v.number(name+"."+b.name, *b.f) {
			bounds = false
		} else if *b.f < 0 {
			v.bad("%s.%s %s is below 0", name, b.name, plainNumber(*b.f))
		}
	}
	if bounds && c.Low != nil && c.High != nil && *c.Low > *c.High {
		v.bad("%s.low %s is above high %s", name, plainNumber(*c.Low), plainNumber(*c.High))
	}
	if c.Qualifier == "none reported" && (c.Low != nil || c.High != nil) {
		v.bad("%s.qualifier “none reported” has no figures: it is not the figure 0", name)
	}
	v.text(name+".value", c.Value)
	v.when(name+".when", c.When)
	if c.AccordingTo != nil {
		v.actor(name+".according_to", c.AccordingTo)
	}
	v.text(name+".scope.text", c.Scope.Text)
	v.country(name+".scope.country", c.Scope.Country)
	v.admin1(name+".scope.admin1", c.Scope.Admin1)
	v.when(name+".scope.when", c.Scope.When)
	v.when(name+".as_of", c.AsOf)
	v.oneOf(name+".state", string(c.State), string(Live), string(Superseded), string(Withdrawn), string(Rejected))
	if c.SupersededBy != "" {
		switch {
		case c.SupersededBy == c.ID:
			v.bad("%s.superseded_by is the claim itself", name)
		case !p.is(c.SupersededBy, "claim"):
			v.bad("%s.superseded_by %s is not the id of one of the event's claims", name, quoted(c.SupersededBy))
		}
	}
	v.text(name+".why", c.Why)
	v.text(name+".note", c.Note)
	v.cited(name, c.Citations, p)
}

func plainNumber(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func (v *validator) headline(name string, h *Headline, p parts) {
	v.term(name+".measure", VocabularyMeasure, h.Measure)
	v.text(name+".of", h.Of)
	v.oneOf(name+".rule", h.Rule, "range", "newest", "lowest", "highest")
	if h.Claim != "" && !p.is(h.Claim, "claim") {
		v.bad("%s.claim %s is not the id of one of the event's claims", name, quoted(h.Claim))
	}
	v.text(name+".reason", h.Reason)
}

func (v *validator) citation(name string, c *Citation, p parts) {
	field := strings.HasPrefix(c.About, "fields.") || strings.HasPrefix(c.About, "properties.")
	if c.About != "" && !field && p.sort[c.About] == "" && !slices.Contains(members, c.About) {
		v.bad("%s.about %s is neither “event”, nor a member of it, nor the id of one of its parts", name, quoted(c.About))
	}
	v.text(name+".about", c.About)
	v.item(name+".item", &c.Item)
	v.text(name+".quote", c.Quote)
	v.text(name+".translation", c.Translation)
	v.text(name+".page", c.Page)
	if c.Credibility < 0 || c.Credibility > 6 {
		v.bad("%s.credibility %d is outside 1 to 6", name, c.Credibility)
	}
}

// describe names an event in a sentence.
func describe(e *Event) string {
	if e.Title != "" {
		return fmt.Sprintf("event ‘%s’", e.Title)
	}
	return "event " + e.ID
}
