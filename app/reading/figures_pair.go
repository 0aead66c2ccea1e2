package reading

// outOf reads “9 of 12 drones were shot down” as two figures: so many of those that were
// launched. It reports whether the numbers at k and behind it are such a pair.
func (p *pass) outOf(all []counted, k, from, to int) bool {
	part, whole := all[k], all[k+1]
	between := p.low(part.end, whole.from)
	if part.class != "" || whole.class != "air" || between != "of" && between != "of the" && between != "out of" {
		return false
	}
	left, right := from, to
	if k > 0 {
		left = all[k-1].end
	}
	if k+2 < len(all) {
		right = all[k+2].from
	}
	measure, ok := p.trigger(whole.class, part.from, whole.end, left, right)
	if measure == "launched" { // “60 of the 79 drones launched by Russia were shot down”
		measure, ok = p.defence(left, right)
	}
	if !ok || !airMeasure[measure] || measure == "launched" || !allowedTerm(p.known.Measures, "launched") {
		return false
	}
	part.of = whole.of
	p.figure(part, measure)
	p.figure(whole, "launched")
	return true
}

// defence is the measure of what was done to what came flying, in a stretch of a sentence.
func (p *pass) defence(left, right int) (measure string, ok bool) {
	for i := left; i < right; i++ {
		for n := min(4, right-i); n > 0; n-- {
			for _, t := range p.lex.triggers[p.low(i, i+n)] {
				if t.measure == "shot_down" || t.measure == "suppressed_or_lost" {
					return t.measure, true
				}
			}
		}
	}
	return "", false
}
