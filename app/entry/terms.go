package entry

import (
	"context"
	"fmt"
	"slices"

	"sitmap/store"
)

// newTerm is a term that was typed and is in no list yet. It goes into the
// vocabulary with the event, in the same change.
type newTerm struct{ term store.Term }

// addTerm offers a term from now on and has it saved with the event.
func (f *Form) addTerm(t store.Term) {
	if slices.ContainsFunc(f.voc.terms[t.Vocabulary], func(o store.Term) bool { return o.Code == t.Code }) {
		return
	}
	t.Order = len(f.voc.terms[t.Vocabulary]) + 1
	f.voc.terms[t.Vocabulary] = append(f.voc.terms[t.Vocabulary], t)
	f.d.Terms = append(f.d.Terms, t)
}

// termPuts are the new terms that an event uses.
func termPuts(terms []store.Term, e store.Event) []store.Put {
	var out []store.Put
	for _, t := range terms {
		used := t.Vocabulary == vocWeapon || slices.ContainsFunc(e.Claims, func(c store.Claim) bool { return c.Measure == t.Code }) ||
			t.Vocabulary == vocRelation && slices.ContainsFunc(e.Relations, func(r store.Relation) bool { return r.Type == t.Code })
		if used {
			out = append(out, store.Put{Term: &t})
		}
	}
	return out
}

// missing leaves out the terms that were added to the store meanwhile.
func missing(ctx context.Context, s Store, terms []store.Term) ([]store.Term, error) {
	var out []store.Term
	for _, t := range terms {
		have, err := s.Terms(ctx, t.Vocabulary)
		if err != nil {
			return nil, fmt.Errorf("reading the vocabulary “%s”: %w", t.Vocabulary, err)
		}
		if !slices.ContainsFunc(have, func(o store.Term) bool { return o.Code == t.Code }) {
			out = append(out, t)
		}
	}
	return out, nil
}
