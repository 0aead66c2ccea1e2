package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode/utf8"
)

// MaxEventBytes bounds the JSON of one event.
const MaxEventBytes = 64 << 20

// maxDepth bounds how deep JSON may be nested; an event itself needs ten.
const maxDepth = 200

// EncodeEvent writes an event in its one canonical form: the members in the order
// of the struct, those without value left out, maps sorted, no HTML escaping, no
// line break. It is what the commands print, and what digests are taken of.
func EncodeEvent(e Event) ([]byte, error) { return encode(e) }

// DecodeEvent reads what [EncodeEvent] writes. Members it does not know, values of
// the wrong type and anything behind the object are errors in one sentence: nothing
// is dropped in silence. What the event says is not judged; see [Store.Save].
func DecodeEvent(b []byte) (Event, error) {
	if len(b) > MaxEventBytes {
		return Event{}, invalid("the event has %d bytes; the limit is %d", len(b), MaxEventBytes)
	}
	if !utf8.Valid(b) {
		return Event{}, invalid("the event is not written in UTF-8")
	}
	if err := checkDepth(b); err != nil {
		return Event{}, err
	}
	if first := bytes.TrimLeft(b, " \t\r\n"); len(first) == 0 || first[0] != '{' {
		return Event{}, invalid("an event is a JSON object, which begins with {")
	}
	var e Event
	if err := decode(b, &e); err != nil {
		return Event{}, err
	}
	return e, nil
}

// encode is the canonical JSON of any record.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("writing JSON: %w", err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// decode reads the canonical JSON of any record, strictly.
func decode(b []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return explainJSON(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return invalid("there is more behind the end of the object")
	}
	return nil
}

// checkDepth refuses what is nested so deep that no reader should follow.
func checkDepth(b []byte) error {
	depth, inString, escaped := 0, false, false
	for _, c := range b {
		switch {
		case escaped:
			escaped = false
		case inString && c == '\\':
			escaped = true
		case c == '"':
			inString = !inString
		case inString:
		case c == '{' || c == '[':
			if depth++; depth > maxDepth {
				return invalid("the event is nested more than %d deep", maxDepth)
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return nil
}

// explainJSON says in a sentence what is wrong with JSON.
func explainJSON(err error) error {
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	var bad *ValidationError
	switch {
	case errors.As(err, &bad):
		return bad
	case errors.As(err, &syntax):
		return invalid("the JSON is broken at byte %d: %s", syntax.Offset, strings.TrimPrefix(syntax.Error(), "json: "))
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return invalid("the JSON ends too early")
	case errors.As(err, &typ):
		name := typ.Field
		if name == "" {
			name = "the event"
		}
		return invalid("%s is a %s where %s is wanted", name, typ.Value, wanted(typ.Type))
	}
	text := strings.TrimPrefix(err.Error(), "json: ")
	if name, ok := strings.CutPrefix(text, "unknown field "); ok {
		return invalid("an event has no member %s: foreign members go into properties", name)
	}
	if strings.HasPrefix(text, "parsing time ") || strings.HasPrefix(text, "Time.UnmarshalJSON") {
		return invalid("a time is not an instant such as 2025-07-03T19:00:00Z: %s", strings.TrimPrefix(text, "parsing time "))
	}
	return invalid("%s", text)
}

func wanted(t reflect.Type) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.String:
		return "text"
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Int64:
		return "a whole number"
	case reflect.Float64:
		return "a number"
	case reflect.Slice:
		return "a list"
	}
	return "an object"
}
