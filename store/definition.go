package store

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
)

// MaxDefinitionBytes bounds the JSON of one definition.
const MaxDefinitionBytes = 1 << 20

// Definition is something the analyst set up and named beside the events: a layer
// of the map, a saved view, the layout of a picture. The store keeps its body as it
// is, compact, and does not know what it says.
type Definition struct {
	Entity   Entity          `json:"-"`  // EntityLayer, EntityView or EntityLayout
	ID       string          `json:"id"` // UUID; empty: a new one is made
	Name     string          `json:"name"`
	Position int             `json:"position,omitempty"` // the order among those of its sort, lowest first
	Body     json.RawMessage `json:"definition"`         // a JSON object of at most MaxDefinitionBytes
}

// definitions are the entities that are kept as definitions.
var definitions = []Entity{EntityLayer, EntityView, EntityLayout}

// IsDefinition reports whether records of the entity are definitions.
func (e Entity) IsDefinition() bool { return slices.Contains(definitions, e) }

// Definitions returns all definitions of one sort by position, then name.
func (s *Store) Definitions(ctx context.Context, e Entity) ([]Stored[Definition], error) {
	return definitionsOf(ctx, s, e)
}

func definitionsOf(ctx context.Context, m moment, e Entity) ([]Stored[Definition], error) {
	if !e.IsDefinition() {
		return nil, invalid("records of sort %s are no definitions", quoted(string(e)))
	}
	return all(ctx, m, e, func(r *reader, n int64) (Definition, error) {
		return r.definition(ctx, e, n)
	}, func(a, b Stored[Definition]) int {
		return cmp.Or(cmp.Compare(a.Value.Position, b.Value.Position),
			byNameThenID(a.Value.Name, b.Value.Name, a.Value.ID, b.Value.ID))
	})
}

func (r *reader) definition(ctx context.Context, e Entity, n int64) (Definition, error) {
	d := Definition{Entity: e}
	if x, touched := r.then.of(e, n); touched {
		d, err := recordThen[Definition](ctx, r, e, n, x)
		d.Entity = e
		return d, err
	}
	var body []byte
	err := r.q.QueryRowContext(ctx, `SELECT id, name, position, definition FROM `+tables[e].name+` WHERE n = ?`, n).
		Scan(&d.ID, &d.Name, &d.Position, &body)
	d.Body = body
	return d, missing(err)
}
