package window

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"sitmap/app/look"
	"sitmap/mapdata/scene"
	"sitmap/store"
)

// namedView is the body of a view that is kept in the store.
type namedView struct {
	BBox  [4]float64  `json:"bbox"` // west, south, east, north; west beyond east crosses the date line
	Rings []namedRing `json:"rings,omitempty"`
}

// namedRing is one set of range rings of a view.
type namedRing struct {
	At      [2]float64 `json:"at"` // longitude, latitude
	Name    string     `json:"name,omitempty"`
	Radii   []float64  `json:"radii_m"`
	Written []string   `json:"radii"` // as they are labelled
}

// manyRings is how many sets of rings a view may have: a body may come from anywhere.
const manyRings = 200

// presentView is what the map shows now.
func (d *desk) presentView() namedView {
	b := d.mapView.View().Bound()
	v := namedView{BBox: [4]float64{b.Min[0], b.Min[1], b.Max[0], b.Max[1]}}
	for _, r := range d.rings {
		n := namedRing{At: r.At, Name: r.Name}
		for _, x := range r.Radii {
			n.Radii, n.Written = append(n.Radii, x.Metres), append(n.Written, x.Label)
		}
		v.Rings = append(v.Rings, n)
	}
	return v
}

// readView reads the body of a view.
func readView(body json.RawMessage) (b orb.Bound, rings []scene.Rings, err error) {
	var v namedView
	if err := json.Unmarshal(body, &v); err != nil {
		return b, nil, fmt.Errorf("the view cannot be read: %w", err)
	}
	b = orb.Bound{Min: orb.Point{v.BBox[0], v.BBox[1]}, Max: orb.Point{v.BBox[2], v.BBox[3]}}
	if !placed(b.Min) || !placed(b.Max) || !(b.Min[1] < b.Max[1]) || b.Min[0] == b.Max[0] {
		return b, nil, fmt.Errorf("the view says nothing that can be shown: its box is %v", v.BBox)
	}
	if len(v.Rings) > manyRings {
		return b, nil, fmt.Errorf("the view has %d range rings; %d can be shown", len(v.Rings), manyRings)
	}
	for _, r := range v.Rings {
		out := scene.Rings{At: r.At, Name: look.Shorten(r.Name, 80)}
		for i, m := range r.Radii {
			if !placed(r.At) || len(r.Written) != len(r.Radii) || !(m > 0 && m < 20_004_000) {
				return b, nil, fmt.Errorf("the view has range rings that cannot be drawn: %v m around %v", m, r.At)
			}
			out.Radii = append(out.Radii, scene.Radius{Metres: m, Label: look.Shorten(r.Written[i], 24)})
		}
		rings = append(rings, out)
	}
	return b, rings, nil
}

func placed(p orb.Point) bool { return math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 90 }

// readViews reads which views the store holds.
func (d *desk) readViews() {
	o := d.open
	var views []store.Stored[store.Definition]
	d.work(job{
		title: "Reading the named views",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			views, err = o.sit.Store().Definitions(ctx, store.EntityView)
			return err
		},
		done: func(err error) bool {
			if d.open != o || err != nil {
				return err == nil
			}
			o.views = views
			d.menus.update()
			return true
		},
	})
}

// showView shows a named view.
func (d *desk) showView(v store.Definition) {
	b, rings, err := readView(v.Body)
	if err != nil {
		d.fail(fmt.Errorf("“%s”: %w", v.Name, err))
		return
	}
	d.mapView.ShowBound(b)
	d.setRings(rings)
	d.status.Say("View “%s”.", v.Name)
}

// namedViews lists the views in the menu.
func (m *menus) namedViews() {
	d := m.d
	items := []*fyne.MenuItem{m.saveView, m.manageViews}
	readOnly := true
	var views []store.Stored[store.Definition]
	if d.open != nil {
		readOnly, _ = d.open.sit.Store().ReadOnly()
		views = d.open.views
	}
	m.saveView.Disabled = readOnly
	m.manageViews.Disabled = readOnly || len(views) == 0
	if len(views) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	for _, v := range views {
		items = append(items, fyne.NewMenuItem(look.Shorten(v.Value.Name, 48), d.resting(func() { d.showView(v.Value) })))
	}
	m.named.ChildMenu.Items = items
}

// saveView asks for a name and keeps the present view under it.
func (d *desk) saveView() {
	if d.open == nil || !d.canWrite() {
		return
	}
	o := d.open
	name := d.newField("")
	name.PlaceHolder = "Such as Donbas, or Black Sea"
	note := widget.NewLabel("What the map shows now, with its range rings, is kept in the store under this name.")
	note.Wrapping = fyne.TextWrapWord
	ask := dialog.NewCustomConfirm("Save this view", "Save", "Cancel",
		container.New(look.Width(96*look.Grid), container.NewVBox(note, look.Framed(name))), func(yes bool) {
			if text := strings.TrimSpace(name.Text); yes && text != "" {
				d.keepView(o, text)
			}
		}, d.win)
	name.OnChanged = func(text string) {
		text = strings.TrimSpace(text)
		_, taken := o.viewNamed(text)
		if taken {
			ask.SetConfirmText("Replace it")
			return
		}
		ask.SetConfirmText("Save")
	}
	name.OnSubmitted = func(string) { ask.Confirm() }
	d.show(ask)
	d.win.Canvas().Focus(name)
}

func (o *opened) viewNamed(name string) (store.Stored[store.Definition], bool) {
	for _, v := range o.views {
		if strings.EqualFold(v.Value.Name, name) {
			return v, true
		}
	}
	return store.Stored[store.Definition]{}, false
}

// keepView writes the present view under a name; one of that name is replaced.
func (d *desk) keepView(o *opened, name string) {
	body, err := json.Marshal(d.presentView())
	if err != nil {
		d.fail(fmt.Errorf("the view cannot be kept: %w", err))
		return
	}
	def := store.Definition{Entity: store.EntityView, Name: name, Body: body}
	var base int64
	for _, v := range o.views {
		def.Position = max(def.Position, v.Value.Position+1)
	}
	if old, taken := o.viewNamed(name); taken {
		def.ID, def.Position, base = old.Value.ID, old.Value.Position, old.Revision
	}
	d.writeViews(o, store.Action{Put: []store.Put{{Definition: &def, Base: base}}}, fmt.Sprintf("Saved the view “%s”. It stands under View, Named views.", name))
}

// writeViews changes the named views and says so.
func (d *desk) writeViews(o *opened, a store.Action, said string) {
	d.work(job{
		title: "Writing the views", keep: true,
		do: func(ctx context.Context, _ store.Progress) error {
			_, err := o.sit.Save(ctx, a)
			return err
		},
		done: func(err error) bool {
			if err == nil {
				d.status.Say("%s", said)
				if d.open == o {
					d.readViews()
				}
			}
			return err == nil
		},
	})
}

// manageViews lists the named views with what can be done with them.
func (d *desk) manageViews() {
	if d.open == nil || !d.canWrite() {
		return
	}
	o := d.open
	rows := container.New(look.Rows{Gap: look.Grid})
	var dlg *dialog.CustomDialog
	away := func(do func()) func() {
		return func() {
			dlg.Hide()
			do()
		}
	}
	for _, v := range o.views {
		icon := func(name, hint string, do func()) fyne.CanvasObject {
			return look.NewButton("", look.UIIcon(name), hint, d.status, away(do)).Quiet()
		}
		name := widget.NewLabel(v.Value.Name)
		name.Truncation = fyne.TextTruncateEllipsis
		rows.Add(container.NewBorder(nil, nil, nil, container.NewHBox(
			icon("show", "Show this view", func() { d.showView(v.Value) }),
			icon("edit", "Give it another name", func() { d.renameView(o, v) }),
			icon("refresh", "Have it show what the map shows now", func() { d.keepView(o, v.Value.Name) }),
			icon("delete", "Remove it; undo (Ctrl+Z) brings it back", func() {
				d.writeViews(o, store.Action{Reason: store.ReasonDeleted, Delete: []store.Delete{{Entity: store.EntityView, ID: v.Value.ID, Base: v.Revision}}},
					fmt.Sprintf("Removed the view “%s”. Undo (Ctrl+Z) brings it back.", v.Value.Name))
			})), name))
	}
	dlg = dialog.NewCustom("Named views", "Close", container.NewVScroll(rows), d.win)
	dlg.Resize(d.within(420, min(480, 160+44*float32(len(o.views)))))
	d.show(dlg)
}

// renameView asks for another name of a view.
func (d *desk) renameView(o *opened, v store.Stored[store.Definition]) {
	name := d.newField(v.Value.Name)
	ask := dialog.NewCustomConfirm("Rename the view", "Rename", "Cancel",
		container.New(look.Width(96*look.Grid), look.Framed(name)), func(yes bool) {
			text := strings.TrimSpace(name.Text)
			if !yes || text == "" || text == v.Value.Name {
				return
			}
			if other, taken := o.viewNamed(text); taken && other.Value.ID != v.Value.ID {
				d.fail(fmt.Errorf("there is a view “%s” already; choose another name, or remove that one first", other.Value.Name))
				return
			}
			def := v.Value
			def.Name = text
			d.writeViews(o, store.Action{Put: []store.Put{{Definition: &def, Base: v.Revision}}}, fmt.Sprintf("The view is called “%s” now.", text))
		}, d.win)
	name.OnSubmitted = func(string) { ask.Confirm() }
	d.show(ask)
	d.win.Canvas().Focus(name)
}
