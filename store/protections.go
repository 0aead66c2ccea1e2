package store

import (
	"context"
	"database/sql"
	"encoding/json"
)

// NumberedProtection is the protection of an event with a number in the file.
type NumberedProtection struct {
	Number int64
	ID     string
	Protection
}

// Protections reads how events with numbers of the file's are protected, and nothing else
// of them. What is deleted, or never was, is left out.
func (s *Store) Protections(ctx context.Context, numbers []int64) (out []NumberedProtection, err error) {
	list, err := json.Marshal(numbers)
	if err != nil {
		return nil, err
	}
	err = s.snapshot(ctx, func(r *reader) error {
		rows, err := r.q.QueryContext(ctx, `SELECT n, id, tlp, embargo, do_not_publish FROM event
			WHERE n IN (SELECT value FROM json_each(?)) AND deleted = 0`, string(list))
		if err != nil {
			return err
		}
		return scanAll(rows, func() error {
			var p NumberedProtection
			var embargo sql.NullInt64
			err := rows.Scan(&p.Number, &p.ID, &p.TLP, &embargo, &p.DoNotPublish)
			p.Embargo = fromMillis(embargo)
			out = append(out, p)
			return err
		})
	})
	return out, explain("reading the protection of events in", s.path, err)
}

// Words say what a protection limits: "TLP:RED, do not publish"; "none" where nothing.
func (p Protection) Words() string { return p.words() }
