package entry

import (
	"fmt"
	"strings"

	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// takePoint has a place follow its point: its country and region, its precision and
// radius are those of the point unless somebody has set them by hand, and what belonged
// to the place that the point has left goes.
func (f *Form) takePoint(p *draft.Place, s *sighting) {
	f.sightings[p.ID] = s
	if !s.found {
		return
	}
	left := s.identified && !s.reaches(s.called)
	if left {
		p.GeonameID = ""
	}
	if base, isPoint := p.Base.Geometry.Geometry.(orb.Point); isPoint && p.Told == (draft.Fineness{}) &&
		(f.d.Revision == 0 || left || distance(base, s.at) > p.Base.RadiusM || ofGazetteer(p, s)) {
		p.Told = draft.Fineness{Precision: string(p.Base.Precision), Radius: draft.ShowRadius(p.Base.RadiusM)}
	}
	switch {
	case !s.ok: // a line or an area has its own extent
	case s.RadiusM > 0:
		precision, radius := Fineness(s.RadiusM)
		p.SetFineness(string(precision), draft.ShowRadius(radius))
	case left || p.Precision == "":
		p.SetFineness(string(store.PlaceExact), "")
	}
	if !s.swapped && s.follows(p) {
		p.SetRegion(s.owner.Country, s.owner.Admin1)
	}
}

// ofGazetteer reports whether a place came with the precision and radius of the
// gazetteer.
func ofGazetteer(p *draft.Place, s *sighting) bool {
	return s.identified && p.Base.Precision == precisionOf(s.called.Class) && neatRadius(p.Base.RadiusM) == neatRadius(s.called.RadiusM)
}

// follows reports whether a place's country and region are those of its point: not set
// by hand to be others.
func (s *sighting) follows(p *draft.Place) bool {
	now := draft.Region{Country: strings.ToUpper(strings.TrimSpace(p.Country)), Admin1: strings.ToUpper(strings.TrimSpace(p.Admin1))}
	switch {
	case now.Country == "", now == p.ToldRegion:
		return true
	case s.owner.Country == now.Country:
		return now.Admin1 == "" || now == draft.Region{Country: p.Base.Country, Admin1: p.Base.Admin1}
	}
	return now.Country == p.Base.Country && now.Country == s.was.Country
}

// saidOf is what is said below the coordinates of a place.
func (f *Form) saidOf(p *draft.Place, s *sighting) string {
	country := strings.ToUpper(strings.TrimSpace(p.Country))
	if !s.found || s.swapped || country == "" || s.owner.Country == "" || s.owner.Country == country {
		return s.said
	}
	return strings.TrimSpace(s.said + fmt.Sprintf("\nThis is in %s, not in %s as the country says.", f.deps.countryName(s.owner.Country), f.deps.countryName(country)))
}

// straySaid says beneath a place's name that the place of that name is elsewhere.
func (f *Form) straySaid(p *draft.Place) string {
	if s := f.sightings[p.ID]; s != nil && s.text == p.Coordinates && s.name == p.Name {
		if said := s.stray(); said != "" {
			return said + "; keep the name?"
		}
	}
	return ""
}

// keepsPoint reports whether a place from the list is taken for a point that was given
// by hand and lies there: the point stays.
func (f *Form) keepsPoint(p *draft.Place, g gazetteer.Place) bool {
	at := pointOf(p)
	if at == nil || f.gazetteers(p) || g.Class == gazetteer.ClassCountry || g.Class == gazetteer.ClassAdmin1 {
		return false
	}
	s := &sighting{at: *at}
	return !s.far(g)
}

// nameThePoint calls a point that was given by hand after a place from the list.
func nameThePoint(p *draft.Place, g gazetteer.Place) {
	id := int64(0)
	if at := pointOf(p); at != nil && distance(g.At, *at) <= neatRadius(g.RadiusM) {
		id = g.GeonameID
	}
	p.SetName(g.Name, id)
	if p.Country == "" {
		p.SetRegion(g.Country, g.Admin1)
	}
}

// strays are the questions, each asked once, about the points of places before the event
// is saved: names of places that lie elsewhere, and coordinates that seem to be swapped.
func (f *Form) strays() []draft.Problem {
	var out []draft.Problem
	for _, p := range f.d.Places {
		s := f.sightings[p.ID]
		if s == nil || s.asked || s.text != p.Coordinates {
			continue
		}
		if s.swapped {
			out = append(out, draft.Problem{Path: draft.Path("place", p.ID, "coordinates"), Sentence: s.said +
				" Ctrl+Enter once more keeps them as they are."})
			s.asked = true
		} else if said := s.stray(); said != "" && s.name == p.Name {
			out = append(out, draft.Problem{Path: draft.Path("place", p.ID, "name"), Sentence: said +
				": is the name right? Ctrl+Enter once more keeps it."})
			s.asked = true
		}
	}
	return out
}

// readBackPlace takes from a place's coordinates what they tell, and says how they are
// understood. radiusM is how exactly they were pointed at; 0: they were written.
func (f *Form) readBackPlace(p *draft.Place, radiusM float64, show func(*sighting), describe func()) {
	deps, opening, copied := f.deps, f.opening, *p
	under := f.lookups
	under.begin()
	deps.Go(func() {
		s := deps.sight(copied, radiusM)
		deps.Do(func() {
			if opening != f.opening || f.d == nil {
				return
			}
			defer under.end()
			if p.Coordinates != copied.Coordinates {
				return
			}
			f.takePoint(p, s)
			if fill := f.details[p.ID]; fill != nil {
				fill()
			}
			describe()
			if show != nil {
				show(s)
			}
			f.changed()
		})
	})
}

// lookAtName finds out, off the main goroutine, whether the name that a point was given
// is that of a place elsewhere.
func (f *Form) lookAtName(p *draft.Place, describe func()) {
	if f.d == nil || p.Coordinates == "" || strings.TrimSpace(p.Name) == "" {
		return
	}
	if s := f.sightings[p.ID]; s != nil && s.text == p.Coordinates && s.name == p.Name {
		return
	}
	if p.Name == p.Base.Name && p.Coordinates == draft.ShowGeometry(p.Base.Geometry) {
		return
	}
	deps, opening, copied := f.deps, f.opening, *p
	under := f.lookups
	under.begin()
	deps.Go(func() {
		s := deps.sight(copied, radiusOf(&copied))
		deps.Do(func() {
			if opening != f.opening || f.d == nil {
				return
			}
			defer under.end()
			if p.Coordinates == copied.Coordinates && p.Name == copied.Name {
				f.sightings[p.ID] = s
				describe()
				f.relayout()
			}
		})
	})
}

// askStrays asks so, and goes to the first; false where there is nothing to ask.
func (f *Form) askStrays() bool {
	problems := f.strays()
	if len(problems) == 0 {
		return false
	}
	f.refuse(problems)
	if id := strings.Split(problems[0].Path, "/")[1]; strings.HasSuffix(problems[0].Path, "name") {
		if w := f.mainFields[id]; w != nil {
			f.focus(w)
		}
	}
	return true
}

// keepSwapped has places follow their coordinates that were kept although they seemed
// to be swapped.
func (f *Form) keepSwapped() {
	for _, p := range f.d.Places {
		if s := f.sightings[p.ID]; s != nil && s.swapped && s.asked && s.text == p.Coordinates && s.follows(p) {
			p.SetRegion(s.owner.Country, s.owner.Admin1)
		}
	}
}
