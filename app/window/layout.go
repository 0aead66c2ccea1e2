package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/look"
)

// build lays the window out: header, columns, banner, status line.
func (d *desk) build() {
	d.header = newHeader(d)
	d.right = container.NewStack(d.dossier.Content())
	d.newLayerSide()
	d.columns = newColumns(look.Panel(d.side.left), d.mapView, look.Panel(d.right))
	p := d.prefs
	d.columns.leftWidth = sane(p.ListWidth, 296, leastPanel, mostPanel)
	d.columns.rightWidth = sane(p.RightWidth, 424, leastPanel, mostPanel)
	d.columns.leftFolded, d.columns.rightFolded = p.ListFolded, p.RightFolded
	d.columns.onChanged = func() {
		p.RightWidth, p.RightFolded = d.columns.rightWidth, d.columns.rightFolded
		if (d.inbox == nil || !d.inbox.shown) && (d.shelf == nil || d.shelf.shown == nil) {
			p.ListWidth, p.ListFolded = d.columns.leftWidth, d.columns.leftFolded
		}
		p.save()
		d.header.update()
		if d.menus != nil {
			d.menus.update()
		}
	}
	d.nothing = newNothing(d)
	d.nothing.content.Hide()
	d.standing = newStanding(d)

	top := container.New(look.Rows{}, d.header.content, look.Hairline(), d.standing.strip)
	// The banner takes its room from the bottom: above, it would push the list away under
	// the pointer.
	bottom := container.New(look.Rows{}, d.banner, look.Hairline(), d.status.Content())
	// Fyne's border puts a gap around its middle; the map leans on the walls.
	d.win.SetPadded(false)
	d.frame = container.New(frame{}, top, bottom, container.NewStack(d.columns, d.nothing.content))
	d.banner.OnChange = d.reflow
	d.win.SetContent(look.Panel(d.frame))
	d.win.Resize(fyne.NewSize(sane(p.Width, 1280, 640, 7680), sane(p.Height, 800, 480, 4320)))
}

// reflow lays the window out anew when something at the top has come or gone. Fyne sees
// that by itself, but not where something deeper has changed its size as well.
func (d *desk) reflow() { d.frame.Layout.Layout(d.frame.Objects, d.frame.Size()) }

// frame sets something at the top, at the bottom, and between them, without gaps.
type frame struct{}

// Layout implements fyne.Layout.
func (frame) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top, bottom := o[0].MinSize().Height, o[1].MinSize().Height
	o[0].Resize(fyne.NewSize(size.Width, top))
	o[0].Move(fyne.Position{})
	o[1].Resize(fyne.NewSize(size.Width, bottom))
	o[1].Move(fyne.NewPos(0, size.Height-bottom))
	o[2].Resize(fyne.NewSize(size.Width, max(0, size.Height-top-bottom)))
	o[2].Move(fyne.NewPos(0, top))
}

// MinSize implements fyne.Layout.
func (frame) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b, c := o[0].MinSize(), o[1].MinSize(), o[2].MinSize()
	return fyne.NewSize(max(a.Width, b.Width, c.Width), a.Height+b.Height+c.Height)
}

// foldList folds the list away or back; from the inbox it leads back to the list.
func (d *desk) foldList() {
	if d.shelf.shown != nil {
		if d.showBook(nil) {
			d.columns.fold(true, false)
		}
		return
	}
	if d.inbox.shown {
		d.showInbox(false)
		d.columns.fold(true, false)
		return
	}
	d.columns.fold(true, !d.columns.leftFolded)
}

// foldRight folds dossier or form away or back.
func (d *desk) foldRight() { d.columns.fold(false, !d.columns.rightFolded) }

// showRight brings the right panel into view with one thing in it.
func (d *desk) showRight(o fyne.CanvasObject) {
	d.right.Objects = []fyne.CanvasObject{o}
	d.right.Refresh()
	if d.columns.rightFolded {
		d.columns.fold(false, false)
	}
}

// nextPanel moves the keyboard on: list, layers, map, panel, and around.
func (d *desk) nextPanel() {
	c := d.win.Canvas()
	focused := c.Focused()
	open := d.shelf.shown
	switch {
	case open != nil && open.holds(focused) && open.page():
	case focused == d.list.Focusable() && d.side.shown:
		d.side.panel.Focus(c)
	case focused == d.list.Focusable() || d.side.panel.Holds(focused) || d.inbox.panel.Holds(focused):
		c.Focus(d.mapView)
	case focused == fyne.Focusable(d.mapView) || open != nil && focused != nil && !d.inRight(focused):
		if d.columns.rightFolded {
			d.focusList()
		} else if d.writing {
			d.form.Focus()
		} else {
			d.dossier.Focus(c)
		}
	default:
		d.focusList()
	}
}

func (d *desk) focusList() {
	if b := d.shelf.shown; b != nil {
		b.focus(d.win.Canvas())
		return
	}
	if d.columns.leftFolded {
		d.win.Canvas().Focus(d.mapView)
		return
	}
	if d.inbox.shown {
		d.inbox.panel.Focus(d.win.Canvas())
		return
	}
	d.win.Canvas().Focus(d.list.Focusable())
}

// find puts the cursor into the filter and selects what is there.
func (d *desk) find() {
	d.win.Canvas().Focus(d.header.find)
	d.header.find.TypedShortcut(&fyne.ShortcutSelectAll{})
}
