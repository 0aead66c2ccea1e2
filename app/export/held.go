package export

import (
	"context"
	"fmt"
	"strings"

	"sitmap/app/release"
	"sitmap/store"
)

// Held is an event that an export leaves out, or leaves parts of out, and why.
type Held struct {
	ID, Title string
	Partly    bool   // only what nobody but a protected source or actor says
	Why       string // in words
}

// Named is [Survey] with the first most of the events it counts.
func Named(ctx context.Context, st *store.Store, o Options, most int) (Guarded, []Held, error) {
	from, rule, err := o.from(ctx, st)
	if err != nil {
		return Guarded{}, nil, err
	}
	var list []Held
	g, err := surveyEach(ctx, from, rule, o, func(e store.Event, partly bool) {
		if len(list) < most {
			list = append(list, Held{ID: e.ID, Title: e.Title, Partly: partly, Why: why(rule, e, partly)})
		}
	})
	return g, list, err
}

// why says in words what keeps an event, or parts of it, back.
func why(rule release.Rule, e store.Event, partly bool) string {
	of := func(id string, p store.Protection) string {
		if !release.Publishable(p, rule.Now) {
			return p.Words()
		}
		return rule.Also[id].Words()
	}
	if !partly {
		return of(e.ID, e.Protection)
	}
	var told []string
	add := func(s string) {
		for _, t := range told {
			if t == s {
				return
			}
		}
		told = append(told, s)
	}
	for _, c := range e.Citations {
		if !rule.Allows(c.Item.ID, c.Item.Protection) {
			add(fmt.Sprintf("cites “%s” (%s)", c.Item.Title, of(c.Item.ID, c.Item.Protection)))
		}
	}
	actor := func(a *store.Actor) {
		for ; a != nil; a = a.ActsFor {
			if !rule.Allows(a.ID, a.Protection) {
				add(fmt.Sprintf("names “%s” (%s)", a.Name, of(a.ID, a.Protection)))
			}
		}
	}
	for i := range e.Parties {
		actor(&e.Parties[i].Actor)
	}
	for i := range e.Claims {
		actor(e.Claims[i].AccordingTo)
	}
	return strings.Join(told, "; ")
}
