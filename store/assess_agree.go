package store

import (
	"fmt"
	"slices"
)

// agreement is what makes two voices more than one: that they say the same. They do
// where both speak of the event as such, or one of it and the other of something that
// would not be without it, or both of one thing in it, a figure, an outcome, a time, a
// phase, and where they differ on nothing. Who tells of no case does not bear out who
// counts some. Figures differ where the numbers told do not meet, unless they were counted
// at different times: "2" and "up to 30" can both be true, and yet neither bears the
// other out.
type agreement struct {
	some    bool     // two of the voices agree
	shared  bool     // two of them speak of the same, whether they agree or not
	differs []string // on what two of them differ, in words
}

func agree(e Event, voices []voice) (a agreement) {
	groups := map[string][]said{}
	var order []string
	for _, c := range e.Claims {
		if by := voiceOf(c, e.Citations); c.stands() && by.key != "" {
			key := thing(c)
			if groups[key] == nil {
				order = append(order, key)
			}
			groups[key] = append(groups[key], said{c, by})
		}
	}
	of := map[string][]Claim{} // what each voice says last, by its key
	for _, key := range order {
		for _, x := range lastWords(groups[key], e.Citations) {
			of[x.by.key] = append(of[x.by.key], x.claims...)
		}
	}
	for i, v := range voices {
		for _, w := range voices[i+1:] {
			shared, differ := v.bearsOut(w), false
			for _, x := range of[v.key] {
				for _, y := range of[w.key] {
					shared = shared || sameThing(x, y)
					if on := differOn(x, y); on != "" {
						differ = true
						if !slices.Contains(a.differs, on) {
							a.differs = append(a.differs, on)
						}
					}
				}
			}
			a.shared = a.shared || shared
			a.some = a.some || shared && !differ
		}
	}
	return a
}

// bearsOut reports whether two voices carry the event as such, or the same phase of it.
func (v voice) bearsOut(w voice) bool {
	return v.itself && (w.itself || w.implies) || w.itself && v.implies ||
		slices.ContainsFunc(v.phases, func(p string) bool { return slices.Contains(w.phases, p) })
}

// sameThing says whether two claims speak of the same; a figure of no class in
// particular speaks of all of them.
func sameThing(x, y Claim) bool {
	switch {
	case x.About == "measure" && (x.Of == "" || y.Of == ""):
		x.Of, y.Of = "", ""
	case x.About == "outcome" && fold(x.Value) != fold(y.Value) && clashes(x, y) == "":
		return false // two things that came of it
	}
	return thing(x) == thing(y)
}

// differOn names the thing that two claims about it do not say the same of; "" where
// they do, or speak of different things.
func differOn(x, y Claim) string {
	if thing(x) != thing(y) {
		return ""
	}
	if on := clashes(x, y); on != "" {
		return on
	}
	if x.About != "measure" || apart(x.AsOf, y.AsOf) {
		return ""
	}
	if x.numberless() || y.numberless() {
		if x.numberless() != y.numberless() && (x.Qualifier == noneReported || y.Qualifier == noneReported) {
			return counted(x)
		}
		return ""
	}
	lowX, highX := told(x)
	lowY, highY := told(y)
	if highX < lowY || highY < lowX {
		return counted(x)
	}
	return ""
}

// told are the numbers that a claim names, the lower first: "at least 5" names 5 alone,
// and so does "up to 5".
func told(c Claim) (low, high float64) {
	switch {
	case c.Low == nil || c.Qualifier == "up to" && c.High != nil:
		return *c.High, *c.High
	case c.High == nil:
		return *c.Low, *c.Low
	}
	return *c.Low, *c.High
}

// severalVoices is the assessment of an event that two or more speak of.
func severalVoices(e Event, voices []voice, names []string) (Assessment, string) {
	a := agree(e, voices)
	n := numberWord(len(voices))
	switch differ := and(a.differs); {
	case !a.some && a.shared && differ != "":
		return Reported, fmt.Sprintf("%s independent originators speak of it, %s, but they differ on %s: reported.", n, and(names), differ)
	case !a.some:
		return Reported, fmt.Sprintf("%s independent originators speak of it, %s, but each of something else: reported.", n, and(names))
	case differ != "":
		differ = ", though they differ on " + differ
		fallthrough
	default:
		if slices.ContainsFunc(e.Citations, func(c Citation) bool { return c.Credibility == 1 }) {
			return Confirmed, fmt.Sprintf("%s independent originators say so, %s%s, and one report is judged confirmed (credibility 1): confirmed.", n, and(names), differ)
		}
		return Corroborated, fmt.Sprintf("%s independent originators say so, %s%s: corroborated.", n, and(names), differ)
	}
}
