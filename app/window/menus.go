package window

import (
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"sitmap/app/look"
	"sitmap/mapdata/basemap"
	"sitmap/mapdata/render"
)

// menus are the window's main menu.
type menus struct {
	d    *desk
	main *fyne.MainMenu

	needStore []*fyne.MenuItem // make sense with an open store only
	needEvent []*fyne.MenuItem // … with a selected event
	needWrite []*fyne.MenuItem // … with a store that can be written
	recent    *fyne.MenuItem
	undo      *fyne.MenuItem
	redo      *fyne.MenuItem
	list      *fyne.MenuItem
	layers    *fyne.MenuItem
	right     *fyne.MenuItem
	inbox     *fyne.MenuItem
	says      *fyne.MenuItem
	retracted *fyne.MenuItem
	legend    *fyne.MenuItem
	themes    map[look.Choice]*fyne.MenuItem
	views     map[string]*fyne.MenuItem // points of view
	shows     showing
	languages map[render.Language]*fyne.MenuItem
	undoName  string
	redoName  string
	labels    map[*fyne.MenuItem]label
	shown     string // how they looked when they were last built
	placing
}

func newMenus(d *desk) *menus {
	m := &menus{
		d: d, undoName: "Nothing to undo", redoName: "Nothing to do again",
		themes: map[look.Choice]*fyne.MenuItem{}, views: map[string]*fyne.MenuItem{}, languages: map[render.Language]*fyne.MenuItem{},
		labels: map[*fyne.MenuItem]label{}, placing: newPlacing(),
	}
	m.main = fyne.NewMainMenu(m.file(), m.edit(), m.eventMenu(), m.view(), m.mapMenu(), m.toolMenu(), m.help())
	m.update()
	return m
}

func (m *menus) file() *fyne.Menu {
	d := m.d
	m.recent = m.sub("Open recent")
	copies := m.sub("Save a copy",
		m.item("With its history …", "", func() { d.askCopy(true) }),
		m.item("Without its history …", "", func() { d.askCopy(false) }))
	exports := m.sub("Export events",
		m.item("CSV, a row for each event …", "", func() { d.exportEvents(".csv") }),
		m.item("GeoJSON …", "", func() { d.exportEvents(".geojson") }))
	load := m.item("Import GeoJSON …", "", d.importEvents)
	layer := m.item("Add a layer …", "", d.askLayer)
	picture := m.item("Export picture …", "Ctrl+P", d.exportPicture)
	attach := m.item("Attach a file …", "Ctrl+Shift+O", d.attach)
	limit := m.item("Limit for attached files …", "", d.askFileLimit)
	check := m.item("Check the store", "", d.check)
	quit := m.item("Quit", "Ctrl+Q", d.quit)
	quit.IsQuit = true
	m.needStore = append(m.needStore, copies, exports, picture, check)
	m.needWrite = append(m.needWrite, load, layer, attach, limit)
	return fyne.NewMenu("File",
		m.item("New store …", "", d.askNew),
		m.item("Open …", "Ctrl+O", d.askOpen),
		m.recent, copies,
		fyne.NewMenuItemSeparator(),
		load, layer, exports, picture,
		fyne.NewMenuItemSeparator(),
		attach, limit,
		fyne.NewMenuItemSeparator(),
		check,
		fyne.NewMenuItemSeparator(),
		quit)
}

func (m *menus) edit() *fyne.Menu {
	d := m.d
	// The keys of these two and of deleting stand on the separators: with a field being
	// typed into they undo the typing or delete a word, while the entries always undo a
	// change of the store and delete the event.
	m.undo, m.redo = m.item(m.undoName, "", d.undo), m.item(m.redoName, "", d.redo)
	create := m.item("New event", "Ctrl+N", d.create)
	edit := m.item("Edit event", "Ctrl+E", d.editSelected)
	remove := m.item("Delete event …", "", d.removeSelected)
	m.hint(remove, "Ctrl+Backspace")
	find := m.item("Find", "Ctrl+F", d.find)
	many := m.item("Edit many events …", "Ctrl+Shift+M", d.askBulk)
	words := m.item("Vocabularies and actors …", "Ctrl+U", d.showVocabulary)
	m.needWrite = append(m.needWrite, create, many)
	m.needEvent = append(m.needEvent, edit, remove)
	m.needStore = append(m.needStore, find, words)
	return fyne.NewMenu("Edit", m.undo, m.redo, m.hidden("Ctrl+Z", d.typedUndo),
		create, edit, remove, many, m.hidden("Ctrl+Shift+Z", d.typedRedo), find,
		m.hidden("Ctrl+Backspace", d.typedDelete), words, m.item("Your name …", "", d.askAuthor))
}

func (m *menus) view() *fyne.Menu {
	d := m.d
	m.list = m.item("List of events", "Ctrl+L", d.foldList)
	m.layers = m.item("Layers", "Ctrl+K", d.toggleLayers)
	m.right = m.item("Dossier", "Ctrl+D", d.foldRight)
	m.inbox = m.item("Inbox", "Ctrl+I", d.toggleInbox)
	m.needStore = append(m.needStore, m.layers, m.inbox)
	known := m.item("As known at …", "Ctrl+H", d.askMoment)
	m.needStore = append(m.needStore, known)
	books := m.books()

	themes := m.sub("Colours")
	for _, t := range []struct {
		name   string
		choice look.Choice
	}{{"As the system", look.FollowSystem}, {"Light", look.AlwaysLight}, {"Dark", look.AlwaysDark}} {
		m.themes[t.choice] = m.item(t.name, "", func() { d.setTheme(t.choice) })
		themes.ChildMenu.Items = append(themes.ChildMenu.Items, m.themes[t.choice])
	}
	return fyne.NewMenu("View",
		m.item("Zoom in", "Ctrl++", func() { d.mapView.Zoom(2) }),
		m.item("Zoom out", "Ctrl+-", func() { d.mapView.Zoom(0.5) }),
		m.item("Fit to events", "Ctrl+0", d.mapView.Fit),
		m.turning(true), m.turning(false), m.viewMenu(), known,
		m.hidden("Ctrl+=", d.resting(func() { d.mapView.Zoom(2) })), // plus without Shift
		m.list, m.layers, m.right, m.inbox, books[0], books[1], m.item("Next panel", "Ctrl+Tab", d.nextPanel),
		m.hidden("Ctrl+Y", d.typedRedo),
		m.notationMenu(), themes)
}

// mapMenu is what the map shows, and how.
func (m *menus) mapMenu() *fyne.Menu {
	d := m.d
	m.says = m.item("Statements", "", func() { d.open.sit.ShowStatements(!d.open.sit.StatementsShown()) })
	m.retracted = m.item("Retracted events", "", func() { d.open.sit.ShowRetracted(!d.open.sit.RetractedShown()) })
	m.needStore = append(m.needStore, m.says, m.retracted)

	views := m.sub("Point of view")
	for _, p := range basemap.POVs() {
		m.views[p.Name] = m.item(p.Title, "", func() { d.setPOV(p.Name) })
		views.ChildMenu.Items = append(views.ChildMenu.Items, m.views[p.Name])
	}
	m.needWrite = append(m.needWrite, views)
	names := m.namesMenu()
	m.legend = m.item("Legend", "", func() { d.mapView.SetLegend(!d.mapView.LegendShown(), false) })
	m.hint(m.legend, "L")
	items := append(m.showing(), fyne.NewMenuItemSeparator(), m.says, m.retracted,
		fyne.NewMenuItemSeparator(), m.legend, views, names)
	return fyne.NewMenu("Map", items...)
}

func (m *menus) help() *fyne.Menu {
	return fyne.NewMenu("Help",
		m.item("Keys", "Ctrl+/", m.d.showKeys),
		fyne.NewMenuItemSeparator(),
		m.item("About Sitmap", "", m.d.showAbout))
}

// update shows what can be done now.
func (m *menus) update() {
	d := m.d
	o := d.open
	event, writable := false, false
	if o != nil {
		is, _ := o.sit.Store().ReadOnly()
		writable = !is
		event = writable && o.sit.Selected() != "" && !d.writing
		m.shows.update(o.sit)
		m.says.Checked, m.retracted.Checked = o.sit.StatementsShown(), o.sit.RetractedShown()
		pov := o.sit.POV()
		for i, p := range basemap.POVs() {
			m.views[p.Name].Checked = p.Name == pov || pov == "" && i == 0
		}
	}
	for _, i := range m.needStore {
		i.Disabled = o == nil
	}
	for _, i := range m.needWrite {
		i.Disabled = !writable
	}
	for _, i := range m.needEvent {
		i.Disabled = !event
	}
	m.undo.Disabled, m.redo.Disabled = o == nil || !o.undo, o == nil || !o.redo
	m.labels[m.undo] = label{m.undoName, "Ctrl+Z"}
	m.labels[m.redo] = label{m.redoName, "Ctrl+Shift+Z"}
	m.inbox.Checked = d.inbox.shown && !d.columns.leftFolded
	m.updateBooks()
	m.list.Checked = !d.inbox.shown && d.shelf.shown == nil && !d.columns.leftFolded
	m.layers.Checked = d.side.shown && !d.inbox.shown && d.shelf.shown == nil && !d.columns.leftFolded
	m.right.Checked = d.columns != nil && !d.columns.rightFolded
	m.legend.Checked = d.mapView.LegendShown()
	for c, i := range m.themes {
		i.Checked = c == d.prefs.Theme
	}
	for l, i := range m.languages {
		i.Checked = l == d.language()
	}
	m.recent.ChildMenu.Items = nil
	for _, path := range d.prefs.Recent {
		name := storeName(path) + " – " + shortFolder(filepath.Dir(path))
		m.recent.ChildMenu.Items = append(m.recent.ChildMenu.Items, fyne.NewMenuItem(name, func() { d.openStore(path) }))
	}
	m.recent.Disabled = len(m.recent.ChildMenu.Items) == 0
	m.updateTools()
	for _, menu := range m.main.Items {
		m.align(menu)
	}
	// The toolkit builds the whole bar anew, which takes longer than a frame: only where
	// there is something to see.
	if seen := m.seen(); seen != m.shown {
		m.shown = seen
		m.main.Refresh()
	}
}

// seen is all that can be seen of the menus.
func (m *menus) seen() string {
	var b strings.Builder
	var of func(items []*fyne.MenuItem)
	of = func(items []*fyne.MenuItem) {
		for _, i := range items {
			fmt.Fprintf(&b, "%s\x00%t%t%t\n", i.Label, i.Disabled, i.Checked, i.IsSeparator)
			if i.ChildMenu != nil {
				of(i.ChildMenu.Items)
				b.WriteByte('\n')
			}
		}
	}
	for _, menu := range m.main.Items {
		b.WriteString(menu.Label)
		of(menu.Items)
	}
	return b.String()
}

// shortFolder is a folder's end, short enough for a menu.
func shortFolder(dir string) string {
	r := []rune(dir)
	if len(r) <= 40 {
		return dir
	}
	return "…" + string(r[len(r)-39:])
}
