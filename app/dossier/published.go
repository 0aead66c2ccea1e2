package dossier

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/situation"
)

// mostPublished is how many publications of an event are listed.
const mostPublished = 8

// published lists the pictures and files in which the event went out, newest first:
// who has them has it as it was then.
func (d *Dossier) published(p Page) {
	if len(p.Published) == 0 {
		return
	}
	d.section("Went out in", look.Count(len(p.Published), "publication"))
	for i, x := range p.Published {
		if i == mostPublished {
			d.block(look.Caption("and " + look.Count(len(p.Published)-i, "earlier one")))
			break
		}
		title := x.Title
		if title == "" {
			title = x.File
		}
		h := widget.NewHyperlink(title, nil)
		h.Wrapping = fyne.TextWrapWord
		h.OnTapped = func() {
			if d.OnPublication != nil {
				d.OnPublication(x.ID)
			}
		}
		label := ""
		if x.TLP != "" {
			label = "TLP:" + x.TLP
		}
		d.block(h, look.Caption(look.Join(" · ", situation.FormatInstant(x.Time, p.Zone), x.By, x.File, label)))
	}
}
