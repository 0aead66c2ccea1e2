package ruler

import (
	"fmt"
	"strings"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// Leg is a geodesic between two corners of a line.
type Leg struct {
	From, To orb.Point // longitude, latitude
	Metres   float64
	Bearing  float64 // in which it leaves From, degrees clockwise from north
}

// Legs are those of a line through the given points, in their order.
func Legs(points []orb.Point) []Leg {
	var out []Leg
	for i := 1; i < len(points); i++ {
		l := Leg{From: points[i-1], To: points[i]}
		l.Metres, l.Bearing = geo.Inverse(l.From, l.To)
		out = append(out, l)
	}
	return out
}

// Total is the length of all legs.
func Total(legs []Leg) float64 {
	sum := 0.0
	for _, l := range legs {
		sum += l.Metres
	}
	return sum
}

// LineText is a measured line to paste into a text: its length, then a leg a line,
// each with its ends, length and bearing.
func LineText(points []orb.Point) string {
	legs := Legs(points)
	var b strings.Builder
	fmt.Fprintf(&b, "Distance\t%s\n", Length(Total(legs)))
	for i, l := range legs {
		fmt.Fprintf(&b, "Leg %d\t%s\t%s\tfrom %s\tto %s\n", i+1, Length(l.Metres), Bearing(l.Bearing), geo.FormatDD(l.From), geo.FormatDD(l.To))
	}
	b.WriteString("WGS 84, geodesics; bearings are initial and true\n")
	return b.String()
}

// AreaText is a measured polygon to paste into a text.
func AreaText(corners []orb.Point) string {
	area, perimeter := geo.Area(corners)
	var b strings.Builder
	fmt.Fprintf(&b, "Area\t%s\nPerimeter\t%s\n", Area(area), Length(perimeter))
	for i, p := range corners {
		fmt.Fprintf(&b, "Corner %d\t%s\n", i+1, geo.FormatDD(p))
	}
	b.WriteString("WGS 84, sides are geodesics\n")
	return b.String()
}
