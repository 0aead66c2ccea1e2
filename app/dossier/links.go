package dossier

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/situation"
)

// related shows the relations as links, from this event and to it.
func (d *Dossier) related(p Page) {
	if len(p.Related) == 0 && p.Linked {
		return
	}
	d.section("Related events", "")
	if !p.Linked {
		d.block(look.Caption("Looking for events that point to this one …"))
	}
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

// series shows the place in an ordered chain: counted here, and as claimed.
func (d *Dossier) series(p Page) {
	s := p.Event.Value.Series
	if s == nil {
		return
	}
	d.section("Series", "")
	at := 0
	for i, m := range p.Series {
		if m.ID == p.Event.Value.ID {
			at = i + 1
		}
	}
	d.fact("series", look.Strong(s.Name))
	if at > 0 && p.Linked {
		d.fact("counted here", look.Body(fmt.Sprintf("%s of %d recorded", ordinal(at), len(p.Series))))
	}
	if s.ClaimedPosition > 0 {
		d.fact("claimed", look.Body(join(", ", ordinal(s.ClaimedPosition), s.Basis)))
	}
	for i, m := range p.Series {
		if m.ID != p.Event.Value.ID {
			d.fact(ordinal(i+1), d.link(m.Title, m.ID), look.Caption(situation.Sentence(m.When)))
		}
	}
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
