package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"time"
)

// prefixed writes values into a hash, each behind its length in eight bytes, so
// that no two lists of values give the same bytes.
type prefixed struct{ hash.Hash }

func (p prefixed) bytes(b []byte) {
	var length [8]byte
	binary.BigEndian.PutUint64(length[:], uint64(len(b)))
	p.Write(length[:])
	p.Write(b)
}

func (p prefixed) text(s string) { p.bytes([]byte(s)) }

func (p prefixed) number(n int64) {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], uint64(n))
	p.bytes(b[:])
}

// itemDigest covers one item of a change; nil before or after is not there.
func itemDigest(e Entity, id string, revision, version int64, before, after []byte) digest {
	p := prefixed{sha256.New()}
	p.text(string(e))
	p.text(id)
	p.number(revision)
	p.number(version)
	p.bytes(before)
	p.bytes(after)
	return digest(p.Sum(nil))
}

// link is what a change's hash covers besides its items.
type link struct {
	parents     [][]byte // hashes
	origin      string
	seq         int64
	time        time.Time
	who         string
	reason      Reason
	note        string
	undoes      []byte // hash of the change undone; nil: none
	items       int64
	itemsDigest []byte // SHA-256 of all items' digests, in order
}

func (l link) hash() []byte {
	p := prefixed{sha256.New()}
	p.number(int64(len(l.parents)))
	for _, parent := range l.parents {
		p.bytes(parent)
	}
	p.text(l.origin)
	p.number(l.seq)
	p.number(l.time.UnixMilli())
	p.text(l.who)
	p.text(string(l.reason))
	p.text(l.note)
	p.bytes(l.undoes)
	p.number(l.items)
	p.bytes(l.itemsDigest)
	return p.Sum(nil)
}

// finish writes the change itself, behind its items.
func (w *writer) finish(reason Reason, note string, undoes int64) (Change, error) {
	l := link{
		origin: w.s.id, seq: w.seq, time: w.now, who: w.s.user, reason: reason, note: note,
		items: w.items, itemsDigest: w.digests.Sum(nil),
	}
	hashOf := func(n int64) (h []byte, err error) {
		err = w.row(`SELECT hash FROM change WHERE n = ?`, n).Scan(&h)
		return h, err
	}
	for _, n := range w.parents {
		h, err := hashOf(n)
		if err != nil {
			return Change{}, err
		}
		l.parents = append(l.parents, h)
	}
	if undoes != 0 {
		h, err := hashOf(undoes)
		if err != nil {
			return Change{}, err
		}
		l.undoes = h
	}
	sum := l.hash()
	err := w.exec(`INSERT INTO change (n, origin, seq, time, who, reason, note, undoes, items, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		w.n, l.origin, l.seq, l.time.UnixMilli(), l.who, string(l.reason), l.note, orNull(undoes), l.items, sum)
	if err != nil {
		return Change{}, err
	}
	for i, n := range w.parents {
		if err := w.exec(`INSERT INTO change_parent (change, pos, parent) VALUES (?, ?, ?)`, w.n, i, n); err != nil {
			return Change{}, err
		}
	}
	return Change{
		Seq: w.n, Time: w.now, By: l.who, Reason: reason, Note: note, Undoes: undoes,
		Hash: hex.EncodeToString(sum), Items: w.list,
	}, nil
}
