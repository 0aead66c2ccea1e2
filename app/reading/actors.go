package reading

import (
	"strings"

	"sitmap/store"
)

// findActors finds people, states, organisations and armed groups.
func (p *pass) findActors() {
	for i := 0; i < len(p.tokens); i++ {
		if !p.tokens[i].word || p.taken[i] != "" {
			continue
		}
		for _, find := range []func(int) (int, store.Actor, bool){p.composedBody, p.titledPerson, p.namedActor, p.barePerson, p.stateActor, p.unnamedActor} {
			end, a, ok := find(i)
			if !ok || !p.free(i, end) {
				continue
			}
			if a.Name != "" {
				p.add(mention{Suggestion: Suggestion{Field: Actor, Actor: a}, from: i, to: end}, true)
				if a.Kind == "person" {
					p.meet(a)
				}
			}
			i = end - 1
			break
		}
	}
}

// namedActor finds what the lexicon or the store has under the very words.
func (p *pass) namedActor(i int) (int, store.Actor, bool) {
	t := p.tokens[i]
	if !t.cap && !t.digit || !p.lex.body[strings.TrimSuffix(t.low, ".")] {
		return p.surnamed(i)
	}
	for n := min(longestPhrase, len(p.tokens)-i); n > 0; n-- {
		words := strings.TrimSuffix(p.low(i, i+n), ".")
		if p.tokens[i+n-1].sentence != t.sentence || !p.tokens[i+n-1].word {
			continue
		}
		if a, ok := p.lex.people[words]; ok && !p.partOfName(i, i+n) {
			return i + n, p.sameAs(a), true
		}
		if a, ok := p.lex.bodies[words]; ok {
			return i + n, a, true
		}
	}
	return p.surnamed(i)
}

// sameAs prefers the spelling that the text used first for a person.
func (p *pass) sameAs(a store.Actor) store.Actor {
	for _, known := range p.people {
		if surname(known.Name) == surname(a.Name) && len(strings.Fields(known.Name)) > 1 {
			return known
		}
	}
	return a
}

// partOfName says whether a bare surname stands within another person's name.
func (p *pass) partOfName(from, to int) bool {
	if to-from > 1 {
		return false
	}
	before := from > 0 && p.nameWord(from-1) && !p.tokens[from-1].first && !p.isTitle(from-1) && p.tokens[from-1].end+1 == p.tokens[from].start &&
		!p.lex.demonyms[p.tokens[from-1].low]
	after := to < len(p.tokens) && p.nameWord(to) && !p.tokens[from].poss && p.tokens[to].sentence == p.tokens[from].sentence && !p.isTitle(to)
	return before || after
}

// surnamed finds a person named earlier by the surname alone.
func (p *pass) surnamed(i int) (int, store.Actor, bool) {
	t := p.tokens[i]
	if !t.cap || len(t.low) < 3 || p.partOfName(i, i+1) {
		return 0, store.Actor{}, false
	}
	for k := len(p.people) - 1; k >= 0; k-- {
		if a := p.people[k]; strings.EqualFold(surname(a.Name), t.text) && len(strings.Fields(a.Name)) > 1 {
			return i + 1, a, true
		}
	}
	return 0, store.Actor{}, false
}

// stateActor finds a state by its name or its people; a name where something
// happens “in” it is a place.
func (p *pass) stateActor(i int) (int, store.Actor, bool) {
	for n := min(longestPhrase, len(p.tokens)-i); n > 0; n-- {
		s, ok := p.lex.states[p.low(i, i+n)]
		if !ok || !p.tokens[i].cap || p.tokens[i+n-1].sentence != p.tokens[i].sentence {
			continue
		}
		p.states[s.code]++
		if !p.lex.demonyms[p.low(i, i+n)] && !p.tokens[i+n-1].poss && p.placed(i) {
			return 0, store.Actor{}, false
		}
		return i + n, s.actor(), true
	}
	return p.capital(i)
}

// capital takes a seat of government that speaks or acts for the government.
func (p *pass) capital(i int) (int, store.Actor, bool) {
	for n := min(2, len(p.tokens)-i); n > 0; n-- {
		s, ok := p.lex.capitals[p.low(i, i+n)]
		if !ok || !p.tokens[i].cap || i+n >= len(p.tokens) {
			continue
		}
		next := p.tokens[i+n].low
		prev := ""
		if i > 0 {
			prev = p.tokens[i-1].low
		}
		acts := p.lex.has("speech", next) || governs[next] || prev == "from" && p.commented(i)
		if acts && !p.placed(i) || prev == "from" && p.commented(i) {
			return i + n, s.actor(), true
		}
	}
	return 0, store.Actor{}, false
}

// What governments do and cities do not.
var governs = set(`agreed has had will would denies denied rejected accepted insists wants wanted agrees supports accused accuses offered refused must could responded`)

// commented says whether a comment or reply is spoken of just before.
func (p *pass) commented(i int) bool {
	for k := max(0, i-4); k < i; k++ {
		switch p.tokens[k].low {
		case "comment", "response", "reaction", "reply", "statement", "pressure":
			return true
		}
	}
	return false
}

// placed says whether a preposition of place stands before a name.
func (p *pass) placed(i int) bool {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		switch w := p.tokens[k].low; w {
		case "in", "across", "over", "near", "throughout", "inside", "around", "into", "outside", "within", "visited":
			return true
		case "southern", "northern", "eastern", "western", "central", "the", "all", "of":
			continue
		default:
			return false
		}
	}
	return false
}

// unnamedActor finds those who are quoted without a name.
func (p *pass) unnamedActor(i int) (int, store.Actor, bool) {
	for n := min(3, len(p.tokens)-i); n > 0; n-- {
		words := p.low(i, i+n)
		if p.lex.has("unnamed", words) && p.tokens[i+n-1].sentence == p.tokens[i].sentence && p.quoted(i, i+n) {
			return i + n, store.Actor{Name: words, Kind: "unnamed"}, true
		}
	}
	return 0, store.Actor{}, false
}

// What is said of those who know and are not named.
var knowing = set(`familiar briefed close`)

// quoted says whether a verb of speech is near enough behind, or “according to”
// before. Others who are merely mentioned are not taken.
func (p *pass) quoted(from, to int) bool {
	if from >= 2 && p.low(from-2, from) == "according to" {
		return true
	}
	reach := 4
	if to < len(p.tokens) && knowing[p.tokens[to].low] { // “two sources familiar with the matter said”
		reach = 9
	}
	for k := to; k < len(p.tokens) && k < to+reach && p.tokens[k].sentence == p.tokens[from].sentence; k++ {
		if p.lex.has("speech", p.tokens[k].low) {
			return true
		}
	}
	return from > 0 && p.lex.has("speech", p.tokens[from-1].low)
}
