package geojson

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"strconv"

	"github.com/paulmach/orb"

	"sitmap/store/exchange/internal/jsonscan"
)

func isGeometry(typ string) bool {
	switch typ {
	case "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection":
		return true
	}
	return false
}

// readGeometry reads a geometry object that is valid JSON; null and geometries
// without coordinates are nil. altitude is the third number of its positions, as
// the file has it, "" where there is none. Recursion is bounded by the reader's
// depth.
func readGeometry(raw []byte) (_ orb.Geometry, altitude string, _ error) {
	return readGeometryWithin(raw, 180)
}

// readGeometryWithin is readGeometry for longitudes of up to so many degrees.
func readGeometryWithin(raw []byte, most float64) (_ orb.Geometry, altitude string, _ error) {
	if len(raw) == 0 || string(raw) == "null" {
		return nil, "", nil
	}
	var typ string
	var coordinates, geometries []byte
	for name, value := range jsonscan.Members(raw) {
		switch name {
		case "type":
			typ, _ = jsonscan.String(value)
		case "coordinates":
			coordinates = value
		case "geometries":
			geometries = value
		}
	}
	switch {
	case typ == "":
		return nil, "", errors.New("its geometry has no “type”")
	case !isGeometry(typ):
		return nil, "", fmt.Errorf("“%s” is no type of geometry", typ)
	case typ == "GeometryCollection":
		if len(geometries) == 0 || geometries[0] != '[' {
			return nil, "", errors.New("its GeometryCollection has no list of “geometries”")
		}
		return readCollection(geometries, most)
	case len(coordinates) == 0 || coordinates[0] != '[':
		return nil, "", fmt.Errorf("its %s has no list of “coordinates”", typ)
	}
	c := cursor{b: coordinates, most: most}
	g := c.shape(typ)
	if c.err != nil {
		return nil, "", c.err
	}
	return g, c.third, nil
}

func readCollection(raw []byte, most float64) (_ orb.Geometry, altitude string, _ error) {
	var all orb.Collection
	for element := range jsonscan.Elements(raw) {
		g, third, err := readGeometryWithin(element, most)
		if err != nil {
			return nil, "", err
		}
		altitude = cmp.Or(third, altitude)
		if g != nil {
			all = append(all, g)
		}
	}
	if all == nil {
		return nil, "", nil
	}
	return all, altitude, nil
}

// cursor reads the numbers of "coordinates", which are valid JSON but may be
// anything but coordinates. The first error stays.
type cursor struct {
	b   []byte
	i   int
	err error
	// most is how many degrees of longitude there may be to either side.
	most float64
	// third is the third number of the last position that has one, as written.
	third string
}

func (c *cursor) fail(format string, args ...any) {
	if c.err == nil {
		c.err = fmt.Errorf(format, args...)
	}
}

// shape reads the coordinates of a type; no positions at all are nil.
func (c *cursor) shape(typ string) orb.Geometry {
	switch typ {
	case "Point":
		if c.empty() {
			return nil
		}
		return c.position()
	case "MultiPoint":
		if points := c.positions("MultiPoint", 0); len(points) > 0 {
			return orb.MultiPoint(points)
		}
	case "LineString":
		if points := c.positions("LineString", 2); len(points) > 0 {
			return orb.LineString(points)
		}
	case "MultiLineString":
		var lines orb.MultiLineString
		c.list(func() { lines = append(lines, orb.LineString(c.positions("LineString", 2))) })
		if len(lines) > 0 {
			return lines
		}
	case "Polygon":
		if rings := c.rings(); len(rings) > 0 {
			return rings
		}
	case "MultiPolygon":
		var polygons orb.MultiPolygon
		c.list(func() { polygons = append(polygons, c.rings()) })
		if len(polygons) > 0 {
			return polygons
		}
	}
	return nil
}

func (c *cursor) rings() orb.Polygon {
	var rings orb.Polygon
	c.list(func() {
		ring := orb.Ring(c.positions("ring of a polygon", 4))
		if c.err == nil && (len(ring) == 0 || ring[0] != ring[len(ring)-1]) {
			c.fail("a ring of its polygon does not end where it began; close it")
		}
		rings = append(rings, ring)
	})
	return rings
}

// positions reads a list of at least so many positions, or an empty one.
func (c *cursor) positions(what string, atLeast int) []orb.Point {
	var points []orb.Point
	c.list(func() { points = append(points, c.position()) })
	if c.err == nil && len(points) > 0 && len(points) < atLeast {
		c.fail("its %s has %d positions and needs at least %d", what, len(points), atLeast)
	}
	return points
}

// list calls each for every element of the array at the cursor.
func (c *cursor) list(each func()) {
	if !c.open() {
		return
	}
	for c.err == nil && c.at() != ']' {
		each()
		if c.at() == ',' {
			c.i++
		}
	}
	c.i++
}

func (c *cursor) open() bool {
	if c.err != nil {
		return false
	}
	if c.at() != '[' {
		c.fail("its coordinates are not nested as its type needs them")
		return false
	}
	c.i++
	return true
}

// empty reports whether the cursor is at an empty array.
func (c *cursor) empty() bool {
	i := c.i
	defer func() { c.i = i }()
	return c.at() == '[' && func() bool { c.i++; return c.at() == ']' }()
}

// at passes over white space and returns the byte there, 0 at the end.
func (c *cursor) at() byte {
	for c.i < len(c.b) {
		switch b := c.b[c.i]; b {
		case ' ', '\t', '\n', '\r':
			c.i++
		default:
			return b
		}
	}
	return 0
}

// position reads longitude and latitude, notes what comes third, and passes over
// what follows.
func (c *cursor) position() orb.Point {
	var p orb.Point
	n := 0
	c.list(func() {
		c.at()
		from := c.i
		x := c.number()
		switch {
		case n < 2:
			p[n] = x
		case n == 2:
			c.third = string(c.b[from:c.i])
		}
		n++
	})
	if c.err != nil {
		return p
	}
	if n < 2 {
		c.fail("a position has %d numbers and needs longitude and latitude", n)
		return p
	}
	c.check(p)
	return p
}

func (c *cursor) check(p orb.Point) {
	lon, lat := p[0], p[1]
	switch {
	case math.Abs(lon) <= c.most && math.Abs(lat) <= 90:
	case math.Abs(lon) > 400 || math.Abs(lat) > 400:
		c.fail("the position %s, %s is not in degrees; convert the file to WGS 84 (EPSG:4326) first", degrees(lon), degrees(lat))
	case math.Abs(lon) > c.most:
		c.fail("the longitude %s is out of range; it must lie between -%[2]s and %[2]s", degrees(lon), degrees(c.most))
	case math.Abs(lon) <= 90:
		c.fail("the latitude %s is out of range, -90 to 90; GeoJSON has the longitude first, perhaps they are swapped", degrees(lat))
	default:
		c.fail("the latitude %s is out of range; it must lie between -90 and 90", degrees(lat))
	}
}

func degrees(x float64) string { return strconv.FormatFloat(x, 'g', 10, 64) }

func (c *cursor) number() float64 {
	c.at()
	from := c.i
	for c.i < len(c.b) {
		switch b := c.b[c.i]; {
		case b >= '0' && b <= '9', b == '-', b == '+', b == '.', b == 'e', b == 'E':
			c.i++
			continue
		}
		break
	}
	x, err := strconv.ParseFloat(string(c.b[from:c.i]), 64)
	if err != nil {
		c.fail("a coordinate is not a number")
	}
	return x
}
