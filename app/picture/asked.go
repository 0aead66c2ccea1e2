package picture

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"sitmap/app/situation"
	"sitmap/store"
)

// Asked checks what a picture was asked to show against the store: an event that is
// selected, a measure that sizes symbols. Errors are sentences.
func (s *Spec) Asked(ctx context.Context, st *store.Store) error {
	if s.Selected != "" {
		e, err := st.Event(ctx, s.Selected)
		if errors.Is(err, store.ErrNotFound) || err == nil && e.Deleted {
			return fmt.Errorf("there is no event %s to be drawn as selected; sitmap list --json has the ids", s.Selected)
		}
		if err != nil {
			return err
		}
	}
	if s.Measure == "" {
		return nil
	}
	terms, err := st.Terms(ctx, store.VocabularyMeasure)
	if err != nil {
		return fmt.Errorf("reading the measures: %w", err)
	}
	var codes []string
	for _, t := range terms {
		if t.Code == s.Measure {
			return nil
		}
		codes = append(codes, t.Code)
	}
	return fmt.Errorf("symbols cannot be sized by “%s”; the store's measures are %s", s.Measure, strings.Join(codes, ", "))
}

// sized checks that very many events can be sized as asked: the columns hold but some
// measures.
func (s *Spec) sized(points bool) error {
	if !points || !s.Encode.Has(situation.BySize) || s.Measure == "" || situation.InColumns(s.Measure) {
		return nil
	}
	return fmt.Errorf("more than %d events can be sized by killed or launched, not by “%s”; narrow them with --filter, --from and --to", situation.Few, s.Measure)
}
