package main

import (
	"encoding/json"
	"fmt"
	"strconv"

	"sitmap/assets/gen/internal/topo"
)

// collection builds a GeoJSON FeatureCollection, a feature a line, with the
// members in the order that the reader in mapdata/basemap expects: properties
// before geometry, and nothing else.
type collection struct {
	data   []byte
	places int // decimal places of the coordinates
	n      int
}

func newCollection(places int) *collection {
	return &collection{data: []byte(`{"type":"FeatureCollection","features":[`), places: places}
}

// property is a member of a feature's properties. Members keep their order.
type property struct {
	name  string
	value any
}

func (c *collection) bytes() []byte { return append(c.data, "\n]}\n"...) }

func (c *collection) open(geometry string, properties []property) error {
	if c.n++; c.n > 1 {
		c.data = append(c.data, ',')
	}
	c.data = append(c.data, "\n{\"type\":\"Feature\",\"properties\":{"...)
	for i, p := range properties {
		if i > 0 {
			c.data = append(c.data, ',')
		}
		value, err := json.Marshal(p.value)
		if err != nil {
			return fmt.Errorf("writing property %s: %w", p.name, err)
		}
		c.data = append(strconv.AppendQuote(c.data, p.name), ':')
		c.data = append(c.data, value...)
	}
	c.data = append(c.data, `},"geometry":{"type":"`...)
	c.data = append(c.data, geometry...)
	c.data = append(c.data, `","coordinates":`...)
	return nil
}

func (c *collection) close() { c.data = append(c.data, "}}"...) }

func (c *collection) point(p topo.Point, properties ...property) error {
	if err := c.open("Point", properties); err != nil {
		return err
	}
	c.coordinates(c.round(p))
	c.close()
	return nil
}

// line adds a LineString, leaving out points that rounding makes equal to the
// one before.
func (c *collection) line(points []topo.Point, properties ...property) error {
	if err := c.open("LineString", properties); err != nil {
		return err
	}
	c.list(points, c.round)
	c.close()
	return nil
}

// arc adds a stretch of border as a LineString. Its ends, and all points of an
// arc that is small, are not rounded: two that lie close must not become one, or
// arcs would fall together and small areas would vanish.
func (c *collection) arc(points []topo.Point, properties ...property) error {
	if err := c.open("LineString", properties); err != nil {
		return err
	}
	round := c.round
	minX, minY, maxX, maxY := topo.Ring(points).Bound()
	if small := 30 * c.step(); maxX-minX < small || maxY-minY < small {
		round = func(p topo.Point) topo.Point { return p }
	}
	first, last := points[0], points[len(points)-1]
	c.list(points, func(p topo.Point) topo.Point {
		if p == first || p == last {
			return p
		}
		return round(p)
	})
	c.close()
	return nil
}

// polygon adds a Polygon; its rings do not repeat their first point.
func (c *collection) polygon(rings []topo.Ring, properties ...property) error {
	if err := c.open("Polygon", properties); err != nil {
		return err
	}
	c.data = append(c.data, '[')
	for i, r := range rings {
		if i > 0 {
			c.data = append(c.data, ',')
		}
		c.list(append(r[:len(r):len(r)], r[0]), c.round)
	}
	c.data = append(c.data, ']')
	c.close()
	return nil
}

func (c *collection) list(points []topo.Point, round func(topo.Point) topo.Point) {
	c.data = append(c.data, '[')
	var last topo.Point
	for i, p := range points {
		p = round(p)
		// The last point is kept: a ring must close.
		if i > 0 && p == last && i < len(points)-1 {
			continue
		}
		if i > 0 {
			c.data = append(c.data, ',')
		}
		c.coordinates(p)
		last = p
	}
	c.data = append(c.data, ']')
}

// step is the distance between neighbouring values at the decimal places that
// are written.
func (c *collection) step() int32 {
	step := int32(1)
	for range 5 - c.places {
		step *= 10
	}
	return step
}

// round brings a point to the decimal places that are written.
func (c *collection) round(p topo.Point) topo.Point {
	step := c.step()
	nearest := func(v int32) int32 {
		if v < 0 {
			return -((-v + step/2) / step * step)
		}
		return (v + step/2) / step * step
	}
	return topo.Point{X: nearest(p.X), Y: nearest(p.Y)}
}

func (c *collection) coordinates(p topo.Point) {
	c.data = append(c.data, '[')
	c.data = strconv.AppendFloat(c.data, float64(p.X)/topo.Unit, 'f', -1, 64)
	c.data = append(c.data, ',')
	c.data = strconv.AppendFloat(c.data, float64(p.Y)/topo.Unit, 'f', -1, 64)
	c.data = append(c.data, ']')
}
