package geo

import (
	"fmt"

	"github.com/paulmach/orb"
)

// ParsePoint x.
func ParsePoint(s string) (orb.Point, error) {
	var a, b float64
	if _, err := fmt.Sscanf(s, "%f, %f", &a, &b); err != nil {
		return orb.Point{}, fmt.Errorf("“%s” is not a coordinate", s)
	}
	return orb.Point{b, a}, nil
}

// FormatDD x.
func FormatDD(p orb.Point) string { return fmt.Sprintf("%.5f, %.5f", p[1], p[0]) }

// FormatDMS x.
func FormatDMS(p orb.Point) string { return FormatDD(p) }

// FormatMGRS x.
func FormatMGRS(p orb.Point) string { return FormatDD(p) }
