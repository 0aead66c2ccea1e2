package entry

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"sitmap/app/look"
	"sitmap/mapdata/geo"
)

// sketch is a small map with a pin that can be dragged, or set by a click.
type sketch struct {
	widget.BaseWidget
	f     *Form
	moved func(at orb.Point, radiusM float64)

	at      orb.Point
	radiusM float64
	view    geo.View // in device-independent pixels
	drawn   fyne.Size
	asked   int
	picture *canvas.Image
	pin     fyne.Position
}

const (
	sketchHeight = 120
	// leastAround is how far from the pin, in metres, the map reaches at least: so
	// far that towns and borders are seen.
	leastAround = 60_000
)

func newSketch(f *Form, moved func(at orb.Point, radiusM float64)) *sketch {
	s := &sketch{f: f, moved: moved, picture: canvas.NewImageFromImage(nil)}
	s.picture.FillMode = canvas.ImageFillStretch
	s.ExtendBaseWidget(s)
	s.Hide()
	return s
}

// show puts the pin on a point, longitude first, with a circle of a radius in metres
// around it.
func (s *sketch) show(at orb.Point, radiusM float64) {
	if s.f.deps.Sketch == nil {
		return
	}
	s.at, s.radiusM, s.drawn = at, radiusM, fyne.Size{}
	s.Show()
	s.draw()
}

func (s *sketch) hide() {
	s.asked++
	s.Hide()
}

// draw has the picture made off the main goroutine.
func (s *sketch) draw() {
	size := fyne.NewSize(s.Size().Width, sketchHeight)
	if size.Width < 10 || size == s.drawn || !s.Visible() {
		return
	}
	s.drawn = size
	s.asked++
	mine, ratio := s.asked, float32(1)
	if c := s.f.canvas(); c != nil {
		ratio = c.Scale()
	}
	around := max(leastAround, 1.5*s.radiusM)
	s.view = geo.Fit(geo.Circle(s.at, around, 16).Bound(), int(size.Width), int(size.Height), 0)
	s.place()
	big := s.view.Resize(int(size.Width*ratio), int(size.Height*ratio))
	big.Scale *= float64(ratio)
	deps, req := s.f.deps, SketchRequest{big, s.at, s.radiusM, float64(ratio), look.Dark()}
	deps.Go(func() {
		img := image.NewRGBA(image.Rect(0, 0, big.Width, big.Height))
		err := deps.Sketch(context.Background(), img, req)
		deps.Do(func() {
			if err != nil || mine != s.asked {
				return
			}
			s.picture.Image = img
			s.picture.Refresh()
		})
	})
}

// place puts the pin where its point stands on the picture.
func (s *sketch) place() {
	x, y := s.view.ToPixel(geo.Project(s.at))
	s.pin = fyne.NewPos(float32(x), float32(y))
	s.Refresh()
}

// moveTo takes the pin to a position of the picture.
func (s *sketch) moveTo(p fyne.Position) {
	s.pin = fyne.NewPos(min(max(p.X, 0), s.Size().Width), min(max(p.Y, 0), s.Size().Height))
	s.Refresh()
}

// dropped tells where the pin is now: as exactly as a pixel of the picture is.
func (s *sketch) dropped() {
	if s.view.Width == 0 {
		return
	}
	s.moved(s.view.FromPixel(float64(s.pin.X), float64(s.pin.Y)).LonLat(), s.view.MetresPerPixel(float64(s.pin.Y)))
}

// Tapped implements fyne.Tappable.
func (s *sketch) Tapped(e *fyne.PointEvent) {
	s.moveTo(e.Position)
	s.dropped()
}

// Dragged implements fyne.Draggable.
func (s *sketch) Dragged(e *fyne.DragEvent) { s.moveTo(e.Position) }

// DragEnd implements fyne.Draggable.
func (s *sketch) DragEnd() { s.dropped() }

// Cursor implements desktop.Cursorable.
func (s *sketch) Cursor() desktop.Cursor { return desktop.CrosshairCursor }

// CreateRenderer implements fyne.Widget.
func (s *sketch) CreateRenderer() fyne.WidgetRenderer {
	r := &sketchRenderer{s: s, frame: canvas.NewRectangle(nil), ring: canvas.NewCircle(nil), dot: canvas.NewCircle(nil)}
	r.Refresh()
	return r
}

type sketchRenderer struct {
	s         *sketch
	frame     *canvas.Rectangle
	ring, dot *canvas.Circle
}

func (r *sketchRenderer) Destroy() {}

func (r *sketchRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.picture, r.frame, r.ring, r.dot}
}

func (r *sketchRenderer) MinSize() fyne.Size { return fyne.NewSize(120, sketchHeight+4) }

func (r *sketchRenderer) Layout(s fyne.Size) {
	inner := fyne.NewSize(s.Width, sketchHeight)
	r.s.picture.Resize(inner)
	r.frame.Resize(inner)
	r.pins()
	r.s.draw()
}

func (r *sketchRenderer) pins() {
	for c, d := range map[*canvas.Circle]float32{r.ring: 16, r.dot: 5} {
		c.Resize(fyne.NewSquareSize(d))
		c.Move(r.s.pin.SubtractXY(d/2, d/2))
	}
}

func (r *sketchRenderer) Refresh() {
	th, v := r.s.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.frame.StrokeColor, r.frame.StrokeWidth = th.Color(theme.ColorNameInputBorder, v), 1
	r.ring.StrokeColor, r.ring.StrokeWidth = th.Color(theme.ColorNameError, v), 2
	r.dot.FillColor = th.Color(theme.ColorNameError, v)
	r.pins()
	r.frame.Refresh()
	r.ring.Refresh()
	r.dot.Refresh()
}
