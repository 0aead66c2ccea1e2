package figure

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	plain   = regexp.MustCompile(`^\d+$`)
	grouped = regexp.MustCompile(`^\d{1,3}([,' \x{a0}\x{202f}]\d{3})+$`)
	decimal = regexp.MustCompile(`^\d+[.,]\d+$`)
	dotted  = regexp.MustCompile(`^[1-9]\d{0,2}(\.\d{3})+$`)
)

// reason is the end of a sentence that says why a text is no figure.
type reason string

func (r reason) Error() string { return string(r) }

// number reads a figure not below 0: digits with or without groups, a decimal
// point or comma, a thousand, million or billion behind it, or a small number in
// words.
func number(s string) (float64, error) {
	s = strings.TrimSpace(s)
	if n, ok := inWords[s]; ok {
		return n, nil
	}
	factor := 1.0
	for _, m := range multipliers {
		if before, ok := strings.CutSuffix(s, m.text); ok && before != "" {
			s, factor = strings.TrimSpace(before), m.factor
			break
		}
	}
	if n, ok := inWords[s]; ok {
		return n * factor, nil
	}
	switch {
	case plain.MatchString(s):
	case grouped.MatchString(s):
		s = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, s)
	case dotted.MatchString(s) && factor == 1:
		return 0, reason("is the dot a decimal point or does it part thousands? Write 1200 or 1.2.")
	case decimal.MatchString(s):
		s = strings.Replace(s, ",", ".", 1)
	case strings.HasPrefix(s, "-") || strings.HasPrefix(s, "−"):
		return 0, reason("it is below nothing.")
	default:
		return 0, reason("write a number, as 40, ≥1, ~40, 12–15 or “dozens”.")
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || !finite(n*factor) {
		return 0, reason("the number is too large.")
	}
	return n * factor, nil
}

var multipliers = []struct {
	text   string
	factor float64
}{
	{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"bn", 1e9}, {"dozen", 12}, {"k", 1e3}, {"m", 1e6},
}

var inWords = map[string]float64{
	"zero": 0, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a hundred": 100, "one hundred": 100,
}
