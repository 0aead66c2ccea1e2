package reading

import (
	"regexp"
	"strings"

	"sitmap/app/entry/figure"
)

var (
	digitsPattern = regexp.MustCompile(`^[~≥]?\d{1,3}(?:,\d{3})+$|^[~≥]?\d+(?:\.\d+)?\+?$`)
	rangePattern  = regexp.MustCompile(`^\d+[–-]\d+$`)
)

var inWords = set(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
	twenty thirty forty fifty sixty seventy eighty ninety`)

var bulk = set(`dozens scores hundreds thousands several tens`)

var qualifiers = []struct{ words, as string }{
	{"no fewer than", "at least"},
	{"no less than", "at least"},
	{"as many as", "up to"},
	{"more than", "more than"},
	{"fewer than", "fewer than"},
	{"less than", "fewer than"},
	{"at least", "at least"},
	{"at most", "up to"},
	{"up to", "up to"},
	{"over", "more than"},
	{"about", "about"},
	{"around", "about"},
	{"some", "about"},
	{"nearly", "about"},
	{"almost", "about"},
	{"roughly", "about"},
	{"approximately", "about"},
	{"between", "between"},
}

// numbers finds the numbers of a sentence that count something.
func (p *pass) numbers(from, to int) (out []counted) {
	for i := from; i < to; i++ {
		n, text := p.numberAt(i, to)
		if n == 0 {
			continue
		}
		c := counted{from: i, to: i + n}
		for _, q := range qualifiers {
			k := strings.Count(q.words, " ") + 1
			if i-k >= from && p.low(i-k, i) == q.words {
				c.from = i - k
				if ranged := strings.Contains(text, " to ") || rangePattern.MatchString(text); !ranged {
					text = q.as + " " + text
				}
				break
			}
		}
		v, err := figure.Parse(text, p.known.Words...)
		if err != nil || p.taken[i] != "" {
			i += n - 1
			continue
		}
		c.value = v
		p.noun(&c, to)
		c.subset = p.subset(c, from)
		if !p.isUnit(c.to, to) {
			out = append(out, c)
		}
		i = max(c.end, i+n) - 1
	}
	return out
}

// numberAt reads a number without its qualifier: how many tokens, and how it is
// written in a cell.
func (p *pass) numberAt(i, to int) (int, string) {
	word := func(k int) string {
		if k < to {
			return p.tokens[k].low
		}
		return ""
	}
	w := word(i)
	plain := func(s string) bool {
		if a, b, ok := strings.Cut(s, "-"); ok && inWords[a] && inWords[b] {
			return true
		}
		return digitsPattern.MatchString(s) || inWords[s]
	}
	cell := func(s string) string {
		if a, b, ok := strings.Cut(s, "-"); ok && tensAndOnes[a] > 0 && ones[b] > 0 {
			return itoa(tensAndOnes[a] + ones[b])
		}
		return s
	}
	switch {
	case rangePattern.MatchString(w):
		return 1, w
	case plain(w):
		switch next := word(i + 1); {
		case (next == "to" || next == "and" && i > 0 && p.tokens[i-1].low == "between") && plain(word(i+2)):
			return 3, cell(w) + " to " + cell(word(i+2))
		case next == "million" || next == "thousand" || next == "hundred" && w == "one":
			if next == "hundred" {
				return 2, "one hundred"
			}
			return 2, cell(w) + " " + next
		case next == "dozen":
			return 2, w + " dozen"
		}
		return 1, cell(w)
	case w == "a" && word(i+1) == "dozen":
		return 2, "12"
	case w == "a" && word(i+1) == "few":
		return 2, "a few"
	case bulk[w]:
		return 1, w
	}
	return 0, ""
}

var tensAndOnes = map[string]int{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

var ones = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}

func itoa(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// noun finds what is counted behind a number, past its adjectives.
func (p *pass) noun(c *counted, to int) {
	c.end = c.to
	for i := c.to; i < to && i < c.to+5; i++ {
		t := p.tokens[i]
		if !t.word || i > c.to && t.digit || p.taken[i] == Date || p.taken[i] == Place {
			return
		}
		for n := min(3, to-i); n > 0; n-- {
			class, ok := p.lex.nouns[p.low(i, i+n)]
			if !ok && n == 1 && p.taken[i] == Weapon {
				class, ok = "air", true
			}
			if !ok {
				continue
			}
			c.class, c.of, c.end = class, p.low(i, i+n), i+n
			p.withWeapon(c, i, to)
			p.withOther(c, to)
			return
		}
		if stops[t.low] || len(p.lex.triggers[t.low]) > 0 {
			return
		}
	}
}

// Words behind which no noun of the number follows.
var stops = set(`were was are is had have has been in at on from by when after as and or which that who died said to for per percent`)

// withWeapon takes the whole name of a weapon as what is counted.
func (p *pass) withWeapon(c *counted, at, to int) {
	from, end := at, at
	for from > c.to && p.taken[from-1] == Weapon {
		from--
	}
	if p.taken[at] != Weapon {
		return
	}
	for end < to && p.taken[end] == Weapon {
		end++
	}
	c.of, c.end = p.text[p.tokens[from].start:p.tokens[end-1].end], end
}

// withOther takes “drones and missiles” counted together.
func (p *pass) withOther(c *counted, to int) {
	if c.class != "air" || c.end+1 >= to || p.tokens[c.end].low != "and" {
		return
	}
	if class := p.lex.nouns[p.tokens[c.end+1].low]; class == "air" {
		c.of += " and " + p.tokens[c.end+1].low
		c.end += 2
	}
}

// subset says whether a number is part of the one before: “including two
// children”, “nine of them children”.
func (p *pass) subset(c counted, from int) bool {
	for i := c.from - 1; i >= from && i >= c.from-2; i-- {
		switch p.low(i, c.from) {
		case "including", "among them", "among whom", "including at":
			return true
		}
	}
	return c.to+1 < len(p.tokens) && p.low(c.to, c.to+2) == "of them"
}

// isUnit says whether a unit of measure stands behind a number, which then counts
// nothing.
func (p *pass) isUnit(i, to int) bool {
	if i >= to {
		return false
	}
	w := p.tokens[i].low
	if w == "more" && i+1 < to {
		w = p.tokens[i+1].low
	}
	return units[w] || strings.HasPrefix(w, "kilomet") || p.tokens[i].text == "%" || w == "per" || strings.HasPrefix(w, "year")
}

var units = set(`km kilometres kilometers miles metres meters percent years days hours minutes weeks months year-old storey nights hour minute per degrees
	rounds day`)
