package vocabulary

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// Deps are what the page is given.
type Deps struct {
	Store  Store
	Save   func(ctx context.Context, a store.Action) (store.Change, error)
	Retire func(ctx context.Context, e store.Entity, id string, retired bool) (store.Change, error)
	// Work does something off the main goroutine; done is called on it, with the error.
	Work func(title string, do func(ctx context.Context) error, done func(err error))
	// Place finds a town, Country names a country's code; nil: seats are names only.
	Place   func(name string) (gazetteer.Place, bool)
	Country func(code string) string
	// Changed is told after each change; Undo undoes the newest of the store's.
	Changed func()
	Undo    func()
	Close   func()
}

// Page is what stands in the window. Its methods belong to the main goroutine.
type Page struct {
	deps   Deps
	canvas func() fyne.Canvas

	at      int      // the sheet
	records []record // of it
	shown   []int    // those that the words typed match
	chosen  string   // id of the record in the editor; "" for a new one or none
	isNew   bool
	retired bool
	uses    int64
	base    int64 // revision in the editor
	dirty   bool
	filling bool // the editor is being made
	turn    int  // counts readings: what an earlier one found is dropped

	tabs    []*widget.Button
	about   *widget.Label
	find    *text
	list    *keyed
	count   *widget.Label
	fields  *fyne.Container
	says    *look.Notice
	usage   *widget.Label
	save    *widget.Button
	drop    *widget.Button
	retire  *widget.Button
	remove  *widget.Button
	edit    *editor
	content fyne.CanvasObject
}

// New makes the page and reads its first vocabulary.
func New(d Deps, canvas func() fyne.Canvas) *Page {
	p := &Page{deps: d, canvas: canvas, says: look.NewNotice(), about: look.Caption(""), usage: look.Caption(""), count: look.Caption("")}
	p.about.Selectable, p.usage.Selectable, p.count.Selectable = false, false, false
	tabs := container.NewHBox()
	for i, s := range sheets() {
		b := widget.NewButton(s.name, func() { p.Show(i) })
		p.tabs = append(p.tabs, b)
		tabs.Add(b)
	}
	p.find = p.newText("", "Find: any spelling", 1)
	p.find.OnChanged = func(string) { p.narrow() }
	p.list = newKeyed(p)
	add := widget.NewButtonWithIcon("New", look.UIIcon("add"), p.New)
	left := container.NewBorder(
		container.NewVBox(container.NewBorder(nil, nil, nil, add, p.find), p.count), nil, nil, nil, look.Dense(p.list))

	p.save = widget.NewButton("Save  Ctrl+S", p.Save)
	p.save.Importance = widget.HighImportance
	p.drop = widget.NewButton("Take the change back", p.revert)
	p.retire = widget.NewButton("Retire", p.ToggleRetired)
	p.remove = widget.NewButton("Delete", p.Delete)
	p.fields = container.New(look.Rows{Gap: 2 * look.Grid})
	scroll := container.NewVScroll(container.New(look.Inset{Left: 4 * look.Grid, Right: 5 * look.Grid, Top: 2 * look.Grid, Bottom: 4 * look.Grid}, p.fields))
	bar := container.New(look.Inset{Left: 4 * look.Grid, Right: 4 * look.Grid, Top: look.Grid, Bottom: 2 * look.Grid},
		container.New(look.Rows{Gap: look.Grid}, p.usage, container.NewHBox(p.save, p.drop, p.retire, p.remove)))
	right := container.NewBorder(nil, bar, nil, nil, scroll)
	head := container.New(look.Inset{Left: 2 * look.Grid, Right: 2 * look.Grid, Top: 2 * look.Grid, Bottom: look.Grid}, container.New(look.Rows{Gap: look.Grid}, tabs, p.about))
	split := container.New(sides{}, container.New(look.Inset{Left: 2 * look.Grid, Right: look.Grid}, left), look.Hairline(), right)
	p.content = look.Panel(container.NewBorder(container.New(look.Rows{}, head, look.Hairline(), p.says), nil, nil, nil, split))
	p.Show(0)
	return p
}

// Content is the page as it stands in its window.
func (p *Page) Content() fyne.CanvasObject { return p.content }

func (p *Page) sheet() sheet { return sheets()[p.at] }

func (p *Page) focus(w fyne.Focusable) {
	if c := p.canvas(); c != nil && w != nil {
		c.Focus(w)
	}
}

// New begins a record of this vocabulary.
func (p *Page) New() {
	if p.held() || p.readOnly() {
		return
	}
	p.chosen, p.isNew, p.retired, p.uses, p.base = "", true, false, 0, 0
	p.turn++
	p.list.UnselectAll()
	p.fill(record{kind: &store.Kind{}, term: &store.Term{}, actor: &store.Actor{}})
	p.focus(p.edit.first)
}

func (p *Page) readOnly() bool {
	is, why := p.deps.Store.ReadOnly()
	if is {
		p.says.Say(look.Caution, "Nothing can be changed: "+why)
	}
	return is
}

// held reports whether something typed is not saved, and says so.
func (p *Page) held() bool {
	if !p.dirty {
		return false
	}
	p.says.Say(look.Caution, "What you have typed is not saved yet.",
		look.Action{Name: "Save", Do: p.Save}, look.Action{Name: "Take it back", Do: p.revert})
	return true
}

// revert takes back what was typed.
func (p *Page) revert() {
	id := p.chosen
	p.says.Clear()
	p.clear()
	p.Reload(id)
	p.focus(p.list)
}

func (p *Page) escape() {
	if p.held() {
		return
	}
	if p.isNew {
		p.revert()
		return
	}
	if p.deps.Close != nil {
		p.deps.Close()
	}
}

// UndoTyped is Ctrl+Z where no field wants it.
func (p *Page) UndoTyped() {
	if p.deps.Undo != nil && !p.held() {
		p.deps.Undo()
	}
}

// TypedKey takes the keys that nothing with the keyboard wanted.
func (p *Page) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		p.escape()
	}
}

// Again reads the vocabulary anew after another changed something.
func (p *Page) Again() { p.Reload(p.chosen) }

// Choose puts the record with an id into the editor.
func (p *Page) Choose(id string) {
	if !p.held() {
		p.choose(id)
	}
}

// First is the editor's first field; nil: nothing is in it.
func (p *Page) First() fyne.Focusable {
	if p.edit == nil {
		return nil
	}
	return p.edit.first
}

// Says is what the page has said last, "" for nothing.
func (p *Page) Says() string { return p.says.Text() }

// CanDelete reports whether the record in the editor can be deleted.
func (p *Page) CanDelete() bool { return !p.remove.Disabled() }
