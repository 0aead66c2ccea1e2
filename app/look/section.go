package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Section is the header of a part of a page: its name, muted and bold, over a
// hairline, and at the right a word or figure.
type Section struct {
	widget.BaseWidget
	name, note string
}

// NewSection makes a header; note may be empty.
func NewSection(name, note string) *Section {
	s := &Section{name: name, note: note}
	s.ExtendBaseWidget(s)
	return s
}

// SetNote changes the word at the right.
func (s *Section) SetNote(note string) {
	s.note = note
	s.Refresh()
}

// Name is the header's text.
func (s *Section) Name() string { return s.name }

// AccessibilityLabel is what a screen reader says.
func (s *Section) AccessibilityLabel() string { return s.name + " " + s.note }

// CreateRenderer implements fyne.Widget.
func (s *Section) CreateRenderer() fyne.WidgetRenderer {
	r := &sectionRenderer{
		section: s,
		name:    canvas.NewText("", color.Black), note: canvas.NewText("", color.Black),
		rule: canvas.NewRectangle(color.Black),
	}
	r.name.TextStyle.Bold = true
	r.Refresh()
	return r
}

type sectionRenderer struct {
	section    *Section
	name, note *canvas.Text
	rule       *canvas.Rectangle
}

func (r *sectionRenderer) Layout(s fyne.Size) {
	n, m := r.name.MinSize(), r.note.MinSize()
	r.name.Resize(n)
	r.name.Move(fyne.NewPos(0, 2*Grid))
	r.note.Resize(m)
	r.note.Move(fyne.NewPos(s.Width-m.Width, 2*Grid))
	r.rule.Resize(fyne.NewSize(s.Width, 1))
	r.rule.Move(fyne.NewPos(0, s.Height-1))
}

func (r *sectionRenderer) MinSize() fyne.Size {
	n, m := r.name.MinSize(), r.note.MinSize()
	return fyne.NewSize(n.Width+m.Width+2*Grid, n.Height+3*Grid)
}

func (r *sectionRenderer) Refresh() {
	p := Current()
	size := r.section.Theme().Size(theme.SizeNameCaptionText)
	r.name.Text, r.name.Color, r.name.TextSize = r.section.name, p.Muted, size
	r.note.Text, r.note.Color, r.note.TextSize = r.section.note, p.Muted, size
	r.rule.FillColor = p.Rule
	r.Layout(r.section.Size())
	for _, o := range r.Objects() {
		canvas.Refresh(o)
	}
}

func (r *sectionRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.name, r.note, r.rule}
}
func (r *sectionRenderer) Destroy() {}
