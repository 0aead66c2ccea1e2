package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
)

// reader builds records from their rows. It keeps actors, items, outlets and series
// it has read, so it is for one pass over one state of the store.
type reader struct {
	q       queryer
	actors  map[int64]Actor
	items   map[int64]Item
	outlets map[int64]Outlet
	series  map[int64]string

	// then has records read as they stood at a moment; nil: as they are.
	then *since
	ids  map[string]int64    // numbers of records by table and id
	made map[int64]localScan // time and author of changes
}

func newReader(q queryer) *reader {
	r := &reader{q: q}
	r.forget()
	return r
}

func (r *reader) forget() {
	r.actors, r.items = map[int64]Actor{}, map[int64]Item{}
	r.outlets, r.series = map[int64]Outlet{}, map[int64]string{}
}

// maxKept bounds each of the reader's maps.
const maxKept = 20_000

func (r *reader) trim() {
	if len(r.actors) > maxKept || len(r.items) > maxKept || len(r.outlets) > maxKept || len(r.series) > maxKept {
		r.forget()
	}
}

// row is an event with the numbers that its rows are found by.
type row struct {
	Stored[Event]
	head
	series int64
	// Numbers of the actors of parties and claims, and of the items of citations.
	parties, claims, citations []int64
}

// which limits the events that are read, by the number of the event.
type which struct {
	where string // of a column named %s
	args  []any
}

func oneEvent(n int64) which { return which{"%s = ?", []any{n}} }

func eventRange(from, to int64) which { return which{"%s BETWEEN ? AND ?", []any{from, to}} }

func someEvents(ns []int64) which {
	list, _ := json.Marshal(ns) // numbers always marshal
	return which{"%s IN (SELECT value FROM json_each(?))", []any{string(list)}}
}

// timeScan takes the six columns of a time.
type timeScan struct {
	earliest, latest sql.NullInt64
	w                When
}

func (t *timeScan) into() []any {
	return []any{&t.earliest, &t.latest, &t.w.Precision, &t.w.Zone, &t.w.Text, &t.w.CountsOn}
}

func (t *timeScan) when() When {
	t.w.Earliest, t.w.Latest = fromMillis(t.earliest), fromMillis(t.latest)
	return t.w
}

// eventsBare reads events in the order of their numbers, whole but for the inline
// records, which are bare references.
func (r *reader) eventsBare(ctx context.Context, w which) ([]*row, error) {
	rows, err := r.q.QueryContext(ctx, `SELECT e.n, e.id, e.kind, e.title, e.summary,
		e.earliest, e.latest, e.precision, e.zone, e.told, e.counts_on,
		e.review, e.reviewed_by, e.assessment, e.assessment_note,
		e.series, s.id, e.series_position, e.series_basis, e.tlp, e.embargo, e.do_not_publish,
		e.revision, e.change, e.item, e.deleted, c.time, c.who, coalesce(i.after, i.before)
		FROM event e
		LEFT JOIN series s ON s.n = e.series
		LEFT JOIN change c ON c.n = e.change
		LEFT JOIN change_item i ON i.change = e.change AND i.pos = e.item
		WHERE `+fmt.Sprintf(w.where, "e.n")+` ORDER BY e.n`, w.args...)
	if err != nil {
		return nil, fmt.Errorf("reading events: %w", err)
	}
	var out []*row
	err = scanAll(rows, func() error {
		x := &row{}
		e := &x.Value
		var t timeScan
		var series, position, embargo, recorded sql.NullInt64
		var seriesID, by sql.NullString
		var basis string
		err := rows.Scan(&x.n, &e.ID, &e.Kind, &e.Title, &e.Summary,
			&t.earliest, &t.latest, &t.w.Precision, &t.w.Zone, &t.w.Text, &t.w.CountsOn,
			&e.Review, &e.ReviewedBy, &e.Assessment, &e.AssessmentNote,
			&series, &seriesID, &position, &basis, &e.Protection.TLP, &embargo, &e.Protection.DoNotPublish,
			&x.revision, &x.change, &x.item, &x.deleted, &recorded, &by, &x.digest)
		if err != nil {
			return err
		}
		e.When = t.when()
		if series.Valid {
			x.series = series.Int64
			e.Series = &InSeries{ID: seriesID.String, ClaimedPosition: int(position.Int64), Basis: basis}
		}
		e.Protection.Embargo = fromMillis(embargo)
		x.Revision, x.Recorded, x.By, x.Stored.Deleted = x.revision, fromMillis(recorded), by.String, x.deleted
		out = append(out, x)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading events: %w", err)
	}
	if len(out) == 0 {
		return nil, nil
	}
	p := &partReader{r: r, ctx: ctx, which: w, rows: out}
	if err := p.all(); err != nil {
		return nil, fmt.Errorf("reading the parts of events: %w", err)
	}
	return r.rowsThen(ctx, out)
}

// eventBare reads one event, deleted or not.
func (r *reader) eventBare(ctx context.Context, n int64) (*row, error) {
	rows, err := r.eventsBare(ctx, oneEvent(n))
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, say(ErrNotFound, "there is no event number %d", n)
	}
	return rows[0], nil
}

// partReader merges the rows of the parts, which come in the order of the events,
// into the events.
type partReader struct {
	r     *reader
	ctx   context.Context
	which which
	rows  []*row
	at    int
}

// event is the row with number n; parts come in its order.
func (p *partReader) event(n int64) *row {
	for p.at < len(p.rows) && p.rows[p.at].n < n {
		p.at++
	}
	if p.at < len(p.rows) && p.rows[p.at].n == n {
		return p.rows[p.at]
	}
	return nil
}

// each runs a query whose first column is the event's number.
func (p *partReader) each(columns, from, order string, one func(rows *sql.Rows, n *int64) (func(*row) error, error)) error {
	p.at = 0
	rows, err := p.r.q.QueryContext(p.ctx, `SELECT x.event, `+columns+` FROM `+from+` WHERE `+
		fmt.Sprintf(p.which.where, "x.event")+` ORDER BY x.event, `+order, p.which.args...)
	if err != nil {
		return err
	}
	return scanAll(rows, func() error {
		var n int64
		put, err := one(rows, &n)
		if err != nil {
			return err
		}
		if x := p.event(n); x != nil {
			return put(x)
		}
		return nil
	})
}

// part is the i-th of a list, whose length a file altered by others need not keep.
func part[T any](list []T, i int64) (*T, error) {
	if i < 0 || i >= int64(len(list)) {
		return nil, say(ErrCorrupt, "a part of an event names another that is not there: run sitmap check, and restore a backup")
	}
	return &list[i], nil
}

func (p *partReader) all() error {
	for _, f := range []func() error{
		p.planned, p.places, p.citations, p.phases, p.parties, p.claims, p.claimTimes, p.cited,
		p.headlines, p.relations, p.names, p.raws, p.externals,
	} {
		if err := f(); err != nil {
			return err
		}
	}
	return nil
}

func (p *partReader) planned() error {
	return p.each(`x.earliest, x.latest, x.precision, x.zone, x.told, x.counts_on`, `event_planned x`, `x.event`,
		func(rows *sql.Rows, n *int64) (func(*row) error, error) {
			var t timeScan
			err := rows.Scan(append([]any{n}, t.into()...)...)
			return func(x *row) error { x.Value.Planned = t.when(); return nil }, err
		})
}

func (p *partReader) places() error {
	return p.each(`x.id, x.role, x.name, x.geonameid, x.country, x.admin1, x.geometry, x.precision, x.radius_m, x.assumed, x.note`,
		`place x`, `x.pos`,
		func(rows *sql.Rows, n *int64) (func(*row) error, error) {
			var pl Place
			var geoname sql.NullInt64
			var radius sql.NullFloat64
			var g []byte
			err := rows.Scan(n, &pl.ID, &pl.Role, &pl.Name, &geoname, &pl.Country, &pl.Admin1, &g, &pl.Precision, &radius, &pl.Assumed, &pl.Note)
			if err != nil {
				return nil, err
			}
			pl.GeonameID, pl.RadiusM = geoname.Int64, radius.Float64
			pl.Geometry, err = geometryOf(g)
			return func(x *row) error { x.Value.Places = append(x.Value.Places, pl); return nil }, err
		})
}

func geometryOf(b []byte) (Geometry, error) {
	g, err := unblob(b)
	if err != nil {
		return Geometry{}, &sentence{text: "a geometry in the file is damaged: run sitmap check, and restore a backup", is: ErrCorrupt, cause: err}
	}
	return Geometry{Geometry: g}, nil
}

func (p *partReader) citations() error {
	return p.each(`x.id, x.about, x.item, i.id, x.quote, x.translation, x.page, x.credibility`,
		`citation x LEFT JOIN item i ON i.n = x.item`, `x.pos`,
		func(rows *sql.Rows, n *int64) (func(*row) error, error) {
			var c Citation
			var item int64
			var id sql.NullString
			err := rows.Scan(n, &c.ID, &c.About, &item, &id, &c.Quote, &c.Translation, &c.Page, &c.Credibility)
			c.Item.ID = id.String
			return func(x *row) error {
				x.Value.Citations = append(x.Value.Citations, c)
				x.citations = append(x.citations, item)
				return nil
			}, err
		})
}

func (p *partReader) phases() error {
	return p.each(`x.id, x.phase, x.earliest, x.latest, x.precision, x.zone, x.told, x.counts_on, x.note`, `phase x`, `x.pos`,
		func(rows *sql.Rows, n *int64) (func(*row) error, error) {
			var ph Phase
			var t timeScan
			err := rows.Scan(n, &ph.ID, &ph.Phase, &t.earliest, &t.latest, &t.w.Precision, &t.w.Zone, &t.w.Text, &t.w.CountsOn, &ph.Note)
			ph.At = t.when()
			return func(x *row) error { x.Value.Phases = append(x.Value.Phases, ph); return nil }, err
		})
}

func (p *partReader) parties() error {
	return p.each(`x.id, x.role, x.actor, a.id, x.place`, `party x LEFT JOIN actor a ON a.n = x.actor`, `x.pos`,
		func(rows *sql.Rows, n *int64) (func(*row) error, error) {
			var pa Party
			var actor int64
			var id sql.NullString
			var place sql.NullInt64
			err := rows.Scan(n, &pa.ID, &pa.Role, &actor, &id, &place)
			pa.Actor.ID = id.String
			return func(x *row) error {
				if place.Valid {
					at, err := part(x.Value.Places, place.Int64)
					if err != nil {
						return err
					}
					pa.Place = at.ID
				}
				x.Value.Parties = append(x.Value.Parties, pa)
				x.parties = append(x.parties, actor)
				return nil
			}, err
		})
}
