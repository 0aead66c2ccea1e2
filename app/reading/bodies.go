package reading

import (
	"strings"

	"sitmap/store"
)

// composedBody finds “the Ukrainian Air Force”, “Ukraine’s security service”, “the
// General Staff”: a country's people or name, and a body that every country has.
// Troops and weapons stand for the country itself and are left to it.
func (p *pass) composedBody(i int) (int, store.Actor, bool) {
	s, n, ok := p.country(i)
	at := i
	if ok {
		at = i + n
	} else if low := p.tokens[i].low; low == "its" && i+1 < len(p.tokens) {
		if s, ok = p.lastState(i); !ok {
			return 0, store.Actor{}, false
		}
		at = i + 1
	}
	for k := min(4, len(p.tokens)-at); k > 0; k-- {
		words := p.low(at, at+k)
		if !p.lex.has("collective", words) || p.tokens[at+k-1].sentence != p.tokens[i].sentence {
			continue
		}
		if !ok && !p.tokens[at].cap {
			return 0, store.Actor{}, false
		}
		if words == "police" && !ok {
			return 0, store.Actor{}, false
		}
		a := store.Actor{Name: bodyName(p.tokens[at : at+k]), Kind: "organisation"}
		if ok {
			p.states[s.code]++
			a.Name = s.demonym + " " + a.Name
			if s.code == "US" {
				a.Name = "US " + bodyName(p.tokens[at:at+k])
			}
			a.ActsFor = p.lex.actsFor(s.code)
		}
		// “Pakistan's army spokesman X” is the person.
		if at+k < len(p.tokens) && p.isTitle(at+k) {
			return 0, store.Actor{}, false
		}
		return at + k, a, true
	}
	return 0, store.Actor{}, false
}

// bodyName writes a body as it was written, in British spelling.
func bodyName(words []token) string {
	var out []string
	for _, t := range words {
		w := t.text
		switch t.low {
		case "defense":
			w = strings.Replace(strings.Replace(w, "ense", "ence", 1), "ENSE", "ENCE", 1)
		case "defenses", "defences":
			w = w[:4] + "nce"
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// country finds a people, or the name of a country in the possessive.
func (p *pass) country(i int) (state, int, bool) {
	for n := min(3, len(p.tokens)-i); n > 0; n-- {
		words := p.low(i, i+n)
		s, ok := p.lex.states[words]
		if ok && p.tokens[i].cap && (p.lex.demonyms[words] || p.tokens[i+n-1].poss) {
			return s, n, true
		}
	}
	return state{}, 0, false
}

// lastState is the state named last before a token.
func (p *pass) lastState(i int) (state, bool) {
	for k := len(p.found) - 1; k >= 0; k-- {
		if m := p.found[k]; m.Field == Actor && m.to <= i && m.Actor.Kind == "state" {
			s, ok := p.lex.states[strings.ToLower(m.Actor.Name)]
			return s, ok
		}
	}
	return state{}, false
}
