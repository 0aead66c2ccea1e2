package when

import "strings"

// word reads the longest phrase at the front that means something.
func (p *parser) word() error {
	for n := min(3, p.words()); n > 0; n-- {
		phrase := p.phrase(n)
		ok, err := p.known(phrase)
		if err != nil {
			return err
		}
		if ok {
			p.tokens = p.tokens[n:]
			return nil
		}
	}
	w := p.tokens[0].text
	// “mid-July”, “Tuesday-Thursday”: a compound that is no name of a zone.
	if a, b, ok := strings.Cut(w, "-"); ok && a != "" && b != "" {
		first, rest := p.tokens[0], p.tokens[1:]
		first.text = a
		p.tokens = append([]token{first}, p.compound(a, b)...)
		p.tokens = append(p.tokens, rest...)
		return nil
	}
	if a, b, ok := strings.Cut(w, "/"); ok && a != "" && b != "" && (months[a] != 0 || isWeekday(a)) {
		p.tokens = append([]token{{kind: tokWord, text: a}, {kind: tokSlash}, {kind: tokWord, text: b}}, p.tokens[1:]...)
		return nil
	}
	if s := strings.TrimSuffix(w, "."); s != w && s != "" {
		p.tokens[0].text = s
		return nil
	}
	if zones, ok := ambiguousAbbreviations[w]; ok {
		return ask(zonesOf(zones), "%s can be %s; write one of these names.", strings.ToUpper(w), zones)
	}
	return refuse("“%s” is no word of a time and no zone or city that is known.", w)
}

// compound reads the dash in a word: “mid-July” is one thing, “May-June” a range.
func (p *parser) compound(a, b string) []token {
	if _, ok := thirds[a]; ok {
		return []token{{kind: tokWord, text: b}}
	}
	return []token{{kind: tokDash}, {kind: tokWord, text: b}}
}

func isWeekday(s string) bool { _, ok := weekdays[s]; return ok }

// words counts the words in a row at the front.
func (p *parser) words() int {
	n := 0
	for n < len(p.tokens) && p.tokens[n].kind == tokWord {
		n++
	}
	return n
}

func (p *parser) phrase(n int) string {
	s := p.tokens[0].text
	for _, t := range p.tokens[1:n] {
		s += " " + t.text
	}
	return s
}

// known reads a phrase and reports whether it means anything.
func (p *parser) known(s string) (bool, error) {
	if s == "week of" || s == "week beginning" {
		p.cur.weekOf = true
		return true, nil
	}
	if filler[s] {
		p.lastAt = s == "at"
		return true, nil
	}
	if approximately[s] {
		p.about = true
		return true, nil
	}
	if s == "into" && len(p.done) == 0 && (p.cur.part != nil || p.cur.weekday != nil || p.cur.d != 0) {
		return true, p.split(false)
	}
	if until[s] {
		// “until 4 July” opens the text, “3 to 4 July” stands in the middle.
		if p.cur == (moment{}) && len(p.done) == 0 {
			if s == "until" || s == "till" || s == "through" {
				p.bound = upTo
				if s != "through" {
					p.bound = before
				}
			}
			return true, nil
		}
		return true, p.split(false)
	}
	if ok, err := p.openEnded(s); ok || err != nil {
		return ok, err
	}
	if m, ok := months[s]; ok {
		if p.cur.mo != 0 {
			return true, errTwoDates()
		}
		p.cur.mo, p.cur.named = int(m), true
		return true, nil
	}
	if d, ok := weekdays[s]; ok {
		if p.cur.weekday != nil {
			return true, errTwoDates()
		}
		p.cur.weekday = &d
		return true, nil
	}
	if ok, err := p.partOfDay(s); ok || err != nil {
		return ok, err
	}
	if ok, err := p.relative(s); ok || err != nil {
		return ok, err
	}
	if first, rest, many := strings.Cut(s, " "); many && (timeWord(first) || timeWord(rest[strings.LastIndex(rest, " ")+1:])) {
		return false, nil // no zone's name has these, and looking for one takes long
	}
	return p.zoneWord(s)
}

// timeWord says whether a word means something by itself.
func timeWord(w string) bool {
	_, part := parts[w]
	_, third := thirds[w]
	return filler[w] || until[w] || approximately[w] || months[w] != 0 || isWeekday(w) || part || third
}

func (p *parser) openEnded(s string) (bool, error) {
	var b bound
	switch s {
	case "since", "as of", "starting", "onwards", "onward", "ever since":
		b = since
	case "shortly after", "just after", "soon after":
		b = justAfter
	case "shortly before", "just before":
		b = justBefore
	case "after", "later than":
		b = after
	case "before", "earlier than", "prior to":
		b = before
	case "by", "not later than", "no later than":
		b = upTo
	case "from", "between":
		return true, nil
	default:
		return false, nil
	}
	if p.bound != closed {
		return true, refuse("Two words open the interval on one side; keep one, or write both ends with a dash.")
	}
	p.bound = b
	return true, nil
}
