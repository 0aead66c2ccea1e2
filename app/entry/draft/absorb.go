package draft

import (
	"maps"
	"slices"
	"strings"

	"sitmap/store"
)

// Absorb takes over what another draft says of the same event: its sources and
// claims with whoever makes them, its phases, tags and relations. Where it tells time,
// place or parties otherwise than this event does, its sources claim so: nothing that
// stands here is replaced. The other draft stays as it is.
func (d *Draft) Absorb(o *Draft, newID func() string) {
	take(d.Actors, o.Actors)
	take(d.Items, o.Items)
	take(d.Outlets, o.Outlets)
	d.Terms = append(d.Terms, o.Terms...)
	a := &absorber{d: d, o: o, newID: newID, cites: map[string]string{}}
	a.citations()
	for _, c := range o.Claims {
		if !c.Blank() && !c.emptied() && c.says() {
			q := *c
			q.Base, q.Part, q.Cites = store.Claim{}, "", a.cited(c.Cites)
			d.Claims = append(d.Claims, &q)
		}
	}
	a.differing()
	for _, p := range o.Phases {
		if p.Phase != "" {
			d.Phases = append(d.Phases, &Phase{ID: newID(), Phase: p.Phase, At: p.At.fresh(), Note: p.Note, Cites: a.cited(p.Cites)})
		}
	}
	for _, r := range o.Relations {
		known := func(x *Relation) bool { return x.Event == r.Event && x.Type == r.Type }
		if r.Event != "" && r.Event != d.ID && !slices.ContainsFunc(d.Relations, known) {
			d.Relations = append(d.Relations, &Relation{Type: r.Type, Event: r.Event, Note: r.Note, Title: r.Title})
		}
	}
	a.words()
}

// take adds the records that are not there yet.
func take[T any](to, from map[string]*T) {
	for key, v := range from {
		if to[key] == nil {
			c := *v
			to[key] = &c
		}
	}
}

type absorber struct {
	d, o  *Draft
	newID func() string
	cites map[string]string // ids of citations here, by those there
}

// citations takes those in which something was typed. One that only names an item
// which is cited here already is that citation.
func (a *absorber) citations() {
	claims := map[string]bool{}
	for _, c := range a.o.Claims {
		claims[c.ID] = true
	}
	for _, c := range a.o.Citations {
		if c.Blank() {
			continue
		}
		have := slices.IndexFunc(a.d.Citations, func(q *Citation) bool { return q.Item.Key == c.Item.Key && c.Item.Key != "" })
		if have >= 0 && c.Quote == "" && c.Page == "" && c.Translation == "" {
			a.cites[c.ID] = a.d.Citations[have].ID
			continue
		}
		q := *c
		q.Base = store.Citation{}
		if !claims[q.About] && !plainAbout(q.About) {
			q.About = "event" // its part does not come along
		}
		a.cites[c.ID] = q.ID
		a.d.Citations = append(a.d.Citations, &q)
	}
}

// plainAbout reports whether a citation speaks of the event or a member of it, which
// every event has.
func plainAbout(s string) bool {
	return slices.Contains([]string{"", "event", "title", "summary", "when", "planned", "places", "parties", "claims", "phases"}, s)
}

// cited are the citations here of a claim there; one that names none rests on the only
// source it had.
func (a *absorber) cited(c Cites) Cites {
	out := Cites{Nothing: c.Nothing}
	for _, id := range c.IDs {
		if here := a.cites[id]; here != "" && !slices.Contains(out.IDs, here) {
			out.IDs = append(out.IDs, here)
		}
	}
	if len(out.IDs) == 0 && !c.Nothing {
		if all := slices.Sorted(maps.Values(a.cites)); len(slices.Compact(all)) == 1 {
			out.IDs = all[:1]
		}
	}
	if len(out.IDs) == 0 {
		out.Nothing = true // not whatever is the only source here
	}
	return out
}

// differing makes claims of the time, places and parties that are told otherwise.
func (a *absorber) differing() {
	d, o := a.d, a.o
	claim := func(c Claim) {
		c.ID, c.Cites = a.newID(), a.cited(Cites{})
		for _, q := range o.Citations {
			if q.Voice.Key != "" && len(c.Cites.IDs) == 1 && a.cites[q.ID] == c.Cites.IDs[0] {
				c.AccordingTo = q.Voice
			}
		}
		d.Claims = append(d.Claims, &c)
	}
	if t := strings.TrimSpace(o.When.Text); t != "" && !strings.EqualFold(t, strings.TrimSpace(d.When.Text)) {
		claim(Claim{About: aboutWhen, When: o.When.fresh()})
	}
	for _, p := range o.Places {
		said := strings.TrimSpace(p.Name)
		if said == "" {
			said = p.Coordinates
		}
		same := func(q *Place) bool {
			return strings.EqualFold(strings.TrimSpace(q.Name), said) || q.Coordinates != "" && q.Coordinates == p.Coordinates
		}
		if said != "" && !p.Assumed && !slices.ContainsFunc(d.Places, same) {
			claim(Claim{About: "place", Value: said})
		}
	}
	for _, y := range o.Parties {
		who := o.Actor(y.Actor)
		if who == nil || strings.TrimSpace(who.Name) == "" {
			continue
		}
		same := func(z *Party) bool {
			w := d.Actor(z.Actor)
			return w != nil && (w.ID == who.ID || strings.EqualFold(w.Name, who.Name))
		}
		if !slices.ContainsFunc(d.Parties, same) {
			claim(Claim{About: "party", Value: strings.TrimSpace(who.Name) + ", " + y.Role})
		}
	}
}

// words takes the summary, weapons, topics and tags.
func (a *absorber) words() {
	d, o := a.d, a.o
	switch s := strings.TrimSpace(o.Summary); {
	case s == "" || strings.Contains(d.Summary, s):
	case d.Summary == "":
		d.Summary = o.Summary
	default:
		d.Summary += "\n\n" + o.Summary
	}
	if theirs, ok := o.Listed(Weapons); ok && theirs != "" {
		if ours, ok := d.Listed(Weapons); ok {
			d.SetListed(Weapons, united(ours, theirs))
		}
	}
	if o.Topics.Text != "" {
		d.Topics.Text = united(d.Topics.Text, o.Topics.Text)
	}
	if o.Tags.Text != "" {
		d.Tags.Text = united(d.Tags.Text, o.Tags.Text)
	}
	for _, x := range o.ExternalIDs {
		if x.ID != "" && !slices.ContainsFunc(d.ExternalIDs, func(y *ExternalID) bool { return *x == *y }) {
			d.ExternalIDs = append(d.ExternalIDs, &ExternalID{x.Dataset, x.ID})
		}
	}
}

// united is two lists in one, each word once.
func united(a, b string) string {
	out := SplitWords(a)
	for _, w := range SplitWords(b) {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return JoinWords(out)
}
