package entry

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/mapdata/geo"
	"sitmap/store"
)

// readback is what coordinates say, and what is to be asked about them.
type readback struct {
	geo.Coordinate
	ok    bool
	said  string         // in words, for the line below the field
	other []field.Option // further ways to read them, to be chosen from
	// swapped says that latitude and longitude seem to have changed places.
	swapped bool
}

// readCoordinates tells how coordinates are understood: where that is, by which
// notation, how exactly, near which place. Those that can be read in several ways,
// or that lie in the place's country only when latitude and longitude change places,
// are asked about. It looks the country up, so it runs off the main goroutine.
//
// radiusM is how exactly the point is known where it was pointed at; 0: as exactly as it
// is written.
func readCoordinates(d Deps, text, country string, radiusM float64) readback {
	text = strings.TrimSpace(text)
	if text == "" || strings.HasPrefix(text, "{") {
		return readback{}
	}
	c, err := geo.Reader{Locate: func(name string) []orb.Point {
		var out []orb.Point
		for _, m := range d.Gazetteer.Search(name, nil, 3) {
			out = append(out, m.Place.At)
		}
		return out
	}}.Read(text)
	var several *geo.AmbiguousError
	if errors.As(err, &several) {
		r := readback{said: "This can be read in several ways; ↓ chooses one."}
		for _, p := range several.Readings {
			r.other = append(r.other, pointOption(p.Point, p.As+near(d, p.Point)))
		}
		return r
	}
	if err != nil {
		return readback{}
	}
	if radiusM > 0 {
		c.RadiusM = radiusM
	}
	r := readback{Coordinate: c, ok: true}
	parts := []string{geo.FormatDMS(c.Point) + near(d, c.Point), string(c.Notation)}
	if c.RadiusM > 0 {
		parts = append(parts, "good to "+draft.ShowRadius(roundUp(c.RadiusM)))
	}
	r.said = strings.Join(parts, " · ")
	if c.Note != "" {
		r.said += "\n" + c.Note
	}
	if country = strings.ToUpper(strings.TrimSpace(country)); country == "" {
		return r
	}
	swapped, suspected := geo.SwapSuspected(c.Point, func(p orb.Point) bool { return d.countryAt(p) == country })
	if suspected && c.Unordered {
		r.other, r.swapped = []field.Option{pointOption(swapped, "latitude and longitude swapped")}, true
		r.said = fmt.Sprintf("Latitude and longitude seem to be swapped: this is not in %s, but %s is. ↓ swaps them.",
			d.countryName(country), r.other[0].Text)
	}
	return r
}

func (d Deps) countryName(code string) string {
	if name := d.Gazetteer.CountryName(code); name != "" {
		return name
	}
	return code
}

// countryAt is the country of a point: that of the map, or where there is none to
// ask, of the nearest town.
func (d Deps) countryAt(p orb.Point) string {
	if d.OwnerAt != nil {
		country, _ := d.OwnerAt(p)
		return country
	}
	country, _ := d.nearestOwner(p)
	return country
}

// ownerOf is the country and region of a point: those of the map, else of the nearest
// town; "" where there is neither.
func (d Deps) ownerOf(p orb.Point) (country, admin1 string) {
	if d.OwnerAt != nil {
		country, admin1 = d.OwnerAt(p)
	}
	if country == "" {
		return d.nearestOwner(p)
	}
	return country, admin1
}

func (d Deps) nearestOwner(p orb.Point) (country, admin1 string) {
	if g, metres, ok := d.Gazetteer.Nearest(p); ok && metres <= nearEnough {
		return g.Country, g.Admin1
	}
	return "", ""
}

// near says how far a point is from the nearest town, and in which direction.
func near(d Deps, p orb.Point) string {
	g, metres, ok := d.Gazetteer.Nearest(p)
	if !ok || metres > 3*nearEnough {
		return ""
	}
	if metres < 1000 {
		return ", in " + g.Name
	}
	_, bearing := geo.Inverse(g.At, p)
	return fmt.Sprintf(", %.0f km %s of %s", metres/1000, compass(bearing), g.Name)
}

// compass names a bearing in degrees clockwise from north.
func compass(bearing float64) string {
	names := []string{"north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"}
	return names[int(math.Mod(bearing+382.5, 360)/45)%8]
}

// pointOption is a point to choose, written so that no order can be mistaken.
func pointOption(p orb.Point, detail string) field.Option {
	one := func(v float64, positive, negative string) string {
		if v < 0 {
			v, positive = -v, negative
		}
		return strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64) + "° " + positive
	}
	return field.Option{Text: one(p[1], "N", "S") + " " + one(p[0], "E", "W"), Detail: detail, Value: p}
}

// roundUp makes a radius in metres no smaller, with two digits at most.
func roundUp(m float64) float64 {
	if m <= 1 {
		return 1
	}
	if m < 10 { // tenths are no whole unit of a float
		return math.Ceil(m*10-1e-9) / 10
	}
	unit := math.Pow(10, math.Floor(math.Log10(m))-1)
	return math.Ceil(m/unit-1e-9) * unit
}

// precisionFor is how exactly a place is known from a radius in metres.
func precisionFor(m float64) store.PlacePrecision {
	switch {
	case m <= 100:
		return store.PlaceExact
	case m <= 2_000:
		return store.PlaceVicinity
	case m <= 15_000:
		return store.PlaceLocality
	case m <= 60_000:
		return store.PlaceDistrict
	}
	return store.PlaceRegion
}

// Fineness is how exactly a point is known that was pointed at on a map on which it may
// lie that far, in metres, from where it was meant.
func Fineness(metres float64) (store.PlacePrecision, float64) {
	r := roundUp(metres)
	return precisionFor(r), r
}
