package dossier

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// head says what and when, and how far it is believed.
func (d *Dossier) head(p Page) {
	e := p.Event.Value
	symbol := look.NewSymbol(5 * look.Grid)
	fill := look.Hollow
	switch situation.Assessment(e) {
	case store.Corroborated, store.Confirmed:
		fill = look.Solid
	case store.Disputed, store.Retracted:
		fill = look.Struck
	}
	symbol.Set(p.Kind.Icon, p.Kind.Colour, fill)
	kind := look.Caption(p.Kind.Name)
	kind.Selectable = false
	d.page.Add(container.New(beside{}, symbol, kind))
	d.page.Add(look.Heading(e.Title))

	d.page.Add(look.Body(situation.Sentence(situation.FormatWhen(e.When, p.Zone))))
	words := ""
	if e.When.Text != "" && e.When.Text != situation.FormatWhen(e.When, p.Zone) {
		words = "as written: " + quoted(e.When.Text)
	}
	counts := ""
	if e.When.CountsOn != "" {
		counts = "counts on " + e.When.CountsOn
	}
	if detail := look.Join(" · ", zone(e.When), situation.FormatUTC(e.When), words, counts); detail != "" {
		d.page.Add(look.Caption(situation.Sentence(detail)))
	}

	badges := []fyne.CanvasObject{look.NewChip(string(situation.Assessment(e)), assessmentTone(e.Assessment))}
	review := e.Review
	if review == "" {
		review = store.Draft
	}
	tone, said := look.Neutral, look.Join(" by ", string(review), e.ReviewedBy)
	if review == store.Reviewed {
		tone = look.Good
		if _, later := store.ReviewIn(p.History); later > 0 {
			tone, said = look.Caution, said+", changed since"
		}
	}
	badges = append(badges, look.NewChip(said, tone))
	if phase, ok := situation.CurrentPhase(e, p.Now); ok {
		badges = append(badges, look.NewChip(p.Names.term("phase", phase.Phase), look.Accented))
	}
	badges = append(badges, protection(e.Protection)...)
	if p.Event.Deleted {
		badges = append(badges, look.NewChip("deleted", look.Bad))
	}
	d.page.Add(container.New(look.Inset{Top: look.Grid, Bottom: look.Grid}, chips(badges...)))
	if e.Summary != "" {
		d.page.Add(look.Body(e.Summary))
	}
}

// zone says in which zone the time was told.
func zone(w store.When) string {
	if w.Zone == "" || w.Zone == "UTC" {
		return ""
	}
	return "told in " + w.Zone
}

// beside sets a symbol and a line of text next to each other.
type beside struct{}

// Layout implements fyne.Layout.
func (beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s := objects[0].MinSize()
	objects[0].Resize(s)
	objects[0].Move(fyne.NewPos(0, (size.Height-s.Height)/2))
	left := s.Width + 2*look.Grid
	objects[1].Resize(fyne.NewSize(max(0, size.Width-left), size.Height))
	t := objects[1].MinSize()
	objects[1].Resize(fyne.NewSize(max(0, size.Width-left), t.Height))
	objects[1].Move(fyne.NewPos(left, (size.Height-t.Height)/2))
}

// MinSize implements fyne.Layout.
func (beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s, t := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(s.Width+2*look.Grid+t.Width, max(s.Height, t.Height))
}
