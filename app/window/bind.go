package window

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"sitmap/app/look"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

// bindList has the list do its part.
func (d *desk) bindList() {
	d.list.OnSelect = d.selectEvent
	d.list.OnOpen = func(id string) {
		d.selectEvent(id)
		d.reveal(id)
		d.showRight(d.rightContent())
		d.dossier.Focus(d.win.Canvas())
	}
	d.list.OnDelete = d.remove
	d.list.OnMenu = func(id string, at fyne.Position) { d.popup(at, d.eventItems(id)...) }
	d.list.OnType = func(r rune) {
		d.win.Canvas().Focus(d.header.find)
		d.header.find.TypedRune(r)
	}
	d.list.OnNew = d.create
	d.list.OnClearFilter = func() { d.header.find.empty() }
	d.list.OnNext = d.nextPanel
}

// bindDossier has the dossier do its part.
func (d *desk) bindDossier() {
	d.dossier.OnEdit = d.edit
	d.dossier.FileRow = d.fileRow
	d.dossier.OnDelete = d.remove
	d.dossier.OnCopy = d.copyID
	d.dossier.OnShow = d.reveal
	d.dossier.OnPublication = d.openPublication
	d.dossier.OnSuggested, d.dossier.OnAssess = d.setSuggested, d.assess
	d.dossier.OnReview, d.dossier.OnRetract, d.dossier.OnRestore = d.review, d.retract, d.restore
	d.dossier.OnGo = func(id string) {
		// A link may lead to an event that the filter hides.
		if o := d.open; o != nil && o.sit.Filter() != "" {
			if _, ok := o.sit.BoundOf(id); !ok {
				d.header.find.empty()
			}
		}
		d.selectEvent(id)
		d.reveal(id)
	}
}

// bindMap has the map do its part.
func (d *desk) bindMap() {
	d.mapView.OnSelect = func(id scene.ID) { d.selectEvent(id.Event) }
	d.mapView.OnOpen = func(scene.ID) {
		d.showRight(d.rightContent())
		d.dossier.Focus(d.win.Canvas())
	}
	d.mapView.OnHover = func(names []string) { d.status.Hint(hoverLine(names)) }
	d.mapView.OnFit = func() orb.Bound {
		if d.open == nil {
			return orb.Bound{Min: orb.Point{0, 1}, Max: orb.Point{0, -1}}
		}
		return d.open.sit.Bound()
	}
	d.mapView.OnMenu = func(at orb.Point, pos fyne.Position, hits []render.Hit) {
		var items []*fyne.MenuItem
		for _, h := range hits {
			if len(hits) > 1 {
				items = append(items, fyne.NewMenuItem("Select “"+look.Shorten(h.Name, 40)+"”", func() { d.selectEvent(h.ID.Event) }))
			}
		}
		if len(items) > 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		if len(hits) > 0 {
			items = append(items, d.eventItems(hits[0].ID.Event)...)
			items = append(items, fyne.NewMenuItemSeparator())
		}
		create := fyne.NewMenuItem("New event here", func() { d.createAt(at) })
		create.Icon = look.UIIcon("new-event")
		create.Disabled = d.open == nil || d.writing
		d.popup(pos, append(append(items, create), d.placeItems(at, hits)...)...)
	}
}

// hoverLine is what the status line says of the marks under the pointer: the card
// beside it has them all, so the line names the first in one line of its own.
func hoverLine(names []string) string {
	if len(names) == 0 {
		return ""
	}
	first := strings.Join(strings.Fields(names[0]), " ")
	if len(names) > 1 {
		return fmt.Sprintf("%s, and %d more here", first, len(names)-1)
	}
	return first
}

// eventItems are what can be done with an event.
func (d *desk) eventItems(id string) []*fyne.MenuItem {
	item := func(name, icon string, do func(string)) *fyne.MenuItem {
		m := fyne.NewMenuItem(name, func() { do(id) })
		m.Icon = look.UIIcon(icon)
		return m
	}
	edit, remove := item("Edit", "edit", d.edit), item("Delete", "delete", d.remove)
	edit.Disabled = d.writing
	items := append([]*fyne.MenuItem{edit}, d.judgeItems(id)...)
	return append(items, remove, item("Show on the map", "pin", d.reveal), item("Copy id", "copy", d.copyID))
}

func (d *desk) popup(at fyne.Position, items ...*fyne.MenuItem) {
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), d.win.Canvas(), at)
}

// rightContent is what the right panel holds now.
func (d *desk) rightContent() fyne.CanvasObject {
	if d.writing {
		return d.form.Content()
	}
	return d.dossier.Content()
}

// reveal moves the map so that an event is in sight, and says so where nothing of
// it is drawn.
func (d *desk) reveal(id string) {
	if d.open == nil {
		return
	}
	b, ok := d.open.sit.BoundOf(id)
	if !ok {
		d.sayOffMap(id)
		return
	}
	if d.showBook(nil) {
		d.mapView.Reveal(b)
	}
}
