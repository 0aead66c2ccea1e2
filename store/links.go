package store

import (
	"database/sql"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// linkSegments is how many pieces a great circle is written in for other programs.
const linkSegments = 32

// linkRow is one line: which sort, whom it joins, and where it runs.
type linkRow struct {
	sort, ends string
	line       orb.LineString
}

// linksOf computes the lines by which other programs see who called, met, gave and
// received, from the seats of the parties. The event is whole, with its actors.
func linksOf(form Form, e *Event) []linkRow {
	var list []linkRow
	add := func(sort, ends string, a, b orb.Point) {
		if a == b {
			return
		}
		for _, line := range geo.GreatCircle(a, b, linkSegments) {
			list = append(list, linkRow{sort, ends, line})
		}
	}
	switch form {
	case FormCall:
		var ends []seated
		for i := range e.Parties {
			if s, ok := seatOf(e, i); ok {
				ends = append(ends, s)
			}
		}
		for i := range ends {
			for j := i + 1; j < len(ends); j++ {
				add("call", ends[i].name+" – "+ends[j].name, ends[i].at, ends[j].at)
			}
		}
	case FormMeeting:
		venue, ok := placeOf(e, "venue", "scene")
		if !ok {
			return nil
		}
		for i := range e.Parties {
			if s, ok := seatOf(e, i); ok {
				add("spoke", s.name, s.at, venue)
			}
		}
	case FormTransfer:
		for i := range e.Parties {
			for j := range e.Parties {
				if e.Parties[i].Role != "donor" || e.Parties[j].Role != "recipient" {
					continue
				}
				from, ok1 := seatOf(e, i)
				to, ok2 := seatOf(e, j)
				if ok1 && ok2 {
					add("transfer", from.name+" → "+to.name, from.at, to.at)
				}
			}
		}
	}
	return list
}

// linkRows writes an event's lines.
func (w *writer) linkRows(n int64, e *Event) error {
	for _, l := range linksOf(w.v.codes.kinds[e.Kind].Form, e) {
		g, err := blob(l.line)
		if err != nil {
			return err
		}
		if err := w.add(`link`, `event, type, ends, line`, n, l.sort, l.ends, g); err != nil {
			return err
		}
	}
	return nil
}

// seated is a party and where it was.
type seated struct {
	name string
	at   orb.Point
}

// seatOf is where a party was: its place in the event, else its own seat, else that
// of whom it acts for.
func seatOf(e *Event, i int) (seated, bool) {
	p := &e.Parties[i]
	if p.Place != "" {
		for j := range e.Places {
			if e.Places[j].ID != p.Place || e.Places[j].Role == "venue" {
				continue
			}
			if at, ok := representative(e.Places[j].Geometry.Geometry); ok {
				return seated{p.Actor.Name, at}, true
			}
		}
	}
	for a, depth := &p.Actor, 0; a != nil && depth <= maxActsFor; a, depth = a.ActsFor, depth+1 {
		if a.Seat == nil {
			continue
		}
		if at, ok := representative(a.Seat.Geometry.Geometry); ok {
			return seated{p.Actor.Name, at}, true
		}
	}
	return seated{}, false
}

func placeOf(e *Event, roles ...string) (orb.Point, bool) {
	for _, role := range roles {
		for i := range e.Places {
			if e.Places[i].Role == role {
				if at, ok := representative(e.Places[i].Geometry.Geometry); ok {
					return at, true
				}
			}
		}
	}
	return orb.Point{}, false
}

// relink computes the lines of all events of an actor anew, after its seat or name
// changed, and of those who act for it.
func (w *writer) relink(actor int64) error {
	rows, err := w.q.QueryContext(background, `WITH RECURSIVE who (n) AS (
			SELECT ? UNION SELECT a.n FROM actor a JOIN who ON a.acts_for = who.n)
		SELECT DISTINCT l.event FROM party p JOIN who ON p.actor = who.n JOIN link l ON l.event = p.event
		UNION SELECT p.event FROM party p JOIN who ON p.actor = who.n JOIN event e ON e.n = p.event
			JOIN kind k ON k.code = e.kind WHERE k.form IN ('call', 'meeting', 'transfer')`, actor)
	if err != nil {
		return err
	}
	return w.relinkEach(rows)
}

// relinkKind does so for all events of a kind, after its form changed.
func (w *writer) relinkKind(code string) error {
	rows, err := w.q.QueryContext(background, `SELECT n FROM event WHERE kind = ?`, code)
	if err != nil {
		return err
	}
	return w.relinkEach(rows)
}

// relinkEach computes the lines of the events that rows number.
func (w *writer) relinkEach(rows *sql.Rows) error {
	var events []int64
	err := scanAll(rows, func() error {
		var n int64
		err := rows.Scan(&n)
		events = append(events, n)
		return err
	})
	if err != nil {
		return err
	}
	for _, n := range events {
		if err := w.relinkEvent(n); err != nil {
			return err
		}
	}
	return nil
}

// relinkEvent computes the lines of one event anew, from its rows.
func (w *writer) relinkEvent(n int64) error {
	whole, err := w.eventsWhole(background, oneEvent(n))
	if err != nil {
		return err
	}
	for _, x := range whole {
		if err := w.exec(`DELETE FROM link WHERE event = ?`, n); err != nil {
			return err
		}
		if err := w.linkRows(n, &x.Value); err != nil {
			return err
		}
	}
	return nil
}
