package reading

import (
	"regexp"
	"strings"

	"sitmap/app/entry/figure"
)

// What it is called when there were none.
var none = map[string]string{"deaths": "killed", "fatalities": "killed", "dead": "killed", "injuries": "wounded", "wounded": "wounded", "casualties": "killed"}

// noneReported finds “no deaths were reported”, which is not the figure 0.
func (p *pass) noneReported(from, to int) {
	for i := from; i+1 < to; i++ {
		if p.tokens[i].low != "no" {
			continue
		}
		m, ok := none[p.tokens[i+1].low]
		if !ok || !allowedTerm(p.known.Measures, m) {
			continue
		}
		p.figure(counted{from: i, to: i + 1, end: i + 2, value: figure.Figure{Qualifier: figure.None}, of: "people"}, m)
	}
}

// duration finds “lasted nearly 90 minutes”.
func (p *pass) duration(from, to int) {
	if !allowedTerm(p.known.Measures, "duration_minutes") {
		return
	}
	for i := from; i < to; i++ {
		if p.tokens[i].low != "lasted" {
			continue
		}
		for k := i + 1; k < min(i+5, to); k++ {
			n, text := p.numberAt(k, to)
			if w := p.tokens[k].low; n == 0 && (w == "an" || w == "half") {
				n, text = 1, "1"
			}
			if n == 0 || k+n >= to {
				continue
			}
			factor := map[string]float64{"minutes": 1, "hours": 60, "hour": 60}[p.tokens[k+n].low]
			if factor == 0 || p.tokens[k].low == "half" {
				continue
			}
			c := counted{from: k, to: k + n, end: k + n + 1, of: "minutes"}
			for _, q := range qualifiers {
				w := strings.Count(q.words, " ") + 1
				if k-w > i-1 && p.low(k-w, k) == q.words {
					c.from, text = k-w, q.as+" "+text
					break
				}
			}
			v, err := figure.Parse(text)
			if err != nil {
				continue
			}
			for _, bound := range []*float64{v.Low, v.High} {
				if bound != nil {
					*bound *= factor
				}
			}
			c.value = v
			p.figure(c, "duration_minutes")
			return
		}
	}
}

var moneyPattern = regexp.MustCompile(`^([$€])(\d+(?:[.,]\d+)*)(m|bn|k)?$`)

// money finds “$500 million”.
func (p *pass) money(from, to int) {
	for i := from; i < to; i++ {
		m := moneyPattern.FindStringSubmatch(p.tokens[i].low)
		if m == nil {
			continue
		}
		measure := map[string]string{"$": "value_usd", "€": "value_eur"}[m[1]]
		if !allowedTerm(p.known.Measures, measure) {
			continue
		}
		text, end := m[2]+m[3], i+1
		if end < to && (p.tokens[end].low == "million" || p.tokens[end].low == "billion") {
			text += " " + p.tokens[end].low
			end++
		}
		c := counted{from: i, to: end, end: end}
		for _, q := range qualifiers {
			w := strings.Count(q.words, " ") + 1
			if i-w >= from && p.low(i-w, i) == q.words {
				c.from, text = i-w, q.as+" "+text
				break
			}
		}
		if v, err := figure.Parse(text); err == nil {
			c.value = v
			p.figure(c, measure)
		}
	}
}
