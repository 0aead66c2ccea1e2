package store

import (
	"math"
	"slices"
)

// Figure is the headline of one measure of an event: the value that is shown,
// and the claims it rests on.
//
// The rule, unless [Event.Headlines] sets another for the measure: of each
// originator only the newest claim counts, whichever outlets printed it; where it is
// not known which is the newest, all that may be it do. Across originators the value is
// the range that encloses them all, and who tells of no case differs from who counts
// some. A claim that was superseded, withdrawn or rejected does not count, and a
// retracted event has no figures. Claims with a wider scope than the event are figures
// of their own: what was shot down over a country is not what was shot down over its
// capital.
type Figure struct {
	Measure string // code of the vocabulary "measure"
	Of      string // what was counted
	Scope   Scope  // what was counted, where wider than the event; zero: the event itself

	// Low and High bound the value, both inclusive. nil is open on that side;
	// both are nil where nobody told a number ("none reported"). 0 is a number
	// like any other, and a measure that nobody spoke of has no Figure.
	Low, High *float64
	// Qualifier is that of the claim shown; QualifierRange where several
	// originators' values differ.
	Qualifier string

	Rule   string // one of the Rule constants
	Pinned bool   // one claim was chosen, for Reason
	Reason string
	// Claims are those the value rests on: one of each originator, or several where it
	// is not known which is the newest.
	Claims []Claim
	// By are the originators of these claims, in the order in which they first spoke.
	By []Originator
}

// The rules that [Headline.Rule] names.
const (
	RuleRange   = "range"   // from the lowest to the highest of all originators; the default
	RuleNewest  = "newest"  // the newest claim of all originators
	RuleLowest  = "lowest"  // the claim with the lowest value
	RuleHighest = "highest" // the claim with the highest value
)

// QualifierRange is the qualifier of a figure whose originators differ.
const QualifierRange = "range"

// noneReported is the qualifier of a claim that tells of no case, which is less
// than claiming that there was none: that is 0.
const noneReported = "none reported"

// Figures finds the headline of every measure of an event, in the order in which
// the event's claims first mention them.
func Figures(e Event) []Figure {
	if e.Assessment == Retracted {
		return nil
	}
	var figures []Figure
	for _, group := range groupClaims(e) {
		first := group[0]
		f := Figure{Measure: first.Measure, Of: first.Of, Scope: e.widerScope(first.Scope), Rule: RuleRange}
		choice := headlineFor(e.Headlines, first.Measure, first.Of)
		if i := slices.IndexFunc(group, func(c Claim) bool { return c.ID == choice.Claim }); choice.Claim != "" && i >= 0 {
			f.Pinned, f.Reason = true, choice.Reason
			f.By = []Originator{{key: originator(group[i], e.Citations), Claims: group[i : i+1]}}
		} else {
			f.By = newestOfEach(group, e.Citations)
			f.apply(choice, e.Citations)
		}
		for _, o := range f.By {
			f.Claims = append(f.Claims, o.Claims...)
		}
		f.bound()
		figures = append(figures, f)
	}
	return figures
}

// widerScope is a claim's scope if it is wider than the event, else zero: a claim
// that counts a country counts just the event where that is said to be the country.
func (e Event) widerScope(s Scope) Scope {
	if s.Country == "" && s.Admin1 == "" ||
		s.When.Earliest.Before(e.When.Earliest) && !s.When.Earliest.IsZero() || s.When.Latest.After(e.When.Latest) {
		return s
	}
	for _, p := range e.Places {
		switch {
		case p.Precision == PlaceCountry && s.Admin1 == "" && p.Country == s.Country,
			p.Precision == PlaceRegion && s.Admin1 != "" && p.Admin1 == s.Admin1:
			return Scope{}
		}
	}
	return s
}

// groupClaims sorts the standing claims about measures by what they count.
func groupClaims(e Event) [][]Claim {
	type key struct {
		measure, of string
		scope       Scope
	}
	at := map[key]int{}
	var groups [][]Claim
	for _, c := range e.Claims {
		if c.About != "measure" || c.Measure == "" || !c.stands() {
			continue
		}
		k := key{c.Measure, c.Of, e.widerScope(c.Scope)}
		i, ok := at[k]
		if !ok {
			i = len(groups)
			at[k] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], c)
	}
	return groups
}

// stands reports whether a claim counts.
func (c Claim) stands() bool {
	return (c.State == "" || c.State == Live) && c.SupersededBy == ""
}

// headlineFor is the analyst's choice for a measure; the zero value is none.
func headlineFor(choices []Headline, measure, of string) Headline {
	for _, h := range choices {
		if h.Measure == measure && h.Of == of {
			return h
		}
	}
	return Headline{}
}

// apply narrows the claims as the analyst's rule says.
func (f *Figure) apply(choice Headline, citations []Citation) {
	switch choice.Rule {
	case RuleNewest, RuleLowest, RuleHighest:
		f.Rule, f.Reason = choice.Rule, choice.Reason
	default:
		return
	}
	var all []Claim
	for _, o := range f.By {
		all = append(all, o.Claims...)
	}
	if f.Rule == RuleNewest {
		newest, _ := newestOf(all, citations)
		f.only(newest, citations)
		return
	}
	best := all[0]
	for _, c := range all[1:] {
		switch t := c.told(); f.Rule {
		case RuleLowest:
			if t < best.told() {
				best = c
			}
		case RuleHighest:
			if !math.IsInf(t, 1) && (t > best.told() || math.IsInf(best.told(), 1)) {
				best = c
			}
		}
	}
	f.only([]Claim{best}, citations)
}

// only leaves the originators of some of the claims, with these claims alone.
func (f *Figure) only(claims []Claim, citations []Citation) {
	var by []Originator
	for _, o := range f.By {
		o.Claims = slices.DeleteFunc(slices.Clone(claims), func(c Claim) bool { return originator(c, citations) != o.key })
		if len(o.Claims) > 0 {
			by = append(by, o)
		}
	}
	f.By = by
}

// numberless reports whether a claim tells no number at all.
func (c Claim) numberless() bool {
	return c.Qualifier == noneReported || c.Low == nil && c.High == nil
}

// told is the number a claim is ordered by; a claim without one comes last.
func (c Claim) told() float64 {
	switch {
	case c.numberless():
		return math.Inf(1)
	case c.Low != nil:
		return *c.Low
	default:
		return *c.High
	}
}

// bound finds the range that encloses the claims. One that is open on a side
// opens the figure there; one without a number does not narrow or widen it, but that
// somebody tells of no case makes the originators differ.
func (f *Figure) bound() {
	var numbered []Claim
	for _, c := range f.Claims {
		if !c.numberless() {
			numbered = append(numbered, c)
		}
	}
	if len(numbered) == 0 {
		f.Qualifier = f.Claims[0].Qualifier
		return
	}
	low, high := numbered[0].Low, numbered[0].High
	f.Qualifier = numbered[0].Qualifier
	for _, c := range numbered[1:] {
		if !sameValue(c, numbered[0]) {
			f.Qualifier = QualifierRange
		}
		if low != nil && (c.Low == nil || *c.Low < *low) {
			low = c.Low
		}
		if high != nil && (c.High == nil || *c.High > *high) {
			high = c.High
		}
	}
	f.Low, f.High = copyNumber(low), copyNumber(high)
	if f.denied() {
		f.Qualifier = QualifierRange
	}
}

// denied reports whether some count cases and others tell of none.
func (f Figure) denied() bool {
	told := func(c Claim) bool { return !c.numberless() }
	none := func(c Claim) bool { return c.Qualifier == noneReported }
	return slices.ContainsFunc(f.Claims, told) && slices.ContainsFunc(f.Claims, none)
}

func sameValue(a, b Claim) bool {
	return a.Qualifier == b.Qualifier && sameNumber(a.Low, b.Low) && sameNumber(a.High, b.High)
}

func sameNumber(a, b *float64) bool {
	return a == b || a != nil && b != nil && *a == *b
}

func copyNumber(x *float64) *float64 {
	if x == nil {
		return nil
	}
	y := *x
	return &y
}

// Voices is the number of independent originators behind the figure. Those whom
// nobody names cannot be told apart: together they are one voice, and none
// beside a named one.
func (f Figure) Voices() int {
	named := 0
	for _, o := range f.By {
		if o.Claims[0].AccordingTo != nil {
			named++
		}
	}
	return max(named, 1)
}
