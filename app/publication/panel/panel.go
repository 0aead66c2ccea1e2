package panel

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode"

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

// Deps are what a panel is given.
type Deps struct {
	Hints look.Hinter
	// Work does something beside the main goroutine, and tells done on it, which
	// reports whether it took care of the error.
	Work  func(title string, do func(context.Context, store.Progress) error, done func(error) bool)
	Names situation.Names
	Zone  *time.Location
	// Country and Admin1 name countries and regions by their codes.
	Country, Admin1 func(code string) string
	Say             func(sentence string)
}

// Source is what is shown; a situation.Situation is one.
type Source interface {
	Store() *store.Store
	Kinds() []store.Kind
}

// Panel is the list and the page. Its methods belong to the main goroutine, and none
// of what it calls may wait.
type Panel struct {
	OnEvent func(id string)                         // an event is chosen: show its dossier
	OnThen  func(p store.Publication, event string) // show map and list as they were; event may be ""
	OnAgain func(p store.Publication)               // export it again, as it was
	OnCopy  func(id string)                         // onto the clipboard
	OnClose func()                                  // back to list and map
	OnNext  func()                                  // F6: the next panel
	deps    Deps
	src     Source // nil: no store is open

	all     []store.Publication // those read, newest first
	shown   []store.Publication // of them those that are found
	loaded  bool
	asked   int    // how often they were asked for: the newest answer counts
	chosen  string // id
	touched string // id of the event that all of them showed; "": any
	title   string // of that event

	rows        *roster.List
	find        *roster.Find
	every       *look.Button // shows all again
	only        *widget.Label
	onlyBox     *fyne.Container
	left, right *fyne.Container
	empty       *look.Empty
	count       *widget.Label
	blank       *look.Empty
	page        *page
	eager       bool // the list gets the keyboard once it is read
}

// New makes an empty panel.
func New(d Deps) *Panel {
	p := &Panel{deps: d}
	p.rows = roster.New(func(i int) (roster.Row, bool) { return p.row(p.shown[i]), true })
	p.rows.OnChoose = func(i int) {
		p.chosen = p.shown[i].ID
		p.open()
	}
	p.rows.OnOpen = func(int) { p.then("") }
	p.rows.OnKey, p.rows.OnRune = p.typedKey, p.typedRune
	p.find = roster.NewFind("Find by title, file, person, id", func(string) { p.narrow() }, func() { p.Focus(canvasOf(p.left)) })
	p.find.Icon = look.UIIcon("search")
	p.find.OnKey = func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape && p.rows.Len() > 0 {
			p.Focus(canvasOf(p.left))
			return
		}
		p.typedKey(e)
	}
	closing := look.NewButton("", look.UIIcon("close"), "Back to the events and the map (Escape)", d.Hints, p.close).Quiet()
	p.count = look.Caption("")
	p.count.Wrapping = fyne.TextWrapOff
	head := container.NewBorder(nil, nil, widget.NewLabelWithStyle("Publications", fyne.TextAlignLeading, fyne.TextStyle{Bold: true}), closing, p.count)
	p.only = look.Caption("")
	p.every = look.NewButton("Show all", nil, "Show all publications again (A)", d.Hints, func() { p.Touching("", "") }).Quiet()
	p.onlyBox = container.NewBorder(nil, nil, nil, p.every, p.only)
	p.onlyBox.Hide()
	p.empty = look.NewEmpty("", "", nil)
	p.left = container.NewBorder(container.New(look.Rows{}, head, look.Hairline(), p.onlyBox,
		container.New(look.Around(look.Grid), p.find), look.Hairline()),
		nil, nil, nil, container.NewStack(p.rows.Content(), p.empty.Content()))
	p.blank = look.NewEmpty("", "", nil)
	p.page = newPage(p)
	p.right = container.NewStack(p.blank.Content())
	p.show()
	return p
}

// Left is the list.
func (p *Panel) Left() fyne.CanvasObject { return p.left }

// Right is the page of the chosen one.
func (p *Panel) Right() fyne.CanvasObject { return p.right }

// Set has the panel show another store from the next Refresh on; nil: none is open.
func (p *Panel) Set(src Source) {
	p.src, p.all, p.shown, p.loaded, p.chosen, p.touched, p.title = src, nil, nil, false, "", "", ""
	p.page.clear()
	p.show()
}

// Refresh reads anew what is shown.
func (p *Panel) Refresh() {
	src, touched := p.src, p.touched
	if src == nil {
		return
	}
	p.asked++
	mine := p.asked
	var list []store.Publication
	p.deps.Work("Reading the publications", func(ctx context.Context, _ store.Progress) (err error) {
		if touched != "" {
			list, err = publication.Touching(ctx, src.Store(), touched, p.deps.Names)
		} else {
			list, err = src.Store().Publications(ctx)
		}
		return err
	}, func(err error) bool {
		if p.src != src || p.asked != mine {
			return true
		}
		if err == nil {
			p.all, p.loaded = list, true
			p.narrow()
			p.open()
		}
		return err == nil
	})
}

// Touching lists only those that showed an event, which has that title; "": all.
func (p *Panel) Touching(event, title string) {
	p.touched, p.title, p.chosen = event, title, ""
	p.all, p.shown, p.loaded = nil, nil, false
	p.page.clear()
	p.find.SetText("")
	p.show()
	p.Refresh()
}

// Choose shows one of them.
func (p *Panel) Choose(id string) {
	p.touched, p.title, p.chosen = "", "", id
	p.find.SetText("")
	p.Refresh()
}

// Focus gives the panel the keyboard.
func (p *Panel) Focus(c fyne.Canvas) {
	switch {
	case c == nil:
	case p.rows.Len() == 0:
		c.Focus(p.find)
		p.eager = p.find.Text == ""
	default:
		c.Focus(p.rows.Focusable())
	}
}

// FocusPage gives the page the keyboard; false: there is nothing for it.
func (p *Panel) FocusPage() bool { return p.page.focus() }

// Holds reports whether o, which has the keyboard, is the panel's list.
func (p *Panel) Holds(o fyne.Focusable) bool {
	return o == p.rows.Focusable() || o == fyne.Focusable(p.find)
}

// narrow shows those that are looked for.
func (p *Panel) narrow() {
	words := strings.Fields(strings.ToLower(p.find.Text))
	p.shown = slices.DeleteFunc(slices.Clone(p.all), func(x store.Publication) bool {
		text := strings.ToLower(strings.Join([]string{x.Title, x.File, x.By, x.ID, x.Filter, x.TLP}, " "))
		return slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
	})
	at := p.at()
	if at < 0 && len(p.shown) > 0 {
		p.chosen = p.shown[0].ID
		if p.loaded {
			p.open()
		}
	}
	c := canvasOf(p.left)
	p.show()
	if c != nil && p.eager && len(p.shown) > 0 {
		p.eager = false
		if c.Focused() == fyne.Focusable(p.find) && p.find.Text == "" {
			c.Focus(p.rows.Focusable())
		}
	}
}

func (p *Panel) at() int {
	return slices.IndexFunc(p.shown, func(x store.Publication) bool { return x.ID == p.chosen })
}

// current is the chosen one.
func (p *Panel) current() (store.Publication, bool) {
	if at := p.at(); at >= 0 {
		return p.shown[at], true
	}
	return store.Publication{}, false
}

// show brings everything in line with what is known.
func (p *Panel) show() {
	n := len(p.shown)
	p.rows.Set(n, p.at())
	visible(p.rows.Content(), n > 0)
	visible(p.empty.Content(), n == 0)
	p.count.SetText("")
	if p.loaded && len(p.all) > 0 {
		p.count.SetText(look.Count(len(p.all), "publication"))
	}
	p.only.SetText("Those that showed “" + look.Shorten(p.title, 60) + "”")
	visible(p.onlyBox, p.touched != "")
	switch {
	case p.src == nil:
		p.empty.Set("No store is open", "Open a store, or make a new one, to see what was exported from it.")
	case !p.loaded:
		p.empty.Set("", "")
	case len(p.all) > 0:
		p.empty.Set("Nothing found", "No publication has these words in its title, file, filter or id. Escape in the field shows all again.")
	case p.touched != "":
		p.empty.Set("In no publication", "This event went out in no picture or file that was logged.")
	default:
		p.empty.Set("Nothing was exported yet", "Each picture (Ctrl+P) and file that you export is listed here, with its events as they were.")
	}
	var to fyne.CanvasObject = p.blank.Content()
	if p.page.shown() {
		to = p.page.content
	}
	if len(p.right.Objects) != 1 || p.right.Objects[0] != to {
		p.right.Objects = []fyne.CanvasObject{to}
	}
	p.right.Refresh()
	p.left.Refresh()
}

// open reads the chosen one.
func (p *Panel) open() {
	x, ok := p.current()
	if !ok {
		p.page.clear()
		p.show()
		return
	}
	src := p.src
	p.page.begin(x)
	p.show()
	var r publication.Reopened
	var words dossier.Words
	p.deps.Work("Opening the publication", func(ctx context.Context, _ store.Progress) (err error) {
		if r, err = publication.Open(ctx, src.Store(), x.ID, p.deps.Names); err == nil {
			words, err = p.words(ctx, src.Store(), r.Changes)
		}
		return err
	}, func(err error) bool {
		if p.src == src && p.chosen == x.ID {
			p.page.words = words
			p.page.set(r, err)
		}
		return true // a state that is not there is told of on its page
	})
}

// words are those for what has changed of some events.
func (p *Panel) words(ctx context.Context, st *store.Store, changes []store.Difference) (dossier.Words, error) {
	w := dossier.Words{Names: dossier.Names{Country: p.deps.Country, Admin1: p.deps.Admin1}, Zone: p.deps.Zone}
	if err := w.Names.Read(ctx, st); err != nil {
		return w, err
	}
	for _, d := range changes {
		if d.Then == nil || d.Now == nil {
			continue
		}
		if err := w.Relate(ctx, st, d.Then.Value, d.Now.Value); err != nil {
			return w, err
		}
	}
	return w, nil
}

func (p *Panel) row(x store.Publication) roster.Row {
	title := x.Title
	if title == "" {
		title = x.File
	}
	r := roster.Row{
		Title: title, Second: look.Join(" · ", x.File, look.Count(x.Events, "event"), x.By),
		Right: x.Time.In(p.zone()).Format("2 Jan 2006 15:04"), Under: tlp(x.TLP), UnderTone: tlpTone(x.TLP),
	}
	if x.Title == "" {
		r.Second = look.Join(" · ", look.Count(x.Events, "event"), x.By)
	}
	return r
}

func (p *Panel) zone() *time.Location {
	if p.deps.Zone == nil {
		return time.UTC
	}
	return p.deps.Zone
}

// typedKey takes the keys of the list that move nothing.
func (p *Panel) typedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight:
		if !p.page.focus() {
			p.say("It shows no event.")
		}
	case fyne.KeyEscape:
		p.close()
	case fyne.KeyF6:
		if p.OnNext != nil {
			p.OnNext()
		}
	}
}

func (p *Panel) typedRune(r rune) {
	switch unicode.ToLower(r) {
	case 'x':
		p.again()
	case 'c':
		if x, ok := p.current(); ok && p.OnCopy != nil {
			p.OnCopy(x.ID)
		}
	case 'a':
		if p.touched != "" {
			p.Touching("", "")
		}
	case '/':
		if c := canvasOf(p.left); c != nil {
			c.Focus(p.find)
		}
	}
}

func (p *Panel) close() {
	if p.OnClose != nil {
		p.OnClose()
	}
}

// then shows map and list as they were, and one of the events.
func (p *Panel) then(event string) {
	x, ok := p.current()
	switch {
	case !ok:
	case x.Head == 0:
		p.say("It was made before anything was recorded: there is no state to go back to.")
	case p.OnThen != nil:
		p.OnThen(x, event)
	}
}

func (p *Panel) again() {
	x, ok := p.current()
	switch {
	case !ok:
	case x.Head == 0:
		p.say("It was made before anything was recorded: there is nothing to export again.")
	case p.OnAgain != nil:
		p.OnAgain(x)
	}
}

func (p *Panel) say(sentence string) {
	if p.deps.Say != nil {
		p.deps.Say(sentence)
	}
}
