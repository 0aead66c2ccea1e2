package geo

import (
	"fmt"
	"math"
	"strings"

	"github.com/paulmach/orb"
)

// utm is a position in a zone of the Universal Transverse Mercator grid, in metres.
type utm struct {
	zone              int  // 1 to 60
	south             bool // northing counted from 10,000 km south of the equator
	easting, northing float64
}

const (
	utmScale        = 0.9996
	falseEasting    = 500e3
	falseNorthing   = 10000e3
	utmSouth        = -80.0
	utmNorth        = 84.0
	eastingLowest   = 100e3
	eastingHighest  = 1000e3
	bandLetters     = "CDEFGHJKLMNPQRSTUVWX"
	northingHighest = 10000e3
)

// The series are those of L. Krüger (1912) to the sixth order in the third
// flattening, as given by C. F. F. Karney, "Transverse Mercator with an accuracy
// of a few nanometers", Journal of Geodesy 85 (2011), eqs. (35) and (36).
var (
	kruegerForward = krueger([6][6]float64{
		{1. / 2, -2. / 3, 5. / 16, 41. / 180, -127. / 288, 7891. / 37800},
		{0, 13. / 48, -3. / 5, 557. / 1440, 281. / 630, -1983433. / 1935360},
		{0, 0, 61. / 240, -103. / 140, 15061. / 26880, 167603. / 181440},
		{0, 0, 0, 49561. / 161280, -179. / 168, 6601661. / 7257600},
		{0, 0, 0, 0, 34729. / 80640, -3418889. / 1995840},
		{0, 0, 0, 0, 0, 212378941. / 319334400},
	})
	kruegerInverse = krueger([6][6]float64{
		{1. / 2, -2. / 3, 37. / 96, -1. / 360, -81. / 512, 96199. / 604800},
		{0, 1. / 48, 1. / 15, -437. / 1440, 46. / 105, -1118711. / 3870720},
		{0, 0, 17. / 480, -37. / 840, -209. / 4480, 5569. / 90720},
		{0, 0, 0, 4397. / 161280, -11. / 504, -830251. / 7257600},
		{0, 0, 0, 0, 4583. / 161280, -108847. / 3991680},
		{0, 0, 0, 0, 0, 20648693. / 638668800},
	})
)

func krueger(rows [6][6]float64) (c [6]float64) {
	for i, row := range rows {
		n := 1.0
		for _, k := range row {
			n *= thirdFlat
			c[i] += k * n
		}
	}
	return c
}

// rectifying is the radius of the circle as long as a meridian, times the scale.
const rectifying = utmScale * equatorial / (1 + thirdFlat) *
	(1 + thirdFlat*thirdFlat/4 + thirdFlat*thirdFlat*thirdFlat*thirdFlat/64)

// zoneOf is the UTM zone of a place, with the exceptions of Norway and Svalbard.
func zoneOf(p orb.Point) int {
	lon, lat := WrapLongitude(p[0]), p[1]
	zone := int(math.Floor((lon+180)/6)) + 1
	switch {
	case lat >= 56 && lat < 64 && lon >= 3 && lon < 12:
		return 32
	case lat >= 72 && lat <= utmNorth && lon >= 0 && lon < 42:
		switch {
		case lon < 9:
			return 31
		case lon < 21:
			return 33
		case lon < 33:
			return 35
		default:
			return 37
		}
	}
	return zone
}

func centralMeridian(zone int) float64 { return float64(zone)*6 - 183 }

// toUTM projects a place into a zone.
func toUTM(p orb.Point, zone int) utm {
	e := math.Sqrt(eccentricity2)
	lambda := math.Remainder(p[0]-centralMeridian(zone), 360) * math.Pi / 180
	tau := math.Tan(p[1] * math.Pi / 180)
	root := math.Sqrt(1 + tau*tau)
	sigma := math.Sinh(e * math.Atanh(e*tau/root))
	conformal := tau*math.Sqrt(1+sigma*sigma) - sigma*root
	sin, cos := math.Sincos(lambda)
	xi0 := math.Atan2(conformal, cos)
	eta0 := math.Asinh(sin / math.Hypot(conformal, cos))
	xi, eta := xi0, eta0
	for j, a := range kruegerForward {
		k := 2 * float64(j+1)
		xi += a * math.Sin(k*xi0) * math.Cosh(k*eta0)
		eta += a * math.Cos(k*xi0) * math.Sinh(k*eta0)
	}
	u := utm{zone: zone, south: p[1] < 0, easting: falseEasting + rectifying*eta, northing: rectifying * xi}
	if u.south {
		u.northing += falseNorthing
	}
	return u
}

// point is the inverse of toUTM.
func (u utm) point() orb.Point {
	northing := u.northing
	if u.south {
		northing -= falseNorthing
	}
	xi, eta := northing/rectifying, (u.easting-falseEasting)/rectifying
	xi0, eta0 := xi, eta
	for j, b := range kruegerInverse {
		k := 2 * float64(j+1)
		xi0 -= b * math.Sin(k*xi) * math.Cosh(k*eta)
		eta0 -= b * math.Cos(k*xi) * math.Sinh(k*eta)
	}
	sinh, cos := math.Sinh(eta0), math.Cos(xi0)
	conformal := math.Sin(xi0) / math.Hypot(sinh, cos)
	// Newton's method for the tangent of the latitude, Karney's eqs. (19) to (21).
	e := math.Sqrt(eccentricity2)
	tau := conformal
	for range 6 {
		root := math.Sqrt(1 + tau*tau)
		sigma := math.Sinh(e * math.Atanh(e*tau/root))
		got := tau*math.Sqrt(1+sigma*sigma) - sigma*root
		step := (conformal - got) / math.Sqrt(1+got*got) *
			(1 + (1-eccentricity2)*tau*tau) / ((1 - eccentricity2) * root)
		tau += step
		if math.Abs(step) < 1e-14*math.Max(1, math.Abs(tau)) {
			break
		}
	}
	lon := centralMeridian(u.zone) + math.Atan2(sinh, cos)*180/math.Pi
	return orb.Point{WrapLongitude(lon), math.Atan(tau) * 180 / math.Pi}
}

// bandOf is the letter of the 8° band of a latitude within UTM's range.
func bandOf(lat float64) byte {
	i := int(math.Floor((lat + 80) / 8))
	return bandLetters[max(0, min(i, len(bandLetters)-1))]
}

// bandSouth is the latitude at which a band begins.
func bandSouth(band byte) (float64, bool) {
	i := strings.IndexByte(bandLetters, band)
	return float64(i)*8 - 80, i >= 0
}

// FormatUTM writes a place in the Universal Transverse Mercator grid, to the metre,
// with the letter of its band: "36U 324115 5591912". Beyond 84° N and 80° S, where
// the grid ends, decimal degrees are written.
func FormatUTM(p orb.Point) string {
	if !inUTM(p) {
		return FormatDD(p)
	}
	u := toUTM(p, zoneOf(p))
	return fmt.Sprintf("%d%c %.0f %.0f", u.zone, bandOf(p[1]), u.easting, u.northing)
}

func inUTM(p orb.Point) bool { return p[1] >= utmSouth && p[1] <= utmNorth && finite(p[0], p[1]) }

// readUTM reads a zone, a letter, easting and northing. The letter is that of the
// band, which the northing must lie in, or N or S for the half of the world; where
// S can be either ("18 S"), it is the band if attached to the zone, and asked
// about if it stands apart.
func readUTM(s string) (c Coordinate, isUTM bool, err error) {
	m := utmPattern.FindStringSubmatch(strings.ToUpper(withoutName(withoutName(s, "UTM"), "ZONE")))
	if m == nil {
		return c, false, nil
	}
	u := utm{zone: atoi(m[1]), easting: atof(m[4]), northing: atof(m[5])}
	letter, apart := m[3][0], m[2] != ""
	_, known := bandSouth(letter)
	switch {
	case u.zone < 1 || u.zone > 60:
		return c, true, fmt.Errorf("there is no UTM zone %d: zones are numbered 1 to 60", u.zone)
	case letter != 'N' && letter != 'S' && !known:
		return c, true, fmt.Errorf("“%c” is no letter of a UTM zone: write N or S for the half of the world, or the band's letter", letter)
	case u.easting < eastingLowest || u.easting >= eastingHighest:
		return c, true, fmt.Errorf("the easting %s is out of range: it lies between 100000 and 999999 m", m[4])
	case u.northing < 0 || u.northing > northingHighest:
		return c, true, fmt.Errorf("the northing %s is out of range: it lies between 0 and 10000000 m", m[5])
	}
	at := func(south bool) Coordinate {
		u.south = south
		step := math.Max(math.Pow10(-places(m[4])), math.Pow10(-places(m[5])))
		return Coordinate{Point: u.point(), Notation: UTM, RadiusM: step / math.Sqrt2}
	}
	north, south := at(false), at(true)
	switch {
	case letter == 'N':
		c = north
	case letter == 'S' && inBand('S', north) && apart:
		return c, true, &AmbiguousError{s, "has an S that may be the southern half of the world or the band of 32° to 40° N", []Possible{
			{south, "southern half"}, {north, "band S"},
		}}
	case letter == 'S' && !inBand('S', north):
		c = south
	case inBand(letter, north):
		c = north
	case inBand(letter, south):
		c = south
	default:
		edge, _ := bandSouth(letter)
		return c, true, fmt.Errorf("“%s” contradicts itself: the band %c begins at %g° of latitude, and the northing %s is not in it", s, letter, edge, m[5])
	}
	return c, true, nil
}

// inBand says whether a place is in the band of latitude with that letter, to
// some hundred metres, since a grid's line bends across a band's edge.
func inBand(letter byte, c Coordinate) bool {
	const slack = 0.002
	foot, ok := bandSouth(letter)
	top := foot + 8
	if letter == 'X' {
		top = utmNorth
	}
	return ok && c.Point[1] >= foot-slack && c.Point[1] <= top+slack
}
