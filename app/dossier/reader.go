package dossier

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"sync"
	"time"

	"sitmap/app/situation"
	"sitmap/store"
)

// Store is what a page is read from; a [store.Store] is one.
type Store interface {
	Head(ctx context.Context) (store.Change, error)
	Event(ctx context.Context, id string) (store.Stored[store.Event], error)
	Events(ctx context.Context, f store.Filter) iter.Seq2[store.Stored[store.Event], error]
	History(ctx context.Context, e store.Entity, id string) ([]store.Change, error)
	Kinds(ctx context.Context) ([]store.Kind, error)
	Terms(ctx context.Context, vocabulary string) ([]store.Term, error)
	ReadOnly() (bool, string)
}

// Reader gathers pages. It may be used from any goroutine. Who points to whom is
// found by reading all events once after each change of the store.
type Reader struct {
	Store   Store
	Zone    *time.Location
	Clock   func() time.Time
	Country func(code string) string
	Admin1  func(code string) string

	mu    sync.Mutex
	head  int64 // the change after which the fields below were read
	known bool
	in    map[string][]Related // by the id that is pointed to
	chain map[string][]member  // by the series' id
	terms map[string]string
}

type member struct {
	Member
	when store.When
}

// vocabularies are those whose codes a page shows.
var vocabularies = []string{"measure", "phase", "place role", "party role", "relation", "actor kind", "qualifier"}

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
	if err := r.links(ctx); err != nil {
		return Page{}, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	p.Names = Names{Terms: r.terms, Country: r.Country, Admin1: r.Admin1}
	if e.Value.Series != nil {
		for _, m := range r.chain[e.Value.Series.ID] {
			p.Series = append(p.Series, m.Member)
		}
	}
	for _, rel := range e.Value.Relations {
		out := Related{Type: rel.Type, ID: rel.Event, Note: rel.Note}
		if other, err := r.Store.Event(ctx, rel.Event); err == nil && !other.Deleted {
			out.Title, out.When = other.Value.Title, situation.FormatWhen(other.Value.When, r.Zone)
		}
		p.Related = append(p.Related, out)
	}
	p.Related = append(p.Related, r.in[id]...)
	return p, nil
}

// links reads who points to whom, unless nothing changed since the last time.
func (r *Reader) links(ctx context.Context) error {
	head, err := r.Store.Head(ctx)
	if err != nil {
		return fmt.Errorf("reading the newest change: %w", err)
	}
	r.mu.Lock()
	fresh := r.known && r.head == head.Seq
	r.mu.Unlock()
	if fresh {
		return nil
	}
	terms := map[string]string{}
	for _, v := range vocabularies {
		list, err := r.Store.Terms(ctx, v)
		if err != nil {
			return fmt.Errorf("reading the vocabulary %q: %w", v, err)
		}
		for _, t := range list {
			terms[v+"/"+t.Code] = t.Name
		}
	}
	in, chain := map[string][]Related{}, map[string][]member{}
	for e, err := range r.Store.Events(ctx, store.Filter{}) {
		if err != nil {
			return fmt.Errorf("reading the relations of the events: %w", err)
		}
		v := e.Value
		for _, rel := range v.Relations {
			in[rel.Event] = append(in[rel.Event], Related{
				Type: rel.Type, Incoming: true, ID: v.ID, Title: v.Title, Note: rel.Note,
				When: situation.FormatWhen(v.When, r.Zone),
			})
		}
		if v.Series != nil {
			chain[v.Series.ID] = append(chain[v.Series.ID], member{
				Member{v.ID, v.Title, situation.FormatWhen(v.When, r.Zone)}, v.When,
			})
		}
	}
	for _, list := range chain {
		slices.SortStableFunc(list, byTime)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.head, r.known, r.in, r.chain, r.terms = head.Seq, true, in, chain, terms
	return nil
}

// byTime orders a series; a time that is not known comes last.
func byTime(a, b member) int {
	if a.when.Earliest.IsZero() != b.when.Earliest.IsZero() {
		if a.when.Earliest.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(a.when.Earliest.Compare(b.when.Earliest), a.when.Latest.Compare(b.when.Latest), cmp.Compare(a.ID, b.ID))
}

func (r *Reader) now() time.Time {
	if r.Clock != nil {
		return r.Clock()
	}
	return time.Now()
}
