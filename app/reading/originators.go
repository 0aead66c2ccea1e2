package reading

import "strings"

// findOriginators finds for each verb of speech who speaks, and who stands behind
// “according to”.
func (p *pass) findOriginators() {
	actors := p.of(Actor)
	if len(actors) == 0 {
		return
	}
	next := 0 // the first actor at or behind the verb
	for i := range p.tokens {
		t := p.tokens[i]
		for next < len(actors) && actors[next].from < i {
			next++
		}
		switch {
		case t.low == "according" && i+1 < len(p.tokens) && p.tokens[i+1].low == "to":
			if next < len(actors) && actors[next].from <= i+8 && actors[next].Sentence == t.sentence {
				p.originator(actors[p.lastOf(actors, next)])
			}
		case !p.lex.has("speech", t.low) || p.taken[i] != "" || i > 0 && passive[p.tokens[i-1].low]:
		case t.low == "told" && next < len(actors) && actors[next].from == i+1:
			// What one party told the other is not said to us.
		default:
			p.speaker(i, actors, next)
		}
	}
}

// passive stands before a verb that says what was told, not who told it.
var passive = set(`was were been is are be being it's not`)

// lastOf skips a country that only describes the one behind it: “the Russian
// Defence Ministry” is one mention, “Russia's Vladimir Medinsky” two.
func (p *pass) lastOf(actors []mention, k int) int {
	for k+1 < len(actors) && actors[k].Actor.Kind == "state" && actors[k+1].from == actors[k].to && actors[k+1].Sentence == actors[k].Sentence {
		k++
	}
	return k
}

// speaker finds the subject of a verb of speech: the nearest actor before it in
// the sentence, who is not the object of another verb in between; else the one
// just behind it; for “he” and “it” the last who spoke.
func (p *pass) speaker(verb int, actors []mention, next int) {
	t := p.tokens[verb]
	if pronoun := p.subjectPronoun(verb); pronoun {
		if m := p.spoke; m != nil && m.Sentence >= t.sentence-2 {
			p.originator(mention{Suggestion: Suggestion{Actor: m.Actor}, from: verb - 1, to: verb})
		}
		return
	}
	for k := next - 1; k >= 0 && actors[k].Sentence == t.sentence && actors[k].to > verb-12; k-- {
		m := actors[k]
		if p.possessor(m) {
			continue
		}
		if !p.reaches(m, verb) {
			break
		}
		// “the head of the delegation, X, said”; “X, a general, said”.
		p.originator(m)
		return
	}
	if next < len(actors) && actors[next].Sentence == t.sentence && actors[next].from <= verb+3 && p.inverted(verb) {
		p.originator(actors[p.lastOf(actors, next)])
	}
}

// possessor says whether a mention only describes another noun: “Russian drones”.
func (p *pass) possessor(m mention) bool {
	if m.Actor.Kind != "state" || m.to >= len(p.tokens) {
		return false
	}
	if p.tokens[m.to-1].poss {
		return true
	}
	return p.lex.demonyms[p.low(m.from, m.to)]
}

// reaches says whether a mention can be the subject of a verb: nothing stands
// between but adverbs, an office between commas, or a place.
func (p *pass) reaches(m mention, verb int) bool {
	if m.from > 0 {
		switch p.tokens[m.from-1].low {
		case "by", "told", "against", "at", "to":
			return false
		}
	}
	commas := 0
	for i := m.to; i < verb; i++ {
		t := p.tokens[i]
		switch {
		case t.text == ",":
			commas++
		case p.taken[i] == Place, p.taken[i] == Date:
		case clauseVerbs[t.low] && commas != 1:
			return false
		}
	}
	return commas != 1 || verb == m.to+1
}

// Verbs that end the reach of a subject.
var clauseVerbs = set(`killed wounded injured struck hit attacked launched fired damaged destroyed met spoke called agreed that which after when were was had have has been`)

// inverted says whether the subject may stand behind a verb: “said Dmitry Peskov”.
func (p *pass) inverted(verb int) bool {
	if verb == 0 {
		return false
	}
	prev := p.tokens[verb-1]
	return !prev.word
}

func (p *pass) subjectPronoun(verb int) bool {
	if verb == 0 {
		return false
	}
	k := verb - 1
	for k > 0 && (p.tokens[k].low == "also" || p.tokens[k].low == "later" || p.tokens[k].low == "had" || p.tokens[k].low == "has") {
		k--
	}
	switch p.tokens[k].low {
	case "he", "she", "it", "they":
		return true
	}
	return false
}

func (p *pass) originator(m mention) {
	sentence := p.tokens[m.from].sentence
	for _, o := range p.said[sentence] {
		if o.from == m.from {
			return
		}
	}
	p.add(mention{Suggestion: Suggestion{Field: Originator, Actor: m.Actor}, from: m.from, to: m.to}, false)
	added := p.found[len(p.found)-1]
	p.said[sentence] = append(p.said[sentence], added)
	p.spoke = &added
}

// by is the originator of what stands in a sentence at a token: of several the
// first who speaks behind it, else the last before. Where a sentence names nobody
// but takes up the one before (“Of these, …”), its originator is kept.
func (p *pass) by(sentence, at int) (mention, bool) {
	// How many sentences back it may have been said.
	for back := 0; back < 4 && sentence >= back; back++ {
		if m, ok := p.byIn(sentence-back, at); ok {
			return m, true
		}
		if !p.continues(sentence - back) {
			break
		}
		at = len(p.tokens)
	}
	return mention{}, false
}

func (p *pass) byIn(sentence, at int) (mention, bool) {
	var before, behind *mention
	for _, m := range p.said[sentence] {
		switch {
		case m.from >= at && behind == nil:
			behind = &m
		case m.from < at:
			before = &m
		}
	}
	switch {
	case behind != nil && (before == nil || p.oneClause(at, behind.from)):
		return *behind, true
	case before != nil:
		return *before, true
	}
	return mention{}, false
}

// oneClause says whether no semicolon or “while” parts two tokens.
func (p *pass) oneClause(from, to int) bool {
	for i := from; i < to; i++ {
		if w := p.tokens[i].low; w == ";" || w == "while" || w == "but" {
			return false
		}
	}
	return true
}

// continues says whether a sentence counts on from the one before.
func (p *pass) continues(sentence int) bool {
	from, to := p.bounds(sentence)
	if to-from < 2 {
		return false
	}
	words := p.low(from, min(from+2, to))
	for _, w := range []string{"of these", "of those", "of them", "of the", "it ", "among them", "another "} {
		if strings.HasPrefix(words+" ", w) {
			return true
		}
	}
	return false
}
