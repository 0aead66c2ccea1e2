package dossier

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// judgement shows how far the event is believed: what the analyst set, what the rule
// suggests and why, and who looked it over. Where it can be changed, buttons do so.
func (d *Dossier) judgement(p Page) {
	e := p.Event.Value
	d.section("Judgement", "")
	set := situation.Assessment(e)
	rows := []fyne.CanvasObject{chips(look.NewChip(string(set), assessmentTone(set)))}
	if e.Assessment == "" {
		rows = append(rows, look.Caption("Nobody has assessed it yet: it counts as reported."))
	}
	if e.AssessmentNote != "" {
		rows = append(rows, look.Caption(situation.Sentence(e.AssessmentNote)))
	}
	d.fact("assessment", rows...)

	s := store.Suggest(e)
	rows = []fyne.CanvasObject{look.Body(s.Why)}
	if e.Assessment != s.Assessment && set != store.Retracted {
		rows = append(rows, look.Caption("Suggested: "+string(s.Assessment)+". It is yours to set."))
	}
	d.fact("rule says", rows...)

	review, tone := "draft", look.Neutral
	by := "A second person has yet to look it over."
	if e.Review == store.Reviewed {
		review, tone, by = "reviewed", look.Good, ""
		if e.ReviewedBy != "" {
			by = "By " + e.ReviewedBy + "."
		}
		if at, later := store.ReviewIn(p.History); at != nil {
			by = look.Join(" ", by, situation.FormatInstant(at.Time, p.Zone)+".")
			if later > 0 {
				review, tone = "changed since its review", look.Caution
				by += fmt.Sprintf(" %s came after.", look.Count(later, "change"))
			}
		}
	}
	d.fact("review", chips(look.NewChip(review, tone)), look.Caption(by))
	if p.ReadOnly || p.Event.Deleted || d.looked != 0 {
		return
	}

	var buttons []fyne.CanvasObject
	button := func(name, icon, hint string, do func(string)) {
		if do != nil {
			buttons = append(buttons, look.NewButton(name, look.UIIcon(icon), hint, d.hints, func() { do(e.ID) }))
		}
	}
	if e.Assessment != s.Assessment && set != store.Retracted && d.OnSuggested != nil {
		button("Set “"+string(s.Assessment)+"”", "check", "Set the assessment that the rule suggests; undo takes it back", d.OnSuggested)
	}
	button("Assess …", "claim", "Choose the assessment, and say why (Ctrl+J)", d.OnAssess)
	if e.Review == store.Reviewed {
		button("Back to draft", "undo", "Take the review back (Ctrl+R)", d.OnReview)
	} else {
		button("Mark reviewed", "check", "You, as a second person, have looked it over (Ctrl+R)", d.OnReview)
	}
	if set != store.Retracted {
		button("Retract …", "warning", "Say that it is wrong, and why; the event stays (Ctrl+Shift+Backspace)", d.OnRetract)
	}
	d.page.Add(container.New(look.Inset{Top: look.Grid, Bottom: look.Grid}, look.Loose(chips(buttons...))))
}
