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
	if !ok || !airMeasure[measure] || measure == "launched" || !allowedTerm(p.known.Measures, "launched") {
		return false
	}
	part.of = whole.of
	p.figure(part, measure)
	p.figure(whole, "launched")
	return true
}
