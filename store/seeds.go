package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"sync"

	_ "modernc.org/sqlite" // the driver
)

// seeds are the digests of the records that the migrations bring along, by entity
// and id, read from an empty store in memory.
var seeds = sync.OnceValue(func() map[string]digest {
	out := map[string]digest{}
	ctx := context.Background()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return out
	}
	defer func() { _ = db.Close() }()
	conn, err := db.Conn(ctx)
	if err != nil {
		return out
	}
	defer func() { _ = conn.Close() }()
	all, err := migrations()
	if err != nil {
		return out
	}
	for _, m := range all {
		if _, err := conn.ExecContext(ctx, m.script); err != nil {
			return out
		}
	}
	c := &checker{ctx: ctx, conn: conn, r: newReader(conn)}
	for _, e := range []Entity{EntityKind, EntityTerm, EntitySetting} {
		list, err := c.recordStates(tables[e], 0, 1<<40)
		if err != nil {
			return out
		}
		for _, x := range list {
			if payload, _, err := tables[e].payload(c.r, x.n); err == nil {
				out[string(e)+"/"+x.id] = sha256.Sum256(payload)
			}
		}
	}
	return out
})
