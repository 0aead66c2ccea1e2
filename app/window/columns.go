package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Measures of the columns, in device-independent pixels.
const (
	gripWidth  = 5
	leastMap   = 200
	leastPanel = 220
	mostPanel  = 720
)

// columns are list, map and panel side by side. The panels keep their widths when
// the window grows, and the map takes what is left; each panel can be folded away.
type columns struct {
	widget.BaseWidget
	left, middle, right     fyne.CanvasObject
	leftWidth, rightWidth   float32
	leftFolded, rightFolded bool
	leftGrip, rightGrip     *grip
	onChanged               func() // a width or a fold is another one
}

func newColumns(left, middle, right fyne.CanvasObject) *columns {
	c := &columns{left: left, middle: middle, right: right, leftWidth: 300, rightWidth: 420}
	c.leftGrip = newGrip(func(dx float32) { c.drag(&c.leftWidth, dx) }, c.changed)
	c.rightGrip = newGrip(func(dx float32) { c.drag(&c.rightWidth, -dx) }, c.changed)
	c.ExtendBaseWidget(c)
	return c
}

func (c *columns) drag(width *float32, by float32) {
	*width = min(max(*width+by, leastPanel), mostPanel)
	c.Refresh()
}

func (c *columns) changed() {
	if c.onChanged != nil {
		c.onChanged()
	}
}

// fold folds the left or the right panel away, or back.
func (c *columns) fold(left, folded bool) {
	if left {
		c.leftFolded = folded
	} else {
		c.rightFolded = folded
	}
	c.Refresh()
	c.changed()
}

// CreateRenderer implements fyne.Widget.
func (c *columns) CreateRenderer() fyne.WidgetRenderer { return &columnsRenderer{c} }

type columnsRenderer struct{ c *columns }

func (r *columnsRenderer) Layout(size fyne.Size) {
	c := r.c
	shown := func(o fyne.CanvasObject, g *grip, folded bool) {
		if folded {
			o.Hide()
			g.Hide()
		} else {
			o.Show()
			g.Show()
		}
	}
	shown(c.left, c.leftGrip, c.leftFolded)
	shown(c.right, c.rightGrip, c.rightFolded)

	left, right := c.leftWidth, c.rightWidth
	if c.leftFolded {
		left = -gripWidth
	}
	if c.rightFolded {
		right = -gripWidth
	}
	// In a narrow window the panels give way before the map does.
	if over := left + right + 2*gripWidth + leastMap - size.Width; over > 0 {
		if !c.rightFolded {
			cut := min(over, max(0, right-leastPanel))
			right -= cut
			over -= cut
		}
		if !c.leftFolded {
			left -= min(over, max(0, left-leastPanel))
		}
	}
	place := func(o fyne.CanvasObject, x, w float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(max(0, w), size.Height))
	}
	place(c.left, 0, left)
	place(c.leftGrip, left, gripWidth)
	place(c.right, size.Width-right, right)
	place(c.rightGrip, size.Width-right-gripWidth, gripWidth)
	place(c.middle, left+gripWidth, size.Width-left-right-2*gripWidth)
}

func (r *columnsRenderer) MinSize() fyne.Size {
	c := r.c
	h := max(c.left.MinSize().Height, c.middle.MinSize().Height, c.right.MinSize().Height)
	return fyne.NewSize(2*leastPanel+leastMap, min(h, 320))
}

func (r *columnsRenderer) Refresh() {
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

// Objects are in the order in which the keyboard reaches them.
func (r *columnsRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.left, r.c.middle, r.c.right, r.c.leftGrip, r.c.rightGrip}
}
func (r *columnsRenderer) Destroy() {}

// grip is the line between two columns, which can be dragged.
type grip struct {
	widget.BaseWidget
	move    func(dx float32)
	end     func()
	hovered bool
}

func newGrip(move func(float32), end func()) *grip {
	g := &grip{move: move, end: end}
	g.ExtendBaseWidget(g)
	return g
}

// Dragged implements fyne.Draggable.
func (g *grip) Dragged(e *fyne.DragEvent) { g.move(e.Dragged.DX) }

// DragEnd implements fyne.Draggable.
func (g *grip) DragEnd() { g.end() }

// Cursor implements desktop.Cursorable.
func (g *grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MouseIn implements desktop.Hoverable.
func (g *grip) MouseIn(*desktop.MouseEvent) { g.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (g *grip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (g *grip) MouseOut() { g.hover(false) }

func (g *grip) hover(in bool) {
	g.hovered = in
	g.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	r := &gripRenderer{grip: g, back: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type gripRenderer struct {
	grip       *grip
	back, line *canvas.Rectangle
}

func (r *gripRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.line.Resize(fyne.NewSize(1, size.Height))
	r.line.Move(fyne.NewPos((size.Width-1)/2, 0))
}

func (r *gripRenderer) MinSize() fyne.Size { return fyne.NewSize(gripWidth, gripWidth) }

func (r *gripRenderer) Refresh() {
	r.back.FillColor = theme.Color(theme.ColorNameBackground)
	r.line.FillColor = theme.Color(theme.ColorNameSeparator)
	if r.grip.hovered {
		r.back.FillColor = theme.Color(theme.ColorNamePrimary)
		r.line.FillColor = theme.Color(theme.ColorNamePrimary)
	}
	r.back.Refresh()
	r.line.Refresh()
}

func (r *gripRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back, r.line} }
func (r *gripRenderer) Destroy()                     {}
