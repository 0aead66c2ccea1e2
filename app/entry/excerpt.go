package entry

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/figure"
	"sitmap/app/reading"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// Excerpt is words of an item's text that become a field's value.
type Excerpt struct {
	Item  store.Item
	Words string
	Quote string // what the citation quotes: the sentences that the words stand in
	Use   Use
	As    *reading.Suggestion // what the words were read as; nil: nothing
}

// Use is which field words go into.
type Use string

// The uses of words.
const (
	UseLast       Use = "last" // the field that had the cursor last
	UseDate       Use = "date"
	UsePlanned    Use = "planned"
	UsePlace      Use = "place"
	UseActor      Use = "actor"
	UseWeapon     Use = "weapon"
	UseFigure     Use = "figure"
	UseOriginator Use = "originator" // who makes the item's claims
	UseTitle      Use = "title"
	UseSummary    Use = "summary"
	UseQuote      Use = "quote" // of the item as a whole
)

// Take puts words of a report into a field and binds to it a citation with their
// quote. It says in a sentence what became of them. While the form is still being
// opened it takes them as soon as it is.
func (f *Form) Take(x Excerpt) (said string) {
	if f.d == nil {
		f.waiting = append(f.waiting, x)
		return "“" + x.Words + "” goes into the form as soon as it is open."
	}
	if f.asking != nil && f.asking.first {
		f.asking.insist()
		f.focus(f.asking)
		return "Answer the form’s question first; then take the words again."
	}
	t := &taking{f: f, x: x, last: f.last}
	said = t.carryOut()
	f.changed()
	f.relayout()
	if t.to != nil {
		f.last = t.to
		if o, ok := t.to.(fyne.CanvasObject); ok {
			f.panel.Reveal(o)
		}
	}
	return said
}

// takeWaiting takes what came before the form was open.
func (f *Form) takeWaiting() {
	all := f.waiting
	f.waiting = nil
	for _, x := range all {
		f.Take(x)
	}
}

// taking is one excerpt on its way into the draft.
type taking struct {
	f    *Form
	x    Excerpt
	last fyne.Focusable // the field that had the cursor
	to   fyne.Focusable // the one that has the words now; nil: not known
}

func (t *taking) carryOut() string {
	f := t.f
	switch t.x.Use {
	case UseDate:
		return t.time("when", &f.d.When)
	case UsePlanned:
		return t.time("planned", &f.d.Planned)
	case UsePlace:
		return t.place(nil)
	case UseActor:
		return t.party(nil)
	case UseWeapon:
		return t.weapon()
	case UseFigure:
		return t.figure(nil)
	case UseOriginator:
		return t.originator()
	case UseTitle:
		f.title.SetText(t.x.Words)
		t.bind("title")
		t.to = f.title
		return t.done("the title")
	case UseSummary:
		f.summary.SetText(appended(f.summary.Text, t.x.Words))
		t.bind("summary")
		t.to = f.summary
		return t.done("the summary")
	case UseQuote:
		return t.quoted()
	}
	return t.lastField()
}

func (t *taking) done(where string) string {
	return "“" + t.x.Words + "” is " + where + " now, with its quote."
}

func appended(text, more string) string {
	if strings.TrimSpace(text) == "" {
		return more
	}
	return strings.TrimRight(text, " \n") + " " + more
}

// source is the item's first citation: the row of its source, made if there is none.
func (t *taking) source() *draft.Citation {
	d := t.f.d
	blank := -1
	for i, q := range d.Citations {
		switch {
		case q.Item.Key == t.x.Item.ID && !d.IsQuote(q):
			return q
		case q.Blank() && blank < 0:
			blank = i
		}
	}
	var q *draft.Citation
	if blank >= 0 {
		q = d.Citations[blank]
	} else {
		q = &draft.Citation{ID: t.f.deps.NewID(), About: "event"}
		d.Citations = append(d.Citations, q)
	}
	d.UseItem(&q.Item, t.x.Item)
	return q
}

// bind adds the citation that quotes the words for a part or member of the event,
// unless it is there.
func (t *taking) bind(about string) {
	d, src := t.f.d, t.source()
	for _, q := range d.Citations {
		if q.Item.Key != src.Item.Key || q.About != about {
			continue
		}
		if q.Quote == "" || q.Quote == t.x.Quote {
			q.Quote = t.x.Quote
			t.sourcesChanged()
			return
		}
	}
	d.Citations = append(d.Citations, &draft.Citation{ID: t.f.deps.NewID(), About: about, Item: src.Item, Quote: t.x.Quote})
	t.sourcesChanged()
}

func (t *taking) sourcesChanged() {
	t.f.refreshSection(secSources)
	t.f.showProblems()
}

// time puts the words into a time.
func (t *taking) time(path string, w *draft.When) string {
	f := t.f
	t.source() // before the words are read: “yesterday” counts from its publication
	w.SetText(t.x.Words, f.reader().When)
	w.Text = t.x.Words
	if w.ByHand() {
		w.Earliest, w.Latest, w.Precision = "", "", ""
	}
	t.bind(path)
	t.rebuilt(secWhen)
	t.to = f.fieldAt(path)
	f.touched(path)
	if _, _, err := w.Read(f.reader().When); err != nil {
		return "“" + t.x.Words + "” stands as the time, with its quote, but: " + err.Error()
	}
	return t.done(map[string]string{"when": "the time", "planned": "the planned time"}[path])
}

// rebuilt makes a section anew and has it stand open.
func (t *taking) rebuilt(name string) {
	for _, s := range t.f.sections {
		if s.name == name {
			s.built = false
			s.unfold(true)
		}
	}
}

// fieldAt is the field of a row, by its path; nil: it has none.
func (f *Form) fieldAt(path string) fyne.Focusable {
	r := f.rows[path]
	if r == nil {
		return nil
	}
	return firstFocusable(r.Object)
}

// place makes a place of the words: the one given, or the next.
func (t *taking) place(p *draft.Place) string {
	f := t.f
	known, found := t.known()
	if p == nil {
		for _, q := range f.d.Places {
			if !q.Blank() && (strings.EqualFold(q.Name, t.x.Words) || found && q.Name == known.Name && q.Country == known.Country) {
				t.bind(q.ID)
				t.to = f.mainFields[q.ID]
				return "“" + t.x.Words + "” is among the places already; its quote was added."
			}
		}
		for _, q := range f.d.Places {
			if q.Blank() {
				p = q
				break
			}
		}
	}
	if p == nil {
		p = &draft.Place{ID: f.deps.NewID(), Role: f.nextRole(len(f.d.Places))}
		f.d.Places = append(f.d.Places, p)
	}
	said := ""
	if found {
		fillPlace(p, known)
		said = t.done("a place")
	} else {
		p.Name = t.x.Words
		said = "“" + t.x.Words + "” is a place now, with its quote; the gazetteer does not know it: give its coordinates."
	}
	f.forgive("place/" + p.ID + "/")
	t.bind(p.ID)
	t.rebuilt(secPlaces)
	t.to = f.mainFields[p.ID]
	f.touched(draft.Path("place", p.ID, "name"))
	return said
}

// known is the place of the gazetteer that the words were read as, or that has them as
// a name.
func (t *taking) known() (gazetteer.Place, bool) {
	if a := t.x.As; a != nil && a.Field == reading.Place && folded(a.Words) == folded(t.x.Words) {
		return a.Place, true
	}
	for _, m := range t.f.deps.Gazetteer.Search(t.x.Words, t.f.deps.Near(), 3) {
		if folded(m.Matched) == folded(t.x.Words) || folded(m.Place.Name) == folded(t.x.Words) {
			return m.Place, true
		}
	}
	return gazetteer.Place{}, false
}

// who is whom the words name: by the name that they were read as, or as written.
func (t *taking) who() (name, kind string) {
	if a := t.x.As; a != nil && a.Actor.Name != "" && folded(a.Words) == folded(t.x.Words) {
		return a.Actor.Name, a.Actor.Kind
	}
	return t.x.Words, ""
}

// actor has a field name an actor: the store's of that name, one that was made in this
// form, or a new one.
func (f *Form) actor(ref *draft.Ref[store.Actor], name, kind string) {
	if known, ok := f.actorNamed(name); ok {
		f.useActor(ref, known)
		return
	}
	for key, a := range f.d.Actors {
		if folded(a.Name) == folded(name) {
			*ref = draft.Ref[store.Actor]{Key: key}
			return
		}
	}
	f.d.NameActor(ref, name, f.deps.NewID)
	if made := f.d.Actor(*ref); made != nil && made.Base == nil && made.Kind == "" {
		made.Kind = kind
	}
}

// party makes a party of the words: the one given, or the next.
func (t *taking) party(p *draft.Party) string {
	f := t.f
	name, kind := t.who()
	if p == nil {
		known, isKnown := f.actorNamed(name)
		for _, q := range f.d.Parties {
			if a := f.d.Actor(q.Actor); a != nil && (folded(a.Name) == folded(name) || isKnown && a.ID == known.ID) {
				t.bind(q.ID)
				return "“" + t.x.Words + "” is among the parties already; its quote was added."
			}
		}
		if i := slices.IndexFunc(f.d.Parties, blankParty); i >= 0 {
			p = f.d.Parties[i]
		} else {
			p = &draft.Party{ID: f.deps.NewID(), Role: f.nextPartyRole()}
			f.d.Parties = append(f.d.Parties, p)
		}
	}
	f.actor(&p.Actor, name, kind)
	f.takeSeat(p)
	t.bind(p.ID)
	t.rebuilt(secParties)
	path := draft.Path("party", p.ID, "actor")
	t.to = f.mainFields[p.ID]
	f.touched(path)
	return t.done("a party")
}

// weapon adds the words to the weapons.
func (t *taking) weapon() string {
	f := t.f
	name := t.x.Words
	if a := t.x.As; a != nil && a.Weapon != "" {
		name = f.voc.name(vocWeapon, a.Weapon)
	} else {
		i := slices.IndexFunc(f.voc.terms[vocWeapon], func(w store.Term) bool { return folded(w.Name) == folded(name) || folded(w.Code) == folded(name) })
		if i < 0 {
			f.addTerm(store.Term{Vocabulary: vocWeapon, Code: name, Name: name, Forms: []store.Form{f.voc.form(f.d.Kind)}})
		} else {
			name = f.voc.name(vocWeapon, f.voc.terms[vocWeapon][i].Code)
		}
	}
	text, ok := f.d.Listed(draft.Weapons)
	if !ok {
		return "The weapons of this event are no list of words; write them in “Fields and ids”."
	}
	if list := draft.SplitWords(text); !slices.Contains(list, name) {
		f.d.SetListed(draft.Weapons, draft.JoinWords(append(list, name)))
	}
	if f.weapons != nil {
		text, _ = f.d.Listed(draft.Weapons)
		f.weapons.Set(text)
		t.to = f.weapons
	}
	if f.built(secValues) {
		f.refreshSection(secValues)
	}
	t.bind("fields." + draft.Weapons)
	f.touched(draft.Weapons)
	return t.done("among the weapons")
}

// originator makes the words whoever makes the item's claims.
func (t *taking) originator() string {
	f := t.f
	q := t.source()
	name, kind := t.who()
	f.d.SetVoice(q, func(r *draft.Ref[store.Actor]) { f.actor(r, name, kind) })
	t.rebuilt(secClaims)
	f.touched(draft.Path("citation", q.ID, "voice"))
	t.sourcesChanged()
	return "“" + t.x.Words + "” makes the claims of this item now, unless a cell says otherwise."
}

// quoted makes the words the quote of the item as a whole.
func (t *taking) quoted() string {
	q := t.source()
	if !strings.Contains(q.Quote, t.x.Words) {
		q.Quote = appended(q.Quote, t.x.Words)
	}
	t.sourcesChanged()
	t.f.touched(draft.Path("citation", q.ID, "quote"))
	return "“" + t.x.Words + "” is quoted of this item now."
}

// figureOf is the figure that the words begin with, as in “at least 12 people”.
func (t *taking) figureOf() (figure.Figure, bool) {
	if a := t.x.As; a != nil && a.Field == reading.Figure {
		return a.Count.Figure, true
	}
	words := strings.Fields(t.x.Words)
	for n := len(words); n > 0; n-- {
		if g, err := figure.Parse(strings.Join(words[:n], " "), t.f.voc.words()...); err == nil {
			return g, true
		}
	}
	return figure.Figure{}, false
}
