package layers

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitmap/store"
)

// definitions is the part of a store that layers are read from.
type definitions interface {
	Definitions(ctx context.Context, e store.Entity) ([]store.Stored[store.Definition], error)
	Path() string
}

// Load reads the layers of a store, each file once, for a picture say. A file that
// cannot be read is told by the layer's Problem; the error is that of the store.
func Load(ctx context.Context, st definitions, l Limits) ([]Layer, error) {
	list, err := st.Definitions(ctx, store.EntityLayer)
	if err != nil {
		return nil, fmt.Errorf("reading the layers: %w", err)
	}
	out := make([]Layer, 0, len(list))
	read := map[string]*Data{}
	for _, s := range list {
		x := fromStore(s, filepath.Dir(st.Path()))
		if x.State != Failed && !x.Hidden {
			if err := x.load(ctx, read, l); err != nil {
				return nil, err
			}
		}
		out = append(out, x)
	}
	return out, nil
}

// load reads the layer's file, unless it was read before.
func (l *Layer) load(ctx context.Context, read map[string]*Data, limits Limits) error {
	d, ok := read[l.Path]
	if !ok {
		var err error
		if d, err = ReadFile(ctx, l.Path, limits); ctx.Err() != nil {
			return ctx.Err()
		} else if err != nil {
			l.State, l.Problem = Failed, sentence(err)
			return nil
		}
		read[l.Path] = d
	}
	l.State = Ready
	l.with(d)
	return nil
}

// Single is a layer of a file that no store knows: the n-th of a picture.
func Single(ctx context.Context, path string, n int, l Limits) (Layer, error) {
	x := Layer{Name: NameFor(path), Definition: New(filepath.ToSlash(path), n), Path: path}
	d, err := ReadFile(ctx, path, l)
	if err != nil {
		return x, err
	}
	x.State = Ready
	x.Label = likelyName(d.Names)
	x.Title = x.Label
	x.with(d)
	return x, nil
}

// likelyName is the property that most likely names a feature; "" where none does.
func likelyName(names []string) string {
	for _, want := range []string{"name", "title", "label", "name_en", "description", "desc"} {
		for _, n := range names {
			if strings.EqualFold(n, want) {
				return n
			}
		}
	}
	return ""
}

// sentence begins an error with a capital and ends it with a full stop.
func sentence(err error) string {
	text := strings.TrimRight(err.Error(), ". \n")
	// What wraps os.ErrNotExist says it already.
	text = strings.TrimSuffix(text, ": file does not exist")
	first, size := utf8.DecodeRuneInString(text)
	if strings.Contains(strings.SplitN(text, " ", 2)[0], ".") { // a file's name
		return text + "."
	}
	return string(unicode.ToUpper(first)) + text[size:] + "."
}
