package dossier

import (
	"context"
	"fmt"
	"time"

	"sitmap/app/situation"
	"sitmap/store"
)

// Store is what a page is read from: a [store.Store], or a [store.Past] of one.
type Store interface {
	Head(ctx context.Context) (store.Change, error)
	Event(ctx context.Context, id string) (store.Stored[store.Event], error)
	History(ctx context.Context, e store.Entity, id string) ([]store.Change, error)
	Kinds(ctx context.Context) ([]store.Kind, error)
	Terms(ctx context.Context, vocabulary string) ([]store.Term, error)
	ReadOnly() (bool, string)
	SeriesPlace(ctx context.Context, event string) (*store.SeriesPlace, error)
	RelationsTo(ctx context.Context, event string) ([]store.PointsHere, error)
}

// Reader gathers pages. It may be used from any goroutine.
type Reader struct {
	Store   Store
	Zone    *time.Location
	Clock   func() time.Time
	Country func(code string) string
	Admin1  func(code string) string
	// Published finds the publications that showed an event; nil: they are not shown.
	Published func(ctx context.Context, event string) ([]store.Publication, error)
}

// Read gathers the page of an event.
func (r *Reader) Read(ctx context.Context, id string) (Page, error) {
	e, err := r.Store.Event(ctx, id)
	if err != nil {
		return Page{}, fmt.Errorf("reading the event: %w", err)
	}
	p := Page{Event: e, Zone: r.Zone, Now: r.now()}
	p.ReadOnly, _ = r.Store.ReadOnly()
	kinds, err := r.Store.Kinds(ctx)
	if err != nil {
		return Page{}, fmt.Errorf("reading the kinds of events: %w", err)
	}
	p.Kind = store.Kind{Code: e.Value.Kind, Name: situation.KindName(kinds, e.Value.Kind), Icon: "other"}
	for _, k := range kinds {
		if k.Code == e.Value.Kind {
			p.Kind = k
		}
	}
	if p.History, err = r.Store.History(ctx, store.EntityEvent, id); err != nil {
		return Page{}, fmt.Errorf("reading the event's history: %w", err)
	}
	if r.Published != nil && !e.Deleted {
		if p.Published, err = r.Published(ctx, id); err != nil {
			return Page{}, fmt.Errorf("reading the publications that showed the event: %w", err)
		}
	}
	in, err := r.place(ctx, &p)
	if err != nil {
		return Page{}, err
	}
	p.Names.Kinds = kinds
	if p.Titles, err = r.titles(ctx, p.History); err != nil {
		return Page{}, err
	}
	for _, rel := range e.Value.Relations {
		out := Related{Type: rel.Type, ID: rel.Event, Note: rel.Note}
		if other, err := r.Store.Event(ctx, rel.Event); err == nil && !other.Deleted {
			out.Title, out.When = other.Value.Title, situation.FormatWhen(other.Value.When, r.Zone)
		}
		p.Related = append(p.Related, out)
	}
	p.Related = append(p.Related, in...)
	return p, nil
}

// titles are those of the events that relations have named in some changes.
func (r *Reader) titles(ctx context.Context, changes []store.Change) (map[string]string, error) {
	var w Words
	for _, c := range changes {
		for _, item := range c.Items {
			if err := w.Relate(ctx, r.Store, decoded(item.Before, item.After)...); err != nil {
				return nil, fmt.Errorf("reading the events that this one is related to: %w", err)
			}
		}
	}
	return w.Titles, nil
}

// Words reads the words for what differs between states of an event.
func (r *Reader) Words(ctx context.Context, states ...[]byte) (Words, error) {
	w := Words{Names: Names{Country: r.Country, Admin1: r.Admin1}, Zone: r.Zone}
	if err := w.Names.Read(ctx, r.Store); err != nil {
		return w, err
	}
	return w, w.Relate(ctx, r.Store, decoded(states...)...)
}

func (r *Reader) now() time.Time {
	if r.Clock != nil {
		return r.Clock()
	}
	return time.Now()
}
