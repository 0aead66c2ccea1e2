package entry

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/field"
)

func itoa(n int) string { return strconv.Itoa(n) }

// line is a field of one line for a text of the draft.
func (f *Form) line(path string, p *string, placeholder string) *field.Entry {
	return f.text(path, p, placeholder, 1)
}

// text is a field of n lines or more for a text of the draft.
func (f *Form) text(path string, p *string, placeholder string, n int) *field.Entry {
	e := field.NewEntry(f.panel, n)
	e.Part = f.part
	e.PlaceHolder = placeholder
	e.Text = *p
	rows := n
	grow := func(s string) {
		if want := rowsFor(s, n); n > 1 && want != rows {
			rows = want
			e.SetMinRowsVisible(rows)
			f.relayout()
		}
	}
	grow(*p)
	e.OnChanged = func(s string) {
		*p = s
		grow(s)
		f.touched(path)
	}
	return e
}

// rowsFor is how many rows a text takes in a field of several lines: all of it is to
// be seen, up to a point.
func rowsFor(s string, least int) int {
	const perRow, most = 44, 9
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		n += 1 + len([]rune(line))/perRow
	}
	return min(max(n, least), most)
}

// choice is a field that completes from options. It shows an option's text and
// keeps its value in the draft; what is in no option is kept as typed.
func (f *Form) choice(path string, p *string, placeholder string, options func() []field.Option) *field.Complete {
	c := field.NewComplete(f.panel, field.Choices(options))
	c.Part = f.part
	c.PlaceHolder = placeholder
	c.Closed = true
	c.Set(shownAs(*p, options()))
	c.OnTyped = func(s string) {
		*p = strings.TrimSpace(s)
		f.touched(path)
	}
	c.OnPick = func(o field.Option) {
		*p, _ = o.Value.(string)
		f.touched(path)
	}
	return c
}

func shownAs(value string, options []field.Option) string {
	for _, o := range options {
		if o.Value == value {
			return o.Text
		}
	}
	return value
}

// term is a choice from a vocabulary.
func (f *Form) term(path, vocabulary, placeholder string, p *string) *field.Complete {
	c := f.choice(path, p, placeholder, func() []field.Option { return f.voc.options(vocabulary, f.voc.form(f.d.Kind)) })
	c.Set(f.voc.name(vocabulary, *p)) // also of one that is offered no more
	return c
}

func (f *Form) check(path, label string, p *bool) *field.Check {
	c := field.NewCheck(f.panel, label, *p, func(on bool) {
		*p = on
		f.touched(path)
	})
	c.Part = f.part
	return c
}

// row puts a label before a field and makes room for what is wrong with it.
func (f *Form) row(label, path string, o fyne.CanvasObject) *field.Row {
	return f.rowWith(field.NewLabel(label), path, o)
}

func (f *Form) rowWith(label fyne.CanvasObject, path string, o fyne.CanvasObject) *field.Row {
	if a := f.actions; a != nil {
		f.actions = nil
		o = field.Beside(append([]float32{1}, make([]float32, len(a))...), append([]fyne.CanvasObject{o}, a...)...)
	}
	r := field.NewRow(label, o)
	f.rows[path] = r
	return r
}

// alias lets a problem of one path stand at the row of another.
func (f *Form) alias(path string, r *field.Row) { f.rows[path] = r }

func objects(rows ...*field.Row) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(rows))
	for i, r := range rows {
		out[i] = r.Object
	}
	return out
}

// card is a part of the event: its first rows, with two small buttons at the end
// of the first, and the rest of it folded below. Ctrl+M and Ctrl+Shift+Delete do
// in all its fields what the buttons do.
func (f *Form) card(id string, main, more func() []fyne.CanvasObject, remove func()) fyne.CanvasObject {
	before := f.part
	defer func() { f.part = before }()

	rest := container.NewVBox()
	rest.Hide()
	part := &field.Part{Remove: remove}
	toggle := func(open bool) {
		f.unfolded[id] = open
		if open { // made anew: what belongs there depends on the rows above
			was := f.part
			f.part = part
			rest.Objects = more()
			f.part = was
			f.showProblems()
		}
		rest.Hidden = !open
		rest.Refresh()
		f.relayout()
	}
	part.Details = func() {
		toggle(rest.Hidden)
		if !rest.Hidden {
			f.panel.Reveal(rest)
		}
	}
	f.part = part
	f.actions = []fyne.CanvasObject{field.NewIcon(theme.MoreHorizontalIcon(), part.Details), field.NewIcon(theme.ContentClearIcon(), remove)}
	if f.d.Revision == 0 && pinnable(id, f.d) {
		pin, button := f.pin(id)
		part.Pin, f.actions = pin, append([]fyne.CanvasObject{button}, f.actions...)
	}
	top := container.NewVBox(main()...)
	f.actions = nil
	if f.unfolded[id] {
		toggle(true)
	}
	return container.NewVBox(top, rest)
}

// note is a line of small print.
func note(s string) *widget.Label {
	l := widget.NewLabel(s)
	l.SizeName = theme.SizeNameCaptionText
	l.Importance = widget.LowImportance
	l.Wrapping = fyne.TextWrapWord
	return l
}
