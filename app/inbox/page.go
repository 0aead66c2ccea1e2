package inbox

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/reading"
)

// page is the chosen item: where it comes from, its text, and what is proposed.
type page struct {
	p       *Panel
	content *fyne.Container
	lists   *container.Split
	parts   *container.Split // the text, and what is proposed
	reading *fyne.Container  // the text with what stands around it

	title   *widget.Label
	from    *widget.Label
	note    *widget.Label
	text    *textView
	keys    *widget.Label // below the text while it has the keyboard
	without *widget.Label // stands where there is no text
	legend  *fyne.Container
	says    *widget.Label // above the proposals
	again   *look.Button
	open    *look.Button
	accept  *look.Button
	drop    *look.Button
	blank   *look.Button
	reject  *look.Button
	back    *look.Button
	addText *look.Button
}

func newPage(p *Panel) *page {
	g := &page{p: p, title: look.Strong(""), from: look.Caption(""), note: look.Caption(""), without: look.Caption(""), says: look.Caption("")}
	g.note.Importance = widget.WarningImportance
	g.text = newTextView(func(words string) {
		if p.deps.Hints != nil {
			p.deps.Hints.Hint(words)
		}
	})
	g.keys = look.Caption(takingKeys())
	g.keys.Wrapping = fyne.TextWrapWord
	keys := container.New(look.Inset{Left: 3 * look.Grid, Right: 3 * look.Grid, Top: look.Grid, Bottom: look.Grid}, look.Tight(g.keys))
	keys.Hide()
	g.text.onFocus = func(on bool) {
		show(keys, on)
		// Wrapped words know their height once they were given a width.
		g.reading.Refresh()
		g.reading.Refresh()
	}
	g.text.onTake = p.take
	g.text.onKey = p.textKey
	g.text.onShortcut = p.textShortcut
	button := func(name, icon, hint string, do func()) *look.Button {
		b := look.NewButton(name, look.UIIcon(icon), hint, p.deps.Hints, do)
		return b.Quiet()
	}
	g.open = button("Open", "edit", "Open the proposal in the form, to mend and save it there (Enter)", p.open)
	g.accept = button("Accept", "check", "Save the proposal as a draft event, as it is (A); undo takes it back", p.accept)
	g.drop = button("Drop", "clear", "Drop the proposal (D)", p.drop)
	g.blank = button("Empty event", "new-event", "Make an event by hand that cites this item (N)", p.blank)
	g.reject = button("Reject …", "remove", "Reject the item, with a reason (R)", p.reject)
	g.back = button("Put back", "undo", "Have the item wait again as new (P)", p.putBack)
	g.addText = button("Add its text …", "edit", "Write or paste what the item says (X)", p.giveText)
	g.again = button("Show again", "refresh", "Show again what was dropped", p.again)

	g.legend = container.New(&look.Flow{Gap: 2 * look.Grid})
	head := container.New(look.Inset{Left: 3 * look.Grid, Top: 2 * look.Grid, Right: 3 * look.Grid, Bottom: look.Grid},
		look.Tight(container.New(look.Rows{Gap: look.Grid / 2}, g.title, g.from, g.note, g.legend)))
	item := container.New(&look.Flow{}, g.addText, g.blank, g.reject, g.back)
	text := container.NewBorder(container.New(look.Rows{}, head, item, look.Hairline()), keys, nil, nil,
		container.NewStack(g.text.scroll, container.New(look.Around(textEdge), look.Tight(g.without))))
	says := container.New(look.Inset{Left: 3 * look.Grid, Top: 2 * look.Grid, Right: 3 * look.Grid, Bottom: look.Grid}, look.Tight(g.says))
	below := container.NewBorder(container.New(look.Rows{}, says, look.Hairline()),
		container.New(look.Rows{}, look.Hairline(), container.New(&look.Flow{}, g.open, g.accept, g.drop, g.again)), nil, nil, look.Dense(p.proposals))
	g.reading = text
	parts := container.NewVSplit(text, below)
	parts.SetOffset(textShare)
	g.parts = parts
	g.content = container.NewStack(parts)
	return g
}

// How much of the height the list has, and of what is left the text: by itself, and
// beside a form, to which its words are taken.
const (
	listShare, textShare   = 0.24, 0.62
	listBeside, textBeside = 0.12, 0.84
)

// beside gives the text the room while a form stands beside it.
func (g *page) beside(on bool) {
	list, text := listShare, textShare
	if on {
		list, text = listBeside, textBeside
	}
	g.lists.SetOffset(list)
	g.parts.SetOffset(text)
}

// show brings the page in line with the model.
func (g *page) show() {
	m := g.p.model
	s, ok := m.Chosen()
	if !ok {
		return
	}
	it := s.Value
	g.title.SetText(it.Title)
	g.from.SetText(origin(it))
	page := m.Page()
	g.note.SetText(note(it.Inbox, it.InboxNote, page))
	show(g.note, g.note.Text != "")
	show(g.reject, it.Inbox == New)
	show(g.back, it.Inbox != New)
	show(g.addText, page != nil && page.Item.Value.Text == "")
	show(g.again, m.Decided() > 0 && len(m.decided[m.chosen]) > 0)
	_, has := m.Proposal()
	for _, b := range []*look.Button{g.open, g.accept, g.drop} {
		show(b, has)
	}
	g.without.Hide()
	g.legend.RemoveAll()
	switch {
	case page == nil:
		g.text.set("", nil)
		g.without.SetText("Reading …")
		g.without.Show()
		g.says.SetText("")
	case page.Item.Value.Text == "":
		g.text.set("", nil)
		g.without.SetText("This item has no text yet. Open its address, copy what it says and add it here (X), or make an event by hand (N).")
		g.without.Show()
		g.says.SetText("Nothing is proposed without a text.")
	default:
		g.text.set(page.Item.Value.Text, page.Result.Suggestions)
		for _, o := range legend(page.Result.Suggestions) {
			g.legend.Add(o)
		}
		g.says.SetText(proposed(m))
	}
	g.content.Refresh()
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// note is what was decided of an item.
func note(state, why string, page *Page) string {
	switch {
	case state == Rejected:
		return strings.TrimSpace("Rejected. " + why)
	case page != nil && len(page.Citing) > 0:
		return "Cited by “" + strings.Join(page.Citing, "”, “") + "”"
	}
	return ""
}

// proposed is the line above the proposals.
func proposed(m *Model) string {
	all, open := len(m.page.Result.Proposals), len(m.open)
	clipped := ""
	if m.page.Result.Clipped {
		clipped = " Only the first megabyte was read."
	}
	switch {
	case all == 0:
		return "No event was found in this text. N makes one by hand." + clipped
	case open == 0:
		return fmt.Sprintf("All of %s decided.", look.Count(all, "proposal")) + clipped
	case open < all:
		return fmt.Sprintf("%s left of %d: ← → choose, Enter opens, A accepts, D drops", look.Count(open, "proposal"), all) + clipped
	}
	return look.Count(open, "event") + " proposed: ← → choose, Enter opens, A accepts, D drops" + clipped
}

// legend says what is marked, how often, in which colour.
func legend(all []reading.Suggestion) []fyne.CanvasObject {
	n := map[reading.Field]int{}
	for _, m := range Marks(all) {
		n[all[m.Suggestion].Field]++
	}
	var out []fyne.CanvasObject
	for _, f := range fields {
		switch k := n[f.field]; {
		case k == 1:
			out = append(out, newKey("1 "+f.one, f.hue))
		case k > 1:
			out = append(out, newKey(fmt.Sprintf("%d %s", k, f.many), f.hue))
		}
	}
	return out
}

// key is an entry of the legend: words marked as they are in the text.
type key struct {
	widget.BaseWidget
	text string
	hue  color.NRGBA
}

func newKey(text string, hue color.NRGBA) *key {
	k := &key{text: text, hue: hue}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer implements fyne.Widget.
func (k *key) CreateRenderer() fyne.WidgetRenderer {
	r := &keyRenderer{k: k, back: canvas.NewRectangle(k.hue), rule: canvas.NewRectangle(k.hue), text: canvas.NewText(k.text, color.Black)}
	r.Refresh()
	return r
}

type keyRenderer struct {
	k          *key
	back, rule *canvas.Rectangle
	text       *canvas.Text
}

func (r *keyRenderer) Layout(s fyne.Size) {
	r.back.Resize(fyne.NewSize(s.Width, s.Height-2))
	r.rule.Resize(fyne.NewSize(s.Width, 2))
	r.rule.Move(fyne.NewPos(0, s.Height-2))
	r.text.Move(fyne.NewPos(look.Grid, 0))
	r.text.Resize(r.text.MinSize())
}

func (r *keyRenderer) MinSize() fyne.Size { return r.text.MinSize().AddWidthHeight(2*look.Grid, 2) }

func (r *keyRenderer) Refresh() {
	ground := r.k.hue
	ground.A = 0x3a
	r.back.FillColor, r.rule.FillColor = ground, r.k.hue
	r.text.Color, r.text.TextSize = look.Current().Text, r.k.Theme().Size(theme.SizeNameCaptionText)
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *keyRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.rule, r.text}
}
func (r *keyRenderer) Destroy() {}
