package draft

import (
	"bytes"
	"encoding/json"
	"fmt"

	"sitmap/store"
)

// Rebase puts what was changed between base and mine on top of theirs, the event
// as somebody else saved it meanwhile. It works on the members of the event, on
// the parts with ids of their own, and on the members of each part; where both
// changed the same member, mine is kept.
func Rebase(base, mine, theirs store.Event) (store.Event, error) {
	var b, m, t map[string]json.RawMessage
	for _, v := range []struct {
		e   store.Event
		out *map[string]json.RawMessage
	}{{base, &b}, {mine, &m}, {theirs, &t}} {
		raw, err := json.Marshal(v.e)
		if err == nil {
			err = json.Unmarshal(raw, v.out)
		}
		if err != nil {
			return store.Event{}, fmt.Errorf("comparing the two versions: %w", err)
		}
	}
	merged := mergeMembers(b, m, t, mergeMember)
	raw, err := json.Marshal(merged)
	if err != nil {
		return store.Event{}, fmt.Errorf("merging the two versions: %w", err)
	}
	var out store.Event
	if err := json.Unmarshal(raw, &out); err != nil {
		return store.Event{}, fmt.Errorf("merging the two versions: %w", err)
	}
	return out, nil
}

type members = map[string]json.RawMessage

// mergeMembers merges objects; both decides where both sides changed a member.
func mergeMembers(b, m, t members, both func(name string, b, m, t json.RawMessage) json.RawMessage) members {
	out := members{}
	for name := range union(b, m, t) {
		var v json.RawMessage
		switch {
		case bytes.Equal(m[name], b[name]):
			v = t[name]
		case bytes.Equal(t[name], b[name]):
			v = m[name]
		default:
			v = both(name, b[name], m[name], t[name])
		}
		if v != nil {
			out[name] = v
		}
	}
	return out
}

func union(maps ...members) map[string]bool {
	out := map[string]bool{}
	for _, m := range maps {
		for k := range m {
			out[k] = true
		}
	}
	return out
}

// mergeMember merges a member of the event that both sides changed.
func mergeMember(name string, b, m, t json.RawMessage) json.RawMessage {
	switch name {
	case "phases", "places", "parties", "claims", "headlines", "citations", "relations", "topics", "tags", "external_ids":
		return mergeList(b, m, t)
	case "fields", "properties":
		return marshal(mergeMembers(object(b), object(m), object(t), mine))
	}
	return m
}

func mine(_ string, _, m, _ json.RawMessage) json.RawMessage { return m }

func object(raw json.RawMessage) members {
	var out members
	if json.Unmarshal(raw, &out) != nil {
		return nil
	}
	return out
}

// list is a JSON array by the keys of its elements: their id, or for want of one
// the element itself.
type list struct {
	keys   []string
	values map[string]json.RawMessage
}

func readList(raw json.RawMessage) list {
	var elements []json.RawMessage
	out := list{values: members{}}
	if json.Unmarshal(raw, &elements) != nil {
		return out
	}
	for _, e := range elements {
		key := string(e)
		var part struct{ ID, Dataset string }
		if json.Unmarshal(e, &part) == nil && part.ID != "" {
			key = part.Dataset + "\x00" + part.ID
		}
		if _, dup := out.values[key]; !dup {
			out.keys = append(out.keys, key)
		}
		out.values[key] = e
	}
	return out
}

// mergeList keeps the order of theirs and puts my additions behind. A part that
// one side removed and the other changed stays.
func mergeList(b, m, t json.RawMessage) json.RawMessage {
	base, my, their := readList(b), readList(m), readList(t)
	merged := mergeMembers(base.values, my.values, their.values, func(_ string, b, m, t json.RawMessage) json.RawMessage {
		switch {
		case m == nil:
			return t
		case t == nil || b == nil:
			return m
		}
		return marshal(mergeMembers(object(b), object(m), object(t), mine))
	})
	out := []json.RawMessage{}
	for _, keys := range [][]string{their.keys, my.keys} {
		for _, k := range keys {
			if v, ok := merged[k]; ok {
				out = append(out, v)
				delete(merged, k)
			}
		}
	}
	return marshal(out)
}
