package geojson

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/paulmach/orb"

	"sitmap/store"
	"sitmap/store/exchange"
	"sitmap/store/exchange/internal/jsonscan"
)

// feature reads a Feature, or a bare geometry, that is valid JSON, into a row. What
// is in it then does not alias raw.
func (r *reader) feature(row *exchange.Row, raw []byte) {
	row.Err = r.featureInto(row, raw)
}

func (r *reader) featureInto(row *exchange.Row, raw []byte) error {
	var typ string
	var geometry, properties, id json.RawMessage
	var others []named
	for name, value := range jsonscan.Members(raw) {
		switch name {
		case "type":
			typ, _ = jsonscan.String(value)
		case "geometry":
			geometry = value
		case "properties":
			properties = value
		case "id":
			id = value
		case "bbox":
		default:
			others = append(others, named{name, value})
		}
	}
	if isGeometry(typ) {
		geometry, properties, id, others = raw, nil, nil, nil
	} else if typ != "Feature" {
		return fmt.Errorf("its type is “%s”, not “Feature”", typ)
	}
	if len(properties) > 0 && properties[0] != '{' && string(properties) != "null" {
		return errors.New("its “properties” are not an object")
	}
	g, altitude, err := readGeometry(geometry)
	if err != nil {
		return err
	}
	if own := ownJSON(properties); own != nil {
		row.Flattened = altitude != ""
		row.Event, err = ownEvent(own, g)
		return err
	}
	row.Foreign = true
	if row.Event, err = r.foreignEvent(g, properties, id, others); err != nil {
		return err
	}
	row.Flattened = altitude != "" && !keepAltitude(&row.Event, g, altitude)
	return nil
}

// altitudeMember is the property that keeps the third coordinate of a point, in
// metres: a place has none.
const altitudeMember = "altitude_m"

// keepAltitude puts the altitude of a point among the properties, unless they tell
// one already or the geometry has many; it reports whether it is there.
func keepAltitude(e *store.Event, g orb.Geometry, altitude string) bool {
	if told, there := e.Properties[altitudeMember]; there {
		return string(told) == altitude
	}
	if _, is := g.(orb.Point); !is {
		return false
	}
	put(e, altitudeMember, json.RawMessage(altitude))
	return true
}

type named struct {
	name  string
	value json.RawMessage
}

// ownJSON is the event's own JSON among the properties, nil where there is none.
// Some programs turn nested objects into strings when they save.
func ownJSON(properties []byte) []byte {
	for name, value := range jsonscan.Members(properties) {
		if name != "sitmap" {
			continue
		}
		if s, ok := jsonscan.String(value); ok {
			value = []byte(strings.TrimSpace(s))
		}
		if len(value) > 0 && value[0] == '{' {
			return value
		}
	}
	return nil
}

// ownEvent reads back an event of ours and lets the geometry win where that is
// possible.
func ownEvent(own []byte, g orb.Geometry) (store.Event, error) {
	e, err := exchange.DecodeEvent(own)
	if err != nil {
		return store.Event{}, fmt.Errorf("in its “sitmap”: %w", err)
	}
	if orb.Equal(g, eventGeometry(e)) {
		return e, nil
	}
	if len(e.Places) != 1 {
		return store.Event{}, fmt.Errorf("its geometry was changed, but the event in “sitmap” has %d places and it is not clear which was meant; change the place there", len(e.Places))
	}
	if _, is := g.(orb.Collection); is {
		return store.Event{}, errors.New("its geometry was changed into a collection, which one place cannot have; make it a single or multiple point, line or area")
	}
	e.Places[0].Geometry = store.Geometry{Geometry: g}
	return e, nil
}

// eventGeometry is the geometry that an event's Feature has.
func eventGeometry(e store.Event) orb.Geometry {
	var all orb.Collection
	for _, p := range e.Places {
		if !p.Geometry.IsZero() {
			all = append(all, p.Geometry.Geometry)
		}
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return all
}

// foreignEvent makes an event of somebody else's feature.
func (r *reader) foreignEvent(g orb.Geometry, properties, id json.RawMessage, foreign []named) (store.Event, error) {
	e := store.Event{Kind: "other"}
	var all []named
	for name, value := range jsonscan.Members(bytes.Clone(properties)) {
		all = append(all, named{name, value})
	}
	taken := map[string]bool{}
	e.Title = r.title(all, id, taken)
	if name, code := r.kind(all); code != "" {
		e.Kind, taken[name] = code, true
	}
	name, when, err := findWhen(all)
	if err != nil {
		return store.Event{}, err
	}
	if name != "" {
		e.When, taken[name] = when, true
	}
	for _, p := range all {
		if !taken[p.name] {
			put(&e, p.name, p.value)
		}
	}
	for _, m := range foreign {
		name := m.name
		if _, there := e.Properties[name]; there {
			name = "feature." + name
		}
		put(&e, name, bytes.Clone(m.value))
	}
	e.Places = placesOf(g)
	if s := idText(id); s != "" {
		e.ExternalIDs = []store.ExternalID{{Dataset: r.o.Dataset, ID: s}}
	}
	return e, nil
}

func put(e *store.Event, name string, value json.RawMessage) {
	if e.Properties == nil {
		e.Properties = map[string]json.RawMessage{}
	}
	e.Properties[name] = value
}

// placesOf makes a place of each member of a collection, otherwise one or none.
// How precise they are nobody said.
func placesOf(g orb.Geometry) []store.Place {
	switch g := g.(type) {
	case nil:
		return nil
	case orb.Collection:
		var places []store.Place
		for _, member := range g {
			places = append(places, placesOf(member)...)
		}
		return places
	}
	return []store.Place{{Role: "scene", Geometry: store.Geometry{Geometry: g}}}
}

// idText is a feature's id, a string or a number.
func idText(id json.RawMessage) string {
	if s, ok := jsonscan.String(id); ok {
		return s
	}
	if len(id) > 0 && (id[0] == '-' || id[0] >= '0' && id[0] <= '9') {
		return string(id)
	}
	return ""
}

// kind finds the property that names a known kind.
func (r *reader) kind(all []named) (name, code string) {
	if r.o.Kind == nil {
		return "", ""
	}
	for _, p := range all {
		if p.name != "kind" {
			continue
		}
		if s, ok := jsonscan.String(p.value); ok {
			return p.name, r.o.Kind(s)
		}
	}
	return "", ""
}

// titleLength is how many letters a title made from a description has at most.
const titleLength = 120

// title is the feature's "title" or "name". Where it has neither, a heading is
// made from what describes it, which stays among the properties, or its number.
func (r *reader) title(all []named, id json.RawMessage, taken map[string]bool) string {
	for _, key := range []string{"title", "name", "headline", "label", "description", "summary"} {
		for _, p := range all {
			if p.name != key {
				continue
			}
			s, _ := jsonscan.String(p.value)
			title := shorten(strings.Join(strings.Fields(s), " "))
			if title == "" {
				continue
			}
			if key == "title" || key == "name" {
				taken[p.name] = title == s
			}
			return title
		}
	}
	if s := idText(id); s != "" {
		return "Feature " + shorten(s)
	}
	for _, p := range all {
		if p.name == "id" {
			if s := idText(p.value); s != "" {
				return "Feature " + shorten(s)
			}
		}
	}
	return fmt.Sprintf("Feature %d", r.n)
}

// shorten cuts a text that is too long for a title at a word.
func shorten(s string) string {
	runes := []rune(s)
	if len(runes) <= titleLength {
		return s
	}
	s = string(runes[:titleLength-1])
	if i := strings.LastIndexByte(s, ' '); i > len(s)/2 {
		s = s[:i]
	}
	return s + "…"
}
