package geo

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// ErrNotACoordinate is what ParsePoint's errors wrap when the text is none at all,
// rather than one that is out of range.
var ErrNotACoordinate = errors.New("not a coordinate")

// longest text that is looked at: no notation needs more.
const longestCoordinate = 200

// ParsePoint reads a place in any of the usual notations:
//
//   - decimal degrees, latitude first, with point or comma: "50.4547, 30.5238",
//     "50,4547 30,5238", "N 50.4547 E 30.5238", "lat 50.45 lon 30.52"
//   - degrees, minutes and seconds with any marks or none: "50°27′17″N
//     30°31′26″E", "50 27 17 N 30 31 26 E", "50:27:17N", "50°27.28' N …",
//     "502717N 0303126E"; north, south, east and west in words or in Ukrainian,
//     Russian and Turkish abbreviations; where letters say so longitude may come first
//   - ISO 6709, "+50.4547+030.5238/"; a geo: URI (RFC 5870)
//   - UTM, "36U 324115 5591912", and MGRS of any precision, "36U UA 24115 91912"
//     or "36UUA2491", read as the middle of its cell
//
// The longitude is in [-180, 180]. An error is a sentence that says what is wrong.
func ParsePoint(s string) (orb.Point, error) {
	p, err := parsePoint(strings.TrimSpace(s))
	if err != nil {
		return orb.Point{}, err
	}
	return p, nil
}

func parsePoint(s string) (orb.Point, error) {
	if s == "" {
		return orb.Point{}, fmt.Errorf("a coordinate is missing: %w", ErrNotACoordinate)
	}
	if len(s) > longestCoordinate {
		return orb.Point{}, fmt.Errorf("a text of %d characters is too long to be a coordinate: %w", len(s), ErrNotACoordinate)
	}
	if p, ok, err := parseGeoURI(s); ok {
		return p, err
	}
	if p, ok, err := parseMGRS(s); ok {
		return p, err
	}
	if p, ok, err := parseUTM(s); ok {
		return p, err
	}
	return parseDegrees(s)
}

func notACoordinate(s string) error {
	return fmt.Errorf("“%s” is %w: write it like 50.4547, 30.5238 or 50°27′17″N 30°31′26″E or 36U UA 24115 91912", s, ErrNotACoordinate)
}

var (
	mgrsPattern   = regexp.MustCompile(`^(\d{1,2})([A-Z])([A-Z])([A-Z])(\d{0,10})$`)
	utmPattern    = regexp.MustCompile(`^(\d{1,2})( *)([A-Z])[ ,;]+(\d{6}(?:\.\d+)?)(?: *M?E)?[ ,;]+(\d{1,8}(?:\.\d+)?)(?: *M?N)?$`)
	geoURIPattern = regexp.MustCompile(`(?i)^geo:(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:,-?\d+(?:\.\d+)?)?((?:;[^?#]*)?)(?:[?#].*)?$`)
	isoPattern    = regexp.MustCompile(`^([+-]\d{2}(?:\.\d+)?)([+-]\d{3}(?:\.\d+)?)(?:[+-]\d+(?:\.\d+)?)?(?:CRSWGS_84)?/?$`)
	packedPattern = regexp.MustCompile(`^(\d{2})(\d{2})(\d{2}(?:\.\d+)?)?([NS])[ ,;]*(\d{3})(\d{2})(\d{2}(?:\.\d+)?)?([EW])$`)
)

func parseGeoURI(s string) (p orb.Point, isURI bool, err error) {
	if len(s) < 4 || !strings.EqualFold(s[:4], "geo:") {
		return p, false, nil
	}
	m := geoURIPattern.FindStringSubmatch(s)
	if m == nil {
		return p, true, fmt.Errorf("“%s” is no geo: link: write it like geo:50.4547,30.5238: %w", s, ErrNotACoordinate)
	}
	for _, param := range strings.Split(strings.ToLower(m[3]), ";") {
		if crs, ok := strings.CutPrefix(param, "crs="); ok && crs != "wgs84" {
			return p, true, fmt.Errorf("the geo: link counts in “%s”, of which nothing is known here: only wgs84 is read", crs)
		}
	}
	p, err = checked(atof(m[1]), atof(m[2]))
	return p, true, err
}

// parseDegrees reads what is written in degrees.
func parseDegrees(s string) (orb.Point, error) {
	if m := isoPattern.FindStringSubmatch(s); m != nil {
		return checked(atof(m[1]), atof(m[2]))
	}
	if m := packedPattern.FindStringSubmatch(strings.ToUpper(s)); m != nil {
		lat := []float64{atof(m[1]), atof(m[2]), atof(m[3])}
		lon := []float64{atof(m[5]), atof(m[6]), atof(m[7])}
		return compose(s, angleParts{values: lat, hemisphere: m[4][0]}, angleParts{values: lon, hemisphere: m[8][0]})
	}
	tokens, ok := scanDegrees(decimalPoints(s))
	if !ok {
		return orb.Point{}, notACoordinate(s)
	}
	a, b, ok := splitAngles(tokens)
	if !ok {
		return orb.Point{}, notACoordinate(s)
	}
	return compose(s, a, b)
}

// angleParts is one of the two angles of a coordinate, as written.
type angleParts struct {
	values     []float64 // degrees, minutes, seconds
	negative   bool
	signed     bool
	hemisphere byte // N, S, E, W, or 0
	axis       byte // of a label such as "lat": N or E, or 0
}

// compose makes a place of two angles, in either order where letters say which is
// which.
func compose(s string, a, b angleParts) (orb.Point, error) {
	axisA, axisB := a.along(), b.along()
	if axisA != 0 && axisA == axisB || (axisA == 0) != (axisB == 0) {
		return orb.Point{}, fmt.Errorf("“%s” does not give one latitude and one longitude: %w", s, ErrNotACoordinate)
	}
	if axisA == 'E' {
		a, b = b, a
	}
	lat, err := a.degrees(s)
	if err != nil {
		return orb.Point{}, err
	}
	lon, err := b.degrees(s)
	if err != nil {
		return orb.Point{}, err
	}
	return checked(lat, lon)
}

// along is N for a latitude, E for a longitude, 0 where nothing says which.
func (a angleParts) along() byte {
	switch a.hemisphere {
	case 'N', 'S':
		return 'N'
	case 'E', 'W':
		return 'E'
	}
	return a.axis
}

func (a angleParts) degrees(s string) (float64, error) {
	v, unit := 0.0, 1.0
	for i, x := range a.values {
		if i > 0 && x >= 60 {
			return 0, fmt.Errorf("in “%s” %s minutes or seconds are too many: they go up to 59", s, strconv.FormatFloat(x, 'f', -1, 64))
		}
		if i < len(a.values)-1 && x != math.Trunc(x) {
			return 0, notACoordinate(s)
		}
		v += x / unit
		unit *= 60
	}
	west := a.hemisphere == 'S' || a.hemisphere == 'W'
	if a.signed && a.hemisphere != 0 {
		return 0, fmt.Errorf("“%s” gives both a sign and a letter: leave one of them out", s)
	}
	if west || a.negative {
		v = -v
	}
	return v, nil
}

func checked(lat, lon float64) (orb.Point, error) {
	if !(math.Abs(lat) <= 90) {
		return orb.Point{}, fmt.Errorf("the latitude %s is out of range: it lies between -90 and 90 and is written first",
			strconv.FormatFloat(lat, 'f', -1, 64))
	}
	if !(math.Abs(lon) <= 180) {
		return orb.Point{}, fmt.Errorf("the longitude %s is out of range: it lies between -180 and 180 and is written second",
			strconv.FormatFloat(lon, 'f', -1, 64))
	}
	return orb.Point{lon, lat}, nil
}

// atoi and atof read what a pattern has found to be a number; nothing is 0.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func atof(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}
