package inbox

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/reading"
)

// Measures of the text, in device-independent pixels.
const (
	textEdge = 3 * look.Grid
	leading  = look.Grid // between lines
)

// textView is an item's text with what was read in it marked. A report may be as
// long as a book: only the lines in sight are drawn.
type textView struct {
	widget.BaseWidget
	onHover func(words string)

	text        string
	suggestions []reading.Suggestion
	marks       []Mark
	lit         map[int]bool // suggestions of the current proposal
	lines       []line
	wrapped     float32 // the width that lines are for
	scroll      *container.Scroll
	over        int // the mark under the pointer; -1: none

	sel        selection
	focused    bool
	onTake     func(Excerpt)
	onFocus    func(on bool)
	onKey      func(*fyne.KeyEvent)
	onShortcut func(fyne.Shortcut)
}

func newTextView(onHover func(string)) *textView {
	t := &textView{onHover: onHover, over: -1}
	t.ExtendBaseWidget(t)
	t.scroll = container.NewVScroll(t)
	t.scroll.OnScrolled = func(fyne.Position) { t.Refresh() }
	return t
}

// set shows another text.
func (t *textView) set(text string, suggestions []reading.Suggestion) {
	if text != t.text {
		t.scroll.Offset = fyne.Position{}
		t.sel = selection{}
	}
	t.text, t.suggestions, t.marks = text, suggestions, Marks(suggestions)
	t.over, t.wrapped = -1, 0
	t.rewrap(t.Size().Width)
	t.scroll.Refresh()
	t.Refresh()
}

// light shows which suggestions a proposal was made of.
func (t *textView) light(from []int) {
	t.lit = map[int]bool{}
	for _, i := range from {
		t.lit[i] = true
	}
	t.Refresh()
}

func (t *textView) size() float32 { return t.Theme().Size(theme.SizeNameText) }

func (t *textView) lineHeight() float32 {
	return fyne.MeasureText("Åg", t.size(), fyne.TextStyle{}).Height + leading
}

func (t *textView) rewrap(width float32) {
	if width == t.wrapped || width <= 2*textEdge {
		return
	}
	t.wrapped = width
	size := t.size()
	t.lines = wrap(t.text, t.marks, width-2*textEdge, func(s string) float32 {
		return fyne.MeasureText(s, size, look.StyleFor(s, fyne.TextStyle{})).Width
	})
}

// Resize implements fyne.CanvasObject.
func (t *textView) Resize(s fyne.Size) {
	if s.Width != t.wrapped {
		t.rewrap(s.Width)
		t.BaseWidget.Resize(s)
		if h := t.MinSize().Height; h > s.Height {
			t.scroll.Refresh()
		}
		return
	}
	t.BaseWidget.Resize(s)
}

// MouseIn implements desktop.Hoverable.
func (t *textView) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (t *textView) MouseMoved(e *desktop.MouseEvent) { t.hover(t.markAt(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (t *textView) MouseOut() { t.hover(-1) }

func (t *textView) hover(mark int) {
	if mark == t.over {
		return
	}
	t.over = mark
	if t.onHover == nil {
		return
	}
	if mark < 0 {
		t.onHover("")
		return
	}
	t.onHover(meaning(t.suggestions[t.marks[mark].Suggestion]))
}

// markAt is the mark at a place of the widget; -1: there is none.
func (t *textView) markAt(p fyne.Position) int {
	i := int((p.Y - textEdge) / t.lineHeight())
	if p.Y < textEdge || i >= len(t.lines) {
		return -1
	}
	x := float32(textEdge)
	for _, r := range t.lines[i].runs {
		x += t.width(t.text[r.start:r.end])
		if p.X < x {
			return r.mark
		}
	}
	return -1
}

func (t *textView) width(s string) float32 {
	return fyne.MeasureText(s, t.size(), look.StyleFor(s, fyne.TextStyle{})).Width
}

// CreateRenderer implements fyne.Widget.
func (t *textView) CreateRenderer() fyne.WidgetRenderer { return &textRenderer{t: t} }

type textRenderer struct {
	t       *textView
	objects []fyne.CanvasObject
}

func (r *textRenderer) MinSize() fyne.Size {
	return fyne.NewSize(20*look.Grid, float32(len(r.t.lines))*r.t.lineHeight()+2*textEdge)
}

func (r *textRenderer) Layout(fyne.Size) { r.draw() }

func (r *textRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.t)
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *textRenderer) Destroy()                     {}

// draw makes the lines in sight.
func (r *textRenderer) draw() {
	t, p := r.t, look.Current()
	h := t.lineHeight()
	first := max(0, int((t.scroll.Offset.Y-textEdge)/h)-1)
	last := min(len(t.lines), first+int(t.scroll.Size().Height/h)+4)
	var back, words []fyne.CanvasObject
	from, to := t.sel.bounds()
	for i := first; i < last; i++ {
		x, y := float32(textEdge), textEdge+float32(i)*h
		for _, run := range t.lines[i].runs {
			s := t.text[run.start:run.end]
			w := t.width(s)
			if run.mark >= 0 {
				back = append(back, r.mark(run.mark, x, y, w, h)...)
			}
			if strings.TrimSpace(s) != "" {
				o := canvas.NewText(s, p.Text)
				o.TextSize, o.TextStyle = t.size(), look.StyleFor(s, fyne.TextStyle{})
				o.Move(fyne.NewPos(x, y+leading/2))
				o.Resize(o.MinSize())
				words = append(words, o)
			}
			x += w
		}
		if from < to && from <= t.lines[i].end && to > t.lines[i].start {
			back = append(back, r.chosen(i, from, to, y, h))
		}
		if t.focused && t.lineOf(t.sel.caret) == i {
			words = append(words, r.caret(i, y, h))
		}
	}
	r.objects = append(back, words...)
}

// chosen is the ground of what is selected in a line.
func (r *textRenderer) chosen(i, from, to int, y, h float32) fyne.CanvasObject {
	t := r.t
	left, right := t.xOf(i, from), t.xOf(i, to)
	if to > t.lines[i].end { // the break behind the line is selected too
		right += leading
	}
	o := canvas.NewRectangle(t.Theme().Color(theme.ColorNameSelection, fyne.CurrentApp().Settings().ThemeVariant()))
	o.Move(fyne.NewPos(textEdge+left, y+1))
	o.Resize(fyne.NewSize(right-left, h-2))
	return o
}

// caret stands where the next selection begins.
func (r *textRenderer) caret(i int, y, h float32) fyne.CanvasObject {
	t := r.t
	o := canvas.NewRectangle(t.Theme().Color(theme.ColorNamePrimary, fyne.CurrentApp().Settings().ThemeVariant()))
	o.Move(fyne.NewPos(textEdge+t.xOf(i, t.sel.caret)-1, y+1))
	o.Resize(fyne.NewSize(2, h-2))
	return o
}

// mark is the ground and the line below marked words: full where the current
// proposal was made of them, pale where not.
func (r *textRenderer) mark(i int, x, y, w, h float32) []fyne.CanvasObject {
	s := r.t.marks[i].Suggestion
	hue := hueOf(r.t.suggestions[s].Field)
	wash, rule := uint8(0x16), float32(1)
	if r.t.lit[s] || len(r.t.lit) == 0 {
		wash, rule = 0x3a, 2
	}
	box := func(c color.NRGBA, y, h float32) fyne.CanvasObject {
		o := canvas.NewRectangle(c)
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
		return o
	}
	ground := hue
	ground.A = wash
	return []fyne.CanvasObject{box(ground, y+1, h-2), box(hue, y+h-1-rule, rule)}
}
