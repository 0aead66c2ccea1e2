package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/google/uuid"
)

// A batch of rows comes from SQLite as one long text: fields end with a unit
// separator, records with a record separator, neither of which the store lets into a
// text. Asking for each value of each row by itself takes three times as long, since
// the driver locks the connection for every one.
const (
	fieldEnd  = "\x1f"
	recordEnd = "\x1e"
)

// errPacked is what a record is that does not have its fields.
var errPacked = say(ErrCorrupt, "a row of the file has values that no store writes: run sitmap check, and restore a backup")

// packed reads records, which a query selects as r, and calls one for each.
func (r *rowReader) packed(ctx context.Context, query string, w which, one func(record string) error) error {
	var all sql.NullString
	err := r.conn.QueryRowContext(ctx, `SELECT group_concat(r, char(30)) FROM (`+query+`)`, w.args...).Scan(&all)
	if err != nil || !all.Valid {
		return err
	}
	for rest := all.String; rest != ""; {
		var record string
		record, rest, _ = strings.Cut(rest, recordEnd)
		if err := one(record); err != nil {
			return err
		}
	}
	return nil
}

// fields takes n fields off the beginning of a record.
func fields(record string, into []string) (rest string, err error) {
	for i := range into {
		var ok bool
		if into[i], record, ok = strings.Cut(record, fieldEnd); !ok {
			return "", errPacked
		}
	}
	return record, nil
}

func (r *rowReader) readEvents(ctx context.Context, w which) error {
	r.buf, r.places = r.buf[:0], r.places[:0]
	return r.packed(ctx, `SELECT concat_ws(char(31), e.n, e.id, ifnull(e.earliest, ''), ifnull(e.latest, ''),
			ifnull(e.point_place, ''), hex(e.point), e.kind, e.precision, e.zone, e.counts_on, e.review, e.assessment,
			e.tlp, e.embargo IS NOT NULL OR e.do_not_publish <> 0) AS r
		FROM event e WHERE `+fmt.Sprintf(w.where, "e.n")+` AND e.deleted = 0 ORDER BY e.n`, w, func(record string) error {
		var f [6]string
		texts, err := fields(record, f[:])
		if err != nil {
			return err
		}
		// Few events differ in all their texts, so what these mean is kept.
		row, ok := r.texts[texts]
		if !ok {
			if row, err = commonRow(texts); err != nil {
				return err
			}
			if len(r.texts) < maxKept {
				r.texts[strings.Clone(texts)] = row
			}
		}
		if row.Number, err = strconv.ParseInt(f[0], 10, 64); err != nil {
			return errPacked
		}
		if !parseID(f[1], &row.ID) {
			return say(ErrCorrupt, "event number %d has the id %s, which is no UUID: run sitmap check, and restore a backup", row.Number, quoted(f[1]))
		}
		place := int64(-1)
		for i, to := range []*int64{&row.Earliest, &row.Latest, &place} {
			if s := f[2+i]; s != "" {
				if *to, err = strconv.ParseInt(s, 10, 64); err != nil {
					return errPacked
				}
			}
		}
		if f[5] != "" {
			if row.Point[0], row.Point[1], ok = parsePoint(f[5]); !ok {
				return say(ErrCorrupt, "the point of the event %s is damaged: run sitmap check, and restore a backup", f[1])
			}
			row.Placed = true
		}
		r.buf, r.places = append(r.buf, row), append(r.places, place)
		return nil
	})
}

// commonRow is what the texts of a row say.
func commonRow(texts string) (EventRow, error) {
	var f [7]string
	limited, err := fields(texts, f[:])
	if err != nil {
		return EventRow{}, err
	}
	for i := range f {
		f[i] = strings.Clone(f[i]) // else each would keep a whole batch in memory
	}
	return EventRow{
		Kind: f[0], Earliest: UnknownTime, Latest: UnknownTime, Precision: Precision(f[1]), Zone: f[2], CountsOn: f[3],
		Review: Review(f[4]), Assessment: Assessment(f[5]),
		Protected: f[6] != "" && f[6] != "CLEAR" || limited != "0",
		Killed:    math.NaN(), Launched: math.NaN(),
	}, nil
}

// readPlaces fills in what is known of the places that points were taken from. The
// places are read one after another and not looked up for each event, which would
// take twice as long.
func (r *rowReader) readPlaces(ctx context.Context, w which) error {
	at := 0
	countries := map[string]string{}
	return r.packed(ctx, `SELECT concat_ws(char(31), p.event, p.pos, ifnull(p.radius_m, ''), p.precision, p.country) AS r
		FROM place p WHERE `+fmt.Sprintf(w.where, "p.event")+` ORDER BY p.event, p.pos`, w, func(record string) error {
		var f [4]string
		country, err := fields(record, f[:])
		if err != nil {
			return err
		}
		n, err := strconv.ParseInt(f[0], 10, 64)
		if err != nil {
			return errPacked
		}
		for at < len(r.buf) && r.buf[at].Number < n {
			at++
		}
		if at == len(r.buf) || r.buf[at].Number != n || f[1] != strconv.FormatInt(r.places[at], 10) {
			return nil
		}
		row := &r.buf[at]
		if f[2] != "" {
			if row.RadiusM, err = strconv.ParseFloat(f[2], 64); err != nil {
				return errPacked
			}
		}
		kept, ok := countries[country]
		if !ok {
			kept = strings.Clone(country)
			countries[kept] = kept
		}
		row.Country, row.PlacePrecision = kept, placePrecision(f[3])
		return nil
	})
}

// placePrecision is a precision that does not keep the batch it was read from.
func placePrecision(s string) PlacePrecision {
	for _, p := range [...]PlacePrecision{PlaceExact, PlaceVicinity, PlaceLocality, PlaceDistrict, PlaceRegion, PlaceCountry} {
		if string(p) == s {
			return p
		}
	}
	return ""
}

// readClaims fills in the measures. One claim that counts the event itself is its
// measure's headline whatever the rule; where there are more, or the scope is wider,
// the whole event has to be judged.
func (r *rowReader) readClaims(ctx context.Context, w which) error {
	r.unclear = r.unclear[:0]
	at, event, unclear := 0, int64(-1), false
	var seen []string // what the claims of this event so far count
	return r.packed(ctx, `SELECT concat_ws(char(31), c.event,
			c.scope_text <> '' OR c.scope_country <> '' OR c.scope_admin1 <> ''
				OR EXISTS (SELECT 1 FROM claim_time t WHERE t.event = c.event AND t.claim = c.pos AND t.sense = 'scope'),
			c.qualifier, ifnull(c.low, ''), c.measure, c.what) AS r
		FROM claim c WHERE `+fmt.Sprintf(w.where, "c.event")+` AND c.about = 'measure' AND c.measure IN ('`+killed+`', '`+launched+`')
			AND c.state IN ('', 'live') AND c.superseded_by IS NULL
		ORDER BY c.event, c.pos`, w, func(record string) error {
		var f [4]string
		counted, err := fields(record, f[:])
		if err != nil {
			return err
		}
		n, err := strconv.ParseInt(f[0], 10, 64)
		if err != nil {
			return errPacked
		}
		if n != event {
			event, unclear, seen = n, false, seen[:0]
		}
		for at < len(r.buf) && r.buf[at].Number < n {
			at++
		}
		if unclear || at == len(r.buf) || r.buf[at].Number != n || r.buf[at].Assessment == Retracted {
			return nil
		}
		unclear = f[1] != "0"
		for _, s := range seen {
			unclear = unclear || s == counted
		}
		if unclear {
			r.unclear = append(r.unclear, at)
			return nil
		}
		seen = append(seen, counted)
		if f[2] == noneReported || f[3] == "" {
			return nil
		}
		low, err := strconv.ParseFloat(f[3], 64)
		if err != nil {
			return errPacked
		}
		row := &r.buf[at]
		if strings.HasPrefix(counted, killed+fieldEnd) {
			row.Killed = higher(row.Killed, low)
		} else {
			row.Launched = higher(row.Launched, low)
		}
		return nil
	})
}

// pointHead begins every point that [blob] writes, in hexadecimal.
const pointHead = "47500001E61000000101000000"

// parsePoint reads a point as [blob] writes it, in hexadecimal.
func parsePoint(s string) (lon, lat float64, ok bool) {
	if len(s) != 58 || s[:len(pointHead)] != pointHead {
		return 0, 0, false
	}
	var b [16]byte
	if _, err := hex.Decode(b[:], []byte(s[len(pointHead):])); err != nil {
		return 0, 0, false
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(b[:])), math.Float64frombits(binary.LittleEndian.Uint64(b[8:])), true
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
