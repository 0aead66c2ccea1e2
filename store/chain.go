package store

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// Neighbour is an event as another one's dossier names it.
type Neighbour struct {
	ID    string
	Title string
	When  time.Time // earliest instant; zero: not known
}

// SeriesPlace is where an event stands in its series.
type SeriesPlace struct {
	InSeries
	// Position counts from 1 by time, those whose time is not known aside, and those that
	// are retracted; 0: this is one of them. Of is how many count.
	Position, Of int
	// PositionInYear counts from 1 among those of the same year in UTC; 0 as above.
	PositionInYear int
	Before, After  *Neighbour // nil: none
}

// Agrees reports whether a claimed position is the computed one, in all or in the year.
func (p SeriesPlace) Agrees() bool {
	return p.ClaimedPosition == p.Position || p.ClaimedPosition == p.PositionInYear
}

// SeriesPlace finds where an event stands in its series; nil where it is in none.
func (s *Store) SeriesPlace(ctx context.Context, event string) (*SeriesPlace, error) {
	var out *SeriesPlace
	err := s.snapshot(ctx, func(r *reader) error {
		var claimed sql.NullInt64
		var series sql.NullInt64
		var in InSeries
		err := r.q.QueryRowContext(ctx, `SELECT series, series_position, series_basis FROM event WHERE id = ?`, event).
			Scan(&series, &claimed, &in.Basis)
		if errors.Is(err, sql.ErrNoRows) {
			return say(ErrNotFound, "there is no event %s in %s", event, s.name())
		}
		if err != nil || !series.Valid {
			return err
		}
		in.ClaimedPosition = int(claimed.Int64)
		if err := r.q.QueryRowContext(ctx, `SELECT id, name FROM series WHERE n = ?`, series.Int64).Scan(&in.ID, &in.Name); err != nil {
			return missing(err)
		}
		rows, err := r.q.QueryContext(ctx, `SELECT id, title, earliest, assessment FROM event WHERE series = ? AND deleted = 0
			ORDER BY ifnull(earliest, 9223372036854775807), ifnull(latest, 9223372036854775807), id`, series.Int64)
		if err != nil {
			return err
		}
		var chain []ChainLink
		err = scanAll(rows, func() error {
			var at ChainLink
			var earliest sql.NullInt64
			var assessment Assessment
			err := rows.Scan(&at.ID, &at.Title, &earliest, &assessment)
			at.When, at.Retracted = fromMillis(earliest), assessment == Retracted
			chain = append(chain, at)
			return err
		})
		out = PlaceIn(in, chain, event)
		return err
	})
	return out, explain("reading the series of", s.path, err)
}

// ChainLink is an event of a series.
type ChainLink struct {
	Neighbour
	Retracted bool
}

// PlaceIn finds where an event stands in a chain, which is in order of time with the
// events whose time is not known last.
func PlaceIn(series InSeries, chain []ChainLink, event string) *SeriesPlace {
	p := &SeriesPlace{InSeries: series}
	var last *Neighbour
	passed, year, inYear := false, 0, 0
	for _, at := range chain {
		counts := !at.When.IsZero() && !at.Retracted
		if counts {
			p.Of++
			if y := at.When.UTC().Year(); y != year {
				year, inYear = y, 0
			}
			inYear++
		}
		switch {
		case at.ID == event:
			passed, p.Before = true, last
			if counts {
				p.Position, p.PositionInYear = p.Of, inYear
			}
		case passed && p.After == nil:
			p.After = &at.Neighbour
		}
		last = &at.Neighbour
	}
	return p
}

// PointsHere is a relation of another event that points to this one.
type PointsHere struct {
	Neighbour
	Type string // part of, follows, responds to, same as or contradicts: what the other is to this one
	Note string
}

// RelationsTo lists the relations of other events that point to one, in order of their
// time. The event need not be in the store.
func (s *Store) RelationsTo(ctx context.Context, event string) ([]PointsHere, error) {
	var list []PointsHere
	err := s.snapshot(ctx, func(r *reader) error {
		rows, err := r.q.QueryContext(ctx, `SELECT e.id, e.title, e.earliest, x.type, x.note FROM relation x JOIN event e ON e.n = x.event
			WHERE x.target = ? AND e.deleted = 0
			ORDER BY ifnull(e.earliest, 9223372036854775807), ifnull(e.latest, 9223372036854775807), e.id, x.pos`, event)
		if err != nil {
			return err
		}
		return scanAll(rows, func() error {
			var p PointsHere
			var earliest sql.NullInt64
			err := rows.Scan(&p.ID, &p.Title, &earliest, &p.Type, &p.Note)
			p.When = fromMillis(earliest)
			list = append(list, p)
			return err
		})
	})
	return list, explain("reading the relations to an event of", s.path, err)
}
