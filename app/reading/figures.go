package reading

import (
	"slices"
	"strings"

	"sitmap/app/entry/figure"
)

// counted is a number in the text with the noun behind it.
type counted struct {
	from, to int // tokens of the number with its qualifier
	end      int // behind the noun, or to
	value    figure.Figure
	class    string // of the noun; "" where none follows
	of       string
	subset   bool // of those counted just before
}

// findFigures finds numbers and what they measure: in each sentence the numbers
// that stand in one row (“43 missiles and 74 drones”) share the nearest verb that
// can be said of what they count.
func (p *pass) findFigures() {
	var last []counted // of the sentence before
	for s, from := 0, 0; from < len(p.tokens); s++ {
		_, to := p.bounds(p.tokens[from].sentence)
		all := p.numbers(from, to)
		for k := 0; k < len(all); {
			if k+1 < len(all) && p.outOf(all, k, from, to) {
				k += 2
				continue
			}
			n := k + 1
			for n < len(all) && p.joined(all[n-1], all[n]) {
				n++
			}
			p.measureRow(all, k, n, from, to, last)
			k = n
		}
		p.noneReported(from, to)
		p.duration(from, to)
		p.money(from, to)
		if len(all) > 0 {
			last = all
		}
		from = to
	}
}

// joined says whether two numbers stand in one row.
func (p *pass) joined(a, b counted) bool {
	if a.class == "" && b.class == "" || a.subset || b.subset {
		return false
	}
	for i := a.end; i < b.from; i++ {
		if w := p.tokens[i].low; w != "and" && w != "," && w != "&" {
			return false
		}
	}
	return b.from-a.end <= 2
}

// measureRow finds what a row of numbers measures and adds its figures.
func (p *pass) measureRow(all []counted, k, n, from, to int, before []counted) {
	left, right := from, to
	if k > 0 {
		left = all[k-1].end
	}
	if n < len(all) {
		right = all[n].from
	}
	first, end := all[k], all[n-1]
	if first.subset && k > 0 {
		if m := p.measuredAt(all[k-1].from); m != "" {
			for _, c := range all[k:n] {
				p.figure(c, m)
			}
			return
		}
	}
	for i, c := range all[k:n] {
		class := c.class
		if class == "" {
			class = "none"
		}
		t, ok := p.trigger(class, first.from, end.end, left, right)
		if !ok && class == "none" && k > 0 && n-k == 1 {
			// “… 47 drones, while 27 were lost” has been tried; nothing is guessed.
			continue
		}
		if !ok {
			continue
		}
		if class == "none" && airMeasure[t] {
			c.of = lastOf(all[:k+i], before)
		} else if class == "none" {
			c.of = "people"
		}
		p.figure(c, t)
	}
}

var airMeasure = map[string]bool{"launched": true, "shot_down": true, "suppressed_or_lost": true, "hit": true}

// lastOf is what was counted last, where it was something in the air: all of the
// row, “drones and missiles”.
func lastOf(lists ...[]counted) string {
	for _, l := range lists {
		var of []string
		for _, c := range l {
			if c.class == "air" && c.of != "" && !slices.Contains(of, c.of) && len(of) < 3 {
				of = append(of, c.of)
			}
		}
		if len(of) > 0 {
			return strings.Join(of, " and ")
		}
	}
	return ""
}

func (p *pass) measuredAt(token int) string {
	for k := len(p.found) - 1; k >= 0 && p.found[k].Field == Figure; k-- {
		if m := p.found[k]; m.from == token {
			return m.Count.Measure
		}
	}
	return ""
}

func (p *pass) figure(c counted, measure string) {
	s := Suggestion{Field: Figure, Count: Count{Measure: measure, Of: c.of, Figure: c.value, ByIndex: -1}}
	if by, ok := p.by(p.tokens[c.from].sentence, c.from); ok {
		a := by.Actor
		s.Count.By = &a
	}
	p.add(mention{Suggestion: s, from: c.from, to: c.end}, false)
}

// trigger finds the nearest word that says what is measured: behind the row with
// nothing but small words between, or just before it; else the nearer one within
// reach.
func (p *pass) trigger(class string, first, end, left, right int) (measure string, ok bool) {
	const reach = 9
	best := 100
	try := func(i, distance int) bool {
		for n := min(4, right-i); n > 0; n-- {
			// “killing”, and “injured” right before the next number, have their number behind them.
			if i < left || i+n > right || active(p.tokens[i+n-1].low) || i+n == right && right < len(p.tokens) && !passive[p.tokens[i-1].low] && p.tokens[right].sentence == p.tokens[i].sentence {
				continue
			}
			for _, t := range p.lex.triggers[p.low(i, i+n)] {
				if t.classes[class] && distance < best {
					best, measure, ok = distance, t.measure, true
					return true
				}
			}
		}
		return false
	}
	gap := 0
	for i := end; i < right && i < end+reach; i++ {
		w := p.tokens[i]
		if w.text == ";" || w.low == "while" || w.low == "but" || w.text == "," && gap > 0 {
			break
		}
		if try(i, gap) {
			break
		}
		if !small[w.low] {
			gap += 2
		}
	}
	gap = 0
	for i := first - 1; i >= left && i >= first-reach; i-- {
		w := p.tokens[i]
		if w.text == ";" || w.low == "while" || w.low == "but" {
			break
		}
		if p.triggerEnding(class, i, left, first, gap, &best, &measure) {
			ok = true
			break
		}
		if !small[w.low] {
			gap += 2
		}
		gap++
	}
	return measure, ok
}

// active says whether a verb has what it counts behind it.
func active(verb string) bool { return strings.HasSuffix(verb, "ing") && verb != "missing" }

// triggerEnding looks for a phrase of the list that ends at a token.
func (p *pass) triggerEnding(class string, at, left, first, gap int, best *int, measure *string) bool {
	for n := min(4, at-left+1); n > 0; n-- {
		for _, t := range p.lex.triggers[p.low(at-n+1, at+1)] {
			if t.classes[class] && gap < *best {
				*best, *measure = gap, t.measure
				return true
			}
		}
	}
	return false
}

// Words that may stand between a number and its verb.
var small = set(`were was have been had has are is being be also more others other people seriously reportedly still the least a of and at in , to them around over up said`)
