package entry

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/field"
)

// Names of the sections.
const (
	secWhen      = "When"
	secPlaces    = "Places"
	secParties   = "Parties"
	secClaims    = "Claims"
	secSources   = "Sources"
	secPhases    = "Phases"
	secRelations = "Relations"
	secSeries    = "Series"
	secTopics    = "Topics and tags"
	secJudgement = "Assessment"
	secHeadlines = "Headlines"
	secValues    = "Fields and ids"
	secGuard     = "Protection"
)

// section is a part of the form that folds. Its fields are made when it is first
// unfolded.
type section struct {
	f     *Form
	name  string
	key   fyne.KeyName // with Ctrl+Shift: unfold and add a row
	paths []string     // first words of the paths of its fields

	// rows makes the fields and says where the cursor goes when the section is
	// called for.
	rows func() (objects []fyne.CanvasObject, first fyne.Focusable)
	// grow adds an empty row unless the last one is empty; nil: nothing to add.
	grow func()
	// count is how many rows hold something; nil: it is no list.
	count func() int

	does   string // what the shortcut does, where that is not to add a row
	bulky  bool   // stays folded when an event is opened, however much it holds
	open   bool
	built  bool
	first  fyne.Focusable
	head   *heading
	body   *fyne.Container
	object *fyne.Container
}

func (s *section) make() {
	s.body = container.New(padded{})
	s.head = newHeading(s)
	s.object = container.New(stacked{}, s.head, s.body)
	s.body.Hide()
}

// unfold shows or hides the fields.
func (s *section) unfold(open bool) {
	s.open = open
	if open && !s.built {
		s.rebuild()
	}
	if open {
		s.body.Show()
	} else {
		s.body.Hide()
	}
	s.head.Refresh()
	s.object.Refresh()
}

// rebuild makes the fields anew from the draft.
func (s *section) rebuild() {
	s.built = true
	s.body.Objects, s.first = s.rows()
	s.body.Refresh()
	s.head.Refresh()
	s.object.Refresh()
	s.f.showProblems()
}

// addRow unfolds the section, adds a row if it is a list, and puts the cursor
// there.
func (s *section) addRow() {
	if s.grow != nil {
		s.grow()
		s.built = false
	}
	s.unfold(true)
	s.f.changed()
	s.f.relayout()
	if s.first != nil {
		s.f.focus(s.first)
	}
}

func (s *section) has(path string) bool {
	head, _, _ := strings.Cut(path, "/")
	for _, p := range s.paths {
		if p == head {
			return true
		}
	}
	return false
}

// hint is the shortcut in words.
func (s *section) hint() string {
	switch {
	case s.does != "":
		return s.does + "  Ctrl+Shift+" + string(s.key)
	case s.grow != nil:
		return "+  Ctrl+Shift+" + string(s.key)
	}
	return "Ctrl+Shift+" + string(s.key)
}

// heading is the line above a section: a click folds it, one on the right end
// adds a row.
type heading struct {
	widget.BaseWidget
	s       *section
	add     *field.Button
	hovered bool
	counted int
}

func newHeading(s *section) *heading {
	h := &heading{s: s}
	h.add = field.NewButton(s.hint(), field.Quiet, s.addRow)
	h.ExtendBaseWidget(h)
	return h
}

// update shows how many rows hold something now.
func (h *heading) update() {
	if h.s.count == nil {
		return
	}
	if n := h.s.count(); n != h.counted {
		h.counted = n
		h.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (h *heading) Tapped(*fyne.PointEvent) {
	h.s.unfold(!h.s.open)
	h.s.f.relayout()
}

// MouseIn implements desktop.Hoverable.
func (h *heading) MouseIn(*desktop.MouseEvent) { h.hovered = true; h.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (h *heading) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (h *heading) MouseOut() { h.hovered = false; h.Refresh() }

// CreateRenderer implements fyne.Widget.
func (h *heading) CreateRenderer() fyne.WidgetRenderer {
	r := &headingRenderer{
		h: h, rule: canvas.NewRectangle(nil), back: canvas.NewRectangle(nil), icon: widget.NewIcon(theme.MenuExpandIcon()),
		name: canvas.NewText("", nil), count: canvas.NewText("", nil),
	}
	r.Refresh()
	return r
}

type headingRenderer struct {
	h           *heading
	rule, back  *canvas.Rectangle
	icon        *widget.Icon
	name, count *canvas.Text
}

func (r *headingRenderer) Destroy() {}

func (r *headingRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.rule, r.icon, r.name, r.count, r.h.add}
}

func (r *headingRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 30) }

func (r *headingRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	r.rule.Resize(fyne.NewSize(s.Width, 1))
	r.icon.Move(fyne.NewPos(0, (s.Height-16)/2))
	r.icon.Resize(fyne.NewSquareSize(16))
	n, c, a := r.name.MinSize(), r.count.MinSize(), r.h.add.MinSize()
	r.name.Move(fyne.NewPos(20, (s.Height-n.Height)/2))
	r.name.Resize(n)
	r.count.Move(fyne.NewPos(20+n.Width+8, (s.Height-c.Height)/2))
	r.count.Resize(c)
	r.h.add.Move(fyne.NewPos(s.Width-a.Width, (s.Height-a.Height)/2))
	r.h.add.Resize(a)
}

func (r *headingRenderer) Refresh() {
	th, v := r.h.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.back.FillColor = color.Transparent
	if r.h.hovered {
		r.back.FillColor = th.Color(theme.ColorNameHover, v)
	}
	r.rule.FillColor = th.Color(theme.ColorNameSeparator, v)
	icon := theme.MenuExpandIcon()
	if r.h.s.open {
		icon = theme.MenuDropDownIcon()
	}
	r.icon.SetResource(icon)
	r.name.Text, r.name.TextSize, r.name.TextStyle.Bold = r.h.s.name, th.Size(theme.SizeNameText), true
	r.name.Color = th.Color(theme.ColorNameForeground, v)
	r.count.Text = ""
	if r.h.s.count != nil {
		if n := r.h.s.count(); n > 0 {
			r.count.Text = itoa(n)
		}
	}
	r.count.TextSize, r.count.Color = th.Size(theme.SizeNameText), th.Color(theme.ColorNamePlaceHolder, v)
	r.Layout(r.h.Size())
	canvas.Refresh(r.h)
}

// padded stacks the fields of a section, with air below the last.
type padded struct{}

const below = 8

func (padded) MinSize(o []fyne.CanvasObject) fyne.Size {
	return stacked{}.MinSize(o).AddWidthHeight(0, below+gapBetween*float32(max(0, len(o)-1)))
}

const gapBetween = 4

func (padded) Layout(o []fyne.CanvasObject, s fyne.Size) {
	var y float32
	for _, c := range o {
		if c.Visible() {
			h := c.MinSize().Height
			c.Move(fyne.NewPos(0, y))
			c.Resize(fyne.NewSize(s.Width, h))
			y += h + gapBetween
		}
	}
}

// stacked lays objects below each other, the hidden ones left out.
type stacked struct{}

func (stacked) MinSize(o []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, c := range o {
		if c.Visible() {
			m := c.MinSize()
			s = fyne.NewSize(max(s.Width, m.Width), s.Height+m.Height)
		}
	}
	return s
}

func (stacked) Layout(o []fyne.CanvasObject, s fyne.Size) {
	var y float32
	for _, c := range o {
		if c.Visible() {
			h := c.MinSize().Height
			c.Move(fyne.NewPos(0, y))
			c.Resize(fyne.NewSize(s.Width, h))
			y += h
		}
	}
}
