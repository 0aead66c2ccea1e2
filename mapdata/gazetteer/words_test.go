package gazetteer

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWordsFindsEveryWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[a-cк-мლ]{1,4}( [a-cк-мლ]{1,4}){0,2}`)
		text := "\n" + strings.Join(rapid.SliceOfN(name, 0, 20).Draw(t, "names"), "\n") + "\n"
		prefix := rapid.StringMatching(`[a-cк-мლ]{1,3}`).Draw(t, "prefix")
		w := indexWords([]byte(text))
		var got []int
		for _, at := range w.beginning(prefix) {
			if strings.HasPrefix(text[at:], prefix) {
				got = append(got, int(at))
			}
		}
		slices.Sort(got)
		var want []int
		for i := 1; i < len(text); i++ {
			if (text[i-1] == ' ' || text[i-1] == '\n') && strings.HasPrefix(text[i:], prefix) {
				want = append(want, i)
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%q in %q: found at %v, want %v", prefix, text, got, want)
		}
	})
}
