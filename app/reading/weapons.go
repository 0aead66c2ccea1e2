package reading

// findWeapons takes the longest names of weapons. A plain “missile” is found too,
// though no vocabulary has it.
func (p *pass) findWeapons() {
	for i := 0; i < len(p.tokens); i++ {
		if !p.lex.weapon[p.tokens[i].low] || p.taken[i] != "" {
			continue
		}
		for n := min(longestPhrase, len(p.tokens)-i); n > 0; n-- {
			code, ok := p.lex.weapons[p.low(i, i+n)]
			if !ok || p.tokens[i+n-1].sentence != p.tokens[i].sentence || !p.free(i, i+n) {
				continue
			}
			// “Shahed-136 drones”: what sort of weapon it is belongs to its name.
			for i+n < len(p.tokens) && sorts[p.tokens[i+n].low] && !sorts[p.tokens[i].low] && p.tokens[i+n].sentence == p.tokens[i].sentence {
				n++
			}
			p.add(mention{Suggestion: Suggestion{Field: Weapon, Weapon: code}, from: i, to: i + n}, true)
			i += n - 1
			break
		}
	}
}

// findHedges takes the words by which a report keeps its distance.
func (p *pass) findHedges() {
	for i := 0; i < len(p.tokens); i++ {
		for n := min(longestPhrase, len(p.tokens)-i); n > 0; n-- {
			if p.lex.has("hedges", p.low(i, i+n)) && p.tokens[i+n-1].sentence == p.tokens[i].sentence {
				p.add(mention{Suggestion: Suggestion{Field: Hedge}, from: i, to: i + n}, false)
				i += n - 1
				break
			}
		}
	}
}

// The words for a sort of weapon that may stand behind a name.
var sorts = set(`drone drones missile missiles bomb bombs cruise ballistic rocket rockets uav uavs`)
