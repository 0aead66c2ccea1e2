package geo

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"github.com/paulmach/orb"
)

// Open Location Code, as its specification has it: five pairs of digits to base
// 20, the first of each pair for latitude, then up to five single digits that cut
// a cell into five rows and four columns. "+" stands after the eighth digit.
const (
	plusAlphabet   = "23456789CFGHJMPQRVWX"
	plusPairs      = 5
	plusRows       = 5
	plusColumns    = 4
	plusBeforeMark = 8
)

// A code has 2, 4, 6 or 8 digits before the plus, where the last of eight may be
// padded with zeros, and none or 2 to 7 behind it. What follows names a place.
var plusPattern = regexp.MustCompile(`(?i)^([23456789CFGHJMPQRVWX0]{2,8})\+([23456789CFGHJMPQRVWX]{0,7})(?:[ ,]+(\S.*))?$`)

// plusCell is the cell of a full code, given by its south-west corner.
type plusCell struct{ south, west, height, width float64 }

func (c plusCell) middle() orb.Point {
	return orb.Point{WrapLongitude(c.west + c.width/2), c.south + c.height/2}
}

// readPlusCode reads a full code, or a short one with the name of a place near
// which it lies.
func (r Reader) readPlusCode(s string) (c Coordinate, isCode bool, err error) {
	m := plusPattern.FindStringSubmatch(s)
	if m == nil || len(m[1])%2 != 0 || len(m[2]) == 1 {
		return c, false, nil
	}
	head, tail, place := strings.ToUpper(m[1]), strings.ToUpper(m[2]), m[3]
	digits := strings.TrimRight(head, "0")
	padded := len(digits) != len(head)
	switch {
	case padded && (len(head) != plusBeforeMark || tail != "" || len(digits)%2 != 0 || digits == ""),
		strings.Contains(digits, "0"):
		return c, true, fmt.Errorf("“%s” is no plus code: zeros only fill up the eight digits before the plus", s)
	case len(head) == plusBeforeMark:
		cell, ok := plusDecode(digits + tail)
		if !ok {
			return c, true, fmt.Errorf("“%s” is no plus code: it would lie beyond the pole or the date line", s)
		}
		return cell.coordinate(), true, nil
	case tail == "":
		return c, false, nil
	}
	c, err = r.shortPlusCode(s, head, tail, place)
	return c, true, err
}

func (c plusCell) coordinate() Coordinate {
	p := c.middle()
	return Coordinate{Point: p, Notation: PlusCode, RadiusM: cellRadius(p[1], c.height, c.width)}
}

// shortPlusCode completes a code whose first digits were left out with those of
// the place named: the cell that lies nearest to it.
func (r Reader) shortPlusCode(s, head, tail, place string) (Coordinate, error) {
	if place == "" {
		return Coordinate{}, fmt.Errorf("“%s” is the end of a plus code: write the place it lies near behind it, or the whole code", s)
	}
	var near []orb.Point
	if r.Locate != nil {
		near = r.Locate(strings.Trim(place, " ,"))
	}
	if len(near) == 0 {
		return Coordinate{}, fmt.Errorf("“%s” is the end of a plus code, and no place “%s” is known: write the whole code", s, place)
	}
	var found []Possible
	for _, at := range near {
		missing := plusBeforeMark - len(head)
		cell, ok := plusDecode(plusEncode(at)[:missing] + head + tail)
		if !ok {
			continue
		}
		cell = cell.nearest(at, math.Pow(20, 2-float64(missing)/2))
		c := cell.coordinate()
		c.Note = fmt.Sprintf("The plus code was completed by the place “%s”.", place)
		if len(found) == 0 || found[0].Point != c.Point {
			found = append(found, Possible{c, "near the one at " + lettered(at)})
		}
	}
	switch len(found) {
	case 0:
		return Coordinate{}, fmt.Errorf("“%s” is no plus code near that place", s)
	case 1:
		return found[0].Coordinate, nil
	}
	return Coordinate{}, &AmbiguousError{s, "lies near one of several places of that name", found[:min(len(found), 4)]}
}

// nearest moves a cell by whole steps of the digits left out, in degrees, to where
// it is nearest to a place.
func (c plusCell) nearest(at orb.Point, step float64) plusCell {
	c.south += step * math.Round((at[1]-c.south-c.height/2)/step)
	if c.south+c.height > 90 {
		c.south -= step
	} else if c.south < -90 {
		c.south += step
	}
	c.west += step * math.Round((at[0]-c.west-c.width/2)/step)
	return c
}

// plusDecode gives the cell of the digits of a full code, without its plus.
func plusDecode(digits string) (c plusCell, ok bool) {
	c = plusCell{-90, -180, 400, 400}
	for i := 0; i < len(digits); i++ {
		d := strings.IndexByte(plusAlphabet, digits[i])
		switch {
		case d < 0:
			return c, false
		case i >= 2*plusPairs:
			c.height /= plusRows
			c.width /= plusColumns
			c.south += float64(d/plusColumns) * c.height
			c.west += float64(d%plusColumns) * c.width
		case i%2 == 0:
			c.height /= 20
			c.south += float64(d) * c.height
		default:
			c.width /= 20
			c.west += float64(d) * c.width
		}
	}
	return c, len(digits) >= 2 && c.south < 90 && c.west < 180
}

// plusEncode gives the first eight digits of the code of a place.
func plusEncode(p orb.Point) string {
	lat := min(max(p[1], -90), 90-1e-9) + 90
	lon := WrapLongitude(p[0]) + 180
	if lon >= 360 {
		lon -= 360
	}
	var b [plusBeforeMark]byte
	unit := 20.0
	for i := 0; i < len(b); i += 2 {
		y, x := min(math.Floor(lat/unit), 19), min(math.Floor(lon/unit), 19)
		b[i], b[i+1] = plusAlphabet[int(y)], plusAlphabet[int(x)]
		lat, lon = lat-y*unit, lon-x*unit
		unit /= 20
	}
	return string(b[:])
}
