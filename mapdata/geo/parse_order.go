package geo

import (
	"math"
	"regexp"
	"strings"
)

var (
	// Only digits and commas: which commas are decimal ones?
	commasPattern = regexp.MustCompile(`^-?\d{1,3}(?:, ?-?\d{1,12}){2,3}$`)
	// Two or three decimal numbers with commas between them.
	triplePattern   = regexp.MustCompile(`^(-?\d{1,3}\.\d+)[,;] ?(-?\d{1,3}\.\d+)[,;] ?-?\d+(?:\.\d+)?$`)
	bracketsPattern = regexp.MustCompile(`^\[ ?(-?\d{1,3}(?:\.\d+)?), ?(-?\d{1,3}(?:\.\d+)?)(?:, ?-?\d+(?:\.\d+)?)? ?\]$`)
)

// severalWays asks about what is often written in either order or with commas of
// either meaning: GeoJSON puts longitude first, KML as well, with the height third,
// and "50,45,30" has one decimal comma or none.
func severalWays(s string) error {
	if m := bracketsPattern.FindStringSubmatch(s); m != nil {
		return eitherOrder(s, "stands in brackets, in which GeoJSON puts the longitude first and others the latitude", m[1], m[2])
	}
	if m := triplePattern.FindStringSubmatch(s); m != nil {
		return eitherOrder(s, "has a height behind it, before which KML puts the longitude first and others the latitude", m[1], m[2])
	}
	if commasPattern.MatchString(s) {
		return whichCommas(s)
	}
	return nil
}

// eitherOrder asks which of two numbers is the latitude, unless only one order is
// possible and is not the usual one's opposite.
func eitherOrder(s, why, first, second string) error {
	var found []Possible
	if c, err := decimalPair(first, second, DecimalDegrees); err == nil {
		found = append(found, Possible{c, "latitude first"})
	}
	if c, err := decimalPair(second, first, DecimalDegrees); err == nil && first != second {
		found = append(found, Possible{c, "longitude first"})
	}
	if len(found) == 0 {
		return notACoordinate(s)
	}
	return &AmbiguousError{s, why, found}
}

// whichCommas asks which of the commas between digits are decimal ones.
func whichCommas(s string) error {
	spaced := strings.Contains(s, ", ")
	n := strings.Split(strings.ReplaceAll(s, " ", ""), ",")
	var found []Possible
	add := func(as string, lat, lon angleParts) {
		if c, err := compose(s, lat, lon); err == nil {
			c.Unordered = false
			found = append(found, Possible{c, as})
		}
	}
	whole := func(a string) angleParts { return decimal(a, "") }
	switch {
	case len(n) == 3:
		add("a decimal comma in the first", decimal(n[0], n[1]), whole(n[2]))
		add("a decimal comma in the second", whole(n[0]), decimal(n[1], n[2]))
		add("no decimal comma, a height third", whole(n[0]), whole(n[1]))
	case spaced && len(n[1]) == 2 && len(n[3]) == 2 && !strings.HasPrefix(n[1], "-"):
		add("degrees and minutes", minutes(n[0], n[1]), minutes(n[2], n[3]))
		add("decimal commas", decimal(n[0], n[1]), decimal(n[2], n[3]))
	case len(n[1]) <= 2 && len(n[3]) <= 2 && atoi(n[1]) < 60 && atoi(n[3]) < 60:
		add("decimal commas", decimal(n[0], n[1]), decimal(n[2], n[3]))
		add("degrees and minutes", minutes(n[0], n[1]), minutes(n[2], n[3]))
	}
	if len(found) == 0 || len(found) == 1 && len(n) == 4 {
		return nil
	}
	return &AmbiguousError{s, "has commas that may part numbers or be decimal ones", found}
}

// decimal is a number of degrees of whole digits and those behind the comma.
func decimal(whole, fraction string) angleParts {
	v := math.NaN() // no angle: a sign within the number
	if !strings.HasPrefix(fraction, "-") {
		v = atof(strings.TrimPrefix(whole, "-") + "." + fraction + "0")
	}
	return angleParts{values: []float64{v}, decimals: len(fraction), negative: strings.HasPrefix(whole, "-")}
}

func minutes(degrees, minutes string) angleParts {
	a := decimal(degrees, "")
	m := decimal(minutes, "")
	if m.negative {
		m.values[0] = math.NaN()
	}
	a.values = append(a.values, m.values[0])
	return a
}
