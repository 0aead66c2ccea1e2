package figure

import "strings"

// Pair is two figures told in one cell, “539/478”: how many there were, and how
// many of them, such as drones launched and shot down.
type Pair struct{ All, Of Figure }

// IsPair reports whether a cell holds two figures with a slash between them,
// which [Parse] refuses and [ParsePair] reads.
func IsPair(text string) bool {
	a, b, ok := strings.Cut(text, "/")
	return ok && !strings.Contains(b, "/") && strings.TrimSpace(a) != "" && strings.TrimSpace(b) != ""
}

// ParsePair reads such a cell; each of the two is written as [Parse] reads it:
// “≥500/~470”, “dozens/none”. The second may not be certain to exceed the first.
// The error is always an *[Error].
func ParsePair(text string, own ...Word) (Pair, error) {
	if !IsPair(text) {
		return Pair{}, refuse(text, "“%s” is not two figures: write them with one slash between, as 539/478.", strings.TrimSpace(text))
	}
	first, second, _ := strings.Cut(text, "/")
	var p Pair
	var err error
	if p.All, err = Parse(first, own...); err != nil {
		return Pair{}, err
	}
	if p.Of, err = Parse(second, own...); err != nil {
		return Pair{}, err
	}
	if p.All.High != nil && p.Of.Low != nil && *p.Of.Low > *p.All.High {
		return Pair{}, refuse(text, "“%s” counts more in the second figure than in the first, of which it is a part.", strings.TrimSpace(text))
	}
	return p, nil
}

// FormatPair writes a pair so that [ParsePair] reads the same again.
func FormatPair(p Pair) string { return Format(p.All) + "/" + Format(p.Of) }
