package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"

	"github.com/paulmach/orb"
)

// refs are the numbers of the records an event carries inline.
type refs struct {
	parties, claims, citations []int64 // claims: 0 where nobody is named
	series                     int64   // 0: none
}

// prepared is an event in its canonical form, with what can be computed of it
// without the store.
type prepared struct {
	event  Event
	judged bool // and found good; it has all its ids
	digest digest
	text   string // folded, for the full-text index
}

// prepare brings an event into its canonical form. One that has all its ids it
// judges, too, and computes what is to be written; others must be completed first.
func prepare(e Event, v *validator) (*prepared, error) {
	p := &prepared{event: normalise(e)}
	if !complete(&p.event) {
		return p, nil
	}
	return p, p.finish(v)
}

// finish judges an event that has all its ids, but perhaps those of the records it
// carries inline.
func (p *prepared) finish(v *validator) error {
	v.event(&p.event)
	if err := v.take(); err != nil {
		return err
	}
	p.judged = true
	p.text = eventText(&p.event)
	return p.sum()
}

// sum computes the digest, which covers the ids of inline records.
func (p *prepared) sum() error {
	payload, err := encode(reduced(p.event))
	p.digest = sha256.Sum256(payload)
	return err
}

// putEvent writes one event, whole. base is the revision the caller read; nil: it
// must not be there with other content.
func (w *writer) putEvent(p *prepared, base *int64) (changed bool, err error) {
	e, whole := &p.event, p.judged
	if !whole {
		fillIDs(e, w.newID)
		if err := p.finish(w.v); err != nil {
			return false, err
		}
	}
	r, err := w.inlineRecords(e)
	if err != nil {
		return false, err
	}
	if !whole {
		if err := p.sum(); err != nil {
			return false, err
		}
	}
	t := tables[EntityEvent]
	var h head
	found := false
	// Events that are added mostly come behind all others: no need to look for them.
	if w.lastEvent == nil || e.ID <= *w.lastEvent {
		if h, found, err = w.head(t, e.ID); err != nil {
			return false, err
		}
	} else {
		w.lastEvent = &e.ID
	}
	switch {
	case base != nil:
		if err := w.checkBase(t, e.ID, e.Title, h, found, p.digest[:], *base); err != nil {
			return false, err
		}
	case found && !h.deleted && !bytes.Equal(h.digest, p.digest[:]):
		return false, say(ErrDifferent, "the event %s is in the store with other content: nothing was added; edit it there, or give this one another id", e.ID)
	}
	_, changed, err = w.put(t, e.ID, e.Title, h, found, p.digest[:], func(n int64, m meta) (int64, error) {
		return w.eventRows(n, m, p, r)
	})
	return changed, err
}

// complete reports whether an event and all that it carries have their ids.
func complete(e *Event) bool {
	if e.ID == "" || e.Series != nil && e.Series.ID == "" {
		return false
	}
	for i := range e.Phases {
		if e.Phases[i].ID == "" {
			return false
		}
	}
	for i := range e.Places {
		if e.Places[i].ID == "" {
			return false
		}
	}
	for i := range e.Parties {
		if e.Parties[i].ID == "" || e.Parties[i].Actor.ID == "" {
			return false
		}
	}
	for i := range e.Claims {
		if e.Claims[i].ID == "" || e.Claims[i].AccordingTo != nil && e.Claims[i].AccordingTo.ID == "" {
			return false
		}
	}
	for i := range e.Citations {
		if e.Citations[i].ID == "" || e.Citations[i].Item.ID == "" {
			return false
		}
	}
	return true
}

// fillIDs makes the ids that are absent.
func fillIDs(e *Event, newID func() string) {
	fill := func(id *string) {
		if *id == "" {
			*id = newID()
		}
	}
	fill(&e.ID)
	for i := range e.Phases {
		fill(&e.Phases[i].ID)
	}
	for i := range e.Places {
		fill(&e.Places[i].ID)
	}
	for i := range e.Parties {
		fill(&e.Parties[i].ID)
	}
	for i := range e.Claims {
		fill(&e.Claims[i].ID)
	}
	for i := range e.Citations {
		fill(&e.Citations[i].ID)
	}
}

// restoreEvent writes an earlier state, as the history keeps it, over the rows.
func restoreEvent(w *writer, n int64, m meta, payload []byte) error {
	e, err := DecodeEvent(payload)
	if err != nil {
		return err
	}
	r, err := w.inlineRecords(&e)
	if err != nil {
		return err
	}
	if n, err = w.eventRows(n, m, &prepared{event: e, text: eventText(&e)}, r); err != nil {
		return err
	}
	return w.relinkEvent(n) // the payload only names the actors, without their seats
}

func eventPayload(r *reader, n int64) ([]byte, string, error) {
	x, err := r.eventBare(context.Background(), n)
	if err != nil {
		return nil, "", err
	}
	b, err := encode(x.Value)
	return b, x.Value.Title, err
}

// partTables are an event's, children before parents.
var partTables = []string{
	"claim_citation", "phase_citation", "headline", "claim_time", "claim", "phase", "citation", "party", "place",
	"relation", "event_topic", "event_tag", "event_field", "event_property", "external_id", "event_planned", "link",
}

// eventRows writes the rows of an event. n 0 makes a new one; else the old rows are
// cleared away first.
func (w *writer) eventRows(n int64, m meta, p *prepared, r refs) (int64, error) {
	e := &p.event
	if n != 0 {
		old, err := w.reader.eventBare(background, n)
		if err != nil {
			return 0, err
		}
		if err := w.exec(`INSERT INTO event_text (event_text, rowid, text) VALUES ('delete', ?, ?)`, n, eventText(&old.Value)); err != nil {
			return 0, err
		}
		for _, name := range partTables {
			if err := w.exec(`DELETE FROM `+name+` WHERE event = ?`, n); err != nil {
				return 0, err
			}
		}
	}
	point, from := standsFor(e)
	var pointBlob []byte
	var pointPlace any
	if point != nil {
		pointPlace = from
		var err error
		if pointBlob, err = blob(*point); err != nil {
			return 0, err
		}
	}
	var series InSeries
	if e.Series != nil {
		series = *e.Series
	}
	row := []any{
		orNull(n), e.ID, e.Kind, e.Title, e.Summary,
		millis(e.When.Earliest), millis(e.When.Latest), string(e.When.Precision), e.When.Zone, e.When.Text, e.When.CountsOn,
		string(e.Review), e.ReviewedBy, string(e.Assessment), e.AssessmentNote,
		orNull(r.series), orNull(series.ClaimedPosition), series.Basis,
		e.Protection.TLP, millis(e.Protection.Embargo), flag(e.Protection.DoNotPublish),
		pointBlob, pointPlace, m.revision, m.change, m.item, flag(m.deleted),
	}
	query := insertEvent
	if n != 0 {
		query = replaceEvent
	}
	n, err := w.insert(query, row...)
	if err != nil {
		return 0, fmt.Errorf("writing %s: %w", describe(e), err)
	}
	if err := w.partRows(n, e, r); err != nil {
		return 0, fmt.Errorf("writing %s: %w", describe(e), err)
	}
	if err := w.add(`event_text`, `rowid, text`, n, p.text); err != nil {
		return 0, fmt.Errorf("indexing %s: %w", describe(e), err)
	}
	w.texts++
	return n, w.linkRows(n, e)
}

const eventColumns = `n, id, kind, title, summary, earliest, latest, precision, zone, told, counts_on,
	review, reviewed_by, assessment, assessment_note, series, series_position, series_basis, tlp, embargo, do_not_publish,
	point, point_place, revision, change, item, deleted`

// New rows may not meet an old one.
var (
	insertEvent  = `INSERT INTO event (` + eventColumns + `) VALUES (` + marks(27) + `)`
	replaceEvent = `REPLACE INTO event (` + eventColumns + `) VALUES (` + marks(27) + `)`
)

// whenArgs are the six columns of a time.
func whenArgs(t When) []any {
	return []any{millis(t.Earliest), millis(t.Latest), string(t.Precision), t.Zone, t.Text, t.CountsOn}
}

func (w *writer) partRows(n int64, e *Event, r refs) error {
	if !e.Planned.IsZero() {
		err := w.add(`event_planned`, `event, earliest, latest, precision, zone, told, counts_on`,
			append([]any{n}, whenArgs(e.Planned)...)...)
		if err != nil {
			return err
		}
	}
	for i := range e.Places {
		p := &e.Places[i]
		g, err := blob(p.Geometry.Geometry)
		if err != nil {
			return err
		}
		err = w.add(`place`, `event, pos, id, role, name, geonameid, country, admin1, geometry, precision, radius_m, assumed, note`,
			n, i, p.ID, p.Role, p.Name, orNull(p.GeonameID), p.Country, p.Admin1, g, string(p.Precision), orNull(p.RadiusM), flag(p.Assumed), p.Note)
		if err != nil {
			return err
		}
	}
	for i := range e.Parties {
		p := &e.Parties[i]
		var place any
		if p.Place != "" {
			place = slices.IndexFunc(e.Places, func(q Place) bool { return q.ID == p.Place })
		}
		err := w.add(`party`, `event, pos, id, role, actor, place`,
			n, i, p.ID, p.Role, r.parties[i], place)
		if err != nil {
			return err
		}
	}
	for i := range e.Citations {
		c := &e.Citations[i]
		err := w.add(`citation`, `event, pos, id, about, item, quote, translation, page, credibility`,
			n, i, c.ID, c.About, r.citations[i], c.Quote, c.Translation, c.Page, c.Credibility)
		if err != nil {
			return err
		}
	}
	for i := range e.Phases {
		p := &e.Phases[i]
		args := append([]any{n, i, p.ID, p.Phase}, whenArgs(p.At)...)
		err := w.add(`phase`, `event, pos, id, phase, earliest, latest, precision, zone, told, counts_on, note`, append(args, p.Note)...)
		if err != nil {
			return err
		}
		if err := w.citedRows(`phase_citation`, `event, phase, pos, citation`, n, i, p.Citations, e); err != nil {
			return err
		}
	}
	if err := w.claimRows(n, e, r); err != nil {
		return err
	}
	for i, rel := range e.Relations {
		if err := w.add(`relation`, `event, pos, type, target, note`, n, i, rel.Type, rel.Event, rel.Note); err != nil {
			return err
		}
	}
	for i, name := range e.Topics {
		if err := w.nameRow("topic", n, i, name); err != nil {
			return err
		}
	}
	for i, name := range e.Tags {
		if err := w.nameRow("tag", n, i, name); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(e.Fields)) {
		if err := w.add(`event_field`, `event, name, value`, n, name, string(e.Fields[name])); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(e.Properties)) {
		if err := w.add(`event_property`, `event, name, value`, n, name, string(e.Properties[name])); err != nil {
			return err
		}
	}
	for i, x := range e.ExternalIDs {
		if err := w.add(`external_id`, `event, pos, dataset, id`, n, i, x.Dataset, x.ID); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) claimRows(n int64, e *Event, r refs) error {
	claimAt := func(id string) any {
		if id == "" {
			return nil
		}
		return slices.IndexFunc(e.Claims, func(c Claim) bool { return c.ID == id })
	}
	for i := range e.Claims {
		c := &e.Claims[i]
		err := w.add(`claim`, `event, pos, id, about, part, measure, what, qualifier, low, high, value, according_to, scope_text, scope_country, scope_admin1, state, superseded_by, why, note`,
			n, i, c.ID, c.About, c.Part, c.Measure, c.Of, c.Qualifier, bound(c.Low), bound(c.High), c.Value, orNull(r.claims[i]),
			c.Scope.Text, c.Scope.Country, c.Scope.Admin1, string(c.State), claimAt(c.SupersededBy), c.Why, c.Note)
		if err != nil {
			return err
		}
		for _, t := range []struct {
			sense string
			when  When
		}{{"when", c.When}, {"scope", c.Scope.When}, {"as_of", c.AsOf}} {
			if t.when.IsZero() {
				continue
			}
			err := w.add(`claim_time`, `event, claim, sense, earliest, latest, precision, zone, told, counts_on`, append([]any{n, i, t.sense}, whenArgs(t.when)...)...)
			if err != nil {
				return err
			}
		}
		if err := w.citedRows(`claim_citation`, `event, claim, pos, citation`, n, i, c.Citations, e); err != nil {
			return err
		}
	}
	for i, h := range e.Headlines {
		err := w.add(`headline`, `event, pos, measure, what, rule, claim, reason`,
			n, i, h.Measure, h.Of, h.Rule, claimAt(h.Claim), h.Reason)
		if err != nil {
			return err
		}
	}
	return nil
}

func bound(f *float64) any {
	if f == nil {
		return nil
	}
	return *f
}

func (w *writer) citedRows(table, columns string, n int64, i int, ids []string, e *Event) error {
	for pos, id := range ids {
		at := slices.IndexFunc(e.Citations, func(c Citation) bool { return c.ID == id })
		if err := w.add(table, columns, n, i, pos, at); err != nil {
			return err
		}
	}
	return nil
}

// nameRow ties a topic or tag to an event.
func (w *writer) nameRow(table string, event int64, pos int, name string) error {
	key := table + "\x00" + name
	n, ok := w.seen.names[key]
	if !ok {
		if err := w.exec(`INSERT OR IGNORE INTO `+table+` (name) VALUES (?)`, name); err != nil {
			return err
		}
		if err := w.row(`SELECT n FROM `+table+` WHERE name = ?`, name).Scan(&n); err != nil {
			return err
		}
		w.seen.keepName(key, n)
	}
	return w.add(`event_`+table, `event, pos, `+table, event, pos, n)
}

// standsFor chooses the point that stands for an event on a map, and the position
// of the place it was taken from; nil: the event has no place.
func standsFor(e *Event) (*orb.Point, int) {
	for _, role := range []string{"scene", "target", "venue", "destination", ""} {
		for i := range e.Places {
			if p := &e.Places[i]; role == "" || p.Role == role {
				if at, ok := representative(p.Geometry.Geometry); ok {
					return &at, i
				}
			}
		}
	}
	return nil, 0
}
