package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Merging is what the merge of two records of one sort would do.
type Merging struct {
	Entity     Entity // EntityActor, EntityOutlet or EntityItem
	Keep, Gone string // ids
	// KeepTitle and GoneTitle are what the user knows them by.
	KeepTitle, GoneTitle string
	// Events, Items and Actors count what names the one that goes, and will name the
	// one that is kept.
	Events, Items, Actors int
	// Kept says in sentences what of the one that goes is kept, and where.
	Kept []string

	keep, gone int64 // numbers
}

// PlanMerge says what Merge would do, and refuses with a sentence where something would
// be lost: then the two are to be made alike first.
func (s *Store) PlanMerge(ctx context.Context, e Entity, keep, gone string) (Merging, error) {
	var m Merging
	err := s.snapshot(ctx, func(r *reader) (err error) {
		m, _, err = r.planMerge(ctx, e, keep, gone)
		return err
	})
	return m, explain("merging in", s.path, err)
}

// Merge lets the record gone become part of the record keep: what named the one names
// the other, what was said of it only there is kept, and it is deleted. That is one
// change, and one undo. p is told how many events are done.
func (s *Store) Merge(ctx context.Context, e Entity, keep, gone, note string, p Progress) (Change, error) {
	return s.write(ctx, "merging in", always(ReasonMerged, note), func(w *writer) error {
		w.v.text("the change's note", note)
		if err := w.v.take(); err != nil {
			return err
		}
		m, put, err := w.planMerge(ctx, e, keep, gone)
		if err != nil {
			return err
		}
		w.keep = m.Events+m.Items+m.Actors < listed
		if err := w.putOne(put); err != nil {
			return err
		}
		if err := w.repoint(m); err != nil {
			return err
		}
		if err := w.repointEvents(m, p); err != nil {
			return err
		}
		return w.deleteOne(Delete{Entity: e, ID: gone})
	})
}

// planMerge finds what a merge does, and the record that comes of it.
func (r *reader) planMerge(ctx context.Context, e Entity, keep, gone string) (Merging, Put, error) {
	m := Merging{Entity: e, Keep: keep, Gone: gone}
	fail := func(err error) (Merging, Put, error) { return m, Put{}, err }
	t, ok := tables[e]
	if !ok || e != EntityActor && e != EntityOutlet && e != EntityItem {
		return fail(invalid("records of sort %s cannot be merged", quoted(string(e))))
	}
	if keep == gone {
		return fail(invalid("a record cannot be merged with itself"))
	}
	heads := [2]head{}
	for i, id := range []string{keep, gone} {
		h, found, err := headOf(ctx, r.q, t, id)
		if err != nil {
			return fail(err)
		}
		if !found || h.deleted {
			return fail(say(ErrNotFound, "there is no %s %s to merge", e, id))
		}
		heads[i] = h
	}
	m.keep, m.gone = heads[0].n, heads[1].n
	put := Put{Base: heads[0].revision}
	var err error
	switch x := (&blend{m: &m}); e {
	case EntityActor:
		a, errA := r.actor(ctx, m.keep, true)
		b, errB := r.actor(ctx, m.gone, true)
		if err = first(errA, errB); err == nil {
			a = normalActor(a)
			err = x.actors(&a, b)
			put.Actor = &a
		}
	case EntityOutlet:
		a, errA := r.outlet(ctx, m.keep)
		b, errB := r.outlet(ctx, m.gone)
		if err = first(errA, errB); err == nil {
			a = normalOutlet(a)
			err = x.outlets(&a, b)
			put.Outlet = &a
		}
	case EntityItem:
		a, errA := r.item(ctx, m.keep, true)
		b, errB := r.item(ctx, m.gone, true)
		if err = first(errA, errB); err == nil {
			a = normalItem(a)
			err = x.items(&a, b)
			put.Item = &a
		}
	}
	if err != nil {
		return fail(err)
	}
	err = r.q.QueryRowContext(ctx, `SELECT
		(SELECT count(*) FROM event WHERE deleted = 0 AND n IN (`+eventsNaming(e)+`)),
		(SELECT count(*) FROM item WHERE deleted = 0 AND outlet = ?1 AND ?2 = 'outlet'),
		(SELECT count(*) FROM actor WHERE deleted = 0 AND acts_for = ?1 AND ?2 = 'actor')`, m.gone, string(e)).
		Scan(&m.Events, &m.Items, &m.Actors)
	return m, put, err
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// eventsNaming is a query for the events that name record ?1.
func eventsNaming(e Entity) string {
	switch e {
	case EntityActor:
		return `SELECT event FROM party WHERE actor = ?1 UNION SELECT event FROM claim WHERE according_to = ?1`
	case EntityItem:
		return `SELECT event FROM citation WHERE item = ?1`
	}
	return `SELECT 0 WHERE ?1 < 0`
}

// repoint has the items and the actors that named the one name the other.
func (w *writer) repoint(m Merging) error {
	switch m.Entity {
	case EntityOutlet:
		ns, err := w.numbersOf(background, `SELECT n FROM item WHERE outlet = ? AND deleted = 0 ORDER BY n`, m.gone)
		if err != nil {
			return err
		}
		for _, n := range ns {
			it, err := w.item(background, n, false)
			if err != nil {
				return err
			}
			it.Outlet = &Outlet{ID: m.Keep}
			if err := w.putAgain(EntityItem, it.ID, Put{Item: &it}); err != nil {
				return err
			}
		}
	case EntityActor:
		ns, err := w.numbersOf(background, `SELECT n FROM actor WHERE acts_for = ? AND deleted = 0 ORDER BY n`, m.gone)
		if err != nil {
			return err
		}
		for _, n := range ns {
			a, err := w.actor(background, n, false)
			if err != nil {
				return err
			}
			a.ActsFor = &Actor{ID: m.Keep}
			if err := w.putAgain(EntityActor, a.ID, Put{Actor: &a}); err != nil {
				return err
			}
		}
	}
	return nil
}

// putAgain writes a record over the revision that there is.
func (w *writer) putAgain(e Entity, id string, p Put) error {
	h, _, err := w.head(tables[e], id)
	if err != nil {
		return err
	}
	p.Base = h.revision
	return w.putOne(p)
}

// repointEvents has the events that named the one name the other.
func (w *writer) repointEvents(m Merging, p Progress) error {
	if m.Entity == EntityOutlet {
		return nil
	}
	ns, err := w.numbersOf(background, `SELECT n FROM event WHERE deleted = 0 AND n IN (`+eventsNaming(m.Entity)+`) ORDER BY n`, m.gone)
	if err != nil {
		return err
	}
	return w.eachEvent(ns, p, func(e *Event) error {
		switch m.Entity {
		case EntityItem:
			for i := range e.Citations {
				if e.Citations[i].Item.ID == m.Gone {
					e.Citations[i].Item = Item{ID: m.Keep}
				}
			}
		case EntityActor:
			replaceActor(e, m.Gone, m.Keep)
		}
		return nil
	})
}

// replaceActor has an event, whose actors are bare references, name another actor. A
// party that then is there twice, in one role at one place, is there once.
func replaceActor(e *Event, from, to string) {
	for i := range e.Claims {
		if a := e.Claims[i].AccordingTo; a != nil && a.ID == from {
			e.Claims[i].AccordingTo = &Actor{ID: to}
		}
	}
	for i := range e.Parties {
		if e.Parties[i].Actor.ID == from {
			e.Parties[i].Actor = Actor{ID: to}
		}
	}
	same := map[string]string{} // parties that another one is
	var kept []Party
	for _, p := range e.Parties {
		i := slices.IndexFunc(kept, func(q Party) bool {
			return p.Actor.ID == to && q.Actor.ID == to && q.Role == p.Role && q.Place == p.Place
		})
		if i >= 0 {
			same[p.ID] = kept[i].ID
			continue
		}
		kept = append(kept, p)
	}
	e.Parties = kept
	for i := range e.Claims {
		if id := same[e.Claims[i].Part]; id != "" {
			e.Claims[i].Part = id
		}
	}
	for i := range e.Citations {
		if id := same[e.Citations[i].About]; id != "" {
			e.Citations[i].About = id
		}
	}
}

// eachEvent alters events by their numbers and writes them over what there is. What
// they name is bare references. alter may not keep the event.
func (w *writer) eachEvent(ns []int64, p Progress, alter func(*Event) error) error {
	done := int64(0)
	for part := range slices.Chunk(ns, batch) {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		rows, err := w.eventsBare(background, someEvents(part))
		if err != nil {
			return err
		}
		for _, x := range rows {
			if err := alter(&x.Value); err != nil {
				return err
			}
			e, err := prepare(x.Value, w.v)
			if err != nil {
				return fmt.Errorf("event ‘%s’: %w", x.Value.Title, err)
			}
			if _, err := w.putEvent(e, &x.revision); err != nil {
				return err
			}
		}
		if done += int64(len(rows)); p != nil {
			p(done, int64(len(ns)))
		}
	}
	return nil
}

// join adds what a second text says to a first, on a line of its own.
func join(a *string, b string) bool {
	if b == "" || strings.Contains(*a, b) {
		return false
	}
	if *a != "" {
		*a += "\n"
	}
	*a += b
	return true
}
