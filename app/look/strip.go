package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Strip is a bar in a solid colour that says how the whole window stands, as long as it
// does, with buttons that change it. Unlike a [Notice] it cannot be put away.
type Strip struct {
	widget.BaseWidget
	what, more string
	icon       string
	buttons    *fyne.Container
}

// NewStrip makes a hidden strip with an icon of [UIIcon] and buttons at its right.
func NewStrip(icon string, buttons ...fyne.CanvasObject) *Strip {
	s := &Strip{icon: icon, buttons: container.NewHBox(buttons...)}
	s.ExtendBaseWidget(s)
	s.Hide()
	return s
}

// Say shows the strip: what in bold, more in small letters below it.
func (s *Strip) Say(what, more string) {
	s.what, s.more = what, more
	s.Show()
	s.Refresh()
}

// Clear takes the strip away.
func (s *Strip) Clear() {
	s.what, s.more = "", ""
	s.Hide()
}

// Text is what the strip says in bold; "" when it is hidden.
func (s *Strip) Text() string { return s.what }

// More is what it says in small letters.
func (s *Strip) More() string { return s.more }

// AccessibilityLabel is what a screen reader says.
func (s *Strip) AccessibilityLabel() string { return s.what + " " + s.more }

// CreateRenderer implements fyne.Widget.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	r := &stripRenderer{
		strip: s, back: canvas.NewRectangle(color.Transparent), icon: canvas.NewImageFromResource(nil),
		what: canvas.NewText("", color.Black), more: canvas.NewText("", color.Black),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

type stripRenderer struct {
	strip      *Strip
	back       *canvas.Rectangle
	icon       *canvas.Image
	what, more *canvas.Text
}

func (r *stripRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	b := r.strip.buttons.MinSize()
	r.strip.buttons.Resize(b)
	r.strip.buttons.Move(fyne.NewPos(size.Width-b.Width-2*Grid, (size.Height-b.Height)/2))
	const side = 5 * Grid
	r.icon.Resize(fyne.NewSize(side, side))
	r.icon.Move(fyne.NewPos(3*Grid, (size.Height-side)/2))
	left := 3*Grid + side + 2*Grid
	room := size.Width - left - b.Width - 5*Grid
	r.what.Text = Fit(r.strip.what, room, r.what.TextSize, r.what.TextStyle)
	r.more.Text = Fit(r.strip.more, room, r.more.TextSize, r.more.TextStyle)
	w, m := r.what.MinSize(), r.more.MinSize()
	if r.strip.more == "" {
		m.Height = 0
	}
	top := (size.Height - w.Height - m.Height) / 2
	r.what.Resize(w)
	r.what.Move(fyne.NewPos(left, top))
	r.more.Resize(m)
	r.more.Move(fyne.NewPos(left, top+w.Height))
}

func (r *stripRenderer) MinSize() fyne.Size {
	b := r.strip.buttons.MinSize()
	h := fyne.MeasureText("M", r.what.TextSize, r.what.TextStyle).Height
	if r.strip.more != "" {
		h += fyne.MeasureText("M", r.more.TextSize, r.more.TextStyle).Height
	}
	return fyne.NewSize(b.Width+40*Grid, max(b.Height, h)+2*Grid)
}

func (r *stripRenderer) Refresh() {
	p := Current()
	r.back.FillColor = p.Warning
	r.icon.Resource = theme.NewColoredResource(uiSource(r.strip.icon), colourName(p.OnTint))
	r.what.Color, r.more.Color = p.OnTint, p.OnTint
	th := r.strip.Theme()
	r.what.TextSize, r.more.TextSize = th.Size(theme.SizeNameText), th.Size(theme.SizeNameCaptionText)
	r.what.TextStyle.Bold = true
	r.Layout(r.strip.Size())
	for _, o := range []fyne.CanvasObject{r.back, r.icon, r.what, r.more, r.strip.buttons} {
		o.Refresh()
	}
}

func (r *stripRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.icon, r.what, r.more, r.strip.buttons}
}
func (r *stripRenderer) Destroy() {}
