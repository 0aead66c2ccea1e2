package vocabulary

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2/widget"

	"sitmap/store"
)

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
