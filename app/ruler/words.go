package ruler

import (
	"math"
	"strconv"
	"strings"
)

// Length writes metres to about a part in ten thousand, and never finer than a
// decimetre: "734.2 m", "12.345 km", "1,234.6 km".
func Length(metres float64) string {
	switch {
	case metres < 999.95:
		return grouped(metres, 1) + " m"
	case metres < 99_999.5:
		return grouped(metres/1000, 3) + " km"
	default:
		return grouped(metres/1000, 1) + " km"
	}
}

// Area writes square metres: "734.2 m²", "12.34 ha", "1,234.5 km²".
func Area(squareMetres float64) string {
	switch {
	case squareMetres < 9999.95:
		return grouped(squareMetres, 1) + " m²"
	case squareMetres < 999_950:
		return grouped(squareMetres/10_000, 2) + " ha"
	case squareMetres < 99_999_500:
		return grouped(squareMetres/1e6, 3) + " km²"
	default:
		return grouped(squareMetres/1e6, 1) + " km²"
	}
}

// Bearing writes degrees clockwise from north, in three figures as is the custom:
// "007.5°".
func Bearing(degrees float64) string {
	tenths := math.Mod(math.Round(degrees*10), 3600)
	s := strconv.FormatFloat(tenths/10, 'f', 1, 64)
	return strings.Repeat("0", max(0, 5-len(s))) + s + "°"
}

// grouped writes a number with a comma before each three digits.
func grouped(x float64, decimals int) string {
	s := strconv.FormatFloat(x, 'f', decimals, 64)
	whole, rest, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		return whole + "." + rest
	}
	return whole
}
