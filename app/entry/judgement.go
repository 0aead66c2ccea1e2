package entry

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

func (f *Form) judgementSection() *section {
	s := &section{f: f, name: secJudgement, key: fyne.KeyJ, paths: []string{"review", "assessment", "assessment note"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		d := f.d
		assessment := f.choice("assessment", &d.Assessment, "reported", plain(
			string(store.Reported), string(store.Corroborated), string(store.Confirmed), string(store.Disputed), string(store.Retracted)))
		return objects(
			f.row("assessment", "assessment", assessment),
			f.row("rule says", "assessment rule", f.ruleLine()),
			f.row("why", "assessment note", f.text("assessment note", &d.AssessmentNote, "why: chiefly why it was retracted", 2)),
			f.row("review", "review", reviewLine(d)),
		), assessment
	}
	return s
}

// reviewLine is how it stands with the review, which is no field: who writes is not who
// reviews.
func reviewLine(d *draft.Draft) fyne.CanvasObject {
	said := "Draft. A second person reviews it once it is saved (Ctrl+R in the list)."
	if d.Review == string(store.Reviewed) {
		said = "Reviewed by " + d.ReviewedBy + ". A change makes it a draft again."
		if d.ReviewedBy == "" {
			said = "Reviewed. A change makes it a draft again."
		}
	}
	l := widget.NewLabel(said)
	l.Wrapping = fyne.TextWrapWord
	l.SizeName = theme.SizeNameCaptionText
	l.Importance = widget.LowImportance
	return l
}

// redrafted is an event that was reviewed and has been changed since as a draft: what was
// reviewed is another state than is saved now.
func (f *Form) redrafted(e store.Event) store.Event {
	if f.d.Revision == 0 || e.Review != store.Reviewed || !f.Dirty() {
		return e
	}
	return store.Redraft(e)
}

// ruleLine is what the rule suggests as assessment, and why; it follows what is typed.
// The assessment itself is the analyst's to choose.
func (f *Form) ruleLine() fyne.CanvasObject {
	f.rule = widget.NewLabel(f.ruleWords())
	f.rule.Wrapping = fyne.TextWrapWord
	f.rule.SizeName = theme.SizeNameCaptionText
	f.rule.Importance = widget.LowImportance
	return f.rule
}

// showRule brings the line in step with the form.
func (f *Form) showRule() {
	if f.rule == nil {
		return
	}
	if why := f.ruleWords(); f.rule.Text != why {
		f.rule.SetText(why)
		f.relayout()
	}
}

func (f *Form) ruleWords() string {
	return store.Suggest(f.asRead()).Why
}

// guardSection is the event's own protection.
func (f *Form) guardSection() *section {
	s := &section{f: f, name: secGuard, key: fyne.KeyX, paths: []string{"tlp", "embargo", "do not publish"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		rows, first := f.guardFields(func(name string) string { return name }, &f.d.Protection)
		return rows, first
	}
	s.count = func() int {
		p := f.d.Protection
		n := 0
		for _, set := range []bool{p.TLP != "", p.Embargo != "", p.DoNotPublish} {
			if set {
				n++
			}
		}
		return n
	}
	return s
}
