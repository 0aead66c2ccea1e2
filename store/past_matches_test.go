package store

import (
	"strings"
	"testing"
)

// TestMatches: the words of a past are found as the index of the full text finds them.
func TestMatches(t *testing.T) {
	for _, x := range []struct {
		text, typed string
		want        bool
	}{
		{"Drones hit Kharkiv", "khark", true},
		{"Drones hit Kharkiv", "harkiv", false},
		{"Drones hit Kharkiv", "Харків", false},
		{"東京都", "京都", true},
		{"東京都", "京", true},
		{"東京都", "都京", false},
		{"", "a", false},
	} {
		words := foldWords(x.typed)
		if got := matches(strings.Fields(fold(x.text)), match(words[0])); got != x.want {
			t.Errorf("%q in %q: %v, want %v", x.typed, x.text, got, x.want)
		}
	}
	if !matches(strings.Fields(fold("the rail yard of Kyiv")), phrase("rail yard")) || matches(strings.Fields(fold("rail and yard")), phrase("rail yard")) {
		t.Error("a phrase is words that follow one another")
	}
	if matches(strings.Fields(fold("rail yards")), phrase("rail yard")) {
		t.Error("a whole name is no beginning")
	}
}
