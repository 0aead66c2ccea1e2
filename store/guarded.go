package store

import (
	"context"
	"slices"
)

// GuardedEvents are the numbers, ascending, of the events that have a protection of
// their own or name a protected actor or item. Whether that keeps anything back is for
// the caller to judge.
func (s *Store) GuardedEvents(ctx context.Context) ([]int64, error) {
	var list []int64
	err := s.snapshot(ctx, func(r *reader) (err error) {
		list, err = r.guardedEvents(ctx)
		return err
	})
	return list, explain("reading the protection of events in", s.path, err)
}

// GuardedEvents are those of [Store.GuardedEvents] by the protection of today, and all
// that later changes touched, themselves or in what they name.
func (p *Past) GuardedEvents(ctx context.Context) ([]int64, error) {
	var list []int64
	err := p.snapshot(ctx, func(r *reader) error {
		var err error
		if list, err = r.guardedEvents(ctx); err != nil {
			return err
		}
		list = slices.DeleteFunc(list, func(n int64) bool { _, touched := r.then.of(EntityEvent, n); return touched })
		near, err := r.near(ctx)
		if err != nil {
			return err
		}
		list = append(append(list, r.then.events...), near...)
		slices.Sort(list)
		list = slices.Compact(list)
		return nil
	})
	return list, explain("reading the protection of events in", p.file(), err)
}

const guardedRecord = `(tlp NOT IN ('', 'CLEAR') OR embargo IS NOT NULL OR do_not_publish = 1)`

func (r *reader) guardedEvents(ctx context.Context) ([]int64, error) {
	return r.numbersOf(ctx, `WITH RECURSIVE secret (n) AS (
			SELECT n FROM actor WHERE `+guardedRecord+`
			UNION SELECT a.n FROM actor a JOIN secret s ON a.acts_for = s.n)
		SELECT n FROM event WHERE deleted = 0 AND n IN (
			SELECT n FROM event WHERE `+guardedRecord+`
			UNION SELECT c.event FROM item i JOIN citation c ON c.item = i.n WHERE `+guardedRecord+`
			UNION SELECT p.event FROM secret s JOIN party p ON p.actor = s.n
			UNION SELECT c.event FROM secret s JOIN claim c ON c.according_to = s.n)
		ORDER BY n`)
}

// near are the events that no later change touched, but which name an actor, an item or
// a series that one did, in no order.
func (r *reader) near(ctx context.Context) ([]int64, error) {
	list := func(e Entity) (string, error) {
		ns := []int64{}
		for n := range r.then.records[e] {
			ns = append(ns, n)
		}
		b, err := encode(ns)
		return string(b), err
	}
	var args []any
	for _, e := range []Entity{EntityActor, EntityItem, EntityOutlet, EntitySeries} {
		b, err := list(e)
		if err != nil {
			return nil, err
		}
		args = append(args, b)
	}
	ns, err := r.numbersOf(ctx, `WITH RECURSIVE
			named (n) AS (SELECT value FROM json_each(?1) UNION SELECT a.n FROM actor a JOIN named s ON a.acts_for = s.n),
			cited (n) AS (SELECT value FROM json_each(?2) UNION SELECT n FROM item WHERE outlet IN (SELECT value FROM json_each(?3)))
		SELECT n FROM event WHERE deleted = 0 AND n IN (
			SELECT p.event FROM named s JOIN party p ON p.actor = s.n
			UNION SELECT c.event FROM named s JOIN claim c ON c.according_to = s.n
			UNION SELECT c.event FROM cited i JOIN citation c ON c.item = i.n
			UNION SELECT n FROM event WHERE series IN (SELECT value FROM json_each(?4)))`, args...)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(ns, func(n int64) bool { _, touched := r.then.of(EntityEvent, n); return touched }), nil
}

// numbersOf runs a query for numbers.
func (r *reader) numbersOf(ctx context.Context, query string, args ...any) ([]int64, error) {
	rows, err := r.q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	var list []int64
	err = scanAll(rows, func() error {
		var n int64
		err := rows.Scan(&n)
		list = append(list, n)
		return err
	})
	return list, err
}

// GuardedCount is how much of a store has a protection above TLP:CLEAR, an embargo, or
// is not to be published.
type GuardedCount struct{ Events, Actors, Items, Attachments int }

// GuardedCount counts what is protected in the store, deleted records aside: a copy of
// the store has it all.
func (s *Store) GuardedCount(ctx context.Context) (c GuardedCount, err error) {
	err = s.snapshot(ctx, func(r *reader) error {
		return r.q.QueryRowContext(ctx, `SELECT
			(SELECT count(*) FROM event WHERE deleted = 0 AND `+guardedRecord+`),
			(SELECT count(*) FROM actor WHERE deleted = 0 AND `+guardedRecord+`),
			(SELECT count(*) FROM item WHERE deleted = 0 AND `+guardedRecord+`),
			(SELECT count(*) FROM attachment WHERE sha256 IN (SELECT file_sha256 FROM item WHERE deleted = 0 AND `+guardedRecord+`))`).
			Scan(&c.Events, &c.Actors, &c.Items, &c.Attachments)
	})
	return c, explain("reading the protection of records in", s.path, err)
}

// Any reports whether anything is.
func (c GuardedCount) Any() bool { return c != GuardedCount{} }
