package window

import (
	"fyne.io/fyne/v2"

	"sitmap/app/mapview"
)

// placing are the entries of the menus that have to do with tools, views and
// coordinates.
type placing struct {
	tools       map[mapview.Tool]*fyne.MenuItem
	notations   map[string]*fyne.MenuItem
	removeRings *fyne.MenuItem
	clearBox    *fyne.MenuItem
	back        *fyne.MenuItem
	forward     *fyne.MenuItem
	named       *fyne.MenuItem // opens the named views
	saveView    *fyne.MenuItem
	manageViews *fyne.MenuItem
}

func newPlacing() placing {
	return placing{tools: map[mapview.Tool]*fyne.MenuItem{}, notations: map[string]*fyne.MenuItem{}}
}

// turning is the entry that goes back through the views of the map, or forward.
func (m *menus) turning(back bool) *fyne.MenuItem {
	if back {
		m.back = m.item("View before", "Alt+Left", func() { m.d.mapView.Back() })
		return m.back
	}
	m.forward = m.item("View after", "Alt+Right", func() { m.d.mapView.Forward() })
	return m.forward
}

// viewMenu is the entry that opens the named views.
func (m *menus) viewMenu() *fyne.MenuItem {
	m.saveView = m.item("Save this view …", "", m.d.saveView)
	m.manageViews = m.item("Rename or remove …", "", m.d.manageViews)
	m.named = m.sub("Named views", m.saveView, m.manageViews)
	return m.named
}

// notationMenu is the entry that opens the notations of coordinates.
func (m *menus) notationMenu() *fyne.MenuItem {
	sub := m.sub("Coordinates")
	for _, n := range notations {
		m.notations[n.name] = m.item(n.title, "", func() { m.d.setNotation(n.name) })
		sub.ChildMenu.Items = append(sub.ChildMenu.Items, m.notations[n.name])
	}
	return sub
}

// toolMenu is the menu of the map's tools.
func (m *menus) toolMenu() *fyne.Menu {
	d := m.d
	tool := func(name, key string, t mapview.Tool) *fyne.MenuItem {
		i := m.item(name, "", func() { d.use(t) })
		m.hint(i, key)
		m.tools[t] = i
		return i
	}
	m.removeRings = m.item("Remove all rings", "", d.clearRings)
	around := m.item("Rings around the event", "", d.ringsAround)
	box := tool("Select in a box", "B", mapview.BoxTool)
	m.clearBox = m.item("Leave the box", "", d.clearBox)
	m.needStore = append(m.needStore, around, box)
	return fyne.NewMenu("Tools",
		m.item("Go to …", "Ctrl+G", d.goTo),
		fyne.NewMenuItemSeparator(),
		tool("Measure distance", "D", mapview.DistanceTool),
		tool("Measure area", "A", mapview.AreaTool),
		fyne.NewMenuItemSeparator(),
		tool("Range rings", "R", mapview.RingsTool), around, m.removeRings,
		fyne.NewMenuItemSeparator(),
		box, m.clearBox,
		tool("Zoom to a box", "Z", mapview.ZoomTool),
		m.hidden("Ctrl+Shift+C", d.typedCopy),
		m.item("Copy coordinates", "", d.copyHere))
}

// typedCopy is Ctrl+Shift+C: in the form it goes to the claims.
func (d *desk) typedCopy() {
	if d.modal() {
		return
	}
	if d.writing && d.win.Canvas().Focused() != fyne.Focusable(d.mapView) {
		d.form.TypedShortcut(parseKeys("Ctrl+Shift+C"))
		return
	}
	d.copyHere()
}

// updateTools shows which tool is in use and what can be undone of them.
func (m *menus) updateTools() {
	d := m.d
	for t, i := range m.tools {
		i.Checked = d.mapView.Tool() == t
	}
	m.removeRings.Disabled = len(d.rings) == 0
	m.clearBox.Disabled = d.open == nil || d.open.sit.Box() == nil
	back, forward := d.mapView.Turns()
	m.back.Disabled, m.forward.Disabled = !back, !forward
	for n, i := range m.notations {
		i.Checked = n == d.notation().name
	}
	m.namedViews()
}
