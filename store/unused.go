package store

import (
	"context"
	"time"
)

// DropUnused removes from the store the contents of files, given by their SHA-256, that
// were kept for something that was not written in the end: those kept at or after since,
// by this user, that no item names, be it one that was deleted or an earlier state of one
// in the history. It tells how many went. Others stay, and those that are not there are
// no error. The history knows nothing of it, as it knows nothing of the keeping: what it
// could bring back needs none of these files.
func (s *Store) DropUnused(ctx context.Context, since time.Time, sums ...string) (int, error) {
	gone := 0
	if len(sums) == 0 {
		return 0, nil
	}
	err := s.exclusive(ctx, "removing files that nothing names from", func() error {
		for _, sum := range sums {
			// A state older than the content did without it, so only later ones are looked at.
			r, err := s.write1.ExecContext(ctx, `DELETE FROM attachment WHERE sha256 = ?1 AND added >= ?2 AND who = ?3
				AND NOT EXISTS (SELECT 1 FROM item WHERE file_sha256 = ?1)
				AND NOT EXISTS (SELECT 1 FROM change c JOIN change_item i ON i.change = c.n
					JOIN payload p ON p.digest = i.before OR p.digest = i.after
					WHERE c.time >= attachment.added AND i.entity = 'item' AND instr(p.body, ?1) > 0)`,
				sum, since.UnixMilli(), s.user)
			if err != nil {
				return err
			}
			n, err := r.RowsAffected()
			if err != nil {
				return err
			}
			gone += int(n)
		}
		return nil
	})
	if err != nil {
		gone = 0
	}
	return gone, err
}
