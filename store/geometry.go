package store

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"

	"github.com/paulmach/orb"
)

// Geometry is an orb geometry (WGS 84, longitude first) that reads and writes
// itself as GeoJSON. The zero value is no geometry.
type Geometry struct{ orb.Geometry }

// IsZero reports whether there is no geometry.
func (g Geometry) IsZero() bool { return g.Geometry == nil }

// MarshalJSON writes the geometry as a GeoJSON geometry object.
func (g Geometry) MarshalJSON() ([]byte, error) {
	var name string
	b := make([]byte, 0, 96)
	b = append(b, `{"type":"`...)
	switch v := g.Geometry.(type) {
	case nil:
		return []byte("null"), nil
	case orb.Point:
		name, b = "Point", appendJSON(append(b, `Point","coordinates":`...), v)
	case orb.MultiPoint:
		name, b = "MultiPoint", appendJSONList(append(b, `MultiPoint","coordinates":`...), v, appendJSON)
	case orb.LineString:
		name, b = "LineString", appendJSONList(append(b, `LineString","coordinates":`...), v, appendJSON)
	case orb.MultiLineString:
		name, b = "MultiLineString", appendJSONList(append(b, `MultiLineString","coordinates":`...), v, appendJSONLine)
	case orb.Polygon:
		name, b = "Polygon", appendJSONPolygon(append(b, `Polygon","coordinates":`...), v)
	case orb.MultiPolygon:
		name, b = "MultiPolygon", appendJSONList(append(b, `MultiPolygon","coordinates":`...), v, appendJSONPolygon)
	default:
		return nil, invalid("a geometry of type %s is neither point, line nor area", v.GeoJSONType())
	}
	if !finite(g.Geometry) {
		return nil, invalid("a %s has a coordinate that is no number", name)
	}
	return append(b, '}'), nil
}

func appendJSON(b []byte, p orb.Point) []byte {
	b = appendFloat(append(b, '['), p[0])
	b = appendFloat(append(b, ','), p[1])
	return append(b, ']')
}

func appendJSONList[S ~[]T, T any](b []byte, list S, one func([]byte, T) []byte) []byte {
	b = append(b, '[')
	for i, v := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = one(b, v)
	}
	return append(b, ']')
}

func appendJSONLine(b []byte, l orb.LineString) []byte { return appendJSONList(b, l, appendJSON) }

func appendJSONPolygon(b []byte, p orb.Polygon) []byte {
	return appendJSONList(b, p, func(b []byte, r orb.Ring) []byte { return appendJSONList(b, r, appendJSON) })
}

// appendFloat writes a number as encoding/json does: the shortest that reads back
// the same.
func appendFloat(b []byte, f float64) []byte {
	format := byte('f')
	if a := math.Abs(f); a != 0 && (a < 1e-6 || a >= 1e21) {
		format = 'e'
	}
	b = strconv.AppendFloat(b, f, format, -1, 64)
	if format == 'e' {
		// e-09 to e-9
		if n := len(b); n >= 4 && b[n-4] == 'e' && (b[n-3] == '-' || b[n-3] == '+') && b[n-2] == '0' {
			b[n-2] = b[n-1]
			b = b[:n-1]
		}
	}
	return b
}

// UnmarshalJSON reads a GeoJSON geometry object; null is no geometry. A height, a
// third number, is passed over: RFC 7946 allows it, and the store has none.
func (g *Geometry) UnmarshalJSON(b []byte) error {
	g.Geometry = nil
	if bytes.Equal(bytes.TrimSpace(b), []byte("null")) {
		return nil
	}
	var raw struct {
		Type        string          `json:"type"`
		Coordinates json.RawMessage `json:"coordinates"`
	}
	if err := json.Unmarshal(b, &raw); err != nil {
		return invalid("a geometry is not a GeoJSON object with type and coordinates")
	}
	var err error
	switch raw.Type {
	case "Point":
		g.Geometry, err = readJSON[position, orb.Point](raw.Coordinates, position.point)
	case "MultiPoint":
		g.Geometry, err = readJSON[[]position, orb.MultiPoint](raw.Coordinates, func(p []position) orb.MultiPoint { return points(p) })
	case "LineString":
		g.Geometry, err = readJSON[[]position, orb.LineString](raw.Coordinates, func(p []position) orb.LineString { return points(p) })
	case "MultiLineString":
		g.Geometry, err = readJSON[[][]position, orb.MultiLineString](raw.Coordinates, func(l [][]position) orb.MultiLineString {
			return each(l, func(p []position) orb.LineString { return points(p) })
		})
	case "Polygon":
		g.Geometry, err = readJSON[[][]position, orb.Polygon](raw.Coordinates, polygon)
	case "MultiPolygon":
		g.Geometry, err = readJSON[[][][]position, orb.MultiPolygon](raw.Coordinates, func(l [][][]position) orb.MultiPolygon { return each(l, polygon) })
	case "":
		err = invalid("a geometry has no type")
	default:
		err = invalid("a geometry of type %s is neither point, line nor area", raw.Type)
	}
	if err != nil {
		g.Geometry = nil
	}
	return err
}

// position is a GeoJSON position of two numbers or more.
type position []float64

func (p position) point() orb.Point { return orb.Point{p[0], p[1]} }

func (p *position) UnmarshalJSON(b []byte) error {
	var numbers []*float64
	if err := json.Unmarshal(b, &numbers); err != nil {
		return invalid("a geometry's position is not two numbers, longitude and latitude")
	}
	if len(numbers) < 2 || numbers[0] == nil || numbers[1] == nil {
		return invalid("a geometry's position needs two numbers, longitude and latitude")
	}
	*p = position{*numbers[0], *numbers[1]}
	return nil
}

func readJSON[T any, G orb.Geometry](b []byte, make func(T) G) (orb.Geometry, error) {
	var v T
	if len(b) == 0 || bytes.Equal(b, []byte("null")) {
		return nil, invalid("a geometry has no coordinates")
	}
	if err := json.Unmarshal(b, &v); err != nil {
		if bad := (*ValidationError)(nil); asValidation(err, &bad) {
			return nil, bad
		}
		return nil, invalid("a geometry's coordinates do not fit its type")
	}
	return make(v), nil
}

func points(l []position) []orb.Point { return each(l, position.point) }

func polygon(l [][]position) orb.Polygon {
	return each(l, func(p []position) orb.Ring { return points(p) })
}

func each[A, B any](in []A, f func(A) B) []B {
	out := make([]B, len(in))
	for i, v := range in {
		out[i] = f(v)
	}
	return out
}
