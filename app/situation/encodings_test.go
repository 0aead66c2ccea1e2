package situation

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sitmap/mapdata/scene"
)

func TestAFourthEncodingSaysWhichGoes(t *testing.T) {
	for _, c := range []struct {
		set  Encodings
		with Encoding
		want string
		gone []Encoding
		says string
	}{
		{nil, BySize, "kind,assessment,size", []Encoding{ByPrecision}, "The precision of places is no longer shown: a picture tells at most three things of its events at once."},
		{Encodings{ByKind, ByAssessment, BySize}, ByPrecision, "kind,size,precision", []Encoding{ByAssessment}, "Assessment is no longer shown"},
		{nil, ByAssessment, "kind,precision,assessment", nil, ""},
		{nil, ByPrecision, "kind,assessment,precision", nil, ""},
		{nil, ByDensity, "density", []Encoding{ByKind, ByPrecision, ByAssessment}, "Kind, the precision of places and assessment are no longer shown: a heat map shows only how many events are near each other."},
		{Encodings{ByDensity}, ByAssessment, "kind,assessment", []Encoding{ByDensity}, "The heat map is no longer shown: a heat map shows no single event."},
		{Encodings{ByDensity}, ByKind, "kind", []Encoding{ByDensity}, "The heat map is no longer shown"},
		{Encodings{ByKind, BySize}, ByCount, "kind,count", []Encoding{BySize}, "Size by a measure is no longer shown: a ring’s size already"},
		{Encodings{ByKind, ByCount}, BySize, "kind,size", []Encoding{ByCount}, "Clusters are no longer shown"},
		{nil, "glitter", "kind,precision,assessment", nil, ""},
	} {
		got := c.set.With(c.with)
		if got.Set.String() != c.want || !slices.Equal(got.Gone, c.gone) || !strings.HasPrefix(got.Sentence, c.says) || c.says == "" && got.Sentence != "" {
			t.Errorf("%v with %s: %v, gone %v, %q", c.set, c.with, got.Set, got.Gone, got.Sentence)
		}
	}
}

func TestEncodingsAreTakenBack(t *testing.T) {
	if got := Encodings(nil).Without(ByPrecision); got.Set.String() != "kind,assessment" || got.Sentence != "" {
		t.Errorf("%v, %q", got.Set, got.Sentence)
	}
	if got := Encodings(nil).Without(ByKind); !got.Set.Has(ByKind) || got.Sentence == "" {
		t.Errorf("without the kind: %v, %q", got.Set, got.Sentence)
	}
	if got := (Encodings{ByDensity}).Without(ByDensity); got.Set.String() != DefaultEncodings().String() {
		t.Errorf("without the heat map: %v", got.Set)
	}
}

func TestWhateverIsChosenCanBeSeenAtOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var e Encodings
		for _, x := range rapid.SliceOf(rapid.SampledFrom(AllEncodings())).Draw(t, "choices") {
			before := e
			c := e.With(x)
			if e = c.Set; !e.Has(x) || slices.Contains(c.Gone, x) {
				t.Fatalf("%v with %s is %v", before, x, e)
			}
			for _, g := range c.Gone {
				if e.Has(g) || !before.Has(g) {
					t.Fatalf("%s is said to have gone from %v to %v", g, before, e)
				}
			}
			if (len(c.Gone) > 0) != (c.Sentence != "") {
				t.Fatalf("gone are %v, but it says %q", c.Gone, c.Sentence)
			}
			if len(e) > MostEncodings || e.Has(ByDensity) && len(e) > 1 || !e.Has(ByDensity) && !e.Has(ByKind) || e.Has(ByCount) && e.Has(BySize) {
				t.Fatalf("%v cannot be seen at once", e)
			}
			again, err := ParseEncodings(e.String())
			if err != nil || slices.Compare(sorted(again), sorted(e)) != 0 {
				t.Fatalf("%v is read as %v, %v", e, again, err)
			}
		}
	})
}

func sorted(e Encodings) Encodings {
	e = slices.Clone(e)
	slices.Sort(e)
	return e
}

func TestBadEncodingsAreRefused(t *testing.T) {
	for s, says := range map[string]string{
		"kind,glitter":                   "there is no encoding “glitter”: choose up to three of kind, size, assessment",
		"kind,size,assessment,precision": "at most three things",
		"density,size":                   "heat map",
		"kind,size,count":                "ring",
	} {
		if e, err := ParseEncodings(s); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q is read as %v, %v", s, e, err)
		}
	}
	if e, err := ParseEncodings(" Size , kind"); err != nil || !e.Has(ByKind) || !e.Has(BySize) || len(e) != 2 {
		t.Errorf("read are %v, %v", e, err)
	}
}

func TestEncodingsChooseHowPointsAreDrawn(t *testing.T) {
	for want, e := range map[scene.PointMode]Encodings{scene.Symbols: nil, scene.Clusters: {ByKind, ByCount}, scene.Heat: {ByDensity}} {
		if e.Mode() != want {
			t.Errorf("%v draws mode %d, want %d", e, e.Mode(), want)
		}
	}
}
