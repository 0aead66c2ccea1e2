package store

import "context"

// Withdraw takes a publication out of the log, because its file never went out. One
// that is not there is no error.
func (s *Store) Withdraw(ctx context.Context, id string) error {
	return s.exclusive(ctx, "withdrawing a publication from", func() error {
		_, err := s.write1.ExecContext(ctx, `DELETE FROM publication_event WHERE publication IN (SELECT n FROM publication WHERE id = ?)`, id)
		if err == nil {
			_, err = s.write1.ExecContext(ctx, `DELETE FROM publication WHERE id = ?`, id)
		}
		return err
	})
}
