package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// putActor writes an actor. base nil: inline in an event, where a strict writer
// refuses what differs.
func (w *writer) putActor(name string, a *Actor, base *int64) (int64, error) {
	t := tables[EntityActor]
	var acts int64
	if a.ActsFor != nil {
		var err error
		if acts, err = w.inlineActor(name+".acts_for", a.ActsFor); err != nil {
			return 0, err
		}
		for f, depth := a.ActsFor, 0; f != nil && depth <= maxActsFor; f, depth = f.ActsFor, depth+1 {
			if f.ID == a.ID {
				return 0, invalid("%s.acts_for leads back to ‘%s’ itself", name, a.Name)
			}
		}
	}
	b, err := encode(reducedActor(*a))
	if err != nil {
		return 0, err
	}
	d := sha256.Sum256(b)
	h, found, err := w.head(t, a.ID)
	if err != nil {
		return 0, err
	}
	if base != nil {
		if err := w.checkBase(t, a.ID, a.Name, h, found, d[:], *base); err != nil {
			return 0, err
		}
	} else if w.strict && found && !h.deleted && !bytes.Equal(h.digest, d[:]) {
		have, err := w.actor(background, h.n, false)
		if err != nil {
			return 0, err
		}
		return 0, w.differs(name, EntityActor, a.ID, a.Name, have.Name)
	}
	n, changed, err := w.put(t, a.ID, a.Name, h, found, d[:], func(n int64, m meta) (int64, error) {
		return w.actorRows(n, m, a, acts)
	})
	if err == nil && changed && found {
		err = w.relink(n)
	}
	return n, err
}

func (w *writer) actorRows(n int64, m meta, a *Actor, acts int64) (int64, error) {
	if n != 0 {
		old, err := w.reader.actorDeep(background, n, false, 0)
		if err != nil {
			return 0, err
		}
		if err := w.exec(`INSERT INTO actor_text (actor_text, rowid, text) VALUES ('delete', ?, ?)`, n, actorText(&old)); err != nil {
			return 0, err
		}
		if err := w.exec(`DELETE FROM actor_alias WHERE actor = ?`, n); err != nil {
			return 0, err
		}
		w.reader.forget()
	}
	var seat Seat
	if a.Seat != nil {
		seat = *a.Seat
	}
	g, err := blob(seat.Geometry.Geometry)
	if err != nil {
		return 0, err
	}
	n, err = w.insert(insertOrReplace(n)+` INTO actor (n, id, name, kind, seat_name, seat_geonameid, seat_country, seat_admin1, seat_geometry,
		acts_for, note, tlp, embargo, do_not_publish, revision, change, item, deleted)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		orNull(n), a.ID, a.Name, a.Kind, seat.Name, orNull(seat.GeonameID), seat.Country, seat.Admin1, g,
		orNull(acts), a.Note, a.Protection.TLP, millis(a.Protection.Embargo), flag(a.Protection.DoNotPublish),
		m.revision, m.change, m.item, flag(m.deleted))
	if err != nil {
		return 0, fmt.Errorf("writing the actor ‘%s’: %w", a.Name, err)
	}
	for i, alias := range a.Aliases {
		if err := w.exec(`INSERT INTO actor_alias (actor, pos, name) VALUES (?, ?, ?)`, n, i, alias); err != nil {
			return 0, err
		}
	}
	return n, w.exec(`INSERT INTO actor_text (rowid, text) VALUES (?, ?)`, n, actorText(a))
}

func actorPayload(r *reader, n int64) ([]byte, string, error) {
	a, err := r.actor(context.Background(), n, false)
	if err != nil {
		return nil, "", err
	}
	b, err := encode(a)
	return b, a.Name, err
}

func restoreActor(w *writer, n int64, m meta, payload []byte) error {
	var a Actor
	if err := decode(payload, &a); err != nil {
		return err
	}
	var acts int64
	if a.ActsFor != nil {
		var err error
		if acts, err = w.inlineActor("acts_for", a.ActsFor); err != nil {
			return err
		}
	}
	if _, err := w.actorRows(n, m, &a, acts); err != nil {
		return err
	}
	delete(w.seen.actors, a.ID)
	return w.relink(n)
}

func (w *writer) putOutlet(name string, o *Outlet, base *int64) (int64, error) {
	t := tables[EntityOutlet]
	b, err := encode(o)
	if err != nil {
		return 0, err
	}
	d := sha256.Sum256(b)
	h, found, err := w.head(t, o.ID)
	if err != nil {
		return 0, err
	}
	if base != nil {
		if err := w.checkBase(t, o.ID, o.Name, h, found, d[:], *base); err != nil {
			return 0, err
		}
	} else if w.strict && found && !h.deleted && !bytes.Equal(h.digest, d[:]) {
		have, err := w.outlet(background, h.n)
		if err != nil {
			return 0, err
		}
		return 0, w.differs(name, EntityOutlet, o.ID, o.Name, have.Name)
	}
	n, _, err := w.put(t, o.ID, o.Name, h, found, d[:], func(n int64, m meta) (int64, error) {
		return w.outletRow(n, m, o)
	})
	return n, err
}

func (w *writer) outletRow(n int64, m meta, o *Outlet) (int64, error) {
	if n != 0 {
		w.reader.forget()
	}
	var party any
	if o.PartyToConflict != nil {
		party = flag(*o.PartyToConflict)
	}
	return w.insert(insertOrReplace(n)+` INTO outlet (n, id, name, kind, reliability, party_to_conflict, url, note, revision, change, item, deleted)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		orNull(n), o.ID, o.Name, o.Kind, o.Reliability, party, o.URL, o.Note, m.revision, m.change, m.item, flag(m.deleted))
}

func outletPayload(r *reader, n int64) ([]byte, string, error) {
	o, err := r.outlet(context.Background(), n)
	if err != nil {
		return nil, "", err
	}
	b, err := encode(o)
	return b, o.Name, err
}

func restoreOutlet(w *writer, n int64, m meta, payload []byte) error {
	var o Outlet
	if err := decode(payload, &o); err != nil {
		return err
	}
	delete(w.seen.outlets, o.ID)
	_, err := w.outletRow(n, m, &o)
	return err
}

func (w *writer) putItem(name string, it *Item, base *int64) (int64, error) {
	t := tables[EntityItem]
	var outlet int64
	if it.Outlet != nil {
		var err error
		if outlet, err = w.inlineOutlet(name+".outlet", it.Outlet); err != nil {
			return 0, err
		}
	}
	b, err := encode(reducedItem(*it))
	if err != nil {
		return 0, err
	}
	d := sha256.Sum256(b)
	h, found, err := w.head(t, it.ID)
	if err != nil {
		return 0, err
	}
	if base != nil {
		if err := w.checkBase(t, it.ID, it.Title, h, found, d[:], *base); err != nil {
			return 0, err
		}
	} else if w.strict && found && !h.deleted && !bytes.Equal(h.digest, d[:]) {
		have, err := w.item(background, h.n, false)
		if err != nil {
			return 0, err
		}
		return 0, w.differs(name, EntityItem, it.ID, it.Title, have.Title)
	}
	n, _, err := w.put(t, it.ID, it.Title, h, found, d[:], func(n int64, m meta) (int64, error) {
		return w.itemRow(n, m, it, outlet)
	})
	return n, err
}

func (w *writer) itemRow(n int64, m meta, it *Item, outlet int64) (int64, error) {
	if n != 0 {
		w.reader.forget()
	}
	var f FileRef
	if it.File != nil {
		f = *it.File
	}
	return w.insert(insertOrReplace(n)+` INTO item (n, id, title, kind, author, url, archive_url, language, published,
		captured_at, captured_by, captured_how, text, file_sha256, file_name, file_type, file_size,
		inbox, inbox_note, outlet, note, tlp, embargo, do_not_publish, revision, change, item, deleted) VALUES (`+itemMarks+`)`,
		orNull(n), it.ID, it.Title, it.Kind, it.Author, it.URL, it.ArchiveURL, it.Language, it.Published,
		millis(it.Captured.At), it.Captured.By, it.Captured.How, it.Text, f.SHA256, f.Name, f.MediaType, orNull(f.Size),
		it.Inbox, it.InboxNote, orNull(outlet), it.Note, it.Protection.TLP, millis(it.Protection.Embargo), flag(it.Protection.DoNotPublish),
		m.revision, m.change, m.item, flag(m.deleted))
}

var itemMarks = marks(28)

func itemPayload(r *reader, n int64) ([]byte, string, error) {
	it, err := r.item(context.Background(), n, false)
	if err != nil {
		return nil, "", err
	}
	b, err := encode(it)
	return b, it.Title, err
}

func restoreItem(w *writer, n int64, m meta, payload []byte) error {
	var it Item
	if err := decode(payload, &it); err != nil {
		return err
	}
	var outlet int64
	if it.Outlet != nil {
		var err error
		if outlet, err = w.inlineOutlet("outlet", it.Outlet); err != nil {
			return err
		}
	}
	delete(w.seen.items, it.ID)
	_, err := w.itemRow(n, m, &it, outlet)
	return err
}

// seriesRecord is a series as the history keeps it.
type seriesRecord struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func (w *writer) seriesRow(n int64, m meta, s seriesRecord) (int64, error) {
	if n != 0 {
		w.reader.forget()
	}
	return w.insert(insertOrReplace(n)+` INTO series (n, id, name, revision, change, item, deleted) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		orNull(n), s.ID, s.Name, m.revision, m.change, m.item, flag(m.deleted))
}

func seriesPayload(r *reader, n int64) ([]byte, string, error) {
	var s seriesRecord
	err := r.q.QueryRowContext(context.Background(), `SELECT id, name FROM series WHERE n = ?`, n).Scan(&s.ID, &s.Name)
	if err != nil {
		return nil, "", missing(err)
	}
	b, err := encode(s)
	return b, s.Name, err
}

func restoreSeries(w *writer, n int64, m meta, payload []byte) error {
	var s seriesRecord
	if err := decode(payload, &s); err != nil {
		return err
	}
	delete(w.seen.series, s.ID)
	_, err := w.seriesRow(n, m, s)
	return err
}

// differing are the names of the members in which two canonical JSON objects
// differ, in the order in which they are written.
func differing(a, b []byte) []string {
	var ma, mb map[string]json.RawMessage
	if json.Unmarshal(a, &ma) != nil || json.Unmarshal(b, &mb) != nil {
		return nil
	}
	var names []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[Event]()) {
		name := jsonName(f)
		if !bytes.Equal(ma[name], mb[name]) {
			names = append(names, name)
		}
	}
	if names == nil { // not an event
		for name := range ma {
			if !bytes.Equal(ma[name], mb[name]) {
				names = append(names, name)
			}
		}
	}
	return names
}

// jsonName is the name of a struct's field in JSON.
func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
