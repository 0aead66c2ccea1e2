package scene

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// LayerData is the geometry of a layer on the map, made once and not changed: a
// layer that is read anew has other data.
type LayerData struct {
	Shapes []LayerShape
	Bound  geo.Rect // of all shapes; empty where there are none
	// What sorts of shapes there are.
	Areas, Lines, Points bool
}

// LayerShape is the geometry of one feature on the map. Shapes across the date line
// are in one piece: their X may lie outside [0, 1).
type LayerShape struct {
	// Rings of areas, not closed by a repeated point. Outer ones wind one way and
	// holes the other, so that all can be filled at once by the non-zero rule.
	Rings [][]geo.World
	// Edges are the outlines of the areas where they are not simply the rings: those
	// cut at the date line have none along the cut. Nil: the rings.
	Edges  [][]geo.World
	Lines  [][]geo.World
	Points []geo.World
	Bound  geo.Rect
}

// NewLayerData projects geometries in degrees, longitude first; nil ones become
// empty shapes.
//
// A step of more than 180 degrees of longitude is taken to cross the date line the
// short way, unless both its ends lie at 180 degrees: shapes need not be cut there,
// though RFC 7946 asks for it. A ring that goes around a pole is closed over it.
func NewLayerData(geometries []orb.Geometry) *LayerData {
	d := &LayerData{Shapes: make([]LayerShape, len(geometries)), Bound: geo.EmptyRect()}
	for i, g := range geometries {
		s := &d.Shapes[i]
		s.Bound = geo.EmptyRect()
		s.add(g)
		if !s.Bound.Empty() {
			d.Bound = d.Bound.Union(s.Bound)
		}
		d.Areas = d.Areas || len(s.Rings) > 0
		d.Lines = d.Lines || len(s.Lines) > 0
		d.Points = d.Points || len(s.Points) > 0
	}
	return d
}

// Empty reports whether the shape has no geometry at all.
func (s *LayerShape) Empty() bool { return s.Bound.Empty() }

func (s *LayerShape) add(g orb.Geometry) {
	switch g := g.(type) {
	case orb.Point:
		s.point(g)
	case orb.MultiPoint:
		for _, p := range g {
			s.point(p)
		}
	case orb.LineString:
		s.line(g)
	case orb.MultiLineString:
		for _, l := range g {
			s.line(l)
		}
	case orb.Ring:
		s.polygon(orb.Polygon{g})
	case orb.Polygon:
		s.polygon(g)
	case orb.MultiPolygon:
		for _, p := range g {
			s.polygon(p)
		}
	case orb.Bound:
		s.polygon(g.ToPolygon())
	case orb.Collection:
		for _, part := range g {
			s.add(part)
		}
	}
}

func (s *LayerShape) point(p orb.Point) {
	w := geo.ProjectFar(orb.Point{geo.WrapLongitude(p[0]), p[1]})
	s.Points = append(s.Points, w)
	s.Bound = s.Bound.Extend(w)
}

func (s *LayerShape) line(l orb.LineString) {
	pts := unwrapped(l)
	if len(pts) < 2 {
		return
	}
	s.Lines = append(s.Lines, s.projected(pts))
}

func (s *LayerShape) polygon(p orb.Polygon) {
	west := 0.0
	for i, ring := range p {
		pts := overPole(unwrapped(ring))
		if n := len(pts); n > 1 && pts[0] == pts[n-1] {
			pts = pts[:n-1]
		}
		if len(pts) < 3 {
			if i == 0 {
				return
			}
			continue
		}
		if i == 0 {
			west = pts[0][0]
		} else if turns := math.Round((west - pts[0][0]) / 360); turns != 0 {
			for k := range pts { // the hole of a ring beyond the date line lies there too
				pts[k][0] += turns * 360
			}
		}
		if area := twiceArea(pts); area > 0 != (i == 0) {
			slices.Reverse(pts)
		}
		out := s.projected(pts)
		if edges, cut := withoutSeam(out, pts); cut {
			if s.Edges == nil {
				for _, r := range s.Rings {
					s.Edges = append(s.Edges, closed(r))
				}
			}
			s.Edges = append(s.Edges, edges...)
		} else if s.Edges != nil {
			s.Edges = append(s.Edges, closed(out))
		}
		s.Rings = append(s.Rings, out)
	}
}

// closed repeats the first point at the end: edges are open lines.
func closed(ring []geo.World) []geo.World { return append(slices.Clone(ring), ring[0]) }

func (s *LayerShape) projected(pts []orb.Point) []geo.World {
	out := make([]geo.World, len(pts))
	for i, p := range pts {
		out[i] = geo.ProjectFar(p)
		s.Bound = s.Bound.Extend(out[i])
	}
	return out
}

// unwrapped copies a line so that it crosses the date line without a jump.
func unwrapped[S ~[]orb.Point](line S) []orb.Point {
	out := make([]orb.Point, len(line))
	turn := 0.0
	for i, p := range line {
		if i > 0 {
			from := line[i-1][0]
			step := p[0] - from
			if math.Abs(step) > 180 && (!atDateLine(from) || !atDateLine(p[0])) {
				turn -= 360 * math.Round(step/360)
			}
		}
		out[i] = orb.Point{p[0] + turn, p[1]}
	}
	return out
}

func atDateLine(lon float64) bool { return math.Abs(lon) == 180 }

// overPole closes a ring that ends a whole turn away from where it began: over the
// pole that it is nearer to.
func overPole(pts []orb.Point) []orb.Point {
	n := len(pts)
	if n < 2 || math.Abs(pts[n-1][0]-pts[0][0]) < 180 {
		return pts
	}
	sum := 0.0
	for _, p := range pts {
		sum += p[1]
	}
	pole := math.Copysign(90, sum)
	return append(pts, orb.Point{pts[n-1][0], pole}, orb.Point{pts[0][0], pole}, pts[0])
}

// twiceArea is positive for a ring that winds anticlockwise in longitude and
// latitude.
func twiceArea(pts []orb.Point) float64 {
	sum := 0.0
	a := pts[len(pts)-1]
	for _, b := range pts {
		sum += (a[0]-pts[0][0])*(b[1]-pts[0][1]) - (b[0]-pts[0][0])*(a[1]-pts[0][1])
		a = b
	}
	return sum
}

// withoutSeam gives the outline of a ring without what runs along the date line or
// the edge of the map, as open lines; false where nothing does.
func withoutSeam(ring []geo.World, pts []orb.Point) (lines [][]geo.World, cut bool) {
	n := len(pts)
	seam := func(i int) bool {
		a, b := pts[i], pts[(i+1)%n]
		return a[0] == b[0] && math.Mod(a[0], 360) != 0 && math.Mod(a[0], 180) == 0 ||
			a[1] == b[1] && math.Abs(a[1]) == 90
	}
	first := -1
	for i := range n {
		if seam(i) {
			first = i
			break
		}
	}
	if first < 0 {
		return nil, false
	}
	var line []geo.World
	for k := 1; k <= n; k++ { // from behind the first seam once around
		i := (first + k) % n
		line = append(line, ring[i])
		if seam(i) {
			if len(line) > 1 {
				lines = append(lines, line)
			}
			line = nil
		}
	}
	return lines, true
}
