package entry

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/mapdata/gazetteer"
	"sitmap/mapdata/geo"
)

// sighting is what was found out, off the main goroutine, about the point of a place:
// where it lies, and how far from the place that its name stands for.
type sighting struct {
	readback
	at         orb.Point
	found      bool // there is a point, or the middle of a line or an area
	owner      draft.Region
	was        draft.Region // where the point of the event as it was opened lies
	called     gazetteer.Place
	named      bool    // called is the place of that name
	identified bool    // called is the place of the GeoNames id
	metres     float64 // from called to the point
	text, name string  // the coordinates and the name it was found out about
	asked      bool    // saving has asked
}

// sight looks at the coordinates of a place. It may take long.
func (d Deps) sight(p draft.Place, radiusM float64) *sighting {
	s := &sighting{readback: readCoordinates(d, p.Coordinates, p.Country, radiusM), text: p.Coordinates, name: p.Name}
	s.at, s.found = s.Point, s.ok
	if !s.ok && len(s.other) == 0 {
		if g, err := draft.ReadGeometry(p.Coordinates); err == nil && g.Geometry != nil {
			s.at, s.found = g.Bound().Center(), true
		}
	}
	if !s.found {
		return s
	}
	s.owner.Country, s.owner.Admin1 = d.ownerOf(s.at)
	if base, isPoint := p.Base.Geometry.Geometry.(orb.Point); isPoint {
		s.was.Country, s.was.Admin1 = d.ownerOf(base)
	}
	s.called, s.named, s.identified = d.called(p, s.at)
	if s.named || s.identified {
		s.metres, _ = geo.Inverse(s.called.At, s.at)
	}
	return s
}

// called is the place that a name stands for beyond doubt: that of the GeoNames id, else
// of several of that name the nearest.
func (d Deps) called(p draft.Place, at orb.Point) (g gazetteer.Place, named, identified bool) {
	if id, err := strconv.ParseInt(strings.TrimSpace(p.GeonameID), 10, 64); err == nil {
		if g, identified = d.Gazetteer.ByID(id); identified {
			return g, oneName(g.Name, p.Name), true
		}
	}
	if strings.TrimSpace(p.Name) == "" {
		return g, false, false
	}
	lines := placeOptions(d.Gazetteer.Search(p.Name, &at, nearestNamed))
	sure, _ := surePlace(strings.TrimSpace(p.Name), lines)
	if sure < 0 {
		return g, false, false
	}
	m, named := lines[sure].Value.(gazetteer.Match)
	nearest := distance(m.Place.At, at)
	for _, o := range lines {
		if o, ok := o.Value.(gazetteer.Match); ok && o.Place.Class == m.Place.Class && oneName(o.Place.Name, m.Place.Name) {
			if far := distance(o.Place.At, at); far < nearest {
				m, nearest = o, far
			}
		}
	}
	return m.Place, named, false
}

// nearestNamed is how many places of a name are looked through for the nearest.
const nearestNamed = 16

func distance(a, b orb.Point) float64 {
	metres, _ := geo.Inverse(a, b)
	return metres
}

// reaches reports whether a place of the gazetteer reaches to a point.
func (s *sighting) reaches(g gazetteer.Place) bool {
	switch g.Class {
	case gazetteer.ClassCountry:
		return g.Country == s.owner.Country
	case gazetteer.ClassAdmin1:
		return g.Admin1 == s.owner.Admin1
	}
	return distance(g.At, s.at) <= neatRadius(g.RadiusM)
}

// What lies no further from a place, in metres, may well be called after it, and so may
// what lies no further than twice its radius.
const around = 10_000

// far reports whether a place is far from the point, so far that it should not be called
// after it.
func (s *sighting) far(g gazetteer.Place) bool {
	if g.Class == gazetteer.ClassCountry || g.Class == gazetteer.ClassAdmin1 {
		return !s.reaches(g)
	}
	return distance(g.At, s.at) > max(around, 2*g.RadiusM)+s.RadiusM
}

// stray says that the name is that of a place elsewhere; "": it is not.
func (s *sighting) stray() string {
	g := s.called
	switch {
	case !s.found || !s.named || !s.far(g):
		return ""
	case g.Class == gazetteer.ClassCountry || g.Class == gazetteer.ClassAdmin1:
		return "The point is not in " + g.Name
	}
	return fmt.Sprintf("%s lies %s from here", g.Name, kilometres(s.metres))
}

func kilometres(m float64) string {
	if m < 10_000 {
		return strconv.FormatFloat(float64(int(m/100+0.5))/10, 'f', -1, 64) + " km"
	}
	return strconv.Itoa(int(m/1000+0.5)) + " km"
}
