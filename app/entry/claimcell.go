package entry

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

// line makes a line of the table.
func (g *claimGrid) line(l draft.Line) *gridRow {
	r := &gridRow{Line: l, open: container.NewVBox()}
	r.open.Hide()
	r.row = field.NewRowOf(func(message fyne.CanvasObject) *fyne.Container {
		o := []fyne.CanvasObject{g.head(r)}
		for n := range g.columns {
			c := g.cell(r, n)
			s := newStruckCell(c)
			r.cells, r.strikes = append(r.cells, c), append(r.strikes, s)
			o = append(o, container.NewStack(c, s))
		}
		return container.New(gridLine{len(g.columns)}, append(o, message, r.open)...)
	})
	for n, c := range r.Cells {
		if c != nil {
			g.register(r, n)
			if g.f.unfolded[c.ID] && !r.open.Visible() {
				g.unfold(r, n)
			}
		}
	}
	for _, c := range r.Spare {
		g.f.rows[draft.Path("claim", c.ID, "measure")] = r.row
	}
	return r
}

// register lets what is said of a claim stand at its line, and a problem find its
// cell.
func (g *claimGrid) register(r *gridRow, n int) {
	for _, name := range []string{"figure", "value", "measure", "about", "of", "when", "according to", "according_to"} {
		path := draft.Path("claim", r.Cells[n].ID, name)
		g.f.rows[path] = r.row
		g.f.fields[path] = r.cells[n]
	}
}

// head is the field that says what the line counts.
func (g *claimGrid) head(r *gridRow) *field.Complete {
	h := field.NewComplete(g.f.panel, g.f.searchSubjects)
	h.Set(g.f.subjectText(subject{about: r.About, measure: r.Measure, of: r.Of}))
	h.Part = &field.Part{Remove: func() { g.removeLine(r) }}
	h.OnTyped = func(t string) {
		if s := g.f.subjectOf(t); !s.blank() {
			g.about(r, s)
		}
	}
	h.OnPick = func(o field.Option) {
		if s, ok := g.picked(o); ok {
			g.setSubject(r, s)
		}
	}
	h.OnLeave = func() { h.Set(g.f.subjectText(subject{about: r.About, measure: r.Measure, of: r.Of})) }
	r.head = h
	return h
}

// setSubject has a line count something else, and says so at its head.
func (g *claimGrid) setSubject(r *gridRow, s subject) {
	g.about(r, s)
	r.head.Set(g.f.subjectText(s))
}

func (g *claimGrid) about(r *gridRow, s subject) {
	r.About, r.Measure, r.Of = s.about, s.measure, s.of
	for _, c := range r.Claims() {
		text := c.Cell()
		c.Measure, c.Of, c.Unknown = s.measure, s.of, s.unknown
		if c.About != s.about { // what was typed is read anew, as what it is now
			c.SetCell("", g.f.reader())
			c.About = s.about
			c.SetCell(text, g.f.reader())
		}
		g.f.touched(draft.Path("claim", c.ID, "measure"))
	}
}

// cell is where a source's claim is typed.
func (g *claimGrid) cell(r *gridRow, n int) *field.Cell {
	c := field.NewCell(g.f.panel)
	if x := r.Cells[n]; x != nil {
		c.Text = x.Cell()
		c.PlaceHolder = wordsOf(x)
	}
	c.Part = &field.Part{
		Details: func() {
			if r.open.Visible() {
				g.fold(r)
				return
			}
			g.claim(r, n)
			g.unfold(r, n)
			g.f.panel.Reveal(r.open)
		},
		Remove: func() { g.removeCell(r, n) },
	}
	c.Go = func(down, right int) bool { return g.move(r, n, down, right) }
	c.OnBlock = func(rows [][]string) { g.paste(r, n, rows) }
	c.Search = func(string) []field.Option {
		if x := r.Cells[n]; x != nil && x.About == aboutWhen {
			return g.f.whenChoices(x.When)
		}
		return nil
	}
	c.OnPick = func(o field.Option) { c.OnTyped(o.Text) }
	c.OnTyped = func(s string) {
		if s == "" && r.Cells[n] == nil {
			return
		}
		x := g.claim(r, n)
		x.SetCell(s, g.f.reader())
		g.hint(r, n)
		g.f.touched(draft.Path("claim", x.ID, "figure"))
	}
	c.OnEnter = func() {
		g.worked = g.columns[n].First()
		if g.wide != nil {
			g.wide.reveal(c)
		}
		g.hint(r, n)
	}
	c.OnLeave = func() {
		g.rest(r)
		g.settle(r, n)
	}
	return c
}

// wordsOf is what a claim without a value for its cell says.
func wordsOf(c *draft.Claim) string {
	switch {
	case c.Value != "":
		return c.Value
	case c.When.ByHand():
		return c.When.Earliest
	}
	return ""
}

// claim is the claim of a cell: made if there is none, and made its own if other
// sources make it too.
func (g *claimGrid) claim(r *gridRow, n int) *draft.Claim {
	f := g.f
	switch x := r.Cells[n]; {
	case x == nil:
		r.Cells[n] = f.d.Fill(r.Line, g.columns[n], f.deps.NewID)
	default:
		for m, other := range r.Cells {
			if m != n && other == x {
				r.Cells[n] = f.d.Split(x, g.columns[n], f.deps.NewID)
				break
			}
		}
	}
	g.register(r, n)
	return r.Cells[n]
}

// hint says how a cell is understood, who says so, and what it said before.
func (g *claimGrid) hint(r *gridRow, n int) {
	x := r.Cells[n]
	if x == nil {
		g.rest(r)
		return
	}
	var parts []string
	if s := g.f.cellRead(x); s != "" {
		parts = append(parts, s)
	}
	q := g.columns[n].First()
	if a := g.f.d.Actor(x.AccordingTo); a != nil && (q == nil || q.Voice.Key != x.AccordingTo.Key) {
		parts = append(parts, "according to "+a.Name)
	}
	if s := g.became(x); s != "" {
		parts = append(parts, s)
	}
	s := strings.Join(parts, "; ")
	if s != "" && len(g.columns) > 1 {
		s = g.title(n) + ": " + s
	}
	s = strings.TrimPrefix(strings.Join(append([]string{s}, g.fates(r, x)...), "\n"), "\n")
	if r.row.Message() != s {
		r.row.SetHint(s)
		g.f.relayout()
	}
}

// move goes to a cell further down, and from the last to the top of the next source.
func (g *claimGrid) move(r *gridRow, n, down, right int) bool {
	i := 0
	for i < len(g.lines) && g.lines[i] != r {
		i++
	}
	i, n = i+down, n+right
	if i >= len(g.lines) {
		i, n = 0, n+1
	}
	if i < 0 && g.voices[n] != nil { // above the first line stands whose claims they are
		g.f.focus(g.voices[n])
		return true
	}
	if i < 0 || n < 0 || n >= len(g.columns) {
		return false
	}
	g.f.focus(g.lines[i].cells[n])
	return true
}
