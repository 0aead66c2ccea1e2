package entry

import (
	"slices"
	"strings"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// roleProblems are the roles typed that are in no list. In a row without a name
// the role would be lost without a word: it may well be the name, one field early.
func (f *Form) roleProblems() []draft.Problem {
	var out []draft.Problem
	say := func(part, id, vocabulary, role, was, name string, offered []string) {
		role = strings.TrimSpace(role)
		known := func(t store.Term) bool { return t.Code == role }
		if role == "" || role == was || slices.Contains(offered, role) || slices.ContainsFunc(f.voc.terms[vocabulary], known) {
			return
		}
		s := "‘" + role + "’ is not a role; choose one from the list."
		if strings.TrimSpace(name) == "" {
			s = "‘" + role + "’ is not a role; did you mean it as the name?"
		}
		out = append(out, draft.Problem{Path: draft.Path(part, id, "role"), Sentence: s})
	}
	for _, p := range f.d.Parties {
		name := ""
		if a := f.d.Actor(p.Actor); a != nil {
			name = a.Name
		}
		say("party", p.ID, vocPartyRole, p.Role, p.Base.Role, name, append([]string{defaultPartyRole}, f.spec.parties...))
	}
	for _, p := range f.d.Places {
		say("place", p.ID, vocPlaceRole, p.Role, p.Base.Role, p.Name+p.Coordinates, append([]string{defaultPlaceRole, "seat"}, f.spec.places...))
	}
	return out
}
