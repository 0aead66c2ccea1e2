package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

// MapView is the map. All its methods belong on the main goroutine.
type MapView struct {
	widget.BaseWidget

	// OnSelect is called when a mark is clicked or chosen with the keyboard; the
	// zero ID when the selection is given up.
	OnSelect func(id scene.ID)
	// OnOpen is called for Enter on the chosen mark.
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
	// OnFit is asked for what the fit button and keys show; nil or an empty
	// bound: what the scene holds.
	OnFit func() orb.Bound
	// OnFrame is told about each piece of work on the main goroutine.
	OnFrame func(FrameRecord)
}

// FrameRecord is one piece of our own work on the main goroutine.
type FrameRecord struct {
	Work string // "show", "pan", "zoom", "hover" …
	Took float64
}

// New makes a map that draws with r as a point of view has it.
func New(r *render.Renderer, pov string) *MapView { return &MapView{} }

// CreateRenderer builds what the widget is drawn with.
func (m *MapView) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}

// SetScene has another scene drawn; it must not be changed afterwards.
func (m *MapView) SetScene(s *scene.Scene) {}

// SetView shows a view; its size is that of the widget, whatever it says.
func (m *MapView) SetView(v geo.View) {}

// View is what is shown, in device pixels.
func (m *MapView) View() geo.View { return geo.View{} }

// FitTo shows a bound, as soon as the widget has a size.
func (m *MapView) FitTo(b orb.Bound) {}

// Fit shows all events.
func (m *MapView) Fit() {}

// Reveal moves the map just so far that the bound is in sight.
func (m *MapView) Reveal(b orb.Bound) {}

// Zoom enlarges by a factor at the middle.
func (m *MapView) Zoom(factor float64) {}

// SetTheme changes the palette.
func (m *MapView) SetTheme(t render.Theme) {}

// SetPOV changes the point of view.
func (m *MapView) SetPOV(pov string) {}

// SetNotice shows a few words over the map's middle, "" for none.
func (m *MapView) SetNotice(text string) {}

// Pick has the next click, or Enter at the middle, call done with its place;
// Escape calls it with ok false.
func (m *MapView) Pick(done func(p orb.Point, ok bool)) {}

// CancelPick ends picking as Escape does.
func (m *MapView) CancelPick() {}

// Picking reports whether a place is being picked.
func (m *MapView) Picking() bool { return false }

// Close ends the work behind the map.
func (m *MapView) Close() {}
