package store

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"sync"
)

// since is which records changes after a moment touched, and how each stood at the
// moment. It never changes: what is recorded meanwhile makes another.
type since struct {
	to      int64 // newest change that was looked at
	records map[Entity]map[int64]then

	events []int64 // numbers of touched events that were there, ascending

	texts  sync.Mutex
	found  *pastTexts  // nil: nobody looked for a word yet
	chains *pastChains // nil: nobody asked yet
}

// then is how a record stood.
type then struct {
	digest   []byte // of its payload; nil: it was not there, or was deleted
	revision int64
	change   sql.NullInt64 // that made the revision; null: seeded by a migration
}

func (t then) there() bool { return t.digest != nil }

// of tells how a record stood, false where no later change touched it.
func (s *since) of(e Entity, n int64) (then, bool) {
	if s == nil {
		return then{}, false
	}
	t, touched := s.records[e][n]
	return t, touched
}

// upTo looks at the changes up to the newest one of the state that q reads.
func (p *Past) upTo(ctx context.Context, q queryer) (*since, error) {
	var newest int64
	if err := q.QueryRowContext(ctx, `SELECT coalesce(max(n), 0) FROM change`).Scan(&newest); err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	have := p.seen
	if have != nil && have.to >= newest {
		return have, nil
	}
	next := &since{to: newest, records: map[Entity]map[int64]then{}}
	from := p.head.Seq
	if have != nil {
		from = have.to
	}
	fresh, err := touched(ctx, q, from)
	if err != nil {
		return nil, fmt.Errorf("reading the history: %w", err)
	}
	for e := range tables {
		switch old, more := (map[int64]then)(nil), fresh[e]; {
		case have != nil && len(have.records[e]) > 0:
			old = have.records[e]
			if len(more) == 0 {
				next.records[e] = old
				continue
			}
			next.records[e] = maps.Clone(old)
			for n, t := range more {
				if _, known := old[n]; !known { // what came first tells how it stood
					next.records[e][n] = t
				}
			}
		case len(more) > 0:
			next.records[e] = more
		}
	}
	for n, t := range next.records[EntityEvent] {
		if t.there() {
			next.events = append(next.events, n)
		}
	}
	slices.Sort(next.events)
	p.seen = next
	return next, nil
}

// touched finds the records that changes after one touched, and how each stood before
// the first of them.
func touched(ctx context.Context, q queryer, after int64) (map[Entity]map[int64]then, error) {
	rows, err := q.QueryContext(ctx, `SELECT DISTINCT entity FROM change_item WHERE change > ?`, after)
	if err != nil {
		return nil, err
	}
	var entities []Entity
	err = scanAll(rows, func() error {
		var e Entity
		err := rows.Scan(&e)
		entities = append(entities, e)
		return err
	})
	if err != nil {
		return nil, err
	}
	out := map[Entity]map[int64]then{}
	for _, e := range entities {
		t, ok := tables[e]
		if !ok {
			return nil, say(ErrNewer, "the history has records of sort %s, which this version of Sitmap does not know: open the file with a newer one", quoted(string(e)))
		}
		list := map[int64]then{}
		// The history is the outer loop, whatever SQLite thinks of its length.
		rows, err := q.QueryContext(ctx, `SELECT t.n, i.before, i.revision - 1, i.prev_change
			FROM change_item i CROSS JOIN `+t.name+` t ON `+t.record+`
			WHERE i.change > ? AND i.entity = ? ORDER BY i.change, i.pos`, after, string(e))
		if err != nil {
			return nil, err
		}
		err = scanAll(rows, func() error {
			var n int64
			var x then
			if err := rows.Scan(&n, &x.digest, &x.revision, &x.change); err != nil {
				return err
			}
			if _, known := list[n]; !known {
				list[n] = x
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		out[e] = list
	}
	return out, nil
}
