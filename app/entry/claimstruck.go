package entry

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

// standing shows which claims of a line no longer stand, or will not once they are
// saved: their cells are struck through, and the line below says what became of them.
func (g *claimGrid) standing(r *gridRow) {
	for n, s := range r.strikes {
		c := r.Cells[n]
		s.set(c != nil && (!c.Stands() || g.outdated[c.ID] != ""))
	}
	if !slices.ContainsFunc(r.cells, (*field.Cell).Focused) {
		g.rest(r)
	}
}

// rest says below a line what became of its claims while the cursor is elsewhere.
func (g *claimGrid) rest(r *gridRow) {
	s := strings.Join(g.fates(r, nil), "\n")
	if s != r.said {
		r.said = s
		g.f.relayout()
	}
	r.row.SetHint(s)
}

// fates are what became of a line's claims, a line each, but for one of them.
func (g *claimGrid) fates(r *gridRow, but *draft.Claim) []string {
	var said []string
	for n, c := range r.Cells {
		if c == nil || c == but || slices.Index(r.Cells, c) < n { // a claim of several sources is told once
			continue
		}
		s := g.became(c)
		if s != "" && len(g.columns) > 1 {
			s = g.title(n) + ": " + s
		}
		if s != "" {
			said = append(said, s)
		}
	}
	return said
}

// became says what became of a claim; "" where it stands as it was.
func (g *claimGrid) became(c *draft.Claim) string {
	if c.Stands() {
		if c.Corrected() && !c.Settled {
			return "was " + c.WasCell() + "; saving asks why"
		}
		return g.overtaken(c)
	}
	s := "was " + strings.TrimSpace(c.Cell())
	if c.Cell() == "" {
		s = "no longer stands"
	}
	i := slices.IndexFunc(g.f.d.Claims, func(o *draft.Claim) bool { return o.ID == c.SupersededBy })
	switch {
	case c.SupersededBy == "" || i < 0:
		s += ", " + c.State
	case g.f.d.Claims[i].Cell() != "":
		s += ", replaced by " + strings.TrimSpace(g.f.d.Claims[i].Cell())
	default:
		s += ", replaced"
	}
	if c.Why != "" {
		s += ": " + c.Why
	} else if c.State == "withdrawn" && i >= 0 {
		s += ": withdrawn"
	}
	return s
}

// overtaken says which newer claim of the same originator superseded a claim that
// nobody marked; "" where none did.
func (g *claimGrid) overtaken(c *draft.Claim) string {
	i := slices.IndexFunc(g.f.d.Claims, func(o *draft.Claim) bool { return o.ID == g.outdated[c.ID] })
	if i < 0 {
		return ""
	}
	newer := g.f.d.Claims[i]
	by := "the same originator"
	if a := g.f.d.Actor(newer.AccordingTo); a != nil && a.Name != "" {
		by = a.Name
	}
	return strings.TrimSpace(c.Cell()) + " is superseded by " + strings.TrimSpace(newer.Cell()) + ", which " + by + " said later"
}

// struckCell is a cell with a line through its text while its claim does not stand.
type struckCell struct {
	widget.BaseWidget
	cell *field.Cell
	on   bool
}

func newStruckCell(c *field.Cell) *struckCell {
	s := &struckCell{cell: c}
	s.ExtendBaseWidget(s)
	return s
}

func (s *struckCell) set(on bool) {
	s.on = on
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *struckCell) CreateRenderer() fyne.WidgetRenderer {
	r := &struckRenderer{s: s, line: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type struckRenderer struct {
	s    *struckCell
	line *canvas.Rectangle
}

func (r *struckRenderer) Destroy()                     {}
func (r *struckRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }
func (r *struckRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, 0) }

// Layout lays the line through the text, as the field sets it.
func (r *struckRenderer) Layout(size fyne.Size) {
	th := r.s.Theme()
	inner := th.Size(theme.SizeNameInnerPadding)
	text := r.s.cell.Text
	if text == "" {
		text = r.s.cell.PlaceHolder
	}
	width := fyne.MeasureText(text, th.Size(theme.SizeNameText), fyne.TextStyle{}).Width
	const over = 2 // how far the line goes beyond the text on either side
	r.line.Move(fyne.NewPos(inner-over, size.Height/2))
	r.line.Resize(fyne.NewSize(min(width+2*over, size.Width-2*(inner-over)), 1.5))
}

func (r *struckRenderer) Refresh() {
	r.line.FillColor = color.Transparent
	if r.s.on {
		r.line.FillColor = r.s.Theme().Color(theme.ColorNameForeground, fyne.CurrentApp().Settings().ThemeVariant())
	}
	r.Layout(r.s.Size())
	r.line.Refresh()
}
