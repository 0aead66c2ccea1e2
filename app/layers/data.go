package layers

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/paulmach/orb"

	"sitmap/mapdata/scene"
	"sitmap/store/exchange"
	"sitmap/store/exchange/geojson"
)

// Limits bound what a file may cost. A zero value stands for the default.
type Limits struct {
	MaxSize     int64 // bytes of the file; default 64 MB
	MaxVertices int   // default 4 million
	MaxFeatures int   // default 500,000
}

// The limits where a caller sets none.
const (
	DefaultMaxSize     = 64 << 20
	DefaultMaxVertices = 4_000_000
	DefaultMaxFeatures = 500_000
)

// maxDepth is how deep a feature may be nested, and maxNames how many properties are
// offered.
const (
	maxDepth = 64
	maxNames = 200
)

func (l Limits) orDefault() Limits {
	if l.MaxSize <= 0 {
		l.MaxSize = DefaultMaxSize
	}
	if l.MaxVertices <= 0 {
		l.MaxVertices = DefaultMaxVertices
	}
	if l.MaxFeatures <= 0 {
		l.MaxFeatures = DefaultMaxFeatures
	}
	return l
}

// Data is what a file holds. It is not changed once read.
type Data struct {
	Shapes *scene.LayerData
	// Names are the features' properties, in the order in which they first come.
	Names      []string
	properties []json.RawMessage
}

// Len is the number of features.
func (d *Data) Len() int { return len(d.properties) }

// Property is a feature's property as text: "" where it has none, or where it is a
// list, an object or null.
func (d *Data) Property(feature int, name string) string {
	if name == "" || feature < 0 || feature >= len(d.properties) {
		return ""
	}
	for n, v := range geojson.Properties(d.properties[feature]) {
		if n == name {
			return plainText(v)
		}
	}
	return ""
}

func plainText(v json.RawMessage) string {
	switch v = bytes.TrimSpace(v); {
	case len(v) == 0 || v[0] == '{' || v[0] == '[' || string(v) == "null":
		return ""
	case v[0] == '"':
		var s string
		if json.Unmarshal(v, &s) != nil {
			return ""
		}
		return s
	default:
		return string(v)
	}
}

// ReadFile reads a layer's file. Errors are sentences that name it.
func ReadFile(ctx context.Context, path string, l Limits) (*Data, error) {
	l = l.orDefault()
	f, err := os.Open(path)
	name := filepath.Base(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("the file %s is not there: %w", path, os.ErrNotExist)
	case errors.Is(err, os.ErrPermission):
		return nil, fmt.Errorf("%s may not be read: its permissions do not allow it", path)
	case err != nil:
		return nil, fmt.Errorf("opening %s: %w", name, err)
	}
	defer func() { _ = f.Close() }()
	st, err := f.Stat()
	switch {
	case err != nil:
		return nil, fmt.Errorf("opening %s: %w", name, err)
	case !st.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a file", path)
	case st.Size() > l.MaxSize:
		return nil, fmt.Errorf("%s has %s; a layer may have %s", name, megabytes(st.Size()), megabytes(l.MaxSize))
	}
	d, err := Read(ctx, f, l)
	if err != nil && ctx.Err() == nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return d, err
}

func megabytes(n int64) string { return strconv.FormatInt((n+1<<20-1)>>20, 10) + " MB" }

// Read reads GeoJSON whole: a layer of which a part is missing would mislead, so the
// first feature that cannot be taken is an error. Errors are sentences with the
// feature's number and line.
func Read(ctx context.Context, r io.Reader, l Limits) (*Data, error) {
	l = l.orDefault()
	d := &Data{}
	known := map[string]bool{}
	var geometries []orb.Geometry
	vertices := 0
	bounded := &boundedReader{r: r, left: l.MaxSize, most: l.MaxSize}
	for f, err := range geojson.Features(bounded, exchange.Limits{MaxSize: l.MaxSize, MaxDepth: maxDepth}) {
		if err != nil {
			return nil, err
		}
		if f.Number%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if f.Err != nil {
			return nil, fmt.Errorf("feature %d (line %d): %w", f.Number, f.Line, f.Err)
		}
		if f.Number > l.MaxFeatures {
			return nil, fmt.Errorf("there are more than %d features; simplify the file", l.MaxFeatures)
		}
		if vertices += count(f.Geometry); vertices > l.MaxVertices {
			return nil, fmt.Errorf("there are more than %d positions by feature %d; simplify the file", l.MaxVertices, f.Number)
		}
		geometries = append(geometries, f.Geometry)
		d.properties = append(d.properties, bytes.Clone(f.Properties))
		for name := range geojson.Properties(f.Properties) {
			if len(known) < maxNames && !known[name] {
				known[name] = true
				d.Names = append(d.Names, name)
			}
		}
	}
	d.Shapes = scene.NewLayerData(geometries)
	return d, ctx.Err()
}

// boundedReader refuses a stream that goes on beyond the limit.
type boundedReader struct {
	r          io.Reader
	left, most int64
}

func (b *boundedReader) Read(p []byte) (int, error) {
	if b.left <= 0 {
		var one [1]byte
		if n, err := b.r.Read(one[:]); n == 0 {
			return 0, err
		}
		return 0, fmt.Errorf("it is larger than the %s that a layer may have", megabytes(b.most))
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

// count is the number of positions.
func count(g orb.Geometry) int {
	n := 0
	switch g := g.(type) {
	case orb.Point:
		return 1
	case orb.MultiPoint:
		return len(g)
	case orb.LineString:
		return len(g)
	case orb.MultiLineString:
		for _, l := range g {
			n += len(l)
		}
	case orb.Polygon:
		for _, r := range g {
			n += len(r)
		}
	case orb.MultiPolygon:
		for _, p := range g {
			n += count(p)
		}
	case orb.Collection:
		for _, c := range g {
			n += count(c)
		}
	}
	return n
}
