package gazetteer

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// compareAll is compare by the whole matrix.
func compareAll(query []rune, name []byte) (errors int, whole bool) {
	letters := []rune(string(name))
	d := make([][]int, len(query)+1)
	for i := range d {
		d[i] = make([]int, len(letters)+1)
		for j := range d[i] {
			if i == 0 || j == 0 {
				d[i][j] = i + j
				continue
			}
			v := d[i-1][j-1]
			if query[i-1] != letters[j-1] {
				v++
			}
			v = min(v, d[i-1][j]+1, d[i][j-1]+1)
			if i > 1 && j > 1 && query[i-1] == letters[j-2] && query[i-2] == letters[j-1] {
				v = min(v, d[i-2][j-2]+1)
			}
			d[i][j] = v
		}
	}
	last := d[len(query)]
	errors, whole = last[len(letters)], true
	for _, v := range last[:len(letters)] {
		if v < errors {
			errors, whole = v, false
		}
	}
	return errors, whole
}

func TestSlipsAreThoseOfTheWholeMatrix(t *testing.T) {
	word := func(t *rapid.T, label string, least int) string {
		return rapid.StringOfN(rapid.SampledFrom([]rune("abcж ")), least, 14, -1).Draw(t, label)
	}
	rapid.Check(t, func(t *rapid.T) {
		query := word(t, "query", 4)
		name := []byte(word(t, "name", 0))
		if rapid.Bool().Draw(t, "near") { // the query with a letter or two amiss
			letters := []rune(query)
			for range rapid.IntRange(0, 3).Draw(t, "slips") {
				i := rapid.IntRange(0, len(letters)-1).Draw(t, "at")
				switch rapid.IntRange(0, 3).Draw(t, "sort") {
				case 0:
					letters = append(letters[:i:i], letters[i+1:]...)
				case 1:
					letters[i] = 'x'
				case 2:
					letters = append(letters[:i:i], append([]rune{'x'}, letters[i:]...)...)
				default:
					letters[i], letters[max(0, i-1)] = letters[max(0, i-1)], letters[i]
				}
				if len(letters) == 0 {
					letters = []rune{'x'}
				}
			}
			name = []byte(string(letters) + word(t, "rest", 0))
		}
		f := newSlips(query)
		want, whole := compareAll(f.query, name)
		got, gotWhole := f.compare(name)
		switch {
		case want > f.allowed:
			if got <= f.allowed {
				t.Fatalf("%q in %q: %d slips, want more than are allowed (%d)", query, name, got, want)
			}
		case got != want || gotWhole != whole:
			t.Fatalf("%q in %q of %d letters: %d slips, whole %v; want %d, %v", query, name, utf8.RuneCount(name), got, gotWhole, want, whole)
		}
	})
}
