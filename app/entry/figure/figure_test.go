package figure

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	fig := func(q string, low, high float64) Figure {
		f := Figure{Qualifier: q}
		if !math.IsNaN(low) {
			f.Low = &low
		}
		if !math.IsNaN(high) {
			f.High = &high
		}
		return f
	}
	open := math.NaN()
	for text, want := range map[string]Figure{
		"":                    {},
		"  ":                  {},
		"539":                 fig(Exactly, 539, 539),
		"0":                   fig(Exactly, 0, 0),
		"exactly 12":          fig(Exactly, 12, 12),
		"≥1":                  fig(AtLeast, 1, open),
		">= 1":                fig(AtLeast, 1, open),
		"at least 1":          fig(AtLeast, 1, open),
		"At  Least one":       fig(AtLeast, 1, open),
		"5+":                  fig(AtLeast, 5, open),
		"5 or more":           fig(AtLeast, 5, open),
		"no fewer than 7":     fig(AtLeast, 7, open),
		"≤5":                  fig(UpTo, open, 5),
		"up to 5":             fig(UpTo, open, 5),
		"no more than 5":      fig(UpTo, open, 5),
		">40":                 fig(MoreThan, 40, open),
		"more than 40":        fig(MoreThan, 40, open),
		"over 1,200":          fig(MoreThan, 1200, open),
		"<40":                 fig(FewerThan, open, 40),
		"fewer than 40":       fig(FewerThan, open, 40),
		"~40":                 fig(About, 40, 40),
		"≈ 40":                fig(About, 40, 40),
		"about 40":            fig(About, 40, 40),
		"some 40":             fig(About, 40, 40),
		"ca. 40":              fig(About, 40, 40),
		"40 or so":            fig(About, 40, 40),
		"12–15":               fig(Between, 12, 15),
		"12-15":               fig(Between, 12, 15),
		"12 to 15":            fig(Between, 12, 15),
		"between 12 and 15":   fig(Between, 12, 15),
		"dozens":              fig("dozens", 24, open),
		"Hundreds":            fig("hundreds", 200, open),
		"several":             fig("several", 3, open),
		"none":                {Qualifier: None},
		"none reported":       {Qualifier: None},
		"1.5 million":         fig(Exactly, 1.5e6, 1.5e6),
		"1,5":                 fig(Exactly, 1.5, 1.5),
		"10k":                 fig(Exactly, 10000, 10000),
		"1 200":               fig(Exactly, 1200, 1200),
		"twelve":              fig(Exactly, 12, 12),
		"two dozen":           fig(Exactly, 24, 24),
		"almost two thousand": fig(About, 2000, 2000),
	} {
		got, err := Parse(text)
		if err != nil {
			t.Errorf("Parse(%q): %v", text, err)
			continue
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("Parse(%q) (-want +got):\n%s", text, d)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for text, says := range map[string]string{
		"539/478":   "two figures",
		"15-12":     "backwards",
		"-3":        "below nothing",
		"1.200":     "decimal point",
		"many":      "is not a figure",
		"at least":  "needs a number",
		"~":         "needs a number",
		"over 5-10": "both a range",
		"overall":   "is not a figure",
		"12 drones": "is not a figure",
		"1-x":       "not a range",
		"NaN":       "is not a figure",
		"1e9":       "is not a figure",
		"≥≥1":       "is not a figure",
		"99999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999": "too large",
	} {
		f, err := Parse(text)
		if err == nil {
			t.Errorf("Parse(%q) = %+v, want an error", text, f)
		} else if !strings.Contains(err.Error(), says) || !strings.HasSuffix(err.Error(), ".") {
			t.Errorf("Parse(%q) says %q, want a sentence with %q", text, err, says)
		}
	}
}

func TestOwnWordsComeFirst(t *testing.T) {
	low, high := 30.0, 90.0
	f, err := Parse("Dozens", Word{Code: "dozens", Low: &low, High: &high})
	if err != nil || *f.Low != 30 || *f.High != 90 {
		t.Fatalf("got %+v, %v", f, err)
	}
}

// What Format writes, Parse reads back: the same bounds and qualifier.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := float64(rapid.IntRange(0, 1e9).Draw(t, "n"))
		m := n + float64(rapid.IntRange(1, 1000).Draw(t, "more"))
		f := rapid.SampledFrom([]Figure{
			{},
			bounds(Exactly, n), bounds(AtLeast, n), bounds(MoreThan, n), bounds(About, n), bounds(UpTo, n),
			bounds(FewerThan, n),
			{Qualifier: Between, Low: &n, High: &m},
			{Qualifier: None},
			{Qualifier: "dozens", Low: ptr(24)},
		}).Draw(t, "figure")
		got, err := Parse(Format(f))
		if err != nil {
			t.Fatalf("Parse(%q): %v", Format(f), err)
		}
		if d := cmp.Diff(f, got); d != "" {
			t.Fatal(d)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"539", "≥1", "~40", "12–15", "dozens", "none", "more than 40", "1,200", "1.5 million", "539/478"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := Parse(s)
		if err != nil {
			return
		}
		if got.Low != nil && got.High != nil && *got.Low > *got.High {
			t.Fatalf("%q: bounds the wrong way round: %v > %v", s, *got.Low, *got.High)
		}
		again, err := Parse(Format(got))
		if err != nil {
			t.Fatalf("%q is written %q, which is refused: %v", s, Format(got), err)
		}
		if d := cmp.Diff(got, again); d != "" {
			t.Fatalf("%q is written %q, which is read otherwise:\n%s", s, Format(got), d)
		}
	})
}
