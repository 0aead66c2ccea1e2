package when

import (
	"errors"
	"slices"
	"strings"

	"sitmap/store"
)

// maxChoiceWords bounds the texts whose choices are fitted in: longer ones get them as
// they are.
const maxChoiceWords = 14

// fitted puts the choices of a question into the text that asked it: of “03/04/2025
// 01:30 Kyiv” the day alone is in question, and the rest is kept. Each takes the place
// of as few words as will do. A choice that fits nowhere stands for the whole text.
func fitted(text string, err error, c Context) error {
	var e *Error
	words := strings.Fields(text)
	if !errors.As(err, &e) || !e.Ask || len(e.Choices) == 0 || len(words) > maxChoiceWords {
		return err
	}
	out := *e
	out.Choices = nil
	c.Cities = remembered(c.Cities)
	for _, choice := range e.Choices {
		fit := fit(words, choice, c)
		if fit == "" {
			fit = choice
		}
		if _, err := parse(fit, c); err == nil {
			out.Choices = append(out.Choices, fit)
		}
	}
	return &out
}

// fit is the text with a choice in place of as few of its words as can be read then,
// without those that add nothing to it: the Friday of “4 July 2025 Friday”.
func fit(words []string, choice string, c Context) string {
	for n := 1; n <= len(words); n++ {
		for from := 0; from+n <= len(words); from++ {
			parts := slices.Replace(slices.Clone(words), from, from+n, choice)
			if from+n < len(words) && strings.HasSuffix(words[from+n-1], ",") {
				parts[from] += ","
			}
			if read, ok := readParts(parts, c); ok {
				return lean(parts, from, read, c)
			}
		}
	}
	return ""
}

// lean leaves out the words beside parts[keep] without which the same is read.
func lean(parts []string, keep int, read Reading, c Context) string {
	for i := 0; i < len(parts); {
		rest := slices.Delete(slices.Clone(parts), i, i+1)
		less, ok := readParts(rest, c)
		if i == keep || !ok || less.Zoned != read.Zoned || len(less.Notes) != len(read.Notes) || !sameTime(less.When, read.When) {
			i++
			continue
		}
		if parts = rest; i < keep {
			keep--
		}
	}
	return strings.TrimSuffix(strings.Join(parts, " "), ",")
}

func readParts(parts []string, c Context) (Reading, bool) {
	text := strings.Join(parts, " ")
	if len(text) > maxText || text == "" {
		return Reading{}, false
	}
	r, err := parse(text, c)
	return r, err == nil
}

func sameTime(a, b store.When) bool {
	return a.Earliest.Equal(b.Earliest) && a.Latest.Equal(b.Latest) && a.Precision == b.Precision && a.Zone == b.Zone
}

// remembered asks for each city once: the same words are read many times over.
func remembered(cities func(string) (string, string, bool)) func(string) (string, string, bool) {
	if cities == nil {
		return nil
	}
	type answer struct {
		country, admin1 string
		ok              bool
	}
	known := map[string]answer{}
	return func(name string) (string, string, bool) {
		a, asked := known[name]
		if !asked {
			a.country, a.admin1, a.ok = cities(name)
			known[name] = a
		}
		return a.country, a.admin1, a.ok
	}
}

// zonesOf are the names in “Europe/London or Asia/Dhaka”.
func zonesOf(said string) []string {
	return strings.Split(strings.ReplaceAll(said, " or ", ", "), ", ")
}
