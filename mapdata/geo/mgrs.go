package geo

import (
	"fmt"
	"math"
	"strings"

	"github.com/paulmach/orb"
)

// The letters of the 100 km squares (NGA.SIG.0012): columns repeat every three
// zones, rows every two.
var (
	squareColumns = [3]string{"ABCDEFGH", "JKLMNPQR", "STUVWXYZ"}
	squareRows    = [2]string{"ABCDEFGHJKLMNPQRSTUV", "FGHJKLMNPQRSTUVABCDE"}
)

const square = 100e3

// FormatMGRS writes a place in the Military Grid Reference System, to the metre:
// "36U UA 24115 91912". As is the rule there, digits are cut off, not rounded.
// Beyond 84° N and 80° S, where MGRS goes over to another projection, decimal
// degrees are written.
func FormatMGRS(p orb.Point) string {
	if !inUTM(p) {
		return FormatDD(p)
	}
	u := toUTM(p, zoneOf(p))
	// A place given to a hair's breadth of a metre line counts as on it.
	e, n := math.Floor(u.easting+1e-6), math.Floor(u.northing+1e-6)
	column := squareColumns[(u.zone-1)%3][max(0, min(7, int(e/square)-1))]
	row := squareRows[(u.zone-1)%2][int(n/square)%20]
	return fmt.Sprintf("%d%c %c%c %05.0f %05.0f", u.zone, bandOf(p[1]), column, row,
		math.Mod(e, square), math.Mod(n, square))
}

// gridCell is a square of the military grid, given by its south-west corner.
type gridCell struct {
	corner utm
	size   float64 // metres
}

// readMGRS reads a grid reference of any precision from 100 km to 1 m. The point
// meant is the middle of the cell.
func readMGRS(s string) (c Coordinate, isMGRS bool, err error) {
	cell, isMGRS, err := parseGridCell(withoutName(s, "MGRS", "USNG", "GRID"))
	if !isMGRS || err != nil {
		return c, isMGRS, err
	}
	u := cell.corner
	u.easting += cell.size / 2
	u.northing += cell.size / 2
	return Coordinate{Point: u.point(), Notation: MGRS, RadiusM: cell.size / math.Sqrt2}, true, nil
}

// withoutName takes the name of the notation off the front of a text.
func withoutName(s string, names ...string) string {
	for _, n := range names {
		if len(s) > len(n) && strings.EqualFold(s[:len(n)], n) && strings.ContainsRune(" :=", rune(s[len(n)])) {
			return strings.TrimLeft(s[len(n):], " :=")
		}
	}
	return s
}

func parseGridCell(s string) (c gridCell, isMGRS bool, err error) {
	upper := strings.ToUpper(strings.Join(strings.Fields(s), ""))
	m := mgrsPattern.FindStringSubmatch(upper)
	if m == nil {
		return c, false, nil
	}
	zone, band, column, row, digits := atoi(m[1]), m[2][0], m[3][0], m[4][0], m[5]
	south, known := bandSouth(band)
	if zone < 1 || zone > 60 || !known {
		return c, true, fmt.Errorf("“%s” is not a grid reference: there is no grid zone %s%s", s, m[1], m[2])
	}
	if band == 'X' && (zone == 32 || zone == 34 || zone == 36) {
		return c, true, fmt.Errorf("“%s” is not a grid reference: around Svalbard there is no zone %dX", s, zone)
	}
	col := strings.IndexByte(squareColumns[(zone-1)%3], column)
	line := strings.IndexByte(squareRows[(zone-1)%2], row)
	if col < 0 || line < 0 {
		return c, true, fmt.Errorf("“%s” is not a grid reference: zone %d has no square %c%c", s, zone, column, row)
	}
	if len(digits)%2 != 0 {
		return c, true, fmt.Errorf("“%s” is not a grid reference: easting and northing need equally many digits", s)
	}
	half := len(digits) / 2
	c.size = square / math.Pow10(half)
	c.corner = utm{zone: zone, south: south < 0}
	c.corner.easting = float64(col+1)*square + atof(digits[:half])*c.size
	within := float64(line)*square + atof(digits[half:])*c.size
	// Rows repeat every 2,000 km: take the first at or above the foot of the band.
	foot := toUTM(orb.Point{centralMeridian(zone), south}, zone).northing
	foot = math.Floor(foot/square) * square
	c.corner.northing = within + 2000e3*math.Max(0, math.Ceil((foot-within)/2000e3))
	return c, true, nil
}
