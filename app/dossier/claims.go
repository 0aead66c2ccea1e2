package dossier

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// claims shows every claim: its value, who says so, whether it still stands, and
// the source with its words.
func (d *Dossier) claims(p Page) {
	e := p.Event.Value
	if len(e.Claims) == 0 {
		return
	}
	d.section("Claims", fmt.Sprint(len(e.Claims)))
	outdated := store.Outdated(e)
	for _, c := range e.Claims {
		rows := []fyne.CanvasObject{look.Strong(claimValue(p, c))}
		rows = append(rows, look.Body(originator(c)))
		if chip := state(p, c, outdated[c.ID]); chip != nil {
			rows = append(rows, chip...)
		}
		if about := d.counted(p, c); about != "" {
			rows = append(rows, look.Caption(about))
		}
		if c.Note != "" {
			rows = append(rows, look.Caption(situation.Sentence(c.Note)))
		}
		rows = append(rows, d.cited(p, c.Citations)...)
		d.block(rows...)
	}
}

// claimValue is what is claimed: "≥ 1 civilian killed", "Outcome: no progress".
func claimValue(p Page, c store.Claim) string { return situation.Sentence(p.words().claimName(c)) }

func originator(c store.Claim) string {
	if c.AccordingTo == nil {
		return "Unattributed"
	}
	return "According to " + actorName(*c.AccordingTo)
}

// actorName is a name with whom the actor speaks for.
func actorName(a store.Actor) string {
	if a.ActsFor != nil && a.ActsFor.Name != "" {
		return a.Name + " for " + a.ActsFor.Name
	}
	return a.Name
}

// counted says what a claim counts, where wider than the event, and as of when.
func (d *Dossier) counted(p Page, c store.Claim) string {
	var parts []string
	if !c.Scope.IsZero() {
		parts = append(parts, "Counts "+scope(p, c.Scope))
	}
	if !c.AsOf.IsZero() {
		parts = append(parts, "as of "+situation.FormatWhen(c.AsOf, p.Zone))
	}
	return situation.Sentence(strings.Join(parts, "; "))
}

func scope(p Page, s store.Scope) string {
	place := s.Text
	if place == "" {
		place = p.Names.region(s.Country, s.Admin1)
	}
	if s.When.IsZero() {
		return place
	}
	return look.Join(", ", place, situation.FormatWhen(s.When, p.Zone))
}

// state says that a claim no longer stands, and why. newer is the claim of the same
// originator that superseded it by the rule of the figures, though nobody marked it.
func state(p Page, c store.Claim, newer string) []fyne.CanvasObject {
	why, shown := c.Why, c.State
	value := func(id string) string {
		for _, other := range p.Event.Value.Claims {
			if other.ID == id {
				return claimValue(p, other)
			}
		}
		return ""
	}
	switch {
	case c.State == store.Withdrawn, c.State == store.Rejected:
	case c.State == store.Superseded, c.SupersededBy != "":
		shown = store.Superseded
		if v := value(c.SupersededBy); v != "" {
			why = look.Join("; ", "by: "+v, why)
		}
	case newer != "":
		shown = store.Superseded
		why = look.Join("; ", "by what the same originator said later: "+value(newer), why)
	default:
		return nil
	}
	rows := []fyne.CanvasObject{chips(look.NewChip(string(shown), look.Caution))}
	if why != "" {
		rows = append(rows, look.Caption(situation.Sentence(why)))
	}
	return rows
}

// cited shows the words of the sources and refers to them by their number.
func (d *Dossier) cited(p Page, ids []string) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, id := range ids {
		for _, c := range p.Event.Value.Citations {
			if c.ID != id {
				continue
			}
			if c.Quote != "" {
				rows = append(rows, look.Italic(look.Join(" ", quoted(c.Quote), c.Translation)))
			}
			source := fmt.Sprintf("[%d] %s", d.sourceNumber(p, c.Item.ID), c.Item.Title)
			rows = append(rows, look.Caption(look.Join(" · ", look.Join(", ", source, c.Page), rating(c))))
		}
	}
	if len(rows) == 0 {
		return []fyne.CanvasObject{look.Caption("No source is given.")}
	}
	return rows
}
