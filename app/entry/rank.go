package entry

import (
	"slices"
	"strings"
)

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
	switch {
	case strings.HasPrefix(name, want):
		return rankBegins
	case strings.Contains(name, " "+want):
		return rankWord
	case want != "" && strings.Contains(name, want):
		return rankWithin
	case slipped(name, want):
		return rankSlip
	}
	return rankNot
}

// slipped reports whether the name, from one of its words on, begins with what was
// typed but for a letter too many, too few or wrong, or two in the wrong order: one
// slip in four letters and more, two in eight and more.
func slipped(name, want string) bool {
	query := []rune(want)
	allowed := 0
	switch n := len(query); {
	case n >= 8 && n <= 40:
		allowed = 2
	case n >= 4 && n < 8:
		allowed = 1
	default:
		return false
	}
	letters := []rune(name)
	for i := range letters {
		if (i == 0 || letters[i-1] == ' ' || letters[i-1] == '-') && slips(query, letters[i:min(len(letters), i+len(query)+allowed)]) <= allowed {
			return true
		}
	}
	return false
}

// slips is the least number of slips that turn the query into a beginning of the
// name: the optimal string alignment distance with the name's end left open.
func slips(query, name []rune) int {
	var before, last []int
	row := make([]int, len(query)+1)
	for i := range row {
		row[i] = i
	}
	best := row[len(query)]
	for j := 1; j <= len(name); j++ {
		before, last, row = last, row, make([]int, len(query)+1)
		row[0] = j
		for i := 1; i <= len(query); i++ {
			wrong := 1
			if query[i-1] == name[j-1] {
				wrong = 0
			}
			row[i] = slices.Min([]int{last[i] + 1, row[i-1] + 1, last[i-1] + wrong})
			if i > 1 && j > 1 && query[i-1] == name[j-2] && query[i-2] == name[j-1] {
				row[i] = min(row[i], before[i-2]+1)
			}
		}
		best = min(best, row[len(query)])
	}
	return best
}
