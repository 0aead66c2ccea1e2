package entry

// How well a name fits what was typed, best first.
const (
	rankBegins = iota // it begins so
	rankWord          // one of its words does
	rankWithin        // it has it inside
	rankSlip          // a word of it begins so but for a slip of the finger
	rankNot           // not at all
)

// matchRank compares a name with what was typed, both folded.
func matchRank(name, want string) int {
	if r := plainRank(name, want, " "+want); r < rankNot {
		return r
	}
	if slipped(name, want) {
		return rankSlip
	}
	return rankNot
}

// leastSlipped is how many letters are typed before a slip is thought of.
const leastSlipped = 4

// slipped reports whether the name, from one of its words on, begins with what was
// typed but for a letter too many, too few or wrong, or two in the wrong order: one
// slip in four letters and more, two in eight and more. Digits are no letters: the 47th
// brigade is not the 48th.
func slipped(name, want string) bool { return newSlips(want).in(name) }

// maxSlipped is the longest query that slips are counted in.
const maxSlipped = 40

// slips looks for names that begin with a query but for slips.
type slips struct {
	query   []rune
	allowed int
	// at has for each letter, others sharing its place, where it stands in the query: a
	// bit for each letter of that.
	at *[128]uint64
}

func newSlips(want string) slips {
	s := slips{query: []rune(want)}
	digits := 0
	for _, r := range s.query {
		digits += digit(r)
	}
	switch n := len(s.query); {
	case 2*digits >= n: // one number is not another
	case n >= 8 && n <= maxSlipped:
		s.allowed = 2
	case n >= leastSlipped && n < 8:
		s.allowed = 1
	}
	if s.allowed > 0 {
		s.at = new([128]uint64)
		for i, r := range s.query {
			s.at[r%128] |= 1 << i
		}
	}
	return s
}

// in reports whether a word of the name begins so.
func (s slips) in(name string) bool {
	if s.allowed == 0 || !s.near(name) {
		return false
	}
	var room [maxSlipped + 2]rune // no allocation: this runs for each name with each key
	start := true
	for i, r := range name {
		if start {
			n := 0
			for _, q := range name[i:] {
				if n == len(s.query)+s.allowed {
					break
				}
				room[n] = q
				n++
			}
			if s.begins(room[:n]) {
				return true
			}
		}
		start = r == ' ' || r == '-'
	}
	return false
}

// digit is 1 for a digit, else 0.
func digit(r rune) int {
	if r >= '0' && r <= '9' {
		return 1
	}
	return 0
}

// near reports whether the name has anything in it that is no more slips away than are
// allowed, from whatever letter on: most names have not, which one walk over their
// letters shows. The column of distances is kept as the bits of where it rises and falls:
// H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
// distances", Nordic Journal of Computing 10 (2003).
func (s slips) near(name string) bool {
	rises, falls := ^uint64(0), uint64(0)
	var same, wasSame uint64 // where the letter, and the one before, stands in the query
	var diagonal uint64
	distance, last := len(s.query), uint64(1)<<(len(s.query)-1)
	for _, r := range name {
		same = s.at[r%128]
		swapped := (^diagonal & same << 1) & wasSame
		diagonal = (same&rises + rises) ^ rises | same | falls | swapped
		up, down := falls|^(diagonal|rises), diagonal&rises
		switch {
		case up&last != 0:
			distance++
		case down&last != 0:
			if distance--; distance <= s.allowed {
				return true
			}
		}
		up, down = up<<1, down<<1
		rises, falls = down|^(diagonal|up), up&diagonal
		wasSame = same
	}
	return false
}

// begins reports whether the letters begin with the query but for the slips allowed:
// the optimal string alignment distance with the letters' end left open. Only what lies
// within that many slips of the diagonal is counted, and no further than it can help.
func (s slips) begins(letters []rune) bool {
	const far = maxSlipped * 2
	var rows [3][maxSlipped + 1]int
	n, k := len(s.query), s.allowed
	before, last, row := &rows[0], &rows[1], &rows[2]
	for i := 0; i <= n; i++ {
		row[i] = i
	}
	for j := 1; j <= len(letters); j++ {
		before, last, row = last, row, before
		from, to := max(1, j-k), min(n, j+k)
		row[0] = j
		if from > 1 {
			row[from-1] = far
		}
		least := far
		for i := from; i <= to; i++ {
			d := last[i-1]
			noQuery, noLetter := far*digit(s.query[i-1]), far*digit(letters[j-1])
			if s.query[i-1] != letters[j-1] {
				d += 1 + noQuery + noLetter
			}
			d = min(d, row[i-1]+1+noQuery)
			if i < j+k { // beyond it the row before was not counted
				d = min(d, last[i]+1+noLetter)
			}
			if noQuery+noLetter == 0 && i > 1 && j > 1 && s.query[i-1] == letters[j-2] && s.query[i-2] == letters[j-1] {
				d = min(d, before[i-2]+1)
			}
			row[i] = d
			least = min(least, d)
		}
		if to == n && row[n] <= k {
			return true
		}
		if least > k {
			return false
		}
	}
	return false
}
