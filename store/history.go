package store

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
)

const changeColumns = `c.n, c.time, c.who, c.reason, c.note, coalesce(c.undoes, 0), c.hash`

func scanChange(scan func(...any) error) (c Change, err error) {
	var ms int64
	var hash []byte
	err = scan(&c.Seq, &ms, &c.By, &c.Reason, &c.Note, &c.Undoes, &hash)
	c.Time = unixMillis(ms)
	c.Hash = hex.EncodeToString(hash)
	return c, err
}

// step is one item of a record's own history.
type step struct {
	change, pos, revision int64
	before, after         []byte
}

// steps are the items of a record, newest first.
func steps(ctx context.Context, q queryer, h head) ([]step, error) {
	var list []step
	change, item := h.change, h.item
	for change.Valid {
		s := step{change: change.Int64, pos: item.Int64}
		err := q.QueryRowContext(ctx, `SELECT revision, before, after, prev_change, prev_pos FROM change_item WHERE change = ? AND pos = ?`,
			s.change, s.pos).Scan(&s.revision, &s.before, &s.after, &change, &item)
		if err != nil {
			return nil, fmt.Errorf("reading the history: %w", missing(err))
		}
		if len(list) > 0 && s.revision >= list[len(list)-1].revision {
			return nil, say(ErrCorrupt, "the history goes round in circles: run sitmap check, and restore a backup")
		}
		list = append(list, s)
	}
	return list, nil
}

// History returns the changes of one record, oldest first, each with just its item.
// The states before and after carry the actors, items and series they name as those
// are now.
func (s *Store) History(ctx context.Context, e Entity, id string) ([]Change, error) {
	var list []Change
	err := s.snapshot(ctx, func(r *reader) error {
		t, ok := tables[e]
		if !ok {
			return say(ErrNotFound, "there is no history of records of sort %s", quoted(string(e)))
		}
		h, found, err := headOf(ctx, r.q, t, id)
		if err != nil {
			return err
		}
		if !found {
			return say(ErrNotFound, "there is no %s %s in %s", e, id, s.name())
		}
		now, title, err := t.payload(r, h.n)
		if err != nil {
			return err
		}
		all, err := steps(ctx, r.q, h)
		if err != nil {
			return err
		}
		body := func(digest []byte) ([]byte, error) {
			switch {
			case digest == nil:
				return nil, nil
			case string(digest) == string(h.digest):
				return r.fillPayload(ctx, e, now)
			}
			var b []byte
			err := r.q.QueryRowContext(ctx, `SELECT body FROM payload WHERE digest = ?`, digest).Scan(&b)
			if errors.Is(err, sql.ErrNoRows) {
				return nil, say(ErrCorrupt, "an earlier state of ‘%s’ is missing from the file: run sitmap check, and restore a backup", title)
			}
			if err != nil {
				return nil, err
			}
			return r.fillPayload(ctx, e, b)
		}
		for _, st := range slices.Backward(all) {
			c, err := scanChange(r.q.QueryRowContext(ctx, `SELECT `+changeColumns+` FROM change c WHERE c.n = ?`, st.change).Scan)
			if err != nil {
				return missing(err)
			}
			item := ChangeItem{Entity: e, ID: id, Revision: st.revision, Title: title}
			if item.Before, err = body(st.before); err != nil {
				return err
			}
			if item.After, err = body(st.after); err != nil {
				return err
			}
			c.Items = []ChangeItem{item}
			list = append(list, c)
		}
		return nil
	})
	return list, explain("reading the history of", s.path, err)
}

// fillPayload gives a payload with the records it names whole, as they are now.
func (r *reader) fillPayload(ctx context.Context, e Entity, payload []byte) ([]byte, error) {
	if e != EntityEvent {
		return payload, nil
	}
	v, err := DecodeEvent(payload)
	if err != nil {
		return nil, err
	}
	x, err := r.rowOf(ctx, v)
	if err != nil {
		return nil, err
	}
	if err := r.fill(ctx, x); err != nil {
		return nil, err
	}
	return encode(x.Value)
}

// headOf looks a record up outside a change.
func headOf(ctx context.Context, q queryer, t *table, id string) (head, bool, error) {
	where, args := t.key(id)
	var h head
	err := q.QueryRowContext(ctx, headQuery(t, where), args...).Scan(&h.n, &h.revision, &h.change, &h.item, &h.deleted, &h.digest)
	if errors.Is(err, sql.ErrNoRows) {
		return head{}, false, nil
	}
	return h, err == nil, err
}

func headQuery(t *table, where string) string {
	return `SELECT t.n, t.revision, t.change, t.item, t.deleted, coalesce(i.after, i.before) FROM ` + t.name +
		` t LEFT JOIN change_item i ON i.change = t.change AND i.pos = t.item WHERE t.` + where
}

// listed is how many items of a change are told by name.
const listed = 200

// changeWithItems reads one change and the first of its items with their titles.
func changeWithItems(ctx context.Context, q queryer, n int64) (Change, error) {
	c, err := scanChange(q.QueryRowContext(ctx, `SELECT `+changeColumns+` FROM change c WHERE c.n = ?`, n).Scan)
	if err != nil {
		return Change{}, missing(err)
	}
	rows, err := q.QueryContext(ctx, `SELECT entity, record, revision FROM change_item WHERE change = ? ORDER BY pos LIMIT ?`, n, listed)
	if err != nil {
		return Change{}, err
	}
	err = scanAll(rows, func() error {
		var it ChangeItem
		err := rows.Scan(&it.Entity, &it.ID, &it.Revision)
		c.Items = append(c.Items, it)
		return err
	})
	if err != nil {
		return Change{}, err
	}
	for i := range c.Items {
		it := &c.Items[i]
		if t, ok := tables[it.Entity]; ok {
			if it.Title, err = titleOf(ctx, q, t, it.ID); err != nil {
				return Change{}, err
			}
		}
	}
	return c, nil
}

// titleOf is what the user knows a record by; "" when it is not there.
func titleOf(ctx context.Context, q queryer, t *table, id string) (string, error) {
	where, args := t.key(id)
	var title string
	err := q.QueryRowContext(ctx, `SELECT t.`+t.title+` FROM `+t.name+` t WHERE t.`+where, args...).Scan(&title)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return title, err
}
