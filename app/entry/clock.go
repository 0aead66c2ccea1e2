package entry

import (
	"strings"
	"time"

	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/when"
	"sitmap/store"
)

// zoneChoice is the zone of times that name none, and where it was taken from.
type zoneChoice struct {
	zone *time.Location
	why  string
}

// eventZone is the zone of the event's first place. Without one that is known it is
// the computer's.
func (f *Form) eventZone() zoneChoice {
	why := "the computer’s zone: no place is given yet"
	for _, p := range f.d.Places {
		if p.Blank() {
			continue
		}
		name, ok := when.PlaceZone(p.Country, p.Admin1, pointOf(p))
		if zone, err := time.LoadLocation(name); ok && err == nil {
			return zoneChoice{zone, "from the place"}
		}
		why = "the computer’s zone: that of the place is not known"
		break
	}
	return zoneChoice{f.deps.Zone, why}
}

// pointOf is where a place is; nil: not a point that can be read.
func pointOf(p *draft.Place) *orb.Point {
	if g, err := p.Geometry(); err == nil {
		if at, ok := g.Geometry.(orb.Point); ok {
			return &at
		}
	}
	return nil
}

// reader is what the fields are read with.
func (f *Form) reader() draft.Reader {
	c := when.Context{Now: f.deps.Clock(), Zone: f.eventZone().zone, Cities: f.city}
	if told, err := c.Published(f.published()); err == nil {
		c = told
	}
	return draft.Reader{When: c, Desk: f.deps.Zone, Now: f.deps.Clock(), Words: f.voc.words()}
}

// published is when the first source was published, in ISO 8601: words such as
// “yesterday” count from there, also once other sources are added. "": from today.
func (f *Form) published() string {
	now := when.Context{Now: f.deps.Clock()}
	for _, c := range f.d.Citations {
		if c.Blank() {
			continue
		}
		if i := f.d.Item(c.Item); i != nil && i.Published != "" {
			if iso, err := f.d.ReadPublished(i, now); err == nil {
				return iso
			}
		}
		return ""
	}
	return ""
}

// zoneSaid tells which zone a time is read in and why; "" where that is plain.
func (f *Form) zoneSaid(w draft.When) string {
	choice := f.eventZone()
	switch {
	case !w.Touched() || w.NamesZone(f.reader().When):
		return ""
	case w.Zone != "":
		return w.Zone + ", as chosen"
	}
	return choice.zone.String() + ", " + choice.why
}

// resetClocks shows all times anew when the place has brought another zone.
func (f *Form) resetClocks() {
	now := f.eventZone()
	if key := now.zone.String() + now.why + f.published(); key != f.shownIn {
		f.shownIn = key
		for _, show := range f.clocks {
			show()
		}
	}
}

// publishedSaid tells on which clock the hour of a publication is read, and why; "" where
// it has none, or names its zone.
func (f *Form) publishedSaid(i *draft.Item) string {
	if i == nil || strings.TrimSpace(i.Published) == "" {
		return ""
	}
	zone, why := f.d.PublishedZone(i)
	got, err := when.Parse(i.Published, when.Context{Now: f.deps.Clock(), Zone: zone})
	switch p := got.When.Precision; {
	case err != nil || got.Zoned || p != store.Minute && p != store.Hour && p != store.Second:
		return ""
	}
	local, utc := when.Show(got.When)
	if utc == local {
		utc = ""
	} else {
		utc = "\n" + utc
	}
	return local + utc + "\n" + zone.String() + ", " + why
}
