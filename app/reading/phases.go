package reading

import (
	"slices"

	"sitmap/store"
)

// The words that say what became of a thing, by the phase that they say.
var (
	postponed = set(`postponed delayed rescheduled`)
	cancelled = set(`cancelled canceled scrapped`)
	announced = set(`announced scheduled planned set due expected slated`)
	promised  = set(`announced announces pledged pledges promised promises approved approves unveiled unveils will`)
	delivered = set(`delivered arrived entered handed`)
	paused    = set(`paused suspended halted`)
	resumed   = set(`resumed`)
)

// phases finds what state the thing itself is in. Meetings that were put off, called off
// or are still to come have a planned time in place of one at which they were.
func (b *builder) phases() {
	switch b.e.Kind {
	case "talks", "visit", "call", "agreement":
		b.plans()
	case "aid":
		for _, w := range []struct {
			phase string
			words map[string]bool
		}{{"announced", promised}, {"delivered", delivered}, {"paused", paused}, {"resumed", resumed}} {
			if i := b.word(w.words); i >= 0 {
				b.phase(w.phase, i)
			}
		}
	}
}

// plans finds the phases of what was to take place.
func (b *builder) plans() {
	off := b.word(postponed)
	phase := "postponed"
	if off < 0 {
		off, phase = b.word(cancelled), "cancelled"
	}
	plan, planned := b.plannedFor()
	if off < 0 && !planned {
		return
	}
	if planned {
		if b.e.Planned = plan.When; plan.phrase == b.told {
			b.e.Planned = b.e.When // as it is told where the thing was to be
		}
		b.cite(plan.Sentence, "planned")
		if i := b.word(announced); i >= 0 {
			b.phase("announced", i)
		} else if off < 0 {
			b.phase("announced", plan.from)
		}
	} else {
		b.e.Planned = b.e.When
	}
	b.e.When, b.told = store.When{}, ""
	b.e.Citations = slices.DeleteFunc(b.e.Citations, func(c store.Citation) bool { return c.About == "when" })
	if off >= 0 {
		b.phase(phase, off)
	}
}

// plannedFor is the date that something was set for: “announced for July 16”, “due on
// Friday”, “will meet on Monday”.
func (b *builder) plannedFor() (mention, bool) {
	for _, d := range b.of(Date) {
		if !b.in(d.Sentence) || d.Question != "" || d.from == 0 || b.dateOfSpeech(d) {
			continue
		}
		for i := d.from - 1; i >= 0 && i >= d.from-7 && b.tokens[i].sentence == d.Sentence; i-- {
			w := b.tokens[i].low
			if w == "for" && i == d.from-1 && b.before(announced, i) || (w == "due" || w == "scheduled" || w == "slated") && i >= d.from-5 {
				return d, true
			}
			if w == "will" && b.meetsAt(i) {
				return d, true
			}
		}
	}
	return mention{}, false
}

// before reports whether one of the words stands shortly before a token of its sentence.
func (b *builder) before(words map[string]bool, at int) bool {
	for i := at - 1; i >= 0 && i >= at-6 && b.tokens[i].sentence == b.tokens[at].sentence; i-- {
		if words[b.tokens[i].low] {
			return true
		}
	}
	return false
}

// meetsAt reports whether a verb of meeting follows “will”.
func (b *builder) meetsAt(will int) bool {
	for i := will + 1; i < len(b.tokens) && i <= will+3; i++ {
		if w := b.tokens[i].low; meets[w] || w == "meet" || w == "hold" || w == "visit" || w == "host" {
			return true
		}
	}
	return false
}

// word is the first of some words in a sentence that tells of the event; -1: none does.
func (b *builder) word(words map[string]bool) int {
	for _, s := range b.allTelling() {
		from, to := b.bounds(s)
		for i := from; i < to; i++ {
			if words[b.tokens[i].low] && b.taken[i] == "" {
				return i
			}
		}
	}
	return -1
}

// phase adds a phase that a word says, with the date right beside it.
func (b *builder) phase(code string, word int) {
	p := store.Phase{ID: b.id(), Phase: code}
	for _, d := range b.of(Date) {
		if d.Question == "" && d.from != word && (d.from == word+1 || d.to == word) && d.Sentence == b.tokens[word].sentence {
			p.At = d.When
		}
	}
	p.Citations = []string{b.cite(b.tokens[word].sentence, p.ID)}
	b.e.Phases = append(b.e.Phases, p)
}
