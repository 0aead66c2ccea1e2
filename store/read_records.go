package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

const actorColumns = `a.n, a.id, a.name, a.kind, a.seat_name, a.seat_geonameid, a.seat_country, a.seat_admin1, a.seat_geometry,
	a.acts_for, a.note, a.tlp, a.embargo, a.do_not_publish`

// actorRow reads one actor without those it acts for.
func (r *reader) actorRow(scan func(...any) error) (n int64, a Actor, actsFor int64, err error) {
	var geoname, embargo, acts sql.NullInt64
	var g []byte
	var seat Seat
	err = scan(&n, &a.ID, &a.Name, &a.Kind, &seat.Name, &geoname, &seat.Country, &seat.Admin1, &g,
		&acts, &a.Note, &a.Protection.TLP, &embargo, &a.Protection.DoNotPublish)
	if err != nil {
		return 0, Actor{}, 0, err
	}
	a.Protection.Embargo = fromMillis(embargo)
	seat.GeonameID = geoname.Int64
	if seat.Geometry, err = geometryOf(g); err != nil {
		return 0, Actor{}, 0, err
	}
	if seat.Name != "" {
		a.Seat = &seat
	}
	return n, a, acts.Int64, nil
}

// actor reads an actor, with those it acts for as bare references or whole.
func (r *reader) actor(ctx context.Context, n int64, whole bool) (Actor, error) {
	if a, ok := r.actors[n]; ok && whole {
		return a, nil
	}
	a, err := r.actorDeep(ctx, n, whole, 0)
	if err == nil && whole {
		r.actors[n] = a
	}
	return a, err
}

func (r *reader) actorDeep(ctx context.Context, n int64, whole bool, depth int) (Actor, error) {
	if x, touched := r.then.of(EntityActor, n); touched {
		return r.actorThen(ctx, n, x, whole, depth)
	}
	_, a, acts, err := r.actorRow(r.q.QueryRowContext(ctx, `SELECT `+actorColumns+` FROM actor a WHERE a.n = ?`, n).Scan)
	if err != nil {
		return Actor{}, fmt.Errorf("reading an actor: %w", missing(err))
	}
	rows, err := r.q.QueryContext(ctx, `SELECT name FROM actor_alias WHERE actor = ? ORDER BY pos`, n)
	if err != nil {
		return Actor{}, err
	}
	err = scanAll(rows, func() error {
		var alias string
		err := rows.Scan(&alias)
		a.Aliases = append(a.Aliases, alias)
		return err
	})
	if err != nil || acts == 0 {
		return a, err
	}
	if whole && depth <= maxActsFor {
		f, err := r.actorDeep(ctx, acts, true, depth+1)
		a.ActsFor = &f
		return a, err
	}
	a.ActsFor = &Actor{}
	return a, missing(r.q.QueryRowContext(ctx, `SELECT id FROM actor WHERE n = ?`, acts).Scan(&a.ActsFor.ID))
}

// missing says that a row which another names is not there.
func missing(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return say(ErrCorrupt, "a record that another names is missing from the file: run sitmap check, and restore a backup")
	}
	return err
}

const outletColumns = `o.n, o.id, o.name, o.kind, o.reliability, o.party_to_conflict, o.url, o.note`

func outletRow(scan func(...any) error) (n int64, o Outlet, err error) {
	var party sql.NullBool
	err = scan(&n, &o.ID, &o.Name, &o.Kind, &o.Reliability, &party, &o.URL, &o.Note)
	if party.Valid {
		o.PartyToConflict = &party.Bool
	}
	return n, o, err
}

func (r *reader) outlet(ctx context.Context, n int64) (Outlet, error) {
	if o, ok := r.outlets[n]; ok {
		return o, nil
	}
	if x, touched := r.then.of(EntityOutlet, n); touched {
		o, err := recordThen[Outlet](ctx, r, EntityOutlet, n, x)
		if err == nil {
			r.outlets[n] = o
		}
		return o, err
	}
	_, o, err := outletRow(r.q.QueryRowContext(ctx, `SELECT `+outletColumns+` FROM outlet o WHERE o.n = ?`, n).Scan)
	if err != nil {
		return Outlet{}, fmt.Errorf("reading an outlet: %w", missing(err))
	}
	r.outlets[n] = o
	return o, nil
}

const itemColumns = `i.n, i.id, i.title, i.kind, i.author, i.url, i.archive_url, i.language, i.published,
	i.captured_at, i.captured_by, i.captured_how, i.text, i.file_sha256, i.file_name, i.file_type, i.file_size,
	i.inbox, i.inbox_note, i.outlet, i.note, i.tlp, i.embargo, i.do_not_publish`

// itemRow reads an item without its outlet.
func itemRow(scan func(...any) error) (n int64, it Item, outlet int64, err error) {
	var captured, embargo, size, out sql.NullInt64
	var f FileRef
	err = scan(&n, &it.ID, &it.Title, &it.Kind, &it.Author, &it.URL, &it.ArchiveURL, &it.Language, &it.Published,
		&captured, &it.Captured.By, &it.Captured.How, &it.Text, &f.SHA256, &f.Name, &f.MediaType, &size,
		&it.Inbox, &it.InboxNote, &out, &it.Note, &it.Protection.TLP, &embargo, &it.Protection.DoNotPublish)
	it.Captured.At, it.Protection.Embargo = fromMillis(captured), fromMillis(embargo)
	if f.SHA256 != "" {
		f.Size = size.Int64
		it.File = &f
	}
	return n, it, out.Int64, err
}

func (r *reader) item(ctx context.Context, n int64, whole bool) (Item, error) {
	if it, ok := r.items[n]; ok && whole {
		return it, nil
	}
	if x, touched := r.then.of(EntityItem, n); touched {
		it, err := r.itemThen(ctx, n, x, whole)
		if err == nil && whole {
			r.items[n] = it
		}
		return it, err
	}
	_, it, outlet, err := itemRow(r.q.QueryRowContext(ctx, `SELECT `+itemColumns+` FROM item i WHERE i.n = ?`, n).Scan)
	if err != nil {
		return Item{}, fmt.Errorf("reading an item: %w", missing(err))
	}
	if outlet != 0 {
		o, err := r.outlet(ctx, outlet)
		if err != nil {
			return Item{}, err
		}
		if !whole {
			o = Outlet{ID: o.ID}
		}
		it.Outlet = &o
	}
	if whole {
		r.items[n] = it
	}
	return it, nil
}

func (r *reader) seriesName(ctx context.Context, n int64) (string, error) {
	if name, ok := r.series[n]; ok {
		return name, nil
	}
	if x, touched := r.then.of(EntitySeries, n); touched {
		s, err := recordThen[seriesRecord](ctx, r, EntitySeries, n, x)
		if err == nil {
			r.series[n] = s.Name
		}
		return s.Name, err
	}
	var name string
	if err := r.q.QueryRowContext(ctx, `SELECT name FROM series WHERE n = ?`, n).Scan(&name); err != nil {
		return "", fmt.Errorf("reading a series: %w", missing(err))
	}
	r.series[n] = name
	return name, nil
}

// fill replaces the bare references of an event by the records.
func (r *reader) fill(ctx context.Context, x *row) (err error) {
	r.trim()
	e := &x.Value
	for i, n := range x.parties {
		a, err := r.actor(ctx, n, true)
		if err != nil {
			return err
		}
		e.Parties[i].Actor = cloneActor(a)
	}
	for i, n := range x.claims {
		if n == 0 {
			continue
		}
		a, err := r.actor(ctx, n, true)
		if err != nil {
			return err
		}
		a = cloneActor(a)
		e.Claims[i].AccordingTo = &a
	}
	for i, n := range x.citations {
		it, err := r.item(ctx, n, true)
		if err != nil {
			return err
		}
		e.Citations[i].Item = normalItem(it)
	}
	if e.Series != nil {
		e.Series.Name, err = r.seriesName(ctx, x.series)
	}
	return err
}

// cloneActor shares no memory with the reader's own copy.
func cloneActor(a Actor) Actor { return normalActor(a) }

// eventsWhole reads events with the records they carry inline.
func (r *reader) eventsWhole(ctx context.Context, w which) ([]*row, error) {
	rows, err := r.eventsBare(ctx, w)
	if err != nil {
		return nil, err
	}
	for _, x := range rows {
		if err := r.fill(ctx, x); err != nil {
			return nil, err
		}
	}
	return rows, nil
}
