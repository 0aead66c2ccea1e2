package entry

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
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

// question stands at the top of the form and has the focus: it is answered before
// anything else is typed, and the map stays in reach.
type question struct {
	widget.BaseWidget
	text    string
	answers []answer
	first   bool // nothing is saved before it is answered
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
	q := &question{text: text, answers: answers}
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
	for _, a := range q.answers {
		if a.key != 0 && unicode.ToLower(r) == a.key {
			a.do()
			return
		}
	}
}

// TypedKey implements fyne.Focusable.
func (q *question) TypedKey(k *fyne.KeyEvent) {
	if k.Name != fyne.KeyEscape {
		return
	}
	for _, a := range q.answers {
		if a.key == 0 {
			a.do()
			return
		}
	}
}

func (a answer) caption() string {
	if a.key == 0 {
		return a.label + "  Esc"
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
