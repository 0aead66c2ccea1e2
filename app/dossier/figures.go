package dossier

import (
	"fyne.io/fyne/v2"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// figures shows the headline of each measure, and who says so.
func (d *Dossier) figures(p Page) {
	all := store.Figures(p.Event.Value)
	if len(all) == 0 {
		return
	}
	d.section("Figures", "")
	for _, f := range all {
		rows := []fyne.CanvasObject{look.Strong(situation.Sentence(p.Names.figure(f).Value())), look.Caption(according(f))}
		if f.Scope.Text != "" || f.Scope.Country != "" {
			rows = append(rows, look.Caption("Counts "+scope(p, f.Scope)))
		}
		if f.Pinned {
			rows = append(rows, look.Caption(look.Join(": ", "Pinned", f.Reason)))
		} else if f.Rule != store.RuleRange {
			rows = append(rows, look.Caption(look.Join(": ", "Rule: "+f.Rule, f.Reason)))
		}
		d.block(rows...)
	}
}

// according attributes a figure to those who say so, and names the rule by which one of
// several numbers of an originator was taken.
func according(f store.Figure) string {
	named := false
	for _, c := range f.Claims {
		named = named || c.AccordingTo != nil
	}
	switch {
	case !named && len(f.Claims) == 1:
		return "Unattributed"
	case len(f.By) == 1 && f.By[0].Unordered():
		return situation.Sentence(f.Attribution()) + ". Which is the newest is not known: give them a date."
	case f.Qualifier == store.QualifierRange:
		return "They differ: " + f.Attribution()
	case !named:
		return "Unattributed"
	}
	return "According to " + f.Attribution()
}
