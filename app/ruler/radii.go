package ruler

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"sitmap/mapdata/scene"
)

// manyRadii is how many rings one point may have: more could not be read.
const manyRadii = 12

// The radii that a ring may have, in metres. The longest is short of the opposite
// side of the globe, where a ring closes in on a point.
const (
	LeastRadius = 1
	MostRadius  = 20_000_000
)

// units are the lengths that radii may be given in, in metres.
var units = map[string]float64{
	"m": 1, "km": 1000, "mi": 1609.344, "nm": 1852, "nmi": 1852, "ft": 0.3048,
}

var radiusShape = regexp.MustCompile(`^(\d+(?:\.\d+)?)\s*([a-z]*)$`)

// ParseRadii reads a list of radii such as "100, 300, 500 km": numbers with a
// decimal point, separated by commas, semicolons or spaces, in kilometres unless a
// unit (m, km, mi, nmi, ft) follows, which holds for those before it too. The
// radii come sorted, each once, with their labels in the unit they were told in. An error says
// what is wrong.
func ParseRadii(s string) ([]scene.Radius, error) {
	parts := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\t' })
	// A unit that stands alone belongs to the number before it.
	var list []string
	for _, p := range parts {
		if _, is := units[p]; is && len(list) > 0 {
			list[len(list)-1] += p
			continue
		}
		list = append(list, p)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("the radii are missing; write them like 100, 300, 500 km")
	}
	if len(list) > manyRadii {
		return nil, fmt.Errorf("%d radii are too many; a point can have %d rings", len(list), manyRadii)
	}
	var out []scene.Radius
	unit := "km"
	for i := len(list) - 1; i >= 0; i-- {
		m := radiusShape.FindStringSubmatch(list[i])
		if m == nil {
			return nil, fmt.Errorf("“%s” is not a radius; write the radii like 100, 300, 500 km", list[i])
		}
		if m[2] != "" {
			if _, known := units[m[2]]; !known {
				return nil, fmt.Errorf("“%s” is no unit of length that is known here; write m, km, mi, nmi or ft", m[2])
			}
			unit = m[2]
		}
		v, err := strconv.ParseFloat(m[1], 64)
		if err != nil {
			return nil, fmt.Errorf("“%s” is not a radius; write the radii like 100, 300, 500 km", list[i])
		}
		metres := v * units[unit]
		if !(metres >= LeastRadius && metres <= MostRadius) {
			return nil, fmt.Errorf("a radius of %s %s cannot be drawn; it must lie between 1 m and 20,000 km", m[1], unit)
		}
		out = append(out, scene.Radius{Metres: metres, Label: trimmed(v) + " " + unit})
	}
	slices.SortFunc(out, func(a, b scene.Radius) int {
		switch {
		case a.Metres < b.Metres:
			return -1
		case a.Metres > b.Metres:
			return 1
		}
		return 0
	})
	return slices.CompactFunc(out, func(a, b scene.Radius) bool { return a.Metres == b.Metres }), nil
}

// RadiiText writes radii so that ParseRadii reads them.
func RadiiText(radii []scene.Radius) string {
	var out []string
	for i, r := range radii {
		text := strings.ReplaceAll(r.Label, ",", "")
		number, unit, _ := strings.Cut(text, " ")
		if i+1 < len(radii) {
			if _, next, _ := strings.Cut(radii[i+1].Label, " "); next == unit {
				text = number // the last of its unit has it
			}
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

func trimmed(v float64) string {
	if v == math.Trunc(v) {
		return grouped(v, 0)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
