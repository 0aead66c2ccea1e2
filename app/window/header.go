package window

import (
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
)

// filterDelay is how long typing must pause before the filter is applied.
const filterDelay = 150 * time.Millisecond

// header is the bar at the top: which store, what is looked for, what can be done.
type header struct {
	d       *desk
	content *fyne.Container
	name    *widget.Label
	state   *look.Chip
	drafts  *look.Button // shown while drafts wait
	window  *look.Button // shown while a time window narrows the events
	box     *look.Button // shown while a box does
	find    *findEntry
	clear   *look.Button
	undo    *look.Button
	redo    *look.Button
	create  *look.Button
	export  *look.Button
	list    *look.Button
	right   *look.Button
	stop    func() // the pending filter
}

func newHeader(d *desk) *header {
	h := &header{d: d, name: widget.NewLabel("Sitmap"), state: look.NewChip("", look.Caution), stop: func() {}}
	h.name.TextStyle.Bold = true
	h.name.Truncation = fyne.TextTruncateEllipsis
	h.state.Hide()
	h.find = newFindEntry(h.typed, d.focusList)
	h.clear = look.NewButton("", look.UIIcon("clear"), "Clear the filter (Escape in its field)", d.status, func() { h.find.empty() }).Quiet()
	h.clear.Hide()
	h.find.Icon = look.UIIcon("search")
	h.find.ActionItem = h.clear

	icon := func(name, hint string, do func()) *look.Button {
		return look.NewButton("", look.UIIcon(name), hint, d.status, do).Quiet()
	}
	h.undo = icon("undo", "", d.undo)
	h.redo = icon("redo", "", d.redo)
	h.create = look.NewButton("New event", look.UIIcon("add"), "Record an event (Ctrl+N)", d.status, d.create)
	h.create.Importance = widget.HighImportance
	h.export = look.NewButton("Export picture", look.UIIcon("snapshot"), "Save this view as a picture for a brief (Ctrl+P)", d.status, d.exportPicture)
	h.list = icon("panel-left", "", d.foldList)
	h.right = icon("panel-right", "", d.foldRight)

	h.drafts = look.NewButton("", nil, "Open the form, which offers what was written in it and not saved", d.status, d.openDraft)
	h.drafts.Hide()
	h.window = look.NewButton("", look.UIIcon("clear"), "Only events of this time are shown: show those of all times", d.status, func() {
		d.open.sit.SetWindow(time.Time{}, time.Time{})
	})
	h.window.Hide()
	h.box = look.NewButton("in a box", look.UIIcon("clear"), "Only events in a box of the map are shown: show those of all places", d.status, d.clearBox)
	h.box.Hide()
	left := container.NewHBox(h.list, container.New(look.Width(30*look.Grid), h.name), h.drafts, h.window, h.box, container.NewCenter(h.state))
	right := container.NewHBox(h.undo, h.redo, h.export, h.create, h.right)
	h.content = container.New(look.Inset{Left: look.Grid, Top: look.Grid, Right: look.Grid, Bottom: look.Grid},
		container.New(threeParts{}, left, h.find, right))
	return h
}

// typed applies the filter once typing pauses.
func (h *header) typed(text string) {
	if text == "" {
		h.clear.Hide()
	} else {
		h.clear.Show()
	}
	h.stop()
	h.stop = h.d.run.After(filterDelay, func() { h.d.filter(strings.TrimSpace(text)) })
}

// update shows the store and what can be done with it.
func (h *header) update() {
	d := h.d
	able := func(b *look.Button, on bool) {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	o := d.open
	readOnly := false
	h.state.Hide()
	if o == nil {
		h.name.SetText("Sitmap")
		h.find.Disable()
	} else {
		h.name.SetText(storeName(o.path))
		h.find.Enable()
		if is, _ := o.sit.Store().ReadOnly(); is {
			readOnly = true
			h.state.Set("read-only", look.Caution)
			h.state.Show()
		}
	}
	if o != nil && o.drafts > 0 && !readOnly && !d.writing {
		h.drafts.SetText(look.Count(o.drafts, "unsaved draft"))
		h.drafts.Show()
	} else {
		h.drafts.Hide()
	}
	h.window.Hide()
	if o != nil {
		from, to := o.sit.Window()
		if text := windowText(from, to, d.zone()); text != "" {
			h.window.SetText(text)
			h.window.Show()
		}
	}
	if o != nil && o.sit.Box() != nil {
		h.box.Show()
	} else {
		h.box.Hide()
	}
	able(h.undo, o != nil && o.undo)
	able(h.redo, o != nil && o.redo)
	able(h.create, o != nil && !readOnly && !d.writing)
	able(h.export, o != nil)
	fold := func(b *look.Button, folded bool, show, hide string) {
		if folded {
			b.SetHint(show)
		} else {
			b.SetHint(hide)
		}
	}
	fold(h.list, d.columns != nil && d.columns.leftFolded, "Show the list of events (Ctrl+L)", "Fold the list of events away (Ctrl+L)")
	fold(h.right, d.columns != nil && d.columns.rightFolded, "Show the dossier (Ctrl+D)", "Fold the dossier away (Ctrl+D)")
}

// storeName is what people call a store: its file without folder and extension.
func storeName(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// threeParts sets something at the left, at the right, and in the middle of the
// window, where it may be up to 480 wide.
type threeParts struct{}

// Layout implements fyne.Layout.
func (threeParts) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const most, gap = 480, 2 * look.Grid
	l, r := o[0].MinSize().Width, o[2].MinSize().Width
	room := max(0, size.Width-l-r-2*gap)
	w := min(room, most)
	x := min(max((size.Width-w)/2, l+gap), size.Width-r-gap-w)
	o[0].Resize(fyne.NewSize(max(l, x-gap), size.Height))
	o[0].Move(fyne.Position{})
	o[1].Resize(fyne.NewSize(w, size.Height))
	o[1].Move(fyne.NewPos(x, 0))
	o[2].Resize(fyne.NewSize(r, size.Height))
	o[2].Move(fyne.NewPos(size.Width-r, 0))
}

// MinSize implements fyne.Layout.
func (threeParts) MinSize(o []fyne.CanvasObject) fyne.Size {
	const least = 120
	h := max(o[0].MinSize().Height, o[1].MinSize().Height, o[2].MinSize().Height)
	return fyne.NewSize(o[0].MinSize().Width+o[2].MinSize().Width+least+4*look.Grid, h)
}
