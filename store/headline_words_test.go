package store_test

import (
	"context"
	"testing"

	"sitmap/store"
)

// TestEveryQualifierInWords: each qualifier that a store comes with makes a figure
// that reads as English and loses no number that was told.
func TestEveryQualifierInWords(t *testing.T) {
	want := map[string]struct {
		low, high float64 // below 0: none
		text      string
	}{
		"exactly":       {12, 12, "12 civilians killed"},
		"at least":      {12, -1, "≥ 12 civilians killed"},
		"more than":     {12, -1, "> 12 civilians killed"},
		"about":         {12, 12, "about 12 civilians killed"},
		"up to":         {-1, 12, "≤ 12 civilians killed"},
		"fewer than":    {-1, 12, "< 12 civilians killed"},
		"between":       {12, 15, "12–15 civilians killed"},
		"none reported": {-1, -1, "no civilians reported killed"},
		"several":       {3, -1, "several civilians killed"},
		"a few":         {3, -1, "a few civilians killed"},
		"tens":          {20, -1, "tens of civilians killed"},
		"dozens":        {24, -1, "dozens of civilians killed"},
		"scores":        {40, -1, "scores of civilians killed"},
		"hundreds":      {200, -1, "hundreds of civilians killed"},
		"thousands":     {2000, -1, "thousands of civilians killed"},
	}
	terms, err := scratch(t).Terms(context.Background(), "qualifier")
	if err != nil {
		t.Fatal(err)
	}
	if len(terms) != len(want) {
		t.Errorf("a store comes with %d qualifiers; %d are looked at here", len(terms), len(want))
	}
	for _, term := range terms {
		tt, ok := want[term.Code]
		if !ok {
			t.Errorf("%q: what it should read like is not said", term.Code)
			continue
		}
		c := killed("c", nil, term.Code, tt.low, tt.high)
		c.Of = "civilians"
		figures := store.Figures(store.Event{Claims: []store.Claim{c}})
		if len(figures) != 1 || figures[0].Value() != tt.text {
			t.Errorf("%q: %+v, want %q", term.Code, figures, tt.text)
		}
	}
}

// TestRangesOfTwo: a range that one originator tells joins what another says.
func TestRangesOfTwo(t *testing.T) {
	e := store.Event{Claims: []store.Claim{
		killed("a", ministry, "between", 12, 15), killed("b", hospital, "exactly", 17, 17),
	}}
	want := "12–17 killed (ministry: 12–15; hospital: 17)"
	if f := store.Figures(e); len(f) != 1 || f[0].Text() != want {
		t.Errorf("%+v, want %q", f, want)
	}
	for claim, want := range map[*store.Claim]string{
		{About: "measure", Measure: "killed", Qualifier: "between"}:                  "killed, number not told",
		{About: "measure", Measure: "killed", Of: "civilians", Qualifier: "between"}: "civilians killed, number not told",
		{About: "measure", Measure: "killed", Qualifier: "between", Low: num(12)}:    "≥ 12 killed",
	} {
		if f := store.Figures(store.Event{Claims: []store.Claim{*claim}}); len(f) != 1 || f[0].Value() != want {
			t.Errorf("%+v, want %q", f, want)
		}
	}
}
