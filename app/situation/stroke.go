package situation

import (
	"image/color"
	"strings"
	"unicode/utf8"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
	"sitmap/store"
)

// stroke is what all that is drawn of one event has in common.
type stroke struct {
	e      store.Event
	kind   store.Kind
	phase  string // current phase, "" where none is recorded
	unheld bool   // it has not come to be: by its phase, or since it is only planned
	colour color.NRGBA
	fill   scene.Fill
	rank   int
	sel    bool
	label  string // still to be set beside a mark
	valued bool   // its value has sized a mark
}

func (b *builder) stroke(e store.Event) *stroke {
	k, ok := b.kinds[e.Kind]
	if !ok {
		k = store.Kind{Code: e.Kind, Icon: "other", Form: store.FormGeneral}
		b.kinds[e.Kind] = k
		b.o.Kinds = append(b.o.Kinds[:len(b.o.Kinds):len(b.o.Kinds)], k)
	}
	s := &stroke{e: e, kind: k, colour: kindColour(k, b.o.Dark), fill: b.fill(e)}
	if p, ok := CurrentPhase(e, b.now); ok {
		s.phase = p.Phase
	}
	s.unheld = notHeld(s.phase) || onlyPlanned(e, s.phase)
	if s.sel = e.ID == b.o.Selected && e.ID != ""; s.sel {
		s.rank = rankSelected
	}
	return s
}

// id names a part of the event; part "" is the event itself.
func (s *stroke) id(part string) scene.ID { return scene.ID{Event: s.e.ID, Part: part} }

// hover is what is said of the event under the pointer: "Strike · Kyiv · night of
// 3–4 July · reported".
func (b *builder) hover(s *stroke, middle string) string {
	parts := []string{KindName(b.o.Kinds, s.e.Kind)}
	if middle != "" {
		parts = append(parts, middle)
	}
	switch {
	case s.unheld && s.e.When.IsZero():
		parts = append(parts, "planned for "+b.zones.when(s.e.Planned, false))
	case s.unheld:
		parts = append(parts, "planned for "+b.zones.when(s.e.When, false))
	default:
		parts = append(parts, b.zones.when(s.e.When, false))
	}
	if notHeld(s.phase) || s.phase == "paused" {
		parts = append(parts, Words(s.phase))
	}
	parts = append(parts, string(Assessment(s.e)))
	return strings.Join(parts, " · ")
}

// dated is a label such as "call, 3 July", or "aid paused, early July". The date of what
// has not come to be is that for which it was planned, not that of its phase: "talks
// planned 23 July, postponed".
func (b *builder) dated(s *stroke) string {
	d := b.shortDate(s.e)
	kind := strings.ToLower(KindName(b.o.Kinds, s.e.Kind))
	switch {
	case d == "":
		return b.word(s)
	case !s.unheld:
		return b.word(s) + ", " + d
	case s.phase == "":
		return kind + " planned " + d
	case s.phase == "announced" || s.phase == "considered":
		return b.word(s) + " for " + d
	}
	return kind + " planned " + d + ", " + Words(s.phase)
}

// onlyPlanned reports whether of an event without a phase no more than the planned time
// is known.
func onlyPlanned(e store.Event, phase string) bool {
	return phase == "" && e.When.IsZero() && !e.Planned.IsZero()
}

// word is "call", or "aid paused".
func (b *builder) word(s *stroke) string {
	word := strings.ToLower(KindName(b.o.Kinds, s.e.Kind))
	if notHeld(s.phase) || s.phase == "paused" {
		word += " " + Words(s.phase)
	}
	return word
}

// shortDate is when an event was, or is planned, in a label.
func (b *builder) shortDate(e store.Event) string {
	when := e.When
	if when.IsZero() {
		when = e.Planned
	}
	return b.zones.shortDate(when)
}

// takeLabel gives the label once: an event with many places is labelled at the
// first.
func (s *stroke) takeLabel() string {
	l := s.label
	s.label = ""
	return l
}

// places draws the places of an event: a symbol where the place is known, with
// its disc where it is not exact, and an area where it is a region.
func (b *builder) places(s *stroke, ps []store.Place) {
	for _, p := range ps {
		b.place(s, p)
	}
}

func (b *builder) place(s *stroke, p store.Place) {
	name := b.hover(s, placeName(p))
	switch p.Precision {
	case store.PlaceDistrict, store.PlaceRegion, store.PlaceCountry:
		if b.imprecise(s, p, name) {
			return
		}
	}
	if p.Geometry.IsZero() {
		b.imprecise(s, p, name)
		return
	}
	b.geometry(s, p, p.Geometry.Geometry, name)
}

// geometry draws a place's own geometry.
func (b *builder) geometry(s *stroke, p store.Place, g orb.Geometry, name string) {
	switch g := g.(type) {
	case orb.Point:
		if p.RadiusM > 0 && b.o.Encode.Has(ByPrecision) {
			b.out.Discs = append(b.out.Discs, scene.Disc{
				ID: s.id(p.ID), At: g, RadiusM: p.RadiusM,
				Colour: s.colour, Fill: s.fill, Name: name, Selected: s.sel,
			})
		}
		b.mark(s, s.id(p.ID), g, name)
	case orb.MultiPoint:
		for _, pt := range g {
			b.geometry(s, p, pt, name)
		}
	case orb.Polygon, orb.MultiPolygon, orb.LineString:
		b.area(s, p, g, name)
	case orb.Ring:
		b.area(s, p, orb.Polygon{g}, name)
	case orb.MultiLineString:
		for _, l := range g {
			b.area(s, p, l, name)
		}
	case orb.Collection:
		for _, c := range g {
			b.geometry(s, p, c, name)
		}
	case orb.Bound:
		b.area(s, p, g.ToPolygon(), name)
	}
}

func (b *builder) mark(s *stroke, id scene.ID, at orb.Point, name string) {
	b.out.Marks = append(b.out.Marks, scene.Mark{
		ID: id, At: at, Icon: s.kind.Icon, Colour: s.colour, Fill: s.fill,
		Value: b.takeValue(s), Label: s.takeLabel(), Name: name, Rank: s.rank, Selected: s.sel,
	})
}

func (b *builder) area(s *stroke, p store.Place, g orb.Geometry, name string) {
	b.out.Areas = append(b.out.Areas, scene.Area{
		ID: s.id(p.ID), Geometry: g, Colour: s.colour, Fill: s.fill, Icon: s.kind.Icon,
		Value: b.takeValue(s), Label: s.takeLabel(), Name: name, Rank: s.rank, Selected: s.sel,
	})
}

// usualRadius is the radius in metres of the circle that stands for an imprecise
// place whose extent is not known: a pin would say more than is known.
func usualRadius(p store.PlacePrecision) float64 {
	switch p {
	case store.PlaceCountry:
		return 300_000
	case store.PlaceRegion:
		return 100_000
	default:
		return 25_000
	}
}

// imprecise draws a place that is a district, a region or a country as that area,
// or else as a circle of its radius, or of the usual one. False where not even a
// point is known.
func (b *builder) imprecise(s *stroke, p store.Place, name string) bool {
	switch p.Geometry.Geometry.(type) {
	case nil, orb.Point:
	default:
		b.geometry(s, p, p.Geometry.Geometry, name)
		return true
	}
	at, known := point(p)
	if known && p.RadiusM > 0 && p.Precision == store.PlaceDistrict {
		b.area(s, p, geo.Circle(at, p.RadiusM, 96), name)
		return true
	}
	if g, ok := b.region(p); ok {
		b.area(s, p, g, name)
		return true
	}
	if !known {
		return false
	}
	radius := p.RadiusM
	if radius <= 0 {
		radius = usualRadius(p.Precision)
		b.note(noteExtent)
	}
	b.area(s, p, geo.Circle(at, radius, 96), name)
	return true
}

// region is the area of a place's codes, as precise as the place is.
func (b *builder) region(p store.Place) (orb.MultiPolygon, bool) {
	if b.o.Base == nil {
		return nil, false
	}
	if p.Precision != store.PlaceCountry && p.Admin1 != "" {
		if g, ok := b.o.Base.Region(p.Admin1, b.o.POV); ok && len(g) > 0 {
			return g, true
		}
	}
	if p.Country != "" {
		g, ok := b.o.Base.Country(p.Country, b.o.POV)
		return g, ok && len(g) > 0
	}
	return nil, false
}

// labelLimit is how many characters a label on the map may have.
const labelLimit = 44

// figureLabel is the headline figure where it is short, else "strike, 3–4 July".
func (b *builder) figureLabel(s *stroke) string {
	if !s.unheld {
		if t := headline(s.e, b.o.Measures); t != "" && utf8.RuneCountInString(t) <= labelLimit {
			return t
		}
	}
	return b.dated(s)
}
