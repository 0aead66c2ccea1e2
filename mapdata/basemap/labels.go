package basemap

// labels is what is written on the map: the same at all levels but for how much
// of it is shown.
type labels struct {
	places    []labelledPlace
	waters    []WaterName
	countries []countryLabel
	names     map[string]string // countries' names by code
}

// labelledPlace is a place with the unit that it lies in.
type labelledPlace struct {
	Place
	unit string
}

type countryLabel struct{ CountryName }

func loadLabels() (*labels, error) {
	l := &labels{names: map[string]string{}}
	err := readLayer("places", func(f *feature) error {
		l.places = append(l.places, labelledPlace{
			Place: f.place(), unit: f.text("unit"),
		})
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = readLayer("waters", func(f *feature) error {
		l.waters = append(l.waters, WaterName{Name: f.text("name"), Names: f.translations(), At: f.lines[0][0], Rank: f.integer("rank"), Width: f.number("width") / 360})
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = readLayer("countries", func(f *feature) error {
		code, name := f.text("code"), f.text("name")
		l.names[code] = name
		l.countries = append(l.countries, countryLabel{CountryName{
			Code: code, Name: name, Names: f.translations(), At: f.lines[0][0], Rank: f.integer("rank"), Width: f.number("width") / 360,
		}})
		return nil
	})
	return l, err
}

func (f *feature) place() Place {
	return Place{
		Name: f.text("name"), Names: f.translations(), At: f.lines[0][0], Rank: f.integer("rank"), Seat: f.is("seat"),
		Capital: f.is("capital"), Population: f.integer("population"), GeonameID: int64(f.integer("geonameid")),
	}
}

// loadSettlements reads the places of close views.
func loadSettlements() ([]Place, error) {
	var places []Place
	err := readLayer("settlements", func(f *feature) error {
		places = append(places, f.place())
		return nil
	})
	return places, err
}

func (l *labels) countryName(code string) string { return l.names[code] }

// Greatest ranks of places and waters that the coarser levels show.
const (
	coarsePlaces, mediumPlaces = 3, 6
	coarseWaters, mediumWaters = 2, 4
)

func (l *labels) placesFor(level Level, v *view) []Place {
	last := 99
	switch level {
	case Coarse:
		last = coarsePlaces
	case Medium:
		last = mediumPlaces
	}
	var places []Place
	for _, p := range l.places {
		if p.Rank > last {
			break // they are in order of rank
		}
		place := p.Place
		place.Country, place.Admin1 = v.country(p.unit), regionCode(p.unit)
		places = append(places, place)
	}
	return places
}

func (l *labels) watersFor(level Level) []WaterName {
	last := 99
	switch level {
	case Coarse:
		last = coarseWaters
	case Medium:
		last = mediumWaters
	}
	var waters []WaterName
	for _, w := range l.waters {
		if w.Rank <= last {
			waters = append(waters, w)
		}
	}
	return waters
}

// countriesFor gives the names of the countries that the point of view has.
func (l *labels) countriesFor(v *view) []CountryName {
	has := map[string]bool{}
	for key := range v.units {
		has[v.country(key)] = true
	}
	var names []CountryName
	for _, c := range l.countries {
		if has[c.Code] {
			names = append(names, c.CountryName)
		}
	}
	return names
}
