package vocabulary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/store"
)

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
