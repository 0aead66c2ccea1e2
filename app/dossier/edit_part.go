package dossier

import (
	"reflect"
	"strconv"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// place tells of where an event, or one side of it, was.
func (d *differ) place(a, b store.Place) {
	n := d.w.Names
	d.changed("role", a.Role != b.Role, n.term("place role", a.Role), n.term("place role", b.Role))
	d.say("name", a.Name, b.Name)
	d.geometry("at", a.Geometry, b.Geometry)
	d.say("precision", string(a.Precision), string(b.Precision))
	d.changed("radius", a.RadiusM != b.RadiusM, radius(a.RadiusM), radius(b.RadiusM))
	d.changed("country", a.Country != b.Country || a.Admin1 != b.Admin1, n.region(a.Country, a.Admin1), n.region(b.Country, b.Admin1))
	d.number("GeoNames id", a.GeonameID, b.GeonameID)
	d.flag("assumed: nobody said so", a.Assumed, b.Assumed)
	d.say("note", a.Note, b.Note)
}

func (d *differ) geometry(word string, a, b store.Geometry) {
	d.changed(word, !reflect.DeepEqual(a, b), position(a), position(b))
}

func radius(metres float64) string {
	if metres == 0 {
		return ""
	}
	return situation.FormatDistance(metres)
}

// party tells of an actor's part.
func (d *differ) party(a, b store.Party) {
	n := d.w.Names
	d.changed("role", a.Role != b.Role, n.term("party role", a.Role), n.term("party role", b.Role))
	d.actor("who", &a.Actor, &b.Actor)
	d.changed("was at", a.Place != b.Place, d.w.part(d.a, a.Place), d.w.part(d.b, b.Place))
}

// actor tells of one actor in the place of another, or of what differs in the same.
func (d *differ) actor(word string, a, b *store.Actor) {
	if a == nil || b == nil || a.ID != b.ID {
		d.changed(word, a != b, nameOf(a), nameOf(b))
		return
	}
	n := d.w.Names
	d.in(word, func() {
		d.say("name", a.Name, b.Name)
		d.changed("kind", a.Kind != b.Kind, n.term("actor kind", a.Kind), n.term("actor kind", b.Kind))
		d.words("aliases", a.Aliases, b.Aliases)
		d.actor("acts for", a.ActsFor, b.ActsFor)
		d.seat(a.Seat, b.Seat)
		d.say("note", a.Note, b.Note)
		d.protection(a.Protection, b.Protection)
	})
}

func nameOf(a *store.Actor) string {
	if a == nil {
		return ""
	}
	return actorName(*a)
}

// seat tells of where an actor is assumed to be.
func (d *differ) seat(a, b *store.Seat) {
	var x, y store.Seat
	if a != nil {
		x = *a
	}
	if b != nil {
		y = *b
	}
	n := d.w.Names
	d.changed("seat", x.Name != y.Name || (a == nil) != (b == nil), x.Name, y.Name)
	d.in("seat", func() {
		d.geometry("at", x.Geometry, y.Geometry)
		d.changed("country", x.Country != y.Country || x.Admin1 != y.Admin1, n.region(x.Country, x.Admin1), n.region(y.Country, y.Admin1))
		d.number("GeoNames id", x.GeonameID, y.GeonameID)
	})
}

// claim tells of what somebody says.
func (d *differ) claim(a, b store.Claim) {
	n := d.w.Names
	d.changed("about", a.About != b.About, aboutWord(a.About), aboutWord(b.About))
	d.changed("measure", a.Measure != b.Measure, n.term("measure", a.Measure), n.term("measure", b.Measure))
	d.say("of what", a.Of, b.Of)
	d.figure(a, b)
	word := "in words"
	if b.About != "measure" {
		word = aboutWord(b.About)
	}
	d.changed(word, a.Value != b.Value, d.w.claimed(a), d.w.claimed(b))
	d.when("claimed time", a.When, b.When)
	d.actor("says who", a.AccordingTo, b.AccordingTo)
	d.when("as of", a.AsOf, b.AsOf)
	d.say("scope", a.Scope.Text, b.Scope.Text)
	d.in("scope", func() {
		d.changed("country", a.Scope.Country != b.Scope.Country || a.Scope.Admin1 != b.Scope.Admin1,
			n.region(a.Scope.Country, a.Scope.Admin1), n.region(b.Scope.Country, b.Scope.Admin1))
		d.when("when", a.Scope.When, b.Scope.When)
	})
	d.say("state", stateOf(a), stateOf(b))
	d.changed("superseded by", a.SupersededBy != b.SupersededBy, d.w.part(d.a, a.SupersededBy), d.w.part(d.b, b.SupersededBy))
	d.say("why", a.Why, b.Why)
	d.changed("part", a.Part != b.Part, d.w.part(d.a, a.Part), d.w.part(d.b, b.Part))
	d.cited(a.Citations, b.Citations)
	d.say("note", a.Note, b.Note)
}

func stateOf(c store.Claim) string {
	if c.State == "" {
		return string(store.Live)
	}
	return string(c.State)
}

// figure tells of a number as it was told, and of its bounds where the words hide them.
func (d *differ) figure(a, b store.Claim) {
	same := func(x, y *float64) bool { return x == y || x != nil && y != nil && *x == *y }
	if same(a.Low, b.Low) && same(a.High, b.High) && a.Qualifier == b.Qualifier {
		return
	}
	before, after := amount(a), amount(b)
	if before == after {
		before, after = look.Join(", ", before, bounds(a)), look.Join(", ", after, bounds(b))
	}
	d.changed("figure", true, before, after)
}

func amount(c store.Claim) string {
	if c.Low == nil && c.High == nil && c.Qualifier == "" {
		return ""
	}
	return c.Amount()
}

// bounds are a figure's word and bounds one by one.
func bounds(c store.Claim) string {
	show := func(x *float64) string {
		if x == nil {
			return "not told"
		}
		return strconv.FormatFloat(*x, 'f', -1, 64)
	}
	return look.Join(", ", c.Qualifier, "lowest "+show(c.Low), "highest "+show(c.High))
}
