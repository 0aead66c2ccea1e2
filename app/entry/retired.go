package entry

import (
	"context"

	"sitmap/store"
)

// readRetired reads what is offered no more, of a store that knows.
func readRetired(ctx context.Context, s Store) (store.Retired, error) {
	if r, ok := s.(interface {
		Retired(ctx context.Context) (store.Retired, error)
	}); ok {
		return r.Retired(ctx)
	}
	return nil, nil
}

// offeredKinds are the kinds that an event can be given.
func (v *vocabulary) offeredKinds() []store.Kind {
	var out []store.Kind
	for _, k := range v.kinds {
		if !v.retired.Has(store.EntityKind, k.Code) {
			out = append(out, k)
		}
	}
	return out
}

// offered reports whether a term can be chosen.
func (v *vocabulary) offered(t store.Term) bool {
	return !v.retired.Has(store.EntityTerm, store.TermID(t))
}

// VocabularyChanged has an open form offer what the store's vocabularies hold now. What
// is typed stays.
func (f *Form) VocabularyChanged() {
	if f.d == nil {
		return // the next opening reads them
	}
	mine := f.opening
	f.deps.Go(func() {
		voc, err := loadVocabulary(context.Background(), f.deps.Store, f.deps.Everybody())
		f.deps.Do(func() {
			if mine != f.opening || f.d == nil {
				return
			}
			if err != nil {
				f.deps.Log.Error("the form cannot read the vocabularies anew", "err", err)
				return
			}
			terms := f.d.Terms
			f.voc, f.d.Terms = voc, nil
			for _, t := range terms { // those that are saved with the event
				f.addTerm(t)
			}
			if kind, ok := voc.kind(f.d.Kind); ok && f.kind != nil && !f.kind.Focused() {
				f.kind.Set(kind.Name)
			}
		})
	})
}
