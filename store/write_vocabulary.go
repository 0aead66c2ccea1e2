package store

import (
	"context"
	"crypto/sha256"
	"strings"
)

// putPlain writes a record that carries no other: v is what its canonical JSON is
// taken of.
func (w *writer) putPlain(t *table, id, title string, v any, base *int64, rows func(n int64, m meta) (int64, error)) error {
	b, err := encode(v)
	if err != nil {
		return err
	}
	d := sha256.Sum256(b)
	h, found, err := w.head(t, id)
	if err != nil {
		return err
	}
	if base != nil {
		if err := w.checkBase(t, id, title, h, found, d[:], *base); err != nil {
			return err
		}
	}
	_, changed, err := w.put(t, id, title, h, found, d[:], rows)
	if changed {
		w.s.forget() // the vocabularies are read anew by the next change
	}
	return err
}

func (w *writer) putKind(k Kind, base *int64) error {
	return w.putPlain(tables[EntityKind], k.Code, k.Name, k, base, func(n int64, m meta) (int64, error) { return w.kindRow(n, m, k) })
}

func (w *writer) kindRow(n int64, m meta, k Kind) (int64, error) {
	n, err := w.insert(insertOrReplace(n)+` INTO kind (n, `+kindColumns+`, revision, change, item, deleted) VALUES (`+marks(13)+`)`,
		orNull(n), k.Code, k.Name, k.Icon, k.Colour, string(k.Form), k.CAMEO, k.Key, k.Order, m.revision, m.change, m.item, flag(m.deleted))
	if err != nil || w.v.codes.kinds[k.Code].Form == k.Form {
		return n, err
	}
	w.v.codes.kinds[k.Code] = k
	return n, w.relinkKind(k.Code)
}

func kindPayload(r *reader, n int64) ([]byte, string, error) {
	k, err := scanKind(r.q.QueryRowContext(context.Background(), `SELECT `+kindColumns+` FROM kind WHERE n = ?`, n).Scan)
	if err != nil {
		return nil, "", missing(err)
	}
	b, err := encode(k)
	return b, k.Name, err
}

func restoreKind(w *writer, n int64, m meta, payload []byte) error {
	var k Kind
	if err := decode(payload, &k); err != nil {
		return err
	}
	w.s.forget()
	_, err := w.kindRow(n, m, k)
	return err
}

func (w *writer) putTerm(t Term, base *int64) error {
	return w.putPlain(tables[EntityTerm], termID(&t), t.Name, t, base, func(n int64, m meta) (int64, error) { return w.termRow(n, m, t) })
}

func (w *writer) termRow(n int64, m meta, t Term) (int64, error) {
	forms := make([]string, len(t.Forms))
	for i, f := range t.Forms {
		forms[i] = string(f)
	}
	return w.insert(insertOrReplace(n)+` INTO term (n, `+termColumns+`, revision, change, item, deleted) VALUES (`+marks(12)+`)`,
		orNull(n), t.Vocabulary, t.Code, t.Name, t.Order, bound(t.Low), bound(t.High), strings.Join(forms, ","),
		m.revision, m.change, m.item, flag(m.deleted))
}

func termPayload(r *reader, n int64) ([]byte, string, error) {
	t, err := scanTerm(r.q.QueryRowContext(context.Background(), `SELECT `+termColumns+` FROM term WHERE n = ?`, n).Scan)
	if err != nil {
		return nil, "", missing(err)
	}
	b, err := encode(t)
	return b, t.Name, err
}

func restoreTerm(w *writer, n int64, m meta, payload []byte) error {
	var t Term
	if err := decode(payload, &t); err != nil {
		return err
	}
	w.s.forget()
	_, err := w.termRow(n, m, t)
	return err
}

// settingRecord is a setting as the history keeps it.
type settingRecord struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

func (w *writer) settingRow(n int64, m meta, s settingRecord) (int64, error) {
	return w.insert(insertOrReplace(n)+` INTO setting (n, name, value, revision, change, item, deleted) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		orNull(n), s.Name, s.Value, m.revision, m.change, m.item, flag(m.deleted))
}

func settingPayload(r *reader, n int64) ([]byte, string, error) {
	var s settingRecord
	err := r.q.QueryRowContext(context.Background(), `SELECT name, value FROM setting WHERE n = ?`, n).Scan(&s.Name, &s.Value)
	if err != nil {
		return nil, "", missing(err)
	}
	b, err := encode(s)
	return b, s.Name, err
}

func restoreSetting(w *writer, n int64, m meta, payload []byte) error {
	var s settingRecord
	if err := decode(payload, &s); err != nil {
		return err
	}
	_, err := w.settingRow(n, m, s)
	return err
}
