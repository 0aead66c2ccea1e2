package entry

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// The widths of the claims' table.
const (
	subjectWidth = 116 // of the column that says what is claimed
	leastCell    = 52
	gridGap      = 4
)

// gridLine lays out a line of the table: what is claimed, a cell for each source,
// and below them a message and whatever was unfolded.
type gridLine struct{ cells int }

func (g gridLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(subjectWidth+float32(g.cells)*(leastCell+gridGap), 0)
	for _, c := range o[:g.cells+1] {
		s.Height = max(s.Height, c.MinSize().Height)
	}
	for _, c := range o[g.cells+1:] {
		if c.Visible() {
			s.Height += c.MinSize().Height
		}
	}
	return s
}

func (g gridLine) Layout(o []fyne.CanvasObject, s fyne.Size) {
	var h float32
	for _, c := range o[:g.cells+1] {
		h = max(h, c.MinSize().Height)
	}
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(subjectWidth, h))
	w := (s.Width-subjectWidth)/float32(max(g.cells, 1)) - gridGap
	for i, c := range o[1 : g.cells+1] {
		c.Move(fyne.NewPos(subjectWidth+gridGap+float32(i)*(w+gridGap), 0))
		c.Resize(fyne.NewSize(w, h))
	}
	y := h
	for _, c := range o[g.cells+1:] {
		if c.Visible() {
			m := c.MinSize().Height
			c.Move(fyne.NewPos(0, y-theme.Padding()/2))
			c.Resize(fyne.NewSize(s.Width, m))
			y += m
		}
	}
}

// sideways scrolls a table that is wider than the panel, and leaves the wheel to
// the panel unless it is turned sideways.
type sideways struct {
	container.Scroll
	outer func() *container.Scroll
}

func newSideways(content fyne.CanvasObject, outer func() *container.Scroll) *sideways {
	s := &sideways{outer: outer}
	s.Content, s.Direction = content, container.ScrollHorizontalOnly
	s.ExtendBaseWidget(s)
	return s
}

// Scrolled implements fyne.Scrollable.
func (s *sideways) Scrolled(e *fyne.ScrollEvent) {
	if o := s.outer(); o != nil && e.Scrolled.DX == 0 {
		o.Scrolled(e)
		return
	}
	s.Scroll.Scrolled(e)
}

// reveal scrolls until a cell can be seen.
func (s *sideways) reveal(o fyne.CanvasObject) {
	at, ok := find(s.Content, o)
	if !ok || s.Size().Width == 0 {
		return
	}
	x := at.X - s.Content.Position().X
	offset := s.Offset
	switch {
	case x < offset.X:
		offset.X = max(0, x-gridGap)
	case x+o.Size().Width > offset.X+s.Size().Width:
		offset.X = x + o.Size().Width - s.Size().Width + gridGap
	default:
		return
	}
	s.ScrollToOffset(offset)
}
