package entry

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is passed over at one look must be what a close look finds no slips in.
func TestNamesPassedOverHaveNoSuchWord(t *testing.T) {
	letters := rapid.SampledFrom([]rune("abcdкя -1"))
	rapid.Check(t, func(t *rapid.T) {
		query := strings.TrimSpace(rapid.StringOfN(letters, 4, 16, -1).Draw(t, "query"))
		amiss := []rune(query)
		for range rapid.IntRange(0, 3).Draw(t, "slips") {
			if len(amiss) < 2 {
				break
			}
			i := rapid.IntRange(1, len(amiss)-1).Draw(t, "at")
			switch rapid.IntRange(0, 3).Draw(t, "sort") {
			case 0:
				amiss = slices.Delete(amiss, i, i+1)
			case 1:
				amiss[i] = 'x'
			case 2:
				amiss = slices.Insert(amiss, i, 'x')
			default:
				amiss[i], amiss[i-1] = amiss[i-1], amiss[i]
			}
		}
		name := rapid.StringOfN(letters, 0, 12, -1).Draw(t, "before") + " " + string(amiss) + rapid.StringOfN(letters, 0, 12, -1).Draw(t, "behind")
		s := newSlips(query)
		want := false
		for at := range name {
			if at == 0 || name[at-1] == ' ' || name[at-1] == '-' {
				word := []rune(name[at:])
				want = want || s.allowed > 0 && s.begins(word[:min(len(word), len(s.query)+s.allowed)])
			}
		}
		if got := s.in(name); got != want {
			t.Fatalf("%q in %q: %v, want %v", query, name, got, want)
		}
	})
}
