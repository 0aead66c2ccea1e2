package reading

import (
	"slices"
	"time"
	"unicode/utf8"

	"sitmap/app/entry/figure"
	"sitmap/app/entry/when"
	"sitmap/app/wellknown"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// Longest is how much of a text is read, in bytes. What comes after is left out,
// and [Result.Clipped] says so.
const Longest = 1 << 20

// Report is what is to be read.
type Report struct {
	Text string
	// Item is the source that the proposals cite; its title is read as well, and
	// relative words count from its publication.
	Item store.Item
	// Zone is that of times which name none. nil is UTC.
	Zone *time.Location
}

// Gazetteer finds places by their exact names, see [gazetteer.Gazetteer].
type Gazetteer interface {
	Named(name string, limit int) []gazetteer.Place
	Admin1Name(code string) string
}

// Known is what the store and the gazetteer know. Its zero value knows nothing but
// the built-in words.
type Known struct {
	Gazetteer Gazetteer
	Actors    []store.Actor // found by name and aliases
	World     []store.Actor // well-known ones as they would be new in a store, see [wellknown.Actors]; nil: without seats
	Weapons   []store.Term  // of the vocabulary "weapon"
	Measures  []store.Term  // of the vocabulary "measure"; figures of others are dropped. nil: all are kept
	Kinds     []store.Kind  // events of others are not proposed. nil: all are
	Words     []figure.Word // qualifiers without figures
	// NewID gives the ids of drafts and their parts; nil: they follow from the text.
	// Actors that are not among the known ones come without id, see [wellknown.Settler].
	NewID func() string
}

// Field is what a suggestion is about.
type Field string

// The fields.
const (
	Date       Field = "date"
	Place      Field = "place"
	Actor      Field = "actor"
	Weapon     Field = "weapon"
	Figure     Field = "figure"
	Originator Field = "originator"
	Hedge      Field = "hedge"
	Kind       Field = "kind"
)

// Suggestion is a stretch of the text and what it was read as. Only the member of
// its field is set.
type Suggestion struct {
	Field      Field
	Start, End int    // bytes of the text; End is exclusive
	Words      string // the text between them
	Sentence   int    // counted from 0

	When     store.When      // of a date
	Place    gazetteer.Place // of a place
	Actor    store.Actor     // of an actor or originator
	Weapon   string          // code of the vocabulary
	Count    Count           // of a figure
	Kind     string          // code of the kind
	Question string          // why a date is not certain; its When is zero then
}

// Count is a figure, what it measures, of what, and who says so.
type Count struct {
	Measure string // code of the vocabulary "measure"
	Of      string // as written: "civilians"
	Figure  figure.Figure
	By      *store.Actor // nil: nobody is named
	ByIndex int          // the originator among the suggestions, or -1
}

// Proposal is a draft event and the suggestions that it was made of.
type Proposal struct {
	Event store.Event
	From  []int // indices of the suggestions
}

// Result is all that was found.
type Result struct {
	Suggestions []Suggestion // by their place in the text
	Proposals   []Proposal   // the main one first
	Clipped     bool         // the text was longer than [Longest]
}

// Reader reads reports. It is safe for use by several goroutines.
type Reader struct {
	known  Known
	lex    *lexicon
	settle *wellknown.Settler
}

// NewReader prepares what is known for reading.
func NewReader(k Known) *Reader {
	world := k.World
	if world == nil {
		world = wellknown.Actors(nil)
	}
	return &Reader{known: k, lex: newLexicon(k), settle: wellknown.NewSettler(k.Actors, world)}
}

// Read suggests what a report says. It takes what is not UTF-8 as it comes and
// fails on nothing; a text that says nothing gives nothing.
func (r *Reader) Read(rep Report) Result {
	text, clipped := rep.Text, false
	if len(text) > Longest {
		end := Longest
		for end > 0 && !utf8.RuneStart(text[end]) {
			end--
		}
		text, clipped = text[:end], true
	}
	zone := rep.Zone
	if zone == nil {
		zone = time.UTC
	}
	clock := when.Context{Zone: zone}
	if at, err := clock.Published(rep.Item.Published); err == nil {
		clock = at
	}
	title := r.scan(rep.Item.Title, clock)
	p := r.scan(text, clock)
	p.learn(title)
	title.findAll()
	p.learn(title)
	p.findAll()
	res := Result{Suggestions: p.suggestions(), Clipped: clipped}
	res.Proposals = r.propose(rep, title, p, res.Suggestions)
	return res
}

// pass is one text while it is read.
type pass struct {
	*Reader
	text   string
	clock  when.Context
	tokens []token
	taken  []Field             // by token: which field has it
	found  []mention           // in order of finding
	people []store.Actor       // named so far, for later mentions by surname
	states map[string]int      // how often each country's code was named
	said   map[int][]mention   // originators, by sentence
	spoke  *mention            // the last of them
	listed map[Field][]mention // what of gave
}

// mention is a suggestion in tokens.
type mention struct {
	Suggestion
	from, to int // tokens; to is exclusive
	role     string
	phrase   string // of a date: what it was read from
}

func (r *Reader) scan(text string, clock when.Context) *pass {
	tokens := cut(text)
	return &pass{Reader: r, text: text, clock: clock, tokens: tokens, taken: make([]Field, len(tokens)), states: map[string]int{}, said: map[int][]mention{}, listed: map[Field][]mention{}}
}

// learn takes over the people and countries that another text named.
func (p *pass) learn(other *pass) {
	for _, a := range other.people {
		p.meet(a)
	}
	for code, n := range other.states {
		p.states[code] += n
	}
}

// meet notes a person for later mentions.
func (p *pass) meet(a store.Actor) {
	if !slices.ContainsFunc(p.people, func(b store.Actor) bool { return a.Name == b.Name }) && len(p.people) < 500 {
		p.people = append(p.people, a)
	}
}

func (p *pass) findAll() {
	p.findDates()
	p.findWeapons()
	p.findActors()
	p.findPlaces()
	p.findHedges()
	p.findOriginators()
	p.findFigures()
	p.findKinds()
}

// add notes a mention; take says that no other field may have its words.
func (p *pass) add(m mention, take bool) {
	m.Start, m.End = p.tokens[m.from].start, p.tokens[m.to-1].end
	m.Words = p.text[m.Start:m.End]
	m.Sentence = p.tokens[m.from].sentence
	p.found = append(p.found, m)
	delete(p.listed, m.Field)
	if take {
		for i := m.from; i < m.to; i++ {
			p.taken[i] = m.Field
		}
	}
}

func (p *pass) free(from, to int) bool {
	for i := from; i < to; i++ {
		if p.taken[i] != "" {
			return false
		}
	}
	return true
}

// of lists the mentions of a field by their place. The list is not to be changed.
func (p *pass) of(f Field) []mention {
	if list, ok := p.listed[f]; ok {
		return list
	}
	var out []mention
	for _, m := range p.found {
		if m.Field == f {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b mention) int { return a.from - b.from })
	p.listed[f] = out
	return out
}

// suggestions are the mentions in the order of the text.
func (p *pass) suggestions() []Suggestion {
	slices.SortStableFunc(p.found, func(a, b mention) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return b.to - a.to
	})
	out := make([]Suggestion, len(p.found))
	for i, m := range p.found {
		out[i] = m.Suggestion
	}
	said := map[string][]int{} // the originators' suggestions, by name
	for i, s := range out {
		if s.Field == Originator {
			said[s.Actor.Name] = append(said[s.Actor.Name], i)
		}
	}
	for i := range out {
		out[i].Count.ByIndex = -1
		if by := out[i].Count.By; by != nil {
			for _, k := range said[by.Name] {
				if out[k].Sentence <= out[i].Sentence {
					out[i].Count.ByIndex = k
				}
			}
		}
	}
	return out
}
