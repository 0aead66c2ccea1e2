package window

import (
	"context"
	"log/slog"
	"net/url"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"sitmap/app/dossier"
	"sitmap/app/entry"
	"sitmap/app/eventlist"
	"sitmap/app/layers"
	"sitmap/app/look"
	"sitmap/app/mapview"
	"sitmap/app/publication/panel"
	"sitmap/app/situation"
	"sitmap/app/sources"
	"sitmap/mapdata/basemap"
	"sitmap/mapdata/gazetteer"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
	"sitmap/store"
)

// desk is the window with all that stands on it. Its fields and methods belong to
// the main goroutine; work beside it goes through [desk.work].
type desk struct {
	ctx   context.Context // ends with the window
	app   fyne.App
	win   fyne.Window
	opts  Options
	prefs *prefs
	theme *look.Theme
	run   runner
	log   *slog.Logger
	jobs  sync.WaitGroup
	dirs  folders

	base  *basemap.Basemap
	names *gazetteer.Gazetteer
	draw  *render.Renderer

	header       *header
	banner       *look.Notice
	status       *look.Status
	list         *eventlist.List
	mapView      *mapview.MapView
	dossier      *dossier.Dossier
	form         *entry.Form
	right        *fyne.Container // dossier or form
	inbox        *inboxSide
	shelf        *shelfSide
	sources      *sources.Panel
	publications *panel.Panel
	columns      *columns
	side         *layerSide
	nothing      *nothing // stands there while no store is open
	standing     *standing
	frame        *fyne.Container
	menus        *menus

	open    *opened // nil: no store is open
	writing bool    // the form is open
	dialogs []dialog.Dialog
	rings   []scene.Rings        // range rings on the map
	openURL func(*url.URL) error // gives a file to the system's program
	words   *wordsWindow         // nil: the vocabularies are not shown
	unmark  func()               // takes the mark of the place last gone to away at once
}

// opened is the open store with what belongs to it alone.
type opened struct {
	sit     *situation.Situation
	layers  *layers.Set
	files   *filesOf
	reader  *dossier.Reader
	then    *dossier.Reader // of the past that is shown
	past    *store.Past     // what is shown instead of the present; nil: that is
	why     string          // what that moment is
	turning bool            // on the way to another moment
	path    string
	stop    func()             // ends the subscription
	ctx     context.Context    // ends when the store is closed
	cancel  context.CancelFunc // ends ctx
	seen    int64              // version of the rows that are shown
	filled  int64              // how often rows of the list have come late
	percent int                // how far the reading is that the list shows
	loaded  bool               // the first events have been shown
	kept    bool               // the day's copy of the store has been seen to
	fitted  bool               // the map has been fitted to them
	page    string             // id and version of the page that is shown or on its way
	failure string             // what was last said of loading
	undo    bool               // there is something to undo
	redo    bool
	drafts  int                              // what waits to be written on
	told    told                             // what is told of corrections
	views   []store.Stored[store.Definition] // named views, in order
}

// newDesk puts up the window without a store.
func newDesk(ctx context.Context, a fyne.App, o Options, r runner) *desk {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Base == nil {
		o.Base = basemap.New()
	}
	if o.Names == nil {
		o.Names = gazetteer.Open()
	}
	d := &desk{
		ctx: ctx, app: a, opts: o, run: r, log: o.Log, dirs: userFolders(o),
		base: o.Base, names: o.Names, draw: render.New(o.Base),
		theme: &look.Theme{}, unmark: func() {}, status: look.NewStatus(), banner: look.NewNotice(),
	}
	d.openURL = a.OpenURL
	d.prefs = loadPrefs(d.dirs.settings(), d.aside, d.log)
	d.theme.Choice = d.prefs.Theme
	a.Settings().SetTheme(d.theme)
	d.win = a.NewWindow("Sitmap")
	d.list = eventlist.New()
	d.mapView = r.Map(d.draw)
	d.mapView.SetLanguage(d.language())
	d.dossier = dossier.New(d.status)
	d.build()
	d.newInboxSide()
	d.newShelf(d.newSources(), d.newPublications())
	d.bindList()
	d.bindMap()
	d.bindTools()
	d.bindDossier()
	d.menus = newMenus(d)
	d.win.SetMainMenu(d.menus.main)
	d.shortcuts()
	d.retheme()
	a.Settings().AddListener(func(fyne.Settings) { d.retheme() })
	d.win.SetCloseIntercept(d.quit)
	d.status.Say("Ready.")
	return d
}

// now is the present moment.
func (d *desk) now() time.Time { return d.opts.Clock() }

// zone is the analyst's own: times without a zone are told in it.
func (d *desk) zone() *time.Location { return time.Local }

// fail says what went wrong, in the banner and on the status line.
func (d *desk) fail(err error, choices ...look.Action) {
	d.log.Error("the window reports", "err", err)
	d.banner.Say(look.Bad, look.Sentence(err), choices...)
	d.status.Fail(err)
}

// retheme gives the map the colours that the window has.
func (d *desk) retheme() {
	t := render.Light
	if look.Dark() {
		t = render.Dark
	}
	d.mapView.SetTheme(t)
	if d.open != nil {
		d.mapView.SetScene(d.scene())
	}
}

// setTheme follows the View menu.
func (d *desk) setTheme(c look.Choice) {
	d.theme.Choice = c
	d.prefs.Theme = c
	d.prefs.save()
	d.app.Settings().SetTheme(d.theme)
	d.retheme()
	d.menus.update()
}
