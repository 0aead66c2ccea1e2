package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
)

// CitedItems lists the items that any of some events cited, as [Store.CitedItems] does.
func (p *Past) CitedItems(ctx context.Context, cites func(number int64) bool, limit int) ([]Item, bool, error) {
	return itemsCited(ctx, p, cites, limit)
}

// GuardedFigures are the numbers of events of which a figure may rest on what was
// protected then or is now, as [Store.GuardedFigures] has them.
func (p *Past) GuardedFigures(ctx context.Context) (map[int64]bool, error) {
	out, err := p.s.GuardedFigures(ctx)
	if err != nil {
		return nil, err
	}
	err = p.snapshot(ctx, func(r *reader) error {
		// Records that have lost their protection since.
		for _, x := range []struct {
			entity Entity
			events string
		}{
			{EntityItem, `SELECT event FROM citation WHERE item = ?`},
			{EntityActor, `SELECT event FROM claim WHERE according_to = ?`},
		} {
			for n, t := range r.then.records[x.entity] {
				if !t.there() {
					continue
				}
				guard, err := r.guardThen(ctx, x.entity, n)
				if err != nil {
					return err
				}
				if guard.IsZero() || guard == (Protection{TLP: "CLEAR"}) {
					continue
				}
				rows, err := r.q.QueryContext(ctx, x.events, n)
				if err != nil {
					return err
				}
				err = scanAll(rows, func() error {
					var event int64
					err := rows.Scan(&event)
					out[event] = true
					return err
				})
				if err != nil {
					return err
				}
			}
		}
		// Events that cited others then.
		for _, n := range r.then.events {
			t, _ := r.then.of(EntityEvent, n)
			x, err := r.eventThen(ctx, n, t)
			if err != nil {
				return err
			}
			guarded := out[n]
			for _, item := range x.citations {
				if guarded {
					break
				}
				if guarded, err = r.guard(ctx, EntityItem, item); err != nil {
					return err
				}
			}
			for _, actor := range x.claims {
				if guarded || actor == 0 {
					continue
				}
				if guarded, err = r.guard(ctx, EntityActor, actor); err != nil {
					return err
				}
			}
			if guarded {
				out[n] = true
			}
			r.trim()
		}
		return nil
	})
	return out, explain("reading the protection of sources in", p.file(), err)
}

// guard reports whether an item or an actor is protected, then or now.
func (r *reader) guard(ctx context.Context, e Entity, n int64) (bool, error) {
	then, err := r.guardThen(ctx, e, n)
	if err != nil {
		return false, err
	}
	now, err := protectionNow(ctx, r.q, tables[e], n)
	unguarded := func(p Protection) bool { return p.IsZero() || p == Protection{TLP: "CLEAR"} }
	return !unguarded(then) || !unguarded(now), err
}

func (r *reader) guardThen(ctx context.Context, e Entity, n int64) (Protection, error) {
	if e == EntityItem {
		it, err := r.item(ctx, n, true)
		return it.Protection, err
	}
	a, err := r.actor(ctx, n, true)
	return a.Protection, err
}

// ProtectedSince gives the present protection of the events, actors and items that
// changes after the past touched, by id, where they have any. What may not be
// published today may not be published as it was known yesterday either.
func (p *Past) ProtectedSince(ctx context.Context) (map[string]Protection, error) {
	out := map[string]Protection{}
	err := p.snapshot(ctx, func(r *reader) error {
		for _, e := range []Entity{EntityEvent, EntityActor, EntityItem} {
			numbers := make([]int64, 0, len(r.then.records[e]))
			for n, t := range r.then.records[e] {
				if t.there() {
					numbers = append(numbers, n)
				}
			}
			for ns := range slices.Chunk(numbers, batch) {
				list, err := encode(ns)
				if err != nil {
					return err
				}
				rows, err := r.q.QueryContext(ctx, `SELECT id, `+protectionColumns+` FROM `+tables[e].name+`
					WHERE n IN (SELECT value FROM json_each(?)) AND (tlp <> '' OR embargo IS NOT NULL OR do_not_publish = 1)`, string(list))
				if err != nil {
					return err
				}
				err = scanAll(rows, func() error {
					var id string
					guard, err := scanProtection(func(to ...any) error { return rows.Scan(append([]any{&id}, to...)...) })
					out[id] = guard
					return err
				})
				if err != nil {
					return err
				}
			}
		}
		return nil
	})
	return out, explain("reading the protection of what has changed in", p.file(), err)
}

const protectionColumns = `tlp, embargo, do_not_publish`

func scanProtection(scan func(...any) error) (p Protection, err error) {
	var embargo sql.NullInt64
	err = scan(&p.TLP, &embargo, &p.DoNotPublish)
	p.Embargo = fromMillis(embargo)
	return p, err
}

func protectionNow(ctx context.Context, q queryer, t *table, n int64) (Protection, error) {
	p, err := scanProtection(q.QueryRowContext(ctx, `SELECT `+protectionColumns+` FROM `+t.name+` WHERE n = ?`, n).Scan)
	if err != nil {
		return p, fmt.Errorf("reading a protection: %w", missing(err))
	}
	return p, nil
}
