package entry

import (
	"slices"
	"strings"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/store"
)

// roleProblems are the roles typed that are in no list. In a row without a name
// the role would be lost without a word: it may well be the name, one field early.
func (f *Form) roleProblems() []draft.Problem {
	var out []draft.Problem
	say := func(part, id, vocabulary, role, was, name string) {
		role = strings.TrimSpace(role)
		if role == was || f.isRole(vocabulary, role) {
			return
		}
		s := noRole(role)
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
		say("party", p.ID, vocPartyRole, p.Role, p.Base.Role, name)
	}
	for _, p := range f.d.Places {
		say("place", p.ID, vocPlaceRole, p.Role, p.Base.Role, p.Name+p.Coordinates)
	}
	return out
}

func noRole(role string) string { return "‘" + role + "’ is not a role; choose one from the list." }

// isRole reports whether a role is in the list of its vocabulary, or one that the form
// gives of itself, or none.
func (f *Form) isRole(vocabulary, role string) bool {
	offered := append([]string{"", defaultPartyRole}, f.spec.parties...)
	if vocabulary == vocPlaceRole {
		offered = append([]string{"", defaultPlaceRole, "seat"}, f.spec.places...)
	}
	return slices.Contains(offered, role) || slices.ContainsFunc(f.voc.terms[vocabulary], func(t store.Term) bool { return t.Code == role })
}

// nameInRole has what was typed into the field of a role and is none go to the name beside
// it, where that is empty: Tab from the row above leads to the role first.
func (f *Form) nameInRole(role, name *field.Complete, path, vocabulary string, p *string) {
	was := *p
	role.OnLeave = func() {
		text := strings.TrimSpace(*p)
		switch {
		case f.d == nil || text == was:
		case f.isRole(vocabulary, text):
			was = *p
		case strings.TrimSpace(name.Text) == "":
			*p = was
			role.Set(f.voc.name(vocabulary, was))
			f.touched(path)
			name.Offer(text)
		default:
			f.complain(path, noRole(text))
		}
	}
}
