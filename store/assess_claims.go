package store

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// thing is the key of what a claim speaks of.
func thing(c Claim) string {
	switch c.About {
	case "measure":
		return strings.Join([]string{
			c.About, c.Measure, fold(c.Of), fold(c.Scope.Text), c.Scope.Country, c.Scope.Admin1,
			fmt.Sprint(c.Scope.When.Earliest.UnixMilli(), c.Scope.When.Latest.UnixMilli()),
		}, "\x00")
	case "outcome", "when":
		return c.About
	}
	return strings.Join([]string{c.About, c.Part, fold(c.Value)}, "\x00")
}

// contradiction says in words what cannot both be true; "" where nothing is.
func contradiction(e Event) string {
	for _, r := range e.Relations {
		if r.Type == "contradicts" {
			return "It is said to contradict another event"
		}
	}
	groups := map[string][]said{}
	var order []string
	for _, c := range e.Claims {
		if !c.stands() || c.About != "measure" && c.About != "outcome" && c.About != "when" {
			continue
		}
		key := thing(c)
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], said{c, voiceOf(c, e.Citations)})
	}
	for _, key := range order {
		last := lastWords(groups[key], e.Citations)
		for i, a := range last {
			for _, b := range last[i+1:] {
				if clash := a.against(b); clash != "" {
					return fmt.Sprintf("%s and %s contradict each other on %s", a.by.name, b.by.name, clash)
				}
			}
		}
	}
	return ""
}

// said is a claim and whose word it is.
type said struct {
	Claim
	by voice
}

// lastWord is what a voice says last of one thing: more than one claim where it is not
// known which is the newest.
type lastWord struct {
	by     voice
	claims []Claim
}

// lastWords are what each voice says last of one thing.
func lastWords(group []said, citations []Citation) []lastWord {
	var last []lastWord
	for _, x := range group {
		i := slices.IndexFunc(last, func(y lastWord) bool { return y.by.key == x.by.key })
		if i < 0 {
			i = len(last)
			last = append(last, lastWord{by: x.by})
		}
		last[i].claims = append(last[i].claims, x.Claim)
	}
	for i, l := range last {
		if len(l.claims) > 1 {
			last[i].claims, _ = newestOf(l.claims, citations)
		}
	}
	return last
}

// against names what two voices contradict each other on, whichever of their claims
// the newest are.
func (a lastWord) against(b lastWord) (clash string) {
	if a.by.key == "" || b.by.key == "" {
		return ""
	}
	for _, x := range a.claims {
		for _, y := range b.claims {
			if clash = clashes(x, y); clash == "" {
				return ""
			}
		}
	}
	return clash
}

// exclusiveOutcomes are terms of the built-in vocabulary of which only one can be true.
// What is told in words of one's own may well add to what another tells.
var exclusiveOutcomes = [][2]string{
	{"agreement", "partial agreement"},
	{"agreement", "no progress"},
	{"agreement", "broken off"},
	{"partial agreement", "no progress"},
	{"partial agreement", "broken off"},
	{"target hit", "intercepted"},
	{"target hit", "missed"},
}

// clashes names what two claims about the same thing cannot both be right about.
func clashes(a, b Claim) string {
	switch a.About {
	case "outcome":
		for _, pair := range exclusiveOutcomes {
			if pair == [2]string{a.Value, b.Value} || pair == [2]string{b.Value, a.Value} {
				return "the outcome"
			}
		}
	case "when":
		if apart(a.When, b.When) {
			return "the time"
		}
	case "measure":
		if a.numberless() || b.numberless() {
			return ""
		}
		lowA, highA := bounds(a)
		lowB, highB := bounds(b)
		none := highA == 0 && lowB > 0 || highB == 0 && lowA > 0
		if (highA < lowB || highB < lowA) && (none || !apart(a.AsOf, b.AsOf)) {
			return counted(a)
		}
	}
	return ""
}

// bounds of a claim; open ones are as far as numbers go.
func bounds(c Claim) (low, high float64) {
	low, high = 0, math.Inf(1)
	if c.Low != nil {
		low = *c.Low
	}
	if c.High != nil {
		high = *c.High
	}
	return low, high
}

// apart says whether two times do not meet.
func apart(x, y When) bool {
	return !x.Latest.IsZero() && !y.Earliest.IsZero() && !x.Latest.After(y.Earliest) && x != y ||
		!y.Latest.IsZero() && !x.Earliest.IsZero() && !y.Latest.After(x.Earliest) && x != y
}

// counted is what a claim counts, in words.
func counted(c Claim) string {
	return strings.TrimSpace(strings.ReplaceAll(c.Measure, "_", " ") + " " + c.Of)
}
