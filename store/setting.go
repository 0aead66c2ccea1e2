package store

import (
	"context"
	"database/sql"
	"errors"
)

// Setting returns a setting of the store, such as "pov"; "" when not set.
func (s *Store) Setting(ctx context.Context, name string) (string, error) {
	var value string
	err := s.read.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = ? AND deleted = 0`, name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, explain("reading a setting of", s.path, err)
}

// SetSetting sets it, as a change of the history.
func (s *Store) SetSetting(ctx context.Context, name, value string) (Change, error) {
	return s.write(ctx, "setting "+name+" in", always(ReasonUpdate, ""), func(w *writer) error {
		w.keep = true
		w.v.required("the setting's name", name)
		w.v.text("the setting "+name, value)
		if err := w.v.take(); err != nil {
			return err
		}
		r := settingRecord{name, value}
		return w.putPlain(tables[EntitySetting], name, name, r, nil, func(n int64, m meta) (int64, error) { return w.settingRow(n, m, r) })
	})
}

// always gives a change its reason and note beforehand.
func always(r Reason, note string) func(*writer) (Reason, string, int64) {
	return func(*writer) (Reason, string, int64) { return r, note, 0 }
}
