package store

import "context"

// Resting is what rests on an outlet or an item, as numbers in the file.
type Resting struct {
	Items  []int64 // that an outlet published, newest first
	Events []int64 // that cite it, or an item of it, latest first; those of unknown time last
	Claims int     // of these events that are cited from it
}

// RestsOn says what rests on an outlet (EntityOutlet) or an item (EntityItem).
func (s *Store) RestsOn(ctx context.Context, e Entity, id string) (Resting, error) {
	var out Resting
	var of string // a query for the items
	switch e {
	case EntityOutlet:
		of = `SELECT i.n FROM item i JOIN outlet o ON o.n = i.outlet WHERE o.id = ?1 AND i.deleted = 0`
	case EntityItem:
		of = `SELECT n FROM item WHERE id = ?1 AND deleted = 0`
	default:
		return out, invalid("nothing rests on records of sort %s", quoted(string(e)))
	}
	err := s.snapshot(ctx, func(r *reader) (err error) {
		if e == EntityOutlet {
			if out.Items, err = r.numbersOf(ctx, of+` ORDER BY i.published DESC, i.title, i.n`, id); err != nil {
				return err
			}
		}
		out.Events, err = r.numbersOf(ctx, `SELECT n FROM event WHERE deleted = 0 AND n IN (SELECT event FROM citation WHERE item IN (`+of+`))
			ORDER BY coalesce(earliest, latest) DESC NULLS LAST, n DESC`, id)
		if err != nil {
			return err
		}
		return r.q.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT DISTINCT k.event, k.claim FROM citation c
			JOIN event e ON e.n = c.event AND e.deleted = 0
			JOIN claim_citation k ON k.event = c.event AND k.citation = c.pos WHERE c.item IN (`+of+`))`, id).Scan(&out.Claims)
	})
	return out, explain("reading what rests on a source in", s.path, err)
}
