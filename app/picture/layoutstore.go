package picture

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"sitmap/store"
)

// NamedLayout is a layout as the store keeps it.
type NamedLayout struct {
	ID, Name string
	Revision int64
	Layout   Layout
	Err      error // why it cannot be used: it was made by a later version, say
}

// Layouts lists the layouts that the store keeps, by name.
func Layouts(ctx context.Context, st *store.Store) ([]NamedLayout, error) {
	kept, err := st.Definitions(ctx, store.EntityLayout)
	if err != nil {
		return nil, fmt.Errorf("reading the layouts: %w", err)
	}
	out := make([]NamedLayout, len(kept))
	for i, d := range kept {
		l, err := ParseLayout(d.Value.Body)
		if err != nil {
			err = fmt.Errorf("the layout “%s”: %w", d.Value.Name, err)
		}
		out[i] = NamedLayout{ID: d.Value.ID, Name: d.Value.Name, Revision: d.Revision, Layout: l, Err: err}
	}
	return out, nil
}

// FindLayout reads the layout that the store keeps under a name, in whatever case. The
// error is a sentence.
func FindLayout(ctx context.Context, st *store.Store, name string) (Layout, error) {
	all, err := Layouts(ctx, st)
	if err != nil {
		return Layout{}, err
	}
	var names []string
	for _, l := range all {
		if strings.EqualFold(l.Name, strings.TrimSpace(name)) {
			return l.Layout, l.Err
		}
		names = append(names, "“"+l.Name+"”")
	}
	return Layout{}, fmt.Errorf("there is neither a file %s nor a layout of that name in the store; it keeps %s",
		name, cmp.Or(strings.Join(names, ", "), "none"))
}

// SaveLayout keeps a layout in the store under a name; one of that name is replaced. It
// can be undone.
func SaveLayout(ctx context.Context, st *store.Store, name string, l Layout) error {
	name = strings.TrimSpace(name)
	if name == "" {
		return errors.New("give the layout a name")
	}
	if err := l.Check(); err != nil {
		return err
	}
	all, err := Layouts(ctx, st)
	if err != nil {
		return err
	}
	d := store.Definition{Entity: store.EntityLayout, Name: name, Body: l.JSON()}
	var base int64
	for _, k := range all {
		if strings.EqualFold(k.Name, name) {
			d.ID, base = k.ID, k.Revision
		}
	}
	if _, err := st.Save(ctx, store.Action{Put: []store.Put{{Definition: &d, Base: base}}}); err != nil {
		return fmt.Errorf("keeping the layout: %w", err)
	}
	return nil
}

// RenameLayout gives a kept layout another name. It can be undone.
func RenameLayout(ctx context.Context, st *store.Store, k NamedLayout, name string) error {
	name = strings.TrimSpace(name)
	all, err := Layouts(ctx, st)
	if err != nil {
		return err
	}
	for _, other := range all {
		if strings.EqualFold(other.Name, name) && other.ID != k.ID {
			return fmt.Errorf("there is a layout “%s” already; choose another name", other.Name)
		}
	}
	if name == "" {
		return errors.New("give the layout a name")
	}
	d := store.Definition{Entity: store.EntityLayout, ID: k.ID, Name: name, Body: k.Layout.JSON()}
	if _, err := st.Save(ctx, store.Action{Put: []store.Put{{Definition: &d, Base: k.Revision}}}); err != nil {
		return fmt.Errorf("renaming the layout: %w", err)
	}
	return nil
}

// RemoveLayout takes a kept layout away. It can be undone.
func RemoveLayout(ctx context.Context, st *store.Store, k NamedLayout) error {
	if _, err := st.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityLayout, ID: k.ID, Base: k.Revision}}}); err != nil {
		return fmt.Errorf("removing the layout: %w", err)
	}
	return nil
}
