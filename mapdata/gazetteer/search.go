package gazetteer

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/paulmach/orb"
)

// longestQuery is how much of a folded query is looked at, in bytes: no name is
// longer.
const longestQuery = 160

// Search returns at most limit places that answer to q, best first.
//
// A name answers if it is q, begins with it, has a word that begins with it, has
// words that begin with all the words of q, or, where too few names do, if it
// takes one slip of the finger to make it begin with q (two from eight letters
// on). Case, accents and the like make no difference, see [Fold]. What follows a
// comma names the country or region: "Vienna, Austria", "Київ, Україна".
//
// Of the places that answer equally well the larger comes first and, where near
// is given, the nearer; a town comes before the region that is called after it, unless
// q asks for a region.
func (g *Gazetteer) Search(q string, near *orb.Point, limit int) []Match {
	if limit <= 0 {
		return nil
	}
	l := g.list()
	best := newTop(limit)
	if whole := newQuery(q, near); whole.text != "" {
		best.merge(l.search(whole, limit))
	}
	if name, where, ok := strings.Cut(q, ","); ok {
		part := newQuery(name, near)
		if part.within = l.codesOf(strings.TrimSpace(where)); part.text != "" && len(part.within) > 0 {
			best.merge(l.search(part, limit))
		}
	}
	hits := best.sorted(l)
	if !asksForRegion(q) {
		townsFirst(l, hits)
	}
	matches := make([]Match, len(hits))
	for i, h := range hits {
		matches[i] = Match{Place: l.place(h.place), Matched: h.name, Score: float64(h.score)}
	}
	return matches
}

// query is what is looked for.
type query struct {
	text   string   // folded
	words  []string // of text, the longest first, if it has several
	near   *orb.Point
	within map[string]bool // ISO codes of countries and regions, if it matters
	named  float32         // how well a name answers that is the text
}

func newQuery(q string, near *orb.Point) query {
	text := Fold(q)
	if len(text) > longestQuery {
		text = strings.TrimSpace(strings.ToValidUTF8(text[:longestQuery], ""))
	}
	words := strings.Fields(text)
	slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	if len(words) < 2 {
		words = nil
	}
	return query{text: text, words: words, near: near, named: nameQuality(utf8.RuneCountInString(text))}
}

// search asks all shards, first for names that match as they are, then, if that
// found too little, for names with slips.
func (l *list) search(q query, limit int) *top {
	best := newTop(limit)
	l.each(func(s *shard) *top {
		found := newTop(limit)
		s.exact(l, &q, found)
		return found
	}, best)
	// Slips beside the very name would be noise.
	if len(best.hits) < limit && !best.named {
		if f := newSlips(q.text); f != nil {
			l.each(func(s *shard) *top {
				found := newTop(limit)
				s.slipped(l, &q, f, found)
				return found
			}, best)
		}
	}
	return best
}

// each runs ask on all shards side by side and gathers what they find.
func (l *list) each(ask func(*shard) *top, into *top) {
	found := make([]*top, len(l.shards))
	var work sync.WaitGroup
	for i := range l.shards {
		work.Go(func() { found[i] = ask(&l.shards[i]) })
	}
	work.Wait()
	for _, f := range found {
		into.merge(f)
	}
}

// codesOf gives the ISO codes of the countries and regions with a name, or a
// code, that is or begins with where.
func (l *list) codesOf(where string) map[string]bool {
	codes := map[string]bool{}
	prefix := []byte(Fold(where))
	if len(prefix) == 0 {
		return codes
	}
	for code := range l.byCode {
		if strings.EqualFold(code, where) {
			codes[code] = true
		}
	}
	for k := range l.shards {
		s := &l.shards[k]
		for name, of := range s.of {
			r := &l.places[s.first+of]
			if r.class > admin1 {
				return codes // countries and regions come first
			}
			if bytes.HasPrefix(s.folded[s.start[name]:], prefix) {
				codes[r.code] = true
			}
		}
	}
	return codes
}

// allows says whether a place lies where the query wants it.
func (q *query) allows(r *row) bool {
	return q.within == nil || q.within[r.code] || q.within[r.code[:2]]
}
