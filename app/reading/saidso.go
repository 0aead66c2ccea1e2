package reading

import (
	"slices"

	"sitmap/store"
)

// saidSo keeps who told of a meeting or call, where no figure does: when it was is what he
// says who stands beside the date; what else somebody says of it is his account of its
// outcome. Without it the outlet would seem to speak for itself.
func (b *builder) saidSo() {
	if !slices.Contains([]string{"call", "talks", "visit", "agreement"}, b.e.Kind) ||
		slices.ContainsFunc(b.e.Claims, func(c store.Claim) bool { return c.AccordingTo != nil }) {
		return
	}
	if b.saysWhen() {
		return
	}
	for s := range b.tokens[len(b.tokens)-1].sentence + 1 {
		if said := b.said[s]; b.in(s) && len(said) > 0 && s <= b.telling()+2 {
			b.according(s, said[0].Actor, store.Claim{About: "outcome", Value: clip(b.quote(s), maxTitle)})
			return
		}
	}
}

// saysWhen adds who said what became of it, or when it was.
func (b *builder) saysWhen() bool {
	if n := len(b.e.Phases); n > 0 {
		p := b.e.Phases[n-1]
		return b.accordingIn(p.ID, store.Claim{About: "phase", Part: p.ID, Value: p.Phase})
	}
	return b.e.When.Text != "" && b.accordingIn("when", store.Claim{About: "when", When: b.e.When})
}

// accordingIn adds a claim of who speaks in the sentence that is cited for a part.
func (b *builder) accordingIn(about string, c store.Claim) bool {
	for s := range b.tokens[len(b.tokens)-1].sentence + 1 {
		if b.cited[citing{s, about}] == "" {
			continue
		}
		if by, ok := b.by(s, 0); ok {
			b.according(s, by.Actor, c)
			return true
		}
	}
	return false
}

// according adds a claim of somebody.
func (b *builder) according(sentence int, who store.Actor, c store.Claim) {
	c.ID, c.AccordingTo, c.State = b.id(), &who, store.Live
	c.Citations = []string{b.cite(sentence, c.ID)}
	b.e.Claims = append(b.e.Claims, c)
}
