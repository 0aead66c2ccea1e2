package sources

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/roster"
	"sitmap/store"
)

// Deps are what a panel is given.
type Deps struct {
	Hints look.Hinter
	// Work does something beside the main goroutine, and tells done on it, which
	// reports whether it took care of the error.
	Work func(title string, do func(context.Context, store.Progress) error, done func(error) bool)
	// After calls f on the main goroutine, a while later.
	After func(d time.Duration, f func()) (stop func())
	Clock func() time.Time
	Zone  *time.Location // for times without a zone of their own
	Say   func(sentence string)
}

// Editor changes the store that is shown; a situation.Situation is one.
type Editor interface {
	Store() *store.Store
	Kinds() []store.Kind
	Save(ctx context.Context, a store.Action) (store.Change, error)
	Merge(ctx context.Context, e store.Entity, keep, gone, note string, p store.Progress) (store.Change, error)
}

// Panel is the list and the page. Its methods belong to the main goroutine, and none
// of what it calls may wait.
type Panel struct {
	OnEvent func(id string)                            // an event is chosen: show its dossier
	OnMap   func(id string)                            // show it on the map
	OnAsk   func(title, text, yes string, then func()) // something is to be deleted
	OnClose func()                                     // back to list and map
	OnNext  func()                                     // F6: the next panel
	deps    Deps
	ed      Editor // nil: no store is open

	outlets, items *shelf
	shelf          *shelf // the one that is shown
	rows           *roster.List
	find           *roster.Find
	left, right    *fyne.Container
	tabs           map[*shelf]*look.Button
	empty          *look.Empty
	listBox        fyne.CanvasObject
	stopFind       func()
	eager          bool // the list gets the keyboard once it is read

	page    *page
	form    *form // nil: nothing is edited
	merging *merging
	blank   *look.Empty // stands at the right while nothing is chosen
}

// New makes an empty panel.
func New(d Deps) *Panel {
	p := &Panel{deps: d, tabs: map[*shelf]*look.Button{}, stopFind: func() {}}
	p.outlets, p.items = p.newOutlets(), p.newItems()
	p.shelf = p.outlets
	p.rows = roster.New(func(i int) (roster.Row, bool) { return p.shelf.row(i) })
	p.rows.OnChoose, p.rows.OnOpen = p.chose, func(int) { p.enter() }
	p.rows.OnKey, p.rows.OnRune = p.typedKey, p.typedRune
	p.find = roster.NewFind("Find by name, title, address", p.typedFind, func() { p.Focus(canvasOf(p.left)) })
	p.find.Icon = look.UIIcon("search")
	p.find.OnKey = func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape && p.rows.Len() > 0 {
			p.Focus(canvasOf(p.left))
			return
		}
		p.typedKey(e)
	}
	tabs := container.NewHBox()
	for _, s := range []*shelf{p.outlets, p.items} {
		b := look.NewButton(s.name, nil, s.hint, d.Hints, func() { p.Show(s.entity) }).Quiet()
		p.tabs[s] = b
		tabs.Add(b)
	}
	add := look.NewButton("Add an outlet …", look.UIIcon("add"), "Write down who publishes (Insert); items come in through the inbox", d.Hints, p.add)
	closing := look.NewButton("", look.UIIcon("close"), "Back to the events and the map (Escape)", d.Hints, p.close).Quiet()
	head := container.NewBorder(nil, nil, nil, container.NewHBox(add, closing), widget.NewLabelWithStyle("Sources", fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
	p.empty = look.NewEmpty("", "", nil)
	p.listBox = p.rows.Content()
	p.left = container.NewBorder(container.New(look.Rows{}, head, look.Hairline(), tabs,
		container.New(look.Inset{Left: look.Grid, Right: look.Grid, Bottom: look.Grid}, p.find), look.Hairline()),
		nil, nil, nil, container.NewStack(p.listBox, p.empty.Content()))
	p.blank = look.NewEmpty("", "", nil)
	p.page = newPage(p)
	p.right = container.NewStack(p.page.content, p.blank.Content())
	p.show()
	return p
}

// Left is the list, and Right the page of what is chosen in it.
func (p *Panel) Left() fyne.CanvasObject { return p.left }

// Right is the page.
func (p *Panel) Right() fyne.CanvasObject { return p.right }

// Set has the panel show another store from the next Refresh on; nil: none is open.
func (p *Panel) Set(ed Editor) {
	p.ed = ed
	p.form, p.merging = nil, nil
	for _, s := range []*shelf{p.outlets, p.items} {
		s.clear()
	}
	p.page.set(nil)
	p.show()
}

// Refresh reads anew what is shown.
func (p *Panel) Refresh() {
	if p.ed == nil {
		return
	}
	p.read(p.shelf)
	for _, s := range []*shelf{p.outlets, p.items} {
		if s != p.shelf && s.total < 0 { // its tab says how many there are
			p.read(s)
		}
	}
}

// Show lists outlets (store.EntityOutlet) or items (store.EntityItem).
func (p *Panel) Show(e store.Entity) {
	to := p.outlets
	if e == store.EntityItem {
		to = p.items
	}
	if to == p.shelf || !p.leaveForm() {
		return
	}
	p.merging = nil
	p.shelf = to
	p.find.SetText(to.text)
	p.page.set(nil)
	p.show()
	p.Refresh()
}

// Choose shows one outlet or item by its number in the store.
func (p *Panel) Choose(e store.Entity, number int64) {
	if !p.leaveForm() {
		return
	}
	to := p.outlets
	if e == store.EntityItem {
		to = p.items
	}
	to.chosen, to.text = number, ""
	if to == p.shelf {
		p.find.SetText("")
		p.Refresh()
		return
	}
	p.Show(e)
}

// Focus gives the panel the keyboard.
func (p *Panel) Focus(c fyne.Canvas) {
	switch {
	case c == nil:
	case p.form != nil:
		c.Focus(p.form.first())
	case p.rows.Len() == 0:
		c.Focus(p.find)
		p.eager = p.shelf.text == ""
	default:
		c.Focus(p.rows.Focusable())
	}
}

// Confirm is Ctrl+Enter: it saves what is edited, or merges what is previewed.
func (p *Panel) Confirm() {
	switch {
	case p.form != nil:
		p.form.save()
	case p.merging != nil:
		p.merge()
	}
}

// Busy reports whether something is typed that would be lost.
func (p *Panel) Busy() bool { return p.form != nil && p.form.dirty() }

// show brings everything in line with what is known.
func (p *Panel) show() {
	for s, b := range p.tabs {
		b.Importance = widget.LowImportance
		if s == p.shelf {
			b.Importance = widget.MediumImportance
		}
		b.SetText(s.label())
	}
	s := p.shelf
	n := s.count()
	p.rows.Set(n, s.place())
	show(p.listBox, n > 0)
	show(p.empty.Content(), n == 0)
	if n == 0 {
		title, text := s.nothing()
		if p.ed == nil {
			title, text = "No store is open", "Open a store, or make a new one, to see its sources."
		}
		p.empty.Set(title, text)
	}
	page, form, merge := p.page.sheet != nil, p.form != nil, p.merging != nil
	objects := []fyne.CanvasObject{p.blank.Content()}
	switch {
	case form:
		objects = []fyne.CanvasObject{p.form.box}
	case merge:
		objects = []fyne.CanvasObject{p.merging.box}
	case page:
		objects = []fyne.CanvasObject{p.page.content}
	case n == 0:
		p.blank.Set("", "")
	default:
		p.blank.Set("Nothing chosen", "Choose one in the list with the arrow keys or a click, to see how reliable it is held to be and what rests on it.")
	}
	if len(p.right.Objects) != 1 || p.right.Objects[0] != objects[0] {
		p.right.Objects = objects
		p.right.Refresh()
	}
}

func (p *Panel) close() {
	if p.OnClose != nil && p.leaveForm() {
		p.OnClose()
	}
}

func (p *Panel) say(sentence string) {
	if p.deps.Say != nil {
		p.deps.Say(sentence)
	}
}

// may reports whether the store can be changed, and says why if not.
func (p *Panel) may() bool {
	if p.ed == nil {
		return false
	}
	if is, why := p.ed.Store().ReadOnly(); is {
		p.say("Nothing can be changed: " + why + ".")
		return false
	}
	return true
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

// focus gives something of the panel the keyboard, where it stands in a window.
func (p *Panel) focus(o fyne.Focusable) {
	if c := canvasOf(p.left); c != nil {
		c.Focus(o)
	}
}
