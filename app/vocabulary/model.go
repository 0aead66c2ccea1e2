package vocabulary

import (
	"context"
	"fmt"
	"strings"

	"sitmap/store"
)

// Store is where the words are read; a [store.Store] is one.
type Store interface {
	Kinds(ctx context.Context) ([]store.Kind, error)
	Terms(ctx context.Context, vocabulary string) ([]store.Term, error)
	Actors(ctx context.Context) ([]store.Stored[store.Actor], error)
	Retired(ctx context.Context) (store.Retired, error)
	Uses(ctx context.Context, e store.Entity, id string) (int64, error)
	Revision(ctx context.Context, e store.Entity, id string) (int64, error)
	ReadOnly() (bool, string)
}

// sheet is one vocabulary.
type sheet struct {
	name, one  string // "Kinds", "kind"
	entity     store.Entity
	vocabulary string // of terms
	about      string // what it is for
}

func sheets() []sheet {
	return []sheet{
		{"Kinds", "kind", store.EntityKind, "", "What an event is. The form asks for what its kind is about; symbol and colour are the map's."},
		{"Measures", "measure", store.EntityTerm, store.VocabularyMeasure, "What claims count: killed, launched, shot down."},
		{"Weapons", "weapon", store.EntityTerm, store.VocabularyWeapon, "What strikes are made with, and what is counted."},
		{"Outcomes", "outcome", store.EntityTerm, store.VocabularyOutcome, "What came of talks, calls and strikes."},
		{"Phases", "phase", store.EntityTerm, store.VocabularyPhase, "The state that a thing itself is in: announced, postponed, held."},
		{"Actors", "actor", store.EntityActor, "", "Persons, states, organisations and groups: their names in any script, their seat, whom they act for."},
	}
}

// record is an entry of a vocabulary.
type record struct {
	id, name, detail string
	retired          bool
	kind             *store.Kind
	term             *store.Term
	actor            *store.Actor
	folded           string // what it is found by
}

// read reads a vocabulary in its order, what is retired last.
func read(ctx context.Context, st Store, s sheet) ([]record, error) {
	retired, err := st.Retired(ctx)
	if err != nil {
		return nil, err
	}
	var list []record
	switch s.entity {
	case store.EntityKind:
		kinds, err := st.Kinds(ctx)
		if err != nil {
			return nil, err
		}
		for _, k := range kinds {
			list = append(list, record{id: k.Code, name: k.Name, detail: string(k.Form) + " form", kind: &k})
		}
	case store.EntityTerm:
		terms, err := st.Terms(ctx, s.vocabulary)
		if err != nil {
			return nil, err
		}
		for _, t := range terms {
			list = append(list, record{id: store.TermID(t), name: t.Name, detail: formsText(t.Forms), term: &t})
		}
	case store.EntityActor:
		actors, err := st.Actors(ctx)
		if err != nil {
			return nil, err
		}
		for _, a := range actors {
			if !a.Deleted {
				list = append(list, record{id: a.Value.ID, name: a.Value.Name, detail: a.Value.Kind, actor: &a.Value})
			}
		}
	}
	var live, gone []record
	for _, r := range list {
		words := []string{r.name, r.id, r.detail}
		if r.actor != nil {
			words = append(words[:1], r.actor.Aliases...)
		}
		r.folded = store.Fold(strings.Join(words, " "))
		if r.retired = retired.Has(s.entity, r.id); r.retired {
			gone = append(gone, r)
		} else {
			live = append(live, r)
		}
	}
	return append(live, gone...), nil
}

func formsText(forms []store.Form) string {
	if len(forms) == 0 {
		return "all forms"
	}
	var all []string
	for _, f := range forms {
		all = append(all, string(f))
	}
	return strings.Join(all, ", ")
}

// used says what keeps a record from being deleted, "" for nothing.
func used(n int64, entity store.Entity) string {
	switch {
	case n == 0:
		return ""
	case n == 1 && entity == store.EntityActor:
		return "One record names this actor: it can be retired, or merged with another, but not deleted."
	case entity == store.EntityActor:
		return fmt.Sprintf("%d records name this actor: it can be retired, or merged with another, but not deleted.", n)
	case n == 1:
		return "One event uses it: it can be retired, but not deleted."
	}
	return fmt.Sprintf("%d events use it: it can be retired, but not deleted.", n)
}

// codeFor makes a code of a name, as it stands in files: "buildings damaged" becomes
// buildings_damaged for a measure, and stays as it is for a weapon.
func codeFor(s sheet, name string) string {
	name = strings.TrimSpace(strings.ReplaceAll(name, ",", " "))
	switch {
	case s.entity == store.EntityKind:
		return strings.Join(strings.Fields(strings.ToLower(name)), " ")
	case s.vocabulary == store.VocabularyMeasure:
		return strings.Join(strings.Fields(strings.ToLower(name)), "_")
	}
	return strings.Join(strings.Fields(name), " ")
}
