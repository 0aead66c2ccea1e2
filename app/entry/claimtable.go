package entry

import (
	"fmt"
	"slices"
	"strings"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/figure"
)

// unfold shows the details of a cell below its line.
func (g *claimGrid) unfold(r *gridRow, n int) {
	for _, c := range r.Cells {
		if c != nil {
			delete(g.f.unfolded, c.ID)
		}
	}
	c := r.Cells[n]
	g.f.unfolded[c.ID] = true
	path := func(name string) string { return draft.Path("claim", c.ID, name) }
	before := g.f.part
	g.f.part = r.cells[n].Part
	r.open.Objects = g.f.claimDetails(c, g.columns[n], path)
	g.f.part = before
	r.open.Show()
	r.open.Refresh()
	g.f.showProblems()
	g.f.relayout()
}

func (g *claimGrid) fold(r *gridRow) {
	for _, c := range r.Cells {
		if c != nil {
			delete(g.f.unfolded, c.ID)
		}
	}
	r.open.Hide()
	r.open.Objects = nil
	g.f.relayout()
}

// removeCell takes a source's claim out of the table.
func (g *claimGrid) removeCell(r *gridRow, n int) {
	c := r.Cells[n]
	if c == nil {
		g.removeLine(r)
		return
	}
	if slices.IndexFunc(r.Cells, func(o *draft.Claim) bool { return o != nil && o != c }) < 0 && len(r.Spare) == 0 {
		g.f.d.Claims = append(g.f.d.Claims, &draft.Claim{ID: g.f.deps.NewID(), About: r.About, Measure: r.Measure, Of: r.Of})
	}
	g.f.removePart(g.s, g.f.said(c.ID), c.ID)
}

// removeLine takes a line out of the table, with all that is claimed in it.
func (g *claimGrid) removeLine(r *gridRow) {
	var ids []string
	for _, c := range r.Claims() {
		ids = append(ids, c.ID)
	}
	g.f.removePart(g.s, "the line “"+g.f.subjectText(subject{about: r.About, measure: r.Measure, of: r.Of})+"”", ids...)
}

// paste fills cells from a block, from the cell it was pasted into to the right and
// down. Where the block's first column names measures its lines go to those; a first
// line above them names the sources.
func (g *claimGrid) paste(r *gridRow, n int, block [][]string) {
	f := g.f
	heads, named := g.blockHeads(block)
	var titles []string
	if named {
		if heads[0].blank() {
			titles, block, heads = block[0][1:], block[1:], heads[1:]
		}
		for i := range block {
			block[i] = block[i][1:]
		}
	}
	at := g.columnsFor(n, titles, widest(block))
	first := slices.Index(g.lines, r)
	var left []string
	for i, row := range block {
		var to subject
		switch {
		case named:
			to = heads[i]
		case first+i < len(g.lines):
			l := g.lines[first+i]
			to = subject{about: l.About, measure: l.Measure, of: l.Of}
		default:
			left = append(left, strings.Join(row, " "))
			continue
		}
		for j, text := range row {
			if text != "" {
				g.fill(to, at[j], text)
			}
		}
	}
	s := g.s
	s.rebuild()
	f.changed()
	f.relayout()
	if now := f.grid; first < len(now.lines) && n < len(now.columns) {
		f.focus(now.lines[first].cells[n])
	}
	if len(left) > 0 {
		f.tell(fmt.Sprintf("%d rows were not pasted, since no measure stands beside them: %s. Name the measures in the first column of what you copy, or add lines first.", len(left), strings.Join(left, "; ")))
	}
}

// blockHeads reads the first column of a block as measures. A first line that is
// none may name the sources.
func (g *claimGrid) blockHeads(block [][]string) ([]subject, bool) {
	if widest(block) < 2 {
		return nil, false
	}
	heads := make([]subject, len(block))
	for i, row := range block {
		heads[i] = g.f.subjectOf(row[0])
		if heads[i].unknown || heads[i].blank() {
			_, err := figure.Parse(row[0], g.f.voc.words()...)
			if i > 0 || len(block) == 1 || row[0] != "" && err == nil {
				return nil, false
			}
			heads[0] = subject{}
		}
	}
	return heads, true
}

func widest(block [][]string) int {
	n := 0
	for _, row := range block {
		n = max(n, len(row))
	}
	return n
}

// columnsFor are the citations of the columns that a block fills: those with the
// titles given, else from n on. Missing ones are added.
func (g *claimGrid) columnsFor(n int, titles []string, width int) []*draft.Citation {
	f := g.f
	var out []*draft.Citation
	for j := range width {
		var q *draft.Citation
		if j < len(titles) && titles[j] != "" {
			q = g.titled(titles[j])
		} else if n+j < len(g.columns) {
			q = g.columns[n+j].First()
		}
		if q == nil {
			q = &draft.Citation{ID: f.deps.NewID(), About: "event"}
			f.d.Citations = append(withoutBlank(f.d.Citations, func(c *draft.Citation) bool {
				return c.Blank() && len(titles) > 0 && !slices.Contains(out, c)
			}), q)
			if j < len(titles) {
				f.d.NameItem(&q.Item, titles[j], f.deps.NewID)
			}
		}
		out = append(out, q)
	}
	f.refreshSection(secSources)
	return out
}

// titled is the source of a title or outlet; nil: none has it.
func (g *claimGrid) titled(title string) *draft.Citation {
	for _, col := range g.columns {
		q := col.First()
		if q == nil {
			continue
		}
		i := g.f.d.Item(q.Item)
		if i == nil {
			continue
		}
		o := g.f.d.Outlet(i.Outlet)
		if folded(i.Title) == folded(title) || o != nil && folded(o.Name) == folded(title) {
			return q
		}
	}
	return nil
}

// fill puts a text into the cell of a subject and a source.
func (g *claimGrid) fill(s subject, q *draft.Citation, text string) {
	f := g.f
	grid := f.d.Grid()
	n := slices.IndexFunc(grid.Columns, func(c draft.Column) bool { return slices.Contains(c.Citations, q) })
	if n < 0 {
		return
	}
	line := draft.Line{About: s.about, Measure: s.measure, Of: s.of, Cells: make([]*draft.Claim, len(grid.Columns))}
	for _, l := range grid.Lines {
		if l.About == s.about && l.Measure == s.measure && l.Of == s.of && !l.Earlier {
			line = l
			break
		}
	}
	c := line.Cells[n]
	if c == nil {
		c = f.d.Fill(line, grid.Columns[n], f.deps.NewID)
	}
	if p, err := figure.ParsePair(text, f.voc.words()...); err == nil && partOf[s.measure] != "" && s.about == aboutMeasure {
		c.SetCell(figure.Format(p.All), f.reader())
		g.fill(subject{about: s.about, measure: partOf[s.measure], of: s.of}, q, figure.Format(p.Of))
		return
	}
	c.SetCell(text, f.reader())
}
