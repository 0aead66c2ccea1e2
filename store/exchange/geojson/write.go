package geojson

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"time"

	"github.com/paulmach/orb"

	"sitmap/store"
	"sitmap/store/exchange"
)

// Collection is what a file says about itself.
type Collection struct {
	Name        string
	Publication *Publication // nil: "not recorded"
}

// Publication ties a file to the store's log, as far as it is known before the
// file is whole.
type Publication struct {
	ID       string    `json:"id"`
	DataAsOf time.Time `json:"data_as_of,omitzero"` // time of the newest change
	// AsKnownAt is the moment that was looked back to; zero: the present.
	AsKnownAt time.Time `json:"as_known_at,omitzero"`
	Filter    string    `json:"filter,omitempty"`
	Head      int64     `json:"head"`      // newest change
	HeadHash  string    `json:"head_hash"` // its hash
}

// Write writes the events as a FeatureCollection, a line each, and returns how
// many there were.
func Write(w io.Writer, c Collection, events iter.Seq2[store.Event, error]) (int, error) {
	b := bufio.NewWriterSize(w, 64<<10)
	b.WriteString("{\"type\":\"FeatureCollection\"")
	if c.Name != "" {
		if err := writeMember(b, "name", c.Name); err != nil {
			return 0, err
		}
	}
	var publication any = "not recorded"
	if c.Publication != nil {
		publication = c.Publication
	}
	if err := writeMember(b, "publication", publication); err != nil {
		return 0, err
	}
	b.WriteString(",\"features\":[")
	n := 0
	table := exchange.NewTable()
	for e, err := range events {
		if err != nil {
			return n, err
		}
		line, err := feature(table, e)
		if err != nil {
			return n, err
		}
		if n > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		if _, err := b.Write(line); err != nil {
			return n, err
		}
		n++
	}
	b.WriteString("\n]}\n")
	return n, b.Flush()
}

// feature is an event as a GeoJSON Feature on one line.
func feature(table *exchange.Table, e store.Event) ([]byte, error) {
	own, err := store.EncodeEvent(e)
	if err != nil {
		return nil, err
	}
	b := &bytes.Buffer{}
	b.Grow(2*len(own) + 256)
	b.WriteString(`{"type":"Feature"`)
	if err := writeMember(b, "id", e.ID); err != nil {
		return nil, err
	}
	b.WriteString(`,"geometry":`)
	if err := writeGeometry(b, eventGeometry(e)); err != nil {
		return nil, fmt.Errorf("writing the places of event %s: %w", e.ID, err)
	}
	b.WriteString(`,"properties":{"kind":`)
	if err := writeValue(b, e.Kind); err != nil {
		return nil, err
	}
	for _, c := range append(table.Columns(e), exchange.FigureColumns(e)...) {
		name := propertyNames[c.Name]
		if name == "" {
			name = c.Name
		}
		if c.Value == nil || name == "-" {
			continue
		}
		if err := writeMember(b, name, c.Value); err != nil {
			return nil, err
		}
	}
	b.WriteString(`,"sitmap":`)
	b.Write(own)
	b.WriteString("}}")
	return b.Bytes(), nil
}

// writeGeometry writes what eventGeometry gave. A collection is made of places,
// which are never collections themselves.
func writeGeometry(b writer, g orb.Geometry) error {
	all, is := g.(orb.Collection)
	if !is {
		return writeValue(b, store.Geometry{Geometry: g})
	}
	b.WriteString(`{"type":"GeometryCollection","geometries":[`)
	for i, member := range all {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := writeValue(b, store.Geometry{Geometry: member}); err != nil {
			return err
		}
	}
	_, err := b.WriteString("]}")
	return err
}

// propertyNames are the columns of the table that are called otherwise among the
// properties, or ("-") are said elsewhere in the Feature.
var propertyNames = map[string]string{
	"id": "-", "kind": "-", "lon": "-", "lat": "-",
	"earliest": "time", "latest": "time_end",
}

type writer interface {
	io.Writer
	io.ByteWriter
	io.StringWriter
}

func writeMember(b writer, name string, v any) error {
	b.WriteByte(',')
	if err := writeValue(b, name); err != nil {
		return err
	}
	b.WriteByte(':')
	return writeValue(b, v)
}

func writeValue(b writer, v any) error {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := b.Write(bytes.TrimSuffix(text.Bytes(), []byte("\n")))
	return err
}
