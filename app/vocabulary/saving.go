package vocabulary

import (
	"context"
	"fmt"
	"strings"

	"sitmap/app/look"
	"sitmap/store"
)

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
