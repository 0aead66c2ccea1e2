package entry

import (
	"slices"
	"strings"
)

// names is a list of records to be found by any of their names. Spellings are folded
// once, when the vocabulary is read, not with each key.
type names struct {
	all []folds
}

// folds are the names of a record, folded, the shown one first; letters says which of
// them occur in any.
type folds struct {
	names   []string
	letters uint64
}

func newNames[T any](values []T, of func(T) []string) names {
	n := names{all: make([]folds, len(values))}
	for i, v := range values {
		for _, s := range of(v) {
			s = folded(s)
			n.all[i].names = append(n.all[i].names, s)
			n.all[i].letters |= lettersOf(s)
		}
	}
	return n
}

// lettersOf has a bit for each letter that occurs in a text, other scripts sharing them.
func lettersOf(s string) uint64 {
	var bits uint64
	for _, r := range s {
		bits |= 1 << (uint32(r) % 64)
	}
	return bits
}

// found is a record that fits what was typed, and by which of its names.
type found struct {
	at, name int
	rank     int
}

// search lists at most limit records that fit, best first, of the same rank in their
// order. Slips of the finger are looked for only where too few fit without.
func (n names) search(typed string, limit int) []found {
	want := folded(typed)
	var ranked [rankNot][]found
	have := 0
	fits, word := make([]bool, len(n.all)), " "+want
	for i, f := range n.all {
		best, name := rankNot, 0
		for k, s := range f.names {
			if r := plainRank(s, want, word); r < best {
				best, name = r, k
			}
		}
		if best < rankNot {
			fits[i] = true
			if len(ranked[best]) < limit {
				ranked[best] = append(ranked[best], found{i, name, best})
			}
			if best == rankBegins {
				if have++; have == limit {
					break
				}
			}
		}
	}
	enough := 0
	for _, r := range ranked {
		enough += len(r)
	}
	if enough < limit && len([]rune(want)) >= leastSlipped {
		ranked[rankSlip] = n.slips(newSlips(want), fits, limit-enough)
	}
	out := make([]found, 0, limit)
	for _, r := range ranked {
		out = append(out, r[:min(len(r), limit-len(out))]...)
	}
	return out
}

// slips lists, in their order, at most limit records that fit but for slips, of those that
// do not fit without. It looks at every name, one half of them beside the other.
func (n names) slips(want slips, fits []bool, limit int) []found {
	of := func(from, to int) (out []found) {
		for i := from; i < to && len(out) < limit; i++ {
			if f := n.all[i]; !fits[i] && want.missing(f.letters) <= want.allowed {
				if k := slices.IndexFunc(f.names, want.in); k >= 0 {
					out = append(out, found{i, k, rankSlip})
				}
			}
		}
		return out
	}
	half := len(n.all) / 2
	late := make(chan []found, 1)
	go func() { late <- of(half, len(n.all)) }()
	out := append(of(0, half), <-late...)
	return out[:min(len(out), limit)]
}

// missing is how many letters of the query are none of some: each is a slip.
func (s slips) missing(letters uint64) int {
	n := 0
	for _, r := range s.query {
		if letters&(1<<(uint32(r)%64)) == 0 {
			n++
		}
	}
	return n
}

// plainRank is the rank of a folded name without slips; word is what is wanted with a
// space before it.
func plainRank(name, want, word string) int {
	at := strings.Index(name, want)
	switch {
	case at == 0:
		return rankBegins
	case at < 0:
		return rankNot
	case name[at-1] == ' ' || strings.Contains(name[at:], word):
		return rankWord
	}
	return rankWithin
}
