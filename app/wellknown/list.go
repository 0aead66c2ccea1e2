package wellknown

import (
	_ "embed"
	"strings"
	"sync"
)

// The lists are the project's own. Lines of # are notes; columns are parted by |,
// entries of a column by ; or, in those of single words of states.txt, by blanks.
var (
	//go:embed states.txt
	statesText string
	//go:embed people.txt
	peopleText string
	//go:embed bodies.txt
	bodiesText string
)

// State is a state of the list.
type State struct {
	Code    string   // ISO 3166-1 alpha-2, upper case
	Name    string   // in English
	Peoples []string // words for its people and what is theirs: “Russian”, “Russians”
	Cities  []string // names of cities that stand for its government: “Moscow”
	Capital int64    // GeoNames id of where the government sits
	Names   []string // further names in English: “USA”
}

// Person is a person of the list.
type Person struct {
	Name    string
	Aliases []string
	For     string // name of the state or organisation that the person acts for
	Office  string // in the month AsOf: “President of France”
	AsOf    string // “July 2025”
	Surname string // by which alone reports mean this person; "": they do not
}

// Body is an organisation or an armed group of the list.
type Body struct {
	Kind    string // code of the vocabulary "actor kind"
	Name    string
	Aliases []string
	For     string // name of the state that it acts for, or ""
	Seat    int64  // GeoNames id of its seat; 0: none
}

// lists are all three, read once.
type lists struct {
	states []State
	people []Person
	bodies []Body
}

var read = sync.OnceValue(func() lists {
	var l lists
	byCode := map[string]State{}
	for _, r := range rows(statesText, 6) {
		s := State{Code: r[0], Name: r[1], Peoples: words(r[2]), Cities: words(r[3]), Capital: number(r[4]), Names: entries(r[5])}
		l.states = append(l.states, s)
		byCode[s.Code] = s
	}
	owner := func(code string) string {
		if s, ok := byCode[code]; ok {
			return s.Name
		}
		return code
	}
	for _, r := range rows(peopleText, 6) {
		l.people = append(l.people, Person{Name: r[0], Aliases: entries(r[1]), For: owner(r[2]), Office: r[3], AsOf: r[4], Surname: r[5]})
	}
	for _, r := range rows(bodiesText, 5) {
		b := Body{Kind: r[0], Name: r[1], Aliases: entries(r[2]), For: owner(r[3]), Seat: number(r[4])}
		if r[4] == "" {
			b.Seat = byCode[r[3]].Capital
		}
		l.bodies = append(l.bodies, b)
	}
	return l
})

// States are all states. The list is not to be changed, nor those below.
func States() []State { return read().states }

// People are those whom reports name most.
func People() []Person { return read().people }

// Bodies are organisations and armed groups.
func Bodies() []Body { return read().bodies }

// rows cuts a list into rows of n trimmed columns; what a row has not is empty.
func rows(list string, n int) (out [][]string) {
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := make([]string, n)
		for i, c := range strings.SplitN(line, "|", n) {
			row[i] = strings.TrimSpace(c)
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

// words are single words, or several with _ between.
func words(column string) []string {
	out := strings.Fields(column)
	for i, w := range out {
		out[i] = strings.ReplaceAll(w, "_", " ")
	}
	return out
}

// number is an id; what is no number is none, as a test asserts of the lists.
func number(s string) (n int64) {
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0
		}
		n = n*10 + int64(r-'0')
	}
	return n
}
