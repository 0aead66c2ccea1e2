package reading

import (
	"time"

	"github.com/paulmach/orb"

	"sitmap/app/entry/when"
)

// tellLocally reads the event's time by the clock of its first place, as the form
// does: “in the morning” of a report about Kharkiv is morning there, wherever the desk
// is. Words that name a zone keep it, and so does a place whose zone is not known.
func (b *builder) tellLocally() {
	if b.told == "" || len(b.e.Places) == 0 {
		return
	}
	q := b.e.Places[0]
	var at *orb.Point
	if p, ok := q.Geometry.Geometry.(orb.Point); ok {
		at = &p
	}
	name, ok := when.PlaceZone(q.Country, q.Admin1, at)
	zone, err := time.LoadLocation(name)
	if !ok || err != nil {
		return
	}
	c := b.clock
	c.Zone = zone
	if published, err := c.Published(b.rep.Item.Published); err == nil {
		c = published
	}
	if r, err := when.Parse(b.told, c); err == nil {
		b.e.When = r.When
	}
}
