package dossier

import (
	"context"
	"fmt"
	"time"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// Words say what differs between two states of a record, as the form would.
type Words struct {
	Names  Names
	Titles map[string]string // of events that relations name, and of outlets, by id
	Zone   *time.Location    // for times without a zone of their own; nil: UTC
}

// Source is what words are read from: a store, or a past of it.
type Source interface {
	Event(ctx context.Context, id string) (store.Stored[store.Event], error)
	Kinds(ctx context.Context) ([]store.Kind, error)
	Terms(ctx context.Context, vocabulary string) ([]store.Term, error)
}

// vocabularies are those whose codes a page shows.
var vocabularies = []string{
	"measure", "phase", "place role", "party role", "relation", "actor kind", "qualifier", "outlet kind", "item kind",
}

// Read reads the names of codes.
func (n *Names) Read(ctx context.Context, s Source) (err error) {
	if n.Kinds, err = s.Kinds(ctx); err != nil {
		return fmt.Errorf("reading the kinds of events: %w", err)
	}
	n.Terms, err = terms(ctx, s)
	return err
}

// terms are the names of the codes of all vocabularies.
func terms(ctx context.Context, s Source) (map[string]string, error) {
	names := map[string]string{}
	for _, v := range vocabularies {
		list, err := s.Terms(ctx, v)
		if err != nil {
			return nil, fmt.Errorf("reading the vocabulary %q: %w", v, err)
		}
		for _, t := range list {
			names[v+"/"+t.Code] = t.Name
		}
	}
	return names, nil
}

// Relate reads the titles of the events that the relations of some name. One that is
// not in the store has none.
func (w *Words) Relate(ctx context.Context, s Source, events ...store.Event) error {
	if w.Titles == nil {
		w.Titles = map[string]string{}
	}
	for _, e := range events {
		for _, r := range e.Relations {
			if _, known := w.Titles[r.Event]; known {
				continue
			}
			other, err := s.Event(ctx, r.Event)
			if err != nil {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				other.Value.Title = ""
			}
			w.Titles[r.Event] = other.Value.Title
		}
	}
	return nil
}

// decoded are the states of an event that can be read; another differs as a whole.
func decoded(states ...[]byte) (list []store.Event) {
	for _, b := range states {
		if e, err := store.DecodeEvent(b); err == nil {
			list = append(list, e)
		}
	}
	return list
}

// Member is what the form calls a member of an event, by its name in JSON.
func Member(name string) string {
	switch name {
	case "citations":
		return "sources"
	case "assessment_note":
		return "why this assessment"
	}
	return situation.Words(name)
}

func (n Names) kind(code string) string {
	if code == "" {
		return ""
	}
	return situation.KindName(n.Kinds, code)
}

func (w Words) instant(t time.Time) string { return situation.FormatInstant(t, w.Zone) }

func (w Words) when(x store.When) string {
	if x.IsZero() {
		return ""
	}
	return situation.FormatWhen(x, w.Zone)
}

// placeName is a place by its role and name: "target Kyiv".
func (w Words) placeName(p store.Place) string {
	return look.Join(" ", w.Names.term("place role", p.Role), p.Name)
}

func (w Words) placeWhole(_ store.Event, p store.Place) string {
	return look.Join(": ", w.Names.term("place role", p.Role), look.Join(", ", situation.FormatPlace(p), w.Names.region(p.Country, p.Admin1)))
}

// partyName is an actor by its role and name: "attacker Russia".
func (w Words) partyName(p store.Party) string {
	return look.Join(" ", w.Names.term("party role", p.Role), p.Actor.Name)
}

func (w Words) partyWhole(e store.Event, p store.Party) string {
	at := ""
	if p.Place != "" {
		at = "at " + w.part(e, p.Place)
	}
	return look.Join(": ", w.Names.term("party role", p.Role), look.Join(", ", actorName(p.Actor), at))
}

// claimName is what is claimed, short: "≥ 1 civilian killed".
func (w Words) claimName(c store.Claim) string {
	if c.About == "measure" {
		f := store.Figure{Measure: c.Measure, Of: c.Of, Qualifier: c.Qualifier, Low: c.Low, High: c.High, Claims: []store.Claim{c}}
		return look.Join(": ", w.Names.figure(f).Value(), c.Value)
	}
	return look.Join(": ", aboutWord(c.About), look.Join(", ", w.claimed(c), w.when(c.When)))
}

func (w Words) claimWhole(_ store.Event, c store.Claim) string {
	by := ""
	if c.AccordingTo != nil {
		by = "says " + actorName(*c.AccordingTo)
	}
	state := ""
	if c.State != "" && c.State != store.Live {
		state = string(c.State)
	}
	return look.Join(", ", w.claimName(c), by, state)
}

// claimed is what is claimed where it is no number.
func (w Words) claimed(c store.Claim) string {
	if c.About == "phase" {
		return w.Names.term("phase", c.Value)
	}
	return c.Value
}

// aboutWord is what a claim is about, in words.
func aboutWord(about string) string {
	switch about {
	case "when":
		return "time"
	case "position":
		return "position in a series"
	case "measure":
		return "figure"
	}
	return situation.Words(about)
}

// part names a part of an event by its id: a place, a party, a claim, a phase or a
// source. One that is not there shows its id.
func (w Words) part(e store.Event, id string) string {
	if id == "" {
		return ""
	}
	for _, p := range e.Places {
		if p.ID == id {
			return look.Join(" ", p.Name, placeless(p, w))
		}
	}
	for _, p := range e.Parties {
		if p.ID == id {
			return w.partyName(p)
		}
	}
	for _, c := range e.Claims {
		if c.ID == id {
			return w.claimName(c)
		}
	}
	for _, p := range e.Phases {
		if p.ID == id {
			return w.phaseWhole(e, store.Phase{Phase: p.Phase, At: p.At})
		}
	}
	for _, c := range e.Citations {
		if c.ID == id {
			return itemName(c.Item)
		}
	}
	return id
}

// placeless is the role of a place without a name.
func placeless(p store.Place, w Words) string {
	if p.Name != "" {
		return ""
	}
	return w.Names.term("place role", p.Role)
}
