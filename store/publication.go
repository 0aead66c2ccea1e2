package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"time"
)

// MostListed is up to how many events a publication lists those that it showed. Of one
// that showed more, its filter and view tell.
const MostListed = 5000

// Publication is the log entry of an exported picture or file.
type Publication struct {
	ID       string    `json:"id"`
	Time     time.Time `json:"time"`
	By       string    `json:"by"`
	File     string    `json:"file"`   // base name
	Format   string    `json:"format"` // png, geojson, csv …
	Title    string    `json:"title,omitempty"`
	Filter   string    `json:"filter,omitempty"`
	View     string    `json:"view,omitempty"` // bounding box W,S,E,N
	POV      string    `json:"pov,omitempty"`
	TLP      string    `json:"tlp,omitempty"` // label of TLP 2.0 that it bears
	Events   int       `json:"events"`
	Head     int64     `json:"head"`      // newest change at that time
	HeadHash string    `json:"head_hash"` // its hash

	// Earliest and Latest are the window of time that it was narrowed to, half-open; a
	// zero end is open.
	Earliest time.Time `json:"earliest,omitzero"`
	Latest   time.Time `json:"latest,omitzero"`
	// AsKnownAt is the moment that was looked back to; zero: the present.
	AsKnownAt time.Time `json:"as_known_at,omitzero"`
	// Listed says that the store has which events it showed.
	Listed bool `json:"listed"`
	// Shown are the ids of the events that it showed, for [Store.Publish] to list;
	// [Store.Shown] reads them.
	Shown []string `json:"-"`
}

// Publish logs an exported picture or file. ID, Time, By, Head and HeadHash are
// filled in when empty. Its events are listed where Shown has as many as Events says,
// and no more than MostListed. It is no change of the history.
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
		p.Shown = slices.Compact(slices.Sorted(slices.Values(p.Shown)))
		p.Listed = len(p.Shown) == p.Events && p.Events <= MostListed
		r, err := s.write1.ExecContext(ctx, `INSERT INTO publication (`+publicationColumns+`) VALUES (`+marks(17)+`)`,
			p.ID, p.Time.UnixMilli(), p.By, p.File, p.Format, p.Title, p.Filter, p.View, p.POV, p.Events, p.Head, p.HeadHash,
			flag(p.Listed), millis(p.Earliest), millis(p.Latest), millis(p.AsKnownAt), p.TLP)
		if err != nil || !p.Listed {
			return err
		}
		n, err := r.LastInsertId()
		if err != nil {
			return err
		}
		list, err := encode(p.Shown)
		if err != nil {
			return err
		}
		_, err = s.write1.ExecContext(ctx, `INSERT INTO publication_event (publication, event)
			SELECT ?, e.n FROM json_each(?) j JOIN event e ON e.id = j.value`, n, string(list))
		return err
	})
	if err != nil {
		return Publication{}, err
	}
	return p, nil
}

const publicationColumns = `id, time, who, file, format, title, filter, view, pov, events, head, head_hash, listed, earliest, latest, as_known_at, tlp`

func scanPublication(scan func(...any) error) (p Publication, err error) {
	var ms int64
	var earliest, latest, known sql.NullInt64
	err = scan(&p.ID, &ms, &p.By, &p.File, &p.Format, &p.Title, &p.Filter, &p.View, &p.POV, &p.Events, &p.Head, &p.HeadHash,
		&p.Listed, &earliest, &latest, &known, &p.TLP)
	p.Time, p.Earliest, p.Latest, p.AsKnownAt = unixMillis(ms), fromMillis(earliest), fromMillis(latest), fromMillis(known)
	return p, err
}

// Publications returns the log, newest first.
func (s *Store) Publications(ctx context.Context) ([]Publication, error) {
	return s.publications(ctx, ``)
}

func (s *Store) publications(ctx context.Context, where string, args ...any) ([]Publication, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT `+publicationColumns+` FROM publication p `+where+` ORDER BY time DESC, n DESC`, args...)
	if err != nil {
		return nil, explain("reading the publications of", s.path, err)
	}
	var list []Publication
	err = scanAll(rows, func() error {
		p, err := scanPublication(rows.Scan)
		list = append(list, p)
		return err
	})
	return list, explain("reading the publications of", s.path, err)
}

// Publication returns one entry of the log.
func (s *Store) Publication(ctx context.Context, id string) (Publication, error) {
	id = strings.ToLower(strings.TrimSpace(id))
	p, err := scanPublication(s.read.QueryRowContext(ctx, `SELECT `+publicationColumns+` FROM publication WHERE id = ?`, id).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return p, say(ErrNotFound, "there is no publication %s in the log of %s: was it made from another store, or a copy of this one?", id, s.name())
	}
	return p, explain("reading the publications of", s.path, err)
}

// Shown are the numbers of the events that a publication showed, ascending, where they
// are listed.
func (s *Store) Shown(ctx context.Context, id string) ([]int64, error) {
	var list []int64
	err := s.snapshot(ctx, func(r *reader) (err error) {
		list, err = r.numbersOf(ctx, `SELECT e.event FROM publication p JOIN publication_event e ON e.publication = p.n
			WHERE p.id = ? ORDER BY e.event`, id)
		return err
	})
	return list, explain("reading the publications of", s.path, err)
}

// PublishedState is the store as a publication showed it. Where the state that the
// publication names is not in the history, that is ErrCorrupt.
func (s *Store) PublishedState(ctx context.Context, p Publication) (*Past, error) {
	if p.Head == 0 && p.HeadHash == "" {
		return nil, say(ErrNotFound, "the publication %s was made before anything was recorded in %s: it shows no event", p.ID, s.name())
	}
	hash, err := s.ChangeHash(ctx, p.Head)
	if err != nil {
		return nil, err
	}
	if hash == "" || hash != p.HeadHash {
		return nil, say(ErrCorrupt, "the publication %s shows a state that is not in the history of %s: the file is older than the publication, "+
			"or its history was altered; run sitmap check, and look for the file that it was made from", p.ID, s.name())
	}
	past, err := s.At(ctx, p.Head)
	if err == nil && !p.AsKnownAt.IsZero() {
		past.asked = p.AsKnownAt
	}
	return past, err
}

// PublicationsTouching returns the publications that showed an event, newest first, and
// apart from them those of which the store has no list of events and which were made
// when it was there: their filter and view say whether they showed it.
func (s *Store) PublicationsTouching(ctx context.Context, event string) (showed, unlisted []Publication, err error) {
	h, found, err := headOf(ctx, s.read, tables[EntityEvent], event)
	if err != nil {
		return nil, nil, explain("reading", s.path, err)
	}
	if !found {
		return nil, nil, say(ErrNotFound, "there is no event %s in %s", event, s.name())
	}
	showed, err = s.publications(ctx, `WHERE n IN (SELECT publication FROM publication_event WHERE event = ?)`, h.n)
	if err != nil {
		return nil, nil, err
	}
	all, err := steps(ctx, s.read, h)
	if err != nil {
		return nil, nil, explain("reading the history of", s.path, err)
	}
	loose, err := s.publications(ctx, `WHERE listed = 0 AND events > 0`)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range loose {
		at := slices.IndexFunc(all, func(st step) bool { return st.change <= p.Head })
		if at >= 0 && all[at].after != nil {
			unlisted = append(unlisted, p)
		}
	}
	return showed, unlisted, nil
}
