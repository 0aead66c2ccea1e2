package basemap

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"

	"github.com/paulmach/orb"

	"sitmap/assets"
	"sitmap/mapdata/geo"
)

// The layers are read with a decoder of their own, because they are large and
// their shape is known: for 12 MB, orb's needs 1.2 s, the standard library with
// hand-read coordinates 0.19 s, this one 0.09 s, projection included. It reads
// any GeoJSON FeatureCollection of points, lines and polygons whose features
// have their properties before their geometry, as assets/gen writes them.

// feature is one feature of a layer. Its slices are valid until the next one.
type feature struct {
	properties []property
	// lines holds a point (one line of one point), a line, or a polygon's rings
	// with the first point repeated.
	lines [][]geo.World
}

type property struct{ name, raw []byte }

func (f *feature) raw(name string) []byte {
	for _, p := range f.properties {
		if string(p.name) == name {
			return p.raw
		}
	}
	return nil
}

// text gives a property's string, empty where there is none.
func (f *feature) text(name string) string {
	raw := f.raw(name)
	if len(raw) < 2 || raw[0] != '"' {
		return ""
	}
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw[1 : len(raw)-1])
	}
	s, err := strconv.Unquote(string(raw))
	if err != nil {
		return ""
	}
	return s
}

func (f *feature) number(name string) float64 {
	n, err := strconv.ParseFloat(string(f.raw(name)), 64)
	if err != nil {
		return 0
	}
	return n
}

func (f *feature) integer(name string) int {
	n, err := strconv.Atoi(string(f.raw(name)))
	if err != nil {
		return 0
	}
	return n
}

func (f *feature) is(name string) bool { return string(f.raw(name)) == "true" }

// errStop ends a decoding early, without error.
var errStop = errors.New("stop")

// readLayer decodes an embedded layer, calling visit for each feature.
func readLayer(name string, visit func(*feature) error) error {
	z, err := assets.OpenGzip("layers/" + name + ".geojson.gz")
	if err != nil {
		return err
	}
	defer z.Close()
	var data bytes.Buffer
	if _, err := data.ReadFrom(z); err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("unpacking layer %s: %w", name, err)
	}
	if err := decode(data.Bytes(), visit); err != nil {
		return fmt.Errorf("reading layer %s: %w", name, err)
	}
	return nil
}

func decode(data []byte, visit func(*feature) error) error {
	d := &decoder{data: data}
	start := bytes.Index(data, []byte(`"features"`))
	if start < 0 {
		return errors.New("it is not a FeatureCollection")
	}
	d.at = start + len(`"features"`)
	d.expect(':')
	d.expect('[')
	if d.peek() == ']' {
		return d.err
	}
	for d.err == nil {
		d.feature()
		if d.err != nil {
			break
		}
		if err := visit(&d.f); err != nil {
			if errors.Is(err, errStop) {
				return nil
			}
			return err
		}
		if d.peek() != ',' {
			d.expect(']')
			break
		}
		d.at++
	}
	return d.err
}

type decoder struct {
	data   []byte
	at     int
	err    error
	f      feature
	points []geo.World
}

func (d *decoder) fail(what string) {
	if d.err == nil {
		d.err = fmt.Errorf("%s at byte %d", what, d.at)
	}
	d.at = len(d.data)
}

// peek gives the next byte that is not white space, 0 at the end.
func (d *decoder) peek() byte {
	for d.at < len(d.data) {
		switch c := d.data[d.at]; c {
		case ' ', '\n', '\r', '\t':
			d.at++
		default:
			return c
		}
	}
	return 0
}

func (d *decoder) expect(c byte) {
	if d.peek() != c {
		d.fail(fmt.Sprintf("expected %q", c))
		return
	}
	d.at++
}

// members reads an object, calling read for each member's value.
func (d *decoder) members(read func(name []byte)) {
	d.expect('{')
	if d.peek() == '}' {
		d.at++
		return
	}
	for d.err == nil {
		name := d.scalar()
		if len(name) < 2 {
			d.fail("expected a name")
			return
		}
		d.expect(':')
		read(name[1 : len(name)-1])
		if d.peek() != ',' {
			d.expect('}')
			return
		}
		d.at++
	}
}

// scalar reads a string, with its quotes, or a number, true, false or null.
func (d *decoder) scalar() []byte {
	if d.peek() == '"' {
		for i := d.at + 1; i < len(d.data); i++ {
			switch d.data[i] {
			case '\\':
				i++
			case '"':
				s := d.data[d.at : i+1]
				d.at = i + 1
				return s
			}
		}
		d.fail("unfinished string")
		return nil
	}
	start := d.at
	for d.at < len(d.data) {
		switch d.data[d.at] {
		case ',', '}', ']', ' ', '\n', '\r', '\t', '{', '[', ':', '"':
			if start == d.at {
				d.fail("expected a value")
			}
			return d.data[start:d.at]
		}
		d.at++
	}
	return d.data[start:d.at]
}

func (d *decoder) feature() {
	d.f.properties, d.f.lines = d.f.properties[:0], d.f.lines[:0]
	d.members(func(name []byte) {
		switch string(name) {
		case "properties":
			d.members(func(name []byte) {
				d.f.properties = append(d.f.properties, property{name, d.scalar()})
			})
		case "geometry":
			d.members(func(name []byte) {
				if string(name) == "coordinates" {
					d.coordinates()
				} else {
					d.scalar()
				}
			})
		default:
			d.scalar()
		}
	})
}

// coordinates reads a position, a list of positions or a list of such lists.
func (d *decoder) coordinates() {
	d.points = nil
	d.expect('[')
	if d.peek() != '[' {
		d.position()
		d.f.lines = append(d.f.lines, d.points)
		return
	}
	d.at++
	if d.peek() != '[' {
		d.at--
		d.positions()
		return
	}
	d.at--
	for d.err == nil {
		d.expect('[')
		d.points = nil
		d.positions()
		if d.peek() != ',' {
			d.expect(']')
			return
		}
		d.at++
	}
}

// positions reads the positions of a line, its bracket being open, to its end.
func (d *decoder) positions() {
	// A position takes some 18 bytes: with room made once, nothing is copied.
	if end := bytes.Index(d.data[d.at:], []byte("]]")); end > 0 {
		d.points = make([]geo.World, 0, bytes.Count(d.data[d.at:d.at+end+1], []byte("[")))
	}
	for d.err == nil {
		d.expect('[')
		d.position()
		if d.peek() != ',' {
			d.expect(']')
			d.f.lines = append(d.f.lines, d.points)
			return
		}
		d.at++
	}
}

// position reads a longitude and a latitude up to the closing bracket.
func (d *decoder) position() {
	lon := d.degrees()
	d.expect(',')
	lat := d.degrees()
	d.expect(']')
	if d.err == nil {
		d.points = append(d.points, geo.Project(orb.Point{lon, lat}))
	}
}

// degrees reads a plain decimal number.
func (d *decoder) degrees() float64 {
	c := d.peek()
	negative := c == '-'
	if negative {
		d.at++
	}
	var mantissa int64
	places, digits := -1, 0
	for ; d.at < len(d.data); d.at++ {
		c := d.data[d.at]
		if c == '.' && places < 0 {
			places = 0
			continue
		}
		if c < '0' || c > '9' {
			break
		}
		mantissa = mantissa*10 + int64(c-'0')
		if digits++; digits > 17 {
			d.fail("a number has too many digits")
			return 0
		}
		if places >= 0 {
			places++
		}
	}
	if digits == 0 {
		d.fail("expected a number")
		return 0
	}
	v := float64(mantissa)
	if places > 0 {
		v /= math.Pow10(places)
	}
	if negative {
		v = -v
	}
	return v
}
