package sources

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/store"
)

// merging is a merge that is being chosen and previewed: of the record gone into the
// one that the list stands on.
type merging struct {
	p       *Panel
	box     *fyne.Container
	title   *widget.Label
	text    *fyne.Container
	problem *widget.Label
	note    *typed
	do      *look.Button
	change  *look.Button

	gone, keep int64 // numbers; keep 0: not chosen yet
	goneTitle  string
	plan       *store.Merging // nil: none is possible
}

// beginMerge asks into which other one the chosen one is to be merged.
func (p *Panel) beginMerge() {
	s := p.page.sheet
	if p.merging != nil || s == nil || p.form != nil || !p.may() {
		return
	}
	if p.shelf.total == 1 {
		p.say("There is only one: nothing can be merged with it.")
		return
	}
	m := &merging{p: p, gone: s.number, goneTitle: s.title()}
	m.build()
	p.merging = m
	m.plans(nil, nil)
	p.show()
	p.focus(p.rows.Focusable())
	p.say("Choose in the list the one that is kept; Enter goes on, Escape gives up.")
}

func (m *merging) build() {
	p := m.p
	m.title, m.text = look.Heading(""), container.New(look.Rows{Gap: look.Grid})
	m.problem = widget.NewLabel("")
	m.problem.Wrapping, m.problem.Importance = fyne.TextWrapWord, widget.DangerImportance
	m.note = newTyped("Why they are the same, for the history (may stay empty)", p.merge, p.endMerge)
	m.note.onEnter = p.merge
	m.do = look.NewButton("Merge", look.UIIcon("check"), "Merge the two, as one change (Enter in the field, or Ctrl+Enter)", p.deps.Hints, p.merge)
	m.do.Importance = widget.HighImportance
	m.change = look.NewButton("The other way round", look.UIIcon("swap"), "Keep the other one instead (S in the list)", p.deps.Hints, p.swap)
	back := look.NewButton("Give up", nil, "Leave both as they are (Escape)", p.deps.Hints, p.endMerge)
	m.box = container.New(look.Inset{Left: 4 * look.Grid, Top: 4 * look.Grid, Right: 4 * look.Grid, Bottom: 4 * look.Grid},
		container.New(look.Rows{Gap: 3 * look.Grid}, look.Tight(m.title), look.Tight(m.text), m.problem, m.note,
			container.New(&look.Flow{Gap: look.Grid}, m.do, m.change, back)))
}

// planWith previews the merge into the record of that number.
func (p *Panel) planWith(keep int64) {
	m, ed, entity := p.merging, p.ed, p.shelf.entity
	m.keep, m.plan = keep, nil
	if keep == m.gone {
		m.keep = 0
		m.plans(nil, nil)
		return
	}
	gone := m.gone
	var plan store.Merging
	p.deps.Work("Looking at what the merge would do", func(ctx context.Context, _ store.Progress) error {
		a, err := readSheet(ctx, ed.Store(), entity, keep)
		if err != nil {
			return err
		}
		b, err := readSheet(ctx, ed.Store(), entity, gone)
		if err != nil {
			return err
		}
		plan.KeepTitle, plan.GoneTitle = a.title(), b.title()
		made, err := ed.Store().PlanMerge(ctx, entity, a.id(), b.id())
		if err == nil {
			plan = made
		}
		return err
	}, func(err error) bool {
		if p.merging != m || m.keep != keep || m.gone != gone {
			return true
		}
		m.plans(&plan, err)
		return true
	})
}

// plans shows what a merge would do; nil: it is not chosen yet with what.
func (m *merging) plans(plan *store.Merging, err error) {
	m.text.RemoveAll()
	m.problem.Hide()
	add := func(o fyne.CanvasObject) { m.text.Add(o) }
	sort := string(m.p.shelf.entity)
	ready := plan != nil && err == nil
	switch {
	case plan == nil:
		m.title.SetText("Merge “" + look.Shorten(m.goneTitle, 60) + "” into another " + sort)
		add(look.Body("Choose in the list the " + sort + " that is kept: arrows, a click, or / to find it. What the merge would do is then shown here, before anything is done."))
	case err != nil:
		m.title.SetText("These two cannot be merged yet")
		if plan.KeepTitle != "" {
			add(look.Body("“" + plan.GoneTitle + "” into “" + plan.KeepTitle + "”."))
		}
		m.problem.SetText(look.Sentence(err))
		m.problem.Show()
	default:
		m.plan = plan
		m.title.SetText("Merge these two?")
		add(look.Strong("Kept: “" + plan.KeepTitle + "”"))
		add(look.Body("Gone: “" + plan.GoneTitle + "”, which becomes part of it and is deleted."))
		for _, line := range moves(*plan) {
			add(look.Body("• " + line))
		}
		add(look.Caption("It is one change: undo (Ctrl+Z) takes all of it back."))
	}
	show(m.note, ready)
	show(m.do, ready)
	show(m.change, plan != nil)
	m.box.Refresh()
}

// moves says in sentences what a merge moves and keeps.
func moves(m store.Merging) []string {
	var out []string
	if m.Items > 0 {
		out = append(out, look.Count(m.Items, "item")+" of the one that goes will be of the one that is kept.")
	}
	if m.Events > 0 {
		out = append(out, look.Count(m.Events, "event")+" will cite the one that is kept instead.")
	}
	if m.Items == 0 && m.Events == 0 {
		out = append(out, "Nothing in the store names the one that goes.")
	}
	for _, k := range m.Kept {
		out = append(out, strings.ToUpper(k[:1])+k[1:]+".")
	}
	return out
}

// goOn leads from the list to the preview.
func (m *merging) goOn() {
	switch {
	case m.plan != nil:
		m.p.focus(m.note)
	case m.keep == 0:
		m.p.say("This is the one that goes: choose the one that is kept.")
	default:
		m.p.say("These two cannot be merged as they are: choose another one, or give up with Escape and make them alike first.")
	}
}

// swap keeps the other one of the two.
func (p *Panel) swap() {
	m := p.merging
	if m == nil || m.keep == 0 {
		return
	}
	m.gone, m.keep = m.keep, m.gone
	if m.plan != nil {
		m.goneTitle = m.plan.KeepTitle
	}
	p.shelf.chosen = m.keep
	p.rows.Mark(p.shelf.place())
	p.planWith(m.keep)
}

// merge does what was previewed.
func (p *Panel) merge() {
	m, ed := p.merging, p.ed
	if m == nil || m.plan == nil || !p.may() {
		return
	}
	plan, note := *m.plan, strings.TrimSpace(m.note.Text)
	p.deps.Work("Merging", func(ctx context.Context, pr store.Progress) error {
		_, err := ed.Merge(ctx, plan.Entity, plan.Keep, plan.Gone, note, pr)
		return err
	}, func(err error) bool {
		if p.ed != ed {
			return true
		}
		if err != nil {
			if p.merging == m {
				m.plans(&plan, err)
			}
			return p.merging == m
		}
		p.say(fmt.Sprintf("Merged “%s” into “%s”. Undo (Ctrl+Z) takes it back.", look.Shorten(plan.GoneTitle, 40), look.Shorten(plan.KeepTitle, 40)))
		p.shelf.chosen = m.keep
		p.merging = nil
		p.page.set(nil)
		p.show()
		p.Refresh()
		p.focus(p.rows.Focusable())
		return true
	})
}

// endMerge gives a merge up, and goes back to the one that it began with.
func (p *Panel) endMerge() {
	m := p.merging
	if m == nil {
		return
	}
	p.merging = nil
	p.shelf.chosen = m.gone
	p.show()
	p.readSheet()
	p.focus(p.rows.Focusable())
	p.say("Nothing was merged.")
}
