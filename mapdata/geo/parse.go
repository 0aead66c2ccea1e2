package geo

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

func notACoordinate(s string) error {
	return fmt.Errorf("“%s” is %w: write it like 50.4547, 30.5238 or 50°27′17″N 30°31′26″E or 36U UA 24115 91912", s, ErrNotACoordinate)
}

var (
	mgrsPattern        = regexp.MustCompile(`^(\d{1,2})([A-Z])([A-Z])([A-Z])(\d{0,10})$`)
	utmPattern         = regexp.MustCompile(`^(\d{1,2})( *)([A-Z])[ ,;]+(\d{6}(?:\.\d+)?)(?: *M?E)?[ ,;]+(\d{1,8}(?:\.\d+)?)(?: *M?N)?$`)
	geoURIPattern      = regexp.MustCompile(`(?i)^geo:(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:,-?\d+(?:\.\d+)?)?((?:;[^?#]*)?)(?:[?#].*)?$`)
	isoPattern         = regexp.MustCompile(`^([+-]\d{2}(?:\.\d+)?)([+-]\d{3}(?:\.\d+)?)(?:[+-]\d+(?:\.\d+)?)?(?:CRSWGS_84)?/?$`)
	geoQueryPattern    = regexp.MustCompile(`(?i)[?&]q=(-?\d{1,3}(?:\.\d+)?),(?:%20|\+)?(-?\d{1,3}(?:\.\d+)?)(?:[(&#]|$)`)
	uncertaintyPattern = regexp.MustCompile(`^\d{1,8}(?:\.\d{1,10})?$`)
	packedPattern      = regexp.MustCompile(`^(\d{2})(\d{2}(?:\.\d+)?)(?:(\d{2}(?:\.\d+)?))?[ ,]?([NS])[ ,;/]*(\d{3})(\d{2}(?:\.\d+)?)(?:(\d{2}(?:\.\d+)?))?[ ,]?([EW])$`)
)

// readGeoURI reads a geo: URI. Android's, "geo:0,0?q=50.45,30.52(Label)", have the
// place in their query.
func readGeoURI(s string) (c Coordinate, isURI bool, err error) {
	if len(s) < 4 || !strings.EqualFold(s[:4], "geo:") {
		return c, false, nil
	}
	m := geoURIPattern.FindStringSubmatch(s)
	if m == nil {
		return c, true, fmt.Errorf("“%s” is no geo: link: write it like geo:50.4547,30.5238: %w", s, ErrNotACoordinate)
	}
	uncertainty := math.NaN()
	for _, param := range strings.Split(strings.ToLower(m[3]), ";") {
		if crs, ok := strings.CutPrefix(param, "crs="); ok && crs != "wgs84" {
			return c, true, fmt.Errorf("the geo: link counts in “%s”, of which nothing is known here: only wgs84 is read", crs)
		}
		if u, ok := strings.CutPrefix(param, "u="); ok {
			if !uncertaintyPattern.MatchString(u) {
				return c, true, fmt.Errorf("the geo: link gives the uncertainty “%s”: it must be a number of metres", u)
			}
			uncertainty = atof(u)
		}
	}
	lat, lon := m[1], m[2]
	if atof(lat) == 0 && atof(lon) == 0 {
		if q := geoQueryPattern.FindStringSubmatch(s); q != nil {
			lat, lon = q[1], q[2]
		}
	}
	c, err = decimalPair(lat, lon, GeoURI)
	if err == nil && !math.IsNaN(uncertainty) {
		c.RadiusM = uncertainty
	}
	return c, true, err
}

// decimalPair is a place given by two numbers as written.
func decimalPair(lat, lon string, n Notation) (Coordinate, error) {
	p, err := checked(atof(lat), atof(lon))
	if err != nil {
		return Coordinate{}, err
	}
	r := cellRadius(p[1], math.Pow10(-places(lat)), math.Pow10(-places(lon)))
	return Coordinate{Point: p, Notation: n, RadiusM: r}, nil
}

// readDegrees reads what is written in degrees.
func readDegrees(s string) (Coordinate, error) {
	if m := isoPattern.FindStringSubmatch(s); m != nil {
		return decimalPair(m[1], m[2], ISO6709)
	}
	if m := packedPattern.FindStringSubmatch(strings.ToUpper(s)); m != nil {
		return compose(s, packed(m[1:4], m[4]), packed(m[5:8], m[8]))
	}
	if err := severalWays(s); err != nil {
		return Coordinate{}, err
	}
	tokens, ok := scanDegrees(decimalPoints(s))
	if !ok {
		return Coordinate{}, notACoordinate(s)
	}
	a, b, ok := splitAngles(tokens)
	if !ok {
		return Coordinate{}, notACoordinate(s)
	}
	return compose(s, a, b)
}

// packed reads an angle without marks, 502717 or 5027.28; a part that is missing
// is "".
func packed(parts []string, hemisphere string) angleParts {
	a := angleParts{hemisphere: hemisphere[0]}
	for _, s := range parts {
		if s != "" {
			a.values, a.decimals = append(a.values, atof(s)), places(s)
		}
	}
	return a
}

// angleParts is one of the two angles of a coordinate, as written.
type angleParts struct {
	values     []float64 // degrees, minutes, seconds
	decimals   int       // digits behind the point of the last value
	negative   bool
	signed     bool
	hemisphere byte // N, S, E, W, O for Ost or Oeste, or 0
	axis       byte // of a label such as "lat": N or E, or 0
}

// compose makes a place of two angles, in either order where letters say which is
// which.
func compose(s string, a, b angleParts) (Coordinate, error) {
	axisA, axisB := a.along(), b.along()
	if axisA != 0 && axisA == axisB || (axisA == 0) != (axisB == 0) {
		return Coordinate{}, fmt.Errorf("“%s” does not give one latitude and one longitude: %w", s, ErrNotACoordinate)
	}
	if axisA == 'E' {
		a, b = b, a
	}
	if b.hemisphere == 'O' {
		return Coordinate{}, ostOrOeste(s, a, b)
	}
	lat, err := a.degrees(s)
	if err != nil {
		return Coordinate{}, err
	}
	lon, err := b.degrees(s)
	if err != nil {
		return Coordinate{}, err
	}
	c := Coordinate{Notation: Sexagesimal, Unordered: axisA == 0}
	if len(a.values) == 1 && len(b.values) == 1 {
		c.Notation = DecimalDegrees
	}
	if c.Point, err = checked(lat, lon); err != nil {
		if swapped, wrong := checked(lon, lat); c.Unordered && wrong == nil {
			c.Point, c.Unordered = swapped, false
			c.RadiusM = cellRadius(lon, b.step(), a.step())
			return Coordinate{}, &AmbiguousError{
				s, err.Error() + ", so the longitude seems to come first",
				[]Possible{{c, "longitude first"}},
			}
		}
		return Coordinate{}, err
	}
	c.RadiusM = cellRadius(lat, a.step(), b.step())
	return c, nil
}

// ostOrOeste asks about the letter O: east in German, west in French and Spanish.
func ostOrOeste(s string, lat, lon angleParts) error {
	var both []Possible
	for letter, as := range [2]string{"O for Ost, east", "O for oeste or ouest, west"} {
		lon.hemisphere = "EW"[letter]
		c, err := compose(s, lat, lon)
		if err != nil {
			return err
		}
		both = append(both, Possible{c, as})
	}
	return &AmbiguousError{s, "has the letter O, which is east in German and west in French and Spanish", both}
}

// along is N for a latitude, E for a longitude, 0 where nothing says which.
func (a angleParts) along() byte {
	switch a.hemisphere {
	case 'N', 'S':
		return 'N'
	case 'E', 'W', 'O':
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
