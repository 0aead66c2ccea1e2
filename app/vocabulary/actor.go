package vocabulary

import (
	"fmt"
	"strings"

	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// actorKinds are what an actor can be.
var actorKinds = []string{"person", "state", "organisation", "armed group", "unnamed"}

func (p *Page) actorEditor(a store.Actor, isNew bool) *editor {
	e := &editor{name: p.newText(a.Name, "Ministry of Defence of Ukraine", 1)}
	e.first = e.name
	kind := p.newChoice(a.Kind, actorKinds)
	aliases := p.newText(strings.Join(a.Aliases, "\n"), "other names, a line each, in any script", 4)
	seat := p.newText("", "where it sits: a town", 1)
	found := quiet("")
	if a.Seat != nil {
		seat.Text = a.Seat.Name
		found.SetText(p.seatWords(*a.Seat))
	}
	var proposals []string
	for _, r := range p.records {
		if r.actor != nil && r.id != a.ID && !r.retired {
			proposals = append(proposals, r.name)
		}
	}
	acts := ""
	if a.ActsFor != nil {
		acts = a.ActsFor.Name
		for _, r := range p.records {
			if r.id == a.ActsFor.ID {
				acts = r.name
			}
		}
	}
	actsFor := p.newCompleted(acts, "whom it acts for", proposals)
	note := p.newText(a.Note, "", 2)
	place := a.Seat
	seat.OnChanged = func(s string) {
		place = p.seat(s, a.Seat)
		switch {
		case strings.TrimSpace(s) == "":
			found.SetText("")
		case place == nil || place.Geometry.IsZero():
			found.SetText("No town of that name is known; the seat is kept without a place on the map.")
		default:
			found.SetText(p.seatWords(*place))
		}
		p.touched()
	}
	e.rows = append(e.rows, labelled("Name", e.name), labelled("Sort", kind), labelled("Also called", aliases),
		labelled("Seat", seat), labelled("", found), labelled("Acts for", actsFor), labelled("Note", note))
	e.id = func() string { return a.ID }
	e.put = func() (store.Put, error) {
		out := store.Actor{ID: a.ID, Name: strings.TrimSpace(e.name.Text), Kind: kind.Selected, Note: strings.TrimSpace(note.Text), Protection: a.Protection, Seat: place}
		for line := range strings.SplitSeq(aliases.Text, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				out.Aliases = append(out.Aliases, line)
			}
		}
		name := strings.TrimSpace(actsFor.Text)
		switch {
		case name == "":
		case name == acts && a.ActsFor != nil:
			out.ActsFor = &store.Actor{ID: a.ActsFor.ID}
		default:
			for _, r := range p.records {
				if r.actor != nil && r.id != a.ID && store.Fold(r.name) == store.Fold(name) {
					out.ActsFor = &store.Actor{ID: r.id}
				}
			}
			if out.ActsFor == nil {
				return store.Put{}, fmt.Errorf("there is no actor “%s” that it could act for; add that one first, or choose from the list", name)
			}
		}
		return store.Put{Actor: &out}, nil
	}
	return e
}

// seat is the place that a name means; was is given back while the name is its own.
func (p *Page) seat(name string, was *store.Seat) *store.Seat {
	name = strings.TrimSpace(name)
	switch {
	case name == "":
		return nil
	case was != nil && was.Name == name:
		return was
	}
	out := &store.Seat{Name: name}
	if p.deps.Place == nil {
		return out
	}
	if g, ok := p.deps.Place(name); ok {
		out.Name, out.GeonameID, out.Country, out.Admin1 = g.Name, g.GeonameID, g.Country, g.Admin1
		out.Geometry = store.Geometry{Geometry: g.At}
	}
	return out
}

func (p *Page) seatWords(s store.Seat) string {
	words := []string{s.Name}
	if p.deps.Country != nil && s.Country != "" {
		words = append(words, p.deps.Country(s.Country))
	}
	if !s.Geometry.IsZero() {
		b := s.Geometry.Bound()
		words = append(words, fmt.Sprintf("%.3f, %.3f", b.Center()[1], b.Center()[0]))
	}
	return strings.Join(words, " · ")
}

// Place finds a town by a name in any spelling; the largest of that name.
func Place(g *gazetteer.Gazetteer) func(name string) (gazetteer.Place, bool) {
	return func(name string) (gazetteer.Place, bool) {
		for _, m := range g.Search(name, nil, 1) {
			if store.Fold(m.Matched) == store.Fold(name) || store.Fold(m.Place.Name) == store.Fold(name) {
				return m.Place, true
			}
		}
		return gazetteer.Place{}, false
	}
}
