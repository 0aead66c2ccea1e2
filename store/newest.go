package store

import (
	"context"
	"slices"
	"strings"
)

// Newest lists at most limit events that have the words of a text in their own, those
// first that were entered last; the last word may be the beginning of a longer one.
// What it costs grows with the limit, not with how many events there are, so that a
// field can ask it with each key. Unlike [Store.Events] it does not look at the names
// of parties and originators. A text without letters or figures finds nothing.
func (s *Store) Newest(ctx context.Context, text string, limit int) ([]Stored[Event], error) {
	words := foldWords(text)
	if len(words) == 0 || limit < 1 {
		return nil, nil
	}
	var whole, begun []string
	for i, w := range words {
		exact := phrase(w.text)
		whole = append(whole, exact)
		if i == len(words)-1 {
			exact = match(w)
		}
		begun = append(begun, exact)
	}
	var out []Stored[Event]
	err := s.snapshot(ctx, func(r *reader) error {
		// Whole words come from the index one by one; the beginning of a word has to be
		// put together of all that begin so, and is asked only where those are too few.
		var numbers []int64
		for _, expression := range []string{strings.Join(whole, " AND "), strings.Join(begun, " AND ")} {
			rows, err := r.q.QueryContext(ctx, `SELECT e.n FROM event_text JOIN event e ON e.n = event_text.rowid
				WHERE event_text MATCH ? AND e.deleted = 0 ORDER BY event_text.rowid DESC LIMIT ?`, expression, limit)
			if err != nil {
				return err
			}
			err = scanAll(rows, func() error {
				var n int64
				err := rows.Scan(&n)
				if !slices.Contains(numbers, n) {
					numbers = append(numbers, n)
				}
				return err
			})
			if err != nil {
				return err
			}
			if len(numbers) >= limit {
				break
			}
		}
		numbers = numbers[:min(len(numbers), limit)]
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
