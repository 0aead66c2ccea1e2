package entry

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"sitmap/app/entry/draft"
)

func (f *Form) phasesSection() *section {
	s := &section{f: f, name: secPhases, key: fyne.KeyH, paths: []string{"phase"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		return cards(f.d.Phases, (*draft.Phase).Blank, "The steps of the thing itself: announced, postponed, held … each dated and cited.",
			func(i int, p *draft.Phase) (fyne.CanvasObject, fyne.Focusable) {
				card, first := f.phaseCard(s, p)
				if i > 0 { // each has several rows: air tells where the next begins
					card = container.New(layout.NewCustomPaddedLayout(2*gapBetween, 0, 0, 0), card)
				}
				return card, first
			})
	}
	s.grow = func() {
		f.d.Phases = grown(f.d.Phases, (*draft.Phase).Blank, func() *draft.Phase { return &draft.Phase{ID: f.deps.NewID()} })
	}
	s.count = func() int { return countFilled(f.d.Phases, (*draft.Phase).Blank) }
	return s
}

func (f *Form) phaseCard(s *section, p *draft.Phase) (fyne.CanvasObject, fyne.Focusable) {
	path := func(name string) string { return draft.Path("phase", p.ID, name) }
	var first fyne.Focusable
	main := func() []fyne.CanvasObject {
		phase := f.term(path("phase"), vocPhase, "announced, held …", &p.Phase)
		first = phase
		f.mainFields[p.ID] = phase
		what := f.row("phase", path("phase"), phase)
		at, _ := f.whenRows("at", path("at"), &p.At, whenExample)
		return append(objects(what), at, f.citesRow(path("citations"), &p.Cites, p.Base.ID == "", true).Object)
	}
	more := func() []fyne.CanvasObject {
		return objects(
			f.row("note", path("note"), f.text(path("note"), &p.Note, "", 2)),
		)
	}
	return f.card(p.ID, main, more, func() { f.removePart(s, f.said(p.ID), p.ID) }), first
}
