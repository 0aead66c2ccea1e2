package draft

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"sitmap/app/entry/figure"
	"sitmap/app/entry/when"
	"sitmap/store"
)

// Reader is what reading the fields of a draft needs to know.
type Reader struct {
	When  when.Context   // of the event
	Desk  *time.Location // the writer's own zone, of embargoes, captures and publications; nil: the event's
	Now   time.Time      // of writing, from which dates of publication count; zero: When's
	Words []figure.Word  // the vocabulary's qualifiers without figures
}

// today is the moment of writing.
func (r Reader) today() time.Time {
	if r.Now.IsZero() {
		return r.When.Now
	}
	return r.Now
}

// From takes an event apart. An id that is missing is made; revision 0 is an
// event that is not in the store.
func From(e store.Event, revision int64, newID func() string) *Draft {
	return FromAt(e, revision, newID, "")
}

// FromAt is [From] on a computer whose zone is of that IANA name.
func FromAt(e store.Event, revision int64, newID func() string, desk string) *Draft {
	d := &Draft{
		Desk: desk,
		Base: e, Revision: revision, ID: e.ID, Kind: e.Kind, Title: e.Title, Summary: e.Summary,
		When: showWhen(e.When), Planned: showWhen(e.Planned), Review: string(e.Review), ReviewedBy: e.ReviewedBy,
		Assessment: string(e.Assessment), AssessmentNote: e.AssessmentNote,
		Topics: showWords(e.Topics), Tags: showWords(e.Tags), Fields: showPairs(e.Fields), Properties: showPairs(e.Properties),
		Protection: showProtection(e.Protection),
		Actors:     map[string]*Actor{}, Items: map[string]*Item{}, Outlets: map[string]*Outlet{},
	}
	id := func(s string) string {
		if s == "" {
			return newID()
		}
		return s
	}
	d.ID = id(d.ID)
	for _, p := range e.Phases {
		d.Phases = append(d.Phases, &Phase{p, id(p.ID), p.Phase, showWhen(p.At), p.Note, Cites{IDs: p.Citations}})
	}
	for _, p := range e.Places {
		s := showPlace(p)
		s.ID = id(s.ID)
		d.Places = append(d.Places, s)
	}
	for _, p := range e.Parties {
		a := p.Actor
		a.ID = id(a.ID)
		d.Parties = append(d.Parties, &Party{p, id(p.ID), p.Role, d.hold(&a), p.Place})
	}
	for _, c := range e.Claims {
		s := d.showClaim(c)
		s.ID = id(s.ID)
		d.Claims = append(d.Claims, s)
	}
	for _, h := range e.Headlines {
		d.Headlines = append(d.Headlines, &Headline{h, h.Measure, h.Of, h.Rule, h.Claim, h.Reason})
	}
	for _, c := range e.Citations {
		i := c.Item
		i.ID = id(i.ID)
		d.Citations = append(d.Citations, &Citation{
			Base: c, ID: id(c.ID), About: c.About, Item: d.holdItem(i), Quote: c.Quote, Translation: c.Translation, Page: c.Page,
			Credibility: showNumber(c.Credibility),
		})
	}
	for _, r := range e.Relations {
		d.Relations = append(d.Relations, &Relation{Base: r, Type: r.Type, Event: r.Event, Note: r.Note})
	}
	if s := e.Series; s != nil {
		d.Series = Series{s, s.ID, s.Name, showNumber(s.ClaimedPosition), s.Basis}
	}
	for _, x := range e.ExternalIDs {
		d.ExternalIDs = append(d.ExternalIDs, &ExternalID{x.Dataset, x.ID})
	}
	return d
}

func showPairs(m map[string]json.RawMessage) []*Pair {
	var out []*Pair
	for _, k := range slices.Sorted(maps.Keys(m)) {
		out = append(out, &Pair{m[k], k, showValue(m[k])})
	}
	return out
}

func showProtection(p store.Protection) Protection {
	return Protection{p, p.TLP, when.Stamp(p.Embargo, time.UTC), p.DoNotPublish}
}

// builder puts an event together and collects what can't be read.
type builder struct {
	d        *Draft
	r        Reader
	e        store.Event
	problems []Problem
	blank    map[string]bool // citations that are left out
	gone     map[string]bool // parts that are left out, by id, and emptied fields
}

func (b *builder) problem(path, sentence string) {
	p := Problem{path, sentence}
	if !slices.Contains(b.problems, p) { // a record may be met twice
		b.problems = append(b.problems, p)
	}
}

// keep gives back the value a field came with while its text is untouched, and
// reads the text otherwise.
func keep[T any](b *builder, path, text, was string, value T, read func(string) (T, error)) T {
	if text == was {
		return value
	}
	v, err := read(text)
	if err != nil {
		b.problem(path, err.Error())
	}
	return v
}

func (b *builder) when(w When, path string) store.When {
	out, _, err := w.Read(b.r.When)
	if err != nil {
		b.problem(path, err.Error())
	}
	return out
}

// atDesk reads times that are the writer's, not the event's.
func (b *builder) atDesk() when.Context {
	c := b.r.When
	if b.r.Desk != nil {
		c.Zone = b.r.Desk
	}
	return c
}

func (b *builder) instant(text string) (time.Time, error) {
	t, err := when.Instant(text, b.atDesk().Zone)
	return t.UTC(), err
}

func (b *builder) protection(p Protection, path string) store.Protection {
	out := store.Protection{TLP: code(p.TLP, p.Base.TLP), DoNotPublish: p.DoNotPublish}
	out.Embargo = keep(b, path, p.Embargo, when.Stamp(p.Base.Embargo, time.UTC), p.Base.Embargo, b.instant)
	return out
}

// Event puts the event together. With problems it is only as good as what could
// be read.
func (d *Draft) Event(r Reader) (store.Event, []Problem) {
	b := &builder{d: d, r: r, gone: d.leavesOut()}
	b.e = store.Event{
		ID: d.ID, Kind: untouched(d.Kind, d.Base.Kind), Title: untouched(d.Title, d.Base.Title), Summary: untouched(d.Summary, d.Base.Summary),
		Review: store.Review(d.Review), ReviewedBy: untouched(d.ReviewedBy, d.Base.ReviewedBy),
		Assessment: store.Assessment(d.Assessment), AssessmentNote: d.AssessmentNote,
		Topics: d.Topics.List(), Tags: d.Tags.List(), Protection: b.protection(d.Protection, "embargo"),
	}
	b.e.When, b.e.Planned = b.when(d.When, "when"), b.when(d.Planned, "planned")
	// Citations first: claims and phases look at them.
	b.citations()
	for _, p := range d.Phases {
		if !p.Blank() {
			b.e.Phases = append(b.e.Phases, b.phase(p))
		}
	}
	for _, p := range d.Places {
		if !p.Blank() {
			b.e.Places = append(b.e.Places, b.place(p))
		}
	}
	b.parties()
	for _, c := range d.Claims {
		if !c.Blank() && !c.emptied() {
			b.e.Claims = append(b.e.Claims, b.claim(c))
		}
	}
	b.rest()
	return b.e, b.problems
}

// citations leaves out those in which nothing was typed, and the words quoted for what
// is left out, unless more rests on them. Of several sources, one that figures are taken from must have a
// title: else nobody could tell who made the claim.
func (b *builder) citations() {
	b.blank = map[string]bool{}
	columns := b.d.Columns()
	for _, c := range b.d.Citations {
		gone := b.gone[c.About]
		if c.Blank() || gone && !b.d.keeps(c, c.About) {
			b.blank[c.ID] = true
			continue
		}
		out := b.citation(c)
		if gone {
			out.About = "event"
		}
		b.e.Citations = append(b.e.Citations, out)
	}
	for _, col := range columns {
		q := col.First()
		if q.Item.Key == "" && b.blank[q.ID] && slices.ContainsFunc(b.d.Phases, func(p *Phase) bool { return !p.Blank() && slices.Contains(p.Cites.IDs, q.ID) }) {
			b.problem(Path("citation", q.ID, "item"), "A phase rests on this source: give its title.")
		}
		if len(columns) > 1 && q.Item.Key == "" && b.blank[q.ID] && slices.ContainsFunc(b.d.Claims, func(c *Claim) bool { return c.says() && slices.Contains(c.Cites.IDs, q.ID) }) {
			b.problem(Path("citation", q.ID, "item"), "Figures are taken from this source: give its title.")
		}
	}
}

// part is the id of a part, or none where the part is left out.
func (b *builder) part(id string) string {
	if b.gone[id] {
		return ""
	}
	return id
}

// untouched trims what was typed and leaves alone what was not.
func untouched(text, was string) string {
	if text == was {
		return was
	}
	return strings.TrimSpace(text)
}

// Blank reports whether nothing was typed into a new row.
func (c *Citation) Blank() bool {
	return reflect.DeepEqual(c.Base, store.Citation{}) && c.Item.Key == "" && c.Quote == "" && c.Translation == "" && c.Page == ""
}

func (b *builder) citation(c *Citation) store.Citation {
	path := Path("citation", c.ID, "credibility")
	out := store.Citation{
		ID: c.ID, About: untouched(c.About, c.Base.About), Item: b.item(c.Item), Quote: c.Quote, Translation: c.Translation, Page: c.Page,
	}
	out.Credibility = keep(b, path, c.Credibility, showNumber(c.Base.Credibility), c.Base.Credibility, func(s string) (int, error) {
		n, err := number(s, "credibility")
		if err == nil && (n < 0 || n > 6) {
			err = sentence("Credibility runs from 1, confirmed, to 6, cannot be judged.")
		}
		return int(n), err
	})
	if out.Item.ID == "" {
		b.problem(Path("citation", c.ID, "item"), "A quote needs the item it was taken from: give its title.")
	}
	return out
}

func (b *builder) phase(p *Phase) store.Phase {
	return store.Phase{
		ID: p.ID, Phase: untouched(p.Phase, p.Base.Phase), At: b.when(p.At, Path("phase", p.ID, "at")), Note: p.Note,
		Citations: b.cites(p.Cites, p.Base.ID == ""),
	}
}

func (b *builder) parties() {
	for _, p := range b.d.Parties {
		a := b.actor(p.Actor, actsForDepth)
		if a == nil {
			if p.Base.ID == "" {
				continue
			}
			b.problem(Path("party", p.ID, "actor"), "Who is it? Give the actor's name, or remove the row.")
			a = &store.Actor{}
		}
		b.e.Parties = append(b.e.Parties, store.Party{ID: p.ID, Role: untouched(p.Role, p.Base.Role), Actor: *a, Place: b.part(p.Place)})
	}
}

func (b *builder) rest() {
	d := b.d
	for _, h := range d.Headlines {
		if h.Measure != "" {
			b.e.Headlines = append(b.e.Headlines, store.Headline{Measure: h.Measure, Of: h.Of, Rule: h.Rule, Claim: b.part(h.Claim), Reason: h.Reason})
		}
	}
	for i, r := range d.Relations {
		switch {
		case r.Event != "":
			b.e.Relations = append(b.e.Relations, store.Relation{Type: r.Type, Event: r.Event, Note: r.Note})
		case r.Note != "" || r.Title != "":
			b.problem(Path("relation", strconv.Itoa(i), "event"), "Choose the event from the list below the field.")
		}
	}
	b.series()
	b.e.Fields, b.e.Properties = b.pairs("field", d.Fields), b.pairs("property", d.Properties)
	for _, x := range d.ExternalIDs {
		if x.Dataset != "" || x.ID != "" {
			b.e.ExternalIDs = append(b.e.ExternalIDs, store.ExternalID{Dataset: x.Dataset, ID: x.ID})
		}
	}
}

func (b *builder) series() {
	s := b.d.Series
	if s.Name == "" && s.Position == "" && s.Basis == "" {
		return
	}
	var was store.InSeries
	if s.Base != nil {
		was = *s.Base
	}
	out := store.InSeries{ID: s.ID, Name: untouched(s.Name, was.Name), Basis: s.Basis}
	out.ClaimedPosition = keep(b, "series/position", s.Position, showNumber(was.ClaimedPosition), was.ClaimedPosition, func(t string) (int, error) {
		n, err := number(t, "position")
		if err == nil && (n < 1 || n > 1_000_000) && t != "" {
			err = sentence("Positions in a series count from 1.")
		}
		return int(n), err
	})
	if out.Name == "" {
		b.problem("series/name", "A position needs the name of its series.")
	}
	b.e.Series = &out
}

func (b *builder) pairs(part string, rows []*Pair) map[string]json.RawMessage {
	out := map[string]json.RawMessage{}
	for i, p := range rows {
		key := p.Key
		if p.Base == nil {
			key = strings.TrimSpace(key)
		}
		switch {
		case key == "" && p.Value == "":
		case key == "":
			b.problem(Path(part, strconv.Itoa(i), "key"), "This value needs a name.")
		case out[key] != nil:
			b.problem(Path(part, strconv.Itoa(i), "key"), "“"+key+"” stands here twice; keep one.")
		default:
			out[key] = p.value()
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

func marshal(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		return nil
	}
	return b
}
