package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/google/uuid"
)

// rowReader reads rows over a connection of its own, in a transaction that it
// keeps open. It speaks with the driver: what database/sql does for each value of
// a row would take as long again as SQLite itself.
type rowReader struct {
	conn    *sql.Conn
	texts   map[string]string // few, in many rows
	buf     []EventRow
	unclear []int // rows whose measures take the whole event
}

// rowReaders opens readers that see the same state of the store.
func (s *Store) rowReaders(ctx context.Context, n int) (rs []*rowReader, head Change, err error) {
	// Somebody may write between the opening of one and of the next. Where that
	// happens time and again, one reader has to do.
	for range 3 {
		rs, head, err = s.tryRowReaders(ctx, n)
		if err != nil || rs != nil {
			return rs, head, err
		}
	}
	return s.tryRowReaders(ctx, 1)
}

// tryRowReaders gives none where the store changed meanwhile.
func (s *Store) tryRowReaders(ctx context.Context, n int) (rs []*rowReader, head Change, err error) {
	done := false
	defer func() {
		if !done {
			for _, r := range rs {
				r.close()
			}
			rs = nil
		}
	}()
	for i := range n {
		conn, err := s.read.Conn(ctx)
		if err != nil {
			return rs, head, err
		}
		rs = append(rs, &rowReader{conn: conn, texts: map[string]string{}})
		if _, err := conn.ExecContext(ctx, `BEGIN`); err != nil {
			return rs, head, err
		}
		c, err := scanChange(conn.QueryRowContext(ctx, `SELECT `+changeColumns+` FROM change c ORDER BY c.n DESC LIMIT 1`).Scan)
		if errors.Is(err, sql.ErrNoRows) {
			c, err = Change{}, nil
		}
		if err != nil {
			return rs, head, err
		}
		if i > 0 && c.Hash != head.Hash {
			return rs, head, nil
		}
		head = c
	}
	done = true
	return rs, head, nil
}

func (r *rowReader) close() {
	_, _ = r.conn.ExecContext(background, `ROLLBACK`)
	_ = r.conn.Close()
}

// rows reads some events; the slice is used again by the next call.
func (r *rowReader) rows(ctx context.Context, w which) ([]EventRow, error) {
	r.buf, r.unclear = r.buf[:0], r.unclear[:0]
	err := r.conn.Raw(func(c any) error {
		q, ok := c.(driver.QueryerContext)
		if !ok {
			return fmt.Errorf("the driver %T cannot be asked directly", c)
		}
		if err := r.events(ctx, q, w); err != nil {
			return err
		}
		return r.claims(ctx, q, w)
	})
	if err != nil {
		return nil, err
	}
	if len(r.unclear) == 0 {
		return r.buf, nil
	}
	ns := make([]int64, len(r.unclear))
	for i, at := range r.unclear {
		ns[i] = r.buf[at].Number
	}
	whole, err := newReader(r.conn).eventsWhole(ctx, someEvents(ns))
	if err != nil {
		return nil, err
	}
	for i, x := range whole { // both in the order of numbers
		if i < len(ns) && x.n == ns[i] {
			row := &r.buf[r.unclear[i]]
			row.Killed, row.Launched = sizesOf(x.Value)
		}
	}
	return r.buf, nil
}

// rowBits are review, protection and assessment as one number, which spares several
// texts a row.
const rowBits = `(e.review = 'reviewed') | (e.review = 'draft') << 1
	| (e.tlp NOT IN ('', 'CLEAR') OR e.embargo IS NOT NULL OR e.do_not_publish <> 0) << 2
	| CASE e.assessment WHEN '' THEN 0 WHEN 'reported' THEN 1 WHEN 'corroborated' THEN 2
		WHEN 'confirmed' THEN 3 WHEN 'disputed' THEN 4 ELSE 5 END << 3`

var (
	rowReviews     = [4]Review{"", Reviewed, Draft}
	rowAssessments = [8]Assessment{"", Reported, Corroborated, Confirmed, Disputed, Retracted}
)

func (r *rowReader) events(ctx context.Context, q driver.QueryerContext, w which) error {
	const columns = 13
	return eachValue(ctx, q, `SELECT e.n, e.id, e.kind, `+rowBits+`, e.earliest, e.latest, e.precision, e.zone, e.counts_on,
		e.point, p.country, p.precision, p.radius_m
		FROM event e LEFT JOIN place p ON p.event = e.n AND p.pos = e.point_place
		WHERE `+fmt.Sprintf(w.where, "e.n")+` AND e.deleted = 0 ORDER BY e.n`, w, columns, func(v []driver.Value) error {
		bits, _ := v[3].(int64)
		row := EventRow{
			Kind: r.text(v[2]), Earliest: instantOf(v[4]), Latest: instantOf(v[5]),
			Precision: Precision(r.text(v[6])), Zone: r.text(v[7]), CountsOn: r.text(v[8]),
			Review: rowReviews[bits&3], Protected: bits&4 != 0, Assessment: rowAssessments[bits>>3&7],
			Country: r.text(v[10]), PlacePrecision: PlacePrecision(r.text(v[11])),
			Killed: math.NaN(), Launched: math.NaN(),
		}
		row.Number, _ = v[0].(int64)
		id, _ := v[1].(string)
		if !parseID(id, &row.ID) {
			return say(ErrCorrupt, "event number %d has the id %s, which is no UUID: run sitmap check, and restore a backup", row.Number, quoted(id))
		}
		row.RadiusM, _ = v[12].(float64)
		if b, _ := v[9].([]byte); len(b) > 0 {
			if len(b) != 29 || string(b[:13]) != pointHead {
				return say(ErrCorrupt, "the point of the event %s is damaged: run sitmap check, and restore a backup", id)
			}
			row.Placed = true
			row.Point[0] = math.Float64frombits(binary.LittleEndian.Uint64(b[13:]))
			row.Point[1] = math.Float64frombits(binary.LittleEndian.Uint64(b[21:]))
		}
		r.buf = append(r.buf, row)
		return nil
	})
}

// pointHead begins every point that [blob] writes.
const pointHead = "GP\x00\x01\xe6\x10\x00\x00\x01\x01\x00\x00\x00"

// claims fills in the measures. One claim that counts the event itself is its
// measure's headline whatever the rule; where there are more, or the scope is wider,
// the whole event has to be judged.
func (r *rowReader) claims(ctx context.Context, q driver.QueryerContext, w which) error {
	const columns = 6
	at, event, unclear := 0, int64(-1), false
	var seen []string // what the claims of this event so far count
	return eachValue(ctx, q, `SELECT c.event, c.measure, c.what, c.qualifier, c.low,
			c.scope_text <> '' OR c.scope_country <> '' OR c.scope_admin1 <> ''
			OR EXISTS (SELECT 1 FROM claim_time t WHERE t.event = c.event AND t.claim = c.pos AND t.sense = 'scope')
		FROM claim c WHERE `+fmt.Sprintf(w.where, "c.event")+` AND c.about = 'measure' AND c.measure IN ('`+killed+`', '`+launched+`')
			AND c.state IN ('', 'live') AND c.superseded_by IS NULL
		ORDER BY c.event, c.pos`, w, columns, func(v []driver.Value) error {
		n, _ := v[0].(int64)
		if n != event {
			event, unclear, seen = n, false, seen[:0]
		}
		for at < len(r.buf) && r.buf[at].Number < n {
			at++
		}
		if unclear || at == len(r.buf) || r.buf[at].Number != n || r.buf[at].Assessment == Retracted {
			return nil
		}
		measure, _ := v[1].(string)
		what, _ := v[2].(string)
		key := measure + "\x00" + what
		unclear = v[5] != int64(0)
		for _, s := range seen {
			unclear = unclear || s == key
		}
		if unclear {
			r.unclear = append(r.unclear, at)
			return nil
		}
		seen = append(seen, key)
		low, ok := v[4].(float64)
		if q, _ := v[3].(string); !ok || q == noneReported {
			return nil
		}
		row := &r.buf[at]
		if measure == killed {
			row.Killed = higher(row.Killed, low)
		} else {
			row.Launched = higher(row.Launched, low)
		}
		return nil
	})
}

// eachValue calls one for every row of an answer.
func eachValue(ctx context.Context, q driver.QueryerContext, query string, w which, columns int, one func([]driver.Value) error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	args := make([]driver.NamedValue, len(w.args))
	for i, a := range w.args {
		args[i] = driver.NamedValue{Ordinal: i + 1, Value: a}
	}
	rows, err := q.QueryContext(ctx, query, args)
	if err != nil {
		return err
	}
	defer func() {
		if e := rows.Close(); err == nil {
			err = e
		}
	}()
	v := make([]driver.Value, columns)
	for {
		if err := rows.Next(v); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		if err := one(v); err != nil {
			return err
		}
	}
}

// text is a text of which few differ, so that rows do not each keep a copy.
func (r *rowReader) text(v driver.Value) string {
	s, _ := v.(string)
	if s == "" {
		return ""
	}
	if kept, ok := r.texts[s]; ok {
		return kept
	}
	if len(r.texts) < maxKept {
		r.texts[s] = s
	}
	return s
}

func instantOf(v driver.Value) int64 {
	if ms, ok := v.(int64); ok {
		return ms
	}
	return UnknownTime
}

// parseID reads a UUID as the store writes it, several times quicker than a parser
// of all its notations.
func parseID(s string, id *uuid.UUID) bool {
	if len(s) != 36 || s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return false
	}
	bad := byte(0)
	j := 0
	for i := range id {
		if j == 8 || j == 13 || j == 18 || j == 23 {
			j++
		}
		hi, lo := nibble(s[j]), nibble(s[j+1])
		bad |= hi | lo
		id[i] = hi<<4 | lo
		j += 2
	}
	return bad < 16
}

// nibble is the value of a hexadecimal digit in lower case, 255 of any other byte.
func nibble(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	}
	return 255
}

// teller passes on the progress of several readers, one report at a time.
type teller struct {
	p     Progress
	done  chan int64 // how far they are; whoever took it may tell
	total int64
}

func newTeller(p Progress, total int64) *teller {
	t := &teller{p: p, done: make(chan int64, 1), total: total}
	t.done <- 0
	return t
}

func (t *teller) add(n int64) {
	done := <-t.done + n
	if t.p != nil {
		t.p(done, t.total)
	}
	t.done <- done
}
