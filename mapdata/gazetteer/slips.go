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
	first   uint64 // of its first letters, one more than slips are allowed
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
	for _, r := range query[:f.allowed+1] {
		f.first |= 1 << (r & 63)
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
// into the query, and whether that beginning is the whole name; with more than
// are allowed it gives up, and returns more. It counts as does optimal string
// alignment (Damerau's distance without overlaps), with the end of the name left
// open, and looks no further from the diagonal than slips can lead.
func (f *slips) compare(name []byte) (errors int, whole bool) {
	const far = 2 * longestSlip
	q, k := f.query, f.allowed
	var letter [longestSlip + 4]rune
	n, read := 0, 0 // letters of the name, and the bytes they take
	// One of the query's first letters is without a slip, so not far from its place.
	near := false
	for n < 2*k+2 && read < len(name) {
		r, size := rune(name[read]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(name[read:])
		}
		near = near || f.first&(1<<(r&63)) != 0
		letter[n] = r
		n++
		read += size
	}
	if !near {
		return k + 1, false
	}
	// d[i][j]: slips between the first i letters of the query and j of the name.
	var d [3][longestSlip + 4]int
	before, last, now := &d[0], &d[1], &d[2]
	for j := 0; j <= k; j++ {
		last[j] = j
	}
	for i := 1; i <= len(q); i++ {
		for n < i+k && read < len(name) {
			r, size := utf8.DecodeRune(name[read:])
			letter[n] = r
			n++
			read += size
		}
		from, to := max(1, i-k), min(n, i+k)
		now[from-1] = far
		least := far
		if from == 1 {
			now[0], least = i, i
		}
		for j := from; j <= to; j++ {
			v := last[j-1]
			if q[i-1] != letter[j-1] {
				v++
			}
			v = min(v, now[j-1]+1)
			if j < i+k { // beyond it the row before was not counted
				v = min(v, last[j]+1)
			}
			if i > 1 && j > 1 && q[i-1] == letter[j-2] && q[i-2] == letter[j-1] {
				v = min(v, before[j-2]+1)
			}
			now[j] = v
			least = min(least, v)
		}
		if least > k {
			return least, false
		}
		before, last, now = last, now, before
	}
	errors = far
	for j := len(q) - k; j <= n; j++ {
		if last[j] < errors || j == n && last[j] == errors {
			errors, whole = last[j], j == n && read == len(name)
		}
	}
	return errors, whole
}
