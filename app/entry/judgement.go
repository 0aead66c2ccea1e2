package entry

import (
	"fyne.io/fyne/v2"

	"sitmap/store"
)

func (f *Form) judgementSection() *section {
	s := &section{f: f, name: secJudgement, key: fyne.KeyJ, paths: []string{"review", "reviewed by", "assessment", "assessment note"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		d := f.d
		assessment := f.choice("assessment", &d.Assessment, "reported", plain(
			string(store.Reported), string(store.Corroborated), string(store.Confirmed), string(store.Disputed), string(store.Retracted)))
		return objects(
			f.row("assessment", "assessment", assessment),
			f.row("why", "assessment note", f.text("assessment note", &d.AssessmentNote, "why: chiefly why it was retracted", 2)),
			f.row("review", "review", f.choice("review", &d.Review, "draft", plain(string(store.Draft), string(store.Reviewed)))),
			f.row("by", "reviewed by", f.line("reviewed by", &d.ReviewedBy, "who reviewed it")),
		), assessment
	}
	return s
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
