package inbox

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sitmap/app/reading"
	"sitmap/store"
)

// Use is what words of a text are to become.
type Use string

// The uses of words: a field of the form by its letter, or the one that the cursor was
// in last.
const (
	UseLast       Use = "last"
	UseDate       Use = "date"
	UsePlanned    Use = "planned"
	UsePlace      Use = "place"
	UseActor      Use = "actor"
	UseWeapon     Use = "weapon"
	UseFigure     Use = "figure"
	UseOriginator Use = "originator"
	UseTitle      Use = "title"
	UseSummary    Use = "summary"
	UseQuote      Use = "quote"
)

// uses are the keys by which words are taken, as the line below the text names them.
var uses = []struct {
	key  rune
	use  Use
	name string
}{
	{'d', UseDate, "date"},
	{'l', UsePlanned, "planned"},
	{'p', UsePlace, "place"},
	{'a', UseActor, "actor"},
	{'w', UseWeapon, "weapon"},
	{'f', UseFigure, "figure"},
	{'o', UseOriginator, "says who"},
	{'t', UseTitle, "title"},
	{'s', UseSummary, "summary"},
	{'q', UseQuote, "quote"},
}

// Excerpt is words of an item's text that are to become a field's value.
type Excerpt struct {
	Item  store.Item
	Words string
	Quote string // the sentences that the words stand in
	Use   Use
	As    *reading.Suggestion // what the words were read as; nil: nothing
}

// selection is the stretch of the text between the caret and where it began.
type selection struct {
	anchor, caret int // bytes of the text
	extending     bool
}

func (s selection) bounds() (from, to int) { return min(s.anchor, s.caret), max(s.anchor, s.caret) }

// FocusGained implements fyne.Focusable.
func (t *textView) FocusGained() {
	t.focused = true
	if t.onFocus != nil {
		t.onFocus(true)
	}
	t.Refresh()
}

// FocusLost implements fyne.Focusable.
func (t *textView) FocusLost() {
	t.focused, t.sel.extending = false, false
	if t.onFocus != nil {
		t.onFocus(false)
	}
	t.Refresh()
}

// KeyDown implements desktop.Keyable: arrows with Shift select.
func (t *textView) KeyDown(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		t.sel.extending = true
	}
}

// KeyUp implements desktop.Keyable.
func (t *textView) KeyUp(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		t.sel.extending = false
	}
}

// TypedRune implements fyne.Focusable: a letter takes the words, Space goes to the next
// mark.
func (t *textView) TypedRune(r rune) {
	if r == ' ' {
		t.nextMark(t.sel.extending)
		return
	}
	for _, u := range uses {
		if unicode.ToLower(r) == u.key {
			t.take(u.use)
			return
		}
	}
}

// TypedKey implements fyne.Focusable.
func (t *textView) TypedKey(e *fyne.KeyEvent) {
	at := t.sel.caret
	page := max(1, int(t.scroll.Size().Height/t.lineHeight())-1)
	switch e.Name {
	case fyne.KeyLeft:
		_, n := utf8.DecodeLastRuneInString(t.text[:at])
		t.moveTo(at - n)
	case fyne.KeyRight:
		_, n := utf8.DecodeRuneInString(t.text[at:])
		t.moveTo(at + n)
	case fyne.KeyUp:
		t.moveLines(-1)
	case fyne.KeyDown:
		t.moveLines(1)
	case fyne.KeyPageUp:
		t.moveLines(-page)
	case fyne.KeyPageDown:
		t.moveLines(page)
	case fyne.KeyHome:
		t.moveTo(t.lineStart(t.lineOf(at)))
	case fyne.KeyEnd:
		if len(t.lines) > 0 {
			t.moveTo(t.lines[t.lineOf(at)].end)
		}
	case fyne.KeyBackspace:
		t.nextMark(true)
	case fyne.KeyReturn, fyne.KeyEnter:
		t.take(UseLast)
	case fyne.KeyEscape, fyne.KeyF6:
		if t.onKey != nil {
			t.onKey(e)
		}
	}
}

// TypedShortcut implements fyne.Shortcutable: Ctrl with arrows goes by words, Ctrl+C
// copies.
func (t *textView) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		if from, to := t.sel.bounds(); from < to && s.Clipboard != nil {
			s.Clipboard.SetContent(t.text[from:to])
		}
		return
	case *fyne.ShortcutSelectAll:
		t.sel.anchor, t.sel.caret = 0, len(t.text)
		t.Refresh()
		return
	case *desktop.CustomShortcut:
		by := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1}[s.KeyName]
		if by != 0 && s.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault {
			was := t.sel.extending
			t.sel.extending = s.Modifier&fyne.KeyModifierShift != 0
			t.moveTo(t.wordEdge(t.sel.caret, by))
			t.sel.extending = was
			return
		}
	}
	if t.onShortcut != nil {
		t.onShortcut(s)
	}
}

// moveTo puts the caret somewhere, with Shift leaving the other end of the selection
// where it is.
func (t *textView) moveTo(at int) {
	t.sel.caret = min(max(at, 0), len(t.text))
	if !t.sel.extending {
		t.sel.anchor = t.sel.caret
	}
	t.reveal()
	t.Refresh()
}

func (t *textView) moveLines(by int) {
	if len(t.lines) == 0 {
		return
	}
	i := t.lineOf(t.sel.caret)
	x := t.xOf(i, t.sel.caret)
	switch j := i + by; {
	case j < 0:
		t.moveTo(0)
	case j >= len(t.lines):
		t.moveTo(len(t.text))
	default:
		t.moveTo(t.byteAt(j, x))
	}
}

// lineOf is the line that a byte stands in.
func (t *textView) lineOf(at int) int {
	lo, hi := 0, len(t.lines)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; t.lines[mid].start <= at {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

func (t *textView) lineStart(i int) int {
	if i >= len(t.lines) {
		return 0
	}
	return t.lines[i].start
}

// xOf is how far right of the text's edge a byte of a line stands.
func (t *textView) xOf(i, at int) float32 {
	l := t.lines[i]
	at = min(max(at, l.start), l.end)
	var x float32
	for _, r := range l.runs {
		if at <= r.start {
			break
		}
		x += t.width(t.text[r.start:min(at, r.end)])
	}
	return x
}

// byteAt is the byte of a line that stands nearest to x.
func (t *textView) byteAt(i int, x float32) int {
	l := t.lines[i]
	for _, r := range l.runs {
		s := t.text[r.start:r.end]
		w := t.width(s)
		if x > w {
			x -= w
			continue
		}
		before := float32(0)
		for k, letter := range s {
			after := t.width(s[:k+utf8.RuneLen(letter)])
			if x < (before+after)/2 {
				return r.start + k
			}
			before = after
		}
		return r.end
	}
	return l.end
}

// wordEdge is the next beginning (backwards) or end (forwards) of a word.
func (t *textView) wordEdge(at, by int) int {
	inWord := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '-' || r == '’' || r == '\''
	}
	if by > 0 {
		for _, want := range []bool{false, true} {
			for at < len(t.text) {
				r, n := utf8.DecodeRuneInString(t.text[at:])
				if inWord(r) != want {
					break
				}
				at += n
			}
		}
		return at
	}
	for _, want := range []bool{false, true} {
		for at > 0 {
			r, n := utf8.DecodeLastRuneInString(t.text[:at])
			if inWord(r) != want {
				break
			}
			at -= n
		}
	}
	return at
}

// nextMark selects the next marked words, or those before.
func (t *textView) nextMark(back bool) {
	from, to := t.sel.bounds()
	best := -1
	for i, m := range t.marks {
		if !back && (m.Start > from || m.Start == from && m.End > to) {
			best = i
			break
		}
		if back && m.Start < from {
			best = i
		}
	}
	if best >= 0 {
		t.selectMark(best)
	}
}

func (t *textView) selectMark(i int) {
	t.sel.anchor, t.sel.caret = t.marks[i].Start, t.marks[i].End
	t.reveal()
	t.Refresh()
	if t.onHover != nil {
		t.onHover(meaning(t.suggestions[t.marks[i].Suggestion]))
	}
}

// reveal scrolls until the caret is seen.
func (t *textView) reveal() {
	if len(t.lines) == 0 || t.scroll.Size().Height == 0 {
		return
	}
	h := t.lineHeight()
	top := textEdge + float32(t.lineOf(t.sel.caret))*h
	offset := t.scroll.Offset
	switch {
	case top < offset.Y+h:
		offset.Y = max(0, top-h)
	case top+2*h > offset.Y+t.scroll.Size().Height:
		offset.Y = top + 2*h - t.scroll.Size().Height
	default:
		return
	}
	t.scroll.ScrollToOffset(offset)
}

// MouseDown implements desktop.Mouseable.
func (t *textView) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
	extend := e.Modifier&fyne.KeyModifierShift != 0
	at := t.at(e.Position)
	t.sel.caret = at
	if !extend {
		t.sel.anchor = at
	}
	t.Refresh()
}

// MouseUp implements desktop.Mouseable: a click on marked words selects them.
func (t *textView) MouseUp(e *desktop.MouseEvent) {
	if m := t.markAt(e.Position); m >= 0 && t.sel.anchor == t.sel.caret {
		t.selectMark(m)
	}
}

// Dragged implements fyne.Draggable: the words passed over are selected.
func (t *textView) Dragged(e *fyne.DragEvent) {
	t.sel.caret = t.at(e.Position)
	t.reveal()
	t.Refresh()
}

// DragEnd implements fyne.Draggable.
func (t *textView) DragEnd() {}

// at is the byte at a place of the widget.
func (t *textView) at(p fyne.Position) int {
	if len(t.lines) == 0 {
		return 0
	}
	i := min(max(int((p.Y-textEdge)/t.lineHeight()), 0), len(t.lines)-1)
	return t.byteAt(i, p.X-textEdge)
}

// take hands the selected words over, or the word that the caret is in.
func (t *textView) take(use Use) {
	from, to := t.sel.bounds()
	if from == to {
		from = t.wordEdge(to, -1)
		to = t.wordEdge(from, 1)
		t.sel.anchor, t.sel.caret = from, to
		t.Refresh()
	}
	words := strings.Join(strings.Fields(t.text[from:to]), " ")
	if words == "" || t.onTake == nil {
		return
	}
	x := Excerpt{Words: words, Quote: reading.Sentences(t.text, from, to), Use: use}
	for i, s := range t.suggestions {
		if s.Start < to && s.End > from && fits(use, s.Field) && (x.As == nil || s.Start == from && s.End == to) {
			x.As = &t.suggestions[i]
		}
	}
	t.onTake(x)
}

// fits reports whether what words were read as serves a use.
func fits(u Use, f reading.Field) bool {
	switch u {
	case UseDate, UsePlanned:
		return f == reading.Date
	case UsePlace:
		return f == reading.Place
	case UseActor, UseOriginator:
		return f == reading.Actor || f == reading.Originator
	case UseWeapon:
		return f == reading.Weapon
	case UseFigure:
		return f == reading.Figure
	case UseLast:
		return true
	}
	return false
}
