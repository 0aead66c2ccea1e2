package situation

import (
	"slices"
	"unicode/utf8"

	"sitmap/store"
)

// measureOrder says which measure stands for an event where several are known:
// people first.
var measureOrder = []string{"killed", "wounded", "injured", "missing", "captured", "released", "displaced", "launched", "hit"}

// headline is the event's most telling figure in words, with who says so where
// that is short; "" where there is none.
func headline(e store.Event) string {
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
	if t := best.Text(); utf8.RuneCountInString(t) <= labelLimit {
		return t
	}
	return best.Value()
}
