package reading

import (
	"slices"
	"strings"
)

// What two sides do with each other; “called” and “phoned” take their object as
// it is.
var (
	meets = set(`spoke met meet talk talked call called phoned telephoned talks meeting hosted summit conversation visited convened held signed travelled traveled welcomed received agreed spoken speaks meets negotiators delegations`)
	// Words behind which people are only spoken about.
	aboutWords = set(`about discussed that said told ahead regarding discuss thanked congratulated urged stressed raised who concerning announced hostages according which following spokesman reaffirm condemn congratulate thank for mark`)
)

// participants finds who spoke or met: in the first sentence that tells of it, the
// people before and behind its verb, or the states where no people are named; then
// those whom the title of a readout names.
func (b *builder) participants() {
	if b.main {
		b.fromTitle()
	}
	s := b.telling()
	if len(b.e.Parties) >= 2 {
		b.ownNames(s)
		return
	}
	var chosen []mention
	for _, s := range b.allTelling() { // a headline tells of it too, but not always whose it was
		if c := b.chosen(s); len(chosen) == 0 || len(c) > 1 {
			chosen = c
		}
		if len(chosen) > 1 {
			break
		}
	}
	for _, m := range chosen {
		role := "participant"
		if b.hosts(m) {
			role = "host"
		}
		b.party(role, m)
	}
}

// chosen are those of a sentence who took part: its people, or where there are none, or
// too few, the states.
func (b *builder) chosen(sentence int) []mention {
	people, others := b.partners(b.pass, sentence)
	switch {
	case b.e.Kind == "talks" && len(people) < 2 && len(others) >= 2:
		return others
	case len(people) == 0 || len(people) == 1 && len(others) > 0 && b.e.Kind != "visit" && len(b.e.Parties) == 0:
		return append(people, others...)
	}
	return people
}

// allTelling are the sentences with a word of the event's kind, or the first.
func (b *builder) allTelling() (out []int) {
	for _, k := range b.of(Kind) {
		if b.in(k.Sentence) && k.Kind == b.e.Kind && !slices.Contains(out, k.Sentence) {
			out = append(out, k.Sentence)
		}
	}
	if len(out) == 0 {
		out = append(out, b.telling())
	}
	return out[:min(len(out), 3)]
}

// hosts says whether “hosted” follows an actor, or “hosted by” comes before.
func (b *builder) hosts(m mention) bool {
	return m.to < len(b.tokens) && b.tokens[m.to].low == "hosted" || b.endsWith(m.from, "hosted by")
}

// ownNames replaces names of the title by the fuller ones of the text.
func (b *builder) ownNames(sentence int) {
	for _, m := range b.of(Actor) {
		if m.Sentence > sentence+1 || m.Actor.Kind != "person" {
			continue
		}
		for i, p := range b.e.Parties {
			if len(strings.Fields(m.Actor.Name)) > len(strings.Fields(p.Actor.Name)) && strings.EqualFold(surname(m.Actor.Name), surname(p.Actor.Name)) {
				b.e.Parties[i].Actor = m.Actor
			}
		}
		b.cite(m.Sentence, "parties")
	}
}

// fromTitle reads “Readout of President A's Call with President B of C and Prime
// Minister D” and “Call Between A and B”. Who tells of it, “Readout from X on …”,
// took no part.
func (b *builder) fromTitle() {
	t := b.title
	words := strings.ToLower(b.rep.Item.Title)
	if !strings.Contains(words, "readout") || !strings.Contains(words, "call") && !strings.Contains(words, "meeting") && !strings.Contains(words, "conversation") {
		return
	}
	narrator := strings.Contains(words, "readout from ")
	with := t.withAt()
	second := false
	for _, m := range t.of(Actor) {
		if m.Actor.Kind != "person" || narrator && m.to < len(t.tokens) && t.tokens[m.to].low == "on" && m.from < with {
			continue
		}
		second = second || m.from > with
		m.Sentence = -1
		b.party("participant", m)
	}
	if m, ok := t.nameAfter(with); ok && !second {
		b.party("participant", m)
	}
	// “the President's Call with B”: who, the text says.
	if len(b.e.Parties) == 1 {
		people, _ := b.partners(b.pass, b.telling())
		for _, m := range people {
			if !strings.EqualFold(surname(m.Actor.Name), surname(b.e.Parties[0].Actor.Name)) {
				b.party("participant", m)
			}
		}
	}
}

// withAt is the “with” or “to” behind “call” or “meeting” in a title, or the end.
func (p *pass) withAt() int {
	seen := false
	for i, t := range p.tokens {
		switch t.low {
		case "call", "calls", "meeting", "conversation":
			seen = true
		case "with", "to", "between":
			if seen {
				return i
			}
		}
	}
	return len(p.tokens)
}

// nameAfter takes the last capitalised words behind “with”, before what says where
// the person belongs, for a name: an office that is in no list stands before it.
func (p *pass) nameAfter(with int) (mention, bool) {
	end := with + 1
	for end < len(p.tokens) && (p.nameWord(end) || p.lex.has("particles", p.tokens[end].low)) && !aboutWords[p.tokens[end].low] {
		end++
	}
	from := end
	for from > with+1 && p.nameWord(from-1) && !p.isTitle(from-1) && p.taken[from-1] == "" && end-from < 2 {
		from--
	}
	if end-from < 2 || p.lex.has("stop", p.tokens[from].low) || isAcronym(p.tokens[from].text) || p.tokens[from].sentence != p.tokens[end-1].sentence {
		return mention{}, false
	}
	if strings.HasSuffix(p.tokens[end-1].low, "s") && p.lex.has("titles", strings.TrimSuffix(p.tokens[end-1].low, "s")) {
		return mention{}, false // “Business Leaders”
	}
	return mention{Suggestion: Suggestion{Field: Actor, Actor: p.person(from, end), Sentence: -1}, from: from, to: end}, true
}

// partners are the people and the others that a sentence says met or spoke.
func (b *builder) partners(p *pass, sentence int) (people, others []mention) {
	from, to := p.bounds(sentence)
	verb := -1
	for i := from; i < to; i++ {
		if meets[p.tokens[i].low] && !p.aside(i) {
			verb = i
			break
		}
	}
	if verb < 0 {
		return nil, nil
	}
	for _, m := range p.of(Actor) {
		if m.Sentence != sentence || m.Actor.Kind == "unnamed" || p.describes(m) || b.isOriginator(m) && m.from > verb {
			continue
		}
		if !p.partner(m, verb) || b.endsWith(m.from, "mediated by") || b.endsWith(m.from, "brokered by") {
			continue
		}
		if m.Actor.Kind == "person" {
			people = append(people, m)
		} else {
			others = append(others, m)
		}
	}
	// A people's name before a person is his country, not a party.
	return people, others
}

// describes says whether a people's name only says whose officials are quoted.
func (p *pass) describes(m mention) bool {
	return p.possessor(m) && slices.ContainsFunc(p.of(Actor), func(o mention) bool { return o.from == m.to && o.Actor.Kind == "unnamed" })
}

// partner says whether an actor takes part: before the verb, or behind it with no
// word in between that only speaks about him.
func (p *pass) partner(m mention, verb int) bool {
	if m.from < verb {
		return true
	}
	for i := verb + 1; i < m.from; i++ {
		if aboutWords[p.tokens[i].low] {
			return false
		}
	}
	if m.from > 0 && p.tokens[m.from-1].low == "on" {
		return false
	}
	// “of NATO defence ministers”
	return m.from == 0 || p.tokens[m.from-1].low != "of" || p.tokens[verb].low == "hosted"
}
