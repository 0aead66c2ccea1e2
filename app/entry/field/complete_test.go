package field

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// fakeHost is a panel with two fields and whatever list is open.
type fakeHost struct {
	w         fyne.Window
	list      fyne.CanvasObject
	escaped   int
	shortcuts []string
}

func (h *fakeHost) Shortcut(s fyne.Shortcut) bool {
	h.shortcuts = append(h.shortcuts, s.ShortcutName())
	return false
}
func (h *fakeHost) Escape()                             { h.escaped++ }
func (h *fakeHost) Focus(w fyne.Focusable)              { h.w.Canvas().Focus(w) }
func (h *fakeHost) FocusNext()                          { h.w.Canvas().FocusNext() }
func (h *fakeHost) Reveal(fyne.CanvasObject)            {}
func (h *fakeHost) ShowList(_, list fyne.CanvasObject)  { h.list = list }
func (h *fakeHost) HideList()                           { h.list = nil }
func (h *fakeHost) typed(w fyne.Focusable, text string) { h.Focus(w); typeInto(w, text) }

func typeInto(w fyne.Focusable, text string) {
	for _, r := range text {
		w.TypedRune(r)
	}
}

func press(w fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		w.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

var roles = []Option{{Text: "attacker", Value: 1}, {Text: "target", Value: 2}, {Text: "participant", Value: 3}}

func newField(t *testing.T, search func(string) []Option) (*Complete, *Entry, *fakeHost, *[]Option) {
	t.Helper()
	test.NewTempApp(t)
	h := &fakeHost{}
	c, next := NewComplete(h, search), NewEntry(h, 1)
	picked := &[]Option{}
	c.OnPick = func(o Option) { *picked = append(*picked, o) }
	h.w = test.NewTempWindow(t, container.NewVBox(c, next))
	return c, next, h, picked
}

func all() []Option { return roles }

func TestListFollowsTypingAndKeepsTheFocus(t *testing.T) {
	c, _, h, picked := newField(t, Choices(all))
	h.typed(c, "ta")
	if !c.Listing() || h.list == nil {
		t.Fatal("no list opens")
	}
	if h.w.Canvas().Focused() != fyne.Focusable(c) {
		t.Fatal("the list has taken the focus")
	}
	if got := c.Options(); len(got) != 2 || got[0].Text != "target" || got[1].Text != "attacker" {
		t.Fatalf("options %v: what begins with the letters comes first", got)
	}
	press(c, fyne.KeyReturn)
	if c.Listing() || h.list != nil || c.Text != "target" || len(*picked) != 1 || (*picked)[0].Value != 2 {
		t.Fatalf("text %q, picked %v", c.Text, *picked)
	}
	if h.w.Canvas().Focused() != fyne.Focusable(c) {
		t.Fatal("the focus has gone with the choice")
	}
}

func TestDownAndUpMoveInTheList(t *testing.T) {
	c, _, h, _ := newField(t, Choices(all))
	h.Focus(c)
	press(c, fyne.KeyDown) // opens the whole list
	if len(c.Options()) != 3 {
		t.Fatalf("options %v", c.Options())
	}
	press(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn) // round and back: the last
	if c.Text != "participant" {
		t.Fatalf("text %q", c.Text)
	}
}

func TestEscapeClosesTheListFirst(t *testing.T) {
	c, _, h, picked := newField(t, Choices(all))
	h.typed(c, "t")
	press(c, fyne.KeyEscape)
	if c.Listing() || h.escaped != 0 || c.Text != "t" {
		t.Fatalf("listing %v, escaped %d, text %q", c.Listing(), h.escaped, c.Text)
	}
	press(c, fyne.KeyEscape)
	if h.escaped != 1 || len(*picked) != 0 {
		t.Fatal("the second Esc is the panel's")
	}
}

func TestEnterWithoutAListGoesOn(t *testing.T) {
	c, next, h, _ := newField(t, Choices(all))
	h.typed(c, "xyz")
	press(c, fyne.KeyReturn)
	if h.w.Canvas().Focused() != fyne.Focusable(next) {
		t.Fatal("Enter does not go to the next field")
	}
}

func TestLeavingAClosedFieldTakesTheFirstLine(t *testing.T) {
	for text, want := range map[string]string{"att": "attacker", "nonsense": "nonsense", "": ""} {
		c, next, h, _ := newField(t, Choices(all))
		c.Closed = true
		h.typed(c, text)
		h.Focus(next)
		if c.Text != want || c.Listing() {
			t.Errorf("%q is left as %q, want %q", text, c.Text, want)
		}
	}
}

func TestLeavingAnOpenFieldTakesOnlyAFullName(t *testing.T) {
	for text, want := range map[string]int{"att": 0, "Attacker": 1} {
		c, next, h, picked := newField(t, Choices(all))
		h.typed(c, text)
		h.Focus(next)
		if len(*picked) != want {
			t.Errorf("%q: %d picked, want %d", text, len(*picked), want)
		}
	}
}

func TestTypingReplacesWhatAClosedFieldHeld(t *testing.T) {
	c, next, h, _ := newField(t, Choices(all))
	c.Closed = true
	c.Set("target")
	h.Focus(next)
	h.typed(c, "par")
	if c.Text != "par" {
		t.Fatalf("text %q", c.Text)
	}
}

// A click takes the focus away before it arrives: the list stays for it.
func TestClickTakesALine(t *testing.T) {
	c, _, h, picked := newField(t, Choices(all))
	h.typed(c, "t")
	l := c.list.rows[1]
	l.MouseIn(&desktop.MouseEvent{})
	h.w.Canvas().Unfocus()
	if !c.Listing() {
		t.Fatal("the list has gone before the click")
	}
	l.Tapped(&fyne.PointEvent{})
	if len(*picked) != 1 || (*picked)[0].Text != "attacker" || c.Listing() || h.w.Canvas().Focused() != fyne.Focusable(c) {
		t.Fatalf("picked %v, listing %v", *picked, c.Listing())
	}
}

// An answer that comes after the next letter, or after the field was left, is not
// shown.
func TestLateAnswersAreDropped(t *testing.T) {
	c, next, h, _ := newField(t, Choices(all))
	var pending []func()
	c.Run = func(typed string, show func([]Option)) {
		pending = append(pending, func() { show(c.Search(typed)) })
	}
	h.typed(c, "t")
	h.typed(c, "a")
	pending[1]()
	first := slices.Clone(c.Options())
	pending[0]()
	if len(first) != 2 || !slices.EqualFunc(first, c.Options(), func(a, b Option) bool { return a.Text == b.Text }) {
		t.Fatalf("options %v after %v", c.Options(), first)
	}
	h.typed(c, "r")
	h.Focus(next)
	pending[2]()
	if c.Listing() || h.list != nil {
		t.Fatal("a list opens over the next field")
	}
}

func TestShortcutsGoToThePanelAndThePart(t *testing.T) {
	c, _, h, _ := newField(t, Choices(all))
	details := 0
	c.Part = &Part{Details: func() { details++ }}
	c.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyM, Modifier: fyne.KeyModifierShortcutDefault})
	c.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	if details != 1 || len(h.shortcuts) != 1 {
		t.Fatalf("details %d, shortcuts %v", details, h.shortcuts)
	}
}

func TestTabLeavesSeveralLines(t *testing.T) {
	test.NewTempApp(t)
	if NewEntry(&fakeHost{}, 3).AcceptsTab() {
		t.Fatal("Tab would be typed")
	}
}

func TestCheckByKeyboard(t *testing.T) {
	test.NewTempApp(t)
	h := &fakeHost{}
	on := false
	c := NewCheck(h, "assumed", false, func(v bool) { on = v })
	h.w = test.NewTempWindow(t, c)
	h.Focus(c)
	c.TypedRune(' ')
	if !on {
		t.Fatal("Space does not set it")
	}
	press(c, fyne.KeyEscape)
	if h.escaped != 1 {
		t.Fatal("Esc is lost")
	}
}

// Enter is faster than a slow search: its first line is taken when it comes, and where it
// finds nothing the cursor goes on.
func TestEnterWaitsForTheAnswer(t *testing.T) {
	c, next, h, picked := newField(t, nil)
	var answer func([]Option)
	c.Run = func(_ string, show func([]Option)) { answer = show }
	h.typed(c, "att")
	press(c, fyne.KeyReturn)
	if h.w.Canvas().Focused() != c {
		t.Fatal("Enter left the field before the answer came")
	}
	answer(roles)
	if len(*picked) != 1 || (*picked)[0].Text != "attacker" || c.Text != "attacker" || h.list != nil {
		t.Errorf("picked %v, the field says %q", *picked, c.Text)
	}
	typeInto(c, "x")
	press(c, fyne.KeyReturn)
	answer(nil)
	if h.w.Canvas().Focused() != next || len(*picked) != 1 {
		t.Errorf("nothing was found: picked %v", *picked)
	}
	h.typed(c, "y")
	press(c, fyne.KeyReturn)
	typeInto(c, "z")
	answer(roles)
	if len(*picked) != 1 || h.list == nil {
		t.Error("what is typed after Enter takes it back")
	}
}
