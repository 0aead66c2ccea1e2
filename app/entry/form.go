package entry

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/store"
)

// Form is the event form. All its methods belong to the main goroutine.
type Form struct {
	// OnSaved is told the id of the event that was saved.
	OnSaved func(id string)
	// OnMerged is told, before OnSaved, the id of an event that was being entered and
	// became part of the one that was saved.
	OnMerged func(id string)
	// OnClose is called when the form is done with: saved, or left by Esc.
	OnClose func()
	// RequestText shows the text of an item beside the form, of the item with that id;
	// nil: the form offers no text. It is set before New or Edit.
	RequestText func(item string)
	// RequestPick asks the user for a point of a place on the map and calls back with
	// it; nil: the form offers no picking. Set it before New or Edit.
	// radiusM is how exactly it can be pointed at there, in metres.
	RequestPick func(place string, cb func(at orb.Point, radiusM float64))
	// OnPins is told the points of the event's places whenever they change, or another
	// of them is in hand; nil from it: there are none.
	OnPins func([]PlacePin)

	deps    Deps
	content *fyne.Container
	keeper  *keeper

	// Of the event that is open.
	d         *draft.Draft
	voc       *vocabulary
	spec      spec
	start     string // fingerprint of the event as it was opened
	problems  []draft.Problem
	newSeries string // id for a series that is not in the store yet
	opening   int    // counts openings: what was loaded for an earlier one is dropped
	taken     taken  // the draft whose claims this event took over
	saving    bool
	lookups   *lookups
	next      bool // saving goes on to the next event
	alone     bool // a new event is the only one for now

	// What shows it.
	panel        *panel
	sections     []*section
	body         *fyne.Container
	top          *fyne.Container // questions and messages
	asking       *question
	radar        *radar
	removals     []gone          // what was removed from the form, newest last
	goneLine     *fyne.Container // says so
	waiting      []Excerpt       // words taken before the form was open
	kind         *kindField
	title        *field.Entry
	summary      *field.Entry
	weapons      *field.Complete // nil: the kind has none
	last         fyne.Focusable  // the field that had the focus last
	rows         map[string]*field.Row
	sourceLabels map[string]func()         // show anew by which number a source goes, by its citation
	cited        map[string]func()         // show anew which sources a claim or phase rests on, by its path
	printed      map[string]func()         // show anew how the time of a publication is read, by citation
	clocks       map[string]func()         // show anew how a time is read, by its path
	shownIn      string                    // the zone they were last shown in, and why
	offMap       func()                    // show anew why the event is not on the map; nil: not made yet
	namings      map[string]*naming        // names of places that were typed and left, by place
	newNames     map[string]string         // names of new actors that saving has asked about, by actor
	filled       map[string]string         // coordinates that came with a name from the list, by place
	picked       map[string]float64        // places whose coordinates come from the map just now: how exactly, in metres
	sightings    map[string]*sighting      // what was found out about the points of places, by place
	placeParts   map[string]*field.Part    // rows of the places, by their ids
	shownPins    []PlacePin                // as OnPins was told last
	details      map[string]func()         // fill the details of a place anew, by place
	grid         *claimGrid                // the claims' table; nil: not made yet
	rule         *widget.Label             // what the rule suggests as assessment; nil: not made yet
	fields       map[string]fyne.Focusable // the cell of a claim, by its paths
	mainFields   map[string]fyne.Focusable // the field to go to in a part, by its id
	unfolded     map[string]bool           // details that stand open, by part
	part         *field.Part               // the part whose fields are being made
	sourceParts  map[string]*field.Part    // rows of the sources, by their citations' ids
	actions      []fyne.CanvasObject       // its buttons, for the next row that is made
}

// New returns a form without an event; call [Form.New] or [Form.Edit] next.
func New(d Deps) *Form {
	f := &Form{deps: d.withDefaults(), content: container.NewStack(), lookups: &lookups{}}
	f.keeper = newKeeper(f.deps)
	return f
}

// New starts a new event. What prefill says is filled in: a kind, a place at
// which the map was clicked. The kind's field has the focus. An event that cites an item
// already stands alone: saving it closes the form.
func (f *Form) New(prefill store.Event) {
	f.alone = len(prefill.Citations) > 0
	f.openWith(func() *draft.Draft {
		return draft.FromAt(f.settled(prefill), 0, f.deps.NewID, f.deps.Zone.String())
	}, true)
}

// Edit opens an event of the store.
func (f *Form) Edit(e store.Stored[store.Event]) {
	f.openWith(func() *draft.Draft { return draft.FromAt(e.Value, e.Revision, f.deps.NewID, f.deps.Zone.String()) }, true)
}

// openWith reads the vocabulary off the main goroutine and shows a draft.
func (f *Form) openWith(make func() *draft.Draft, offer bool) {
	f.opening++
	mine := f.opening
	if f.d != nil { // the window left it: it waits as a draft, if it says anything
		if f.Dirty() {
			f.keeper.flush(f.d)
		} else {
			f.forget(f.keeper.key, f.d)
		}
	}
	f.d = nil
	f.content.Objects = []fyne.CanvasObject{container.NewCenter(widget.NewLabel("Reading the vocabulary …"))}
	f.content.Refresh()
	if g, ok := f.deps.Gazetteer.(interface{ Warm() }); ok {
		f.deps.Go(g.Warm) // so that the first name does not wait for it
	}
	f.deps.Go(func() {
		voc, err := loadVocabulary(context.Background(), f.deps.Store, f.deps.Everybody())
		var kept []Kept
		if offer && err == nil {
			kept = f.keeper.kept()
		}
		f.deps.Do(func() {
			if mine != f.opening {
				return
			}
			if err != nil {
				f.content.Objects = []fyne.CanvasObject{container.NewCenter(widget.NewLabel("The form cannot be opened: " + err.Error() + "."))}
				f.content.Refresh()
				return
			}
			f.voc = voc
			f.show(make())
			f.offer(kept)
		})
	})
}

// storeID tells drafts of one store from those of another.
func (f *Form) storeID() string {
	if s, ok := f.deps.Store.(interface{ ID() string }); ok {
		return s.ID()
	}
	return ""
}

// show opens a draft.
func (f *Form) show(d *draft.Draft) {
	d.Store = f.storeID()
	if d.Opened.IsZero() {
		d.Opened = f.deps.Clock().UTC()
	}
	f.keeper.begin(f.d, f.deps.NewID())
	f.d, f.problems, f.saving, f.newSeries, f.taken = d, nil, false, "", taken{}
	f.unfolded, f.picked = map[string]bool{}, map[string]float64{}
	f.sightings, f.details, f.shownPins = map[string]*sighting{}, map[string]func(){}, nil
	f.sections, f.removals, f.lookups = nil, nil, &lookups{}
	f.namings, f.filled, f.newNames = map[string]*naming{}, map[string]string{}, map[string]string{}
	f.spec = specFor(f.voc.form(d.Kind))
	if _, known := f.voc.kind(d.Kind); known || d.Kind != "" {
		f.seed()
	}
	if d.Pinned == nil {
		d.Pinned = map[string]bool{}
	}
	for _, p := range d.Places {
		if d.Revision == 0 {
			f.fillRegion(p)
		}
	}
	f.start = f.fingerprint()
	f.build()
	f.Focus()
	f.takeWaiting()
}

// Content is the panel, made for a width of 420 to 480 device-independent pixels.
func (f *Form) Content() fyne.CanvasObject { return f.content }

// Dirty reports whether anything would be lost by closing the form.
func (f *Form) Dirty() bool { return f.d != nil && f.fingerprint() != f.start }

// fingerprint is the same for drafts that say the same. A new event that has
// nothing but a kind says nothing yet.
func (f *Form) fingerprint() string {
	e, problems := f.d.Event(f.reader())
	problems = append(problems, f.roleProblems()...)
	if f.d.Revision == 0 {
		e.Kind = ""
	}
	raw, err := json.Marshal(struct {
		E            store.Event
		P            []draft.Problem
		Reason, Note string
	}{e, problems, f.d.Reason, f.d.ReasonNote})
	if err != nil {
		return err.Error()
	}
	return string(raw)
}

// city finds where a city is that stands behind a time, as in “01:30 Kharkiv”.
func (f *Form) city(name string) (country, admin1 string, ok bool) {
	for _, m := range f.deps.Gazetteer.Search(name, nil, 1) {
		if folded(m.Matched) == folded(name) || folded(m.Place.Name) == folded(name) {
			return m.Place.Country, m.Place.Admin1, true
		}
	}
	return "", "", false
}

// TypedShortcut takes the form's shortcuts when nothing in it has the focus, and
// reports whether s was one.
func (f *Form) TypedShortcut(s fyne.Shortcut) bool {
	return f.d != nil && f.panel.Shortcut(s)
}

// build makes all widgets from the draft.
func (f *Form) build() {
	wasOpen := map[string]bool{}
	for _, s := range f.sections {
		wasOpen[s.name] = s.open
	}
	f.last = nil
	f.clocks, f.printed, f.shownIn = map[string]func(){}, map[string]func(){}, ""
	f.cited, f.sourceLabels = map[string]func(){}, map[string]func(){}
	f.grid, f.fields = nil, map[string]fyne.Focusable{}
	f.rule, f.offMap = nil, nil
	f.rows, f.mainFields, f.part = map[string]*field.Row{}, map[string]fyne.Focusable{}, nil
	f.sourceParts, f.placeParts = map[string]*field.Part{}, map[string]*field.Part{}
	f.body = container.New(stacked{})
	f.panel = newPanel(f, container.New(inset{}, f.body))
	f.sections = f.allSections()
	f.body.Objects = []fyne.CanvasObject{f.whatRows()}
	for _, s := range f.inOrder() {
		s.make()
		filled := s.count != nil && s.count() > 0 && f.d.Revision != 0 && !s.bulky
		s.unfold(f.opens(s.name) || wasOpen[s.name] || filled)
		f.body.Objects = append(f.body.Objects, s.object)
	}
	f.top = container.NewVBox(f.headLine())
	if f.radar == nil || f.radar.event != f.d.ID {
		f.radar = newRadar(f)
	}
	f.goneLine = container.New(stacked{})
	f.content.Objects = []fyne.CanvasObject{container.NewBorder(f.top, container.New(stacked{}, f.radar, f.goneLine, footLine()), nil, nil, f.panel.object())}
	f.showGone()
	f.asking = nil
	f.showProblems()
	if f.OnPins != nil {
		f.OnPins(nil)
		f.shownPins = nil
	}
	f.tellPins()
	f.radar.lookSoon()
}

func (f *Form) allSections() []*section {
	all := []*section{
		f.whenSection(), f.placesSection(), f.partiesSection(), f.claimsSection(), f.sourcesSection(), f.phasesSection(),
		f.relationsSection(), f.seriesSection(), f.topicsSection(), f.judgementSection(), f.headlinesSection(),
		f.valuesSection(), f.guardSection(),
	}
	if f.d.Revision != 0 {
		all = append(all, f.reasonSection())
	}
	return all
}

func (f *Form) opens(name string) bool {
	for _, n := range f.spec.open {
		if n == name {
			return true
		}
	}
	return name == secReason
}

// inOrder is the sections as the form's spec has them first, then the others.
func (f *Form) inOrder() []*section {
	var out []*section
	for _, name := range f.spec.open {
		for _, s := range f.sections {
			if s.name == name {
				out = append(out, s)
			}
		}
	}
	for _, s := range f.sections {
		if !f.opens(s.name) || s.name == secReason {
			out = append(out, s)
		}
	}
	return out
}

// refreshSection makes a section's fields anew after the draft has changed.
func (f *Form) refreshSection(name string) {
	for _, s := range f.sections {
		if s.name == name && s.built {
			s.rebuild()
		}
	}
	f.relayout()
}

// relayout lays the form out after something in it has grown or gone.
func (f *Form) relayout() {
	if f.body != nil {
		f.body.Refresh()
		f.panel.scroll.Refresh()
		f.panel.place()
	}
}

// touched is called when the user has changed a field.
func (f *Form) touched(path string) {
	if f.d == nil {
		return
	}
	kept := f.problems[:0:0]
	for _, p := range f.problems {
		if p.Path != path {
			kept = append(kept, p)
		}
	}
	f.problems = kept
	if r := f.rows[path]; r != nil {
		r.SetProblem("")
	}
	f.changed()
}

// forgive takes back what was said at the fields whose paths begin so.
func (f *Form) forgive(prefix string) {
	f.problems = slices.DeleteFunc(f.problems, func(p draft.Problem) bool { return strings.HasPrefix(p.Path, prefix) })
	f.showProblems()
}

// complain says at a field what is wrong, without waiting for the event to be saved.
func (f *Form) complain(path, sentence string) {
	f.problems = slices.DeleteFunc(f.problems, func(p draft.Problem) bool { return p.Path == path })
	f.problems = append(f.problems, draft.Problem{Path: path, Sentence: sentence})
	f.showProblems()
	f.relayout()
}

// changed is called when anything in the draft has changed.
func (f *Form) changed() {
	if f.d == nil {
		return
	}
	f.d.KeepSole()
	f.proposeTitle()
	f.resetClocks()
	for _, show := range f.sourceLabels {
		show()
	}
	for _, show := range f.cited {
		show()
	}
	for _, show := range f.printed {
		show()
	}
	for _, s := range f.sections {
		s.head.update()
	}
	switch {
	case f.grid == nil:
	case f.grid.stale():
		f.refreshSection(secClaims)
	default:
		f.grid.update()
	}
	f.showRule()
	if f.offMap != nil {
		f.offMap()
	}
	f.tellPins()
	f.keeper.keep(f.d, f.Dirty)
	f.radar.lookSoon()
}

// slow makes a search that runs off the main goroutine: prepare takes what it needs
// of the form on the main one.
func (f *Form) slow(prepare func(typed string) func() []field.Option) func(string, func([]field.Option)) {
	return func(typed string, show func([]field.Option)) {
		search := prepare(typed)
		f.deps.Go(func() {
			found := search()
			f.deps.Do(func() { show(found) })
		})
	}
}

// awaited is such a search that an event is not saved without the answer of: leaving the
// field takes a line of it.
func (f *Form) awaited(prepare func(typed string) func() []field.Option) func(string, func([]field.Option)) {
	run := f.slow(prepare)
	return func(typed string, show func([]field.Option)) {
		l := f.lookups
		l.begin()
		run(typed, func(found []field.Option) {
			if f.lookups != l { // of an event that is open no more
				return
			}
			show(found)
			l.end()
		})
	}
}
