package draft

import (
	"reflect"
	"strings"

	"sitmap/store"
)

// Actor is a person, state or organisation as typed.
type Actor struct {
	Base           *store.Actor // nil: made in this form
	ID, Name, Kind string
	Aliases        Words
	Note           string
	Seat           Seat
	ActsFor        Ref[store.Actor]
	Protection     Protection
}

// Seat is where an actor is, as typed.
type Seat struct {
	Base                       *store.Seat
	Name, Coordinates          string
	Country, Admin1, GeonameID string
}

func showActor(a store.Actor) *Actor {
	out := &Actor{
		Base: &a, ID: a.ID, Name: a.Name, Kind: a.Kind, Aliases: showWords(a.Aliases), Note: a.Note,
		Protection: showProtection(a.Protection),
	}
	if s := a.Seat; s != nil {
		out.Seat = Seat{s, s.Name, ShowGeometry(s.Geometry), s.Country, s.Admin1, showNumber(s.GeonameID)}
	}
	if a.ActsFor != nil {
		out.ActsFor = Ref[store.Actor]{a.ActsFor.ID, a.ActsFor}
	}
	return out
}

// hold takes an inline actor into the draft. Of several copies the one that says
// more is shown.
func (d *Draft) hold(a *store.Actor) Ref[store.Actor] {
	if a == nil {
		return Ref[store.Actor]{}
	}
	if a.ActsFor != nil {
		d.hold(a.ActsFor)
	}
	have := d.Actors[a.ID]
	if have == nil || have.Base != nil && len(marshal(a)) > len(marshal(have.Base)) {
		d.Actors[a.ID] = showActor(*a)
	}
	return Ref[store.Actor]{a.ID, a}
}

// UseActor puts an actor of the store into a field.
func (d *Draft) UseActor(r *Ref[store.Actor], a store.Actor) { *r = d.hold(&a) }

// Actor is the actor a field points to; nil: none.
func (d *Draft) Actor(r Ref[store.Actor]) *Actor { return d.Actors[r.Key] }

// NameActor takes a name typed into a field. It changes the name of an actor that
// was made here for this field alone; in place of any other a new actor is made.
func (d *Draft) NameActor(r *Ref[store.Actor], name string, newID func() string) {
	have := d.Actors[r.Key]
	switch {
	case strings.TrimSpace(name) == "":
		*r = Ref[store.Actor]{}
	case have != nil && have.Name == name:
	case have != nil && have.Base == nil && d.uses(r.Key) == 1:
		have.Name = name
	default:
		id := newID()
		d.Actors[id] = &Actor{ID: id, Name: name}
		*r = Ref[store.Actor]{Key: id}
	}
}

func (d *Draft) uses(key string) int {
	n := 0
	for _, p := range d.Parties {
		if p.Actor.Key == key {
			n++
		}
	}
	for _, c := range d.Claims {
		if c.AccordingTo.Key == key {
			n++
		}
	}
	for _, q := range d.Citations {
		if q.Voice.Key == key {
			n++
		}
	}
	for _, a := range d.Actors {
		if a.ActsFor.Key == key {
			n++
		}
	}
	return n
}

func (d *Draft) actorTouched(key string, depth int) bool {
	a := d.Actors[key]
	if a == nil || a.Base == nil || !reflect.DeepEqual(a, showActor(*a.Base)) {
		return true
	}
	return a.ActsFor.Key != "" && depth > 0 && d.actorTouched(a.ActsFor.Key, depth-1)
}

// How far "acts for" is followed: a chain that bites its tail must end.
const actsForDepth = 8

func (b *builder) actor(r Ref[store.Actor], depth int) *store.Actor {
	a := b.d.Actors[r.Key]
	if a == nil {
		return nil
	}
	if !b.d.actorTouched(r.Key, depth) {
		if r.Base != nil {
			return r.Base
		}
		return a.Base
	}
	was := store.Actor{}
	if a.Base != nil {
		was = *a.Base
	}
	out := store.Actor{
		ID: a.ID, Name: untouched(a.Name, was.Name), Kind: untouched(a.Kind, was.Kind), Aliases: a.Aliases.List(),
		Note: a.Note, Protection: b.protection(a.Protection, Path("actor", a.ID, "embargo")),
	}
	out.Seat = b.seat(a)
	if depth > 0 && a.ActsFor.Key != "" {
		out.ActsFor = b.actor(a.ActsFor, depth-1)
	}
	return &out
}

func (b *builder) seat(a *Actor) *store.Seat {
	s := a.Seat
	if s.Base == nil && s.Name == "" && s.Coordinates == "" && s.Country == "" {
		return nil
	}
	was := store.Seat{}
	if s.Base != nil {
		was = *s.Base
	}
	path := func(field string) string { return Path("actor", a.ID, field) }
	out := store.Seat{Name: untouched(s.Name, was.Name), Country: code(s.Country, was.Country), Admin1: code(s.Admin1, was.Admin1)}
	out.Geometry = keep(b, path("seat coordinates"), s.Coordinates, ShowGeometry(was.Geometry), was.Geometry, ReadGeometry)
	out.GeonameID = keep(b, path("seat geonameid"), s.GeonameID, showNumber(was.GeonameID), was.GeonameID, geonameID)
	if reflect.DeepEqual(out, store.Seat{}) {
		return nil
	}
	return &out
}
