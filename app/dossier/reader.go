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

// Reader gathers pages. It may be used from any goroutine. Where the store does not find
// by itself who points to whom, all events are read once after each change of it; where
// that takes longer than Patience, pages are given without it at first.
type Reader struct {
	Store    Store
	Zone     *time.Location
	Clock    func() time.Time
	Country  func(code string) string
	Admin1   func(code string) string
	Patience time.Duration
	// Published finds the publications that showed an event; nil: they are not shown.
	Published func(ctx context.Context, event string) ([]store.Publication, error)
	// Life ends the reading; nil: it goes on to the end.
	Life context.Context

	mu      sync.Mutex
	links   *links // newest that were read; nil: none yet
	reading *reading
}

// links are who points to whom, and the names of codes, after one change.
type links struct {
	head  int64
	in    map[string][]Related // by the id that is pointed to
	chain map[string][]member  // by the series' id
	terms map[string]string
}

// reading is a pass over all events that is under way.
type reading struct {
	head int64
	done chan struct{}
	err  error // once done is closed
}

type member struct {
	store.ChainLink
	when store.When
	text string
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

// Wait returns when who points to whom is known as of the store's newest change.
func (r *Reader) Wait(ctx context.Context) error {
	now, err := r.begin(ctx)
	if err != nil || now == nil {
		return err
	}
	select {
	case <-now.done:
		return now.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// within gives the links, waiting for new ones no longer than Patience; false:
// they are old, or none.
func (r *Reader) within(ctx context.Context) (links, bool, error) {
	now, err := r.begin(ctx)
	if err != nil {
		return links{}, false, err
	}
	fresh := now == nil
	if !fresh {
		late := time.NewTimer(r.Patience)
		defer late.Stop()
		select {
		case <-now.done:
			if now.err != nil {
				return links{}, false, now.err
			}
			fresh = true
		case <-late.C:
		case <-ctx.Done():
			return links{}, false, ctx.Err()
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.links == nil {
		return links{}, false, nil
	}
	return *r.links, fresh, nil
}

// begin has the links read, unless they are known or being read; nil: they are
// known.
func (r *Reader) begin(ctx context.Context) (*reading, error) {
	head, err := r.Store.Head(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the newest change: %w", err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.links != nil && r.links.head == head.Seq {
		return nil, nil
	}
	if r.reading != nil && r.reading.head == head.Seq {
		return r.reading, nil
	}
	now := &reading{head: head.Seq, done: make(chan struct{})}
	r.reading = now
	go func() {
		// It goes on when the page that asked for it is no longer wanted: the
		// next one will be.
		l, err := r.read(r.life(), head.Seq)
		r.mu.Lock()
		defer r.mu.Unlock()
		if err == nil && (r.links == nil || r.links.head < l.head) {
			r.links = l
		}
		if r.reading == now {
			r.reading = nil
		}
		now.err = err
		close(now.done)
	}()
	return now, nil
}

// life is how long reading all events may go on.
func (r *Reader) life() context.Context {
	if r.Life != nil {
		return r.Life
	}
	return context.Background()
}

// read passes over all events.
func (r *Reader) read(ctx context.Context, head int64) (*links, error) {
	names, err := terms(ctx, r.Store)
	if err != nil {
		return nil, err
	}
	l := &links{head: head, in: map[string][]Related{}, chain: map[string][]member{}, terms: names}
	for e, err := range r.Store.Events(ctx, store.Filter{}) {
		if err != nil {
			return nil, fmt.Errorf("reading the relations of the events: %w", err)
		}
		l.add(e.Value, r.Zone)
	}
	for _, list := range l.chain {
		slices.SortStableFunc(list, byTime)
	}
	return l, nil
}

// add notes whom an event points to and which series it is in.
func (l *links) add(e store.Event, zone *time.Location) {
	if len(e.Relations) == 0 && e.Series == nil {
		return
	}
	when := situation.FormatWhen(e.When, zone)
	for _, rel := range e.Relations {
		l.in[rel.Event] = append(l.in[rel.Event], Related{
			Type: rel.Type, Incoming: true, ID: e.ID, Title: e.Title, Note: rel.Note, When: when,
		})
	}
	if e.Series != nil {
		l.chain[e.Series.ID] = append(l.chain[e.Series.ID], member{
			store.ChainLink{Neighbour: store.Neighbour{ID: e.ID, Title: e.Title, When: e.When.Earliest}, Retracted: e.Assessment == store.Retracted},
			e.When, when,
		})
	}
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
