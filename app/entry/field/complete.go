package field

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// Option is a line of a list of completions.
type Option struct {
	Text   string // what the field holds once it is chosen
	Detail string // what tells it from others of the name
	Value  any
	// Unsought lines are not marked of themselves: Enter passes them by and keeps what
	// was typed.
	Unsought bool
}

// Complete is a field with a list of completions below it. The list follows what
// is typed and never has the focus: Down and Up move in it, Enter takes the marked
// line, Esc closes the list, a click takes a line as well. Anything else goes to
// the field.
type Complete struct {
	Entry
	// Search returns the lines for what is typed, best first.
	Search func(typed string) []Option
	// OnPick is told the line that was taken; the field holds its text already.
	OnPick func(Option)
	// OnTyped is told each text that the user typed, not what was picked.
	OnTyped func(string)
	// Closed fields hold nothing but what the list offers, or what was in them:
	// leaving one takes its first line.
	Closed bool
	// Whole has what is typed take the place of what is there, as in a closed field.
	Whole bool
	// Several names stand in the field, with commas between, or semicolons where there is
	// one: the list is for the last.
	Several bool
	// LastOf, if set, says in place of that where in the text the last of several begins.
	LastOf func(text string) int
	// Run, if set, is used in place of Search where the search is slow: it brings it
	// off the main goroutine, and its result back to show.
	Run func(typed string, show func([]Option))
	// Leaving, if set, says which line leaving the field takes for what was typed; -1:
	// none. It is also asked where the field was left before the lines had come. Without
	// it a name typed in full takes its line, unless several have that name.
	Leaving func(typed string, lines []Option) int

	list    *list
	options []Option
	marked  int
	asked   int    // number of the newest search
	under   bool   // its answer is still to come
	entered bool   // Enter was pressed meanwhile: the first line of the answer is taken
	left    bool   // the field was left meanwhile: Leaving is asked about the answer
	last    string // the text that was picked or set: leaving it takes nothing
	silent  bool
}

// NewComplete returns a field that completes by search.
func NewComplete(h Host, search func(string) []Option) *Complete {
	c := &Complete{}
	SetUpComplete(c, c, h, search)
	c.ExtendBaseWidget(c)
	return c
}

// SetUpComplete prepares a Complete that self embeds; self calls ExtendBaseWidget
// on itself.
func SetUpComplete(c *Complete, self fyne.Focusable, h Host, search func(string) []Option) {
	c.Host, c.Search = h, search
	c.setUp(self, 1)
	c.list = newList(c.take, c.mark)
	c.OnChanged = c.typed
}

// Set puts a text into the field without telling anyone.
func (c *Complete) Set(text string) {
	c.silent = true
	c.SetText(text)
	c.silent = false
	c.last = text
	c.CursorColumn = 0
	if c.focused {
		c.CursorColumn = len([]rune(text))
	}
}

// Listing reports whether the list is open.
func (c *Complete) Listing() bool { return c.list.shown }

// Options are the lines of the open list.
func (c *Complete) Options() []Option { return c.options }

func (c *Complete) typed(s string) {
	if c.silent {
		return
	}
	if c.OnTyped != nil {
		c.OnTyped(s)
	}
	if !c.focused || strings.TrimSpace(s) == "" {
		c.close()
		return
	}
	c.search(c.part(s))
}

// part is what the list is for: the text, or the last of several.
func (c *Complete) part(s string) string { return strings.TrimLeft(s[c.lastOf(s):], " ") }

// with is the text with its part replaced.
func (c *Complete) with(part string) string {
	before := c.Text[:c.lastOf(c.Text)]
	if before != "" && !strings.HasSuffix(before, " ") {
		before += " "
	}
	return before + part
}

// lastOf is where in a text the part begins that the list is for.
func (c *Complete) lastOf(s string) int {
	switch {
	case c.LastOf != nil:
		return c.LastOf(s)
	case !c.Several:
		return 0
	case strings.Contains(s, ";"):
		return strings.LastIndexByte(s, ';') + 1
	}
	return strings.LastIndexByte(s, ',') + 1
}

func (c *Complete) search(s string) {
	c.asked++
	c.under, c.entered, c.left = true, false, false
	mine := c.asked
	show := func(o []Option) {
		// An answer that was overtaken, or that comes after the field was left, is
		// for nobody, unless leaving it has left the choice to the answer.
		if mine != c.asked || !c.focused && !c.left {
			return
		}
		entered, left := c.entered, c.left
		c.under, c.entered, c.left = false, false, false
		switch {
		case left:
			c.options = o
			c.takeSure()
		case !entered:
			c.open(o)
		case firstSought(o) < 0:
			c.Host.FocusNext()
		default:
			c.options = o
			c.take(firstSought(o))
		}
	}
	if c.Run == nil {
		show(c.Search(s))
		return
	}
	c.Run(s, show)
}

func (c *Complete) open(o []Option) {
	if len(o) == 0 {
		c.close()
		return
	}
	c.options, c.marked = o, firstSought(o)
	c.list.set(o, c.marked)
	c.list.shown = true
	c.Host.ShowList(c.self.(fyne.CanvasObject), c.list)
}

// firstSought is the line that is marked when the list opens; -1: none.
func firstSought(o []Option) int {
	return slices.IndexFunc(o, func(o Option) bool { return !o.Unsought })
}

func (c *Complete) close() {
	c.asked++ // answers under way are too late
	c.under, c.entered, c.left = false, false, false
	if c.list.shown {
		c.list.shown = false
		c.Host.HideList()
	}
}

func (c *Complete) mark(i int) {
	c.marked = i
	c.list.mark(i)
}

func (c *Complete) take(i int) {
	if i < 0 || i >= len(c.options) {
		return
	}
	o := c.options[i]
	c.close()
	c.Set(c.with(o.Text))
	c.Refresh()
	if !c.focused { // a click took the focus away
		c.Host.Focus(c.self)
	}
	if c.OnPick != nil {
		c.OnPick(o)
	}
}

// FocusGained implements fyne.Focusable: what is typed into a closed field, or a whole
// one, takes the place of what is there.
func (c *Complete) FocusGained() {
	c.left = false // it is here again: the answer is shown
	c.Entry.FocusGained()
	if (c.Closed || c.Whole) && c.Text != "" {
		c.Entry.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// TypedKey implements fyne.Focusable.
func (c *Complete) TypedKey(k *fyne.KeyEvent) {
	if !c.list.shown {
		if c.under && (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) {
			c.entered = true // faster than the search: it takes what it will find
			return
		}
		if k.Name == fyne.KeyDown {
			s := c.Text
			if s == c.last && c.Run == nil { // what stands there already: show what else there is
				s = ""
			}
			c.search(s)
			return
		}
		c.Entry.TypedKey(k)
		return
	}
	switch k.Name {
	case fyne.KeyDown:
		c.mark((c.marked + 1) % len(c.options))
	case fyne.KeyUp:
		c.mark((max(c.marked, 0) + len(c.options) - 1) % len(c.options))
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.marked < 0 {
			c.close()
			c.Entry.TypedKey(k)
			return
		}
		c.take(c.marked)
	case fyne.KeyEscape:
		c.close()
	default:
		c.Entry.TypedKey(k)
	}
}

// FocusLost implements fyne.Focusable. A name typed in full counts as chosen; a
// closed field takes the marked line. Not so while the pointer is on the list: the
// click that follows chooses.
func (c *Complete) FocusLost() {
	c.focused = c.focused && c.list.hovered // what is set now is shown from its beginning
	c.settle()
	if !c.list.hovered && !c.left {
		c.close()
	}
	c.Entry.FocusLost()
}

func (c *Complete) takeLeaving(i int) {
	o := c.options[i]
	c.close()
	c.Set(c.with(o.Text))
	if c.OnPick != nil {
		c.OnPick(o)
	}
}

// Offer puts a text into the field that was typed elsewhere and belongs here. Where it
// stands for one line alone that is taken; else the list opens, if the cursor is here by
// then.
func (c *Complete) Offer(text string) {
	c.SetText(text)
	c.CursorColumn = len([]rune(text))
	c.asked++
	mine := c.asked
	show := func(o []Option) {
		if mine != c.asked {
			return
		}
		c.options = o
		at := -1
		switch {
		case c.Leaving != nil:
			at = c.Leaving(strings.TrimSpace(text), o)
		case len(o) == 1 && !o[0].Unsought:
			at = 0
		default:
			at = c.fullName(strings.TrimSpace(text))
		}
		switch {
		case at >= 0:
			c.takeLeaving(at)
		case c.focused:
			c.open(o)
		}
	}
	if c.Run == nil {
		show(c.Search(text))
		return
	}
	c.Run(text, show)
}

// MaxOptions is how many lines a list shows.
const MaxOptions = 8

// Choices searches a fixed list: the option that was typed in full comes before those
// that begin with it, and these before those that have it inside.
func Choices(all func() []Option) func(string) []Option {
	return func(typed string) []Option {
		typed = strings.ToLower(strings.TrimSpace(typed))
		var begin, within []Option
		for _, o := range all() {
			text := strings.ToLower(o.Text)
			switch {
			case text == typed:
				begin = append([]Option{o}, begin...)
			case strings.HasPrefix(text, typed):
				begin = append(begin, o)
			case strings.Contains(text, typed) || strings.Contains(strings.ToLower(o.Detail), typed):
				within = append(within, o)
			}
		}
		out := append(begin, within...)
		return out[:min(len(out), 2*MaxOptions)]
	}
}

// OpenList shows all there is to choose from.
func (c *Complete) OpenList() { c.search("") }

// Look has the list offer lines for what stands in the field, as Down does.
func (c *Complete) Look() { c.search(c.part(c.Text)) }

// CloseList puts the list away.
func (c *Complete) CloseList() { c.close() }
