package geojson

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"sitmap/store/exchange"
	"sitmap/store/exchange/internal/jsonscan"
)

// Options say how to read.
type Options struct {
	exchange.Limits
	// Dataset is what a feature's id is said to be from, where the collection
	// has no name of its own; usually the name of the file.
	Dataset string
	// Kind gives the code of the kind of event that a word stands for, "" for
	// none; nil knows no kinds.
	Kind func(word string) string
}

// Read yields the features of a stream as events. A feature that cannot be taken
// is yielded with its Err and reading goes on; the second value is an error after
// which nothing can be read: a sentence with line and byte.
func Read(r io.Reader, o Options) iter.Seq2[exchange.Row, error] {
	o.Limits = o.Limits.OrDefault()
	return func(yield func(exchange.Row, error) bool) {
		rd := reader{Scanner: jsonscan.New(r, o.MaxSize, o.MaxDepth), o: o}
		rd.take = func(row exchange.Row, raw []byte) bool {
			if row.Err == nil {
				rd.feature(&row, raw)
			}
			return yield(row, nil)
		}
		if err := rd.documents(); err != nil && !errors.Is(err, errStopped) {
			yield(exchange.Row{Line: rd.Line(), Offset: rd.Offset()}, err)
		}
	}
}

// errStopped says that the caller wants no more rows.
var errStopped = errors.New("stopped")

type reader struct {
	*jsonscan.Scanner
	o Options
	// take is given each feature as valid JSON, unless the row has an error; false
	// ends the reading.
	take func(row exchange.Row, raw []byte) bool
	n    int    // features so far
	buf  []byte // the present feature
}

// documents reads the top level: one document, or several one after the other.
func (r *reader) documents() error {
	for first := true; ; first = false {
		c, err := r.Peek()
		switch {
		case errors.Is(err, io.EOF):
			if first {
				return errors.New("the file is empty; there is no GeoJSON in it")
			}
			return nil
		case err != nil:
			return fmt.Errorf("reading GeoJSON: %w", err)
		case c == '[':
			return r.Syntax("a bare list is not GeoJSON; features belong into a FeatureCollection")
		case c != '{':
			return r.Syntax("this is not GeoJSON: it should begin with a brace, not with %q", c)
		}
		if err := r.document(first); err != nil {
			return err
		}
	}
}

// document reads one object of the top level. Which it is can be known only at
// its end, as its members may stand in any order; "features" is streamed, all
// else kept, within the limit.
func (r *reader) document(first bool) error {
	row := exchange.Row{Line: r.Line(), Offset: r.Offset()}
	if err := r.Take('{'); err != nil {
		return err
	}
	doc := []byte{'{'}
	var over error
	streamed := false
	for n := 0; ; n++ {
		more, err := r.More('}', n == 0)
		if err != nil {
			return err
		}
		if !more {
			break
		}
		if c, err := r.Peek(); err == nil && c != '"' {
			return r.Syntax("%q stands where the name of a member should", c)
		}
		key, err := r.Value(nil)
		if r.o.Passed(err) != nil {
			return r.Syntax("the name of a member is too long")
		}
		if err != nil {
			return err
		}
		if err := exchange.CheckJSON(key); err != nil {
			return r.Syntax("the name of a member is broken: %v", err)
		}
		if err := r.Take(':'); err != nil {
			return err
		}
		if c, err := r.Peek(); err == nil && c == '[' && string(key) == `"features"` {
			streamed = true
			if err := r.features(); err != nil {
				return err
			}
			continue
		}
		r.buf, err = r.Value(r.buf[:0])
		if passed := r.o.Passed(err); passed != nil {
			over = passed
			continue
		}
		if err != nil {
			return err
		}
		if err := exchange.CheckJSON(r.buf); err != nil {
			return r.Syntax("the value of %s is no JSON: %v", key, err)
		}
		if err := r.collectionMember(string(key), r.buf); err != nil {
			return err
		}
		if int64(len(doc)+len(key)+len(r.buf)) > r.o.MaxSize {
			over = r.o.Passed(jsonscan.ErrTooLarge)
			continue
		}
		if len(doc) > 1 {
			doc = append(doc, ',')
		}
		doc = append(append(append(doc, key...), ':'), r.buf...)
	}
	if streamed {
		return nil
	}
	r.n++
	row.Number = r.n
	switch typ := member(doc, "type"); {
	case over != nil:
		row.Err = over
	case typ == "FeatureCollection":
		return fmt.Errorf("line %d: the FeatureCollection has no list of “features”", row.Line)
	case typ != "Feature" && !isGeometry(typ) && first:
		return notGeoJSON(row.Line, typ, doc)
	}
	return r.hand(row, doc)
}

// collectionMember looks at what a collection says about itself before its
// features come.
func (r *reader) collectionMember(key string, value []byte) error {
	switch key {
	case `"name"`:
		if s, ok := jsonscan.String(value); ok && s != "" {
			r.o.Dataset = s
		}
	case `"crs"`:
		name, _ := jsonscan.String([]byte(member2(value, "properties", "name")))
		if name != "" && !isWGS84(name) {
			return r.Syntax("its coordinates are in %s; convert the file to WGS 84 (EPSG:4326) first", name)
		}
	}
	return nil
}

// isWGS84 knows the names that the old "crs" member gives longitude and latitude.
func isWGS84(name string) bool {
	name = strings.ToUpper(name)
	return strings.HasSuffix(name, "CRS84") || strings.HasSuffix(name, "CRS:84") ||
		strings.HasSuffix(name, ":4326") || strings.HasSuffix(name, "WGS84") || strings.HasSuffix(name, "WGS 84")
}

func notGeoJSON(line int, typ string, doc []byte) error {
	switch {
	case typ == "Topology":
		return fmt.Errorf("line %d: this is TopoJSON; convert it to GeoJSON first", line)
	case typ == "" && member(doc, "kind") != "" && member(doc, "title") != "":
		return fmt.Errorf("line %d: these are Sitmap's own events, not GeoJSON; import them with --as jsonl", line)
	case typ == "":
		return fmt.Errorf("line %d: this is JSON but not GeoJSON: it has no “type”", line)
	}
	return fmt.Errorf("line %d: “%s” is no type of GeoJSON", line, typ)
}

// features streams the list of a collection.
func (r *reader) features() error {
	if err := r.Take('['); err != nil {
		return err
	}
	for first := true; ; first = false {
		more, err := r.More(']', first)
		if err != nil || !more {
			return err
		}
		if _, err := r.Peek(); err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		r.n++
		row := exchange.Row{Number: r.n, Line: r.Line(), Offset: r.Offset()}
		r.buf, err = r.Value(r.buf[:0])
		switch passed := r.o.Passed(err); {
		case passed != nil:
			row.Err = passed
		case err != nil:
			return err
		default:
			row.Err = exchange.CheckJSON(r.buf)
		}
		if err := r.hand(row, r.buf); err != nil {
			return err
		}
	}
}

func (r *reader) hand(row exchange.Row, raw []byte) error {
	if !r.take(row, raw) {
		return errStopped
	}
	return nil
}

// member is a string member of an object, "" where there is none.
func member(object []byte, name string) string {
	for n, v := range jsonscan.Members(object) {
		if n == name {
			s, _ := jsonscan.String(v)
			return s
		}
	}
	return ""
}

// member2 is the raw member of a member.
func member2(object []byte, outer, inner string) json.RawMessage {
	for n, v := range jsonscan.Members(object) {
		if n != outer {
			continue
		}
		for n, v := range jsonscan.Members(v) {
			if n == inner {
				return v
			}
		}
	}
	return nil
}
