package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
)

// bar lies over the map's top while a tool is in use: it says what to do and shows
// the running figures.
type bar struct {
	object *fyne.Container
	back   *canvas.Rectangle
	texts  []*canvas.Text
	radii  *radiiEntry
	copy   *look.Button
	undo   *look.Button
	clear  *look.Button
	leave  *look.Button

	lines []line
	kind  Tool
	wrong error // what is wrong with the radii
	m     *MapView
}

// radiiEntry is the field for the radii of range rings: Enter and Escape go back to
// the map.
type radiiEntry struct {
	widget.Entry
	m *MapView
}

// TypedKey implements fyne.Focusable.
func (r *radiiEntry) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		r.m.Use(NoTool)
	case fyne.KeyReturn, fyne.KeyEnter:
		r.m.ringsAgain()
		r.m.takeFocus()
	default:
		r.Entry.TypedKey(e)
	}
}

func newBar(m *MapView) *bar {
	b := &bar{m: m, back: canvas.NewRectangle(color.Transparent)}
	b.back.CornerRadius, b.back.StrokeWidth = 4, 1
	b.object = container.NewWithoutLayout(b.back)
	for range 3 {
		t := canvas.NewText("", color.Black)
		b.texts = append(b.texts, t)
		b.object.Add(t)
	}
	b.radii = &radiiEntry{m: m}
	b.radii.ExtendBaseWidget(b.radii)
	b.radii.SetText("100, 300, 500 km")
	b.radii.OnChanged = func(string) { m.ringsAgain() }
	hint := (*barHint)(m)
	then := func(do func()) func() {
		return func() {
			do()
			m.takeFocus()
		}
	}
	b.copy = look.NewButton("", look.UIIcon("copy"), "Copy the figures  (Ctrl+C)", hint, then(func() { m.copyFigures() })).Quiet()
	b.undo = look.NewButton("", look.UIIcon("undo"), "Take the last point back  (Backspace)", hint, then(m.toolUndo)).Quiet()
	b.clear = look.NewButton("", look.UIIcon("delete"), "Remove all range rings", hint, then(func() {
		m.tool.rung = nil
		if m.OnClearRings != nil {
			m.OnClearRings()
		}
	})).Quiet()
	b.leave = look.NewButton("", look.UIIcon("close"), "Leave the tool  (Escape)", hint, then(func() { m.Use(NoTool) })).Quiet()
	for _, o := range []fyne.CanvasObject{b.radii, b.copy, b.undo, b.clear, b.leave} {
		b.object.Add(o)
	}
	b.object.Hide()
	return b
}

// update shows what the tool in use has to say.
func (b *bar) update(m *MapView) {
	lines := m.toolLines()
	able := func(k *look.Button, on bool) {
		if on == k.Disabled() {
			if on {
				k.Enable()
			} else {
				k.Disable()
			}
		}
	}
	able(b.copy, len(m.tool.points) > 1)
	able(b.undo, len(m.tool.points) > 0)
	if equal(lines, b.lines) && b.kind == m.tool.kind {
		return
	}
	b.lines, b.kind = lines, m.tool.kind
	if b.kind == NoTool {
		m.parts.tip.setText("")
		b.object.Hide()
		return
	}
	b.refresh()
}

// figureWidth keeps the bar from twitching while its figures run.
const figureWidth = 300

func (b *bar) refresh() {
	if b.kind == NoTool {
		return
	}
	p := look.Current()
	b.back.FillColor, b.back.StrokeColor = p.Raised, p.Rule
	buttons := []*look.Button{b.leave}
	switch b.kind {
	case DistanceTool, AreaTool:
		buttons = []*look.Button{b.copy, b.undo, b.leave}
	case RingsTool:
		buttons = []*look.Button{b.clear, b.leave}
	}
	for _, o := range []*look.Button{b.copy, b.undo, b.clear, b.leave} {
		o.Hide()
	}
	width := float32(figureWidth)
	room := b.m.Size().Width - 2*edge
	side := b.leave.MinSize().Height
	taken := float32(len(buttons))*side + 2*cardPad
	width = max(min(width, room-taken-2*cardPad), 100)
	y := float32(cardPad)
	for i, t := range b.texts {
		t.Hidden = i >= len(b.lines)
		if t.Hidden {
			continue
		}
		l := b.lines[i]
		t.Color, t.TextSize = p.Text, theme.Size(theme.SizeNameText)
		if l.muted {
			t.Color, t.TextSize = p.Muted, theme.Size(theme.SizeNameCaptionText)
		}
		t.TextStyle = look.StyleFor(l.text, fyne.TextStyle{Bold: l.strong})
		t.Text = l.text
		full := fyne.MeasureText(l.text, t.TextSize, t.TextStyle)
		if most := max(room-taken-2*cardPad, 100); full.Width > most {
			t.Text = look.Fit(l.text, most, t.TextSize, t.TextStyle)
			full.Width = most
		}
		t.Move(fyne.NewPos(cardPad+2, y))
		t.Resize(full)
		width = max(width, full.Width)
		y += full.Height
		if i == 0 && b.kind == RingsTool {
			h := b.radii.MinSize().Height
			b.radii.Move(fyne.NewPos(cardPad, y+2))
			b.radii.Resize(fyne.NewSize(width, h))
			y += h + 4
		}
		t.Refresh()
	}
	b.radii.Hidden = b.kind != RingsTool
	b.radii.Refresh()
	whole := fyne.NewSize(width+taken+2*cardPad, max(y, cardPad+side)+cardPad)
	x := whole.Width - cardPad/2 - float32(len(buttons))*side
	for _, o := range buttons {
		o.Show()
		o.Move(fyne.NewPos(x, cardPad/2))
		o.Resize(fyne.NewSquareSize(side))
		x += side
	}
	b.back.Resize(whole)
	b.object.Resize(whole)
	b.object.Show()
	b.layout(b.m.Size())
	canvas.Refresh(b.object)
}

func (b *bar) layout(size fyne.Size) {
	b.object.Move(fyne.NewPos(max(edge, (size.Width-b.object.Size().Width)/2), edge))
}

// covers reports whether a position of the map lies beneath the bar.
func (b *bar) covers(pos fyne.Position) bool {
	if !b.object.Visible() {
		return false
	}
	at, s := b.object.Position(), b.object.Size()
	return pos.X >= at.X && pos.Y >= at.Y && pos.X <= at.X+s.Width && pos.Y <= at.Y+s.Height
}

// text is what the bar says, for tests and screen readers.
func (b *bar) text() string {
	s := ""
	for i, l := range b.lines {
		if i > 0 {
			s += "\n"
		}
		s += l.text
	}
	return s
}

// barHint says what a button of the bar does, below it.
type barHint MapView

// Hint shows a button's hint, "" hides it.
func (h *barHint) Hint(text string) {
	m := (*MapView)(h)
	m.parts.tip.setText(text)
	if text == "" {
		return
	}
	s, b := m.parts.tip.size(), m.parts.bar.object
	x := min(b.Position().X+b.Size().Width, m.Size().Width-edge) - s.Width
	m.parts.tip.object.Move(fyne.NewPos(max(edge, x), b.Position().Y+b.Size().Height+4))
}

var _ look.Hinter = (*barHint)(nil)
