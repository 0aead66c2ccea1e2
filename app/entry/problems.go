package entry

import (
	"strings"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// storeProblems turns an error of the store into sentences for the form.
func storeProblems(err error, _ store.Event) []draft.Problem {
	s := err.Error()
	if !strings.HasSuffix(s, ".") {
		s += "."
	}
	return []draft.Problem{{Path: "", Sentence: s}}
}
