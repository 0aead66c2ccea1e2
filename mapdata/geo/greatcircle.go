package geo

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// GreatCircle gives the shortest line from a to b over the sphere, as n segments
// (at least one), cut where it crosses the date line: then there are two lines,
// the first ending and the second beginning on ±180° at the same latitude.
// Opposite points have no shortest line; the one over the north pole is taken.
func GreatCircle(a, b orb.Point, n int) []orb.LineString {
	return CutDateLine(arc(a, b, n))
}

// Arc is [GreatCircle] on the map, in one piece: its X runs beyond [0, 1) where
// the line crosses the date line.
func Arc(a, b orb.Point, n int) []World {
	pts := arc(a, b, n)
	out := make([]World, len(pts))
	for i, p := range pts {
		out[i] = Project(p)
	}
	return out
}

// FarArc is [Arc] for other projections than Web Mercator: the poles are where they
// are, see [ProjectFar], and next to them, where longitudes change fast, there are
// more segments.
func FarArc(a, b orb.Point, n int) []World {
	pts := arc(a, b, n)
	out := []World{ProjectFar(pts[0])}
	for i := 1; i < len(pts); i++ {
		out = farArc(out, pts[i-1], pts[i], 0)
	}
	return out
}

// farArc appends the arc from p, whose longitude is that of the last position.
func farArc(out []World, p, q orb.Point, depth int) []World {
	if math.Abs(q[0]-p[0]) > 4 && depth < 16 {
		m := arc(p, q, 2)[1]
		return farArc(farArc(out, p, m, depth+1), m, q, depth+1)
	}
	return append(out, ProjectFar(q))
}

// arc gives the points of a great circle with longitudes that run on beyond
// ±180°.
func arc(a, b orb.Point, n int) orb.LineString {
	n = max(n, 1)
	va, vb := toVector(a), toVector(b)
	// The angle from the chord's half and its complement: exact for near and for
	// opposite points alike, where the arc cosine is not.
	angle := 2 * math.Atan2(va.sub(vb).length(), va.add(vb).length())
	// w is perpendicular to va in the plane of the arc.
	w := vb.sub(va.scale(va.dot(vb)))
	if w.length() < 1e-12 {
		w = vector{0, 0, 1}.sub(va.scale(va[2]))
		if w.length() < 1e-12 {
			w = vector{1, 0, 0}
		}
	}
	w = w.scale(1 / w.length())
	line := make(orb.LineString, 0, n+1)
	lon := a[0]
	for i := 0; i <= n; i++ {
		p := b
		switch {
		case i == 0:
			p = a
		case i < n:
			s, c := math.Sincos(angle * float64(i) / float64(n))
			p = va.scale(c).add(w.scale(s)).point()
		}
		// Over a pole the longitude is anyone's: keep the last one.
		if math.Abs(p[1]) > 90-1e-9 && i > 0 && i < n {
			p[0] = lon
		}
		p[0] += 360 * math.Round((lon-p[0])/360)
		lon = p[0]
		line = append(line, p)
	}
	return line
}

// CutDateLine cuts a line whose longitudes run on beyond ±180° into pieces that
// lie within [-180, 180]. Points that are no places, not being finite or many times
// around the globe, are left out.
func CutDateLine(line orb.LineString) []orb.LineString {
	line = slices.DeleteFunc(slices.Clone(line), func(p orb.Point) bool {
		return !finite(p[0], p[1]) || math.Abs(p[0]) > 36000
	})
	if len(line) == 0 {
		return nil
	}
	sheet := func(lon float64) float64 { return math.Floor((lon + 180) / 360) }
	cur := sheet(line[0][0])
	if line[0][0] == 180 && (len(line) < 2 || line[1][0] <= 180) {
		cur = 0 // a line that begins on the date line and runs west
	}
	var out []orb.LineString
	piece := orb.LineString{{line[0][0] - 360*cur, line[0][1]}}
	for i := 1; i < len(line); i++ {
		p, q := line[i-1], line[i]
		for {
			lo, hi := cur*360-180, cur*360+180
			edge, step := hi, 1.0
			if q[0] >= lo && q[0] <= hi {
				break
			}
			if q[0] < lo {
				edge, step = lo, -1
			}
			t := 0.0
			if q[0] != p[0] {
				t = (edge - p[0]) / (q[0] - p[0])
			}
			lat := p[1] + t*(q[1]-p[1])
			piece = append(piece, orb.Point{180 * step, lat})
			if len(piece) > 1 && piece[0] != piece[len(piece)-1] {
				out = append(out, piece)
			}
			cur += step
			piece = orb.LineString{{-180 * step, lat}}
			p = orb.Point{edge, lat}
		}
		piece = append(piece, orb.Point{q[0] - 360*cur, q[1]})
	}
	if len(piece) > 1 || len(out) == 0 {
		out = append(out, piece)
	}
	return out
}

// vector is a direction from the middle of the sphere.
type vector [3]float64

func toVector(p orb.Point) vector {
	sinLon, cosLon := math.Sincos(p[0] * math.Pi / 180)
	sinLat, cosLat := math.Sincos(p[1] * math.Pi / 180)
	return vector{cosLat * cosLon, cosLat * sinLon, sinLat}
}

func (v vector) point() orb.Point {
	return orb.Point{
		math.Atan2(v[1], v[0]) * 180 / math.Pi,
		math.Atan2(v[2], math.Hypot(v[0], v[1])) * 180 / math.Pi,
	}
}

func (v vector) add(o vector) vector    { return vector{v[0] + o[0], v[1] + o[1], v[2] + o[2]} }
func (v vector) sub(o vector) vector    { return vector{v[0] - o[0], v[1] - o[1], v[2] - o[2]} }
func (v vector) scale(f float64) vector { return vector{v[0] * f, v[1] * f, v[2] * f} }
func (v vector) dot(o vector) float64   { return v[0]*o[0] + v[1]*o[1] + v[2]*o[2] }
func (v vector) length() float64        { return math.Sqrt(v.dot(v)) }
