package reading

import (
	_ "embed"
	"slices"
	"strings"

	"sitmap/app/wellknown"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// The lists are the project's own. Lines of # are notes; columns are parted by |,
// entries of a column by ;. Those of actors are package wellknown's.
var (
	//go:embed lexicon/weapons.txt
	weaponsText string
	//go:embed lexicon/kinds.txt
	kindsText string
	//go:embed lexicon/nouns.txt
	nounsText string
	//go:embed lexicon/measures.txt
	measuresText string
	//go:embed lexicon/words.txt
	wordsText string
)

// longestPhrase is the most words that any entry has.
const longestPhrase = 6

// state is a country as an actor.
type state struct{ code, name, demonym string }

// trigger is a word that says what a figure measures.
type trigger struct {
	measure string
	classes map[string]bool
}

// kindWord is a word that speaks for a kind, and how loudly.
type kindWord struct {
	kind   string
	weight int
}

// lexicon is all words, by their lower-case form.
type lexicon struct {
	states   map[string]state // by name and demonym
	demonyms map[string]bool
	capitals map[string]state
	byCode   map[string]state
	bodies   map[string]store.Actor
	people   map[string]store.Actor
	weapons  map[string]string
	kinds    map[string][]kindWord
	nouns    map[string]string // class
	triggers map[string][]trigger
	words    map[string]map[string]bool
	weapon   map[string]bool // first words of weapons
	body     map[string]bool // first words of bodies and people
}

// columns cuts a list into rows of trimmed columns.
func columns(list string) (out [][]string) {
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, "|")
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		out = append(out, row)
	}
	return out
}

func entries(column string) (out []string) {
	for e := range strings.SplitSeq(column, ";") {
		if e = strings.TrimSpace(e); e != "" {
			out = append(out, e)
		}
	}
	return out
}

func newLexicon(k Known) *lexicon {
	l := &lexicon{
		states: map[string]state{}, demonyms: map[string]bool{}, capitals: map[string]state{}, byCode: map[string]state{},
		bodies: map[string]store.Actor{}, people: map[string]store.Actor{}, weapons: map[string]string{},
		kinds: map[string][]kindWord{}, nouns: map[string]string{}, triggers: map[string][]trigger{},
		words: map[string]map[string]bool{}, weapon: map[string]bool{}, body: map[string]bool{},
	}
	l.addStates()
	l.addActors(k.Actors)
	l.addWeapons(k.Weapons)
	for _, row := range columns(kindsText) {
		if !allowedKind(k.Kinds, row[0]) {
			continue
		}
		for column, weight := range []int{1: 1, 2: 3} {
			if column > 0 {
				for _, w := range entries(row[column]) {
					l.kinds[w] = append(l.kinds[w], kindWord{row[0], weight})
				}
			}
		}
	}
	for _, row := range columns(nounsText) {
		for _, w := range entries(row[1]) {
			l.nouns[w] = row[0]
		}
	}
	for _, row := range columns(measuresText) {
		if !allowedTerm(k.Measures, row[0]) {
			continue
		}
		t := trigger{row[0], map[string]bool{}}
		for c := range strings.FieldsSeq(row[1]) {
			t.classes[c] = true
		}
		for _, w := range entries(row[2]) {
			l.triggers[w] = append(l.triggers[w], t)
		}
	}
	for line := range strings.Lines(wordsText) {
		if name, list, ok := strings.Cut(strings.TrimSpace(line), ":"); ok && !strings.HasPrefix(name, "#") {
			l.words[name] = map[string]bool{}
			for _, w := range entries(list) {
				l.words[name][w] = true
			}
		}
	}
	return l
}

func allowedKind(kinds []store.Kind, code string) bool {
	for _, k := range kinds {
		if k.Code == code {
			return true
		}
	}
	return kinds == nil
}

func allowedTerm(terms []store.Term, code string) bool {
	for _, t := range terms {
		if t.Code == code {
			return true
		}
	}
	return terms == nil
}

func (l *lexicon) addStates() {
	for _, w := range wellknown.States() {
		s := state{code: w.Code, name: w.Name, demonym: w.Name}
		if len(w.Peoples) > 0 {
			s.demonym = w.Peoples[0]
		}
		l.byCode[s.code] = s
		for _, n := range append([]string{s.name}, w.Names...) {
			l.states[strings.ToLower(plainSigns.Replace(n))] = s
		}
		for _, n := range w.Peoples {
			n = strings.ToLower(n)
			l.states[n] = s
			if s.code != "US" && s.code != "GB" || len(n) > 4 {
				l.demonyms[n] = true
			}
		}
		for _, c := range w.Cities {
			l.capitals[strings.ToLower(c)] = s
		}
	}
	for _, w := range []string{"us", "u.s.", "u.s", "uk", "u.k.", "u.k"} {
		l.demonyms[w] = true
	}
	l.states["u.s"], l.states["u.k"] = l.byCode["US"], l.byCode["GB"]
	for _, w := range []string{"turkey", "britain", "usa", "drc", "uae"} {
		delete(l.demonyms, w)
	}
}

// actor is a state as an actor of the store.
func (s state) actor() store.Actor { return store.Actor{Name: s.name, Kind: "state"} }

func (l *lexicon) actsFor(code string) *store.Actor {
	s, ok := l.byCode[code]
	if !ok {
		return nil
	}
	a := s.actor()
	return &a
}

// addActors takes the built-in organisations and people, and over them those of
// the store, which keep their ids.
func (l *lexicon) addActors(known []store.Actor) {
	put := func(to map[string]store.Actor, a store.Actor, names ...string) {
		for _, n := range names {
			n = strings.ToLower(plainSigns.Replace(strings.TrimSpace(n)))
			n = strings.TrimSuffix(n, ".")
			if n == "" {
				continue
			}
			to[n] = a
			first, _, _ := strings.Cut(n, " ")
			l.body[first] = true
		}
	}
	named := map[string]*store.Actor{}
	for _, s := range l.byCode {
		a := s.actor()
		named[a.Name] = &a
	}
	own := wellknown.NewMatcher(known)
	theirs := func(a store.Actor) store.Actor { return ownOf(own, a) }
	for _, b := range wellknown.Bodies() {
		a := theirs(store.Actor{Name: b.Name, Kind: b.Kind, Aliases: b.Aliases, ActsFor: named[b.For]})
		put(l.bodies, a, append(slices.Clone(b.Aliases), b.Name)...)
		named[b.Name] = &a
	}
	for _, p := range wellknown.People() {
		a := theirs(store.Actor{Name: p.Name, Kind: "person", Aliases: p.Aliases, ActsFor: named[p.For]})
		put(l.people, a, append(slices.Clone(p.Aliases), p.Name, p.Surname)...)
	}
	everybody := wellknown.NewMatcher(wellknown.Actors(nil))
	for _, a := range known {
		if a.Kind == "" {
			if listed, ok := everybody.Find(a); ok { // as it is of the list, it was put above
				a.Kind = listed.Kind
			}
		}
		to := l.bodies
		switch a.Kind {
		case "unnamed":
			continue
		case "person":
			to = l.people
			put(to, a, surname(a.Name))
		case "state":
			// States are found by their names and peoples; the store's record stands
			// for the built-in one.
		}
		put(to, a, append([]string{a.Name}, a.Aliases...)...)
	}
}

// ownOf is the store's actor that one of the list is, else that one. Where the store
// never said of which kind it is, the list does for the reading; the record stays.
func ownOf(own *wellknown.Matcher, a store.Actor) store.Actor {
	o, ok := own.Find(a)
	if !ok {
		return a
	}
	o.Kind = a.Kind
	return o
}

// surname is [wellknown.Surname].
func surname(name string) string { return wellknown.Surname(name) }

// addWeapons takes the built-in spellings and the terms of the store.
func (l *lexicon) addWeapons(terms []store.Term) {
	put := func(code, words string) {
		words = strings.ToLower(plainSigns.Replace(words))
		for _, w := range []string{words, words + "s"} {
			l.weapons[w] = code
			first, _, _ := strings.Cut(w, " ")
			l.weapon[first] = true
		}
	}
	for _, row := range columns(weaponsText) {
		// Plain “missile” is no term of the vocabulary, but its word is.
		for _, w := range entries(row[1]) {
			put(row[0], w)
		}
	}
	for _, t := range terms {
		put(t.Code, t.Code)
		if t.Name != "" && len(strings.Fields(t.Name)) <= longestPhrase {
			put(t.Code, t.Name)
		}
	}
}

func (l *lexicon) has(list, word string) bool { return l.words[list][word] }

// same says whether two names are the same but for accents and the endings of
// transliteration.
func same(a, b string) bool {
	norm := func(s string) string {
		return strings.ReplaceAll(strings.ReplaceAll(gazetteer.Fold(s), "yy", "y"), "iy", "y")
	}
	return norm(a) == norm(b)
}
