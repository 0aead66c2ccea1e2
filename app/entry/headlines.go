package entry

import (
	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

var rules = choices(
	"range", "over the originators", "newest", "the newest claim", "lowest", "the lowest claim", "highest", "the highest claim",
)

func blankHeadline(h *draft.Headline) bool { return h.Measure == "" }

// headlinesSection chooses the rule by which the figure of a measure is shown, or
// pins a claim.
func (f *Form) headlinesSection() *section {
	s := &section{f: f, name: secHeadlines, key: fyne.KeyL, paths: []string{"headline"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		return cards(f.d.Headlines, blankHeadline, "Figures are shown by the rule “range”. Choose another rule for a measure, or pin a claim.",
			func(i int, h *draft.Headline) (fyne.CanvasObject, fyne.Focusable) { return f.headlineCard(s, i, h) })
	}
	s.grow = func() {
		f.d.Headlines = grown(f.d.Headlines, blankHeadline, func() *draft.Headline { return &draft.Headline{} })
	}
	s.count = func() int { return countFilled(f.d.Headlines, blankHeadline) }
	return s
}

func (f *Form) headlineCard(s *section, i int, h *draft.Headline) (fyne.CanvasObject, fyne.Focusable) {
	path := func(name string) string { return draft.Path("headline", itoa(i), name) }
	var measure *field.Complete
	main := func() []fyne.CanvasObject {
		measure = f.term(path("measure"), vocMeasure, "measure", &h.Measure)
		row := f.row("figure", path("measure"), field.Beside([]float32{1, 1}, measure, f.line(path("of"), &h.Of, "of what")))
		f.alias(path("of"), row)
		return objects(row, f.row("rule", path("rule"), f.choice(path("rule"), &h.Rule, "range", rules)))
	}
	more := func() []fyne.CanvasObject {
		return objects(
			f.row("pinned", path("claim"), f.choice(path("claim"), &h.Claim, "a claim of this event", f.claimOptions)),
			f.row("why", path("reason"), f.line(path("reason"), &h.Reason, "why this one")),
		)
	}
	return f.card("headline"+itoa(i), main, more, func() {
		dropRow(s, "the rule for "+f.voc.name(vocMeasure, h.Measure), &f.d.Headlines, h)
	}), measure
}
