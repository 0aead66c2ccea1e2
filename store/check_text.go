package store

import (
	"hash/fnv"
	"strings"
)

// textSum sums up folded texts so that neither their order nor how they are kept
// matters: for each term how often it occurs, and in how many texts. A sum that
// differs shows that the index and the rows differ; where, it does not show.
type textSum struct {
	occurrences, texts uint64
}

func termHash(term string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(term))
	// Spread small differences over all bits, for the sums are only added.
	x := h.Sum64()
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	return x
}

func (t *textSum) add(text string) {
	seen := map[string]bool{}
	for term := range strings.FieldsSeq(text) {
		h := termHash(term)
		t.occurrences += h
		if !seen[term] {
			seen[term] = true
			t.texts += h
		}
	}
}

// text compares the full-text index with the rows.
func (c *checker) text() error {
	err := c.each(`SELECT n FROM actor`, nil, func(scan func(...any) error) error {
		var n int64
		if err := scan(&n); err != nil {
			return err
		}
		a, err := c.r.actor(c.ctx, n, false)
		if err != nil {
			return nil // told already
		}
		c.actorTexts.add(actorText(&a))
		return nil
	})
	if err != nil {
		return err
	}
	for _, index := range []struct {
		name, of string
		want     textSum
	}{{"event_text", "events", c.eventTexts}, {"actor_text", "actors", c.actorTexts}} {
		if _, err := c.conn.ExecContext(c.ctx, `CREATE VIRTUAL TABLE temp.`+index.name+`_terms USING fts5vocab('main', '`+index.name+`', 'row')`); err != nil {
			return err
		}
		var have textSum
		err := c.each(`SELECT term, doc, cnt FROM temp.`+index.name+`_terms`, nil, func(scan func(...any) error) error {
			var term string
			var texts, occurrences uint64
			if err := scan(&term, &texts, &occurrences); err != nil {
				return err
			}
			h := termHash(term)
			have.texts += h * texts
			have.occurrences += h * occurrences
			return nil
		})
		if err != nil {
			return err
		}
		if have != index.want {
			c.bad("full text", "the index of %s does not fit them: searches may miss some", index.of)
		}
	}
	return nil
}
