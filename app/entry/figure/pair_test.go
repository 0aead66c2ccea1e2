package figure

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParsePair(t *testing.T) {
	for text, want := range map[string]Pair{
		"539/478":            {bounds(Exactly, 539), bounds(Exactly, 478)},
		" 539 / 478 ":        {bounds(Exactly, 539), bounds(Exactly, 478)},
		"≥500/~470":          {bounds(AtLeast, 500), bounds(About, 470)},
		"dozens/none":        {Figure{Qualifier: "dozens", Low: ptr(24)}, Figure{Qualifier: None}},
		"≥5/8":               {bounds(AtLeast, 5), bounds(Exactly, 8)}, // there may have been more
		"0/0":                {bounds(Exactly, 0), bounds(Exactly, 0)},
		"more than 40/12–15": {bounds(MoreThan, 40), Figure{Qualifier: Between, Low: ptr(12), High: ptr(15)}},
	} {
		got, err := ParsePair(text)
		if err != nil {
			t.Errorf("ParsePair(%q): %v", text, err)
			continue
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("ParsePair(%q) (-want +got):\n%s", text, d)
		}
		again, err := ParsePair(FormatPair(got))
		if d := cmp.Diff(got, again); err != nil || d != "" {
			t.Errorf("%q is written %q, read as %+v, %v", text, FormatPair(got), again, err)
		}
	}
}

func TestParsePairRefuses(t *testing.T) {
	for text, says := range map[string]string{
		"539":       "not two figures",
		"539/":      "not two figures",
		"/478":      "not two figures",
		"1/2/3":     "not two figures",
		"478/539":   "more in the second",
		"none/5/6":  "not two figures",
		"539/many":  "is not a figure",
		"about/478": "needs a number",
	} {
		if p, err := ParsePair(text); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("ParsePair(%q) = %+v, %v; want %q", text, p, err, says)
		}
	}
}

// The cells that the field is promised to take.
func TestCellsOfTheBrief(t *testing.T) {
	for text, low := range map[string]float64{"≥1": 1, "~40": 40, "12–15": 12, "dozens": 24, "more than 40": 40} {
		if f, err := Parse(text); err != nil || f.Low == nil || *f.Low != low {
			t.Errorf("%s: %+v, %v", text, f, err)
		}
	}
	if f, err := Parse("none"); err != nil || f.Qualifier != None || f.Low != nil || f.High != nil {
		t.Errorf("none: %+v, %v; it is not the figure 0", f, err)
	}
	if !IsPair("539/478") {
		t.Error("539/478 is a pair")
	}
}
