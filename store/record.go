package store

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"strings"
)

// payloadVersion is the shape of the canonical JSON that is written now.
const payloadVersion = 1

// digest of a record's canonical JSON.
type digest = [sha256.Size]byte

// head is where a record's own history stands: the columns that every recorded
// table carries, and the digest of the content that its rows hold.
type head struct {
	n            int64
	revision     int64
	change, item sql.NullInt64
	deleted      bool
	digest       []byte // nil: seeded by a migration, digest never taken
}

// table is a sort of record in the history and how it is kept.
type table struct {
	entity Entity
	name   string
	title  string // the column that the user knows a record by
	id     string // the id it has in the history, as an expression over its row t
	record string // joins an item i of the history with its row t
	// key finds a record by the id it has in the history.
	key func(id string) (where string, args []any)
	// payload is the canonical JSON of what the rows hold, and the record's title.
	payload func(r *reader, n int64) ([]byte, string, error)
	// restore writes what a payload holds over the rows of record n.
	restore func(w *writer, n int64, m meta, payload []byte) error
	// users finds the live records that need this one: their titles.
	users string
}

// meta is what a row keeps of its newest item.
type meta struct {
	revision, change, item int64
	deleted                bool
}

func byColumn(column string) func(string) (string, []any) {
	return func(id string) (string, []any) { return column + " = ?", []any{id} }
}

// head looks a record up.
func (w *writer) head(t *table, id string) (head, bool, error) {
	where, args := t.key(id)
	query, ok := w.s.heads[t.entity]
	if !ok {
		query = headQuery(t, where)
		w.s.heads[t.entity] = query
	}
	var h head
	err := w.row(query, args...).
		Scan(&h.n, &h.revision, &h.change, &h.item, &h.deleted, &h.digest)
	if errors.Is(err, sql.ErrNoRows) {
		return head{}, false, nil
	}
	return h, err == nil, err
}

// record appends an item to the change: the record was before and is after; nil is
// not there.
func (w *writer) record(t *table, id, title string, h head, before, after []byte) (meta, error) {
	m := meta{revision: h.revision + 1, change: w.n, item: w.items, deleted: after == nil}
	w.items++
	var prevChange, prevItem any
	if h.change.Valid {
		prevChange, prevItem = h.change.Int64, h.item.Int64
	}
	d := itemDigest(t.entity, id, m.revision, payloadVersion, before, after)
	w.digests.Write(d[:])
	err := w.add(`change_item`, `change, pos, entity, record, revision, version, before, after, prev_change, prev_pos`,
		m.change, m.item, string(t.entity), id, m.revision, payloadVersion, before, after, prevChange, prevItem)
	if err != nil {
		return meta{}, fmt.Errorf("writing the history: %w", err)
	}
	if w.keep {
		w.list = append(w.list, ChangeItem{Entity: t.entity, ID: id, Revision: m.revision, Title: title})
	}
	return m, nil
}

// supersede keeps what the rows of a record hold, before they are overwritten, and
// returns its digest.
func (w *writer) supersede(t *table, id string, h head) ([]byte, error) {
	payload, title, err := t.payload(w.reader, h.n)
	if err != nil {
		return nil, err
	}
	d := sha256.Sum256(payload)
	if h.digest != nil && !bytes.Equal(d[:], h.digest) {
		return nil, say(ErrCorrupt, "%s ‘%s’ was altered by another program, past the history: run sitmap check, and restore a backup", t.entity, orID(title, id))
	}
	err = w.exec(`INSERT OR IGNORE INTO payload (digest, version, body) VALUES (?, ?, ?)`, d[:], payloadVersion, payload)
	return d[:], err
}

func orID(title, id string) string {
	if title == "" {
		return id
	}
	return title
}

// live is the digest of a record as the history sees it: nil when deleted.
func (h head) live() []byte {
	if h.deleted {
		return nil
	}
	return h.digest
}

// put writes a record whose content has the given digest: anew, over the old rows,
// or not at all when nothing differs. rows writes them; n 0 makes a new row, whose
// number it returns.
func (w *writer) put(t *table, id, title string, h head, found bool, after []byte, rows func(n int64, m meta) (int64, error)) (n int64, changed bool, err error) {
	if !found {
		m, err := w.record(t, id, title, head{}, nil, after)
		if err != nil {
			return 0, false, err
		}
		n, err := rows(0, m)
		return n, true, err
	}
	if bytes.Equal(h.digest, after) {
		if h.deleted {
			return h.n, true, w.bury(t, id, title, h, false)
		}
		return h.n, false, nil
	}
	before, err := w.supersede(t, id, h)
	if err != nil {
		return 0, false, err
	}
	if !h.deleted && bytes.Equal(before, after) { // a seeded record
		return h.n, false, nil
	}
	if h.deleted {
		before = nil
	}
	m, err := w.record(t, id, title, h, before, after)
	if err != nil {
		return 0, false, err
	}
	n, err = rows(h.n, m)
	return n, true, err
}

// bury puts a tombstone on a record, or takes it off. The rows stay.
func (w *writer) bury(t *table, id, title string, h head, deleted bool) error {
	content := h.digest
	if content == nil {
		payload, _, err := t.payload(w.reader, h.n)
		if err != nil {
			return err
		}
		d := sha256.Sum256(payload)
		content = d[:]
	}
	before, after := content, []byte(nil)
	if !deleted {
		before, after = nil, content
	}
	m, err := w.record(t, id, title, h, before, after)
	if err != nil {
		return err
	}
	return w.exec(`UPDATE `+t.name+` SET revision = ?, change = ?, item = ?, deleted = ? WHERE n = ?`,
		m.revision, m.change, m.item, flag(deleted), h.n)
}

// unused refuses to delete a record that a live one still needs.
func (w *writer) unused(t *table, id, title string, n int64) error {
	if t.users == "" {
		return nil
	}
	var user string
	err := w.row(t.users+` LIMIT 1`, n).Scan(&user)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return err
	}
	if title == "" {
		if title, err = titleOf(background, w.q, t, id); err != nil {
			return err
		}
	}
	return say(ErrConflict, "%s ‘%s’ is still used by ‘%s’: change that first", t.entity, title, user)
}

// insertOrReplace begins a statement that writes a whole row: new ones may not
// meet an old one.
func insertOrReplace(n int64) string {
	if n == 0 {
		return "INSERT"
	}
	return "REPLACE"
}

// marks is a list of n placeholders.
func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }
