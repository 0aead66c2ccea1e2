package reading

import (
	"slices"
	"strings"

	"sitmap/store"
)

// parties finds who took part, by the kind of event.
func (b *builder) parties() {
	switch b.e.Kind {
	case "strike", "clash":
		b.attackers()
	case "call", "talks", "visit", "agreement":
		b.participants()
	case "ceasefire", "prisoner exchange":
		b.sides()
	case "aid":
		b.donors()
	case "statement":
		for _, m := range b.of(Originator) {
			if b.in(m.Sentence) {
				b.party("speaker", m)
				return
			}
		}
	}
	for role, words := range map[string][]string{"mediator": {"mediated by", "brokered by"}, "host": {"hosted by"}} {
		for _, m := range b.of(Actor) {
			for _, w := range words {
				if b.in(m.Sentence) && b.endsWith(m.from, w) {
					b.party(role, m)
				}
			}
		}
	}
	slices.SortStableFunc(b.e.Parties, func(x, y store.Party) int { return strings.Compare(order(x.Role), order(y.Role)) })
}

// order sorts roles as the forms have them.
func order(role string) string {
	for i, r := range []string{"attacker", "target", "participant", "mediator", "host"} {
		if r == role {
			return string(rune('a' + i))
		}
	}
	return "z" + role
}

// endsWith says whether words stand right before a token, but for an article.
func (p *pass) endsWith(at int, words string) bool {
	if at > 0 && p.tokens[at-1].low == "the" {
		at--
	}
	n := strings.Count(words, " ") + 1
	return at >= n && p.low(at-n, at) == words
}

func (b *builder) party(role string, m mention) {
	a := m.Actor
	for _, p := range b.e.Parties {
		if same(p.Actor.Name, a.Name) && (p.Role == role || role == "participant") {
			return
		}
	}
	y := store.Party{ID: b.id(), Role: role, Actor: a}
	b.e.Parties = append(b.e.Parties, y)
	if m.Sentence >= 0 {
		b.cite(m.Sentence, y.ID)
	}
}

// What an attacker does, and what bears the attacker's name.
var (
	attacks = set(`launched fired attacked struck hit shelled bombed targeted strikes attacks launches fires hits shells bombs`)
	arms    = set(`attack attacks strike strikes shelling bombardment bombing raid raids jets warplanes artillery forces troops missile missiles rocket rockets drone drones`)
)

// attackers finds “Russia launched … at Ukraine” and “a Russian glide bomb attack”.
func (b *builder) attackers() {
	for _, m := range b.of(Actor) {
		if !b.in(m.Sentence) || m.Actor.Kind == "person" || m.Actor.Kind == "unnamed" {
			continue
		}
		switch {
		case b.e.Kind == "strike" && b.assails(m), b.attacksNext(m):
			b.party("attacker", m)
		case m.Actor.Kind == "state" && b.attackedBefore(m):
			b.party("target", m)
		}
	}
	b.knownStriker()
}

// knownStriker takes who struck where only those say so who shot down what came: “40
// Ukrainian drones”.
func (b *builder) knownStriker() {
	if b.striker == "" || slices.ContainsFunc(b.e.Parties, func(p store.Party) bool { return p.Role == "attacker" }) {
		return
	}
	for _, m := range b.of(Actor) {
		if b.in(m.Sentence) && m.Actor.Kind == "state" && m.Actor.Name == b.striker {
			b.party("attacker", m)
			return
		}
	}
}

// assails says whether a state is said to attack by what bears its name: “Russian drones”,
// “a Russian glide bomb attack”, “launched by Russia”.
func (p *pass) assails(m mention) bool {
	if m.Actor.Kind == "state" && m.from > 1 && p.tokens[m.from-1].low == "by" && attacks[p.tokens[m.from-2].low] && !p.tokens[m.to-1].poss && !p.lex.demonyms[p.low(m.from, m.to)] {
		return true
	}
	return m.Actor.Kind == "state" && (p.lex.demonyms[p.low(m.from, m.to)] || p.tokens[m.to-1].poss) && p.armed(m.to) && !p.endsWith(m.from, "against")
}

// armed says whether weapons or an attack stand behind a people's name, past
// adjectives.
func (b *pass) armed(at int) bool {
	for i := at; i < len(b.tokens) && i < at+3; i++ {
		if arms[b.tokens[i].low] || b.taken[i] == Weapon {
			// Those who shot down “Russian drones” are spoken of elsewhere.
			return !b.passiveDefence(at)
		}
		if !b.tokens[i].word {
			return false
		}
	}
	return false
}

func (b *pass) passiveDefence(at int) bool {
	for i := at - 2; i >= 0 && i > at-8 && b.tokens[i].sentence == b.tokens[at].sentence; i-- {
		switch b.tokens[i].low {
		case "down", "downed", "intercepted", "destroyed", "claimed":
			return true
		}
	}
	return false
}

// attacksNext says whether a verb of attack follows an actor as its subject.
func (b *pass) attacksNext(m mention) bool {
	for i := m.to; i < len(b.tokens) && i < m.to+5; i++ {
		w := b.tokens[i]
		switch {
		case attacks[w.low]:
			return !passive[b.tokens[i-1].low] && !(b.lex.demonyms[b.low(m.from, m.to)] && i > m.to)
		case b.taken[i] == Date, w.low == "has", w.low == "had", w.low == "have", w.low == "also", w.low == "said", w.low == "they", w.low == "it", w.low == "forces":
		default:
			return false
		}
	}
	return false
}

// attackedBefore says whether a state is what a verb of attack was aimed at.
func (b *builder) attackedBefore(m mention) bool {
	if m.from == 0 || b.lex.demonyms[b.low(m.from, m.to)] || b.tokens[m.to-1].poss {
		return false
	}
	prev := b.tokens[m.from-1].low
	if attacks[prev] {
		return m.from < 2 || !passive[b.tokens[m.from-2].low]
	}
	if prev != "at" && prev != "against" && prev != "on" {
		return false
	}
	from, _ := b.bounds(m.Sentence)
	for i := m.from - 1; i >= from; i-- {
		if attacks[b.tokens[i].low] || b.tokens[i].low == "attack" || b.tokens[i].low == "strike" {
			return true
		}
	}
	return false
}

// sides are all states and groups of the sentence that tells of the event.
func (b *builder) sides() {
	for _, m := range b.of(Actor) {
		if m.Sentence == b.telling() && (m.Actor.Kind == "state" || m.Actor.Kind == "armed group") {
			b.party("participant", m)
		}
	}
}

// telling is the first sentence with a word of the event's kind, or the first.
func (b *builder) telling() int {
	first := -1
	for _, k := range b.of(Kind) {
		if b.in(k.Sentence) && k.Kind == b.e.Kind {
			return k.Sentence
		}
	}
	for s := 0; first < 0 && s < 1000; s++ {
		if b.in(s) {
			first = s
		}
	}
	return first
}

// donors are the states before the word of the transfer, recipients those behind
// “to”.
func (b *builder) donors() {
	s := b.telling()
	for _, m := range b.of(Actor) {
		if m.Sentence != s || m.Actor.Kind == "person" || m.Actor.Kind == "unnamed" || b.possessor(m) {
			continue
		}
		switch {
		case b.endsWith(m.from, "to") || b.endsWith(m.from, "for"):
			b.party("recipient", m)
		case b.isOriginator(m):
		case m.from <= first(b.tokens, s)+2:
			b.party("donor", m)
		}
	}
	b.announcer(s)
}

// announcer takes for the donor who announces the aid, where nobody else gives it: “the
// Pentagon announced a $400 million aid package”.
func (b *builder) announcer(s int) {
	if slices.ContainsFunc(b.e.Parties, func(p store.Party) bool { return p.Role == "donor" }) {
		return
	}
	for _, m := range b.of(Actor) {
		if m.Sentence == s && m.to < len(b.tokens) && promised[b.tokens[m.to].low] && (m.Actor.Kind == "state" || m.Actor.Kind == "organisation") && !b.possessor(m) {
			b.party("donor", m)
			return
		}
	}
}

// first is the first token of a sentence.
func first(tokens []token, sentence int) int {
	i, _ := slices.BinarySearchFunc(tokens, sentence, func(t token, s int) int { return t.sentence - s })
	return i
}

func (b *builder) isOriginator(m mention) bool {
	for _, o := range b.said[m.Sentence] {
		if o.from == m.from {
			return true
		}
	}
	return false
}
