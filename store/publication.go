package store

import (
	"context"
	"time"
)

// Publication is the log entry of an exported picture or file.
type Publication struct {
	ID       string    `json:"id"`
	Time     time.Time `json:"time"`
	By       string    `json:"by"`
	File     string    `json:"file"`   // base name
	Format   string    `json:"format"` // png, geojson, csv …
	Title    string    `json:"title,omitempty"`
	Filter   string    `json:"filter,omitempty"`
	View     string    `json:"view,omitempty"` // bounding box W,S,E,N, and a projection's name if not Web Mercator
	POV      string    `json:"pov,omitempty"`
	Events   int       `json:"events"`
	Head     int64     `json:"head"`      // newest change at that time
	HeadHash string    `json:"head_hash"` // its hash
}

// Publish logs an exported picture or file. ID, Time, By, Head and HeadHash are
// filled in when empty. It is no change of the history.
func (s *Store) Publish(ctx context.Context, p Publication) (Publication, error) {
	err := s.exclusive(ctx, "logging a publication in", func() error {
		if p.ID == "" {
			p.ID = s.newID()
		}
		if p.Time.IsZero() {
			p.Time = s.clock()
		}
		p.Time = instant(p.Time)
		if p.By == "" {
			p.By = s.user
		}
		if p.HeadHash == "" {
			err := s.write1.QueryRowContext(ctx, `SELECT coalesce(max(n), 0), coalesce((SELECT lower(hex(hash)) FROM change ORDER BY n DESC LIMIT 1), '') FROM change`).
				Scan(&p.Head, &p.HeadHash)
			if err != nil {
				return err
			}
		}
		_, err := s.write1.ExecContext(ctx, `INSERT INTO publication (`+publicationColumns+`) VALUES (`+marks(12)+`)`,
			p.ID, p.Time.UnixMilli(), p.By, p.File, p.Format, p.Title, p.Filter, p.View, p.POV, p.Events, p.Head, p.HeadHash)
		return err
	})
	if err != nil {
		return Publication{}, err
	}
	return p, nil
}

const publicationColumns = `id, time, who, file, format, title, filter, view, pov, events, head, head_hash`

// Publications returns the log, newest first.
func (s *Store) Publications(ctx context.Context) ([]Publication, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT `+publicationColumns+` FROM publication ORDER BY time DESC, n DESC`)
	if err != nil {
		return nil, explain("reading the publications of", s.path, err)
	}
	var list []Publication
	err = scanAll(rows, func() error {
		var p Publication
		var ms int64
		err := rows.Scan(&p.ID, &ms, &p.By, &p.File, &p.Format, &p.Title, &p.Filter, &p.View, &p.POV, &p.Events, &p.Head, &p.HeadHash)
		p.Time = unixMillis(ms)
		list = append(list, p)
		return err
	})
	return list, explain("reading the publications of", s.path, err)
}
