package store

import (
	"context"
	"fmt"
	"slices"
)

// CitedItems lists items that any of some events cites, in the order in which they came
// into the store: at most limit of them, more says whether there are others. cites asks
// whether an event, by its number, is one of them. What it costs grows with the items,
// not with the events.
func (s *Store) CitedItems(ctx context.Context, cites func(number int64) bool, limit int) (items []Item, more bool, err error) {
	return itemsCited(ctx, s, cites, limit)
}

func itemsCited(ctx context.Context, m moment, cites func(number int64) bool, limit int) (items []Item, more bool, err error) {
	err = m.snapshot(ctx, func(r *reader) error {
		numbers, err := r.citedAt(ctx, cites, limit+1)
		if err != nil {
			return err
		}
		if more = len(numbers) > limit; more {
			numbers = numbers[:limit]
		}
		for _, n := range numbers {
			it, err := r.item(ctx, n, true)
			if err != nil {
				return err
			}
			items = append(items, it)
		}
		return nil
	})
	return items, more, explain("reading the sources of", m.file(), err)
}

// citedAt are the numbers of items that any of some events cites, or cited where the
// past is read, at most limit.
func (r *reader) citedAt(ctx context.Context, cites func(int64) bool, limit int) ([]int64, error) {
	if r.then == nil {
		return r.cited(ctx, cites, limit)
	}
	list, err := r.cited(ctx, func(n int64) bool {
		_, touched := r.then.of(EntityEvent, n)
		return !touched && cites(n)
	}, limit)
	if err != nil {
		return nil, err
	}
	for _, n := range r.then.events {
		if !cites(n) {
			continue
		}
		t, _ := r.then.of(EntityEvent, n)
		x, err := r.eventThen(ctx, n, t)
		if err != nil {
			return nil, err
		}
		list = append(list, x.citations...)
	}
	slices.Sort(list)
	list = slices.Compact(list)
	return list[:min(len(list), limit)], nil
}

// fewItems is up to how many items each is looked up by itself: an item that a hundred
// thousand events cite then costs one step. Of more items the whole index is read.
const fewItems = 2000

// cited are the numbers of items that any of some events cites, at most limit.
func (r *reader) cited(ctx context.Context, cites func(int64) bool, limit int) (numbers []int64, err error) {
	var items []int64
	rows, err := r.q.QueryContext(ctx, `SELECT n FROM item ORDER BY n LIMIT ?`, fewItems+1)
	if err != nil {
		return nil, err
	}
	err = scanAll(rows, func() error {
		var n int64
		err := rows.Scan(&n)
		items = append(items, n)
		return err
	})
	if err != nil {
		return nil, err
	}
	look := func(query string, args ...any) error {
		rows, err := r.q.QueryContext(ctx, query, args...)
		if err != nil {
			return err
		}
		defer func() { _ = rows.Close() }()
		for last := int64(-1); rows.Next() && len(numbers) < limit; {
			var item, event int64
			if err := rows.Scan(&item, &event); err != nil {
				return err
			}
			if item != last && cites(event) {
				last = item
				numbers = append(numbers, item)
				if len(args) > 0 {
					break
				}
			}
		}
		return rows.Err()
	}
	if len(items) > fewItems {
		return numbers, look(`SELECT item, event FROM citation ORDER BY item`)
	}
	for _, n := range items {
		if len(numbers) == limit {
			break
		}
		if err := look(`SELECT item, event FROM citation WHERE item = ?`, n); err != nil {
			return nil, err
		}
	}
	return numbers, nil
}

// GuardedFigures are the numbers of events of which a protected item, or a protected
// actor's claim, may be what a figure rests on.
func (s *Store) GuardedFigures(ctx context.Context) (map[int64]bool, error) {
	const guarded = `(%[1]s.tlp NOT IN ('', 'CLEAR') OR %[1]s.embargo IS NOT NULL OR %[1]s.do_not_publish = 1)`
	out := map[int64]bool{}
	err := s.snapshot(ctx, func(r *reader) error {
		rows, err := r.q.QueryContext(ctx, `SELECT c.event FROM item i JOIN citation c ON c.item = i.n WHERE `+fmt.Sprintf(guarded, "i")+`
			UNION SELECT c.event FROM actor a JOIN claim c ON c.according_to = a.n WHERE `+fmt.Sprintf(guarded, "a"))
		if err != nil {
			return err
		}
		return scanAll(rows, func() error {
			var n int64
			err := rows.Scan(&n)
			out[n] = true
			return err
		})
	})
	return out, explain("reading the protection of sources in", s.path, err)
}
