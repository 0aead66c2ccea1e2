package inbox

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/reading"
	"sitmap/app/roster"
	"sitmap/store"
)

// Deps are what a panel is given.
type Deps struct {
	Hints look.Hinter
	// Date reads a date of publication into ISO 8601, see [Published].
	Date func(string) (string, error)
}

// Panel is the inbox as it stands in the window. Its methods belong to the main
// goroutine, and none of what it calls may wait.
type Panel struct {
	OnWant    func(id string)                   // the page of an item has to be read
	OnOpen    func(p reading.Proposal)          // into the form
	OnAccept  func(p reading.Proposal)          // as it is
	OnEmpty   func(it store.Item)               // an event that only cites the item
	OnReject  func(it store.Stored[store.Item]) // ask why
	OnPutBack func(it store.Stored[store.Item]) // it waits again
	OnKeep    func(d Draft)                     // a new item
	OnTake    func(x Excerpt)                   // words of a text into the form
	OnText    func(it store.Stored[store.Item]) // give an item its text
	OnForm    func()                            // back to the form
	OnSay     func(sentence string)             // to the status line
	OnClose   func()
	OnNext    func() // F6: the next panel

	model    *Model
	deps     Deps
	kinds    map[string]store.Kind
	writable bool

	box       *fyne.Container
	body      *fyne.Container // the inbox, or the page on which an item is added
	main      fyne.CanvasObject
	empty     *look.Empty
	first     *first
	adding    *adding
	tabs      map[string]*look.Button
	items     *keyed
	proposals *keyed
	page      *page
	wanted    string // the page that is being read
	visiting  string // id of the item whose text is to have the keyboard
}

// NewPanel makes an empty panel.
func NewPanel(d Deps) *Panel {
	p := &Panel{deps: d, model: NewModel(), kinds: map[string]store.Kind{}, tabs: map[string]*look.Button{}}
	p.items = newKeyed(func() int { return len(p.model.Listed()) }, p.itemEntry)
	p.items.at = func() int { return p.model.at }
	p.items.move = func(i int) {
		p.model.Choose(p.model.Listed()[i].Value.ID)
		p.show()
	}
	p.proposals = newKeyed(func() int { return len(p.model.open) }, p.proposalEntry)
	p.proposals.at = p.model.Current
	p.proposals.move = func(i int) {
		p.model.Move(i)
		p.light()
	}
	for _, k := range []*keyed{p.items, p.proposals} {
		k.onKey, k.onRune, k.shortcut = p.typedKey, p.typedRune, p.typedShortcut
	}
	p.page = newPage(p)
	p.adding = newAdding(d.Hints, d.Date, func(d Draft) {
		p.leaveAdding()
		if p.OnKeep != nil {
			p.OnKeep(d)
		}
	}, p.leaveAdding)

	add := look.NewButton("Add an item …", look.UIIcon("add"), "Write down a report: its title, outlet, address and text (Insert); Ctrl+V adds what was copied", d.Hints, func() { p.Add(Draft{How: "typed in"}) })
	closing := look.NewButton("", look.UIIcon("close"), "Back to the list of events (Ctrl+I)", d.Hints, func() { call(p.OnClose) }).Quiet()
	tabs := container.NewHBox()
	for i, state := range []string{New, Used, Rejected} {
		b := look.NewButton("", nil, fmt.Sprintf("Show the items that are %s (%d)", state, i+1), d.Hints, func() { p.Show(state) }).Quiet()
		p.tabs[state] = b
		tabs.Add(b)
	}
	p.first = newFirst(p)
	p.empty = look.NewEmpty("", "", p.first)
	lists := container.NewVSplit(look.Dense(p.items), p.page.content)
	lists.SetOffset(listShare)
	p.main = container.NewBorder(container.New(look.Rows{}, tabs, look.Hairline()), nil, nil, nil, container.NewStack(lists, p.empty.Content()))
	p.body = container.NewStack(p.main, p.adding.box)
	p.adding.box.Hide()
	head := container.NewBorder(nil, nil, nil, container.NewHBox(add, closing), widget.NewLabelWithStyle("Inbox", fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
	p.box = container.NewBorder(container.New(look.Rows{}, head, look.Hairline()), nil, nil, nil, p.body)
	p.page.lists = lists
	p.show()
	return p
}

// Content is the panel as it stands in the window.
func (p *Panel) Content() fyne.CanvasObject { return p.box }

// Set shows what the store's inbox holds.
func (p *Panel) Set(items []store.Stored[store.Item], counts map[string]int, kinds []store.Kind, writable bool) {
	p.kinds = map[string]store.Kind{}
	for _, k := range kinds {
		p.kinds[k.Code] = k
	}
	p.writable = writable
	p.model.Set(items, counts)
	p.show()
}

// SetWritable says whether the store can be changed, before what its inbox holds has been
// read: until then an item can be added already.
func (p *Panel) SetWritable(writable bool) { p.writable = writable }

// SetPage shows what was read of an item, if it is still chosen.
func (p *Panel) SetPage(page Page) {
	p.wanted = ""
	p.model.SetPage(page)
	p.show()
	p.arrive()
}

// Failed says that the page that was asked for cannot be read.
func (p *Panel) Failed() { p.wanted = "" }

// Saved tells that an event was saved: its proposal is decided.
func (p *Panel) Saved(event string) {
	if p.model.Drop(event) {
		p.show()
	}
}

// Show lists the items of another state.
func (p *Panel) Show(state string) {
	p.model.Show(state)
	p.show()
}

// Choose chooses an item that the list shows.
func (p *Panel) Choose(id string) {
	p.model.Choose(id)
	p.show()
}

// Expect chooses an item that is about to come.
func (p *Panel) Expect(id string) { p.model.expected = id }

// Add opens the page on which an item is added, with what is known of it.
func (p *Panel) Add(d Draft) {
	if !p.writable {
		p.say("This store can only be read: nothing can be added to its inbox.")
		return
	}
	p.main.Hide()
	p.adding.box.Show()
	p.adding.begin(d, fyne.CurrentApp().Driver().CanvasForObject(p.box))
	p.body.Refresh()
}

// Paste adds what was copied.
func (p *Panel) Paste(text string) {
	switch {
	case p.adding.box.Visible():
	case strings.TrimSpace(text) == "":
		p.say("There is no text on the clipboard. Copy a report first.")
	case len(text) > MaxText:
		p.say("What was copied has more than 1 MB. Copy the part that matters.")
	default:
		p.Add(FromPaste(text))
	}
}

func (p *Panel) leaveAdding() {
	p.adding.box.Hide()
	p.main.Show()
	p.body.Refresh()
	p.Focus(fyne.CurrentApp().Driver().CanvasForObject(p.box))
}

// Adding reports whether an item is being written down.
func (p *Panel) Adding() bool { return p.adding.box.Visible() }

// Focus gives the panel the keyboard.
func (p *Panel) Focus(c fyne.Canvas) {
	if c == nil {
		return
	}
	if p.adding.box.Visible() {
		c.Focus(p.adding.title)
		return
	}
	if len(p.model.Listed()) == 0 {
		c.Focus(p.first) // a list that is hidden cannot have it
		return
	}
	c.Focus(p.items)
}

// keepFocus has the keyboard stay in the panel when its lists fill or become empty.
func (p *Panel) keepFocus(c fyne.Canvas) {
	n, o := len(p.model.Listed()), c.Focused()
	if n == 0 || o == fyne.Focusable(p.first) || o == fyne.Focusable(p.proposals) && len(p.model.open) == 0 {
		p.Focus(c)
	}
}

// Holds reports whether o, which has the keyboard, is one of the panel's.
func (p *Panel) Holds(o fyne.Focusable) bool {
	switch o {
	case fyne.Focusable(p.items), fyne.Focusable(p.proposals), fyne.Focusable(p.first), fyne.Focusable(p.page.text):
		return true
	}
	t, ok := o.(*typed)
	return ok && (t == p.adding.title || t == p.adding.outlet || t == p.adding.url || t == p.adding.published || t == p.adding.text)
}

// show brings everything in line with the model, and asks for the page that lacks.
func (p *Panel) show() {
	for state, b := range p.tabs {
		b.Importance = widget.LowImportance
		if state == p.model.State() {
			b.Importance = widget.MediumImportance
		}
		b.SetText(fmt.Sprintf("%s%s %d", strings.ToUpper(state[:1]), state[1:], p.model.Count(state)))
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(p.box)
	held := c != nil && p.Holds(c.Focused()) && !p.Adding()
	n := len(p.model.Listed())
	if n == 0 {
		p.empty.Set(nothing(p.model))
		p.empty.Content().Show()
		p.page.lists.Hide()
	} else {
		p.empty.Content().Hide()
		p.page.lists.Show()
	}
	if held {
		p.keepFocus(c)
	}
	at := -1
	if _, ok := p.model.Chosen(); ok {
		at = p.model.at
	}
	p.items.show(at)
	p.page.show()
	p.proposals.show(p.model.Current())
	p.light()
	if id, wants := p.model.Wants(); wants && p.OnWant != nil {
		if s, _ := p.model.Chosen(); p.wanted != fmt.Sprint(id, s.Revision) {
			p.wanted = fmt.Sprint(id, s.Revision)
			p.OnWant(id)
		}
	}
}

// nothing is what an empty list says.
func nothing(m *Model) (title, text string) {
	switch m.State() {
	case Used:
		return "Nothing used yet", "An item comes here when an event that cites it is saved."
	case Rejected:
		return "Nothing rejected", "An item comes here, with the reason, when you reject it (R)."
	}
	if m.Count(Used)+m.Count(Rejected) > 0 {
		return "Nothing waits", "All that came in was used or rejected. Drop a file here, paste what a report says with Ctrl+V, or add an item."
	}
	return "The inbox is empty", "Copy what a report says and press Ctrl+V, drop a text, HTML or mail file on the window, or add an item. What it says is then read, and events are proposed."
}

func (p *Panel) itemEntry(i int) roster.Row {
	it := p.model.Listed()[i].Value
	e := roster.Row{Title: it.Title, Second: origin(it)}
	if it.Inbox != p.model.State() || it.Inbox == Rejected {
		e.Under, e.UnderTone = it.Inbox, look.Neutral
	}
	return e
}

func (p *Panel) proposalEntry(i int) roster.Row {
	e := p.model.Proposals()[i].Event
	k := p.kinds[e.Kind]
	out := roster.Row{Title: e.Title, Second: told(e), Under: k.Name, Icon: k.Icon, Colour: k.Colour}
	if out.Icon == "" {
		out.Icon, out.Under = "other", e.Kind
	}
	return out
}

// light marks in the text what the current proposal was made of.
func (p *Panel) light() {
	q, ok := p.model.Proposal()
	if !ok {
		p.page.text.light(nil)
		return
	}
	p.page.text.light(q.From)
}

func (p *Panel) say(sentence string) {
	if p.OnSay != nil {
		p.OnSay(sentence)
	}
}

func call(f func()) {
	if f != nil {
		f()
	}
}
