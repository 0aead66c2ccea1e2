package reading

// findKinds marks the words that say beyond doubt what kind of event a sentence is
// about.
func (p *pass) findKinds() {
	p.eachKindWord(func(from, to int, w kindWord) {
		if w.weight > 1 {
			p.add(mention{Suggestion: Suggestion{Field: Kind, Kind: w.kind}, from: from, to: to}, false)
		}
	})
}

// eachKindWord calls yield for the longest words of kinds.
func (p *pass) eachKindWord(yield func(from, to int, w kindWord)) {
	for i := 0; i < len(p.tokens); i++ {
		// “Trump called Putin”
		if calls[p.tokens[i].low] && i > 0 && i+1 < len(p.tokens) && p.taken[i-1] == Actor && p.taken[i+1] == Actor && allowedKind(p.known.Kinds, "call") {
			yield(i, i+1, kindWord{"call", 3})
			continue
		}
		for n := min(4, len(p.tokens)-i); n > 0; n-- {
			ws := p.lex.kinds[p.low(i, i+n)]
			if len(ws) == 0 || p.tokens[i+n-1].sentence != p.tokens[i].sentence {
				continue
			}
			for _, w := range ws {
				yield(i, i+n, w)
			}
			i += n - 1
			break
		}
	}
}

// aside says whether a word of a kind is told of something else than the event: what
// came before or is to come.
func (p *pass) aside(from int) bool {
	for k := from - 1; k >= 0 && k >= from-5 && p.tokens[k].sentence == p.tokens[from].sentence; k-- {
		switch p.tokens[k].low {
		case "after", "following", "ahead", "before", "since", "discussed", "about", "agreed":
			return true
		case ",", "that":
			return false
		}
	}
	return false
}

// weighKinds counts what speaks for each kind, more in the title and the first
// sentence.
func weighKinds(title, p *pass) map[string]int {
	score := map[string]int{}
	title.eachKindWord(func(from, _ int, w kindWord) {
		if !title.aside(from) {
			score[w.kind] += 3 * w.weight
		}
	})
	p.eachKindWord(func(from, _ int, w kindWord) {
		n := w.weight
		switch {
		case p.aside(from):
			n = 0
		case p.tokens[from].sentence == 0:
			n *= 3
		case p.tokens[from].sentence > 3:
			n = (n + 2) / 4
		}
		score[w.kind] += n
	})
	return score
}

// The order in which kinds that are equally likely are taken.
var kindOrder = []string{
	"call", "prisoner exchange", "ceasefire", "sanction", "agreement", "strike", "clash", "protest", "talks", "visit", "aid", "movement", "statement",
}

// mainKind is the likeliest kind; "" where nothing speaks for any.
func mainKind(score map[string]int) string {
	best, most := "", 0
	for _, k := range kindOrder {
		n := score[k]
		if k == "statement" {
			n = min(n, 3) // nearly every report has somebody say something
		}
		if n > most {
			best, most = k, n
		}
	}
	return best
}

var calls = set(`called calls phoned telephoned`)
