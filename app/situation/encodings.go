package situation

import (
	"fmt"
	"slices"
	"strings"

	"sitmap/mapdata/scene"
)

// Encoding is one thing that the look of an event on the map tells.
type Encoding string

// The encodings.
const (
	ByKind       Encoding = "kind"       // shape and colour of a symbol
	BySize       Encoding = "size"       // the area of a symbol grows with a measure
	ByAssessment Encoding = "assessment" // how a symbol is filled
	ByPrecision  Encoding = "precision"  // a disc of true radius around an imprecise place
	ByCount      Encoding = "count"      // a ring for events near each other: how many of which kind
	ByDensity    Encoding = "density"    // a heat map
)

var allEncodings = []Encoding{ByKind, BySize, ByAssessment, ByPrecision, ByCount, ByDensity}

// AllEncodings lists every encoding in the order of a menu.
func AllEncodings() []Encoding { return slices.Clone(allEncodings) }

// MostEncodings is how many things a picture may tell of its events at once: nobody
// reads more.
const MostEncodings = 3

// Name is what a menu calls an encoding.
func (x Encoding) Name() string {
	switch x {
	case ByKind:
		return "Kind (shape and colour)"
	case BySize:
		return "Size by a measure"
	case ByAssessment:
		return "Assessment (filling)"
	case ByPrecision:
		return "Precision of places (discs)"
	case ByCount:
		return "Clusters (how many of which kind)"
	case ByDensity:
		return "Heat map (how many)"
	}
	return string(x)
}

// short is how a sentence calls it.
func (x Encoding) short() string {
	switch x {
	case BySize:
		return "size by a measure"
	case ByPrecision:
		return "the precision of places"
	case ByCount:
		return "clusters"
	case ByDensity:
		return "the heat map"
	}
	return string(x)
}

// Encodings is a set of encodings in the order in which they were chosen, the oldest
// first. Nil stands for [DefaultEncodings]. It is not changed by its methods.
//
// A menu shows [AllEncodings] with a check mark where Has is true. Choosing one
// calls With, taking one back Without; both give the new set for [Options].Encode
// and a sentence that says what else changed, to be shown where it is not empty.
// String and [ParseEncodings] bring a set into preferences, views and commands and
// back.
//
// What cannot be seen at once goes when it is chosen against: a heat map shows
// nothing of the single event but where it is; a cluster's ring is sized by its
// count, so symbols cannot be sized by a measure. Of what is left at most
// [MostEncodings] stay: the one that was chosen longest ago goes. The kind stays as
// long as there are symbols.
type Encodings []Encoding

// DefaultEncodings are kind, precision and assessment: choosing another one first
// takes the discs off.
func DefaultEncodings() Encodings { return Encodings{ByKind, ByPrecision, ByAssessment} }

func (e Encodings) set() Encodings {
	if e == nil {
		return DefaultEncodings()
	}
	return e
}

// Has reports whether an encoding is in the set.
func (e Encodings) Has(x Encoding) bool { return slices.Contains(e.set(), x) }

// Mode is how very many points are drawn.
func (e Encodings) Mode() scene.PointMode {
	switch {
	case e.Has(ByDensity):
		return scene.Heat
	case e.Has(ByCount):
		return scene.Clusters
	default:
		return scene.Symbols
	}
}

// Chosen is what came of a choice.
type Chosen struct {
	Set  Encodings
	Gone []Encoding // what had to go
	// Sentence tells the user what went and why; "" where nothing did.
	Sentence string
}

// With adds an encoding, or makes it the latest choice.
func (e Encodings) With(x Encoding) Chosen {
	set := slices.DeleteFunc(slices.Clone(e.set()), func(o Encoding) bool { return o == x })
	if !slices.Contains(allEncodings, x) {
		return Chosen{Set: set}
	}
	var c Chosen
	drop := func(which func(Encoding) bool) {
		for _, o := range set {
			if which(o) {
				c.Gone = append(c.Gone, o)
			}
		}
		set = slices.DeleteFunc(set, which)
	}
	why := ""
	switch x {
	case ByDensity:
		drop(func(Encoding) bool { return true })
		why = "a heat map shows only how many events are near each other"
	case ByCount, BySize:
		other := ByCount
		if x == ByCount {
			other = BySize
		}
		drop(func(o Encoding) bool { return o == other || o == ByDensity })
		why = "a ring’s size already says how many events it stands for"
		if slices.Contains(c.Gone, ByDensity) {
			why = "a heat map shows no single event"
		}
	default:
		drop(func(o Encoding) bool { return o == ByDensity })
		why = "a heat map shows no single event"
	}
	if x != ByDensity && x != ByKind && !slices.Contains(set, ByKind) {
		set = slices.Insert(set, 0, ByKind)
	}
	set = append(set, x)
	if len(set) > MostEncodings {
		why = fmt.Sprintf("a picture tells at most %s things of its events at once", small(MostEncodings))
		for i := 0; len(set) > MostEncodings; {
			if set[i] == ByKind {
				i++
				continue
			}
			c.Gone = append(c.Gone, set[i])
			set = slices.Delete(set, i, i+1)
		}
	}
	c.Set = set
	if len(c.Gone) > 0 {
		c.Sentence = fmt.Sprintf("%s %s no longer shown: %s.", Sentence(listed(c.Gone)), isOrAre(c.Gone), why)
	}
	return c
}

// Without takes an encoding back. The kind cannot be taken back, and with the heat
// map the symbols come back.
func (e Encodings) Without(x Encoding) Chosen {
	set := slices.DeleteFunc(slices.Clone(e.set()), func(o Encoding) bool { return o == x })
	switch {
	case x == ByKind && e.Has(ByKind):
		return Chosen{Set: e.set(), Sentence: "Symbols always show the kind of event; choose the heat map to see only how many there are."}
	case len(set) == 0:
		return Chosen{Set: DefaultEncodings()}
	}
	return Chosen{Set: set}
}

// String writes the set as words between commas, the oldest choice first.
func (e Encodings) String() string { return strings.ReplaceAll(wordsOf(e.set()), ", ", ",") }

func wordsOf(e Encodings) string {
	words := make([]string, len(e))
	for i, x := range e {
		words[i] = string(x)
	}
	return strings.Join(words, ", ")
}

// ParseEncodings reads what String wrote. "" is the default. What does not go
// together, or is more than [MostEncodings], is an error that says so.
func ParseEncodings(s string) (Encodings, error) {
	if strings.TrimSpace(s) == "" {
		return DefaultEncodings(), nil
	}
	var out Encodings
	for word := range strings.SplitSeq(s, ",") {
		x := Encoding(strings.ToLower(strings.TrimSpace(word)))
		if !slices.Contains(allEncodings, x) {
			return nil, fmt.Errorf("there is no encoding “%s”: choose up to %s of %s", strings.TrimSpace(word), small(MostEncodings), wordsOf(allEncodings))
		}
		if out == nil {
			if out = (Encodings{ByKind}); x == ByDensity {
				out = Encodings{ByDensity}
			}
			if x == ByKind || x == ByDensity {
				continue
			}
		}
		c := out.With(x)
		if len(c.Gone) > 0 {
			return nil, fmt.Errorf("“%s” cannot be shown at once: %s", s, strings.TrimSuffix(lowerFirst(c.Sentence), "."))
		}
		out = c.Set
	}
	return out, nil
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

func small(n int) string {
	if words := []string{"no", "one", "two", "three", "four", "five"}; n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

func isOrAre(x []Encoding) string {
	if len(x) == 1 && x[0] != ByCount {
		return "is"
	}
	return "are"
}

// listed is "kind, assessment and clusters".
func listed(x []Encoding) string {
	words := make([]string, len(x))
	for i, e := range x {
		words[i] = e.short()
	}
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}
