package store

import (
	"context"
	"strings"
)

// What is in use cannot be deleted, but retired: forms offer it no more, and what is
// recorded with it stays as it is. Each retirement is a setting of its own, so that it
// is a change of the history that can be undone, and travels with copies.

// retiredPrefix begins the names of those settings: "retired kind/strike".
const retiredPrefix = "retired "

// Retired are the records that forms offer no more.
type Retired map[string]bool

// Has reports whether a record is retired; the id of a term is "vocabulary/code".
func (r Retired) Has(e Entity, id string) bool { return r[string(e)+"/"+id] }

// TermID is the id of a term as a record: its vocabulary and its code.
func TermID(t Term) string { return termID(&t) }

// Retired reads which records are retired.
func (s *Store) Retired(ctx context.Context) (Retired, error) {
	out := Retired{}
	rows, err := s.read.QueryContext(ctx, `SELECT name FROM setting WHERE name >= ?1 AND name < ?1 || char(0x10ffff) AND value <> '' AND deleted = 0`, retiredPrefix)
	if err != nil {
		return nil, explain("reading what is retired in", s.path, err)
	}
	err = scanAll(rows, func() error {
		var name string
		err := rows.Scan(&name)
		out[strings.TrimPrefix(name, retiredPrefix)] = true
		return err
	})
	return out, explain("reading what is retired in", s.path, err)
}

// Retire has forms offer a kind, a term or an actor no more, or again.
func (s *Store) Retire(ctx context.Context, e Entity, id string, retired bool) (Change, error) {
	if e != EntityKind && e != EntityTerm && e != EntityActor {
		return Change{}, invalid("records of sort %s cannot be retired", quoted(string(e)))
	}
	value := ""
	if retired {
		value = "yes"
	}
	return s.SetSetting(ctx, retiredPrefix+string(e)+"/"+id, value)
}

// RetiredIn says which record a setting retires, if it is one that does.
func RetiredIn(setting string) (e Entity, id string, ok bool) {
	rest, ok := strings.CutPrefix(setting, retiredPrefix)
	if !ok {
		return "", "", false
	}
	sort, id, ok := strings.Cut(rest, "/")
	return Entity(sort), id, ok
}

// Uses counts the live records that need one, which keep it from being deleted.
func (s *Store) Uses(ctx context.Context, e Entity, id string) (n int64, err error) {
	t, ok := tables[e]
	if !ok || t.users == "" {
		return 0, nil
	}
	err = s.snapshot(ctx, func(r *reader) error {
		h, found, err := headOf(ctx, r.q, t, id)
		if err != nil || !found {
			return err
		}
		return r.q.QueryRowContext(ctx, `SELECT count(*) FROM (`+t.users+`)`, h.n).Scan(&n)
	})
	return n, explain("reading", s.path, err)
}

// Revision is how often a record was changed, for a later [Put]; 0: it is not there.
func (s *Store) Revision(ctx context.Context, e Entity, id string) (n int64, err error) {
	t, ok := tables[e]
	if !ok {
		return 0, invalid("there are no records of sort %s", quoted(string(e)))
	}
	err = s.snapshot(ctx, func(r *reader) error {
		h, found, err := headOf(ctx, r.q, t, id)
		if found && !h.deleted {
			n = h.revision
		}
		return err
	})
	return n, explain("reading", s.path, err)
}
