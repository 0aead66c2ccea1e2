package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
)

// payloadThen is the canonical JSON that record n held.
func (r *reader) payloadThen(ctx context.Context, t *table, n int64, x then) ([]byte, error) {
	var body []byte
	err := r.q.QueryRowContext(ctx, `SELECT body FROM payload WHERE digest = ?`, x.digest).Scan(&body)
	if !errors.Is(err, sql.ErrNoRows) {
		return body, err
	}
	// A state that came back, or that a tombstone stands on, is what the rows hold.
	body, title, err := t.payload(newReader(r.q), n)
	if err != nil {
		return nil, err
	}
	if d := sha256.Sum256(body); !bytes.Equal(d[:], x.digest) {
		return nil, say(ErrCorrupt, "an earlier state of ‘%s’ is missing from the file: run sitmap check, and restore a backup", title)
	}
	return body, nil
}

// recordThen decodes what record n held. A record that was not there is one that the
// file names without having it.
func recordThen[T any](ctx context.Context, r *reader, e Entity, n int64, x then) (v T, err error) {
	if !x.there() {
		return v, missing(sql.ErrNoRows)
	}
	body, err := r.payloadThen(ctx, tables[e], n, x)
	if err != nil {
		return v, err
	}
	return v, decode(body, &v)
}

func (r *reader) actorThen(ctx context.Context, n int64, x then, whole bool, depth int) (Actor, error) {
	a, err := recordThen[Actor](ctx, r, EntityActor, n, x)
	if err != nil || a.ActsFor == nil || !whole || depth > maxActsFor {
		return a, err
	}
	acts, err := r.numberOf(ctx, "actor", a.ActsFor.ID)
	if err != nil {
		return a, err
	}
	f, err := r.actorDeep(ctx, acts, true, depth+1)
	a.ActsFor = &f
	return a, err
}

func (r *reader) itemThen(ctx context.Context, n int64, x then, whole bool) (Item, error) {
	it, err := recordThen[Item](ctx, r, EntityItem, n, x)
	if err != nil || it.Outlet == nil || !whole {
		return it, err
	}
	outlet, err := r.numberOf(ctx, "outlet", it.Outlet.ID)
	if err != nil {
		return it, err
	}
	o, err := r.outlet(ctx, outlet)
	it.Outlet = &o
	return it, err
}

// eventThen reads an event as it was, whole but for the inline records.
func (r *reader) eventThen(ctx context.Context, n int64, x then) (*row, error) {
	body, err := r.payloadThen(ctx, tables[EntityEvent], n, x)
	if err != nil {
		return nil, err
	}
	v, err := DecodeEvent(body)
	if err != nil {
		return nil, err
	}
	out, err := r.rowOf(ctx, v)
	if err != nil {
		return nil, err
	}
	l, err := r.localThen(ctx, x)
	if err != nil {
		return nil, err
	}
	out.n, out.revision, out.digest = n, x.revision, x.digest
	out.Stored = storedAs(out.Value, l)
	return out, nil
}

// rowsThen puts events as they were in the place of those that changed since, and
// leaves out those that were not there.
func (r *reader) rowsThen(ctx context.Context, rows []*row) ([]*row, error) {
	if r.then == nil {
		return rows, nil
	}
	kept := rows[:0]
	for _, x := range rows {
		t, touched := r.then.of(EntityEvent, x.n)
		switch {
		case !touched:
		case !t.there():
			continue
		default:
			var err error
			if x, err = r.eventThen(ctx, x.n, t); err != nil {
				return nil, fmt.Errorf("reading earlier states of events: %w", err)
			}
		}
		kept = append(kept, x)
	}
	return kept, nil
}

// localThen is how a record stood in this store.
func (r *reader) localThen(ctx context.Context, x then) (localScan, error) {
	l := localScan{revision: x.revision}
	if !x.change.Valid {
		return l, nil
	}
	made, ok := r.made[x.change.Int64]
	if !ok {
		err := r.q.QueryRowContext(ctx, `SELECT time, who FROM change WHERE n = ?`, x.change.Int64).Scan(&made.time, &made.by)
		if err != nil {
			return l, missing(err)
		}
		if r.made == nil || len(r.made) >= maxKept {
			r.made = map[int64]localScan{}
		}
		r.made[x.change.Int64] = made
	}
	l.time, l.by = made.time, made.by
	return l, nil
}

// rowOf finds the numbers of the records that an event names by their ids.
func (r *reader) rowOf(ctx context.Context, v Event) (_ *row, err error) {
	x := &row{Stored: Stored[Event]{Value: v}}
	for i := range v.Parties {
		n, err := r.numberOf(ctx, "actor", v.Parties[i].Actor.ID)
		if err != nil {
			return nil, err
		}
		x.parties = append(x.parties, n)
	}
	for i := range v.Claims {
		var n int64
		if a := v.Claims[i].AccordingTo; a != nil {
			if n, err = r.numberOf(ctx, "actor", a.ID); err != nil {
				return nil, err
			}
		}
		x.claims = append(x.claims, n)
	}
	for i := range v.Citations {
		n, err := r.numberOf(ctx, "item", v.Citations[i].Item.ID)
		if err != nil {
			return nil, err
		}
		x.citations = append(x.citations, n)
	}
	if v.Series != nil {
		if x.series, err = r.numberOf(ctx, "series", v.Series.ID); err != nil {
			return nil, err
		}
	}
	return x, nil
}

// numberOf is the number of a record in its table, by its id.
func (r *reader) numberOf(ctx context.Context, table, id string) (n int64, err error) {
	key := table + " " + id
	if n, ok := r.ids[key]; ok {
		return n, nil
	}
	err = r.q.QueryRowContext(ctx, `SELECT n FROM `+table+` WHERE id = ?`, id).Scan(&n)
	if err == nil {
		keep(&r.ids, key, n)
	}
	return n, missing(err)
}
