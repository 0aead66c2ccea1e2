package dossier

import (
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// step is a dot on the line of phases.
type step struct {
	name    string
	at      store.When
	planned bool // it has not come, or only was to come then
	current bool
	ownTime bool // its time is the event's
	phase   store.Phase
}

// steps are the phases and the planned time in the order of time; what has no time keeps
// its place after what stands before it.
func steps(p Page) []step {
	e := p.Event.Value
	current, has := situation.CurrentPhase(e, p.Now)
	var list []step
	if !e.Planned.IsZero() {
		list = append(list, step{name: "planned for", at: e.Planned, planned: true})
	}
	for _, ph := range e.Phases {
		s := step{name: p.Names.term("phase", ph.Phase), at: ph.At, phase: ph, current: has && ph.ID == current.ID}
		if s.at.IsZero() {
			s.at, s.ownTime = e.When, true
		}
		s.planned = s.at.Earliest.After(p.Now)
		list = append(list, s)
	}
	type keyed struct {
		step
		key time.Time
	}
	var last time.Time
	sorted := make([]keyed, len(list))
	for i, s := range list {
		key := s.at.Earliest
		if key.IsZero() {
			key = s.at.Latest
		}
		if key.IsZero() {
			key = last
		}
		last = key
		sorted[i] = keyed{s, key}
	}
	slices.SortStableFunc(sorted, func(a, b keyed) int { return a.key.Compare(b.key) })
	for i := range sorted {
		list[i] = sorted[i].step
	}
	return list
}

// phases shows on a line what state the thing was in: a filled dot for what has come to
// be, a hollow one for what is or was planned.
func (d *Dossier) phases(p Page) {
	all := steps(p)
	if len(all) == 0 {
		return
	}
	d.section("Phases", "")
	rail := container.New(look.Rows{})
	for i, s := range all {
		title := look.Body(situation.Sentence(s.name))
		title.TextStyle.Bold = s.current
		at := situation.FormatWhen(s.at, p.Zone)
		if s.ownTime {
			at = look.Join(": ", "at the time of the event", at)
		}
		if s.planned && s.phase.Phase != "" {
			at += " (still to come)"
		}
		rows := []fyne.CanvasObject{title, look.Caption(situation.Sentence(at))}
		if s.phase.Note != "" {
			rows = append(rows, look.Caption(situation.Sentence(s.phase.Note)))
		}
		if s.phase.Phase != "" {
			rows = append(rows, d.cited(p, s.phase.Citations)...)
		}
		rail.Add(newStop(s, i == 0, i == len(all)-1, stack(rows)))
	}
	d.page.Add(container.New(look.Inset{Top: look.Grid}, rail))
}

// stop is one entry of the line of phases: its dot, the line through it, and the words
// beside it.
type stop struct {
	widget.BaseWidget
	step        step
	first, last bool
	words       fyne.CanvasObject
}

func newStop(s step, first, last bool, words fyne.CanvasObject) *stop {
	x := &stop{step: s, first: first, last: last, words: words}
	x.ExtendBaseWidget(x)
	return x
}

// AccessibilityLabel is what a screen reader says before the words.
func (s *stop) AccessibilityLabel() string {
	if s.step.planned {
		return "planned"
	}
	return "actual"
}

// CreateRenderer implements fyne.Widget.
func (s *stop) CreateRenderer() fyne.WidgetRenderer {
	r := &stopRenderer{
		s: s, above: canvas.NewRectangle(color.Transparent), below: canvas.NewRectangle(color.Transparent),
		dot: canvas.NewCircle(color.Transparent),
	}
	r.colour()
	return r
}

type stopRenderer struct {
	s            *stop
	above, below *canvas.Rectangle
	dot          *canvas.Circle
}

// Sizes of the line, in device-independent pixels.
const (
	dotSize   = 11
	railX     = 2 * look.Grid // of the line's middle
	railWidth = 2
	wordsX    = 6 * look.Grid
)

func (r *stopRenderer) Layout(size fyne.Size) {
	r.s.words.Move(fyne.NewPos(wordsX, 0))
	r.s.words.Resize(fyne.NewSize(max(0, size.Width-wordsX), size.Height-2*look.Grid))
	y := r.middle()
	line := func(o *canvas.Rectangle, shown bool, from, to float32) {
		if !shown {
			o.Hide()
			return
		}
		o.Show()
		o.Move(fyne.NewPos(railX-railWidth/2, from))
		o.Resize(fyne.NewSize(railWidth, max(0, to-from)))
	}
	line(r.above, !r.s.first, 0, y-dotSize/2)
	line(r.below, !r.s.last, y+dotSize/2, size.Height)
	r.dot.Move(fyne.NewPos(railX-dotSize/2.0, y-dotSize/2.0))
	r.dot.Resize(fyne.NewSize(dotSize, dotSize))
}

// middle is how far down the middle of the first line of words is.
func (r *stopRenderer) middle() float32 {
	return fyne.MeasureText("M", r.s.Theme().Size(theme.SizeNameText), fyne.TextStyle{}).Height/2 + 1
}

func (r *stopRenderer) MinSize() fyne.Size {
	return r.s.words.MinSize().AddWidthHeight(wordsX, 2*look.Grid)
}

func (r *stopRenderer) Refresh() {
	r.colour()
	r.Layout(r.s.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *stopRenderer) colour() {
	p := look.Current()
	r.above.FillColor, r.below.FillColor = p.Border, p.Border
	r.dot.StrokeColor, r.dot.StrokeWidth, r.dot.FillColor = p.Accent, 2, p.Accent
	if r.s.step.planned {
		r.dot.FillColor = p.Panel
	}
}

func (r *stopRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.above, r.below, r.dot, r.s.words}
}
func (r *stopRenderer) Destroy() {}
