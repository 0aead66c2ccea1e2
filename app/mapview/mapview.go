package mapview

import (
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

// MapView is the map. All its methods belong on the main goroutine. Views are in
// device pixels.
type MapView struct {
	widget.BaseWidget

	// OnSelect is called when a mark is clicked or chosen with the keyboard; the
	// zero ID when the selection is given up.
	OnSelect func(id scene.ID)
	// OnOpen is called for Enter on the selected mark.
	OnOpen func(id scene.ID)
	// OnHover tells the names under the pointer, topmost first; nil: nothing.
	OnHover func(names []string)
	// OnMenu is called for the secondary button and the menu key, with the place
	// on the map, the position on the canvas, and what lies there.
	OnMenu func(at orb.Point, pos fyne.Position, hits []render.Hit)
	// OnPointer follows the pointer, in longitude and latitude.
	OnPointer func(p orb.Point)
	// OnView is called after the view changed.
	OnView func(v geo.View)
	// OnTurns is called when going back or forward through the views has become
	// possible or impossible.
	OnTurns func()
	// OnFit is asked for what the fit button and keys show; nil or an empty
	// bound: the world.
	OnFit func() orb.Bound
	// OnFrame is told about each piece of work on the main goroutine.
	OnFrame func(FrameRecord)
	// Spent is the processor time of the main goroutine's thread, for OnFrame; nil: unknown.
	Spent func() time.Duration
	// FormatPointer words the pointer's position; nil, or "": decimal degrees, as many
	// as a pixel is worth.
	FormatPointer func(p orb.Point) string
	// OnReadout is called for a click on the pointer's position.
	OnReadout func()
	// OnTool is called when another tool is in use.
	OnTool func(Tool)
	// OnRings has range rings of the given radii drawn around a place; again is true
	// where they take the place of the ones asked for last.
	OnRings func(at orb.Point, radii []scene.Radius, again bool)
	// OnClearRings has all range rings removed.
	OnClearRings func()
	// OnBox selects what lies in a box; one whose west exceeds its east crosses the
	// date line.
	OnBox func(b orb.Bound)
	// OnPin is told where a pin was dragged to, in longitude and latitude. Without it pins
	// stay where they are.
	OnPin func(id string, at orb.Point)
	// OnCopy puts a text on the clipboard; what says what it is.
	OnCopy func(text, what string)
	// OnLegend is called when the legend is shown, hidden, folded or unfolded.
	OnLegend func(show, folded bool)

	studio *studio
	now    func() time.Time
	log    *slog.Logger

	view   geo.View     // of the widget, without margin; Width 0 until laid out
	ratio  float64      // device pixels per device-independent pixel
	fitted *orb.Bound   // kept fitted when the size changes, until the map is moved
	roomed bool         // what is fitted has made room for the legend
	wanted *geo.View    // view asked for before there was a size
	given  *scene.Scene // by the situation
	scene  *scene.Scene // that, with what was opened
	open   *orb.Bound   // a stack or cluster that is fanned out; nil: none
	theme  render.Theme
	names  render.Language
	pov    string
	asked  *render.Request // newest wish
	pic    *picture        // what is shown

	pointer  *fyne.Position // on the map, nil while outside
	cursor   desktop.Cursor
	dragging bool
	focused  bool
	grabbed  bool // the focus is being taken with the mouse
	clicked  click
	hovered  []string // names last told
	selected scene.ID
	pick     func(p orb.Point, ok bool)

	history   history
	couldTurn [2]bool
	held      bool // the drag under way has made its step in the history
	tool      tool
	pressed   fyne.KeyModifier // when the mouse button went down
	box       *box             // being dragged
	rings     []scene.Rings
	marker    *marker
	pins      []Pin
	hold      *hold // the pin being moved; nil: none

	parts *parts
}

// New makes a map that draws with r as a point of view has it.
func New(r *render.Renderer, pov string) *MapView {
	return NewWith(renderer{r}, pov, fyne.Do)
}

// NewWith makes a map over any drawer. do has a function run on the main
// goroutine; it is called from others, and never again before that has run.
func NewWith(d Drawer, pov string, do func(func())) *MapView {
	m := &MapView{pov: pov, ratio: 1, now: time.Now, log: slog.Default(), cursor: desktop.DefaultCursor}
	m.given = &scene.Scene{}
	m.scene = m.given
	m.studio = newStudio(d, do, m.show, time.Now)
	m.parts = newParts(m)
	m.ExtendBaseWidget(m)
	return m
}

// Close ends the work behind the map.
func (m *MapView) Close() { m.studio.close() }

// SetScene has another scene drawn; it must not be changed afterwards.
func (m *MapView) SetScene(s *scene.Scene) {
	if s == nil {
		s = &scene.Scene{}
	}
	if m.given == s {
		return
	}
	m.given = s
	m.selected = selectedIn(s)
	m.compose()
}

// SetRings has other range rings drawn.
func (m *MapView) SetRings(rings []scene.Rings) {
	m.rings = rings
	m.compose()
}

// compose makes the scene that is drawn: the given one, with what was opened in it
// and with the range rings. A scene is not changed once it was handed on.
func (m *MapView) compose() {
	m.scene = m.opened(m.given)
	if len(m.rings) > 0 {
		with := *m.scene
		with.Rings = m.rings
		m.scene = &with
	}
	m.want()
}

// SetTheme changes the palette.
func (m *MapView) SetTheme(t render.Theme) {
	if m.theme != t {
		m.theme = t
		m.parts.legend.restyle()
		m.want()
	}
}

// SetLanguage changes the language of the names on the map.
func (m *MapView) SetLanguage(l render.Language) {
	if m.names != l {
		m.names = l
		m.want()
	}
}

// SetPOV changes the point of view.
func (m *MapView) SetPOV(pov string) {
	if m.pov != pov {
		m.pov = pov
		m.want()
	}
}

// View is what is shown, in device pixels. Its Width is 0 until the widget has a
// size.
func (m *MapView) View() geo.View { return m.view }

// SetView shows a view's middle at its scale; the size stays the widget's own.
func (m *MapView) SetView(v geo.View) {
	if m.view.Width == 0 {
		m.wanted, m.fitted = &v, nil
		return
	}
	m.move("view", v.Resize(m.view.Width, m.view.Height))
}

// ShowBound shows a bound as exactly as the map's shape allows, without room around
// it.
func (m *MapView) ShowBound(b orb.Bound) {
	if m.view.Width == 0 {
		m.FitTo(b)
		return
	}
	m.move("show", geo.Fit(b, m.view.Width, m.view.Height, 0))
}

// Middle is the place in the map's middle; false before the map has a size.
func (m *MapView) Middle() (orb.Point, bool) { return m.view.Center.LonLat(), m.view.Width > 0 }

// Zoom enlarges by a factor at the middle.
func (m *MapView) Zoom(factor float64) {
	m.move("zoom", m.view.ZoomAt(float64(m.view.Width)/2, float64(m.view.Height)/2, factor))
}

// move shows another view at once as well as the present picture can, and has the
// crisp one drawn.
func (m *MapView) move(work string, v geo.View) {
	m.fitted = nil
	if m.view.Width == 0 || v == m.view {
		return
	}
	defer m.frame(work)()
	m.view = v
	m.place()
	m.want()
	m.parts.readout.update(m)
	m.drawTool()
	m.hover()
	m.visited(work)
	if m.OnView != nil {
		m.OnView(v)
	}
}

// resized takes the size and scale that the widget has now.
func (m *MapView) resized(size fyne.Size) {
	ratio := m.canvasRatio()
	w, h := int(float64(size.Width)*ratio+0.5), int(float64(size.Height)*ratio+0.5)
	if w <= 0 || h <= 0 || (w == m.view.Width && h == m.view.Height && ratio == m.ratio) {
		return
	}
	first := m.view.Width == 0
	v := m.view.Resize(w, h)
	if first {
		v = geo.Fit(orb.Bound{Min: orb.Point{0, 1}, Max: orb.Point{0, -1}}, w, h, 0)
	} else if ratio != m.ratio {
		v = v.ZoomAt(float64(w)/2, float64(h)/2, ratio/m.ratio)
	}
	m.ratio = ratio
	m.view = v
	m.parts.legend.resized()
	switch {
	case m.wanted != nil:
		m.view = m.wanted.Resize(w, h)
		m.wanted = nil
	case m.fitted != nil:
		m.view, m.roomed = m.fit(*m.fitted), false
	}
	if first {
		m.history.start(m.view)
	}
	m.place()
	m.want()
	m.parts.readout.update(m)
	m.drawTool()
	if m.OnView != nil {
		m.OnView(m.view)
	}
}

// canvasRatio is the number of device pixels per device-independent one on the
// widget's canvas.
func (m *MapView) canvasRatio() float64 {
	c := fyne.CurrentApp().Driver().CanvasForObject(m)
	if c == nil {
		return m.ratio
	}
	// Of a long distance, for the answer is in whole pixels.
	x, _ := c.PixelCoordinateForPosition(fyne.NewPos(4096, 0))
	if x <= 0 {
		return m.ratio
	}
	return float64(x) / 4096
}

// FrameRecord is one piece of the map's own work on the main goroutine.
type FrameRecord struct {
	At   time.Time
	Work string        // "show", "pan", "zoom", "hover" …
	Took time.Duration // ours, not the toolkit's
	// Spent is the processor time of it: Took less what the system gave to others
	// meanwhile. 0 where that is not known.
	Spent time.Duration
	// Age is that of the picture shown: since it was finished. Draw is how long it
	// took to draw.
	Age, Draw time.Duration
	Crisp     bool // the picture is that of the view, neither scaled nor missing at an edge
}

// crisp reports whether a picture is what is wished for, neither scaled nor too small,
// and drawn with the level of detail it should have.
func (m *MapView) crisp(p render.Request) bool {
	a := m.asked
	return a != nil && !p.FastLevel && p.View.Scale == m.view.Scale && m.covers(p.View, 0) &&
		p.Scene == a.Scene && p.Theme == a.Theme && p.POV == a.POV && p.Language == a.Language && sameSpec(p.Legend, a.Legend)
}

// frame begins a record; calling what it returns ends it.
func (m *MapView) frame(work string) func() {
	if m.OnFrame == nil {
		return func() {}
	}
	began, spent := m.now(), m.spent()
	return func() {
		r := FrameRecord{At: began, Work: work, Took: m.now().Sub(began), Spent: m.spent() - spent}
		if m.pic != nil {
			r.Age, r.Draw = began.Sub(m.pic.done), m.pic.took
			r.Crisp = m.crisp(m.pic.req)
		}
		m.OnFrame(r)
	}
}

func (m *MapView) spent() time.Duration {
	if m.Spent == nil {
		return 0
	}
	return m.Spent()
}
