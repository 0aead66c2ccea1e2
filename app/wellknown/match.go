package wellknown

import (
	"slices"
	"strings"

	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// Match is the actor of a store that an actor from elsewhere is: the one that has its
// name, or one of its names, among its own, however they are spelled; of several the one
// that has it as its first. Where none has, it is one that is only like it, if there is
// no other: a person of whom one of the two is known by the surname alone, or whose name
// is another transliteration. Kinds must not contradict each other; one that was never
// said contradicts none. Of an unnamed actor the very words are asked for.
func Match(a store.Actor, own []store.Actor) (store.Actor, bool) { return NewMatcher(own).Find(a) }

// Matcher finds the actors of a store. It reads each name once.
type Matcher struct {
	own   []store.Actor
	names [][]string       // folded, the first one first
	by    map[string][]int // by any of these
	like  map[string][]int // persons and those of no kind, by surname as it sounds
	full  map[string][]int // the same, by their name as it sounds
}

// NewMatcher takes the actors of a store.
func NewMatcher(own []store.Actor) *Matcher {
	m := &Matcher{own: own, by: map[string][]int{}, like: map[string][]int{}, full: map[string][]int{}}
	put := func(to map[string][]int, key string, i int) {
		if key != "" && !slices.Contains(to[key], i) {
			to[key] = append(to[key], i)
		}
	}
	for i, a := range own {
		var all []string
		for _, n := range append([]string{a.Name}, a.Aliases...) {
			f := gazetteer.Fold(n)
			all = append(all, f)
			put(m.by, f, i)
			if a.Kind == kindPerson || a.Kind == "" {
				put(m.like, sound(Surname(n)), i)
				put(m.full, sound(n), i)
			}
		}
		m.names = append(m.names, all)
	}
	return m
}

// Find is [Match].
func (m *Matcher) Find(a store.Actor) (store.Actor, bool) {
	names := []string{gazetteer.Fold(a.Name)}
	if a.Kind != "unnamed" {
		for _, n := range a.Aliases {
			names = append(names, gazetteer.Fold(n))
		}
	}
	best, rank := -1, 0
	for k, n := range names {
		for _, i := range m.by[n] {
			if !agree(a.Kind, m.own[i].Kind) {
				continue
			}
			r := 1
			if k == 0 {
				r++
			}
			if m.names[i][0] == n {
				r++
			}
			if a.Kind == m.own[i].Kind {
				r += 2
			}
			if r > rank {
				best, rank = i, r
			}
		}
	}
	if best >= 0 {
		return m.own[best], true
	}
	if a.Kind == kindPerson || a.Kind == "" {
		return m.alike(a)
	}
	return store.Actor{}, false
}

// alike is the only own actor that a person is likely to be.
func (m *Matcher) alike(a store.Actor) (store.Actor, bool) {
	if at := m.full[sound(a.Name)]; len(at) == 1 && agree(a.Kind, m.own[at[0]].Kind) {
		return m.own[at[0]], true
	}
	last := sound(Surname(a.Name))
	at := m.like[last]
	if len(at) != 1 || len(last) < 3 || !agree(a.Kind, m.own[at[0]].Kind) {
		return store.Actor{}, false
	}
	o := m.own[at[0]]
	if len(strings.Fields(a.Name)) > 1 {
		// A full name is somebody known by the surname alone, unless everybody knows
		// another one by it.
		if len(strings.Fields(o.Name)) > 1 || !whose(last, a.Name) {
			return store.Actor{}, false
		}
	}
	return o, true
}

// Sounds is the only actor whose name is another transliteration of the name, or, where
// that is a single word, whose surname it is.
func (m *Matcher) Sounds(name string) (store.Actor, bool) {
	if a, ok := m.Spelled(name); ok {
		return a, true
	}
	if len(strings.Fields(name)) != 1 {
		return store.Actor{}, false
	}
	if at := m.like[sound(name)]; len(at) == 1 && len(name) > 2 && m.own[at[0]].Kind == kindPerson {
		return m.own[at[0]], true
	}
	return store.Actor{}, false
}

// Spelled is the only actor whose name is another transliteration of the name.
func (m *Matcher) Spelled(name string) (store.Actor, bool) {
	if at := m.full[sound(name)]; len(at) == 1 {
		return m.own[at[0]], true
	}
	return store.Actor{}, false
}

// whose reports whether a surname that means one person of the list means that name.
func whose(last, name string) bool {
	for _, p := range People() {
		if p.Surname != "" && sound(p.Surname) == last {
			return slices.ContainsFunc(append([]string{p.Name}, p.Aliases...), func(n string) bool { return sound(n) == sound(name) })
		}
	}
	return true
}

// agree reports whether two kinds do not contradict each other.
func agree(a, b string) bool { return a == b || a == "" || b == "" }

// sound is a name as it sounds: the transliterations of one name sound alike.
func sound(name string) string {
	s := strings.ReplaceAll(gazetteer.Fold(name), "y", "i")
	for strings.Contains(s, "ii") {
		s = strings.ReplaceAll(s, "ii", "i")
	}
	return s
}

// Surname is the last word of a name that is no number or particle.
func Surname(name string) string {
	f := strings.Fields(name)
	for i := len(f) - 1; i > 0; i-- {
		if w := strings.ToLower(f[i]); len(w) > 3 && w != "jr." {
			return f[i]
		}
	}
	if len(f) == 0 {
		return ""
	}
	return f[0]
}
