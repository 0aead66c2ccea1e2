package store

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"fmt"
)

// chain recomputes the hash of every change from what it covers.
func (c *checker) chain() error {
	type changeRow struct {
		n, items int64
		undoes   sql.NullInt64
		hash     []byte
		link     link
	}
	next := int64(1)
	for {
		var list []changeRow
		err := c.each(`SELECT n, origin, seq, time, who, reason, note, undoes, items, hash FROM change WHERE n >= ? ORDER BY n LIMIT 1000`,
			[]any{next}, func(scan func(...any) error) error {
				var x changeRow
				var ms int64
				l := &x.link
				if err := scan(&x.n, &l.origin, &l.seq, &ms, &l.who, &l.reason, &l.note, &x.undoes, &x.items, &x.hash); err != nil {
					return err
				}
				l.time = unixMillis(ms)
				list = append(list, x)
				return nil
			})
		if err != nil || len(list) == 0 {
			return err
		}
		for _, x := range list {
			if err := c.ctx.Err(); err != nil {
				return err
			}
			for ; next < x.n; next++ {
				c.bad(fmt.Sprintf("change %d", next), "is missing from the history")
				if next+maxProblems < x.n {
					next = x.n - 1 // not a problem for each of a million
				}
			}
			next = x.n + 1
			if err := c.oneChange(x.n, x.items, x.undoes, x.hash, x.link); err != nil {
				return err
			}
		}
	}
}

func (c *checker) oneChange(n, items int64, undoes sql.NullInt64, hash []byte, l link) error {
	where := fmt.Sprintf("change %d", n)
	parents := 0
	err := c.each(`SELECT p.parent, c.hash FROM change_parent p LEFT JOIN change c ON c.n = p.parent WHERE p.change = ? ORDER BY p.pos`,
		[]any{n}, func(scan func(...any) error) error {
			var parent int64
			var h []byte
			if err := scan(&parent, &h); err != nil {
				return err
			}
			parents++
			l.parents = append(l.parents, h)
			return nil
		})
	if err != nil {
		return err
	}
	if n > 1 && parents == 0 {
		c.bad(where, "does not say which change it follows")
	}
	if undoes.Valid {
		err := c.conn.QueryRowContext(c.ctx, `SELECT hash FROM change WHERE n = ?`, undoes.Int64).Scan(&l.undoes)
		if err != nil && err != sql.ErrNoRows {
			return err
		}
	}
	digests := sha256.New()
	err = c.each(`SELECT pos, entity, record, revision, version, before, after FROM change_item WHERE change = ? ORDER BY pos`,
		[]any{n}, func(scan func(...any) error) error {
			var pos, revision, version int64
			var entity Entity
			var record string
			var before, after []byte
			if err := scan(&pos, &entity, &record, &revision, &version, &before, &after); err != nil {
				return err
			}
			if pos != l.items {
				c.bad(where, "item %d is missing", l.items+1)
			}
			l.items = pos + 1
			d := itemDigest(entity, record, revision, version, before, after)
			digests.Write(d[:])
			if pos%4096 == 4095 {
				c.advance(4096)
			}
			return nil
		})
	if err != nil {
		return err
	}
	c.advance(l.items % 4096)
	if l.items != items {
		c.bad(where, "has %d items where %d were written", l.items, items)
	}
	l.itemsDigest = digests.Sum(nil)
	if !bytes.Equal(l.hash(), hash) {
		c.bad(where, "was altered: its hash does not fit what it says (by %s on %s, %s)",
			orSomebody(l.who), l.time.Format("2 January 2006 15:04 UTC"), l.reason)
	}
	return nil
}

func orSomebody(who string) string {
	if who == "" {
		return "somebody"
	}
	return who
}

// loose finds items of the history that belong to no record, and changes that no
// later one follows.
func (c *checker) loose() error {
	err := c.each(`SELECT c.n FROM change c WHERE c.n < (SELECT max(n) FROM change)
		AND NOT EXISTS (SELECT 1 FROM change_parent p WHERE p.parent = c.n)`, nil, func(scan func(...any) error) error {
		var n int64
		err := scan(&n)
		c.bad(fmt.Sprintf("change %d", n), "is followed by no other, though it is not the newest")
		return err
	})
	if err != nil {
		return err
	}
	// Within a record's own history each item goes on from the one before it.
	err = c.each(`SELECT i.change, i.entity, i.record FROM change_item i
		LEFT JOIN change_item p ON p.change = i.prev_change AND p.pos = i.prev_pos
		WHERE i.prev_change IS NOT NULL AND (p.change IS NULL OR p.entity <> i.entity OR p.record <> i.record
			OR p.revision + 1 <> i.revision OR p.after IS NOT i.before)`, nil, func(scan func(...any) error) error {
		var n int64
		var e Entity
		var record string
		err := scan(&n, &e, &record)
		c.bad(fmt.Sprintf("change %d", n), "does not go on from the state of %s %s before it", e, record)
		return err
	})
	if err != nil {
		return err
	}
	for _, e := range entities {
		t := tables[e]
		key := t.record
		err := c.each(`SELECT i.record FROM change_item i WHERE i.entity = ? AND i.prev_change IS NULL
			AND NOT EXISTS (SELECT 1 FROM `+t.name+` t WHERE `+key+`)`, []any{string(e)}, func(scan func(...any) error) error {
			var record string
			err := scan(&record)
			c.bad(string(e)+" "+record, "is in the history, but missing from the file")
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
