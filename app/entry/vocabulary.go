package entry

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sitmap/app/entry/field"
	"sitmap/app/entry/figure"
	"sitmap/store"
)

// vocabulary is what the store offers to choose from, read when a form opens.
type vocabulary struct {
	kinds   []store.Kind
	terms   map[string][]store.Term
	actors  []store.Actor
	outlets []store.Outlet
	items   []store.Item
	series  []store.InSeries
	retired store.Retired // kept, but offered no more

	actorNames, outletNames, itemNames names // in the order of the above

	world
}

// The vocabularies of terms that the form chooses from.
const (
	vocMeasure   = "measure"
	vocPhase     = "phase"
	vocPlaceRole = "place role"
	vocPartyRole = "party role"
	vocRelation  = "relation"
	vocActorKind = "actor kind"
	vocQualifier = "qualifier"
	vocOutcome   = "outcome"
	vocWeapon    = "weapon"

	vocOutletKind = "outlet kind"
	vocItemKind   = "item kind"
)

func loadVocabulary(ctx context.Context, s Store, everybody []store.Actor) (*vocabulary, error) {
	v := &vocabulary{terms: map[string][]store.Term{}}
	var err error
	if v.kinds, err = s.Kinds(ctx); err != nil {
		return nil, fmt.Errorf("reading the kinds of event: %w", err)
	}
	for _, name := range []string{
		vocMeasure, vocPhase, vocPlaceRole, vocPartyRole, vocRelation, vocActorKind, vocQualifier, vocOutcome, vocWeapon,
		vocOutletKind, vocItemKind,
	} {
		t, err := s.Terms(ctx, name)
		if err != nil {
			return nil, fmt.Errorf("reading the vocabulary “%s”: %w", name, err)
		}
		v.terms[name] = t
	}
	actors, err := s.Actors(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the actors: %w", err)
	}
	v.actors = values(actors)
	outlets, err := s.Outlets(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the outlets: %w", err)
	}
	v.outlets = values(outlets)
	items, err := s.Items(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the items: %w", err)
	}
	v.items = values(items)
	if v.series, err = s.SeriesList(ctx); err != nil {
		return nil, fmt.Errorf("reading the series: %w", err)
	}
	if v.retired, err = readRetired(ctx, s); err != nil {
		return nil, fmt.Errorf("reading what is retired: %w", err)
	}
	v.know(everybody)
	v.fold()
	return v, nil
}

// fold makes the names ready to be found.
func (v *vocabulary) fold() {
	v.actorNames = newNames(v.actors, v.namesOf)
	v.outletNames = newNames(v.outlets, func(o store.Outlet) []string { return []string{o.Name} })
	v.itemNames = newNames(v.items, func(i store.Item) []string {
		if i.Outlet != nil {
			return []string{i.Title, i.Outlet.Name}
		}
		return []string{i.Title}
	})
}

func values[T any](stored []store.Stored[T]) []T {
	out := make([]T, 0, len(stored))
	for _, s := range stored {
		if !s.Deleted {
			out = append(out, s.Value)
		}
	}
	return out
}

func (v *vocabulary) kind(code string) (store.Kind, bool) {
	i := slices.IndexFunc(v.kinds, func(k store.Kind) bool { return k.Code == code })
	if i < 0 {
		return store.Kind{}, false
	}
	return v.kinds[i], true
}

// form is the form that serves a kind.
func (v *vocabulary) form(kind string) store.Form {
	k, _ := v.kind(kind)
	return k.Form
}

// name is how a term is shown; a code that is in no vocabulary shows itself.
func (v *vocabulary) name(vocabulary, code string) string {
	for _, t := range v.terms[vocabulary] {
		if t.Code == code && t.Name != "" {
			return t.Name
		}
	}
	return code
}

// options lists a vocabulary, terms made for the form first.
func (v *vocabulary) options(vocabulary string, form store.Form) []field.Option {
	var first, rest []field.Option
	for _, t := range v.terms[vocabulary] {
		if !v.offered(t) {
			continue
		}
		name := t.Name
		if name == "" {
			name = t.Code
		}
		o := field.Option{Text: name, Value: t.Code}
		if len(t.Forms) == 0 || slices.Contains(t.Forms, form) {
			first = append(first, o)
		} else {
			rest = append(rest, o)
		}
	}
	return append(first, rest...)
}

// words are the qualifiers that stand without a figure.
func (v *vocabulary) words() []figure.Word {
	var out []figure.Word
	for _, t := range v.terms[vocQualifier] {
		if t.Low != nil || t.High != nil {
			out = append(out, figure.Word{Code: t.Code, Names: []string{strings.ToLower(t.Name)}, Low: t.Low, High: t.High})
		}
	}
	return out
}

func plain(codes ...string) func() []field.Option {
	return func() []field.Option {
		out := make([]field.Option, len(codes))
		for i, c := range codes {
			out[i] = field.Option{Text: c, Value: c}
		}
		return out
	}
}
