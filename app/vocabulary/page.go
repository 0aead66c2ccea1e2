package vocabulary

import (
	"context"
	"fmt"
	"strings"

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

// Show turns to another vocabulary: 0 the kinds, 5 the actors.
func (p *Page) Show(i int) {
	if i < 0 || i >= len(sheets()) || p.held() {
		return
	}
	p.at = i
	p.find.Text = ""
	p.find.Refresh()
	p.clear()
	p.Reload("")
}

// Reload reads the vocabulary anew and shows the record with an id, "" the first.
func (p *Page) Reload(id string) {
	s := p.sheet()
	p.turn++
	mine := p.turn
	var list []record
	p.deps.Work("Reading the vocabulary", func(ctx context.Context) (err error) {
		list, err = read(ctx, p.deps.Store, s)
		return err
	}, func(err error) {
		if mine != p.turn {
			return
		}
		if err != nil {
			p.fail(err)
			return
		}
		p.records = list
		p.narrow()
		for i, b := range p.tabs {
			b.Importance = widget.MediumImportance
			if i == p.at {
				b.Importance = widget.HighImportance
			}
			b.Refresh()
		}
		p.about.SetText(s.about)
		if p.dirty {
			return // another changed something; what is being typed stays
		}
		if id == "" && len(p.shown) > 0 && !p.isNew {
			id = p.records[p.shown[0]].id
		}
		p.choose(id)
	})
}

// narrow shows the records that have the words typed.
func (p *Page) narrow() {
	p.shown = p.shown[:0]
	words := strings.Fields(store.Fold(p.find.Text))
	for i, r := range p.records {
		all := true
		for _, w := range words {
			all = all && strings.Contains(r.folded, w)
		}
		if all {
			p.shown = append(p.shown, i)
		}
	}
	switch n := len(p.records); {
	case n == 0:
		p.count.SetText("None yet: begin one with New (Ctrl+N).")
	case len(p.shown) < n:
		p.count.SetText(fmt.Sprintf("%d of %d %s", len(p.shown), n, strings.ToLower(p.sheet().name)))
	default:
		p.count.SetText(fmt.Sprintf("%d %s", n, strings.ToLower(p.sheet().name)))
	}
	p.list.Refresh()
	p.mark()
}

// mark shows in the list what the editor has.
func (p *Page) mark() {
	p.list.quiet = true
	defer func() { p.list.quiet = false }()
	p.list.UnselectAll()
	for at, i := range p.shown {
		if p.records[i].id == p.chosen && p.chosen != "" {
			p.list.Select(at)
		}
	}
}

// choose puts a record into the editor, after reading what uses it.
func (p *Page) choose(id string) {
	for _, r := range p.records {
		if r.id != id {
			continue
		}
		entity := p.sheet().entity
		p.turn++
		mine := p.turn
		var uses, base int64
		p.deps.Work("Reading what uses it", func(ctx context.Context) (err error) {
			if base, err = p.deps.Store.Revision(ctx, entity, id); err == nil {
				uses, err = p.deps.Store.Uses(ctx, entity, id)
			}
			return err
		}, func(err error) {
			if mine != p.turn {
				return
			}
			if err != nil {
				p.fail(err)
				return
			}
			p.chosen, p.isNew, p.retired, p.uses, p.base = id, false, r.retired, uses, base
			p.fill(r)
			p.mark()
		})
		return
	}
	p.clear()
}

// pick is a choice in the list.
func (p *Page) pick(at int) {
	if at < 0 || at >= len(p.shown) {
		return
	}
	r := p.records[p.shown[at]]
	if r.id == p.chosen {
		return
	}
	if p.held() {
		p.mark()
		return
	}
	p.choose(r.id)
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

// fill makes the fields of a record.
func (p *Page) fill(r record) {
	p.filling = true
	switch p.sheet().entity {
	case store.EntityKind:
		p.edit = p.kindEditor(*r.kind, p.isNew)
	case store.EntityTerm:
		p.edit = p.termEditor(*r.term, p.isNew)
	default:
		p.edit = p.actorEditor(*r.actor, p.isNew)
	}
	title := "New " + p.sheet().one
	if !p.isNew {
		title = r.name
		if r.retired {
			title += " (retired)"
		}
	}
	p.fields.Objects = append([]fyne.CanvasObject{look.Heading(title)}, p.edit.rows...)
	p.fields.Refresh()
	p.filling, p.dirty = false, false
	p.update()
}

func (p *Page) clear() {
	p.chosen, p.isNew, p.edit, p.dirty = "", false, nil, false
	p.fields.RemoveAll()
	p.update()
}

func (p *Page) touched() {
	if !p.filling && p.edit != nil && !p.dirty {
		p.dirty = true
		p.update()
	}
}

// update shows what can be done now.
func (p *Page) update() {
	can := func(b *widget.Button, ok bool) {
		if is, _ := p.deps.Store.ReadOnly(); ok && !is {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	live := p.edit != nil && !p.isNew
	can(p.save, p.edit != nil && p.dirty)
	can(p.drop, p.dirty || p.isNew)
	can(p.retire, live)
	can(p.remove, live && p.uses == 0)
	p.retire.SetText("Retire")
	if p.retired {
		p.retire.SetText("Use again")
	}
	words := ""
	switch {
	case !live:
	case p.retired:
		words = "Retired: forms offer it no more. " + used(p.uses, p.sheet().entity)
	case p.uses == 0:
		words = "Nothing uses it yet."
	default:
		words = used(p.uses, p.sheet().entity)
	}
	p.usage.SetText(words)
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

func (p *Page) fail(err error) { p.says.Say(look.Bad, look.Sentence(err)) }

// Save saves what the fields have.
func (p *Page) Save() {
	if p.edit == nil || !p.dirty || p.readOnly() {
		return
	}
	put, err := p.edit.put()
	if err == nil && strings.TrimSpace(p.edit.name.Text) == "" {
		err = fmt.Errorf("the %s needs a name", p.sheet().one)
	}
	if err != nil {
		p.fail(err)
		return
	}
	put.Base = p.base
	id, entity, name := p.edit.id(), p.sheet().entity, p.edit.name.Text
	p.change("Saving", func(ctx context.Context) error {
		c, err := p.deps.Save(ctx, store.Action{Put: []store.Put{put}})
		for _, x := range c.Items {
			if id == "" && x.Entity == entity {
				id = x.ID
			}
		}
		return err
	}, func() (string, string) { return id, "Saved “" + name + "”: forms offer it now." })
}

// ToggleRetired has forms offer the record no more, or again.
func (p *Page) ToggleRetired() {
	if p.chosen == "" || p.held() || p.readOnly() {
		return
	}
	id, entity, to := p.chosen, p.sheet().entity, !p.retired
	said := "Retired: forms offer it no more; what is recorded with it stays. Undo brings it back."
	if !to {
		said = "Forms offer it again."
	}
	p.change("Retiring", func(ctx context.Context) error {
		_, err := p.deps.Retire(ctx, entity, id, to)
		return err
	}, func() (string, string) { return id, said })
}

// Delete deletes a record that nothing uses.
func (p *Page) Delete() {
	if p.chosen == "" || p.uses > 0 || p.readOnly() {
		return
	}
	id, entity, base := p.chosen, p.sheet().entity, p.base
	p.dirty = false
	p.change("Deleting", func(ctx context.Context) error {
		_, err := p.deps.Save(ctx, store.Action{Delete: []store.Delete{{Entity: entity, ID: id, Base: base}}})
		return err
	}, func() (string, string) { return "", "Deleted. Undo (Ctrl+Z) brings it back." })
}

// change has the store changed, and shows what came of it.
func (p *Page) change(title string, do func(ctx context.Context) error, done func() (id, said string)) {
	p.deps.Work(title, do, func(err error) {
		if err != nil {
			p.fail(err)
			return
		}
		id, said := done()
		p.dirty, p.isNew, p.chosen = false, false, id
		p.says.Say(look.Good, said)
		p.Reload(id)
		if p.deps.Changed != nil {
			p.deps.Changed()
		}
	})
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
