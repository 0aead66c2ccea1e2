package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitmap/store"
)

// longestName is the most words that a person's name has.
const longestName = 5

// isTitle says whether a title begins at a token.
func (p *pass) isTitle(i int) bool { _, ok := p.title(i); return ok }

// title is where the longest title that begins at a token ends.
func (p *pass) title(i int) (int, bool) {
	for n := min(4, len(p.tokens)-i); n > 0; n-- {
		if p.lex.has("titles", p.low(i, i+n)) {
			end := i + n
			// Mr. and Gen. keep their dot.
			if end < len(p.tokens) && p.tokens[end].text == "." && shortened[p.tokens[end-1].low] && p.tokens[end-1].end == p.tokens[end].start {
				end++
			}
			return end, true
		}
	}
	return i, false
}

// titledPerson finds “Ukrainian Defence Minister Rustem Umerov”: a title, or
// several, and a name behind it. A country before it is for whom he acts.
func (p *pass) titledPerson(i int) (int, store.Actor, bool) {
	at := i
	s, n, country := p.country(i)
	if country {
		at = i + n
	} else if m, ok := p.bodyAt(i); ok && p.isTitle(m) {
		at = m
	}
	from := at
	for {
		end, ok := p.title(at)
		if !ok {
			// “army spokesman”, “military administration head”
			if at > from || !p.isRoleWord(at) {
				break
			}
			at++
			continue
		}
		at = end
		if at < len(p.tokens) && (p.tokens[at].low == "and" || p.tokens[at].low == "of") && p.isTitle(at+1) {
			at++
		}
	}
	if at == from || at >= len(p.tokens) || p.tokens[at-1].poss {
		return 0, store.Actor{}, false
	}
	for at < len(p.tokens) && p.tokens[at].cap && p.lex.has("office", p.tokens[at].low) {
		at++ // “Director for Public Engagement Cedric Richmond”
	}
	if at >= len(p.tokens) {
		return 0, store.Actor{}, false
	}
	end := p.nameEnd(at)
	if end == at {
		return 0, store.Actor{}, false
	}
	if p.tokens[i].sentence != p.tokens[end-1].sentence {
		return 0, store.Actor{}, false
	}
	a := p.person(at, end)
	if country {
		p.states[s.code]++
		if a.ActsFor == nil {
			a.ActsFor = p.lex.actsFor(s.code)
		}
	}
	// “President Emmanuel Macron of France”
	if a.ActsFor == nil && end+1 < len(p.tokens) && p.tokens[end].low == "of" {
		for n := min(4, len(p.tokens)-end-1); n > 0; n-- {
			words := strings.TrimPrefix(p.low(end+1, end+1+n), "the ")
			if s, ok := p.lex.states[words]; ok {
				a.ActsFor = p.lex.actsFor(s.code)
				p.states[s.code]++
				if a.ActsFor != nil {
					return end, a, true
				}
			}
		}
	}
	return end, a, true
}

// isRoleWord is a word that may stand before a title and belong to it.
func (p *pass) isRoleWord(i int) bool {
	if i+1 >= len(p.tokens) {
		return false
	}
	switch p.tokens[i].low {
	case "military", "army", "regional", "kremlin", "government", "party", "security", "foreign", "interim", "acting", "administration", "deputy", "former", "incoming", "state", "city", "nato", "eu", "medical", "political", "politburo", "presidential", "economic", "national", "senior", "royal":
		return p.isTitle(i+1) || p.isRoleWord(i+1)
	}
	return false
}

// bodyAt is where an organisation's name ends that begins at a token.
func (p *pass) bodyAt(i int) (int, bool) {
	for n := min(longestPhrase, len(p.tokens)-i); n > 0; n-- {
		if _, ok := p.lex.bodies[p.low(i, i+n)]; ok && p.tokens[i].cap {
			return i + n, true
		}
	}
	return i, false
}

// nameWord says whether a token may be part of a person's name.
func (p *pass) nameWord(i int) bool {
	if i < 0 || i >= len(p.tokens) {
		return false
	}
	t := p.tokens[i]
	if !t.word || !t.cap || t.digit || p.taken[i] != "" && p.taken[i] != Actor {
		return false
	}
	return !dateAnchors[t.low] && !monthWords[t.low] && !p.lex.demonyms[t.low]
}

// nameEnd is where the name that begins at a token ends.
func (p *pass) nameEnd(at int) int {
	end := at
	for end < len(p.tokens) && end < at+longestName && p.tokens[end].sentence == p.tokens[at].sentence {
		t := p.tokens[end]
		particle := p.lex.has("particles", t.low) && end > at && (p.nameWord(end+1) || t.cap || p.lex.has("particles", p.tokens[min(end+1, len(p.tokens)-1)].low))
		initial := t.text == "." && end > at && utf8.RuneCountInString(p.tokens[end-1].text) == 1
		if !particle && !initial && (!p.nameWord(end) || p.isTitle(end) || aboutWords[t.low] || p.lex.has("office", t.low)) {
			break
		}
		end++
		if t.poss {
			break
		}
	}
	for end > at && !p.tokens[end-1].cap {
		end--
	}
	// “Chief Medical Adviser”: a word of an office, not a name.
	if end == at+1 && p.isTitle(end) {
		return at
	}
	return end
}

// person is the one of that name; one known by the surname alone is who was named
// before.
func (p *pass) person(from, to int) store.Actor {
	name := p.text[p.tokens[from].start:p.tokens[to-1].end]
	if t := p.tokens[to-1]; t.poss {
		name = name[:len(name)-(t.end-t.start)] + t.text
	}
	name = strings.Join(strings.Fields(name), " ")
	low := strings.ToLower(plainSigns.Replace(name))
	for k := len(p.people) - 1; k >= 0; k-- {
		known := p.people[k]
		if strings.EqualFold(known.Name, name) || to-from == 1 && strings.EqualFold(surname(known.Name), name) {
			return known
		}
	}
	if a, ok := p.lex.people[low]; ok {
		if !same(a.Name, name) && to-from > 1 {
			a.Name = name
		}
		return a
	}
	return store.Actor{Name: name, Kind: "person"}
}

// barePerson finds a name without a title: two or more capitalised words that are
// nothing else, beside a verb of speech or set off behind a title, “the head of
// the delegation, Vladimir Medinsky,”.
func (p *pass) barePerson(i int) (int, store.Actor, bool) {
	t := p.tokens[i]
	if !p.nameWord(i) || p.lex.has("stop", t.low) || isAcronym(t.text) || p.isTitle(i) {
		return 0, store.Actor{}, false
	}
	if _, ok := p.lex.states[t.low]; ok {
		return 0, store.Actor{}, false
	}
	end := p.nameEnd(i)
	if end-i < 2 {
		return 0, store.Actor{}, false
	}
	for k := i; k < end; k++ {
		if p.lex.has("stop", p.tokens[k].low) && !p.lex.has("particles", p.tokens[k].low) {
			return 0, store.Actor{}, false
		}
	}
	after := end < len(p.tokens) && (p.lex.has("speech", p.tokens[end].low) || p.tokens[end].text == ",")
	said := i > 0 && p.lex.has("speech", p.tokens[i-1].low) || i >= 2 && p.low(i-2, i) == "according to"
	apposed := i > 0 && p.tokens[i-1].text == "," && p.tokens[i-1].sentence == t.sentence && p.titleBefore(i-1)
	meets := end < len(p.tokens) && meeting[p.tokens[end].low] || i > 0 && meeting[p.tokens[i-1].low]
	if !(said || apposed || meets || after && p.lex.has("speech", p.tokens[min(end, len(p.tokens)-1)].low)) {
		return 0, store.Actor{}, false
	}
	if p.isPlaceName(i, end) {
		return 0, store.Actor{}, false
	}
	return end, p.person(i, end), true
}

var meeting = set(`met called spoke phoned meets hosted telephoned visited congratulated`)

// titleBefore says whether the words before a comma speak of an office.
func (p *pass) titleBefore(comma int) bool {
	for k := comma - 1; k >= 0 && k > comma-9 && p.tokens[k].sentence == p.tokens[comma].sentence; k-- {
		if p.isTitle(k) {
			return true
		}
		if p.tokens[k].text == "," {
			return false
		}
	}
	return false
}

func isAcronym(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && r != '-' {
			return false
		}
		n++
	}
	return n > 1
}
