package store

import (
	"encoding/hex"
)

const changeColumns = `c.n, c.time, c.who, c.reason, c.note, coalesce(c.undoes, 0), c.hash`

func scanChange(scan func(...any) error) (c Change, err error) {
	var ms int64
	var hash []byte
	err = scan(&c.Seq, &ms, &c.By, &c.Reason, &c.Note, &c.Undoes, &hash)
	c.Time = unixMillis(ms)
	c.Hash = hex.EncodeToString(hash)
	return c, err
}
