package situation

import (
	"slices"
	"strings"

	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// Names knows which places have a name; a gazetteer does.
type Names interface {
	// Named returns the places with exactly that name, the most populous first.
	Named(name string, limit int) []gazetteer.Place
}

const (
	longestName  = 4  // words of a place's name that are looked up together
	manyWords    = 24 // words of a text that are looked up at all
	namesakes    = 8  // places of one name that events may be at
	goodAsTyped  = 3  // of these, whose English names are as good as what was typed
	shortestName = 2  // letters
)

// Filter is the filter for a text as people type it: places in it are also found by
// their other spellings, Kiev and Київ where events say Kyiv. names may be nil.
func Filter(text string, names Names) store.Filter {
	f := store.Filter{Text: text}
	words := strings.Fields(text)
	if names == nil || len(words) > manyWords {
		return f
	}
	for at := 0; at < len(words); {
		n := min(longestName, len(words)-at)
		for ; n > 0; n-- {
			if s, ok := spelling(strings.Join(words[at:at+n], " "), names); ok {
				f.Spellings = append(f.Spellings, s)
				break
			}
		}
		at += max(n, 1)
	}
	return f
}

func spelling(name string, names Names) (store.Spelling, bool) {
	if len([]rune(name)) < shortestName {
		return store.Spelling{}, false
	}
	s := store.Spelling{Words: name}
	for i, p := range names.Named(name, namesakes) {
		s.GeonameIDs = append(s.GeonameIDs, p.GeonameID)
		if i < goodAsTyped && !slices.Contains(s.Names, p.Name) {
			s.Names = append(s.Names, p.Name)
		}
	}
	return s, len(s.GeonameIDs) > 0
}
