package geo

import (
	"errors"
	"fmt"
	"strings"

	"github.com/paulmach/orb"
)

// ErrNotACoordinate is what errors wrap when the text is none at all, rather than
// one that is out of range.
var ErrNotACoordinate = errors.New("not a coordinate")

// longest texts that are looked at: no notation needs more, but links carry much
// else along.
const (
	longestCoordinate = 200
	longestLink       = 4000
)

// Notation names the way in which a coordinate was written.
type Notation string

// The notations that are recognised.
const (
	DecimalDegrees Notation = "decimal degrees"
	Sexagesimal    Notation = "degrees and minutes" // with or without seconds
	ISO6709        Notation = "ISO 6709"
	GeoURI         Notation = "geo: URI"
	MGRS           Notation = "MGRS"
	UTM            Notation = "UTM"
	PlusCode       Notation = "plus code"
	GoogleMaps     Notation = "Google Maps link"
	OpenStreetMap  Notation = "OpenStreetMap link"
	AppleMaps      Notation = "Apple Maps link"
	BingMaps       Notation = "Bing Maps link"
	YandexMaps     Notation = "Yandex Maps link"
	MapLink        Notation = "link to a map" // of another service
)

// Coordinate is a place as it was read.
type Coordinate struct {
	Point    orb.Point // longitude first, degrees on WGS 84
	Notation Notation
	// RadiusM is how far from Point the place meant may be, in metres: half the
	// diagonal of the cell that the last digit stands for, or the uncertainty that
	// a geo: URI gives. 0 where a geo: URI says that it is exact.
	RadiusM float64
	// Unordered says that nothing in the text told latitude from longitude, so
	// that the usual order, latitude first, was taken; see [SwapSuspected].
	Unordered bool
	// Note is a sentence about what should be known of the reading, or "".
	Note string
}

// Possible is one way to read an ambiguous text.
type Possible struct {
	Coordinate
	As string // what is assumed: "longitude first", "decimal commas"
}

// AmbiguousError refuses a text that can be read in several ways, or in one way
// only if something unusual is assumed. Nobody but the writer can choose.
type AmbiguousError struct {
	Text     string
	Why      string // the first half of the sentence
	Readings []Possible
}

func (e *AmbiguousError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "“%s” %s: ", e.Text, e.Why)
	for i, r := range e.Readings {
		if i > 0 {
			b.WriteString(" or ")
		}
		fmt.Fprintf(&b, "%s (%s)", lettered(r.Point), r.As)
	}
	b.WriteString("; write it with N, S, E or W")
	return b.String()
}

// lettered writes a place so that no order can be mistaken: "50.45° N 30.52° E".
func lettered(p orb.Point) string {
	one := func(v float64, positive, negative string) string {
		if v < 0 {
			v, positive = -v, negative
		}
		return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.5f", v), "0"), ".") + "° " + positive
	}
	return one(tidy(p[1]), "N", "S") + " " + one(tidy(p[0]), "E", "W")
}

// Reader reads coordinates with the help of what it has been given. The zero
// Reader knows no places.
type Reader struct {
	// Locate gives the positions, longitude first, of the places of a name. Short
	// plus codes ("FG2F+8W Kyiv") need it. nil: no place is known.
	Locate func(name string) []orb.Point
}

// ReadPoint reads a place in any of the usual notations:
//
//   - decimal degrees, latitude first, with point or comma: "50.4547, 30.5238",
//     "50,4547 30,5238", "N 50.4547 E 30.5238", "lat 50.45 lon 30.52"
//   - degrees, minutes and seconds with any marks or none: "50°27′17″N
//     30°31′26″E", "50 27 17 N 30 31 26 E", "50:27:17N", "50°27.28' N …",
//     "50.27.17 N …", "502717N 0303126E", "5027.28,N,03031.43,E"; north, south,
//     east and west in words or in Ukrainian, Russian, Turkish, German, French and
//     Spanish; where letters say so longitude may come first
//   - ISO 6709, "+50.4547+030.5238/"; a geo: URI (RFC 5870)
//   - UTM, "36U 324115 5591912", and MGRS of any precision, "36U UA 24115 91912"
//     or "36UUA2491", read as the middle of its cell
//   - a full plus code, "9G2GFG3F+VGQ"
//   - links of Google Maps, OpenStreetMap, Apple, Bing, Yandex and some others
//
// The longitude is in [-180, 180]. What can be read in several ways is refused with
// an [*AmbiguousError]; any other error is a sentence that says what is wrong.
func ReadPoint(s string) (Coordinate, error) { return Reader{}.Read(s) }

// ParsePoint is [ReadPoint] for those who need nothing but the place.
func ParsePoint(s string) (orb.Point, error) {
	c, err := ReadPoint(s)
	return c.Point, err
}

// Read is [ReadPoint] with what the reader knows.
func (r Reader) Read(s string) (Coordinate, error) {
	c, err := r.read(strings.TrimSpace(s))
	if err != nil {
		return Coordinate{}, err
	}
	return c, nil
}

func (r Reader) read(s string) (Coordinate, error) {
	link := isLink(s)
	switch {
	case s == "":
		return Coordinate{}, fmt.Errorf("a coordinate is missing: %w", ErrNotACoordinate)
	case len(s) > longestLink, len(s) > longestCoordinate && !link:
		return Coordinate{}, fmt.Errorf("a text of %d characters is too long to be a coordinate: %w", len(s), ErrNotACoordinate)
	case link:
		return readLink(s)
	}
	for _, read := range []func(string) (Coordinate, bool, error){readGeoURI, readMGRS, readUTM, r.readPlusCode} {
		if c, is, err := read(s); is {
			return c, err
		}
	}
	return readDegrees(s)
}
