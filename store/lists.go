package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
)

// local are the columns that say how a record stands in this store.
const local = `, t.revision, c.time, coalesce(c.who, '')`

// localScan takes them.
type localScan struct {
	revision int64
	time     sql.NullInt64
	by       string
}

func (l *localScan) into() []any { return []any{&l.revision, &l.time, &l.by} }

func storedAs[T any](v T, l localScan) Stored[T] {
	return Stored[T]{Value: v, Revision: l.revision, Recorded: fromMillis(l.time), By: l.by}
}

// numbers reads the numbers of all live rows of a table with what is local to them.
func numbers(ctx context.Context, r *reader, t *table) (ns []int64, locals []localScan, err error) {
	rows, err := r.q.QueryContext(ctx, `SELECT t.n`+local+` FROM `+t.name+` t LEFT JOIN change c ON c.n = t.change WHERE t.deleted = 0 ORDER BY t.n`)
	if err != nil {
		return nil, nil, err
	}
	err = scanAll(rows, func() error {
		var n int64
		var l localScan
		if err := rows.Scan(append([]any{&n}, l.into()...)...); err != nil {
			return err
		}
		if _, touched := r.then.of(t.entity, n); !touched {
			ns, locals = append(ns, n), append(locals, l)
		}
		return nil
	})
	if err != nil || r.then == nil {
		return ns, locals, err
	}
	for n, x := range r.then.records[t.entity] {
		if x.there() {
			l, err := r.localThen(ctx, x)
			if err != nil {
				return nil, nil, err
			}
			ns, locals = append(ns, n), append(locals, l)
		}
	}
	return ns, locals, nil
}

// all reads every live record of a sort.
func all[T any](ctx context.Context, m moment, e Entity, one func(r *reader, n int64) (T, error), order func(a, b Stored[T]) int) ([]Stored[T], error) {
	var out []Stored[T]
	err := m.snapshot(ctx, func(r *reader) error {
		ns, locals, err := numbers(ctx, r, tables[e])
		if err != nil {
			return err
		}
		for i, n := range ns {
			v, err := one(r, n)
			if err != nil {
				return err
			}
			out = append(out, storedAs(v, locals[i]))
			r.trim()
		}
		return nil
	})
	slices.SortStableFunc(out, order)
	return out, explain("reading", m.file(), err)
}

// Actors returns all actors by name.
func (s *Store) Actors(ctx context.Context) ([]Stored[Actor], error) { return actorsOf(ctx, s) }

func actorsOf(ctx context.Context, m moment) ([]Stored[Actor], error) {
	return all(ctx, m, EntityActor, func(r *reader, n int64) (Actor, error) {
		a, err := r.actor(ctx, n, true)
		return cloneActor(a), err
	}, func(a, b Stored[Actor]) int { return byNameThenID(a.Value.Name, b.Value.Name, a.Value.ID, b.Value.ID) })
}

// Outlets returns all outlets by name.
func (s *Store) Outlets(ctx context.Context) ([]Stored[Outlet], error) { return outletsOf(ctx, s) }

func outletsOf(ctx context.Context, m moment) ([]Stored[Outlet], error) {
	return all(ctx, m, EntityOutlet, func(r *reader, n int64) (Outlet, error) {
		o, err := r.outlet(ctx, n)
		return normalOutlet(o), err
	}, func(a, b Stored[Outlet]) int { return byNameThenID(a.Value.Name, b.Value.Name, a.Value.ID, b.Value.ID) })
}

// Items returns all items, newest publication first, those without a date last.
func (s *Store) Items(ctx context.Context) ([]Stored[Item], error) { return itemsOf(ctx, s) }

func itemsOf(ctx context.Context, m moment) ([]Stored[Item], error) {
	return all(ctx, m, EntityItem, func(r *reader, n int64) (Item, error) {
		it, err := r.item(ctx, n, true)
		return normalItem(it), err
	}, func(a, b Stored[Item]) int {
		return cmp.Or(cmp.Compare(b.Value.Published, a.Value.Published),
			byNameThenID(a.Value.Title, b.Value.Title, a.Value.ID, b.Value.ID))
	})
}

// byNameThenID orders names as people look for them: accents and case aside.
func byNameThenID(a, b, idA, idB string) int {
	return cmp.Or(cmp.Compare(fold(a), fold(b)), cmp.Compare(a, b), cmp.Compare(idA, idB))
}

// SeriesList returns id and name of all series, by name.
func (s *Store) SeriesList(ctx context.Context) ([]InSeries, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT id, name FROM series WHERE deleted = 0`)
	if err != nil {
		return nil, explain("reading the series of", s.path, err)
	}
	var list []InSeries
	err = scanAll(rows, func() error {
		var x InSeries
		err := rows.Scan(&x.ID, &x.Name)
		list = append(list, x)
		return err
	})
	slices.SortFunc(list, func(a, b InSeries) int { return byNameThenID(a.Name, b.Name, a.ID, b.ID) })
	return list, explain("reading the series of", s.path, err)
}
