package layers

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"sitmap/store"
)

// errGone says that a layer is not there any more.
var errGone = errors.New("the layer is not there any more")

// Add makes a layer of a file, above all others, and gives its id. The file is read
// first: one that is no GeoJSON becomes no layer.
func (s *Set) Add(ctx context.Context, path string) (id string, c store.Change, err error) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	d, err := ReadFile(ctx, path, s.c.Limits)
	if err != nil {
		return "", store.Change{}, err
	}
	s.editing.Lock()
	defer s.editing.Unlock()
	all := s.Layers()
	def := New(FileFor(path, s.folder), len(all))
	def.Label = likelyName(d.Names)
	def.Title = def.Label
	top := 0
	for _, l := range all {
		top = max(top, l.Position+1)
	}
	c, err = s.save(ctx, store.ReasonNew, put(Layer{Name: freeName(NameFor(path), all), Position: top, Definition: def}))
	if err == nil && len(c.Items) == 1 {
		id = c.Items[0].ID
	}
	return id, c, err
}

// freeName is a name that no layer has yet.
func freeName(name string, all []Layer) string {
	taken := func(n string) bool { return slices.ContainsFunc(all, func(l Layer) bool { return l.Name == n }) }
	free := name
	for i := 2; taken(free); i++ {
		free = fmt.Sprintf("%s (%d)", name, i)
	}
	return free
}

// Edit changes the name or the definition of a layer. What is as it was is no
// change.
func (s *Set) Edit(ctx context.Context, id string, alter func(l *Layer)) (store.Change, error) {
	s.editing.Lock()
	defer s.editing.Unlock()
	l, ok := s.layer(id)
	if !ok {
		return store.Change{}, errGone
	}
	alter(&l)
	l.broken = nil
	return s.save(ctx, store.ReasonUpdate, put(l))
}

// Move moves a layer up in drawing order by so many places, down where by is
// negative.
func (s *Set) Move(ctx context.Context, id string, by int) (store.Change, error) {
	s.editing.Lock()
	defer s.editing.Unlock()
	all := slices.Clone(s.Layers())
	from := slices.IndexFunc(all, func(l Layer) bool { return l.ID == id })
	if from < 0 {
		return store.Change{}, errGone
	}
	to := max(0, min(len(all)-1, from+by))
	moved := all[from]
	all = slices.Insert(slices.Delete(all, from, from+1), to, moved)
	var puts []func() (store.Put, error)
	for i, l := range all {
		if l.Position != i {
			l.Position = i
			puts = append(puts, put(l))
		}
	}
	if to == from {
		return store.Change{}, nil
	}
	return s.save(ctx, store.ReasonUpdate, puts...)
}

// Remove takes a layer out of the store; its file stays.
func (s *Set) Remove(ctx context.Context, id string) (store.Change, error) {
	s.editing.Lock()
	defer s.editing.Unlock()
	c, err := s.src.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityLayer, ID: id}}})
	if err != nil {
		return c, err
	}
	return c, s.reload(ctx)
}

func (s *Set) layer(id string) (Layer, bool) {
	for _, l := range s.Layers() {
		if l.ID == id {
			return l, true
		}
	}
	return Layer{}, false
}

// put makes a layer one to be saved.
func put(l Layer) func() (store.Put, error) {
	return func() (store.Put, error) {
		body := l.broken // stays as it is
		if body == nil {
			var err error
			if body, err = l.Encode(); err != nil {
				return store.Put{}, err
			}
		}
		d := &store.Definition{Entity: store.EntityLayer, ID: l.ID, Name: l.Name, Position: l.Position, Body: body}
		return store.Put{Definition: d, Base: l.Revision}, nil
	}
}

// save carries out one change and reads the definitions anew, also where another had
// been there.
func (s *Set) save(ctx context.Context, why store.Reason, puts ...func() (store.Put, error)) (store.Change, error) {
	a := store.Action{Reason: why}
	for _, p := range puts {
		x, err := p()
		if err != nil {
			return store.Change{}, err
		}
		a.Put = append(a.Put, x)
	}
	c, err := s.src.Save(ctx, a)
	if err == nil || errors.Is(err, store.ErrConflict) || errors.Is(err, store.ErrNotFound) {
		err = errors.Join(err, s.reload(ctx))
	}
	return c, err
}
