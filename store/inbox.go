package store

import "context"

// Inbox returns the items that are or were in the inbox, those that came last
// first, at most limit of each state, without their texts: [Store.Item] has them.
// counts has how many there are of each state.
func (s *Store) Inbox(ctx context.Context, limit int) (items []Stored[Item], counts map[string]int, err error) {
	counts = map[string]int{}
	err = s.snapshot(ctx, func(r *reader) error {
		rows, err := r.q.QueryContext(ctx, `SELECT t.n, t.inbox`+local+` FROM item t LEFT JOIN change c ON c.n = t.change
			WHERE t.inbox <> '' AND t.deleted = 0 ORDER BY t.n DESC`)
		if err != nil {
			return err
		}
		var ns []int64
		var locals []localScan
		err = scanAll(rows, func() error {
			var n int64
			var state string
			var l localScan
			if err := rows.Scan(append([]any{&n, &state}, l.into()...)...); err != nil {
				return err
			}
			if counts[state]++; counts[state] <= limit {
				ns, locals = append(ns, n), append(locals, l)
			}
			return nil
		})
		if err != nil {
			return err
		}
		for i, n := range ns {
			it, err := r.item(ctx, n, true)
			if err != nil {
				return err
			}
			it = normalItem(it)
			it.Text = ""
			items = append(items, storedAs(it, locals[i]))
			r.trim()
		}
		return nil
	})
	return items, counts, explain("reading the inbox of", s.path, err)
}

// Item returns one item with its text; ErrNotFound where there is none.
func (s *Store) Item(ctx context.Context, id string) (Stored[Item], error) {
	var out Stored[Item]
	err := s.snapshot(ctx, func(r *reader) error {
		rows, err := r.q.QueryContext(ctx, `SELECT t.n`+local+` FROM item t LEFT JOIN change c ON c.n = t.change WHERE t.id = ? AND t.deleted = 0`, id)
		if err != nil {
			return err
		}
		var n int64
		var l localScan
		if err := scanAll(rows, func() error { return rows.Scan(append([]any{&n}, l.into()...)...) }); err != nil {
			return err
		}
		if n == 0 {
			return say(ErrNotFound, "there is no item %s in %s", id, s.name())
		}
		it, err := r.item(ctx, n, true)
		out = storedAs(normalItem(it), l)
		return err
	})
	return out, explain("reading an item of", s.path, err)
}

// Citing returns the titles of the events that cite an item, at most limit.
func (s *Store) Citing(ctx context.Context, itemID string, limit int) ([]string, error) {
	var out []string
	rows, err := s.read.QueryContext(ctx, `SELECT e.title FROM citation x JOIN item i ON i.n = x.item JOIN event e ON e.n = x.event
		WHERE i.id = ? AND e.deleted = 0 GROUP BY e.n ORDER BY e.n LIMIT ?`, itemID, limit)
	if err == nil {
		err = scanAll(rows, func() error {
			var t string
			err := rows.Scan(&t)
			out = append(out, t)
			return err
		})
	}
	return out, explain("reading who cites an item of", s.path, err)
}
