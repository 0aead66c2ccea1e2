package store

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"reflect"
)

// inlineCache remembers, within one change, the records that events carry inline,
// so that the same actor in a million events is looked up once.
type inlineCache struct {
	actors  map[string]known[Actor]
	items   map[string]known[Item]
	outlets map[string]known[Outlet]
	series  map[string]known[string]
	names   map[string]int64 // topics and tags
}

// known is a record as it now is in the store, and as it was before this change
// updated it (nil: it did not).
type known[T any] struct {
	n      int64
	value  T
	before *T
}

// clash is how an inline record compares with what this change has seen of it.
type clash int

const (
	clashNone  clash = iota
	clashStale       // as it was before this change: take what it is now
	clashNewer       // the first that differs from the store: it updates
	clashOther       // from the store and from what this change made of it
)

// compare finds out. An analyst edits an actor in one place of an event; the others
// still carry what was read.
func (k known[T]) compare(v T, strict bool) clash {
	switch {
	case reflect.DeepEqual(v, k.value):
		return clashNone
	case strict:
		return clashOther
	case k.before == nil:
		return clashNewer
	case reflect.DeepEqual(v, *k.before):
		return clashStale
	}
	return clashOther
}

func keep[V any](m *map[string]V, key string, v V) {
	if *m == nil || len(*m) >= maxKept {
		*m = map[string]V{}
	}
	(*m)[key] = v
}

func (c *inlineCache) keepName(key string, n int64) { keep(&c.names, key, n) }

// inlineRecords sees to it that every actor, item, outlet and series that the event
// carries is in the store, and returns their numbers. Missing ids are filled in,
// bare references replaced by the records.
func (w *writer) inlineRecords(e *Event) (refs, error) {
	r := refs{
		parties: make([]int64, len(e.Parties)), claims: make([]int64, len(e.Claims)), citations: make([]int64, len(e.Citations)),
	}
	var err error
	for i := range e.Parties {
		if r.parties[i], err = w.inlineActor(at("parties", i)+".actor", &e.Parties[i].Actor); err != nil {
			return r, err
		}
	}
	for i := range e.Claims {
		if a := e.Claims[i].AccordingTo; a != nil {
			if r.claims[i], err = w.inlineActor(at("claims", i)+".according_to", a); err != nil {
				return r, err
			}
		}
	}
	for i := range e.Citations {
		if r.citations[i], err = w.inlineItem(at("citations", i)+".item", &e.Citations[i].Item); err != nil {
			return r, err
		}
	}
	if e.Series != nil {
		r.series, err = w.inlineSeries(e.Series)
	}
	return r, err
}

func (w *writer) inlineActor(name string, a *Actor) (int64, error) {
	if a.ID == "" {
		id, err := w.byName("actor", a.Name, func(n int64) (bool, error) {
			have, err := w.actor(background, n, true)
			return agrees(*a, have), err
		}, `SELECT n, id FROM actor WHERE name = ? AND deleted = 0 ORDER BY n`, a.Name)
		if err != nil {
			return 0, err
		}
		if id == "" {
			a.ID = w.newID()
		} else {
			*a = Actor{ID: id}
		}
	}
	var before *Actor
	if k, ok := w.seen.actors[a.ID]; ok {
		if a.bare() {
			*a = k.value
		}
		switch k.compare(*a, w.strict) {
		case clashOther:
			return 0, w.differs(name, EntityActor, a.ID, a.Name, k.value.Name)
		case clashNewer:
			before = &k.value
		default:
			*a = normalActor(k.value)
			return k.n, nil
		}
	}
	if a.bare() {
		h, found, err := w.head(tables[EntityActor], a.ID)
		if err != nil {
			return 0, err
		}
		if !found {
			return 0, invalid("%s names the actor %s, who is not in the store", name, a.ID)
		}
		if *a, err = w.actor(background, h.n, true); err != nil {
			return 0, err
		}
	}
	if before == nil {
		var err error
		if before, err = earlier(w, EntityActor, a.ID, *a, w.actorNow); err != nil {
			return 0, err
		}
	}
	n, err := w.putActor(name, a, nil)
	if err == nil {
		keep(&w.seen.actors, a.ID, known[Actor]{n, normalActor(*a), before})
	}
	return n, err
}

// earlier is a record as the store has it, where that differs from v; nil where it
// does not, or is not asked for.
func earlier[T any](w *writer, e Entity, id string, v T, read func(n int64) (T, error)) (*T, error) {
	if w.strict {
		return nil, nil
	}
	h, found, err := w.head(tables[e], id)
	if err != nil || !found {
		return nil, err
	}
	have, err := read(h.n)
	if err != nil || reflect.DeepEqual(have, v) {
		return nil, err
	}
	return &have, nil
}

func (w *writer) actorNow(n int64) (Actor, error) {
	a, err := w.actor(background, n, true)
	return normalActor(a), err
}

func (w *writer) outletNow(n int64) (Outlet, error) {
	o, err := w.outlet(background, n)
	return normalOutlet(o), err
}

func (w *writer) itemNow(n int64) (Item, error) {
	it, err := w.item(background, n, true)
	return normalItem(it), err
}

// differs refuses an inline record that is not what the store, or another part of
// the same change, says.
func (w *writer) differs(name string, e Entity, id, title, have string) error {
	if w.strict {
		return say(ErrDifferent, "%s: the %s ‘%s’ (%s) is in the store with other content, as ‘%s’: nothing was added; make them equal, or give this one another id",
			name, e, title, id, have)
	}
	return invalid("%s: the %s ‘%s’ (%s) appears twice with different content", name, e, title, id)
}

// agrees reports whether all that a says is also what b says: their non-empty
// members are equal, but for the id.
func agrees[T any](a, b T) bool {
	va, vb := reflect.ValueOf(a), reflect.ValueOf(b)
	for i := range va.NumField() {
		if va.Type().Field(i).Name == "ID" || va.Field(i).IsZero() {
			continue
		}
		if !reflect.DeepEqual(va.Field(i).Interface(), vb.Field(i).Interface()) {
			return false
		}
	}
	return true
}

// byName finds the id of a record by its name, where it agrees; "" when there is
// none.
func (w *writer) byName(sort, name string, agrees func(n int64) (bool, error), query string, args ...any) (string, error) {
	key := sort + "\x00" + name
	rows, err := w.q.QueryContext(background, query, args...)
	if err != nil {
		return "", err
	}
	type candidate struct {
		n  int64
		id string
	}
	var all []candidate
	err = scanAll(rows, func() error {
		var c candidate
		err := rows.Scan(&c.n, &c.id)
		all = append(all, c)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("looking for %s: %w", key, err)
	}
	for _, c := range all {
		ok, err := agrees(c.n)
		if err != nil {
			return "", err
		}
		if ok {
			return c.id, nil
		}
	}
	return "", nil
}

func (w *writer) inlineOutlet(name string, o *Outlet) (int64, error) {
	if o.ID == "" {
		id, err := w.byName("outlet", o.Name, func(n int64) (bool, error) {
			have, err := w.outlet(background, n)
			return agrees(*o, have), err
		}, `SELECT n, id FROM outlet WHERE name = ? AND deleted = 0 ORDER BY n`, o.Name)
		if err != nil {
			return 0, err
		}
		if id == "" {
			o.ID = w.newID()
		} else {
			*o = Outlet{ID: id}
		}
	}
	var before *Outlet
	if k, ok := w.seen.outlets[o.ID]; ok {
		if o.bare() {
			*o = k.value
		}
		switch k.compare(*o, w.strict) {
		case clashOther:
			return 0, w.differs(name, EntityOutlet, o.ID, o.Name, k.value.Name)
		case clashNewer:
			before = &k.value
		default:
			*o = normalOutlet(k.value)
			return k.n, nil
		}
	}
	if o.bare() {
		h, found, err := w.head(tables[EntityOutlet], o.ID)
		if err != nil {
			return 0, err
		}
		if !found {
			return 0, invalid("%s names the outlet %s, which is not in the store", name, o.ID)
		}
		if *o, err = w.outlet(background, h.n); err != nil {
			return 0, err
		}
	}
	if before == nil {
		var err error
		if before, err = earlier(w, EntityOutlet, o.ID, *o, w.outletNow); err != nil {
			return 0, err
		}
	}
	n, err := w.putOutlet(name, o, nil)
	if err == nil {
		keep(&w.seen.outlets, o.ID, known[Outlet]{n, normalOutlet(*o), before})
	}
	return n, err
}

func (w *writer) inlineItem(name string, it *Item) (int64, error) {
	if it.ID == "" {
		id, err := w.byName("item", it.Title, func(n int64) (bool, error) {
			have, err := w.item(background, n, true)
			if err != nil {
				return false, err
			}
			if (it.Outlet == nil) != (have.Outlet == nil) || it.Outlet != nil && !agrees(*it.Outlet, *have.Outlet) {
				return false, nil
			}
			want := *it
			want.Outlet = have.Outlet
			return agrees(want, have), nil
		}, `SELECT n, id FROM item WHERE title = ? AND deleted = 0 ORDER BY n`, it.Title)
		if err != nil {
			return 0, err
		}
		if id == "" {
			it.ID = w.newID()
		} else {
			*it = Item{ID: id}
		}
	}
	var before *Item
	if k, ok := w.seen.items[it.ID]; ok {
		if it.bare() {
			*it = k.value
		}
		switch k.compare(*it, w.strict) {
		case clashOther:
			return 0, w.differs(name, EntityItem, it.ID, it.Title, k.value.Title)
		case clashNewer:
			before = &k.value
		default:
			*it = normalItem(k.value)
			return k.n, nil
		}
	}
	if it.bare() {
		h, found, err := w.head(tables[EntityItem], it.ID)
		if err != nil {
			return 0, err
		}
		if !found {
			return 0, invalid("%s names the item %s, which is not in the store", name, it.ID)
		}
		if *it, err = w.item(background, h.n, true); err != nil {
			return 0, err
		}
		*it = normalItem(*it)
	}
	if before == nil {
		var err error
		if before, err = earlier(w, EntityItem, it.ID, *it, w.itemNow); err != nil {
			return 0, err
		}
	}
	n, err := w.putItem(name, it, nil)
	if err == nil {
		keep(&w.seen.items, it.ID, known[Item]{n, normalItem(*it), before})
	}
	return n, err
}

func (w *writer) inlineSeries(s *InSeries) (int64, error) {
	t := tables[EntitySeries]
	if s.ID == "" {
		err := w.row(`SELECT id FROM series WHERE name = ? AND deleted = 0 ORDER BY n LIMIT 1`, s.Name).Scan(&s.ID)
		if errors.Is(err, sql.ErrNoRows) {
			s.ID, err = w.newID(), nil
		}
		if err != nil {
			return 0, err
		}
	}
	if k, ok := w.seen.series[s.ID]; ok {
		if s.Name == "" {
			s.Name = k.value
		}
		if s.Name != k.value {
			return 0, w.differs("series", EntitySeries, s.ID, s.Name, k.value)
		}
		return k.n, nil
	}
	h, found, err := w.head(t, s.ID)
	if err != nil {
		return 0, err
	}
	if s.Name == "" {
		if !found {
			return 0, invalid("series names the series %s, which is not in the store", s.ID)
		}
		if s.Name, err = w.seriesName(background, h.n); err != nil {
			return 0, err
		}
	}
	b, err := encode(seriesRecord{s.ID, s.Name})
	if err != nil {
		return 0, err
	}
	d := sha256.Sum256(b)
	if w.strict && found && !h.deleted && !bytes.Equal(h.digest, d[:]) {
		have, err := w.seriesName(background, h.n)
		if err != nil {
			return 0, err
		}
		return 0, w.differs("series", EntitySeries, s.ID, s.Name, have)
	}
	n, _, err := w.put(t, s.ID, s.Name, h, found, d[:], func(n int64, m meta) (int64, error) {
		return w.seriesRow(n, m, seriesRecord{s.ID, s.Name})
	})
	if err == nil {
		keep(&w.seen.series, s.ID, known[string]{n: n, value: s.Name})
	}
	return n, err
}
