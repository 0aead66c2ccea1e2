package gazetteer

import (
	"math/bits"
	"unicode/utf8"
)

// slips compares a query with names, forgiving slips of the finger: a letter
// too many, too few or wrong, or two in the wrong order.
type slips struct {
	query   []rune
	mask    uint64
	allowed int
}

// longestSlip is the longest query compared so, in letters.
const longestSlip = 32

// newSlips prepares a comparison; it is nil for queries too short, where a slip
// could mean anything, or too long.
func newSlips(folded string) *slips {
	query := []rune(folded)
	if len(query) < 4 || len(query) > longestSlip {
		return nil
	}
	f := &slips{query: query, mask: letters([]byte(folded)), allowed: 1}
	if len(query) >= 8 {
		f.allowed = 2
	}
	return f
}

// letters says which letters a folded name has: a bit for each, shared by
// letters 64 apart.
func letters(folded []byte) uint64 {
	mask := uint64(0)
	for i := 0; i < len(folded); {
		r, n := utf8.DecodeRune(folded[i:])
		i += n
		if r != ' ' {
			mask |= 1 << (r & 63)
		}
	}
	return mask
}

// possible says whether a name with these letters can be near enough: each slip
// accounts for one letter at most that the name lacks.
func (f *slips) possible(name uint64) bool {
	return bits.OnesCount64(f.mask&^name) <= f.allowed
}

// compare returns the least number of slips that turn a beginning of the name
// into the query, and whether that beginning is the whole name. It counts as
// does optimal string alignment (Damerau's distance without overlaps), with the
// end of the name left open, and gives up as soon as there are too many.
func (f *slips) compare(name []byte) (errors int, whole bool) {
	q, n := f.query, 0
	var letter [longestSlip + 4]rune
	for i := 0; i < len(name) && n < len(q)+f.allowed+1; n++ {
		r, size := utf8.DecodeRune(name[i:])
		letter[n] = r
		i += size
	}
	if n < len(q)-f.allowed {
		return f.allowed + 1, false
	}
	// d[i][j]: slips between the first i letters of the query and j of the name.
	var d [3][longestSlip + 4]int
	before, last, now := &d[0], &d[1], &d[2]
	for j := 0; j <= n; j++ {
		last[j] = j
	}
	for i := 1; i <= len(q); i++ {
		now[0] = i
		least := i
		for j := 1; j <= n; j++ {
			v := last[j-1]
			if q[i-1] != letter[j-1] {
				v++
			}
			v = min(v, last[j]+1, now[j-1]+1)
			if i > 1 && j > 1 && q[i-1] == letter[j-2] && q[i-2] == letter[j-1] {
				v = min(v, before[j-2]+1)
			}
			now[j] = v
			least = min(least, v)
		}
		if least > f.allowed {
			return least, false
		}
		before, last, now = last, now, before
	}
	errors = last[n]
	whole = utf8.RuneCount(name) == n
	for j := 0; j < n; j++ {
		if last[j] < errors {
			errors, whole = last[j], false
		}
	}
	return errors, whole
}
