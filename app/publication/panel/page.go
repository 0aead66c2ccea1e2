package panel

import (
	"fmt"
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
