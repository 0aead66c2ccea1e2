package dossier

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// related shows the relations as links, from this event and to it.
func (d *Dossier) related(p Page) {
	if len(p.Related) == 0 {
		return
	}
	d.section("Related events", "")
	for _, r := range p.Related {
		rows := []fyne.CanvasObject{}
		if r.Title == "" {
			rows = append(rows, look.Caption("An event that is not in this store: "+r.ID))
		} else {
			rows = append(rows, d.link(r.Title, r.ID), look.Caption(situation.Sentence(r.When)))
		}
		if r.Note != "" {
			rows = append(rows, look.Caption(situation.Sentence(r.Note)))
		}
		d.fact(relation(r.Type, r.Incoming), rows...)
	}
}

// series shows the place in an ordered chain: as counted here beside as claimed, and the
// neighbours.
func (d *Dossier) series(p Page) {
	s := p.Event.Value.Series
	if s == nil {
		return
	}
	d.section("Series", "")
	d.fact("series", look.Strong(s.Name))
	if p.Place == nil {
		d.block(look.Caption("Looking for the other events of the series …"))
		return
	}
	d.fact("counted here", look.Body(counted(*p.Place, p.Event.Value.When)))
	if s.ClaimedPosition > 0 {
		rows := []fyne.CanvasObject{look.Body(look.Join(", ", ordinal(s.ClaimedPosition), s.Basis))}
		if p.Place.Position > 0 {
			if p.Place.Agrees() {
				rows = append(rows, chips(look.NewChip("agrees with the count", look.Good)))
			} else {
				rows = append(rows, chips(look.NewChip("differs from the count", look.Caution)),
					look.Caption("Events may be missing here, or the claim counts others."))
			}
		}
		d.fact("claimed", rows...)
	}
	for _, n := range []struct {
		name string
		at   *store.Neighbour
		when string
	}{{"before it", p.Place.Before, p.Before}, {"after it", p.Place.After, p.After}} {
		if n.at == nil {
			d.fact(n.name, look.Caption("None is recorded."))
			continue
		}
		d.fact(n.name, d.link(n.at.Title, n.at.ID), look.Caption(situation.Sentence(n.when)))
	}
}

// counted is a place in a series in words: "3rd of 7 recorded, 2nd of 2025".
func counted(at store.SeriesPlace, when store.When) string {
	if at.Position == 0 {
		return fmt.Sprintf("Not counted among the %d recorded: its time is not known, or it is retracted", at.Of)
	}
	return fmt.Sprintf("%s of %d recorded, %s of %d", ordinal(at.Position), at.Of, ordinal(at.PositionInYear), when.Earliest.UTC().Year())
}

// link goes to another event.
func (d *Dossier) link(title, id string) fyne.CanvasObject {
	h := widget.NewHyperlink(title, nil)
	h.Wrapping = fyne.TextWrapWord
	h.OnTapped = func() {
		if d.OnGo != nil {
			d.OnGo(id)
		}
	}
	return h
}
