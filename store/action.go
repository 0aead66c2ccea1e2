package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Action is one user action: what to write, in one transaction and one change.
type Action struct {
	Reason Reason // empty: new or update, as fits
	Note   string
	Put    []Put
	Delete []Delete
}

// Put creates a record or replaces it. Exactly one pointer is set.
type Put struct {
	Event  *Event
	Actor  *Actor
	Outlet *Outlet
	Item   *Item
	Kind   *Kind
	Term   *Term
	// A layer, a view, a layout: the definition says which.
	Definition *Definition
	// Base is the revision the caller read; 0 creates. Another revision in the
	// store is a *ConflictError.
	Base int64
}

// Delete puts a tombstone on a record.
type Delete struct {
	Entity Entity
	ID     string
	Base   int64 // 0: whatever revision there is
}

// Save carries out one action. Actors, items and outlets that a saved event
// carries inline are created where missing and updated where they differ; one
// without an id is matched by its name. The action's own records are left alone:
// ids that were absent are found in the change's items, those of events last.
//
// What is as it was is passed over; where nothing differs, nothing is written and
// the Change is zero. A change that another made meanwhile is a *ConflictError,
// what cannot be kept a *ValidationError; then nothing is written either.
func (s *Store) Save(ctx context.Context, a Action) (Change, error) {
	reason := func(w *writer) (Reason, string, int64) {
		switch {
		case a.Reason != "":
			return a.Reason, a.Note, 0
		case len(a.Put) == 0:
			return ReasonDeleted, a.Note, 0
		}
		for _, p := range a.Put {
			if p.Base != 0 {
				return ReasonUpdate, a.Note, 0
			}
		}
		return ReasonNew, a.Note, 0
	}
	return s.write(ctx, "saving in", reason, func(w *writer) error {
		w.keep = true
		w.v.oneOf("the change's reason", string(a.Reason), reasons...)
		w.v.text("the change's note", a.Note)
		if err := w.v.take(); err != nil {
			return err
		}
		// What events name comes before them.
		for _, events := range []bool{false, true} {
			for i := range a.Put {
				if err := ctx.Err(); err != nil {
					return err
				}
				if (a.Put[i].Event != nil) != events {
					continue
				}
				if err := w.putOne(a.Put[i]); err != nil {
					return err
				}
			}
		}
		// Events go first, so that what they used is free.
		for _, events := range []bool{true, false} {
			for _, d := range a.Delete {
				if (d.Entity == EntityEvent) == events {
					if err := w.deleteOne(d); err != nil {
						return err
					}
				}
			}
		}
		return nil
	})
}

// reasons a caller may give; undo and redo are the store's own.
var reasons = []string{
	string(ReasonNew), string(ReasonUpdate), string(ReasonCorrected), string(ReasonOurError), string(ReasonMerged),
	string(ReasonImported), string(ReasonDeleted),
}

func (w *writer) putOne(p Put) error {
	switch {
	case p.Event != nil:
		e, err := prepare(*p.Event, w.v)
		if err != nil {
			return err
		}
		_, err = w.putEvent(e, &p.Base)
		return err
	case p.Actor != nil:
		a := normalActor(*p.Actor)
		if a.ID == "" {
			a.ID = w.newID()
		}
		w.v.actor("actor", &a)
		w.v.required("actor.name", a.Name)
		if err := w.v.take(); err != nil {
			return err
		}
		before, err := earlier(w, EntityActor, a.ID, a, w.actorNow)
		if err != nil {
			return err
		}
		n, err := w.putActor("actor", &a, &p.Base)
		keep(&w.seen.actors, a.ID, known[Actor]{n, normalActor(a), before})
		return err
	case p.Outlet != nil:
		o := normalOutlet(*p.Outlet)
		if o.ID == "" {
			o.ID = w.newID()
		}
		w.v.outlet("outlet", &o)
		w.v.required("outlet.name", o.Name)
		if err := w.v.take(); err != nil {
			return err
		}
		before, err := earlier(w, EntityOutlet, o.ID, o, w.outletNow)
		if err != nil {
			return err
		}
		n, err := w.putOutlet("outlet", &o, &p.Base)
		keep(&w.seen.outlets, o.ID, known[Outlet]{n, normalOutlet(o), before})
		return err
	case p.Item != nil:
		it := normalItem(*p.Item)
		if it.ID == "" {
			it.ID = w.newID()
		}
		w.v.item("item", &it)
		w.v.required("item.title", it.Title)
		if err := w.v.take(); err != nil {
			return err
		}
		before, err := earlier(w, EntityItem, it.ID, it, w.itemNow)
		if err != nil {
			return err
		}
		n, err := w.putItem("item", &it, &p.Base)
		keep(&w.seen.items, it.ID, known[Item]{n, normalItem(it), before})
		return err
	case p.Kind != nil:
		w.v.kind(p.Kind)
		if err := w.v.take(); err != nil {
			return err
		}
		if err := w.putKind(*p.Kind, &p.Base); err != nil {
			return err
		}
		w.v.codes.kinds[p.Kind.Code] = *p.Kind
		return nil
	case p.Term != nil:
		w.v.vocabularyTerm(p.Term)
		if err := w.v.take(); err != nil {
			return err
		}
		if err := w.putTerm(*p.Term, &p.Base); err != nil {
			return err
		}
		terms := w.v.codes.terms
		if terms[p.Term.Vocabulary] == nil {
			terms[p.Term.Vocabulary] = map[string]bool{}
		}
		terms[p.Term.Vocabulary][p.Term.Code] = true
		return nil
	case p.Definition != nil:
		d := normalDefinition(*p.Definition)
		if d.ID == "" {
			d.ID = w.newID()
		}
		w.v.definition(&d)
		if err := w.v.take(); err != nil {
			return err
		}
		return w.putDefinition(d, &p.Base)
	}
	return invalid("an action to save names no record")
}

func (w *writer) deleteOne(d Delete) error {
	t, ok := tables[d.Entity]
	if !ok {
		return invalid("records of sort %s cannot be deleted", quoted(string(d.Entity)))
	}
	h, found, err := w.head(t, d.ID)
	if err != nil {
		return err
	}
	if !found || h.deleted {
		return say(ErrNotFound, "there is no %s %s to delete", d.Entity, d.ID)
	}
	_, title, err := t.payload(w.reader, h.n)
	if err != nil {
		return err
	}
	if d.Base != 0 {
		if err := w.checkBase(t, d.ID, title, h, true, nil, d.Base); err != nil {
			return err
		}
	}
	if err := w.unused(t, d.ID, title, h.n); err != nil {
		return err
	}
	w.s.forget()
	return w.bury(t, d.ID, title, h, true)
}

// checkBase compares the revision that the caller read with the one there is.
// Content that is the same already is no conflict.
func (w *writer) checkBase(t *table, id, title string, h head, found bool, after []byte, base int64) error {
	switch {
	case found && !h.deleted && after != nil && bytes.Equal(h.digest, after):
		return nil
	case !found && base != 0:
		return say(ErrNotFound, "the %s ‘%s’ is not in the store any more", t.entity, orID(title, id))
	case !found:
		return nil
	case base == 0 && !h.change.Valid && h.revision == 1:
		return say(ErrExists, "the %s ‘%s’ is in the vocabulary already", t.entity, id)
	case base == 0:
		return say(ErrExists, "the %s ‘%s’ (%s) is in the store already", t.entity, title, id)
	case base == h.revision:
		return nil
	}
	return w.conflict(t, id, h, base)
}

// conflict says who changed a record since the caller read revision base.
func (w *writer) conflict(t *table, id string, h head, base int64) error {
	payload, title, err := t.payload(w.reader, h.n)
	if err != nil {
		return err
	}
	c := &ConflictError{Entity: t.entity, ID: id, Title: title, Base: base, Deleted: h.deleted}
	if h.change.Valid {
		var ms int64
		if err := w.row(`SELECT time, who FROM change WHERE n = ?`, h.change.Int64).Scan(&ms, &c.By); err != nil {
			return fmt.Errorf("reading the history: %w", err)
		}
		c.At = fromMillis(sql.NullInt64{Int64: ms, Valid: true})
	}
	was, err := w.payloadAt(h, base)
	if err != nil {
		return err
	}
	if was != nil {
		c.Fields = differing(was, payload)
	}
	if t.entity == EntityEvent {
		rows, err := w.eventsWhole(background, oneEvent(h.n))
		if err != nil {
			return err
		}
		if len(rows) == 1 {
			c.Current = rows[0].Stored
		}
	}
	return c
}

// payloadAt is what a record was at an earlier revision; nil when that is not kept.
func (w *writer) payloadAt(h head, revision int64) ([]byte, error) {
	all, err := steps(background, w.q, h)
	if err != nil {
		return nil, err
	}
	for _, st := range all {
		if st.revision != revision {
			continue
		}
		var body []byte
		err := w.row(`SELECT body FROM payload WHERE digest = ?`, st.after).Scan(&body)
		if errors.Is(err, sql.ErrNoRows) {
			return nil, nil
		}
		return body, err
	}
	return nil, nil
}
