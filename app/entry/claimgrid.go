package entry

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/store"
)

// claimGrid is the table of the claims: sources across, what is claimed down, and
// above it the figures as they will be shown.
type claimGrid struct {
	f *Form
	s *section

	columns []draft.Column
	lines   []*gridRow
	add     *adder
	rows    *fyne.Container
	titles  []*widget.Label
	voices  []*field.Complete // nil where there is no source
	figures *figureLines
	wide    *sideways       // nil: all columns fit
	worked  *draft.Citation // of the column that the cursor was last in; nil: in none yet
	// outdated are the claims that a newer one of their originator superseded, and which.
	outdated map[string]string
}

// gridRow is a line of the table.
type gridRow struct {
	draft.Line
	head  *field.Complete
	cells []*field.Cell
	// strikes are the lines through the cells of claims that no longer stand.
	strikes []*struckCell
	row     *field.Row
	said    string          // below the line, while the cursor is elsewhere
	open    *fyne.Container // the details of one of its cells
}

func newClaimGrid(f *Form, s *section) *claimGrid { return &claimGrid{f: f, s: s} }

// build makes the table from the draft. The cursor goes to the first cell of a
// source of which nothing was entered yet, else to an empty cell, else to the line
// below.
func (g *claimGrid) build() ([]fyne.CanvasObject, fyne.Focusable) {
	f := g.f
	grid := f.d.Grid()
	g.columns = grid.Columns
	g.figures = newFigureLines()
	g.rows = container.New(stacked{}, g.titleLine(), g.voiceLine())
	rows := g.rows
	for _, l := range grid.Lines {
		r := g.line(l)
		g.lines = append(g.lines, r)
		rows.Add(r.row.Object)
	}
	rows.Add(g.addLine())
	var table fyne.CanvasObject = rows
	if len(g.columns) > 4 {
		g.wide = newSideways(rows, func() *container.Scroll { return f.panel.scroll })
		table = g.wide
	}
	g.update()
	return []fyne.CanvasObject{g.figures.object, table}, g.next()
}

// next is where the cursor goes when the table is called for.
func (g *claimGrid) next() fyne.Focusable {
	last := len(g.columns) - 1
	for n := range g.columns {
		if !slices.ContainsFunc(g.lines, func(r *gridRow) bool { return g.filled(r, n) }) {
			last = n
			break
		}
	}
	for _, r := range g.lines {
		if !g.filled(r, last) && !r.Earlier {
			return r.cells[last]
		}
	}
	return g.add
}

func (g *claimGrid) filled(r *gridRow, n int) bool { return r.Cells[n] != nil && !r.Cells[n].Blank() }

// titleLine names the sources above their columns.
func (g *claimGrid) titleLine() fyne.CanvasObject {
	o := []fyne.CanvasObject{small("")}
	g.titles = nil
	for range g.columns {
		l := small("")
		l.Alignment = fyne.TextAlignCenter
		g.titles = append(g.titles, l)
		o = append(o, l)
	}
	return container.New(gridLine{len(g.columns)}, o...)
}

func small(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.SizeName, l.Importance, l.Truncation = theme.SizeNameCaptionText, widget.LowImportance, fyne.TextTruncateEllipsis
	return l
}

// title is a column's source in a few letters, by the number of its row: its outlet, or
// its title where another column has that outlet as well.
func (g *claimGrid) title(n int) string {
	q := g.columns[n].First()
	if q == nil {
		return "no source"
	}
	said := itoa(n+1) + " "
	i := g.f.d.Item(q.Item)
	if i == nil {
		return said + "source"
	}
	outlet := g.outlet(n)
	shared := false
	for m := range g.columns {
		shared = shared || m != n && oneName(g.outlet(m), outlet)
	}
	if title := strings.TrimSpace(i.Title); outlet == "" || shared && title != "" {
		return said + title
	}
	return said + outlet
}

// outlet is the name of a column's outlet; "": not known.
func (g *claimGrid) outlet(n int) string {
	q := g.columns[n].First()
	if q == nil {
		return ""
	}
	i := g.f.d.Item(q.Item)
	if i == nil {
		return ""
	}
	if o := g.f.d.Outlet(i.Outlet); o != nil {
		return strings.TrimSpace(o.Name)
	}
	return ""
}

// addLineLayout gives the field of the last line the width of a label and a half.
type addLineLayout struct{}

func (addLineLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return gridLine{0}.MinSize(o) }

func (addLineLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	gridLine{0}.Layout(o, s)
	o[0].Resize(fyne.NewSize(min(s.Width, subjectWidth+72), o[0].Size().Height))
}

// picked is the subject that was chosen from the list; a new measure goes into the
// vocabulary.
func (g *claimGrid) picked(o field.Option) (subject, bool) {
	switch v := o.Value.(type) {
	case subject:
		return v, true
	case newTerm:
		g.f.addTerm(v.term)
		return subject{about: aboutMeasure, measure: v.term.Code}, true
	}
	return subject{}, false
}

// update shows anew what follows from the claims: the figures above, the sources'
// names.
func (g *claimGrid) update() {
	for n, l := range g.titles {
		if t := g.title(n); l.Text != t {
			l.SetText(t)
		}
	}
	e := g.f.asRead()
	g.outdated = store.Outdated(e)
	for _, r := range g.lines {
		g.standing(r)
	}
	if g.figures.set(g.f.figures(e)) {
		g.f.relayout()
	}
}

// stale reports whether the sources are others than the table's columns.
func (g *claimGrid) stale() bool {
	now := g.f.d.Grid().Columns
	return !slices.EqualFunc(now, g.columns, func(a, b draft.Column) bool { return a.First() == b.First() })
}
