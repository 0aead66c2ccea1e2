package entry

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/field"
)

// answer is one way to answer a question: by its letter, by Esc where the letter
// is 0, or by a click.
type answer struct {
	key   rune
	label string
	do    func()
}

// Keys that are no letters. What throws away what was typed is never a letter's: the
// analyst may be in the middle of a word.
const (
	delKey   = '\x7f'
	enterKey = '\r' // with Ctrl
)

// question stands at the top of the form and has the focus: it is answered before
// anything else is typed, and the map stays in reach.
type question struct {
	widget.BaseWidget
	f       *Form
	text    string
	answers []answer
	first   bool       // nothing is saved before it is answered
	typed   func(rune) // takes what answers nothing; nil: it is passed over
}

// insist says that the question comes first.
func (q *question) insist() {
	const answerFirst = "Answer this first; nothing is saved yet. "
	if !strings.HasPrefix(q.text, answerFirst) {
		q.text = answerFirst + q.text
		q.Refresh()
	}
}

// ask puts a question in the place of an earlier one.
func (f *Form) ask(text string, answers ...answer) {
	q := &question{f: f, text: text, answers: answers}
	for i, a := range q.answers {
		q.answers[i].do = func() {
			f.unask()
			a.do()
		}
	}
	q.ExtendBaseWidget(q)
	f.unask()
	f.asking = q
	f.top.Objects = append(f.top.Objects, q)
	f.top.Refresh()
	f.content.Refresh()
	f.focus(q)
}

// tell puts a message there; it goes with the next question, or when it is closed.
func (f *Form) tell(text string) {
	f.ask(text, answer{0, "Go on", f.Focus})
}

func (f *Form) unask() {
	if f.asking == nil {
		return
	}
	f.top.Objects = f.top.Objects[:len(f.top.Objects)-1]
	f.asking = nil
	f.top.Refresh()
	f.content.Refresh()
}

// FocusGained implements fyne.Focusable.
func (q *question) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (q *question) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (q *question) TypedRune(r rune) {
	if !q.answer(unicode.ToLower(r)) && q.typed != nil {
		q.typed(r)
	}
}

// TypedKey implements fyne.Focusable.
func (q *question) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		q.answer(0)
	case fyne.KeyDelete:
		q.answer(delKey)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (q *question) TypedShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	enter := ok && c.Modifier == fyne.KeyModifierShortcutDefault && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter)
	if !enter || !q.answer(enterKey) {
		q.f.panel.Shortcut(s)
	}
}

// answer gives the answer of a key, if there is one.
func (q *question) answer(key rune) bool {
	for _, a := range q.answers {
		if a.key == key {
			a.do()
			return true
		}
	}
	return false
}

func (a answer) caption() string {
	switch a.key {
	case 0:
		return a.label + "  Esc"
	case delKey:
		return a.label + "  Del"
	case enterKey:
		return a.label + "  Ctrl+Enter"
	}
	return a.label + "  " + strings.ToUpper(string(a.key))
}

// CreateRenderer implements fyne.Widget.
func (q *question) CreateRenderer() fyne.WidgetRenderer {
	text := widget.NewLabel(q.text)
	text.Wrapping = fyne.TextWrapWord
	buttons := container.NewHBox()
	for i, a := range q.answers {
		tone := field.Plain
		if i == 0 {
			tone = field.Strong
		}
		buttons.Objects = append(buttons.Objects, field.NewButton(a.caption(), tone, a.do))
	}
	r := &questionRenderer{q: q, text: text, back: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent)}
	r.box = container.NewVBox(text, container.NewBorder(nil, nil, nil, buttons))
	r.Refresh()
	return r
}

type questionRenderer struct {
	q         *question
	text      *widget.Label
	back, bar *canvas.Rectangle
	box       *fyne.Container
}

func (r *questionRenderer) Destroy() {}

func (r *questionRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.bar, r.box}
}

func (r *questionRenderer) MinSize() fyne.Size { return r.box.MinSize().AddWidthHeight(2*margin, 10) }

func (r *questionRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	r.bar.Resize(fyne.NewSize(3, s.Height))
	r.box.Move(fyne.NewPos(margin, 4))
	r.box.Resize(s.SubtractWidthHeight(2*margin, 10))
}

func (r *questionRenderer) Refresh() {
	th, v := r.q.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.back.FillColor = th.Color(theme.ColorNameInputBackground, v)
	r.bar.FillColor = th.Color(theme.ColorNameWarning, v)
	if r.text.Text != r.q.text {
		r.text.SetText(r.q.text)
	}
	r.back.Refresh()
	r.bar.Refresh()
	r.box.Refresh()
}
