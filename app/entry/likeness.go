package entry

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"sitmap/app/entry/alike"
	"sitmap/app/entry/when"
	"sitmap/store"
)

// Relations that the vocabulary may not have yet; it gets them with the event.
const (
	relPartOf  = "part of"
	relSameAs  = "same as"
	relRelated = "related to"
	// relNotSame remembers that two events were compared and are two: it is not asked
	// again, and whoever reads the event sees that it was.
	relNotSame = "not the same as"
)

// likeness is an event that may be the one being entered.
type likeness struct {
	id, title, said string
}

// likeSearch is all that finding events like the draft needs: it runs off the main goroutine.
type likeSearch struct {
	deps  Deps
	probe alike.Draft
	own   []store.Party
	known map[string]bool // ids of events it is related to already
	limit int
}

// Without a place, events of the time are read until so many were compared by their
// parties.
const compared = 120

// newLook takes what it needs of the draft.
func (f *Form) newLook(limit int) likeSearch {
	e, _ := f.d.Event(f.reader())
	l := likeSearch{deps: f.deps, limit: limit, own: e.Parties, known: map[string]bool{e.ID: true}}
	l.probe = alike.Draft{ID: e.ID, Kind: e.Kind, Kinds: f.likeKinds(), When: e.When, Places: e.Places}
	for _, r := range e.Relations {
		l.known[r.Event] = true
	}
	return l
}

// likeKinds are the kinds that one thing may be entered as: those of the same form;
// the general form serves kinds that have nothing in common.
func (f *Form) likeKinds() []string {
	kind, ok := f.voc.kind(f.d.Kind)
	if !ok {
		return nil
	}
	out := []string{kind.Code}
	for _, k := range f.voc.kinds {
		if k.Form == kind.Form && k.Form != store.FormGeneral && k.Code != kind.Code {
			out = append(out, k.Code)
		}
	}
	return out
}

// find lists the events that may be the draft, the nearest first.
func (l likeSearch) find(ctx context.Context) []likeness {
	c := l.deps.Columns()
	if c == nil {
		return nil
	}
	most := l.limit + len(l.known) + 8
	if !l.probe.Placed() {
		if len(l.own) == 0 {
			return nil // nothing but its time is known
		}
		most = compared
	}
	hits := alike.Find(c, l.probe, most)
	if len(hits) == 0 {
		return nil
	}
	l.pointing(ctx)
	var out []likeness
	for _, h := range hits {
		id := h.Event.ID.String()
		if l.known[id] || ctx.Err() != nil {
			continue
		}
		e, err := l.deps.Store.Event(ctx, id)
		if err != nil || e.Deleted || slices.ContainsFunc(e.Value.Relations, func(r store.Relation) bool { return r.Event == l.probe.ID }) {
			continue
		}
		if !l.probe.Placed() && !l.sameParties(e.Value) {
			continue
		}
		out = append(out, likeness{id, e.Value.Title, l.told(e.Value, h)})
		if len(out) == l.limit {
			break
		}
	}
	return out
}

// pointing adds the events that point to this one.
func (l likeSearch) pointing(ctx context.Context) {
	s, ok := l.deps.Store.(interface {
		RelationsTo(ctx context.Context, event string) ([]store.PointsHere, error)
	})
	if !ok {
		return
	}
	all, err := s.RelationsTo(ctx, l.probe.ID)
	if err != nil {
		l.deps.Log.Warn("reading the relations to an event", "error", err)
	}
	for _, r := range all {
		l.known[r.ID] = true
	}
}

// sameParties reports whether an event has the draft's parties: two of them where the
// draft names two.
func (l likeSearch) sameParties(e store.Event) bool {
	n := 0
	for _, mine := range l.own {
		if slices.ContainsFunc(e.Parties, func(p store.Party) bool {
			return p.Actor.ID == mine.Actor.ID || folded(p.Actor.Name) == folded(mine.Actor.Name)
		}) {
			n++
		}
	}
	return n >= min(len(l.own), 2)
}

// told says when and where an event was, and how far from the draft.
func (l likeSearch) told(e store.Event, h alike.Hit) string {
	local, _ := when.Show(e.When)
	parts := []string{local}
	for _, p := range e.Places {
		if p.Name != "" {
			parts = append(parts, p.Name)
			break
		}
	}
	switch {
	case math.IsNaN(h.ApartM):
	case h.ApartM < 50:
		parts = append(parts, "the same point")
	case h.ApartM < 1000:
		parts = append(parts, fmt.Sprintf("%.0f m away", math.Round(h.ApartM/50)*50))
	default:
		parts = append(parts, fmt.Sprintf("%.0f km away", math.Max(1, h.ApartM/1000)))
	}
	if e.Assessment == store.Retracted {
		parts = append(parts, "retracted")
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}
