package reading

import (
	"strings"

	"sitmap/mapdata/gazetteer"
)

// How large a town must be, in people, to be taken without a word that says it is
// a place, and with one.
const (
	plainTown = 100_000
	// behind “of”, “to” or “from”, or where the name is not the town's first one
	looseTown = 20_000
)

// findPlaces finds names that the gazetteer has. Of several places of a name it
// takes the one in a country that the text speaks of, else the largest.
func (p *pass) findPlaces() {
	if p.known.Gazetteer == nil {
		return
	}
	type candidate struct {
		from, to int
		places   []gazetteer.Place
	}
	var all []candidate
	cache := map[string][]gazetteer.Place{}
	for i := 0; i < len(p.tokens); i++ {
		t := p.tokens[i]
		if !t.word || !t.cap || t.digit || p.taken[i] != "" || len(t.low) < 2 || isAcronym(t.text) {
			continue
		}
		for end := p.placeEnd(i); end > i; end-- {
			if !p.free(i, end) || !p.tokens[end-1].cap || end == i+1 && (p.lex.has("stop", t.low) || p.isTitle(i)) {
				continue
			}
			name := p.placeName(i, end)
			found, ok := cache[name]
			if !ok {
				found = p.known.Gazetteer.Named(name, 12)
				cache[name] = found
			}
			if len(found) > 0 {
				all = append(all, candidate{i, end, found})
				for _, g := range found {
					if g.Class == gazetteer.ClassCountry {
						p.states[g.Country]++
					}
				}
				i = end - 1
				break
			}
		}
	}
	for _, c := range all {
		located := p.located(c.from)
		if g, ok := p.choose(c.from, c.to, c.places, located); ok {
			to := c.to
			if p.regionAt(to) && p.tokens[to].word && p.tokens[to].low != "and" {
				to++
			}
			p.add(mention{Suggestion: Suggestion{Field: Place, Place: g}, from: c.from, to: to, role: placeRole(located)}, true)
		}
	}
}

func placeRole(located bool) string {
	if located {
		return "located"
	}
	return ""
}

// placeEnd is how far a name may go on: capitalised words with small ones between.
func (p *pass) placeEnd(i int) int {
	end := i + 1
	for end < len(p.tokens) && end < i+4 {
		t := p.tokens[end]
		if t.sentence != p.tokens[i].sentence || !t.word || p.tokens[end-1].poss || p.taken[end] != "" {
			break
		}
		small := t.low == "of" || t.low == "the" || t.low == "al" || t.low == "de" || t.low == "and"
		if !t.cap && !small {
			break
		}
		end++
	}
	return end
}

func (p *pass) placeName(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		if i > from {
			b.WriteByte(' ')
		}
		b.WriteString(p.tokens[i].text)
	}
	return b.String()
}

// isPlaceName says whether the gazetteer has a larger place of that name.
func (p *pass) isPlaceName(from, to int) bool {
	if p.known.Gazetteer == nil {
		return false
	}
	for _, g := range p.known.Gazetteer.Named(p.placeName(from, to), 1) {
		if g.Population > 20_000 || g.Class != gazetteer.ClassCity {
			return true
		}
	}
	return false
}

// regionAt says whether a word for a region stands at a token.
func (p *pass) regionAt(i int) bool {
	if i == 0 || i >= len(p.tokens) || p.tokens[i].sentence != p.tokens[i-1].sentence {
		return false
	}
	// “the Bryansk and Kursk regions”
	for k := i; k+2 < len(p.tokens) && k < i+8 && (p.tokens[k].low == "and" || p.tokens[k].text == ",") && p.tokens[k+1].cap; k += 2 {
		if p.tokens[k+2].low == "regions" || p.tokens[k+2].low == "oblasts" {
			return true
		}
	}
	return p.lex.has("region", p.tokens[i].low) || p.tokens[i].low == "regions" || p.tokens[i].low == "oblasts"
}

// located says whether the words before a name say that it is a place.
func (p *pass) located(i int) bool {
	if p.placed(i) {
		return true
	}
	if i == 0 || p.tokens[i-1].sentence != p.tokens[i].sentence {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		switch t := p.tokens[k]; {
		case p.lex.has("locating", t.low), t.low == "against", t.low == "for" && k == i-1:
			return true
		// A list of places: “in Kharkiv, Sumy, Poltava and Dnipro”.
		case t.text == ",", t.low == "and", t.low == "or", p.taken[k] == Place, t.cap:
			continue
		case t.low == "the", t.low == "town", t.low == "city", t.low == "village", t.low == "port", t.low == "district", t.low == "capital":
			continue
		case p.lex.has("speech", t.low):
			return false
		default:
			return t.low == "shelled" || t.low == "bombed" || t.low == "struck" || t.low == "hit" || t.low == "attacked" || t.low == "left" || t.low == "entered"
		}
	}
	return false
}

// choose takes the place that is meant, or none.
func (p *pass) choose(from, to int, found []gazetteer.Place, located bool) (gazetteer.Place, bool) {
	region := p.regionAt(to)
	if !region && p.lex.has("region", p.tokens[to-1].low) {
		region = true
	}
	best, most := gazetteer.Place{}, -1.0
	for _, g := range found {
		if region && g.Class != gazetteer.ClassAdmin1 {
			if r, ok := p.regionOf(g); ok {
				g = r
			}
		}
		score := p.weigh(g, region)
		if g.Class == gazetteer.ClassCity && p.follows(to, g) {
			score += 200
		}
		if score > most {
			best, most = g, score
		}
	}
	switch {
	case most < 0:
		return best, false
	case best.Class != gazetteer.ClassCity:
		return best, true
	case p.beforeName(to) || p.afterName(from):
		return best, false
	case p.ofOffice(from):
		return best, false
	case located:
		return best, best.Population >= p.leastTown(from, to, best)
	case p.tokens[from].first && to-from == 1:
		return best, best.Population >= plainTown && p.states[best.Country] > 0
	}
	return best, best.Population >= plainTown
}

// leastTown is how large a town must be behind a word that says it is a place: any
// behind “in”, “at” or “near” and under its own name.
func (p *pass) leastTown(from, to int, g gazetteer.Place) int {
	if !same(g.Name, p.placeName(from, to)) {
		return looseTown
	}
	for k := from - 1; k >= 0 && k >= from-4 && p.tokens[k].sentence == p.tokens[from].sentence; k-- {
		switch p.tokens[k].low {
		case "of":
			if k > 0 && settlements[p.tokens[k-1].low] {
				return 0
			}
			return looseTown
		case "to", "from", "on", "against", "for":
			return looseTown
		case "in", "near", "at", "outside", "around", "over", "town", "village", "city", "toward", "towards":
			return 0
		}
	}
	return 0
}

// What is said to be “of” a name that is its own.
var settlements = set(`town city village settlement port district suburb suburbs hamlet`)

// ofOffice says whether a name is part of an office's: “Secretary of Commerce”.
func (p *pass) ofOffice(from int) bool {
	if from < 2 {
		return false
	}
	switch p.tokens[from-1].low {
	case "of", "for":
		w := strings.TrimSuffix(p.tokens[from-2].low, "s")
		return p.tokens[from-2].cap && (p.lex.has("titles", w) || p.lex.has("office", w))
	}
	return p.tokens[from-1].cap && p.lex.has("office", p.tokens[from-1].low)
}

// weigh says how well a place answers to a name: large ones, and those of
// countries that the text speaks of.
func (p *pass) weigh(g gazetteer.Place, region bool) float64 {
	score := 0.0
	switch g.Class {
	case gazetteer.ClassCountry:
		score = 90
	case gazetteer.ClassAdmin1:
		score = 20
		if region {
			score = 150
		}
	case gazetteer.ClassSite:
		score = 60
	default:
		for n := g.Population; n > 0; n /= 10 {
			score += 8
		}
	}
	if n := p.states[g.Country]; n > 0 {
		score += 40 + float64(min(n, 5))
	}
	return score
}

// regionOf is the region of a town that bears its name.
func (p *pass) regionOf(g gazetteer.Place) (gazetteer.Place, bool) {
	name := p.known.Gazetteer.Admin1Name(g.Admin1)
	if name == "" || !strings.HasPrefix(gazetteer.Fold(name), gazetteer.Fold(g.Name)) {
		return g, false
	}
	for _, r := range p.known.Gazetteer.Named(name, 5) {
		if r.Class == gazetteer.ClassAdmin1 && r.Admin1 == g.Admin1 {
			return r, true
		}
	}
	return g, false
}

// follows says whether the country or region of a place is named behind it:
// “Munich, Germany”.
func (p *pass) follows(to int, g gazetteer.Place) bool {
	if to+1 >= len(p.tokens) || p.tokens[to].text != "," {
		return false
	}
	for n := min(4, len(p.tokens)-to-1); n > 0; n-- {
		words := p.low(to+1, to+1+n)
		if s, ok := p.lex.states[words]; ok && s.code == g.Country || words == strings.ToLower(g.CountryName) || words == strings.ToLower(g.Admin1Name) {
			return true
		}
	}
	return false
}

// beforeName and afterName say whether a word is part of a longer name that is no
// place: “Victory Day”, “Bishop Auckland”.
func (p *pass) beforeName(to int) bool {
	return to < len(p.tokens) && p.tokens[to].cap && p.tokens[to].start == p.tokens[to-1].end+1 && !p.tokens[to-1].poss &&
		p.tokens[to].sentence == p.tokens[to-1].sentence && p.taken[to] == "" && !p.lex.has("region", p.tokens[to].low) && !p.isTitle(to)
}

func (p *pass) afterName(from int) bool {
	return from > 0 && p.tokens[from-1].cap && p.tokens[from-1].end+1 == p.tokens[from].start && !p.tokens[from-1].poss &&
		!p.tokens[from-1].first && p.taken[from-1] == ""
}
