package dossier

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"sitmap/app/look"
	"sitmap/app/situation"
)

// Edit is one member of a record that a change touched.
type Edit struct {
	Member string // in words: "claims › ≥ 1 killed › low"
	Before string // "": it was not there
	After  string // "": it was taken away
}

// Compare lists what differs between two states of a record, as JSON, in the order
// of the members' names. Entries of a list are told apart by their id, so that one
// more claim is one edit and not a list anew.
func Compare(before, after []byte) []Edit {
	var edits []Edit
	compare(&edits, nil, decode(before), decode(after))
	return edits
}

func decode(b []byte) any {
	if len(b) == 0 {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	var v any
	if dec.Decode(&v) != nil {
		return string(b)
	}
	return v
}

func compare(edits *[]Edit, path []string, a, b any) {
	switch av := a.(type) {
	case map[string]any:
		if bv, ok := b.(map[string]any); ok {
			compareMembers(edits, path, av, bv)
			return
		}
	case []any:
		if bv, ok := b.([]any); ok && haveIDs(av) && haveIDs(bv) {
			compareEntries(edits, path, av, bv)
			return
		}
	}
	before, after := brief(a), brief(b)
	if before != after || !same(a, b) {
		*edits = append(*edits, Edit{Member: strings.Join(path, " › "), Before: before, After: after})
	}
}

func compareMembers(edits *[]Edit, path []string, a, b map[string]any) {
	names := map[string]bool{}
	for k := range a {
		names[k] = true
	}
	for k := range b {
		names[k] = true
	}
	for _, k := range slices.Sorted(maps.Keys(names)) {
		if k != "id" {
			// An absent list is one without entries: each entry is an edit then.
			compare(edits, append(slices.Clone(path), situation.Words(k)), orEmpty(a[k], b[k]), orEmpty(b[k], a[k]))
		}
	}
}

func orEmpty(v, other any) any {
	if list, ok := other.([]any); ok && v == nil && haveIDs(list) && len(list) > 0 {
		return []any{}
	}
	return v
}

func compareEntries(edits *[]Edit, path []string, a, b []any) {
	find := func(list []any, key string) any {
		for _, x := range list {
			if entryKey(x) == key {
				return x
			}
		}
		return nil
	}
	var keys []string
	for _, x := range append(slices.Clone(a), b...) {
		if k := entryKey(x); !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	for _, k := range keys {
		x, y := find(a, k), find(b, k)
		if x != nil && y != nil {
			compare(edits, append(slices.Clone(path), brief(x)), x, y)
			continue
		}
		*edits = append(*edits, Edit{Member: strings.Join(path, " › "), Before: brief(x), After: brief(y)})
	}
}

// haveIDs reports whether every entry of a list can be told apart by name.
func haveIDs(list []any) bool {
	for _, x := range list {
		if entryKey(x) == "" {
			return false
		}
	}
	return true
}

// entryKey is what an entry of a list is known by: its own id, or, for a relation,
// its type and the event.
func entryKey(x any) string {
	m, ok := x.(map[string]any)
	if !ok {
		return ""
	}
	if id, ok := m["id"].(string); ok {
		return id
	}
	kind, _ := m["type"].(string)
	event, _ := m["event"].(string)
	return look.Join(" ", kind, event)
}

func same(a, b any) bool {
	x, errA := json.Marshal(a)
	y, errB := json.Marshal(b)
	return errA == nil && errB == nil && bytes.Equal(x, y)
}

// brief is a value in a few words.
func brief(v any) string {
	switch x := v.(type) {
	case nil:
		return ""
	case string:
		return x
	case json.Number:
		return x.String()
	case bool:
		if x {
			return "yes"
		}
		return "no"
	case []any:
		parts := make([]string, len(x))
		for i := range x {
			parts[i] = brief(x[i])
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		return briefRecord(x)
	}
	return ""
}

// briefRecord names a record by the member that people know it by.
func briefRecord(m map[string]any) string {
	text := func(k string) string { return situation.Words(brief(m[k])) }
	switch {
	case m["measure"] != nil:
		number := brief(m["low"])
		if high := brief(m["high"]); high != number {
			number = look.Join("–", number, high)
		}
		return look.Join(" ", text("qualifier"), number, brief(m["of"]), text("measure"))
	case m["actor"] != nil:
		return look.Join(": ", text("role"), brief(m["actor"]))
	case m["item"] != nil:
		return brief(m["item"])
	case m["phase"] != nil:
		return text("phase")
	case m["about"] != nil && m["value"] != nil:
		return look.Join(": ", text("about"), brief(m["value"]))
	case m["earliest"] != nil || m["latest"] != nil:
		return look.Join(", ", look.Join(" – ", brief(m["earliest"]), brief(m["latest"])), brief(m["precision"]))
	case m["type"] != nil && m["coordinates"] != nil:
		return look.Join(" ", brief(m["type"]), brief(m["coordinates"]))
	case m["type"] != nil && m["event"] != nil:
		return look.Join(" ", brief(m["type"]), brief(m["event"]))
	}
	for _, k := range []string{"title", "name", "text", "value", "id"} {
		if s := brief(m[k]); s != "" {
			return look.Join(": ", text("role"), s)
		}
	}
	b, err := json.Marshal(m)
	if err != nil {
		return ""
	}
	return string(b)
}
