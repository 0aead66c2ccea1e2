package store

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"unicode/utf8"
)

// normalDefinition shares no memory with the caller's and has its body compact, the
// one form in which equal definitions are equal bytes. What is no JSON is left for
// validation to name.
func normalDefinition(d Definition) Definition {
	var b bytes.Buffer
	if len(d.Body) <= MaxDefinitionBytes && json.Compact(&b, d.Body) == nil {
		d.Body = b.Bytes()
		return d
	}
	d.Body = slices.Clone(d.Body)
	return d
}

func (v *validator) definition(d *Definition) {
	if !d.Entity.IsDefinition() {
		v.bad("the definition's entity %s is not one of layer, view, layout", quoted(string(d.Entity)))
		return
	}
	name := string(d.Entity)
	v.uuid(name+".id", d.ID)
	v.required(name+".name", d.Name)
	switch {
	case len(d.Body) > MaxDefinitionBytes:
		v.bad("%s.definition has %d bytes; the limit is %d", name, len(d.Body), MaxDefinitionBytes)
	case !json.Valid(d.Body) || d.Body[0] != '{':
		v.bad("%s.definition is not a JSON object", name)
	case !utf8.Valid(d.Body):
		v.bad("%s.definition is not written in UTF-8", name)
	case checkDepth(d.Body) != nil:
		v.bad("%s.definition is nested more than %d deep", name, maxDepth)
	}
}

func (w *writer) putDefinition(d Definition, base *int64) error {
	return w.putPlain(tables[d.Entity], d.ID, d.Name, d, base, func(n int64, m meta) (int64, error) { return w.definitionRow(n, m, d) })
}

func (w *writer) definitionRow(n int64, m meta, d Definition) (int64, error) {
	return w.insert(insertOrReplace(n)+` INTO `+tables[d.Entity].name+` (n, id, name, position, definition, revision, change, item, deleted) VALUES (`+marks(9)+`)`,
		orNull(n), d.ID, d.Name, d.Position, string(d.Body), m.revision, m.change, m.item, flag(m.deleted))
}

// definitionTable is how one sort of definition is kept.
func definitionTable(e Entity) *table {
	return &table{
		entity: e, name: string(e), title: "name", id: "t.id", record: "t.id = i.record", key: byColumn("id"),
		payload: func(r *reader, n int64) ([]byte, string, error) {
			d, err := r.definition(context.Background(), e, n)
			if err != nil {
				return nil, "", err
			}
			b, err := encode(d)
			return b, d.Name, err
		},
		restore: func(w *writer, n int64, m meta, payload []byte) error {
			d := Definition{}
			if err := decode(payload, &d); err != nil {
				return err
			}
			d.Entity = e
			_, err := w.definitionRow(n, m, d)
			return err
		},
	}
}
