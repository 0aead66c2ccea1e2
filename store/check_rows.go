package store

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"maps"
	"slices"
)

// entities in the order in which they are checked.
var entities = []Entity{
	EntityKind, EntityTerm, EntitySetting, EntityLayer, EntityView, EntityLayout, EntitySeries, EntityOutlet, EntityItem, EntityActor, EntityEvent,
}

// recordState is a row's head beside the item it names.
type recordState struct {
	head
	id            string
	entity        sql.NullString
	record        sql.NullString
	itemRevision  sql.NullInt64
	before, after []byte
}

// recordStates reads the heads of the rows numbered from to to.
func (c *checker) recordStates(t *table, from, to int64) ([]recordState, error) {
	var list []recordState
	err := c.each(`SELECT t.n, `+t.id+`, t.revision, t.change, t.item, t.deleted, i.entity, i.record, i.revision, i.before, i.after
		FROM `+t.name+` t LEFT JOIN change_item i ON i.change = t.change AND i.pos = t.item
		WHERE t.n BETWEEN ? AND ? ORDER BY t.n`, []any{from, to}, func(scan func(...any) error) error {
		var x recordState
		err := scan(&x.n, &x.id, &x.revision, &x.change, &x.item, &x.deleted, &x.entity, &x.record, &x.itemRevision, &x.before, &x.after)
		list = append(list, x)
		return err
	})
	return list, err
}

// one compares a row's head and content with the history.
func (c *checker) one(t *table, x recordState, payload []byte, title string) {
	where := string(t.entity) + " " + x.id
	sum := sha256.Sum256(payload)
	if !x.change.Valid {
		if seeded, ok := seeds()[string(t.entity)+"/"+x.id]; !ok || seeded != sum {
			c.bad(where, "‘%s’ was altered past the history: it is not what Sitmap came with", title)
		}
		return
	}
	content := x.after
	if content == nil {
		content = x.before
	}
	switch {
	case !x.record.Valid:
		c.bad(where, "‘%s’ names a change (%d) that is not in the history", title, x.change.Int64)
	case x.record.String != x.id || x.entity.String != string(t.entity):
		c.bad(where, "‘%s’ names a change (%d) of another record", title, x.change.Int64)
	case x.itemRevision.Int64 != x.revision:
		c.bad(where, "‘%s’ says it is at revision %d; the history says %d", title, x.revision, x.itemRevision.Int64)
	case x.deleted != (x.after == nil) && x.deleted:
		c.bad(where, "‘%s’ is marked as deleted, past the history", title)
	case x.deleted != (x.after == nil):
		c.bad(where, "‘%s’ was deleted, but the mark was taken off past the history", title)
	case !bytes.Equal(sum[:], content):
		c.bad(where, "‘%s’ was altered past the history: it is not what change %d left", title, x.change.Int64)
	}
}

// records compares all rows but those of events.
func (c *checker) records() error {
	there := map[string]bool{}
	for _, e := range entities {
		if e == EntityEvent {
			continue
		}
		t := tables[e]
		var last sql.NullInt64
		if err := c.conn.QueryRowContext(c.ctx, `SELECT max(n) FROM `+t.name).Scan(&last); err != nil {
			return err
		}
		for from := int64(0); last.Valid && from <= last.Int64; from += batch {
			list, err := c.recordStates(t, from, from+batch-1)
			if err != nil {
				return err
			}
			for _, x := range list {
				there[string(e)+"/"+x.id] = true
				payload, title, err := t.payload(c.r, x.n)
				if err != nil {
					if err := c.unreadable(t, x.id, err); err != nil {
						return err
					}
					continue
				}
				c.one(t, x, payload, title)
			}
			c.r.forget()
			if err := c.ctx.Err(); err != nil {
				return err
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(seeds())) {
		if !there[id] {
			c.bad("vocabulary", "%s, which Sitmap came with, is missing from the file", id)
		}
	}
	return nil
}

// unreadable says that a record cannot be read, and goes on.
func (c *checker) unreadable(t *table, id string, err error) error {
	if c.ctx.Err() != nil {
		return c.ctx.Err()
	}
	c.bad(string(t.entity)+" "+id, "cannot be read: %v", err)
	return nil
}

// events compares the rows of events, and what is computed from them, in the order
// in which they lie in the file.
func (c *checker) events() error {
	t := tables[EntityEvent]
	var last sql.NullInt64
	if err := c.conn.QueryRowContext(c.ctx, `SELECT max(n) FROM event`).Scan(&last); err != nil {
		return err
	}
	forms, err := c.forms()
	if err != nil {
		return err
	}
	for from := int64(0); last.Valid && from <= last.Int64; from += batch {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		states, err := c.recordStates(t, from, from+batch-1)
		if err != nil {
			return err
		}
		rows, err := c.r.eventsBare(c.ctx, eventRange(from, from+batch-1))
		if err != nil {
			// One of them is damaged: read them one by one to name it.
			if rows, err = c.oneByOne(t, states); err != nil {
				return err
			}
		}
		points, err := c.points(from, from+batch-1)
		if err != nil {
			return err
		}
		links, err := c.links(from, from+batch-1)
		if err != nil {
			return err
		}
		byNumber := make(map[int64]*row, len(rows))
		for _, x := range rows {
			byNumber[x.n] = x
		}
		for _, st := range states {
			x := byNumber[st.n]
			if x == nil {
				continue
			}
			payload, err := encode(x.Value)
			if err != nil {
				c.bad("event "+st.id, "cannot be read: %v", err)
				continue
			}
			c.one(t, st, payload, x.Value.Title)
			c.onePoint(x, points[st.n])
			c.oneLinks(x, forms[x.Value.Kind], links[st.n])
			c.eventTexts.add(eventText(&x.Value))
		}
		c.advance(int64(len(states)))
	}
	return nil
}

func (c *checker) oneByOne(t *table, states []recordState) ([]*row, error) {
	var rows []*row
	for _, st := range states {
		x, err := c.r.eventBare(c.ctx, st.n)
		if err != nil {
			if err := c.unreadable(t, st.id, err); err != nil {
				return nil, err
			}
			continue
		}
		rows = append(rows, x)
	}
	return rows, nil
}

// states finds earlier states that are not kept, and kept ones that were altered.
func (c *checker) states() error {
	err := c.each(`SELECT digest, body FROM payload`, nil, func(scan func(...any) error) error {
		var digest, body []byte
		if err := scan(&digest, &body); err != nil {
			return err
		}
		if sum := sha256.Sum256(body); !bytes.Equal(sum[:], digest) {
			c.bad("history", "the earlier state %s was altered", hex.EncodeToString(digest[:6]))
		}
		return c.ctx.Err()
	})
	if err != nil {
		return err
	}
	for _, e := range entities {
		t := tables[e]
		// What the rows still hold needs no copy.
		err := c.each(`SELECT i.change, i.record FROM change_item i
			JOIN `+t.name+` t ON `+t.record+`
			LEFT JOIN change_item h ON h.change = t.change AND h.pos = t.item
			WHERE i.entity = ? AND i.prev_change IS NOT NULL AND i.before IS NOT NULL
				AND i.before IS NOT coalesce(h.after, h.before)
				AND NOT EXISTS (SELECT 1 FROM payload p WHERE p.digest = i.before)`, []any{string(e)}, func(scan func(...any) error) error {
			var n int64
			var record string
			err := scan(&n, &record)
			c.bad(string(e)+" "+record, "its state before change %d is missing from the history", n)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) attachments() error {
	var ns []int64
	err := c.each(`SELECT n FROM attachment ORDER BY n`, nil, func(scan func(...any) error) error {
		var n int64
		err := scan(&n)
		ns = append(ns, n)
		return err
	})
	if err != nil {
		return err
	}
	for _, n := range ns {
		var sum string
		var body []byte
		err := c.conn.QueryRowContext(c.ctx, `SELECT sha256, body FROM attachment WHERE n = ?`, n).Scan(&sum, &body)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return err
		}
		if is := sha256.Sum256(body); hex.EncodeToString(is[:]) != sum {
			c.bad("attachment "+sum, "was altered: its content has another SHA-256")
		}
	}
	return nil
}

func (c *checker) publications() error {
	return c.each(`SELECT p.id, p.head, c.hash IS NOT NULL FROM publication p LEFT JOIN change c ON lower(hex(c.hash)) = p.head_hash AND c.n = p.head
		WHERE p.head <> 0 OR p.head_hash <> ''`, nil, func(scan func(...any) error) error {
		var id string
		var n int64
		var there bool
		if err := scan(&id, &n, &there); err != nil {
			return err
		}
		if !there {
			c.bad("publication "+id, "was made when change %d was the newest, with a hash that is not in the history", n)
		}
		return nil
	})
}
