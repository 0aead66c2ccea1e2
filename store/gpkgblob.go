package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
	"github.com/paulmach/orb/planar"
)

// gpkgHeader begins every GeoPackage geometry: magic, version 0, flags (little
// endian, no envelope) and the reference system 4326.
var gpkgHeader = []byte{'G', 'P', 0, 1, 0xe6, 0x10, 0, 0}

// blob writes a geometry as a GeoPackage geometry (OGC 12-128, 2.1.3); nil for
// none.
func blob(g orb.Geometry) ([]byte, error) {
	switch g := g.(type) {
	case nil:
		return nil, nil
	case orb.Point:
		b := make([]byte, 29)
		copy(b, gpkgHeader)
		b[8] = 1
		binary.LittleEndian.PutUint32(b[9:], 1)
		binary.LittleEndian.PutUint64(b[13:], math.Float64bits(g[0]))
		binary.LittleEndian.PutUint64(b[21:], math.Float64bits(g[1]))
		return b, nil
	}
	body, err := wkb.Marshal(g, binary.LittleEndian)
	if err != nil {
		return nil, fmt.Errorf("writing a geometry: %w", err)
	}
	return append(append(make([]byte, 0, len(gpkgHeader)+len(body)), gpkgHeader...), body...), nil
}

var errBlob = errors.New("a geometry cannot be read")

// unblob reads what [blob] writes.
func unblob(b []byte) (orb.Geometry, error) {
	if len(b) == 0 {
		return nil, nil
	}
	if len(b) < len(gpkgHeader)+5 || string(b[:8]) != string(gpkgHeader) {
		return nil, errBlob
	}
	if len(b) == 29 && b[8] == 1 && binary.LittleEndian.Uint32(b[9:]) == 1 {
		return orb.Point{
			math.Float64frombits(binary.LittleEndian.Uint64(b[13:])),
			math.Float64frombits(binary.LittleEndian.Uint64(b[21:])),
		}, nil
	}
	g, err := wkb.Unmarshal(b[8:])
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errBlob, err)
	}
	return g, nil
}

// finite reports whether every coordinate is a number.
func finite(g orb.Geometry) bool {
	ok := true
	eachPoint(g, func(p orb.Point) {
		for _, v := range p {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				ok = false
			}
		}
	})
	return ok
}

// eachPoint calls f for every position of the geometry.
func eachPoint(g orb.Geometry, f func(orb.Point)) {
	list := func(l []orb.Point) {
		for _, p := range l {
			f(p)
		}
	}
	switch g := g.(type) {
	case orb.Point:
		f(g)
	case orb.MultiPoint:
		list(g)
	case orb.LineString:
		list(g)
	case orb.MultiLineString:
		for _, l := range g {
			list(l)
		}
	case orb.Polygon:
		for _, r := range g {
			list(r)
		}
	case orb.MultiPolygon:
		for _, p := range g {
			eachPoint(p, f)
		}
	}
}

// representative is the point that stands for a geometry on a small map: of a
// line its middle vertex, of an area its centroid.
func representative(g orb.Geometry) (orb.Point, bool) {
	switch g := g.(type) {
	case nil:
		return orb.Point{}, false
	case orb.Point:
		return g, true
	case orb.MultiPoint:
		if len(g) > 0 {
			return g[0], true
		}
	case orb.LineString:
		if len(g) > 0 {
			return g[len(g)/2], true
		}
	case orb.MultiLineString:
		if len(g) > 0 {
			return representative(g[0])
		}
	case orb.Polygon, orb.MultiPolygon:
		c, area := planar.CentroidArea(g)
		if area != 0 && finite(c) {
			return c, true
		}
		var first *orb.Point
		eachPoint(g, func(p orb.Point) {
			if first == nil {
				first = &p
			}
		})
		if first != nil {
			return *first, true
		}
	}
	return orb.Point{}, false
}
