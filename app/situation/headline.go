package situation

import (
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"sitmap/store"
)

// measureOrder says which measure stands for an event where several are known:
// people first.
var measureOrder = []string{"killed", "wounded", "injured", "missing", "captured", "released", "displaced", "launched", "hit"}

// MeasureNames reads what the vocabulary calls its measures, by their codes.
func MeasureNames(ctx context.Context, from interface {
	Terms(ctx context.Context, vocabulary string) ([]store.Term, error)
},
) (map[string]string, error) {
	terms, err := from.Terms(ctx, store.VocabularyMeasure)
	if err != nil {
		return nil, fmt.Errorf("reading the measures: %w", err)
	}
	names := make(map[string]string, len(terms))
	for _, t := range terms {
		names[t.Code] = t.Name
	}
	return names, nil
}

// headline is the event's most telling figure in words, with who says so where
// that is short; "" where there is none.
func headline(e store.Event, measures map[string]string) string {
	figures := store.Figures(e)
	if len(figures) == 0 {
		return ""
	}
	order := func(f store.Figure) int {
		if i := slices.Index(measureOrder, f.Measure); i >= 0 {
			return i
		}
		return len(measureOrder)
	}
	best := figures[0]
	for _, f := range figures[1:] {
		if order(f) < order(best) {
			best = f
		}
	}
	if name := measures[best.Measure]; name != "" {
		best.Measure = name
	}
	if t := best.Text(); utf8.RuneCountInString(t) <= labelLimit {
		return t
	}
	return best.Value()
}
