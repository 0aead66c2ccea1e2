package reading

import (
	"slices"
	"strings"
)

// thread is what some sentences of a report tell of: one event.
type thread struct {
	kind      string
	sentences []int
	attacker  string // name of the state that strikes, as far as it is known
}

// threads parts a report by the events that it tells of; the main one comes first. A
// sentence that tells of another kind of event on a day of its own, or says that
// something was announced there, is one of its own. Of strikes a new one begins where
// another side strikes another place, or where the report says that this is something
// else; what follows belongs to it until the report comes back. Who shot down how many
// belongs to the strike that was not his own.
func (m *maker) threads(main string) []thread {
	out := []thread{{kind: main}}
	var others []thread
	apart := m.apart(main)
	at := 0
	last := m.tokens[len(m.tokens)-1].sentence
	for s := 0; s <= last; s++ {
		if k := apart[s]; k != "" {
			others = append(others, thread{kind: k, sentences: []int{s}})
			continue
		}
		if main == "strike" {
			at = m.strikeOf(s, at, &out)
		}
		out[at].sentences = append(out[at].sentences, s)
	}
	return append(out, others...)
}

// strikeOf is which of the strikes a sentence tells of, the last sentence having told of
// the one at; it may be a new one.
func (m *maker) strikeOf(s, at int, all *[]thread) int {
	who, told := m.striker(s), m.tellsOfStrike(s)
	if !told {
		return m.defended(s, at, all)
	}
	set := m.setsApart(s)
	known := func(name string) int {
		return slices.IndexFunc(*all, func(t thread) bool { return t.attacker == name })
	}
	switch {
	case len((*all)[0].sentences) == 0, who == "" && !set:
		if (*all)[at].attacker == "" {
			(*all)[at].attacker = who
		}
		return at
	case set && m.strikesPlace(s) && (*all)[at].struck(m):
		*all = append(*all, thread{kind: "strike", attacker: who})
		return len(*all) - 1
	case who == "" || who == (*all)[at].attacker:
		return at
	case known(who) >= 0:
		return known(who)
	case (*all)[at].attacker == "":
		(*all)[at].attacker = who
		return at
	case m.strikesPlace(s) && (*all)[at].struck(m):
		*all = append(*all, thread{kind: "strike", attacker: who})
		return len(*all) - 1
	}
	return at
}

// struck reports whether a place was struck in what a thread tells of so far.
func (t thread) struck(m *maker) bool { return slices.ContainsFunc(t.sentences, m.strikesPlace) }

// striker is the state that strikes in a sentence; "" where none or several do.
func (m *maker) striker(s int) string {
	who := ""
	for _, a := range m.of(Actor) {
		if a.Sentence != s || a.Actor.Kind != "state" || !m.assails(a) && !m.attacksNext(a) {
			continue
		}
		if who != "" && who != a.Actor.Name {
			return ""
		}
		who = a.Actor.Name
	}
	return who
}

func (m *maker) tellsOfStrike(s int) (told bool) {
	from, to := m.bounds(s)
	for i := from; i < to && !told; i++ {
		told = attacks[m.tokens[i].low] || arms[m.tokens[i].low] && m.taken[i] != Weapon
	}
	return told && !m.defends(s)
}

// strikesPlace reports whether a sentence names a place that may have been struck.
func (m *maker) strikesPlace(s int) bool {
	return slices.ContainsFunc(m.of(Place), func(p mention) bool {
		return p.Sentence == s && !m.bearing(p) && !m.attributive(p) && !m.spokenAt(p) && !m.dateline(p)
	})
}

// setsApart reports whether a sentence begins by saying that this is something else.
func (m *maker) setsApart(s int, also ...string) bool {
	from, to := m.bounds(s)
	if from < to && m.tokens[from].text == "\"" {
		from++
	}
	words := m.low(from, min(from+4, to)) + " "
	for _, w := range append(also, "separately", "in a separate", "in another", "in other", "in a different") {
		if strings.HasPrefix(words, w+" ") {
			return true
		}
	}
	return false
}

// defends reports whether a sentence counts what was shot down.
func (m *maker) defends(s int) bool {
	return slices.ContainsFunc(m.of(Figure), func(f mention) bool {
		return f.Sentence == s && (f.Count.Measure == "shot_down" || f.Count.Measure == "suppressed_or_lost")
	})
}

// defended is the strike that a sentence about its defence belongs to: that of whose
// drones were shot down, else one that is not of the side that says so; it may be a new
// one. All else goes on with what came before.
func (m *maker) defended(s, at int, all *[]thread) int {
	if !m.defends(s) {
		return at
	}
	who, side := m.striker(s), ""
	for _, a := range m.of(Actor) {
		switch {
		case a.Sentence != s:
		case m.assailed(a):
			who = a.Actor.Name
		case a.Actor.ActsFor != nil:
			side = a.Actor.ActsFor.Name
		case a.Actor.Kind == "state" && side == "":
			side = a.Actor.Name
		}
	}
	if who == side {
		who = ""
	}
	best := -1
	for i := len(*all) - 1; i >= 0; i-- {
		switch t := (*all)[i]; {
		case who != "" && t.attacker == who:
			return i
		case side != "" && t.attacker == side:
		case best < 0 || i == at || (*all)[best].attacker == "" && t.attacker != "":
			best = i
		}
	}
	switch {
	case best >= 0:
		if t := &(*all)[best]; t.attacker == "" {
			t.attacker = who
		}
		return best
	case who != "": // whoever struck before now defends himself
		*all = append(*all, thread{kind: "strike", attacker: who})
		return len(*all) - 1
	}
	return at
}

// assailed says whether a state only names what was shot down: “60 Russian drones”.
func (m *maker) assailed(a mention) bool {
	return a.Actor.Kind == "state" && m.possessor(a) && a.to < len(m.tokens) && (m.taken[a.to] == Weapon || arms[m.tokens[a.to].low])
}

// attributive reports whether a place only names something else: “the Baza channel”.
func (p *pass) attributive(m mention) bool {
	listed := m.from > 1 && p.tokens[m.from-2].text == ","
	return (m.role != "located" || listed) && m.from > 0 && p.tokens[m.from-1].low == "the" && m.to < len(p.tokens) && p.tokens[m.to].word && !p.tokens[m.to].cap &&
		p.tokens[m.to].sentence == m.Sentence && !p.regionAt(m.to)
}

// bearing reports whether a place only says where another one lies: “southeast of Moscow”,
// “800 km east of Moscow”, “20 kilometres from Kharkiv”.
func (p *pass) bearing(m mention) bool {
	i := m.from - 1
	if i > 0 && (p.tokens[i].low == "the" || p.tokens[i].low == "capital") {
		i--
	}
	if i < 1 || p.tokens[i].low != "of" && p.tokens[i].low != "from" || p.tokens[i-1].sentence != m.Sentence {
		return false
	}
	w := p.tokens[i-1].low
	if distances[w] || w == "far" {
		return true
	}
	// “in the south of Ukraine” is within it.
	return directions[strings.ReplaceAll(w, "-", "")] && (i < 2 || p.tokens[i-2].low != "the")
}

var (
	directions = set(`north south east west northeast northwest southeast southwest outside`)
	distances  = set(`km kilometres kilometers kilometre kilometer miles mile`)
)
