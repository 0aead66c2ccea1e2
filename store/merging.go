package store

const (
	// manyTexts is how many events a change must write before the full-text index is put
	// together at its end, and shareOfAll what part of all they must be: else it costs
	// more than it saves. It rewrites the whole index, of a million short events in two
	// seconds.
	manyTexts  = 4096
	shareOfAll = 16
	// mergeStep is how many pages are merged between two looks at the context.
	mergeStep = 1024
)

// mergeTexts makes one segment of the full-text index after many events were written.
// What they left would be merged by later saves, which then had to wait for it: see
// migration 8.
func (w *writer) mergeTexts() error {
	if w.texts < manyTexts {
		return nil
	}
	var all int64
	if err := w.row(`SELECT coalesce(max(n), 0) FROM event`).Scan(&all); err != nil || w.texts*shareOfAll < all {
		return err
	}
	// The first step is told by its sign to merge what else would be left alone. When
	// nothing is left to merge, a step changes only the row that asks for it.
	for step := -mergeStep; ; step = mergeStep {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		var before, after int64
		if err := w.row(`SELECT total_changes()`).Scan(&before); err != nil {
			return err
		}
		if err := w.exec(`INSERT INTO event_text (event_text, rank) VALUES ('merge', ?)`, step); err != nil {
			return err
		}
		if err := w.row(`SELECT total_changes()`).Scan(&after); err != nil || after-before < 2 {
			return err
		}
	}
}
