package geojson

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/paulmach/orb"

	"sitmap/store/exchange"
	"sitmap/store/exchange/internal/jsonscan"
)

// Feature is a feature as it stands in the file, for those who do not want events.
type Feature struct {
	Number int // counts the features from 1
	Line   int // line of the file on which it starts, from 1
	// Geometry is in degrees, longitude first; nil where the feature has none.
	// Longitudes may lie up to 360 degrees to either side, as programs write them
	// that do not cut shapes at the date line.
	Geometry orb.Geometry
	// Properties is a JSON object, valid until the next feature is read; nil where
	// there is none.
	Properties json.RawMessage
	// Err is a sentence that says why the feature was refused; nil: the rest holds.
	Err error
}

// Properties are the members of a feature's properties in their order, each with
// its value as raw JSON, valid as long as they are.
func Properties(object json.RawMessage) iter.Seq2[string, json.RawMessage] {
	return jsonscan.Members(object)
}

// Features yields the features of a stream. One that cannot be taken is yielded
// with its Err and reading goes on; the second value is an error after which nothing
// can be read: a sentence with line and byte.
func Features(r io.Reader, l exchange.Limits) iter.Seq2[Feature, error] {
	l = l.OrDefault()
	return func(yield func(Feature, error) bool) {
		rd := reader{Scanner: jsonscan.New(r, l.MaxSize, l.MaxDepth), o: Options{Limits: l}}
		rd.take = func(row exchange.Row, raw []byte) bool {
			f := Feature{Number: row.Number, Line: row.Line, Err: row.Err}
			if f.Err == nil {
				f.Geometry, f.Properties, f.Err = plainFeature(raw)
			}
			return yield(f, nil)
		}
		if err := rd.documents(); err != nil && !errors.Is(err, errStopped) {
			yield(Feature{Line: rd.Line()}, err)
		}
	}
}

// plainFeature reads a Feature, or a bare geometry, that is valid JSON.
func plainFeature(raw []byte) (orb.Geometry, json.RawMessage, error) {
	var typ string
	var geometry, properties json.RawMessage
	for name, value := range jsonscan.Members(raw) {
		switch name {
		case "type":
			typ, _ = jsonscan.String(value)
		case "geometry":
			geometry = value
		case "properties":
			properties = value
		}
	}
	if isGeometry(typ) {
		geometry, properties = raw, nil
	} else if typ != "Feature" {
		return nil, nil, fmt.Errorf("its type is “%s”, not “Feature”", typ)
	}
	if string(properties) == "null" {
		properties = nil
	}
	if len(properties) > 0 && properties[0] != '{' {
		return nil, nil, errors.New("its “properties” are not an object")
	}
	g, _, err := readGeometryWithin(geometry, 360)
	return g, properties, err
}
