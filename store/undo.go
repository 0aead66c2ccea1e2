package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// undoTarget finds a user's newest change that still stands: neither an undo, nor
// undone by one. A redo stands for what it did again.
const undoTarget = `SELECT c.n FROM change c
	WHERE c.who = ? AND c.reason <> 'undo' AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.n)
	ORDER BY c.n DESC LIMIT 1`

// redoTarget finds a user's newest undo that was not done again, unless the user
// has changed anything since.
const redoTarget = `SELECT c.n FROM change c
	WHERE c.who = ?1 AND c.reason = 'undo' AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.n)
		AND NOT EXISTS (SELECT 1 FROM change l WHERE l.who = ?1 AND l.n > c.n AND l.undoes IS NULL)
	ORDER BY c.n DESC LIMIT 1`

// Undo undoes this user's newest change that still stands, an import of many
// events too, by a change that names it. ErrNoUndo says that there is none,
// ErrConflict that a later change touched the same records.
func (s *Store) Undo(ctx context.Context) (Change, error) {
	return s.revertNewest(ctx, undoTarget, ReasonUndo, "there is nothing to undo")
}

// Redo does again what Undo undid last, unless this user has changed anything
// since.
func (s *Store) Redo(ctx context.Context) (Change, error) {
	return s.revertNewest(ctx, redoTarget, ReasonRedo, "there is nothing to do again")
}

func (s *Store) revertNewest(ctx context.Context, query string, reason Reason, none string) (Change, error) {
	var target int64
	why := func(*writer) (Reason, string, int64) { return reason, "", target }
	return s.write(ctx, "undoing in", why, func(w *writer) error {
		err := w.row(query, s.user).Scan(&target)
		if errors.Is(err, sql.ErrNoRows) {
			return say(ErrNoUndo, "%s", none)
		}
		if err != nil {
			return err
		}
		return w.revert(target)
	})
}

// Undoable returns what Undo would undo and Redo would redo, with the first of
// their items; nil: nothing. Redo's is the change that was undone.
func (s *Store) Undoable(ctx context.Context) (undo, redo *Change, err error) {
	err = s.snapshot(ctx, func(r *reader) error {
		find := func(query string) (*Change, error) {
			var n int64
			err := r.q.QueryRowContext(ctx, query, s.user).Scan(&n)
			if errors.Is(err, sql.ErrNoRows) {
				return nil, nil
			}
			if err != nil {
				return nil, err
			}
			c, err := changeWithItems(ctx, r.q, n)
			return &c, err
		}
		var err error
		if undo, err = find(undoTarget); err != nil {
			return err
		}
		redo, err = find(redoTarget)
		if err != nil || redo == nil {
			return err
		}
		c, err := changeWithItems(ctx, r.q, redo.Undoes)
		redo = &c
		return err
	})
	if err != nil {
		return nil, nil, explain("reading the history of", s.path, err)
	}
	return undo, redo, nil
}

// revert undoes the items of change n, last first.
func (w *writer) revert(n int64) error {
	type item struct {
		pos           int64
		entity        Entity
		record        string
		before, after []byte
	}
	var total int64
	if err := w.row(`SELECT items FROM change WHERE n = ?`, n).Scan(&total); err != nil {
		return err
	}
	w.keep = total <= listed
	for below := total; below > 0; below -= batch {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		rows, err := w.q.QueryContext(background, `SELECT pos, entity, record, before, after FROM change_item
			WHERE change = ? AND pos < ? AND pos >= ? ORDER BY pos DESC`, n, below, below-batch)
		if err != nil {
			return err
		}
		var items []item
		err = scanAll(rows, func() error {
			var it item
			err := rows.Scan(&it.pos, &it.entity, &it.record, &it.before, &it.after)
			items = append(items, it)
			return err
		})
		if err != nil {
			return err
		}
		for _, it := range items {
			t, ok := tables[it.entity]
			if !ok {
				return say(ErrConflict, "the change touched a %s, which this version of Sitmap cannot restore", it.entity)
			}
			if err := w.revertItem(t, it.record, it.before, it.after); err != nil {
				return err
			}
		}
	}
	return nil
}

// revertItem brings one record back from the state that an item left it in to the
// one before.
func (w *writer) revertItem(t *table, id string, before, after []byte) error {
	h, found, err := w.head(t, id)
	if err != nil {
		return err
	}
	if !found {
		return say(ErrCorrupt, "the %s %s is missing from the file: run sitmap check, and restore a backup", t.entity, id)
	}
	title := ""
	if w.keep {
		if title, err = titleOf(background, w.q, t, id); err != nil {
			return err
		}
	}
	// Later changes that undid each other, or were undone, leave it as it was.
	if !bytes.Equal(h.live(), after) {
		return w.touched(t, id, h)
	}
	if t.entity == EntityKind || t.entity == EntityTerm {
		w.s.forget()
	}
	switch {
	case before == nil:
		if err := w.unused(t, id, title, h.n); err != nil {
			return err
		}
		return w.bury(t, id, title, h, true)
	case bytes.Equal(h.digest, before):
		if err := w.revive(t, h.n); err != nil {
			return err
		}
		return w.bury(t, id, title, h, false)
	}
	var payload []byte
	err = w.row(`SELECT body FROM payload WHERE digest = ?`, before).Scan(&payload)
	if errors.Is(err, sql.ErrNoRows) {
		return say(ErrCorrupt, "an earlier state of %s %s is missing from the file: run sitmap check, and restore a backup", t.entity, id)
	}
	if err != nil {
		return err
	}
	if _, err := w.supersede(t, id, h); err != nil {
		return err
	}
	m, err := w.record(t, id, title, h, h.live(), before)
	if err != nil {
		return err
	}
	return t.restore(w, h.n, m, payload)
}

// touched says which later change is in the way.
func (w *writer) touched(t *table, id string, h head) error {
	title, err := titleOf(background, w.q, t, id)
	if err != nil {
		return err
	}
	var ms int64
	var by string
	if err := w.row(`SELECT time, who FROM change WHERE n = ?`, h.change.Int64).Scan(&ms, &by); err != nil {
		return fmt.Errorf("reading the history: %w", missing(err))
	}
	at := unixMillis(ms).Local()
	if by == "" {
		by = "somebody"
	}
	return say(ErrConflict, "this cannot be undone: %s ‘%s’ was changed later by %s on %s at %s; undo that first, or edit it",
		t.entity, title, by, at.Format("2 January 2006"), at.Format("15:04"))
}

// revive takes the tombstones off what an event, item or actor names, before it
// comes back itself.
func (w *writer) revive(t *table, n int64) error {
	var query string
	switch t.entity {
	case EntityEvent:
		query = `SELECT 'actor', a.id FROM actor a WHERE a.deleted = 1 AND (a.n IN (SELECT actor FROM party WHERE event = ?1)
				OR a.n IN (SELECT according_to FROM claim WHERE event = ?1))
			UNION SELECT 'item', i.id FROM item i WHERE i.deleted = 1 AND i.n IN (SELECT item FROM citation WHERE event = ?1)
			UNION SELECT 'series', s.id FROM series s JOIN event e ON e.series = s.n WHERE s.deleted = 1 AND e.n = ?1
			UNION SELECT 'kind', k.code FROM kind k JOIN event e ON e.kind = k.code WHERE k.deleted = 1 AND e.n = ?1`
	case EntityItem:
		query = `SELECT 'outlet', o.id FROM outlet o JOIN item i ON i.outlet = o.n WHERE o.deleted = 1 AND i.n = ?1`
	case EntityActor:
		query = `SELECT 'actor', f.id FROM actor f JOIN actor a ON a.acts_for = f.n WHERE f.deleted = 1 AND a.n = ?1`
	default:
		return nil
	}
	rows, err := w.q.QueryContext(background, query, n)
	if err != nil {
		return err
	}
	type named struct {
		entity Entity
		id     string
	}
	var gone []named
	err = scanAll(rows, func() error {
		var x named
		err := rows.Scan(&x.entity, &x.id)
		gone = append(gone, x)
		return err
	})
	if err != nil {
		return err
	}
	for _, x := range gone {
		t := tables[x.entity]
		h, _, err := w.head(t, x.id)
		if err != nil {
			return err
		}
		title, err := titleOf(background, w.q, t, x.id)
		if err != nil {
			return err
		}
		if err := w.revive(t, h.n); err != nil {
			return err
		}
		if err := w.bury(t, x.id, title, h, false); err != nil {
			return err
		}
	}
	return nil
}
