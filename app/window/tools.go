package window

import (
	"math"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/app/look"
	"sitmap/app/mapview"
	"sitmap/app/ruler"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

// bindTools has the map's tools do their part.
func (d *desk) bindTools() {
	if d.prefs.Radii != "" {
		d.mapView.SetRadii(d.prefs.Radii)
	}
	d.mapView.OnCopy = func(text, what string) {
		d.app.Clipboard().SetContent(text)
		d.status.Say("Copied %s.", what)
	}
	d.mapView.OnTool = func(mapview.Tool) { d.menus.update() }
	d.mapView.OnTurns = func() { d.menus.update() }
	d.mapView.OnReadout = d.nextNotation
	d.mapView.FormatPointer = d.pointerText
	d.mapView.OnBox = d.selectBox
	d.mapView.OnClearRings = d.clearRings
	d.mapView.SetLegend(!d.prefs.NoLegend, d.prefs.LegendFold)
	d.mapView.OnLegend = d.keepLegend
	d.mapView.OnRings = func(at orb.Point, radii []scene.Radius, again bool) {
		d.addRings(at, "", radii, again)
		d.keepRadii()
	}
}

// use takes a tool of the map up, or lays it down if it is in use.
func (d *desk) use(t mapview.Tool) {
	if d.mapView.Tool() == t {
		t = mapview.NoTool
	}
	d.mapView.Use(t)
}

// keepRadii remembers the radii that were asked for last.
func (d *desk) keepRadii() {
	if text := d.mapView.Radii(); text != d.prefs.Radii {
		d.prefs.Radii = text
		d.prefs.save()
	}
}

// keepLegend remembers how the legend of the map was left.
func (d *desk) keepLegend(show, folded bool) {
	d.prefs.NoLegend, d.prefs.LegendFold = !show, folded
	d.prefs.save()
	d.menus.update()
}

// addRings draws range rings around a place; again: in place of the newest ones.
func (d *desk) addRings(at orb.Point, name string, radii []scene.Radius, again bool) {
	rings := append([]scene.Rings(nil), d.rings...)
	if again && len(rings) > 0 {
		rings = rings[:len(rings)-1]
	}
	d.setRings(append(rings, scene.Rings{At: at, Radii: radii, Name: name}))
	d.status.Say("Range rings of %s around %s. They stay until they are removed (Tools menu).", ruler.RadiiText(radii), d.notation().write(at))
}

func (d *desk) setRings(rings []scene.Rings) {
	d.rings = rings
	d.mapView.SetRings(rings)
	d.menus.update()
}

func (d *desk) clearRings() {
	if len(d.rings) > 0 {
		d.setRings(nil)
		d.status.Say("The range rings are removed.")
	}
}

// ringsAt draws range rings of the radii last used around a place.
func (d *desk) ringsAt(at orb.Point, name string) {
	radii, err := ruler.ParseRadii(d.mapView.Radii())
	if err != nil {
		d.mapView.Use(mapview.RingsTool) // its bar says what is wrong
		return
	}
	d.addRings(at, name, radii, false)
}

// ringsAround draws range rings around the selected event.
func (d *desk) ringsAround() {
	if d.open == nil {
		return
	}
	id := d.open.sit.Selected()
	b, ok := d.open.sit.BoundOf(id)
	if !ok {
		d.status.Say("Select an event that is on the map first.")
		return
	}
	name := ""
	if e, ok := d.open.sit.Event(id); ok {
		name = look.Shorten(e.Value.Title, 40)
	}
	d.ringsAt(boundCenter(b), name)
}

// boundCenter is the middle of a bound that may cross the date line.
func boundCenter(b orb.Bound) orb.Point {
	if b.Min[0] > b.Max[0] {
		b.Max[0] += 360
	}
	c := b.Center()
	c[0] = geo.WrapLongitude(c[0])
	return c
}

// nearRings finds the rings that a place of the map lies on, or in whose middle.
func (d *desk) nearRings(at orb.Point) int {
	v := d.mapView.View()
	if v.Width == 0 {
		return -1
	}
	_, y := v.ToPixel(geo.Project(at))
	reach := 8 * v.MetresPerPixel(y)
	for i := len(d.rings) - 1; i >= 0; i-- {
		away, _ := geo.Inverse(at, d.rings[i].At)
		near := away <= reach
		for _, r := range d.rings[i].Radii {
			near = near || math.Abs(away-r.Metres) <= reach
		}
		if near {
			return i
		}
	}
	return -1
}

func (d *desk) removeRings(i int) {
	if i >= 0 && i < len(d.rings) {
		d.setRings(append(append([]scene.Rings(nil), d.rings[:i]...), d.rings[i+1:]...))
	}
}

// selectBox narrows the events to those in a box.
func (d *desk) selectBox(b orb.Bound) {
	if d.open == nil {
		return
	}
	d.open.sit.SetBox(&b)
	d.status.Say("The list and the map hold what lies in the box. The × beside “in a box” takes that back.")
}

// clearBox has the box no longer narrow the events.
func (d *desk) clearBox() {
	if d.open != nil {
		d.open.sit.SetBox(nil)
	}
}

// placeItems are what can be done with a place of the map.
func (d *desk) placeItems(at orb.Point, hits []render.Hit) []*fyne.MenuItem {
	at = d.toPixel(at)
	icon := func(i *fyne.MenuItem, name string) *fyne.MenuItem {
		i.Icon = look.UIIcon(name)
		return i
	}
	name, center, under := "", at, ""
	if len(hits) > 0 && hits[0].ID.Event != "" {
		under = hits[0].ID.Event
	}
	if len(hits) > 0 && hits[0].ID.Event != "" && d.open != nil {
		if b, ok := d.open.sit.BoundOf(hits[0].ID.Event); ok {
			name, center = look.Shorten(hits[0].Name, 40), boundCenter(b)
		}
	}
	rings := icon(fyne.NewMenuItem("Range rings here", func() { d.ringsAt(center, name) }), "world")
	copies := icon(fyne.NewMenuItem("Copy coordinates", nil), "copy")
	copies.ChildMenu = fyne.NewMenu("")
	for _, n := range notations {
		text := n.write(at)
		copies.ChildMenu.Items = append(copies.ChildMenu.Items, fyne.NewMenuItem(n.short+"  "+text, func() { d.copyOf(under, func() { d.copyText(text) }) }))
	}
	items := []*fyne.MenuItem{rings}
	if i := d.nearRings(at); i >= 0 {
		items = append(items, icon(fyne.NewMenuItem("Remove these range rings", func() { d.removeRings(i) }), "remove"))
	}
	measure := icon(fyne.NewMenuItem("Measure from here", func() { d.mapView.MeasureFrom(at) }), "measure")
	return append(items, measure, copies)
}

// copyText puts coordinates on the clipboard.
func (d *desk) copyText(text string) {
	d.app.Clipboard().SetContent(text)
	d.status.Say("Copied %s.", text)
}

// copyHere copies the coordinates under the pointer, or of the cross in the middle.
func (d *desk) copyHere() {
	if at, ok := d.mapView.Aimed(); ok {
		d.copyText(d.notation().write(d.toPixel(at)))
	}
}
