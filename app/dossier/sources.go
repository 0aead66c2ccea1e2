package dossier

import (
	"fmt"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// sources lists each cited item once, numbered, with its outlet, how reliable it
// is, and what of it was cited how credible.
func (d *Dossier) sources(p Page) {
	items := items(p.Event.Value)
	if len(items) == 0 {
		d.section("Sources", "")
		d.block(look.Caption("No source is recorded."))
		return
	}
	d.section("Sources", "")
	for i, item := range items {
		rows := []fyne.CanvasObject{look.Strong(item.Title)}
		rows = append(rows, look.Caption(look.Join(" · ", outlet(item), item.Author, item.Kind, item.Language, item.Published)))
		if item.Outlet != nil && item.Outlet.PartyToConflict != nil && *item.Outlet.PartyToConflict {
			rows = append(rows, chips(look.NewChip("party to the conflict", look.Caution)))
		}
		rows = append(rows, web(item.URL), web(item.ArchiveURL))
		if !item.Captured.IsZero() {
			rows = append(rows, look.Caption("Captured "+look.Join(", ", situation.FormatInstant(item.Captured.At, p.Zone), item.Captured.By, item.Captured.How)))
		}
		if item.File != nil {
			rows = append(rows, d.file(*item.File))
		}
		for _, c := range p.Event.Value.Citations {
			if c.Item.ID == item.ID {
				rows = append(rows, citation(p, c)...)
			}
		}
		d.fact(fmt.Sprintf("[%d]", i+1), rows...)
	}
}

func outlet(item store.Item) string {
	if item.Outlet == nil {
		return "outlet not recorded"
	}
	name := item.Outlet.Name
	if name == "not stated" {
		name = "outlet not stated"
	}
	return look.Join(" · ", name, item.Outlet.Kind, reliability(item.Outlet.Reliability))
}

// citation says what an item was cited for.
func citation(p Page, c store.Citation) []fyne.CanvasObject {
	text := "Cited for " + about(p, c.About) + " · " + credibility(c.Credibility)
	rows := []fyne.CanvasObject{look.Caption(look.Join(" · ", text, c.Page))}
	if c.Quote != "" {
		rows = append(rows, look.Italic(look.Join(" ", quoted(c.Quote), c.Translation)))
	}
	return rows
}

// about names what of the event a citation stands for.
func about(p Page, part string) string {
	e := p.Event.Value
	switch part {
	case "", "event":
		return "the event"
	}
	for _, c := range e.Claims {
		if c.ID == part {
			return "the claim “" + claimValue(p, c) + "”"
		}
	}
	for _, x := range e.Places {
		if x.ID == part {
			return "the place " + x.Name
		}
	}
	for _, x := range e.Parties {
		if x.ID == part {
			return "the part of " + x.Actor.Name
		}
	}
	for _, x := range e.Phases {
		if x.ID == part {
			return "the phase “" + p.Names.term("phase", x.Phase) + "”"
		}
	}
	return situation.Words(field(part))
}

// field is a field's name without where it stands in the JSON.
func field(path string) string {
	const own = "fields."
	if len(path) > len(own) && path[:len(own)] == own {
		return path[len(own):]
	}
	return path
}

// items are the cited items in the order in which they are first cited.
func items(e store.Event) []store.Item {
	var all []store.Item
	seen := map[string]bool{}
	for _, c := range e.Citations {
		if !seen[c.Item.ID] {
			seen[c.Item.ID] = true
			all = append(all, c.Item)
		}
	}
	return all
}

func (d *Dossier) sourceNumber(p Page, id string) int {
	for i, item := range items(p.Event.Value) {
		if item.ID == id {
			return i + 1
		}
	}
	return 0
}

// web is a link that opens in the browser; nothing for no address, plain text for
// one that cannot be opened.
func web(address string) fyne.CanvasObject {
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return look.Caption(address)
	}
	h := widget.NewHyperlink(address, u)
	h.Wrapping = fyne.TextWrapBreak
	return h
}
