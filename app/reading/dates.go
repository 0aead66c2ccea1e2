package reading

import (
	"errors"
	"strings"

	"sitmap/app/entry/when"
)

// The longest phrase of a time, in tokens.
const longestDate = 12

// Words that a time may be told with. Anchors make it one; openers may begin it,
// joiners only stand within it.
var (
	dateAnchors = set(`monday tuesday wednesday thursday friday saturday sunday
		today yesterday tonight overnight tomorrow ago a.m p.m a.m. p.m. am pm noon midnight weekend`)
	monthWords = set(`january february march april may june july august september october november december
		jan feb mar apr jun jul aug sept sep oct nov dec`)
	dateOpeners = set(`on in at since until from between by before after late early mid the last this next night overnight
		morning afternoon evening dawn noon midnight shortly just earlier later about around past yesterday's over during throughout first second third fourth`)
	dateJoiners = set(`of to and into the at on in hours night morning afternoon evening dawn daybreak day noon midday midnight week month year
		weekend early late mid before after shortly just until from between today days weeks months years hour minutes local time gmt utc eet eest msk est edt
		half quarter spring summer autumn fall winter an a two three four five six seven eight nine ten twelve previous past last this next small predawn o'clock beginning end middle`)
	spans = set(`week month year night morning afternoon evening weekend`)
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// findDates looks at every place where a time may begin for the longest phrase
// that is one.
func (p *pass) findDates() {
	for i := 0; i < len(p.tokens); i++ {
		t := p.tokens[i]
		if !t.word || !p.dateWord(i) && !dateOpeners[t.low] {
			continue
		}
		end := i
		for end < len(p.tokens) && end < i+longestDate && p.tokens[end].sentence == t.sentence && p.dateWord(end) {
			end++
		}
		if to, m, ok := p.dateAt(i, end); ok {
			m.from, m.to = i, to
			p.add(m, true)
			i = to - 1
		}
	}
}

// dateWord says whether a token may be part of a time.
func (p *pass) dateWord(i int) bool {
	t := p.tokens[i]
	switch {
	case !t.word:
		return t.text == "," && i+1 < len(p.tokens) && (p.tokens[i+1].digit || p.month(i+1)) && i > 0 ||
			(t.text == "–" || t.text == "-") && i > 0 && i+1 < len(p.tokens) && p.dateWord(i+1)
	case t.digit:
		return !strings.ContainsAny(t.text, "$€£~≥") && (len(t.low) <= 5 || strings.Count(t.low, "-") == 2 || strings.Count(t.low, ":") == 2)
	case p.month(i):
		return true
	case dateAnchors[t.low]:
		return t.low != "sun" && t.low != "sat"
	}
	return dateJoiners[t.low] || dateOpeners[t.low]
}

// month says whether a token is a month; “may” and “march” need their capital and
// a number or a preposition beside them.
func (p *pass) month(i int) bool {
	t := p.tokens[i]
	if !t.word || !t.cap || !monthWords[t.low] {
		return false
	}
	number := func(k int) bool { return k >= 0 && k < len(p.tokens) && p.tokens[k].digit }
	if number(i-1) || number(i+1) {
		return true
	}
	return !t.first && i > 0 && (dateOpeners[p.tokens[i-1].low] || p.tokens[i-1].low == "of")
}

// anchored says whether tokens hold what makes them a time.
func (p *pass) anchored(from, to int) bool {
	for i := from; i < to; i++ {
		t := p.tokens[i]
		prev := ""
		if i > from {
			prev = p.tokens[i-1].low
		}
		switch {
		case dateAnchors[t.low] && t.low != "midnight" && t.low != "noon":
			return true
		case p.month(i):
			return true
		case t.digit && (strings.Count(t.low, ":") > 0 || strings.Count(t.low, "-") == 2 || isClock(t.low)):
			return true
		case spans[t.low] && (prev == "this" || prev == "last" || prev == "next" || prev == "past"):
			return true
		case t.digit && len(t.low) == 4 && (prev == "in" || prev == "since") && (t.low[:2] == "19" || t.low[:2] == "20") && to == i+1:
			return true
		case i > from && (prev == "past" || prev == "last") && (t.digit || dateJoiners[t.low]) && to-i > 1 && strings.HasPrefix(p.tokens[i+1].low, "hour"):
			return true
		}
	}
	return false
}

func isClock(s string) bool {
	return len(s) > 2 && startsDigit(s) && (strings.HasSuffix(s, "am") || strings.HasSuffix(s, "pm"))
}

// dateAt reads the longest phrase that begins at from and ends no later than to.
// One that is ambiguous is taken with its question.
func (p *pass) dateAt(from, to int) (end int, m mention, ok bool) {
	for end = to; end > from; end-- {
		last := p.tokens[end-1]
		if !last.word || end-from > 1 && joinsOn(last.low) || !p.anchored(from, end) {
			continue
		}
		text := p.text[p.tokens[from].start:last.end]
		if next := end; next < len(p.tokens) && p.tokens[next].text == "." && (last.low == "a.m" || last.low == "p.m") {
			text += "."
		}
		r, err := when.Parse(text, p.clock)
		var e *when.Error
		switch {
		case err == nil && (r.When.Earliest.IsZero() || r.When.Earliest.Year() > 1900):
			m.Field, m.When, m.phrase = Date, r.When, text
			return end, m, true
		case errors.As(err, &e) && e.Ask && !p.number(from, end):
			m.Field, m.Question = Date, e.Sentence
			return end, m, true
		}
	}
	return from, m, false
}

func joinsOn(w string) bool {
	switch w {
	case "of", "to", "and", "into", "the", "at", "on", "in", "until", "from", "between", "before", "after", "a", "an", "since", "by", "shortly", "just", "about", "around", "over", "during", "first", "second", "third", "fourth":
		return true
	}
	return false
}

// number says whether tokens are nothing but a number and small words.
func (p *pass) number(from, to int) bool {
	for i := from; i < to; i++ {
		if t := p.tokens[i]; dateAnchors[t.low] || p.month(i) || strings.Contains(t.low, ":") || spans[t.low] {
			return false
		}
	}
	return true
}
