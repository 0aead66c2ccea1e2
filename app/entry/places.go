package entry

import (
	"strings"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// defaultPlaceRole is that of a place of which the form knows no better.
const defaultPlaceRole = "scene"

func (f *Form) placesSection() *section {
	s := &section{f: f, name: secPlaces, key: fyne.KeyP, paths: []string{"place"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		none := "No place. The event is listed, and not on the map."
		if f.deps.OffMap != nil {
			none = ""
		}
		rows, first := cards(f.d.Places, (*draft.Place).Blank, none,
			func(_ int, p *draft.Place) (fyne.CanvasObject, fyne.Focusable) { return f.placeCard(s, p) })
		if f.deps.OffMap != nil {
			rows = append(rows, f.offMapNote())
		}
		return rows, first
	}
	s.grow = func() {
		f.d.Places = grown(f.d.Places, (*draft.Place).Blank, func() *draft.Place {
			return &draft.Place{ID: f.deps.NewID(), Role: f.nextRole(len(f.d.Places))}
		})
	}
	s.count = func() int { return countFilled(f.d.Places, (*draft.Place).Blank) }
	return s
}

// nextRole is the role that the form would ask for next.
func (f *Form) nextRole(n int) string {
	if n < len(f.spec.places) {
		return f.spec.places[n]
	}
	if len(f.spec.places) > 0 {
		return f.spec.places[len(f.spec.places)-1]
	}
	return defaultPlaceRole
}

func (f *Form) placeCard(s *section, p *draft.Place) (fyne.CanvasObject, fyne.Focusable) {
	path := func(name string) string { return draft.Path("place", p.ID, name) }
	var name *field.Complete
	var row *field.Row
	describe := func() { row.SetHint(f.describePlace(p)) }
	var refill func()
	main := func() []fyne.CanvasObject {
		part := f.part
		f.placeParts[p.ID] = part
		role := f.term(path("role"), vocPlaceRole, "role", &p.Role)
		name = field.NewComplete(f.panel, nil)
		name.Part, name.PlaceHolder, name.Run = f.part, "name, any spelling", f.awaited(f.searchPlaces)
		name.Set(p.Name)
		name.OnTyped = func(t string) {
			p.Name = t
			delete(f.namings, p.ID)
			f.touched(path("name"))
		}
		name.Leaving = func(typed string, lines []field.Option) int {
			at := f.leavePlace(p, typed, lines)
			if at < 0 && f.d != nil {
				describe()
				f.relayout()
			}
			return at
		}
		name.OnLeave = func() {
			if f.d != nil {
				describe()
				f.relayout()
				f.lookAtName(p, describe)
			}
		}
		name.OnPick = func(o field.Option) {
			kept := false
			switch v := o.Value.(type) {
			case gazetteer.Match:
				if kept = f.keepsPoint(p, v.Place); kept {
					nameThePoint(p, v.Place)
				} else {
					fillPlace(p, v.Place)
				}
			case store.Place:
				fillOwn(p, v)
			default:
				return
			}
			f.namePicked(p, kept)
			f.forgive("place/" + p.ID + "/") // all its fields are new
			f.changed()
			if f.mainFields[p.ID] != fyne.Focusable(name) { // the fields were made anew meanwhile
				f.refreshSection(secPlaces)
				return
			}
			// The cursor may be on its way to the next field: nothing is made anew but
			// what is unfolded.
			refill()
			describe()
			if f.unfolded[p.ID] {
				part.Details()
				part.Details()
			}
			f.relayout()
		}
		f.nameInRole(role, name, path("role"), vocPlaceRole, &p.Role)
		f.mainFields[p.ID] = name
		row = f.rowWith(role, path("name"), name)
		f.alias(path("role"), row)
		var at []fyne.CanvasObject
		at, refill = f.coordinateRows(p, path, describe)
		return append(objects(row), at...)
	}
	more := func() []fyne.CanvasObject { return f.placeDetails(p, path, describe) }
	card := f.card(p.ID, main, more, func() { f.removePart(s, f.said(p.ID), p.ID) })
	describe()
	return card, name
}

func (f *Form) placeDetails(p *draft.Place, path func(string) string, describe func()) []fyne.CanvasObject {
	// What the point or the gazetteer told stands there already: typing takes its place.
	watched := func(name string, q *string, placeholder string) *field.Complete {
		e := field.NewComplete(f.panel, func(string) []field.Option { return nil })
		e.Part, e.PlaceHolder, e.Whole = f.part, placeholder, true
		e.Set(*q)
		e.OnTyped = func(s string) {
			*q = s
			f.touched(path(name))
			describe()
		}
		return e
	}
	precision := f.choice(path("precision"), &p.Precision, "exact … country", func() []field.Option {
		var out []field.Option
		for _, q := range draft.PlacePrecisions() {
			out = append(out, field.Option{Text: string(q), Value: string(q)})
		}
		return out
	})
	radius := watched("radius", &p.Radius, "radius, 12 km")
	fine := f.row("precision", path("precision"), field.Beside([]float32{3, 2}, precision, radius))
	f.alias(path("radius"), fine)
	country, admin1, id := watched("country", &p.Country, "UA"), watched("admin1", &p.Admin1, "UA-63"), watched("geonameid", &p.GeonameID, "GeoNames id")
	region := f.row("country", path("country"), field.Beside([]float32{1, 2, 2}, country, admin1, id))
	f.alias(path("admin1"), region)
	f.alias(path("geonameid"), region)
	f.details[p.ID] = func() {
		precision.Set(p.Precision)
		radius.Set(p.Radius)
		country.Set(p.Country)
		admin1.Set(p.Admin1)
		id.Set(p.GeonameID)
	}
	return objects(fine, region,
		f.row("", path("assumed"), f.check(path("assumed"), "assumed: nobody said so", &p.Assumed)),
		f.row("note", path("note"), f.text(path("note"), &p.Note, "how it was found, by whom checked", 2)),
	)
}

// searchPlaces completes a name of a place: the store's own, then the gazetteer's.
func (f *Form) searchPlaces(typed string) func() []field.Option {
	near, deps := f.deps.Near(), f.deps
	return func() []field.Option {
		return append(ownPlaces(deps, typed), placeOptions(deps.Gazetteer.Search(typed, near, field.MaxOptions))...)
	}
}

func placeOptions(found []gazetteer.Match) []field.Option {
	var out []field.Option
	for _, m := range found {
		detail := m.Place.CountryName
		if m.Place.Admin1Name != "" && m.Place.Admin1Name != m.Place.Name {
			detail = m.Place.Admin1Name + ", " + detail
		}
		if m.Matched != "" && m.Matched != m.Place.Name {
			detail = m.Matched + " · " + detail
		}
		if m.Place.Class == gazetteer.ClassAdmin1 {
			detail = "region · " + detail
		}
		out = append(out, field.Option{Text: m.Place.Name, Detail: detail, Value: m})
	}
	return out
}

// fillPlace takes all that the gazetteer knows of a place.
func fillPlace(p *draft.Place, g gazetteer.Place) {
	p.SetName(g.Name, g.GeonameID) // negative ids are the gazetteer's own
	p.SetRegion(g.Country, g.Admin1)
	p.Coordinates = draft.ShowPoint(g.At)
	p.Radius = draft.ShowRadius(neatRadius(g.RadiusM))
	p.Precision = string(precisionOf(g.Class))
	if g.Class == gazetteer.ClassCountry {
		p.Radius = ""
	}
	p.Told = draft.Fineness{Precision: p.Precision, Radius: p.Radius}
}

func precisionOf(class string) store.PlacePrecision {
	switch class {
	case gazetteer.ClassAdmin1:
		return store.PlaceRegion
	case gazetteer.ClassCountry:
		return store.PlaceCountry
	case gazetteer.ClassSite:
		return store.PlaceVicinity
	}
	return store.PlaceLocality
}

// neatRadius rounds metres to a hundred, above a kilometre to half a kilometre:
// the gazetteer knows no better.
func neatRadius(m float64) float64 {
	step := 100.0
	if m >= 1000 {
		step = 500
	}
	return float64(int(m/step+0.5)) * step
}

// How far the nearest town may be to tell the country and region of a point.
const nearEnough = 100_000 // metres

// fillRegion takes country, region and precision from the coordinates of a new event,
// where none were given.
func (f *Form) fillRegion(p *draft.Place) {
	at := pointOf(p)
	if at == nil {
		return
	}
	if p.Precision == "" {
		p.Precision, p.Told.Precision = string(store.PlaceExact), string(store.PlaceExact)
	}
	if p.Country == "" {
		if country, admin1 := f.deps.nearestOwner(*at); country != "" {
			p.SetRegion(country, admin1)
		}
	}
}

// describePlace says what is known of a place in one line.
func (f *Form) describePlace(p *draft.Place) string {
	var parts []string
	region := f.deps.Gazetteer.Admin1Name(p.Admin1)
	country := f.deps.Gazetteer.CountryName(p.Country)
	if region == "" {
		region = p.Admin1
	}
	if country == "" {
		country = p.Country
	}
	for _, s := range []string{region, country, p.Precision, p.Radius} {
		if s != "" && (len(parts) == 0 || parts[len(parts)-1] != s) {
			parts = append(parts, s)
		}
	}
	if p.Assumed {
		parts = append(parts, "assumed")
	}
	said := f.namingSaid(p)
	if stray := f.straySaid(p); stray != "" {
		said = stray
	}
	if g, err := p.Geometry(); said == "" && err == nil && g.Geometry == nil && strings.TrimSpace(p.Name) != "" {
		said = "not on the map yet: choose it from the list, or give its coordinates"
	}
	if said != "" {
		parts = append(parts, said)
	}
	return strings.Join(parts, " · ")
}
