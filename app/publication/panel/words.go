package panel

import (
	"strings"

	"fyne.io/fyne/v2"

	"sitmap/app/dossier"
	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

func tlp(label string) string {
	if label == "" {
		return ""
	}
	return "TLP:" + label
}

func tlpTone(label string) look.Tone {
	switch {
	case label == "RED":
		return look.Bad
	case strings.HasPrefix(label, "AMBER"):
		return look.Caution
	case label == "GREEN":
		return look.Good
	}
	return look.Neutral
}

// became is what has become of an event, in a word, with its colour.
func became(b store.Became) (string, look.Tone) {
	switch b {
	case store.BecameAdded:
		return "would be in it now", look.Accented
	case store.BecameDeleted, store.BecameRetracted:
		return string(b), look.Bad
	case store.BecameReinstated:
		return string(b), look.Good
	}
	return string(b), look.Caution
}

// changed is a difference in a line: what, by whom, why.
func (p *Panel) changed(d store.Difference) string {
	var fields []string
	for _, f := range d.Fields {
		fields = append(fields, dossier.Member(f))
	}
	if d.Became == store.BecameDeleted {
		fields = nil
	}
	note := d.Note
	if d.Became == store.BecameRetracted && d.Now != nil && d.Now.Value.AssessmentNote != "" {
		note = d.Now.Value.AssessmentNote
	}
	reason := string(d.Reason)
	if d.Reason == store.ReasonUpdate {
		reason = ""
	}
	when := ""
	if !d.When.IsZero() {
		when = d.When.In(p.zone()).Format("2 Jan 15:04")
	}
	return situation.Sentence(look.Join(" · ", strings.Join(fields, ", "), reason, note, look.Join(", ", d.By, when)))
}

func visible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}
