package jsonscan

import (
	"bytes"
	"encoding/json"
	"iter"
)

// Members yields the members of an object that [encoding/json.Valid] accepted:
// name and value, the value as it stands. Anything but an object has none.
func Members(object []byte) iter.Seq2[string, json.RawMessage] {
	return func(yield func(string, json.RawMessage) bool) {
		i := space(object, 0)
		if i >= len(object) || object[i] != '{' {
			return
		}
		i = space(object, i+1)
		for i < len(object) && object[i] == '"' {
			end := skip(object, i)
			name, ok := String(object[i:end])
			colon := space(object, end)
			if !ok || colon >= len(object) {
				return // not what Valid accepts
			}
			i = space(object, colon+1)
			end = skip(object, i)
			if !yield(name, json.RawMessage(object[i:end])) {
				return
			}
			i = space(object, end)
			if i < len(object) && object[i] == ',' {
				i = space(object, i+1)
			}
		}
	}
}

// Elements yields the elements of a valid array.
func Elements(array []byte) iter.Seq[json.RawMessage] {
	return func(yield func(json.RawMessage) bool) {
		i := space(array, 0)
		if i >= len(array) || array[i] != '[' {
			return
		}
		i = space(array, i+1)
		for i < len(array) && array[i] != ']' {
			end := skip(array, i)
			if !yield(json.RawMessage(array[i:end])) {
				return
			}
			i = space(array, end)
			if i < len(array) && array[i] == ',' {
				i = space(array, i+1)
			}
		}
	}
}

// String reads a JSON string; ok is false for any other value.
func String(raw []byte) (s string, ok bool) {
	if len(raw) < 2 || raw[0] != '"' || raw[len(raw)-1] != '"' {
		return "", false
	}
	return unquote(raw), true
}

func unquote(raw []byte) string {
	inner := raw[1 : len(raw)-1]
	if bytes.IndexByte(inner, '\\') < 0 {
		return string(inner)
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		return string(inner)
	}
	return s
}

func space(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\t' || b[i] == '\n' || b[i] == '\r') {
		i++
	}
	return i
}

// skip gives the position behind the value that starts at i.
func skip(b []byte, i int) int {
	depth := 0
	for i < len(b) {
		switch b[i] {
		case '"':
			for i++; i < len(b) && b[i] != '"'; i++ {
				if b[i] == '\\' {
					i++
				}
			}
			i++
			if depth == 0 {
				return min(i, len(b))
			}
			continue
		case '{', '[':
			depth++
		case '}', ']':
			depth--
			if depth <= 0 {
				if depth < 0 {
					return i
				}
				return i + 1
			}
		case ',', ':', ' ', '\t', '\n', '\r':
			if depth == 0 {
				return i
			}
		}
		i++
	}
	return len(b)
}
