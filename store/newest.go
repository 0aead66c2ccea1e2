package store

import (
	"context"
	"slices"
	"strings"
)

// Newest lists at most limit events that have the words of a text in their own, those
// first that have them whole, then those with a longer word in place of the last, which
// begins so; of either, those first that were entered last. What it costs grows with
// the limit, not with how many events there are, so that a field can ask it with each
// key. Unlike [Store.Events] it does not look at the names of parties and originators.
// A text without letters or figures finds nothing.
func (s *Store) Newest(ctx context.Context, text string, limit int) ([]Stored[Event], error) {
	words := foldWords(text)
	if len(words) == 0 || limit < 1 {
		return nil, nil
	}
	var out []Stored[Event]
	err := s.snapshotWithWords(ctx, func(r *reader) error {
		numbers, err := r.newest(ctx, words, limit)
		if err != nil {
			return err
		}
		sorted := slices.Sorted(slices.Values(numbers))
		found, err := r.eventsWhole(ctx, someEvents(sorted))
		if err != nil {
			return err
		}
		at := make(map[int64]int, len(numbers))
		for i, n := range numbers {
			at[n] = i
		}
		slices.SortFunc(found, func(a, b *row) int { return at[a.n] - at[b.n] })
		for _, x := range found {
			out = append(out, x.Stored)
		}
		return nil
	})
	return out, explain("searching", s.path, err)
}

// newest are the numbers of the events that Newest lists.
func (r *reader) newest(ctx context.Context, words []word, limit int) ([]int64, error) {
	var others []string // words but the last
	for _, w := range words[:len(words)-1] {
		others = append(others, phrase(w.text))
	}
	last := words[len(words)-1]
	exact, begun := phrase(last.text), match(last)
	numbers, err := r.saying(ctx, append(others, exact), limit)
	if err != nil || len(numbers) >= limit || begun == exact {
		return numbers, err
	}
	b := beginners{r: r, others: others, begins: last.text, limit: limit, whole: numbers, found: slices.Clip(numbers)}
	return b.find(ctx, begun)
}

// saying are the newest events that the index finds by all of some expressions.
func (r *reader) saying(ctx context.Context, expressions []string, limit int) ([]int64, error) {
	return r.numbersOf(ctx, `SELECT e.n FROM event_text JOIN event e ON e.n = event_text.rowid
		WHERE event_text MATCH ? AND e.deleted = 0 ORDER BY event_text.rowid DESC LIMIT ?`, strings.Join(expressions, " AND "), limit)
}
