package draft

import (
	"reflect"
	"strings"

	"sitmap/store"
)

// Place is a row of the places.
type Place struct {
	Base                       store.Place
	ID, Role, Name             string
	Coordinates                string // a point in any notation, or GeoJSON or WKT
	Country, Admin1, GeonameID string
	Precision, Radius          string
	Assumed                    bool
	Note                       string
	Told                       Fineness // what the coordinates or the gazetteer told, not the writer
	ToldRegion                 Region   // the country and region that they told
}

// Region is where a place lies: codes of its country and region.
type Region struct{ Country, Admin1 string }

// SetRegion takes the country and region that coordinates or the gazetteer tell.
func (p *Place) SetRegion(country, admin1 string) {
	p.Country, p.Admin1 = country, admin1
	p.ToldRegion = Region{country, admin1}
}

// SetName takes a place of the gazetteer's name and id; 0: it has none.
func (p *Place) SetName(name string, geonameID int64) {
	p.Name, p.GeonameID = name, showNumber(max(geonameID, 0))
}

// Fineness is how exactly a place is known, as typed.
type Fineness struct{ Precision, Radius string }

// SetFineness takes what coordinates tell of their precision and radius, and leaves
// alone what was set by hand.
func (p *Place) SetFineness(precision, radius string) {
	if p.Precision == "" || p.Precision == p.Told.Precision {
		p.Precision, p.Told.Precision = precision, precision
	}
	if p.Radius == "" || p.Radius == p.Told.Radius {
		p.Radius, p.Told.Radius = radius, radius
	}
}

func showPlace(p store.Place) *Place {
	return &Place{
		Base: p, ID: p.ID, Role: p.Role, Name: p.Name, Coordinates: ShowGeometry(p.Geometry), Country: p.Country,
		Admin1: p.Admin1, GeonameID: showNumber(p.GeonameID), Precision: string(p.Precision),
		Radius: ShowRadius(p.RadiusM), Assumed: p.Assumed, Note: p.Note,
	}
}

// Blank reports whether nothing was typed into a new row.
func (p *Place) Blank() bool {
	return reflect.DeepEqual(p.Base, store.Place{}) && p.Name == "" && p.Coordinates == "" && p.Country == "" &&
		p.Admin1 == "" && p.GeonameID == "" && p.Note == "" && p.Radius == ""
}

// Geometry is what the coordinates say now.
func (p *Place) Geometry() (store.Geometry, error) {
	if p.Coordinates == ShowGeometry(p.Base.Geometry) {
		return p.Base.Geometry, nil
	}
	return ReadGeometry(p.Coordinates)
}

func (b *builder) place(p *Place) store.Place {
	path := func(field string) string { return Path("place", p.ID, field) }
	out := store.Place{
		ID: p.ID, Role: untouched(p.Role, p.Base.Role), Name: untouched(p.Name, p.Base.Name),
		Country: code(p.Country, p.Base.Country), Admin1: code(p.Admin1, p.Base.Admin1),
		Precision: store.PlacePrecision(untouched(p.Precision, string(p.Base.Precision))), Assumed: p.Assumed, Note: p.Note,
	}
	out.Geometry = keep(b, path("coordinates"), p.Coordinates, ShowGeometry(p.Base.Geometry), p.Base.Geometry, ReadGeometry)
	out.RadiusM = keep(b, path("radius"), p.Radius, ShowRadius(p.Base.RadiusM), p.Base.RadiusM, ReadRadius)
	out.GeonameID = keep(b, path("geonameid"), p.GeonameID, showNumber(p.Base.GeonameID), p.Base.GeonameID, geonameID)
	if out.Precision != p.Base.Precision && out.Precision != "" && !knownPlacePrecision(out.Precision) {
		b.problem(path("precision"), "“"+string(out.Precision)+"” is no precision of a place; choose exact, vicinity, locality, district, region or country.")
	}
	return out
}

// PlacePrecisions are those of a place, finest first.
func PlacePrecisions() []store.PlacePrecision {
	return []store.PlacePrecision{
		store.PlaceExact, store.PlaceVicinity, store.PlaceLocality, store.PlaceDistrict, store.PlaceRegion, store.PlaceCountry,
	}
}

func knownPlacePrecision(p store.PlacePrecision) bool {
	for _, q := range PlacePrecisions() {
		if p == q {
			return true
		}
	}
	return false
}

func geonameID(text string) (int64, error) {
	n, err := number(text, "GeoNames id")
	if err != nil {
		return 0, sentence(err.Error())
	}
	return n, nil
}

// code takes a country's or region's code in any case.
func code(text, was string) string {
	if text == was {
		return was
	}
	return strings.ToUpper(strings.TrimSpace(text))
}
