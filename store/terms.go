package store

import (
	"slices"
	"strings"
)

// term is what an event must have to pass a filter: all of the words, one of the
// names, or a place.
type term struct {
	words  []string // FTS5 expressions
	names  []string // the same
	places []int64  // GeoNames ids
}

// terms takes the text of a filter apart: a term for each spelling, and one for
// each word that none speaks of.
func terms(f Filter) []term {
	words := foldWords(f.Text)
	spelt := make([]int, len(words)) // the spelling of each word, counted from 1
	for i, s := range f.Spellings {
		if at, n := span(words, spelt, foldWords(s.Words)); n > 0 {
			for k := at; k < at+n; k++ {
				spelt[k] = i + 1
			}
		}
	}
	var out []term
	for k := 0; k < len(words); k++ {
		t := term{words: []string{match(words[k])}}
		if i := spelt[k]; i > 0 {
			for k+1 < len(words) && spelt[k+1] == i {
				k++
				t.words = append(t.words, match(words[k]))
			}
			s := f.Spellings[i-1]
			t.places = s.GeonameIDs
			for _, name := range s.Names {
				if p := phrase(name); p != "" {
					t.names = append(t.names, p)
				}
			}
		}
		out = append(out, t)
	}
	return out
}

// span finds the first place where words follow one another that are not taken.
func span(in []word, taken []int, words []word) (at, n int) {
	n = len(words)
	for at := 0; n > 0 && at+n <= len(in); at++ {
		if slices.Equal(in[at:at+n], words) && !slices.ContainsFunc(taken[at:at+n], func(t int) bool { return t > 0 }) {
			return at, n
		}
	}
	return 0, 0
}

// match turns a word that the user typed into an FTS5 expression. It may be the
// beginning of a longer one.
func match(w word) string {
	if p := pairs(w.text); w.run && len(p) > 0 {
		return `"` + strings.Join(p, " ") + `"`
	}
	return `"` + w.text + `"*`
}

// phrase is the expression for a whole name, "" for one of nothing but signs.
func phrase(name string) string {
	var words []string
	for _, w := range foldWords(name) {
		if p := pairs(w.text); w.run && len(p) > 0 {
			words = append(words, p...)
		} else {
			words = append(words, w.text)
		}
	}
	if len(words) == 0 {
		return ""
	}
	return `"` + strings.Join(words, " ") + `"`
}

// findActors is a query for the numbers of the actors whose names match an expression.
type findActors func(expression string) (sql string, args []any, err error)

// actorsFound asks the index of the actors' names.
func actorsFound(expression string) (string, []any, error) {
	return `SELECT rowid FROM actor_text WHERE actor_text MATCH ?`, []any{expression}, nil
}

// holds is true of events whose text, or one of whose actors' names, matches.
func (find findActors) holds(expression string) (sql string, args []any, err error) {
	sql, actors, err := find(expression)
	args = append(append([]any{expression}, actors...), actors...)
	return `(e.n IN (SELECT rowid FROM event_text WHERE event_text MATCH ?)
	OR e.n IN (SELECT p.event FROM party p WHERE p.actor IN (` + sql + `))
	OR e.n IN (SELECT c.event FROM claim c WHERE c.according_to IN (` + sql + `)))`, args, err
}

// condition is the term in SQL, over an event e.
func (t term) condition(find findActors) (sql string, args []any, err error) {
	every := make([]string, len(t.words))
	for i, w := range t.words {
		var more []any
		if every[i], more, err = find.holds(w); err != nil {
			return "", nil, err
		}
		args = append(args, more...)
	}
	sql = strings.Join(every, ` AND `)
	for _, name := range t.names {
		any, more, err := find.holds(name)
		if err != nil {
			return "", nil, err
		}
		sql += ` OR ` + any
		args = append(args, more...)
	}
	if len(t.places) > 0 {
		list, err := encode(t.places)
		if err != nil {
			return "", nil, err
		}
		sql += ` OR e.n IN (SELECT l.event FROM place l WHERE l.geonameid IN (SELECT value FROM json_each(?)))`
		args = append(args, string(list))
	}
	return `(` + sql + `)`, args, nil
}
