package panel

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/dossier"
	"sitmap/app/look"
	"sitmap/app/publication"
	"sitmap/app/roster"
	"sitmap/app/situation"
	"sitmap/store"
)

// labelWidth is how wide the left column of facts is, in device-independent pixels.
const labelWidth = 24 * look.Grid

// page is the chosen publication: what it is, what has changed of its events since, and
// these as they were.
type page struct {
	p       *Panel
	head    store.Publication // the chosen one; without an id: none is
	re      *publication.Reopened
	err     error
	content *fyne.Container
	facts   *fyne.Container
	scroll  *container.Scroll
	says    *widget.Label
	tabs    [2]*look.Button // changed, as they were
	changes *roster.List
	events  *roster.List
	asWere  bool // the events are shown
	empty   *look.Empty
	detail  *fyne.Container // what has changed of the chosen event
	pages   roster.Pages[store.NumberedEvent]
	became  map[int64]store.Became
	kinds   map[string]store.Kind
	words   dossier.Words // for what has changed
}

func newPage(p *Panel) *page {
	g := &page{p: p, facts: container.New(look.Rows{Gap: look.Grid}), says: look.Caption(""), empty: look.NewEmpty("", "", nil), detail: container.New(look.Rows{Gap: 1})}
	g.changes = roster.New(g.changeRow)
	g.changes.OnChoose = func(i int) { g.chooseChange(i) }
	g.changes.OnOpen = func(i int) { p.then(g.re.Changes[i].ID) }
	g.events = roster.New(g.eventRow)
	g.events.OnChoose = func(i int) {
		if e, ok := g.pages.At(i); ok && p.OnEvent != nil {
			p.OnEvent(e.Value.ID)
		}
	}
	g.events.OnOpen = func(i int) {
		if e, ok := g.pages.At(i); ok {
			p.then(e.Value.ID)
		}
	}
	for _, l := range []*roster.List{g.changes, g.events} {
		l.OnKey, l.OnRune = g.typedKey, p.typedRune
	}
	g.pages.Want = g.want
	button := func(name, icon, hint string, do func()) *look.Button {
		return look.NewButton(name, look.UIIcon(icon), hint, p.deps.Hints, do).Quiet()
	}
	bar := container.New(&look.Flow{},
		button("Show as it was", "history", "Have map, list and dossier stand where they stood when it was made (Enter)", func() { p.then("") }),
		button("Export again …", "export", "Export it once more, with its events as they were (X)", p.again),
		button("Copy id", "copy", "Copy its id, which is printed on it (C)", func() {
			if p.OnCopy != nil {
				p.OnCopy(p.chosen)
			}
		}))
	for i, hint := range []string{"What has become of its events since", "The events that it showed, as they were"} {
		g.tabs[i] = look.NewButton("", nil, hint, p.deps.Hints, func() { g.turn(i == 1) }).Quiet()
	}
	g.scroll = container.NewVScroll(container.New(look.Inset{Left: 4 * look.Grid, Top: 3 * look.Grid, Right: 4 * look.Grid, Bottom: 4 * look.Grid}, look.Tight(g.facts)))
	says := container.New(look.Inset{Left: 3 * look.Grid, Top: look.Grid, Right: 3 * look.Grid, Bottom: look.Grid}, look.Tight(g.says))
	detail := container.New(look.Inset{Left: 3 * look.Grid, Top: look.Grid, Right: 3 * look.Grid, Bottom: look.Grid}, look.Tight(g.detail))
	below := container.NewBorder(container.New(look.Rows{}, look.Hairline(), container.NewHBox(g.tabs[0], g.tabs[1]), says, look.Hairline()),
		detail, nil, nil, container.NewStack(g.changes.Content(), g.events.Content(), g.empty.Content()))
	parts := container.NewVSplit(container.NewBorder(container.New(look.Rows{}, bar, look.Hairline()), nil, nil, nil, g.scroll), below)
	parts.SetOffset(0.42)
	g.content = container.NewStack(parts)
	return g
}

func (g *page) shown() bool { return g.head.ID != "" }

func (g *page) clear() {
	g.head, g.re, g.err = store.Publication{}, nil, nil
	g.lists()
}

// begin shows what is known of a publication before it is opened. What was opened of
// the same one stays until it has been read anew.
func (g *page) begin(x store.Publication) {
	if g.head.ID == x.ID {
		g.head = x
		return
	}
	g.head, g.re, g.err, g.asWere = x, nil, nil, false
	g.tell()
	g.scroll.ScrollToTop()
	g.lists()
}

// set shows what was opened.
func (g *page) set(r publication.Reopened, err error) {
	g.re, g.err = nil, err
	if err == nil {
		g.re = &r
	}
	g.tell()
	g.lists()
}

// tell says what the publication is.
func (g *page) tell() {
	p, x := g.p, g.head
	g.facts.RemoveAll()
	title := x.Title
	if title == "" {
		title = x.File
	}
	g.facts.Add(look.Heading(title))
	g.facts.Add(look.Caption("Made on " + situation.FormatInstant(x.Time, p.zone()) + " by " + x.By))
	badges := []fyne.CanvasObject{look.NewChip(strings.ToUpper(x.Format), look.Neutral)}
	if x.TLP != "" {
		badges = append(badges, look.NewChip(tlp(x.TLP), tlpTone(x.TLP)))
	}
	switch {
	case g.re == nil:
	case len(g.re.Changes) == 0:
		badges = append(badges, look.NewChip("as it was", look.Good))
	default:
		badges = append(badges, look.NewChip(look.Count(len(g.re.Changes), "event")+" changed since", look.Caution))
	}
	g.facts.Add(container.New(look.Inset{Top: look.Grid, Bottom: look.Grid}, container.New(&look.Flow{Gap: look.Grid}, badges...)))
	if g.err != nil {
		wrong := look.Body(look.Sentence(g.err))
		wrong.Importance = widget.DangerImportance
		g.facts.Add(wrong)
	}
	g.fact("File", x.File)
	g.fact("Id", x.ID)
	g.fact("Filter", x.Filter)
	if !x.Earliest.IsZero() || !x.Latest.IsZero() {
		from, to := "the beginning", "now"
		if !x.Earliest.IsZero() {
			from = situation.FormatInstant(x.Earliest, p.zone())
		}
		if !x.Latest.IsZero() {
			to = situation.FormatInstant(x.Latest, p.zone())
		}
		g.fact("Time window", from+" – "+to)
	}
	g.fact("View", x.View)
	g.fact("Point of view", x.POV)
	if !x.AsKnownAt.IsZero() {
		g.fact("As known at", situation.FormatInstant(x.AsKnownAt, p.zone()))
	}
	if x.Head > 0 {
		shows := fmt.Sprintf("change %d of the history", x.Head)
		if g.re != nil && !x.Listed {
			shows += "; which events it showed follows from filter and view"
		}
		g.fact("State", shows)
	}
	g.facts.Refresh()
	g.scroll.Refresh()
}

func (g *page) fact(name, text string) {
	if text == "" {
		return
	}
	label := look.Caption(name)
	label.Selectable = false
	g.facts.Add(container.New(beside{}, label, look.Body(text)))
}

// lists shows what has changed, and what it was.
func (g *page) lists() {
	var numbers []int64
	changed := 0
	g.became, g.kinds = map[int64]store.Became{}, map[string]store.Kind{}
	if g.re != nil {
		numbers, changed = g.re.Numbers, len(g.re.Changes)
		for _, d := range g.re.Changes {
			g.became[d.Number] = d.Became
		}
	}
	if g.p.src != nil {
		for _, k := range g.p.src.Kinds() {
			g.kinds[k.Code] = k
		}
	}
	g.pages.Set(numbers, false)
	g.changes.Set(changed, min(g.changes.At(), changed-1))
	g.events.Set(len(numbers), min(g.events.At(), len(numbers)-1))
	more := ""
	if g.re != nil && g.re.More {
		more = "+"
	}
	g.tabs[0].SetText("Changed since " + look.Grouped(changed) + more)
	g.tabs[1].SetText("As it was " + look.Grouped(len(numbers)))
	g.turn(g.asWere)
}

// turn shows the events as they were, or what has changed.
func (g *page) turn(asWere bool) {
	g.asWere = asWere
	for i, b := range g.tabs {
		b.Importance = widget.LowImportance
		if (i == 1) == asWere {
			b.Importance = widget.MediumImportance
		}
		b.Refresh()
	}
	l, other := g.changes, g.events
	if asWere {
		l, other = other, l
	}
	visible(l.Content(), l.Len() > 0)
	visible(other.Content(), false)
	visible(g.empty.Content(), l.Len() == 0)
	g.detail.RemoveAll()
	if !asWere {
		g.tellChange(g.changes.At())
	}
	switch {
	case g.re == nil && g.err == nil:
		g.says.SetText("Opening …")
		g.empty.Set("", "")
	case g.re == nil:
		g.says.SetText("It cannot be opened.")
		g.empty.Set("", "")
	case g.re.Past == nil:
		g.says.SetText("It was made before anything was recorded.")
		g.empty.Set("It showed no event", "It was made before anything was recorded in this store.")
	case asWere:
		g.says.SetText("As they were when it was made. A click shows what is known of one now, Enter the map as it was.")
		g.empty.Set("It showed no event", "No event passed its filter, or was in its view.")
	case l.Len() == 0:
		g.says.SetText("Compared with what is known now.")
		g.empty.Set("Nothing of it has changed since", "All events that it showed are as they were, and no other would be in it today.")
	default:
		g.says.SetText("Compared with what is known now. A click shows what has changed, Enter the map as it was.")
	}
	g.content.Refresh()
}

// focus gives what is shown the keyboard; false: there is nothing.
func (g *page) focus() bool {
	if !g.shown() || g.re == nil {
		return false
	}
	if !g.asWere && g.changes.Len() == 0 {
		g.turn(true)
	}
	l := g.changes
	if g.asWere {
		l = g.events
	}
	if l.Len() == 0 {
		return false
	}
	if l.At() < 0 {
		l.Type(&fyne.KeyEvent{Name: fyne.KeyHome})
	}
	if c := canvasOf(g.p.right); c != nil {
		c.Focus(l.Focusable())
	}
	return true
}

func (g *page) typedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyEscape:
		g.p.Focus(canvasOf(g.p.left))
	case fyne.KeyRight:
		g.turn(!g.asWere)
		g.focus()
	case fyne.KeyF6:
		if g.p.OnNext != nil {
			g.p.OnNext()
		}
	}
}

func (g *page) want(ns []int64) {
	r, ns := g.re, slices.Clone(ns)
	if r == nil {
		return
	}
	var got map[int64]store.NumberedEvent
	g.p.deps.Work("Reading the events as they were", func(ctx context.Context, _ store.Progress) error {
		list, err := r.Past.EventsNumbered(ctx, ns)
		got = make(map[int64]store.NumberedEvent, len(list))
		for _, e := range list {
			got[e.Number] = e
		}
		return err
	}, func(err error) bool {
		if g.re != r {
			return true
		}
		if err == nil {
			g.pages.Fill(got)
			g.events.Refresh()
		}
		return err == nil
	})
}

func (g *page) eventRow(i int) (roster.Row, bool) {
	e, ok := g.pages.At(i)
	if !ok {
		return roster.Row{}, false
	}
	x := g.eventOf(e.Value)
	var figures []string
	for _, f := range store.Figures(e.Value) {
		figures = append(figures, f.Value())
	}
	x.Second = situation.Sentence(strings.Join(figures, "; "))
	if x.Second == "" {
		x.Second = situation.Sentence(situation.Words(e.Value.Kind))
	}
	if b := g.became[e.Number]; b != "" {
		x.Under, x.UnderTone = became(b)
	}
	return x, true
}

func (g *page) eventOf(e store.Event) roster.Row {
	k := g.kinds[e.Kind]
	x := roster.Row{Title: e.Title, Icon: k.Icon, Colour: k.Colour, Right: situation.ShortDate(e.When, g.p.zone())}
	if x.Icon == "" {
		x.Icon = "other"
	}
	return x
}

func (g *page) changeRow(i int) (roster.Row, bool) {
	d := g.re.Changes[i]
	e := d.Now
	if d.Then != nil {
		e = d.Then
	}
	x := g.eventOf(e.Value)
	x.Second = g.p.changed(d)
	x.Right, x.Tone = became(d.Became)
	return x, true
}

// chooseChange says what has changed of an event, and shows its dossier.
func (g *page) chooseChange(i int) {
	g.tellChange(i)
	if d := g.re.Changes[i]; d.Now != nil && g.p.OnEvent != nil {
		g.p.OnEvent(d.ID)
	}
}

// mostEdits is how many edits of an event are told.
const mostEdits = 6

// tellChange lists what an event was and what it is, side by side; -1: of none.
func (g *page) tellChange(i int) {
	g.detail.RemoveAll()
	defer g.content.Refresh()
	if g.re == nil || i < 0 || i >= len(g.re.Changes) {
		return
	}
	d := g.re.Changes[i]
	if d.Then == nil || d.Now == nil {
		return
	}
	edits := g.words.Events(d.Then.Value, d.Now.Value)
	for j, e := range edits {
		if j == mostEdits {
			g.detail.Add(look.Caption(fmt.Sprintf("and %d more: the dossier's history has them all", len(edits)-j)))
			break
		}
		g.detail.Add(look.Caption(e.Line(150)))
	}
}

// beside sets what something is at the left and what is known of it at the right.
type beside struct{}

// Layout implements fyne.Layout.
func (beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(labelWidth, size.Height))
	o[0].Move(fyne.NewPos(0, look.Grid/2))
	o[1].Resize(fyne.NewSize(max(0, size.Width-labelWidth-2*look.Grid), size.Height))
	o[1].Move(fyne.NewPos(labelWidth+2*look.Grid, look.Grid/2))
}

// MinSize implements fyne.Layout.
func (beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	l, r := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(labelWidth+2*look.Grid+r.Width, max(l.Height, r.Height)+look.Grid)
}
