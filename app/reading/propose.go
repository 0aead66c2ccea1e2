package reading

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"sitmap/app/entry/title"
	"sitmap/store"
)

// Bounds of what one draft takes; a long report has more, but no event.
const (
	maxClaims = 60
	maxPlaces = 8
	maxTitle  = 120 // runes
	maxQuote  = 600 // runes
	maxDrafts = 12
)

// maker puts together the drafts of one report.
type maker struct {
	*pass
	title *pass
	rep   Report
	n     int
}

// propose makes the draft events: the main one, of which most of the report
// speaks, and one for each further thing that it tells of, see [maker.threads].
func (r *Reader) propose(rep Report, title, p *pass, all []Suggestion) []Proposal {
	kind := mainKind(weighKinds(title, p))
	if kind == "" || len(p.tokens) == 0 {
		return nil
	}
	m := &maker{pass: p, title: title, rep: rep}
	var out []Proposal
	for i, t := range m.threads(kind) {
		if i < maxDrafts {
			out = append(out, m.build(t, i == 0, all))
		}
	}
	return out
}

// apart are the sentences that tell of another event than the main one, and its
// kind: on a day of their own, or as something else, or because they grant something.
func (m *maker) apart(main string) map[int]string {
	out := map[int]string{}
	dates := map[int]bool{}
	for _, d := range m.of(Date) {
		if d.Question == "" && !m.dateOfSpeech(d) {
			dates[d.Sentence] = true
		}
	}
	for _, k := range m.of(Kind) {
		s := k.Sentence
		if s == 0 || k.Kind == main || k.Kind == "statement" || m.aside(k.from) || out[s] != "" || m.tellsOf(s, main) {
			continue
		}
		if dates[s] || m.setsApart(s, "meanwhile") || m.granted(k) {
			out[s] = k.Kind
		}
	}
	return out
}

// granted reports whether a sentence says that something was announced or promised that is
// an event of its own: aid, sanctions.
func (m *maker) granted(k mention) bool {
	if k.Kind != "aid" && k.Kind != "sanction" {
		return false
	}
	from, _ := m.bounds(k.Sentence)
	for i := from; i < k.from; i++ {
		if w := m.tokens[i].low; promised[w] && w != "will" && i > k.from-9 {
			return true
		}
	}
	return false
}

func (m *maker) tellsOf(sentence int, kind string) bool {
	return slices.ContainsFunc(m.found, func(x mention) bool { return x.Field == Kind && x.Sentence == sentence && x.Kind == kind })
}

// id gives the next id. Without a source of ids they follow from the text, so that
// the same report gives the same drafts.
func (m *maker) id() string {
	if m.known.NewID != nil {
		return m.known.NewID()
	}
	m.n++
	return uuid.NewSHA1(uuid.NameSpaceOID, fmt.Appendf(nil, "sitmap reading %d %s", m.n, m.text)).String()
}

func (m *maker) build(t thread, main bool, all []Suggestion) Proposal {
	kind, sentences := t.kind, t.sentences
	in := func(s int) bool { _, ok := slices.BinarySearch(sentences, s); return ok }
	e := store.Event{ID: m.id(), Kind: kind, Review: store.Draft, Assessment: store.Reported}
	e.Title = m.headline(sentences, main)
	b := &builder{maker: m, e: &e, in: in, cited: map[citing]string{}, main: main, striker: t.attacker}
	if len(sentences) > 0 { // the item as a whole comes first: the others quote it
		b.cite(sentences[0], "event")
	}
	b.when()
	b.places()
	b.tellLocally()
	b.parties()
	b.phases()
	b.claims()
	b.saidSo()
	b.settle.Event(&e)
	b.weapons()
	e.Title = m.entitled(e)
	var from []int
	for i, s := range all {
		if in(s.Sentence) {
			from = append(from, i)
		}
	}
	return Proposal{Event: e, From: from}
}

// entitled is the title that the form would propose, else what the draft has.
func (m *maker) entitled(e store.Event) string {
	name, form := strings.ToUpper(e.Kind[:1])+e.Kind[1:], forms[e.Kind]
	for _, k := range m.known.Kinds {
		if k.Code == e.Kind {
			name, form = k.Name, k.Form
		}
	}
	if t := title.For(form, title.Of(e, name)); t != "" {
		return clip(t, maxTitle)
	}
	return e.Title
}

// forms are those of the kinds that are built in and have not the general one.
var forms = map[string]store.Form{
	"strike": store.FormStrike, "clash": store.FormStrike, "talks": store.FormMeeting, "visit": store.FormMeeting,
	"call": store.FormCall, "statement": store.FormStatement, "agreement": store.FormMeeting, "aid": store.FormTransfer,
}

// headline is the item's title, or the first of the sentences.
func (m *maker) headline(sentences []int, main bool) string {
	s := ""
	if main {
		s = strings.Join(strings.Fields(m.rep.Item.Title), " ")
	}
	if s == "" {
		s = strings.Join(strings.Fields(m.quote(sentences[0])), " ")
	}
	return clip(s, maxTitle)
}

func clip(s string, runes int) string {
	s = strings.ToValidUTF8(s, "�")
	if utf8.RuneCountInString(s) <= runes {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:runes-1])) + "…"
}

// quote is a sentence as written.
func (m *maker) quote(sentence int) string {
	from, to := m.bounds(sentence)
	if from >= to {
		return ""
	}
	return clip(m.text[m.tokens[from].start:m.tokens[to-1].end], maxQuote)
}

// dateOfSpeech says whether a date only tells when somebody spoke: “said on
// Friday”.
func (p *pass) dateOfSpeech(d mention) bool {
	for k := d.from - 1; k >= 0 && k >= d.from-2; k-- {
		if p.lex.has("speech", p.tokens[k].low) {
			return true
		}
	}
	return false
}

// builder fills one draft.
type builder struct {
	*maker
	e       *store.Event
	in      func(sentence int) bool
	cited   map[citing]string
	main    bool
	striker string // name of the state that struck, where the report says so
	told    string // the words that the event's time was read from
}

// citing is a sentence quoted for a member or part of the event.
type citing struct {
	sentence int
	about    string
}

// cite gives the id of the citation that quotes a sentence for a member or part of the
// event: whatever is taken over from the report keeps its own words.
func (b *builder) cite(sentence int, about string) string {
	if id := b.cited[citing{sentence, about}]; id != "" {
		return id
	}
	c := store.Citation{ID: b.id(), About: about, Item: b.rep.Item, Quote: b.quote(sentence)}
	if c.Item.Title == "" {
		c.Item.Title = b.e.Title
	}
	b.cited[citing{sentence, about}] = c.ID
	b.e.Citations = append(b.e.Citations, c)
	return c.ID
}

// when takes the first certain date that does not only tell when somebody spoke;
// one beside a word of the event's kind comes first.
func (b *builder) when() {
	best, most := -1, 0
	dates := b.of(Date)
	for i, d := range dates {
		if !b.in(d.Sentence) || d.Question != "" {
			continue
		}
		score := 10 - min(d.Sentence, 5)
		if b.dateOfSpeech(d) {
			score -= 6
		}
		if b.tellsOf(d.Sentence, b.e.Kind) {
			score += 2
		}
		if score > most {
			best, most = i, score
		}
	}
	if best >= 0 {
		b.e.When, b.told = dates[best].When, dates[best].phrase
		b.cite(dates[best].Sentence, "when")
	}
}

// weapons go into the field of that name.
func (b *builder) weapons() {
	var list []string
	from := -1
	for _, w := range b.of(Weapon) {
		if b.in(w.Sentence) && !slices.Contains(list, w.Weapon) {
			list = append(list, w.Weapon)
			if from < 0 {
				from = w.Sentence
			}
		}
	}
	if len(list) == 0 || b.e.Kind != "strike" && b.e.Kind != "clash" && b.e.Kind != "aid" {
		return
	}
	raw, err := json.Marshal(list)
	if err != nil { // strings always marshal
		return
	}
	b.e.Fields = map[string]json.RawMessage{"weapons": raw}
	b.cite(from, "fields.weapons")
}

func (b *builder) claims() {
	for _, f := range b.of(Figure) {
		if !b.in(f.Sentence) || len(b.e.Claims) == maxClaims {
			continue
		}
		c := store.Claim{
			ID: b.id(), About: "measure", Measure: f.Count.Measure, Of: f.Count.Of,
			Qualifier: f.Count.Figure.Qualifier, Low: f.Count.Figure.Low, High: f.Count.Figure.High,
			State: store.Live,
		}
		c.Citations = []string{b.cite(f.Sentence, c.ID)}
		if f.Count.By != nil {
			a := *f.Count.By
			c.AccordingTo = &a
		}
		b.e.Claims = append(b.e.Claims, c)
	}
}
