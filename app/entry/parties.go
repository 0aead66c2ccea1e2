package entry

import (
	"strings"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/store"
)

// defaultPartyRole is that of a party of whom the form knows no better.
const defaultPartyRole = "participant"

func blankParty(p *draft.Party) bool { return p.Actor.Key == "" && p.Base.ID == "" }

func (f *Form) partiesSection() *section {
	s := &section{f: f, name: secParties, key: fyne.KeyA, paths: []string{"party"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		return cards(f.d.Parties, blankParty, "Nobody yet.",
			func(_ int, p *draft.Party) (fyne.CanvasObject, fyne.Focusable) { return f.partyCard(s, p) })
	}
	s.grow = func() {
		f.d.Parties = grown(f.d.Parties, blankParty, func() *draft.Party {
			return &draft.Party{ID: f.deps.NewID(), Role: f.nextPartyRole()}
		})
	}
	s.count = func() int { return countFilled(f.d.Parties, blankParty) }
	return s
}

// nextPartyRole is the role that the form would ask for next, else that of the last
// party.
func (f *Form) nextPartyRole() string {
	n := len(f.d.Parties)
	switch {
	case n < len(f.spec.parties):
		return f.spec.parties[n]
	case n > 0:
		return f.d.Parties[n-1].Role
	}
	return defaultPartyRole
}

func (f *Form) partyCard(s *section, p *draft.Party) (fyne.CanvasObject, fyne.Focusable) {
	path := func(name string) string { return draft.Path("party", p.ID, name) }
	var actor *field.Complete
	main := func() []fyne.CanvasObject {
		role := f.term(path("role"), vocPartyRole, "role", &p.Role)
		var row *field.Row
		actor, row = f.actorRow(role, path("actor"), &p.Actor, func() { f.takeSeat(p) })
		f.alias(path("role"), row)
		f.nameInRole(role, actor, path("role"), vocPartyRole, &p.Role)
		f.mainFields[p.ID] = actor
		return objects(row)
	}
	more := func() []fyne.CanvasObject {
		where := f.choice(path("place"), &p.Place, "which of the event's places", f.ownPlaces)
		out := objects(f.row("was at", path("place"), where))
		return append(out, f.actorDetails(p.Actor)...)
	}
	card := f.card(p.ID, main, more, func() { f.removePart(s, f.said(p.ID), p.ID) })
	return card, actor
}

// ownPlaces are the places of this event.
func (f *Form) ownPlaces() []field.Option {
	var out []field.Option
	for _, p := range f.d.Places {
		if !p.Blank() {
			out = append(out, field.Option{Text: p.Name, Detail: p.Role, Value: p.ID})
		}
	}
	return append(out, field.Option{Text: "", Detail: "none", Value: ""})
}

// takeSeat puts a party at the seat of its actor: as an assumed place of the event,
// in the forms that ask for seats.
func (f *Form) takeSeat(p *draft.Party) {
	a := f.d.Actor(p.Actor)
	if a == nil || a.Base == nil || a.Base.Seat == nil || p.Place != "" || !f.asksForSeats() {
		return
	}
	seat := a.Base.Seat
	var at *draft.Place
	for _, q := range f.d.Places {
		if q.Blank() && q.Role == "seat" {
			at = q
			break
		}
	}
	if at == nil {
		at = &draft.Place{ID: f.deps.NewID(), Role: "seat"}
		f.d.Places = append(f.d.Places, at)
	}
	at.SetName(seat.Name, seat.GeonameID)
	at.SetRegion(seat.Country, seat.Admin1)
	at.Coordinates, at.Precision, at.Assumed = draft.ShowGeometry(seat.Geometry), string(store.PlaceLocality), true
	at.Told = draft.Fineness{Precision: at.Precision}
	at.Note = "assumed: the seat of " + a.Name
	p.Place = at.ID
	f.refreshSection(secPlaces)
}

func (f *Form) asksForSeats() bool {
	for _, r := range f.spec.places {
		if r == "seat" {
			return true
		}
	}
	return false
}

// partyNames are the actors in a role.
func partyNames(d *draft.Draft, role string) []string {
	var out []string
	for _, p := range d.Parties {
		if a := d.Actor(p.Actor); a != nil && p.Role == role && strings.TrimSpace(a.Name) != "" {
			out = append(out, strings.TrimSpace(a.Name))
		}
	}
	return out
}
